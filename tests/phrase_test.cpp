// Names taken apart: portions, branches, chains, parentheses and commas; and what a provisional term made of them is tied to.

#include "link/phrase.h"

#include "link_test.h"

namespace musclekg::link_test {
namespace {

std::string told(const std::vector<Phrase>& phrases) {
  std::string text;
  for (const Phrase& phrase : phrases) text += fmt::format("{}{} | {}", text.empty() ? "" : "; ", phrase.head, phrase.whole);
  return text;
}

std::string told(const std::vector<std::vector<std::string>>& readings) {
  std::string text;
  for (const std::vector<std::string>& together : readings)
    text += fmt::format("{}{}", text.empty() ? "" : "; ", fmt::join(together, " + "));
  return text;
}

std::string readings(std::string_view name) { return told(readings_of(name, bundled_knowledge().portions)); }

std::string cut(const std::string& name) { return told(phrases_of(name, bundled_knowledge().portions)); }

TEST(Phrase, PlainLeavesOutArticlesAndBlanks) {
  EXPECT_EQ(plain("the  femur"), "femur");
  EXPECT_EQ(plain(" The\tFemur \n"), "Femur");
  EXPECT_EQ(plain("a branch"), "branch");
  EXPECT_EQ(plain("an artery"), "artery");
  EXPECT_EQ(plain("THE FEMUR"), "FEMUR");
  EXPECT_EQ(plain("An artery"), "artery");
  EXPECT_EQ(plain("shaft of the femur"), "shaft of the femur") << "within a name it stays";
  EXPECT_EQ(plain("the"), "the") << "a name of an article alone";
  EXPECT_EQ(plain(""), "");
  EXPECT_EQ(plain("theca"), "theca");
}

TEST(Phrase, CutsAtOfFromAndOn) {
  EXPECT_EQ(cut("femur"), "");
  EXPECT_EQ(cut("shaft of femur"), "shaft | femur");
  EXPECT_EQ(cut("branches from the femoral nerve"), "branch | femoral nerve");
  EXPECT_EQ(cut("facet on the tibia"), "facet | tibia");
  EXPECT_EQ(cut("medial lip of the linea aspera of the femur"),
            "medial lip | linea aspera of the femur; medial lip of the linea aspera | femur");
  EXPECT_EQ(cut("Branches Of The Femoral Nerve"), "Branch | Femoral Nerve") << "in titles";
  EXPECT_EQ(cut("SHAFT OF THE FEMUR"), "SHAFT | FEMUR");
  EXPECT_EQ(cut("of femur"), "") << "nothing in front";
  EXPECT_EQ(cut("offshoot often"), "") << "words that begin so";
  EXPECT_EQ(cut("shaft of"), "") << "nothing behind";
}

TEST(Phrase, ReadsParenthesesAndCommas) {
  EXPECT_EQ(readings("femur"), "");
  EXPECT_EQ(readings("linea aspera (medial lip)"), "medial lip of linea aspera");
  EXPECT_EQ(readings("linea aspera, medial lip"), "medial lip of linea aspera");
  EXPECT_EQ(readings("quadriceps tendon (medial side)"), "medial side of quadriceps tendon");
  EXPECT_EQ(readings("border (base) of the patella"), "border of the patella + base of the patella");
  EXPECT_EQ(readings("upper border (base) of the patella"), "upper border of the patella + upper base of the patella; base of the patella");
  EXPECT_EQ(readings("iliotibial tract (band)"), "iliotibial tract + band");
  EXPECT_EQ(readings("tensor fasciae latae (TFL)"), "tensor fasciae latae + TFL");
  EXPECT_EQ(readings("(femur)"), "") << "nothing beside it";
  EXPECT_EQ(readings("femur ()"), "");
  EXPECT_EQ(readings("femur (shaft"), "") << "not closed";
  EXPECT_EQ(readings("femur) shaft ("), "");
  EXPECT_EQ(readings("femur, tibia"), "") << "a list";
  EXPECT_EQ(readings("femur,"), "");
  EXPECT_EQ(readings(", medial lip"), "");
  EXPECT_EQ(readings("linea aspera, femur, medial lip"), "") << "two commas";
}

TEST(Portions, TellPortionsFromNames) {
  const Portions& portions = bundled_knowledge().portions;
  for (const char* phrase :
       {"upper two-thirds", "medial side", "Lower Half", "upper and lower parts", "anterior and medial aspects", "the distal third",
        "whole", "upper 2/3", "branches", "posterior division", "greater part", "upper \xE2\x85\x94"})
    EXPECT_TRUE(portions.names_portion(phrase)) << phrase;
  for (const char* phrase : {"medial lip", "medial border", "shaft", "upper femur", "linea aspera", "", "and of", "zyg"})
    EXPECT_FALSE(portions.names_portion(phrase)) << phrase;
  for (const char* phrase : {"medial side", "lateral lip", "branch", "posterior branches", "upper third", "heads"})
    EXPECT_TRUE(portions.names_part(phrase)) << phrase;
  for (const char* phrase : {"medial", "band", "femur", "", "TFL"}) EXPECT_FALSE(portions.names_part(phrase)) << phrase;
}

TEST(Phrase, PortionOfAKnownTermIsPartOfItAndNeverIt) {
  Names names;
  for (const auto& [name, expected] : {
           std::pair{"upper two-thirds of the femur", "mkt:upper-two-thirds-of-femur by composed, part of UBERON:0000981"},
           std::pair{"medial side of the patella", "mkt:medial-side-of-patella by composed, part of UBERON:0002446"},
           std::pair{"Medial Side Of The Patella", "mkt:medial-side-of-patella by composed, part of UBERON:0002446"},
           std::pair{"MEDIAL SIDE OF THE PATELLA", "mkt:medial-side-of-patella by composed, part of UBERON:0002446"},
           std::pair{"patella (medial side)", "mkt:medial-side-of-patella by composed, part of UBERON:0002446"},
           std::pair{"patella, medial side", "mkt:medial-side-of-patella by composed, part of UBERON:0002446"},
           std::pair{"upper third of the shaft of the femur", "mkt:upper-third-of-diaphysis-of-femur by composed, part of UBERON:0006862"},
           std::pair{"lower half of the medial lip of the linea aspera of the femur",
                     "mkt:lower-half-of-medial-lip-of-linea-aspera-of-femur by composed, part of FMA:43719"},
       })
    EXPECT_EQ(names.told("attachment", name), expected) << name;
}

TEST(Phrase, PortionWithoutOfIsNarrowerThanTheTerm) {
  Names names;
  EXPECT_EQ(names.told("attachment", "upper femur"), "mkt:upper-femur by composed, narrower than UBERON:0000981");
  EXPECT_EQ(names.told("attachment", "the lateral patella"), "mkt:lateral-patella by composed, narrower than UBERON:0002446");
  EXPECT_EQ(names.told("attachment", "zygal femur"), "mkt:zygal-femur by provisional") << "no word for a portion";
}

TEST(Phrase, BranchOfANerveOrAnArtery) {
  Names names;
  for (const char* name :
       {"branches from the femoral nerve", "branch of femoral nerve", "a branch of the femoral nerve", "Branches of the Femoral Nerve"})
    EXPECT_EQ(names.told("nerve", name), "mkt:branch-of-femoral-nerve by composed, branch of UBERON:0001267") << name;
  EXPECT_EQ(names.told("nerve", "posterior division of the femoral nerve"),
            "mkt:posterior-division-of-femoral-nerve by composed, branch of UBERON:0001267");
  EXPECT_EQ(names.told("nerve", "branch from the posterior division of the femoral nerve"),
            "mkt:branch-from-the-posterior-division-of-femoral-nerve by composed, branch of UBERON:0001267");
  EXPECT_EQ(names.told("artery", "branches of the profunda femoris artery"),
            "mkt:branch-of-deep-femoral-artery by composed, branch of UBERON:0001355");
  EXPECT_EQ(names.told("artery", "branches of the femoral nerve"), "mkt:branches-of-the-femoral-nerve by provisional")
      << "a nerve branches into no artery";
}

TEST(Phrase, ChainsLeadToThePartWithinTheWhole) {
  const Extended extended(
      "obo:UBERON_9300001 a owl:Class ; rdfs:label \"zygal bone\" ; rdfs:subClassOf obo:UBERON_0001474 ; obo:BFO_0000050 "
      "obo:UBERON_0010709 .\n"
      "obo:UBERON_9300002 a owl:Class ; rdfs:label \"rough line of zygal bone\" ; oboInOwl:hasExactSynonym \"zygal rough line\" ; "
      "rdfs:subClassOf "
      "obo:UBERON_0005913 ; obo:BFO_0000050 obo:UBERON_9300001 .\n"
      "obo:UBERON_9300003 a owl:Class ; rdfs:label \"lateral lip of rough line of zygal bone\" ; rdfs:subClassOf obo:UBERON_0005913 ; "
      "obo:BFO_0000050 "
      "obo:UBERON_9300002 .\n"
      "obo:UBERON_9300004 a owl:Class ; rdfs:label \"other bone\" ; rdfs:subClassOf obo:UBERON_0001474 ; obo:BFO_0000050 "
      "obo:UBERON_0010708 .\n"
      "obo:UBERON_9300005 a owl:Class ; rdfs:label \"zygal knob\" ; rdfs:subClassOf obo:UBERON_0005913 ; obo:BFO_0000050 "
      "obo:UBERON_9300001 .\n"
      "obo:UBERON_9300006 a owl:Class ; rdfs:label \"zygal knob\" ; rdfs:subClassOf obo:UBERON_0005913 ; obo:BFO_0000050 "
      "obo:UBERON_9300004 .\n");
  Names names(extended);
  EXPECT_EQ(names.told("attachment", "lateral lip of the rough line of the zygal bone"), "UBERON:9300003 by normalized name");
  EXPECT_EQ(names.told("attachment", "lateral lip of the rough line"), "UBERON:9300003 by elliptic name");
  EXPECT_EQ(names.told("attachment", "lateral lip of the zygal rough line"), "UBERON:9300003 by rearranged name")
      << "the whole by its synonym";
  EXPECT_EQ(names.told("attachment", "lateral lip of zygal bone"), "UBERON:9300003 by elliptic name") << "a link of the chain left out";
  EXPECT_EQ(names.told("attachment", "zygal rough line (lateral lip)"), "UBERON:9300003 by rearranged name");
  EXPECT_EQ(names.told("attachment", "zygal knob of the other bone"), "UBERON:9300006 by rearranged name");
  EXPECT_EQ(names.told("attachment", Names::of("zygal knob", "other bone")), "UBERON:9300006 by label");
  EXPECT_EQ(names.told("attachment", "lateral lip of the other bone"), "mkt:lateral-lip-of-other-bone by composed, part of UBERON:9300004");
  EXPECT_EQ(names.told("attachment", "upper third of the lateral lip of the zygal rough line"),
            "mkt:upper-third-of-lateral-lip-of-rough-line-of-zygal-bone by composed, part of UBERON:9300003");
}

TEST(Phrase, ParenthesesWithAnotherNameOfTheSameThing) {
  Names names;
  EXPECT_EQ(names.told("muscle", "tensor fasciae latae (TFL)"), "UBERON:0001376 by rearranged name");
  EXPECT_EQ(names.told("passage", "quadriceps tendon (patellar ligament)"), "open: UBERON:0003676, UBERON:0014848")
      << "two different things";
  EXPECT_EQ(names.told("passage", "quadriceps tendon (medial side)"),
            "mkt:medial-side-of-tendon-of-quadriceps-femoris by composed, part of UBERON:0014848");
}

TEST(Phrase, LongNamesTakeNoTime) {
  Names names;
  for (const char* part : {" of zyg", " (zyg)", ", zyg", " (medial lip)", " and zyg", " STJ", " TP of", "-1 to ", " 1-40,"}) {
    std::string name = "zyg";
    while (name.size() < 20000) name += part;
    EXPECT_EQ(names.link("attachment", name).term, kNoTerm) << part;
    EXPECT_TRUE(names.linker().split_coordination(names.slot("attachment"), name).empty()) << part;
  }
}

}  // namespace
}  // namespace musclekg::link_test
