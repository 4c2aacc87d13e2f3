// Lists and ranges in one text: every way to read them, and that only a way that is certain is taken.

#include "link/coordination.h"

#include <set>

#include "link_test.h"

namespace musclekg::link_test {
namespace {

const std::vector<std::string>& order() { return bundled_knowledge().levels->order(); }

std::string levels(std::string_view text) { return fmt::format("{}", fmt::join(levels_of(text, order()), " ")); }

/// Whether one of the ways to split the text gives just these names.
bool splits_into(std::string_view text, const std::vector<std::string>& names) {
  const auto ways = coordinations(text);
  return std::find(ways.begin(), ways.end(), names) != ways.end();
}

TEST(Levels, ListsAndRanges) {
  EXPECT_EQ(levels("L2"), "L2");
  EXPECT_EQ(levels("L2-4"), "L2 L3 L4");
  EXPECT_EQ(levels("L2-L4"), "L2 L3 L4");
  EXPECT_EQ(levels("L2 through 4"), "L2 L3 L4");
  EXPECT_EQ(levels("L2 to L4"), "L2 L3 L4");
  EXPECT_EQ(levels("L2, 3 and 4"), "L2 L3 L4");
  EXPECT_EQ(levels("L2, L3, and L4"), "L2 L3 L4");
  EXPECT_EQ(levels("L2/L3"), "L2 L3");
  EXPECT_EQ(levels("L2 & 3; L5"), "L2 L3 L5");
  EXPECT_EQ(levels("C5,6"), "C5 C6");
  EXPECT_EQ(levels("C7,8"), "C7 C8");
  EXPECT_EQ(levels("C8, T1"), "C8 T1");
  EXPECT_EQ(levels("C5-T1"), "C5 C6 C7 C8 T1");
  EXPECT_EQ(levels("T12-L2"), "T12 L1 L2");
  EXPECT_EQ(levels("l2 - l4"), "L2 L3 L4");
  EXPECT_EQ(levels("L 2-4"), "L2 L3 L4");
  EXPECT_EQ(levels("L2-4, S1"), "L2 L3 L4 S1");
  EXPECT_EQ(levels("L2, L2-L3"), "L2 L3") << "each once";
}

TEST(Levels, EveryDash) {
  for (const char* dash : {"-", "\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x92", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x95",
                           "\xE2\x88\x92", "\xEF\xBC\x8D", "\xEF\xB9\xA3"})
    EXPECT_EQ(levels(std::string("L2") + dash + "4"), "L2 L3 L4") << dash;
}

TEST(Levels, NothingWhereOneIsNone) {
  for (const char* text : {"", "-", ",", "L9", "L2-L9", "L4-2", "L4-L2", "2-4", "L2-3-4", "L2 or 3", "lumbar", "L2, ilium", "C", "L-",
                           "-L2", "L2-999999999999", "L2-\xFF"})
    EXPECT_EQ(levels(text), "") << text;
}

TEST(Coordination, SharesWhatIsBehindOrInFront) {
  EXPECT_TRUE(splits_into("superior and inferior gluteal arteries", {"superior gluteal arteries", "inferior gluteal arteries"}));
  EXPECT_TRUE(splits_into("second, third, and fourth metatarsal", {"second metatarsal", "third metatarsal", "fourth metatarsal"}));
  EXPECT_TRUE(
      splits_into("flexor digitorum superficialis and profundus", {"flexor digitorum superficialis", "flexor digitorum profundus"}));
  EXPECT_TRUE(splits_into("upper borders of second and third ribs", {"upper borders of second ribs", "upper borders of third ribs"}));
  EXPECT_TRUE(splits_into("femur and tibia", {"femur", "tibia"}));
  EXPECT_TRUE(splits_into("femur, tibia, & fibula", {"femur", "tibia", "fibula"}));
  EXPECT_TRUE(splits_into("femur/tibia", {"femur", "tibia"}));
  EXPECT_TRUE(splits_into("femur;\ttibia\nand fibula", {"femur", "tibia", "fibula"}));
}

TEST(Coordination, CountsRangesOut) {
  EXPECT_TRUE(splits_into("6th-12th ribs",
                          {"sixth ribs", "seventh ribs", "eighth ribs", "ninth ribs", "tenth ribs", "eleventh ribs", "twelfth ribs"}));
  EXPECT_TRUE(
      splits_into("6-12th rib", {"sixth rib", "seventh rib", "eighth rib", "ninth rib", "tenth rib", "eleventh rib", "twelfth rib"}));
  EXPECT_TRUE(splits_into("sixth to eighth ribs", {"sixth ribs", "seventh ribs", "eighth ribs"}));
  EXPECT_TRUE(splits_into("first through third ribs", {"first ribs", "second ribs", "third ribs"}));
  EXPECT_TRUE(splits_into("second \xE2\x80\x93 fourth metatarsals", {"second metatarsals", "third metatarsals", "fourth metatarsals"}));
  EXPECT_TRUE(splits_into("C1-C3 vertebrae", {"C1 vertebrae", "C2 vertebrae", "C3 vertebrae"}));
  EXPECT_TRUE(splits_into("T1-3", {"T1", "T2", "T3"}));
  EXPECT_TRUE(splits_into("ribs 6-8", {"ribs 6", "ribs 7", "ribs 8"}));
}

TEST(Coordination, NothingToSplit) {
  for (const char* text : {"", "femur", "and", ",", ", ,", "and and", "hip-knee ligament", "eighth-sixth ribs", "12th-6th ribs",
                           "6th-6th ribs", "1-5000", "first to femur", "C3-T2", "999-9999"})
    EXPECT_TRUE(coordinations(text).empty()) << text;
  EXPECT_TRUE(coordinations("1-40 ribs").empty()) << "more than an anatomist names";
}

TEST(Coordination, MayCoordinateIsTrueOfAllThatIsSplit) {
  for (const char* text : {"a and b", "a, b", "a/b", "a & b", "a; b", "1 to 3", "1 through 3", "1 thru 3", "1-3",
                           "1\xE2\x80\x93"
                           "3",
                           "1\xE2\x88\x92"
                           "3",
                           "a\nand b", "a AND b"})
    EXPECT_EQ(may_coordinate(text), !coordinations(text).empty()) << text;
  EXPECT_FALSE(may_coordinate("femur"));
  EXPECT_FALSE(may_coordinate("candle"));
}

TEST(Coordination, IsBoundedInWaysAndNames) {
  std::string text = "a0";
  for (int i = 1; i < 24; ++i) text += fmt::format(" a{}", i);
  text += " and b0";
  for (int i = 1; i < 24; ++i) text += fmt::format(" b{}", i);
  EXPECT_LE(coordinations(text).size(), 40u);
  EXPECT_GT(coordinations(text).size(), 0u);
}

std::string split_by(Names& names, std::string_view slot, std::string_view text) {
  return fmt::format("{}", fmt::join(names.linker().split_coordination(names.slot(slot), text), " + "));
}

TEST(Coordination, IsSplitWhereEveryPartLinks) {
  Names names;
  EXPECT_EQ(split_by(names, "artery", "superior and inferior gluteal arteries"), "superior gluteal arteries + inferior gluteal arteries");
  EXPECT_EQ(split_by(names, "attachment", "second, third, and fourth metatarsal"),
            "second metatarsal + third metatarsal + fourth metatarsal");
  EXPECT_EQ(split_by(names, "attachment", "6th-12th ribs"),
            "sixth ribs + seventh ribs + eighth ribs + ninth ribs + tenth ribs + eleventh ribs + twelfth ribs");
  EXPECT_EQ(split_by(names, "attachment", "6-12th rib"),
            "sixth rib + seventh rib + eighth rib + ninth rib + tenth rib + eleventh rib + twelfth rib");
  EXPECT_EQ(split_by(names, "muscle", "flexor digitorum superficialis and profundus"),
            "flexor digitorum superficialis + flexor digitorum profundus");
  EXPECT_EQ(split_by(names, "attachment", "upper borders of second and third ribs"),
            "upper borders of second ribs + upper borders of third ribs");
  EXPECT_EQ(split_by(names, "attachment", "femur, patella and tibia"), "femur + patella + tibia");
  EXPECT_EQ(split_by(names, "attachment", "Femur And Patella"), "Femur + Patella");
  EXPECT_EQ(split_by(names, "muscle", "vastus lateralis, medialis and intermedius"),
            "vastus lateralis + vastus medialis + vastus intermedius");
}

TEST(Coordination, IsNotSplitWhereAPartDoesNotLink) {
  Names names;
  for (const char* text : {"femur and zyg", "zyg and zag", "zyg, zag and femur", "femur and", "eighth-sixth ribs", "1-5000 ribs",
                           "1000-2000", "hip-knee ligament"})
    EXPECT_EQ(split_by(names, "attachment", text), "") << text;
  EXPECT_EQ(split_by(names, "nerve", "femur and patella"), "") << "no nerves";
}

TEST(Coordination, IsNotSplitWhereItIsOneName) {
  const Extended extended(
      "obo:UBERON_9400001 a owl:Class ; rdfs:label \"tendon of semitendinosus and gracilis\" ; rdfs:subClassOf obo:UBERON_0000043 .\n"
      "obo:UBERON_9400002 a owl:Class ; rdfs:label \"femur and tibia\" ; rdfs:subClassOf obo:UBERON_0001474 .\n");
  Names names(extended);
  for (const char* text :
       {"tendon of semitendinosus and gracilis", "the tendons of semitendinosus and gracilis", "femur and tibia", "Femur and Tibia"})
    EXPECT_EQ(split_by(names, "attachment", text), "") << text;
  EXPECT_EQ(split_by(names, "attachment", "femur and patella"), "femur + patella");
}

TEST(Coordination, HomonymIsNoReasonToSplit) {
  const Extended extended(
      "obo:UBERON_9400003 a owl:Class ; rdfs:label \"femur and tibia\" ; rdfs:subClassOf obo:UBERON_0001474 .\n"
      "obo:UBERON_9400004 a owl:Class ; rdfs:label \"femur and tibia\" ; rdfs:subClassOf obo:UBERON_0001474 .\n");
  Names names(extended);
  EXPECT_EQ(split_by(names, "attachment", "femur and tibia"), "") << "two terms have it as one name";
}

}  // namespace
}  // namespace musclekg::link_test
