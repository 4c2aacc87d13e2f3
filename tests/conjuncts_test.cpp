// Lists of names taken apart, and the ranges in them counted out.

#include "extract/conjuncts.h"

#include "extract/ordinals.h"
#include "extract_fixture.h"

namespace musclekg::extract_test {
namespace {

/// The whole names of a list.
Lines names_of(std::string_view words) {
  const Text text(words);
  Lines lines;
  for (const Conjunct& conjunct : conjuncts_of(text.tokens(), extract_tables().lexicon)) lines.push_back(told(conjunct.whole()));
  return lines;
}

std::string counted(std::string_view words) {
  const Text text(words);
  return told(count_out_ranges(text.tokens(), extract_tables().lexicon));
}

TEST(Conjuncts, CommasConjunctionsSemicolonsAndSlashesPartNames) {
  EXPECT_EQ(names_of("lateral border of the femur, medial lip of the linea aspera and patella"),
            (Lines{"lateral border of the femur", "medial lip of the linea aspera", "patella"}));
  EXPECT_EQ(names_of("tibia; fibula"), (Lines{"tibia", "fibula"}));
  EXPECT_EQ(names_of("tibia/fibula"), (Lines{"tibia", "fibula"}));
  EXPECT_EQ(names_of("femur &  tibia"), (Lines{"femur", "tibia"}));
  EXPECT_EQ(names_of("femur as well as the tibia"), (Lines{"femur", "the tibia"}));
}

TEST(Conjuncts, HowANameIsJoinedIsKept) {
  const Text text("tibia, fibula, and femur; patella");
  std::vector<Conjunct::Joined> joined;
  for (const Conjunct& conjunct : conjuncts_of(text.tokens(), extract_tables().lexicon)) joined.push_back(conjunct.joined);
  using Joined = Conjunct::Joined;
  EXPECT_EQ(joined, (std::vector<Joined>{Joined::First, Joined::Comma, Joined::And, Joined::Semicolon}));
}

TEST(Conjuncts, AnAmountOfAlternativesIsOneName) { EXPECT_EQ(names_of("three or four ribs"), Lines{"three or four ribs"}); }

TEST(Conjuncts, WhatOnlyDescribesTakesItsNounFromTheNameBehindIt) {
  EXPECT_EQ(names_of("third, fourth and fifth metatarsals"), (Lines{"third metatarsals", "fourth metatarsals", "fifth metatarsals"}));
  EXPECT_EQ(names_of("medial and lateral condyles of the femur"), (Lines{"medial condyles of the femur", "lateral condyles of the femur"}));
  EXPECT_EQ(names_of("popliteal and fibular arteries"), (Lines{"popliteal arteries", "fibular arteries"}));
}

TEST(Conjuncts, ABarePartTakesTheWholeFromTheNameBehindIt) {
  EXPECT_EQ(names_of("body and ramus of the pubis"), (Lines{"body of the pubis", "ramus of the pubis"}));
}

TEST(Conjuncts, AFullNameTakesNothing) {
  EXPECT_EQ(names_of("neck of the fibula and soleal line of the tibia"), (Lines{"neck of the fibula", "soleal line of the tibia"}));
  EXPECT_EQ(names_of("patella; condyles of the femur"), (Lines{"patella", "condyles of the femur"}));
}

TEST(Conjuncts, PluralPartsAreThoseOfEveryWholeBehindThem) {
  EXPECT_EQ(names_of("anterior borders of the tibia and fibula"), (Lines{"anterior borders of the tibia", "anterior borders of fibula"}));
  EXPECT_EQ(names_of("transverse processes of C1 and C2"), (Lines{"transverse processes of c1", "transverse processes of c2"}));
  EXPECT_EQ(names_of("spinous processes of the seventh cervical and first thoracic vertebrae"),
            (Lines{"spinous processes of the seventh cervical vertebrae", "spinous processes of first thoracic vertebrae"}));
}

TEST(Conjuncts, ThePartOfOneWholeIsNotThatOfTheNext) {
  EXPECT_EQ(names_of("neck of the fibula and tibia"), (Lines{"neck of the fibula", "tibia"}));
}

TEST(Conjuncts, WordsAreTheirOwnOrShared) {
  const Text text("anterior borders of the tibia and fibula");
  const std::vector<Conjunct> list = conjuncts_of(text.tokens(), extract_tables().lexicon);
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(told(list[0].written), "anterior borders of the tibia");
  EXPECT_EQ(told(list[1].front), "anterior borders of");
  EXPECT_EQ(told(list[1].written), "fibula");
  const Text open("third and fourth ribs");
  const std::vector<Conjunct> ribs = conjuncts_of(open.tokens(), extract_tables().lexicon);
  ASSERT_EQ(ribs.size(), 2u);
  EXPECT_EQ(told(ribs[0].written), "third");
  EXPECT_EQ(told(ribs[0].back), "ribs");
}

TEST(Conjuncts, ParenthesesStandAside) {
  const Text text("linea aspera (medial lip, upper half), the patella (base)");
  const std::vector<Conjunct> list = conjuncts_of(text.tokens(), extract_tables().lexicon);
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(told(list[0].whole()), "linea aspera");
  ASSERT_EQ(list[0].parentheses.size(), 1u);
  EXPECT_EQ(told(list[0].parentheses[0]), "medial lip , upper half");
  ASSERT_EQ(list[1].parentheses.size(), 1u);
  EXPECT_EQ(told(list[1].parentheses[0]), "base");
}

TEST(Conjuncts, RangesAreNamesEach) {
  EXPECT_EQ(names_of("third to sixth ribs"), (Lines{"third ribs", "fourth ribs", "fifth ribs", "sixth ribs"}));
  EXPECT_EQ(names_of("the 3rd-5th ribs"), (Lines{"the third ribs", "fourth ribs", "fifth ribs"}));
  EXPECT_EQ(names_of("ribs 5-8"), (Lines{"ribs 5", "ribs 6", "ribs 7", "ribs 8"}));
  EXPECT_EQ(names_of("L1-L3"), (Lines{"l1", "l2", "l3"}));
  EXPECT_EQ(
      names_of("transverse processes of vertebrae C1\xE2\x80\x93"
               "C3"),
      (Lines{"transverse processes of vertebrae c1", "transverse processes of vertebrae c2", "transverse processes of vertebrae c3"}));
}

TEST(Conjuncts, WhatIsPutInStandsWhereTheRangeDoes) {
  const Text text("ribs of third to fifth");
  for (const PageToken& token : count_out_ranges(text.tokens().subspan(2), extract_tables().lexicon))
    EXPECT_EQ(text.at(WordSpan{token.begin, token.end}), "third to fifth");
}

TEST(Conjuncts, NothingButMarksIsNoName) {
  for (const char* words : {"", ",,,", "and and and", "()", "((", ")", "; ;"})
    for (const std::string& name : names_of(words)) EXPECT_EQ(name, "") << words;
}

TEST(Conjuncts, NoMoreThanABoundedNumber) {
  std::string words = "rib";
  for (int i = 0; i < 100; ++i) words += ", tibia";
  EXPECT_EQ(names_of(words).size(), kMostConjuncts);
}

TEST(Ordinals, RangesAreCountedOut) {
  EXPECT_EQ(counted("first through third ribs"), "first , second , third ribs");
  EXPECT_EQ(counted("1st to 3rd ribs"), "first , second , third ribs");
  EXPECT_EQ(counted("ribs 5-7"), "ribs 5 , 6 , 7");
  EXPECT_EQ(counted("L1-L4"), "l1 , l2 , l3 , l4");
  EXPECT_EQ(counted("L1-4"), "l1 , l2 , l3 , l4");
}

TEST(Ordinals, RangesGoOverTheEndOfARegionOfTheSpine) {
  EXPECT_EQ(counted("C7-T2"), "c7 , c8 , t1 , t2");
  EXPECT_EQ(counted("T12 to L2"), "t12 , l1 , l2");
}

TEST(Ordinals, ANumberBehindALevelIsALevel) {
  EXPECT_EQ(counted("C5,6"), "c5 , c6");
  EXPECT_EQ(counted("L2, 3 and 4"), "l2 , l3 and l4");
  EXPECT_EQ(counted("L2 of 3 ribs"), "l2 of 3 ribs");
}

TEST(Ordinals, WhatIsNoRangeStaysAsItIs) {
  EXPECT_EQ(counted("ribs 9-3"), "ribs 9 - 3");
  EXPECT_EQ(counted("ribs 1-50"), "ribs 1 - 50");
  EXPECT_EQ(counted("L4-L2"), "l4 - l2");
  EXPECT_EQ(counted("the tibia to the fibula"), "the tibia to the fibula");
  EXPECT_EQ(counted("third to the tibia"), "third to the tibia");
}

TEST(Ordinals, WordsAndNumbers) {
  EXPECT_EQ(number_of_ordinal("third"), 3);
  EXPECT_EQ(number_of_ordinal("12th"), 12);
  EXPECT_EQ(number_of_ordinal("rib"), 0);
  EXPECT_EQ(ordinal_of(1), "first");
  EXPECT_EQ(ordinal_of(20), "twentieth");
  EXPECT_EQ(ordinal_of(24), "24th");
}

}  // namespace
}  // namespace musclekg::extract_test
