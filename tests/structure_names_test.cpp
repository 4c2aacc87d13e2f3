// Names of structures in lists: what they name, which share of it, what they pass through.

#include "extract/structure_names.h"

#include "extract_fixture.h"

namespace musclekg::extract_test {
namespace {

using Names = ListPurpose::Names;

std::vector<StructureName> read(const Text& text, Names names) {
  const LinkTables& link = extract_tables().link;
  const char* slot = names == Names::Attachments ? "attachment"
                     : names == Names::Nerves    ? "nerve"
                     : names == Names::Arteries  ? "artery"
                     : names == Names::Muscles   ? "muscle"
                                                 : "muscles";
  return StructureReader(extract_tables().lexicon, link.abbreviations, link.terms)
      .read(text.tokens(), text.words(), {names, link.slots.find(slot)});
}

/// "linea aspera; qualifier upper half; via septum; hedged; negative"
Lines told(const std::vector<StructureName>& names) {
  Lines lines;
  for (const StructureName& name : names) {
    std::string& line = lines.emplace_back(name.head);
    if (!name.qualifier.empty()) line += "; qualifier " + name.qualifier;
    for (const std::string& via : name.via) line += "; via " + via;
    if (name.hedged) line += "; hedged";
    if (name.negative) line += "; negative";
  }
  return lines;
}

Lines attachments(std::string_view words) { return told(read(Text(words), Names::Attachments)); }
Lines nerves(std::string_view words) { return told(read(Text(words), Names::Nerves)); }
Lines arteries(std::string_view words) { return told(read(Text(words), Names::Arteries)); }

TEST(StructureNames, APartStaysWithItsWhole) {
  EXPECT_EQ(attachments("lateral lip of the linea aspera"), Lines{"lateral lip of linea aspera"});
  EXPECT_EQ(attachments("tip of the coracoid process of the scapula"), Lines{"tip of coracoid process of scapula"});
  EXPECT_EQ(attachments("the anterior superior iliac spine"), Lines{"anterior superior iliac spine"});
}

TEST(StructureNames, AShareIsAQualifier) {
  EXPECT_EQ(attachments("the upper two-thirds of the lateral surface of the fibula"),
            Lines{"lateral surface of fibula; qualifier upper two-thirds"});
  EXPECT_EQ(attachments("posterior part of the inner lip of the iliac crest"), Lines{"inner lip of iliac crest; qualifier posterior part"});
  EXPECT_EQ(attachments("anterior half of the iliac crest and the inguinal ligament"),
            (Lines{"iliac crest; qualifier anterior half", "inguinal ligament"}));
}

TEST(StructureNames, ADirectionBelongsToTheNameOfAThingThatIsCalledSo) {
  EXPECT_EQ(attachments("medial cuneiform"), Lines{"medial cuneiform"});
  EXPECT_EQ(attachments("the greater trochanters"), Lines{"greater trochanter"});
}

TEST(StructureNames, WhereOnAStructureIsAQualifier) {
  EXPECT_EQ(attachments("posterior surface of the tibia near the ankle joint"),
            Lines{"posterior surface of tibia; qualifier near the ankle joint"});
  EXPECT_EQ(attachments("the tibia, medial to the fibula"), Lines{"tibia; qualifier medial to the fibula"});
}

TEST(StructureNames, NamesAreInTheSingular) {
  EXPECT_EQ(attachments("ischial tuberosities"), Lines{"ischial tuberosity"});
  EXPECT_EQ(attachments("bases of the second and third metatarsal bones"),
            (Lines{"base of second metatarsal bone", "base of third metatarsal bone"}));
  EXPECT_EQ(attachments("outer surfaces of the fourth to sixth ribs"),
            (Lines{"outer surface of fourth rib", "outer surface of fifth rib", "outer surface of sixth rib"}));
}

TEST(StructureNames, NumbersAreOrdinalsAndLevelsAreVertebrae) {
  EXPECT_EQ(attachments("rib 5"), Lines{"fifth rib"});
  EXPECT_EQ(attachments("ribs 5-7"), (Lines{"fifth rib", "sixth rib", "seventh rib"}));
  EXPECT_EQ(attachments("spinous processes of T7 to T9"),
            (Lines{"spinous process of T7 vertebra", "spinous process of T8 vertebra", "spinous process of T9 vertebra"}));
  EXPECT_EQ(attachments("transverse processes of the C1-C2 vertebrae"),
            (Lines{"transverse process of C1 vertebra", "transverse process of C2 vertebra"}));
}

TEST(StructureNames, WhatIsPassedThroughIsNoAttachment) {
  EXPECT_EQ(attachments("the calcaneus via the calcaneal tendon"), Lines{"calcaneus; via calcaneal tendon"});
  EXPECT_EQ(attachments("quadriceps tendon into the patella"), (Lines{"quadriceps tendon", "patella; via quadriceps tendon"}));
}

TEST(StructureNames, PartsInParenthesesAreThoseOfTheNameBefore) {
  EXPECT_EQ(attachments("linea aspera (medial lip)"), Lines{"medial lip of linea aspera"});
  EXPECT_EQ(attachments("scapula (medial border, inferior angle)"), (Lines{"medial border of scapula", "inferior angle of scapula"}));
  EXPECT_EQ(attachments("ribs 1-3 (outer surfaces)"),
            (Lines{"outer surface of first rib", "outer surface of second rib", "outer surface of third rib"}));
}

TEST(StructureNames, HedgesAndNegationsAreThoseOfTheirNameAlone) {
  EXPECT_EQ(attachments("the iliac crest, and occasionally the sacrum"), (Lines{"iliac crest", "sacrum; hedged"}));
  EXPECT_EQ(attachments("sometimes from the fibula"), Lines{"fibula; hedged"});
  EXPECT_EQ(attachments("not from the tibia"), Lines{"tibia; negative"});
}

TEST(StructureNames, WhatNamesNothingIsLeftOut) {
  EXPECT_EQ(attachments("tendon"), Lines());
  EXPECT_EQ(attachments("its fibers"), Lines());
  EXPECT_EQ(attachments("the two-thirds"), Lines());
  EXPECT_EQ(nerves("a branch"), Lines());
  EXPECT_EQ(attachments(""), Lines());
}

TEST(StructureNames, AbbreviationsAreWrittenOut) {
  EXPECT_EQ(attachments("ASIS"), Lines{"anterior superior iliac spine"});
  EXPECT_EQ(nerves("n. medianus"), Lines{"median nerve"});
  EXPECT_EQ(nerves("CN XI"), Lines{"accessory nerve"});
}

TEST(StructureNames, EachPurposeTakesItsOwnKindAlone) {
  EXPECT_EQ(attachments("the femoral nerve"), Lines());
  EXPECT_EQ(attachments("femur and femoral artery"), Lines{"femur"});
  EXPECT_EQ(nerves("femoral artery"), Lines());
  EXPECT_EQ(nerves("tibial nerve and popliteal artery"), Lines{"tibial nerve"});
  EXPECT_EQ(arteries("femoral nerve"), Lines());
  EXPECT_EQ(arteries("femoral vein"), Lines());
  EXPECT_EQ(arteries("tibial nerve and popliteal artery"), Lines{"popliteal artery"});
}

TEST(StructureNames, NervesWithTheirDivisionsAndBranches) {
  EXPECT_EQ(nerves("tibial division of the sciatic nerve"), Lines{"tibial division of sciatic nerve"});
  EXPECT_EQ(nerves("branches of the sciatic nerve"), Lines{"sciatic nerve; qualifier branches"});
  EXPECT_EQ(nerves("posterior interosseous nerve, a branch of the radial nerve"),
            Lines{"posterior interosseous nerve; qualifier a branch of the radial nerve"});
  EXPECT_EQ(nerves("ventral rami of C1 and C2"), (Lines{"ventral ramus of C1", "ventral ramus of C2"}));
  EXPECT_EQ(nerves("nerve to the soleus"), Lines{"nerve to soleus"});
}

TEST(StructureNames, LevelsBehindANerveAreNotItsName) {
  EXPECT_EQ(nerves("superior gluteal nerve (L4, L5, S1)"), Lines{"superior gluteal nerve"});
  EXPECT_EQ(nerves("femoral nerve L2"), Lines{"femoral nerve"});
  EXPECT_EQ(nerves("nerve roots S1 and S2"), Lines());
}

TEST(StructureNames, Arteries) {
  EXPECT_EQ(arteries("popliteal and fibular arteries"), (Lines{"popliteal artery", "fibular artery"}));
  EXPECT_EQ(arteries("deep branch of the ulnar artery"), Lines{"deep branch of ulnar artery"});
  EXPECT_EQ(arteries("thoracoacromial trunk"), Lines{"thoracoacromial trunk"});
  EXPECT_EQ(arteries("dorsal scapular artery, a branch of the subclavian artery"),
            Lines{"dorsal scapular artery; qualifier a branch of the subclavian artery"});
}

TEST(StructureNames, MusclesAndGroups) {
  EXPECT_EQ(told(read(Text("psoas major, iliacus, and rectus femoris"), Names::Muscles)),
            (Lines{"psoas major", "iliacus", "rectus femoris"}));
  EXPECT_EQ(told(read(Text("the hamstrings"), Names::Groups)), Lines{"hamstrings"});
  EXPECT_EQ(told(read(Text("the posterior compartment of the leg"), Names::Groups)), Lines{"posterior compartment of leg"});
}

TEST(StructureNames, WordsAreThoseOfTheNameWithoutArticlesBeforeIt) {
  const Text text("from the upper half of the linea aspera, and the patella");
  const std::vector<StructureName> names = read(text, Names::Attachments);
  ASSERT_EQ(names.size(), 2u);
  EXPECT_EQ(text.at(names[0].words), "upper half of the linea aspera");
  EXPECT_EQ(text.at(names[1].words), "patella");
}

TEST(StructureNames, WordsSharedWithOthersOfTheListAreWithin) {
  const Text text("bases of the second and third metatarsal bones");
  for (const StructureName& name : read(text, Names::Attachments)) EXPECT_EQ(text.at(name.words), text.words());
}

}  // namespace
}  // namespace musclekg::extract_test
