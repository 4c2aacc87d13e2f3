// Where sentences end, and what they cite.

#include "extract/sentence.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "test.h"

namespace musclekg::test {

namespace {

Page page_of(std::string words) {
  Page page;
  page.blocks.emplace_back();
  page.blocks[0].words = std::move(words);
  return page;
}

/// The sentences of a page's only block, each with what it cites: "It arises. <2 5>", or "<2 5 of the paragraph>".
std::vector<std::string> described(const Page& page) {
  std::vector<std::string> result;
  for (const Sentence& sentence : sentences_of(page, 0)) {
    std::string text = page.blocks[0].words.substr(sentence.words.begin, sentence.words.end - sentence.words.begin);
    if (!sentence.citations.empty())
      text +=
          fmt::format(" <{}{}>", fmt::join(sentence.citations, " "), sentence.basis == CitationBasis::Paragraph ? " of the paragraph" : "");
    EXPECT_EQ(sentence.citations.empty(), sentence.basis == CitationBasis::None) << text;
    result.push_back(std::move(text));
  }
  return result;
}

std::vector<std::string> described(std::string words) { return described(page_of(std::move(words))); }

using Texts = std::vector<std::string>;

}  // namespace

TEST(Sentences, EndAtFullStopsQuestionsAndExclamations) {
  EXPECT_EQ(described("It arises from the femur. It ends on the tibia! Does it? Yes"),
            (Texts{"It arises from the femur.", "It ends on the tibia!", "Does it?", "Yes"}));
  EXPECT_EQ(described("  one item without a stop "), Texts{"one item without a stop"});
  EXPECT_EQ(described("It is flat;\nthe tendon is round.\nIt is long."), (Texts{"It is flat;\nthe tendon is round.", "It is long."}));
  EXPECT_EQ(described("He called it \"the strap.\" The name stayed."), (Texts{"He called it \"the strap.\"", "The name stayed."}));
  EXPECT_EQ(described("The nerve is L2, 3 and 4. It is long."), (Texts{"The nerve is L2, 3 and 4.", "It is long."}));
}

TEST(Sentences, GoOnBehindAbbreviationsInitialsAndNumbers) {
  for (const char* whole :
       {"The n. femoralis and the a. profunda femoris supply the m. pectineus here.",
        "It meets other tendons, e.g. that of gracilis, i.e. the thin one.", "Fig. 2 shows it.", "See Fig. Two.", "It is 2.5 cm long.",
        "It is approx. 5 cm long, vs. 3 cm in others.", "J. A. Miller found it.", "Miller et al. Weber and others found it.",
        "The root is L. 5 here.", "The lig. patellae and the tub. Ischiadicum.", "It has bundles, layers, etc. and a tendon.",
        "1. Long head of the muscle", "a. Tibial part of it", "No. 5 is absent.", "It has one head: 1. Long one",
        "Prof. The of Hanoi found it."})
    EXPECT_EQ(described(whole), Texts{whole});
  EXPECT_EQ(described("It was found by Miller et al. The tendon is thin."),
            (Texts{"It was found by Miller et al.", "The tendon is thin."}));
  EXPECT_EQ(described("It has bundles, etc. Some are thin."), (Texts{"It has bundles, etc.", "Some are thin."}));
  EXPECT_EQ(described("It is 5 mm. Fibres cross it."), (Texts{"It is 5 mm.", "Fibres cross it."}));
  EXPECT_EQ(described("The answer is no. It ends."), (Texts{"The answer is no.", "It ends."}));
}

TEST(Sentences, EndWhereACapitalFollowsWithoutABlank) {
  EXPECT_EQ(described("It leaves the canal.It ends on the tibia.A slip joins it."),
            (Texts{"It leaves the canal.", "It ends on the tibia.", "A slip joins it."}));
  EXPECT_EQ(described("Roots are L2 and L3.They unite."), (Texts{"Roots are L2 and L3.", "They unite."}));
  for (const char* whole : {"J.Miller found it.", "The U.S.A. muscle", "e.g.The", "see www.Example.org for it"})
    EXPECT_EQ(described(whole), Texts{whole});
}

TEST(Sentences, EndBeforeASmallLetterOnlyWhereAWordOpensThem) {
  EXPECT_EQ(described("It leaves the pelvis. it ends on the femur."), (Texts{"It leaves the pelvis.", "it ends on the femur."}));
  EXPECT_EQ(described("The tubercul. majus is near."), Texts{"The tubercul. majus is near."});
}

TEST(Sentences, GoOnInParentheses) {
  EXPECT_EQ(described("It ends (the tendon is thin. It is long.) on the tibia. It is deep."),
            (Texts{"It ends (the tendon is thin. It is long.) on the tibia.", "It is deep."}));
  EXPECT_EQ(described("It ends here. (It may be absent.) The nerve is deep."),
            (Texts{"It ends here.", "(It may be absent.)", "The nerve is deep."}));
  EXPECT_EQ(described("It (is not closed. It ends. It"), (Texts{"It (is not closed.", "It ends.", "It"}));
}

TEST(Sentences, HaveTheMarksWithinAndBehindThem) {
  EXPECT_EQ(described("It arises[2] from the femur.[1][3] It ends.[4-6] It is long [7, 9]. It is flat. [8]"),
            (Texts{"It arises[2] from the femur. <2 1 3>", "It ends. <4 5 6>", "It is long [7, 9]. <7 9>", "It is flat. <8>"}));
  EXPECT_EQ(described("It leaves the canal.[1]It ends [2]"), (Texts{"It leaves the canal. <1>", "It ends <2>"}));
  EXPECT_EQ(described("It ends.¹² It is long.³ It is flat."),
            (Texts{"It ends. <12>", "It is long. <3>", "It is flat. <3 of the paragraph>"}));
  EXPECT_EQ(described("It leaves the canal.1 It ends there.2,3"), (Texts{"It leaves the canal. <1>", "It ends there. <2 3>"}));
  EXPECT_EQ(described("It ends.[1]: 23 It is long.[2]:45–50 It"), (Texts{"It ends. <1>", "It is long. <2>", "It <2 of the paragraph>"}));
  EXPECT_EQ(described("[3] It ends. It is long.[3] [1] [3]"), (Texts{"It ends. <3>", "It is long. <3 1>"}));
  EXPECT_EQ(described("Roots [L2-4], at [0], of 5 cm³. The [2014] page"), (Texts{"Roots [L2-4], at [0], of 5 cm³.", "The [2014] page"}));
  EXPECT_EQ(described("[1]"), Texts{});
}

TEST(Sentences, WithoutMarkHaveThoseOfTheirParagraph) {
  EXPECT_EQ(described("It arises. It ends.[2] [1] It is long."),
            (Texts{"It arises. <2 1 of the paragraph>", "It ends. <2 1>", "It is long. <2 1 of the paragraph>"}));
  EXPECT_EQ(described("It arises.[1] It ends.[citation needed] It is long."),
            (Texts{"It arises. <1>", "It ends.", "It is long. <1 of the paragraph>"}));
  EXPECT_EQ(described("It ends.[edit] It is long."), (Texts{"It ends.", "It is long."}));
}

TEST(Sentences, HaveTheMarksOfTheMarkup) {
  Page page = page_of("It arises. It ends on bone. It is long.");
  page.blocks[0].marks = {{10, 4, {}}, {20, 2, {}}, {27, 2, {}}};
  EXPECT_EQ(described(page), (Texts{"It arises. <4>", "It ends on bone. <2>", "It is long. <2 of the paragraph>"}));
  page.blocks[0].marks = {{0, 1, {}}, {11, 4, {}}, {39, 7, {}}};  // before the first word; behind a full stop and its blank; at the end
  EXPECT_EQ(described(page), (Texts{"It arises. <1 4>", "It ends on bone. <7 of the paragraph>", "It is long. <7>"}));
}

TEST(Sentences, TellWhereTheirMarksStand) {
  const Page page = page_of("It arises [2] here.[1] It ends.");
  const std::vector<Sentence> sentences = sentences_of(page, 0);
  ASSERT_EQ(sentences.size(), 2u);
  ASSERT_EQ(sentences[0].marks.size(), 2u);
  EXPECT_EQ(sentences[0].marks[0].begin, 10u);
  EXPECT_EQ(sentences[0].marks[0].end, 13u);
  EXPECT_EQ(sentences[0].marks[1].begin, 19u);
  EXPECT_EQ(sentences[0].words.end, 19u);
}

TEST(Sentences, OfAMillionMarksAreFoundInTimeLinearInThem) {
  std::string words;
  for (int i = 0; i < 100000; ++i) words += "It ends.[1-50] ([[.";
  EXPECT_FALSE(sentences_of(page_of(words), 0).empty());
  EXPECT_FALSE(sentences_of(page_of(std::string(1000000, '(')), 0).empty());
  EXPECT_FALSE(sentences_of(page_of(std::string(1000000, '.')), 0).empty());
}

}  // namespace musclekg::test
