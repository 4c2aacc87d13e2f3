// What is made alike when names are compared, and what is not.

#include "terms/name_forms.h"

#include <map>
#include <set>

#include "link_test.h"

namespace musclekg::link_test {
namespace {

const NameForms& name_forms() { return bundled_knowledge().forms; }
std::string normal(std::string_view name) { return name_forms().normal(name); }

/// `kinds`: "muscle|bone"; "*" for all.
std::string arranged(std::string_view name, std::string_view kinds = "*") {
  KindSet set = kinds == "*" ? ~KindSet{0} : 0;
  for (const std::string_view kind : split(kinds, '|')) set |= bundled_knowledge().kinds.bit(kind);
  return name_forms().arranged(normal(name), set).name;
}

void expect_alike(const std::vector<std::pair<const char*, const char*>>& pairs) {
  for (const auto& [one, other] : pairs) EXPECT_EQ(normal(one), normal(other)) << one << " / " << other;
}
void expect_different(const std::vector<std::pair<const char*, const char*>>& pairs) {
  for (const auto& [one, other] : pairs) EXPECT_NE(normal(one), normal(other)) << one << " / " << other;
}

TEST(NormalName, CaseBlanksAndUnicodeForm) {
  expect_alike({{"Femoral Nerve", "FEMORAL NERVE"},
                {" femoral \t\n nerve ", "femoral nerve"},
                {"femoral\xC2\xA0nerve", "femoral nerve"},
                {"\xEF\xBD\x86\xEF\xBD\x85mur", "femur"},  // full width
                {"caf\x65\xCC\x81", "caf\xC3\xA9"},        // combining acute
                {"\xEF\xAC\x81"
                 "bula",
                 "fibula"}});  // ligature fi
}

TEST(NormalName, DashesHyphensAndPeriods) {
  for (const char* dash : {"-", "\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92", " "})
    EXPECT_EQ(normal(fmt::format("infra{}patellar", dash)), "infra patellar") << dash;
  EXPECT_EQ(name_forms().joined("infra-patellar fat pad"), normal("infrapatellar fat pad"));
  EXPECT_EQ(name_forms().joined("infrapatellar fat pad"), "") << "no hyphen";
  EXPECT_EQ(name_forms().joined("C5-7"), "") << "none within a word";
}

TEST(NormalName, LigaturesOfVowels) {
  expect_alike({{"fasciæ latæ", "fasciae latae"}, {"FASCIÆ", "fasciae"}, {"œsophagus", "esophagus"}, {"Œsophagus", "oesophagus"}});
}

TEST(NormalName, Possessives) {
  expect_alike({{"Guyon's canal", "Guyon canal"},
                {"Guyon\xE2\x80\x99s canal", "Guyon canal"},
                {"adductors' canal", "adductor canal"},
                {"Gerdy's tubercle", "Gerdy tubercle"}});
}

TEST(NormalName, PluralsInEnglish) {
  expect_alike({{"muscles", "muscle"},
                {"processes", "process"},
                {"arteries", "artery"},
                {"vertebrae", "vertebra"},
                {"feet", "foot"},
                {"halves", "half"},
                {"metatarsals", "metatarsal"},
                {"diaphyses", "diaphysis"},
                {"tuberosities", "tuberosity"}});
}

TEST(NormalName, PluralsInLatin) {
  expect_alike({{"musculi", "musculus"},
                {"ligamenta", "ligamentum"},
                {"aponeuroses", "aponeurosis"},
                {"condyli", "condylus"},
                {"bursae", "bursa"},
                {"foramina", "foramen"},
                {"nervi", "nervus"},
                {"arteriae", "arteria"},
                {"cortices", "cortex"},
                {"phalanges", "phalanx"}});
}

TEST(NormalName, WordsInSThatAreSingular) {
  for (const char* word : {"biceps", "triceps", "quadriceps", "pes", "pelvis", "pubis", "vastus", "process", "psoas", "atlas", "plexus",
                           "brevis", "fibularis", "teres", "pancreas"})
    EXPECT_EQ(normal(word), word);
}

TEST(NormalName, SpellingsBritishAndOld) {
  expect_alike({{"gluteal", "glutaeal"},
                {"popliteal", "poplitaeal"},
                {"peritoneum", "peritonaeum"},
                {"coeliac", "celiac"},
                {"fibre", "fiber"},
                {"oesophagus", "esophagus"},
                {"haemorrhoid", "hemorrhoid"},
                {"tendinous", "tendonous"},
                {"perineal", "perinaeal"},
                {"grey matter", "gray matter"},
                {"caecum", "cecum"}});
}

TEST(NormalName, Articles) {
  expect_alike({{"the femur", "femur"}, {"The shaft of the femur", "shaft of femur"}, {"a branch of an artery", "branch of artery"}});
  EXPECT_EQ(normal("vitamin A"), "vitamin") << "where a letter names something, both sides lose it";
}

TEST(NormalName, KeepsWhatTellsStructuresApart) {
  expect_different({{"femoral nerve", "femoral artery"},
                    {"first rib", "second rib"},
                    {"medial lip", "lateral lip"},
                    {"tibia", "tibialis"},
                    {"ilium", "ileum"},
                    {"ileal", "iliac"},
                    {"peroneal", "perineal"},
                    {"shaft of femur", "femur shaft"},
                    {"radial", "radius"},
                    {"palmar", "plantar"},
                    {"C5", "C6"},
                    {"adductor", "abductor"},
                    {"intercostal", "infracostal"},
                    {"perineum", "peritoneum"}});
}

TEST(NumberedName, KeepsTheNumber) {
  EXPECT_NE(name_forms().numbered("interossei"), name_forms().numbered("interosseus"));
  EXPECT_NE(name_forms().numbered("lumbricals"), name_forms().numbered("lumbrical"));
  EXPECT_EQ(name_forms().numbered("The Glutaeal-muscles"), name_forms().numbered("gluteal muscles"));
}

TEST(ArrangedName, WordOrder) {
  EXPECT_EQ(arranged("shaft of the femur"), arranged("femur shaft"));
  EXPECT_EQ(arranged("medial lip of the linea aspera of the femur"), arranged("femur linea aspera medial lip"));
  EXPECT_NE(arranged("head of the neck"), arranged("neck of the head"));
}

TEST(ArrangedName, Adjectives) {
  EXPECT_EQ(arranged("femoral shaft"), arranged("shaft of the femur"));
  EXPECT_EQ(arranged("patellar ligament"), arranged("ligament of the patella"));
  EXPECT_EQ(arranged("lateral humeral epicondyle"), "lateral humerus epicondyle");
  EXPECT_NE(arranged("carpal bone"), arranged("carpus")) << "not in the table";
}

TEST(ArrangedName, NounsOfTheKindOnly) {
  EXPECT_EQ(arranged("sartorius muscle", "muscle"), "sartorius");
  EXPECT_EQ(arranged("musculus sartorius", "muscle"), "sartorius");
  EXPECT_EQ(arranged("patella bone", "bone"), "patella");
  EXPECT_EQ(arranged("knee joint", "joint"), "knee");
  EXPECT_EQ(arranged("knee joint", "bone"), "knee joint");
  EXPECT_EQ(arranged("sartorius muscle", "nerve|bone"), "sartorius muscle");
  EXPECT_EQ(arranged("femoral nerve", "nerve"), "femur nerve") << "what is left would be no name";
  EXPECT_EQ(arranged("muscle", "muscle"), "muscle") << "nor would nothing";
  EXPECT_EQ(arranged("tongue muscle", "*"), "tongue");
}

TEST(ArrangedName, LeavesOutOneNounAtMost) {
  EXPECT_EQ(arranged("muscle group", "muscle|muscle-group"), "muscle");
  EXPECT_EQ(arranged("musculus sartorius muscle", "muscle"), "musculus sartorius");
}

TEST(NameForms, EndForAnyBytes) {
  for (const char* text : {"", " ", "-", "--", "the", "of", "of of", "'", "'s", "s", "...", ".", ",", "( )", "of the", "\xE2\x80\x99s"}) {
    EXPECT_NO_THROW(arranged(text)) << text;
    EXPECT_NO_THROW(name_forms().joined(text)) << text;
  }
}

/// Names by which two terms of one kind in the bundled module could be taken for each other.
TEST(NameForms, MakeNoTwoBundledTermsOfAKindAlike) {
  const Knowledge& knowledge = bundled_knowledge();
  struct Name {
    TermId term;
    std::string text;
  };
  std::map<std::string, std::vector<Name>> by_normal;
  for (TermId id = 0; id < knowledge.terms.size(); ++id) {
    const Term& term = knowledge.terms[id];
    if (term.obsolete || term.label.empty() || knowledge.terms.find_iri(term.iri) != id) continue;
    by_normal[normal(term.label)].push_back({id, term.label});
    for (const Synonym& synonym : term.synonyms)
      if (synonym.scope == Scope::Exact) by_normal[normal(synonym.text)].push_back({id, synonym.text});
  }
  ASSERT_GT(by_normal.size(), 1000u);
  std::set<std::string> found;
  for (const auto& [name, all] : by_normal)
    for (const Name& one : all)
      for (const Name& other : all) {
        if (one.term >= other.term || (knowledge.terms[one.term].kinds & knowledge.terms[other.term].kinds) == 0) continue;
        if (fold(one.text) == fold(other.text) || name_forms().numbered(one.text) != name_forms().numbered(other.text)) continue;
        found.insert(fmt::format("{} '{}' / {} '{}'", knowledge.prefixes.id_of(knowledge.terms[one.term].iri), one.text,
                                 knowledge.prefixes.id_of(knowledge.terms[other.term].iri), other.text));
      }
  EXPECT_EQ(fmt::format("{}", fmt::join(found, "\n")), "");
}

}  // namespace
}  // namespace musclekg::link_test
