// What a name in a record is linked to, by which rule, and what is left open.

#include "link_test.h"

namespace musclekg::link_test {
namespace {

TEST(Linker, ByLabelCaseAndSpacingAside) {
  Names names;
  EXPECT_EQ(names.told("muscle", "vastus medialis"), "UBERON:0001380 by label");
  EXPECT_EQ(names.told("muscle", "  Vastus\t MEDIALIS "), "UBERON:0001380 by label");
  EXPECT_EQ(names.told("muscle", "vastus\xC2\xA0medialis"), "UBERON:0001380 by label") << "no-break space";
}

TEST(Linker, ByExactSynonym) {
  Names names;
  EXPECT_EQ(names.told("muscle", "adductor magnus muscle"), "UBERON:0000370 by exact synonym");
  EXPECT_EQ(names.told("artery", "Arteria profunda femoris"), "UBERON:0001355 by exact synonym");
}

TEST(Linker, ByInflectedName) {
  Names names;
  EXPECT_EQ(names.told("attachment", "the patella"), "UBERON:0002446 by normalized name");
  EXPECT_EQ(names.told("passage", "quadriceps tendons"), "UBERON:0014848 by normalized name");
  EXPECT_EQ(names.told("artery", "The Deep Femoral Arteries"), "UBERON:0001355 by normalized name");
}

TEST(Linker, TakesEveryDashForAHyphen) {
  Extended extended("obo:UBERON_9000001 a owl:Class ; rdfs:label \"hip-knee ligament\" ; rdfs:subClassOf obo:UBERON_0000211 .\n");
  Names names(extended.knowledge());
  for (const char* dash : {"-", "\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92"})
    EXPECT_EQ(names.told("attachment", std::string("Hip") + dash + "knee ligament"), "UBERON:9000001 by label") << dash;
}

TEST(Linker, NeverByPartOfAName) {
  Names names;
  EXPECT_EQ(names.link("muscle", "vastus").term, kNoTerm);
  EXPECT_EQ(names.link("muscle", "vastus medialis lateralis").term, kNoTerm);
  EXPECT_EQ(names.link("muscle", "vastus medialiss").term, kNoTerm) << "a slip of the pen is not mended";
}

TEST(Linker, ByIdWhenTheNameFits) {
  Names names;
  EXPECT_EQ(names.told(names.link("muscle", Names::with_id("vastus medialis", "UBERON:0001380"))), "UBERON:0001380 by given id");
  EXPECT_EQ(names.told(names.link("muscle", Names::with_id("The adductor magnus muscle", "UBERON:0000370"))), "UBERON:0000370 by given id");
  EXPECT_EQ(names.told(names.link("muscle", Names::with_id("vastus medialis", "http://purl.obolibrary.org/obo/UBERON_0001380"))),
            "UBERON:0001380 by given id");
}

TEST(Linker, ByIdOfAnotherOntologyThroughExactMatch) {
  Names names;
  EXPECT_EQ(names.told(names.link("muscle", Names::with_id("vastus medialis", "FMA:22432"))), "UBERON:0001380 by given id");
}

TEST(Linker, RefusesAnIdThatIsNotTheNames) {
  Names names;
  EXPECT_EQ(names.told(names.link("muscle", Names::with_id("rectus femoris", "UBERON:0001380"))),
            "refused: UBERON:0001380 is 'vastus medialis', not 'rectus femoris', which is UBERON:0001378 [id-label-mismatch]");
}

TEST(Linker, RefusesAnUnknownId) {
  Names names;
  EXPECT_EQ(names.told(names.link("muscle", Names::with_id("vastus medialis", "UBERON:9999999"))),
            "refused: UBERON:9999999 is in no loaded ontology [unknown-id]");
  EXPECT_EQ(names.told(names.link("muscle", Names::with_id("vastus medialis", "NOWHERE:1"))),
            "refused: NOWHERE:1 is in no loaded ontology [unknown-id]");
}

TEST(Linker, RefusesAnIdOfTheWrongKind) {
  Names names;
  EXPECT_EQ(names.told(names.link("nerve", Names::with_id("vastus medialis", "UBERON:0001380"))),
            "refused: UBERON:0001380 'vastus medialis' is of kind muscle; the slot 'nerve' takes nerve, nerve-plexus [wrong-kind]");
}

TEST(Linker, RefusesAnObsoleteIdAndPassesOverItsName) {
  Extended extended(
      "obo:UBERON_9000002 a owl:Class ; rdfs:label \"hidden muscle\" ; rdfs:subClassOf obo:UBERON_0001630 ; owl:deprecated true .\n");
  Names names(extended.knowledge());
  EXPECT_EQ(names.told(names.link("muscle", Names::with_id("hidden muscle", "UBERON:9000002"))),
            "refused: UBERON:9000002 'hidden muscle' is obsolete, and no loaded term replaces it [obsolete-id]");
  EXPECT_EQ(names.told("muscle", "hidden muscle"), "mkt:hidden-muscle by provisional");
}

TEST(Linker, RefusesANameThatLeavesNoTermName) {
  Names names;
  EXPECT_EQ(names.told("muscle", "?!"), "refused: '?!' has no letter or digit to make a term's name of [no-letters]");
}

TEST(Linker, TakesOnlyTermsOfAKindTheSlotTakes) {
  Names names;
  EXPECT_EQ(names.link("nerve", "vastus medialis").term, kNoTerm);
  EXPECT_EQ(names.link("artery", "femoral nerve").term, kNoTerm);
  EXPECT_EQ(names.link("muscle", "femur").term, kNoTerm);
  EXPECT_EQ(names.told("nerve", "femoral nerve"), "UBERON:0001267 by label");
  EXPECT_EQ(names.told("any", "femoral nerve"), "UBERON:0001267 by label");
}

TEST(Linker, OfTwoTermsWithTheNameTakesTheOneTheSlotTakes) {
  Extended extended(
      "obo:UBERON_9000003 a owl:Class ; rdfs:label \"twin structure\" ; rdfs:subClassOf obo:UBERON_0001021 .\n"
      "obo:UBERON_9000004 a owl:Class ; rdfs:label \"twin structure\" ; rdfs:subClassOf obo:UBERON_0001637 .\n");
  Names names(extended.knowledge());
  EXPECT_EQ(names.told("nerve", "twin structure"), "UBERON:9000003 by label");
  EXPECT_EQ(names.told("artery", "twin structure"), "UBERON:9000004 by label");
}

TEST(Linker, LeavesAnAmbiguousNameOpenWithAllCandidates) {
  Extended extended(
      "obo:UBERON_9000003 a owl:Class ; rdfs:label \"twin nerve\" ; rdfs:subClassOf obo:UBERON_0001021 .\n"
      "obo:UBERON_9000004 a owl:Class ; rdfs:label \"Twin nerve\" ; rdfs:subClassOf obo:UBERON_0001021 .\n"
      "obo:UBERON_9000005 a owl:Class ; rdfs:label \"other nerve\" ; oboInOwl:hasExactSynonym \"twin nerve\" ; rdfs:subClassOf "
      "obo:UBERON_0001021 .\n");
  Names names(extended.knowledge());
  const Link& link = names.link("nerve", "twin nerve");
  EXPECT_EQ(link.term, kNoTerm);
  std::vector<std::string> candidates;
  for (const TermId candidate : link.candidates) candidates.push_back(names.id(candidate));
  std::sort(candidates.begin(), candidates.end());
  EXPECT_EQ(candidates, (std::vector<std::string>{"UBERON:9000003", "UBERON:9000004"}));
  EXPECT_EQ(names.told(names.link("nerve", Names::with_id("twin nerve", "UBERON:9000004"))), "UBERON:9000004 by given id");
}

TEST(Linker, TakesALabelBeforeASynonymOfAnother) {
  Extended extended(
      "obo:UBERON_9000003 a owl:Class ; rdfs:label \"twin nerve\" ; rdfs:subClassOf obo:UBERON_0001021 .\n"
      "obo:UBERON_9000005 a owl:Class ; rdfs:label \"other nerve\" ; oboInOwl:hasExactSynonym \"twin nerve\" ; rdfs:subClassOf "
      "obo:UBERON_0001021 .\n");
  EXPECT_EQ(Names(extended.knowledge()).told("nerve", "twin nerve"), "UBERON:9000003 by label");
}

TEST(Linker, TakesNewTermsAndReplacesBundledOnes) {
  Extended extended(
      "obo:UBERON_9000006 a owl:Class ; rdfs:label \"new muscle\" ; rdfs:subClassOf obo:UBERON_0001630 .\n"
      "obo:UBERON_0001380 a owl:Class ; rdfs:label \"inner vastus\" ; rdfs:subClassOf obo:UBERON_0001630 .\n");
  Names names(extended.knowledge());
  EXPECT_EQ(names.told("muscle", "new muscle"), "UBERON:9000006 by label");
  EXPECT_EQ(names.told("muscle", "inner vastus"), "UBERON:0001380 by label");
  EXPECT_EQ(names.link("muscle", "vastus medialis").term, kNoTerm);
}

void expect_spiral_line_unlinked(Names& names) {
  for (const char* slot : {"attachment", "any"}) {
    for (const char* name : {"spiral line", "Spiral Line", "the spiral line", "spiral lines", "spiral  line", "spiral line of femur",
                             "spiral line of the femur", "the spiral line of the femur"}) {
      const Link& link = names.link(slot, name);
      EXPECT_EQ(link.term, kNoTerm) << name << " in " << slot << ": " << names.told(link);
      EXPECT_TRUE(link.candidates.empty()) << name << " in " << slot;
    }
    const Link& of_femur = names.link(slot, Names::of("spiral line", "femur"));
    EXPECT_EQ(names.told(of_femur), "mkt:spiral-line-of-femur by composed, part of UBERON:0000981");
    EXPECT_EQ(names.id(of_femur.whole), "UBERON:0000981");
    EXPECT_FALSE(of_femur.material);
    EXPECT_NE(of_femur.note.find("linked to neither"), std::string::npos);
    EXPECT_EQ(names.link(slot, Names::of("spiral line", "the femur")).term, kNoTerm);
    EXPECT_EQ(names.link(slot, Names::of("the spiral line", "femur")).term, kNoTerm);
  }
}

TEST(Linker, NeverLinksTheSpiralLine) {
  Names names;
  expect_spiral_line_unlinked(names);
}

TEST(Linker, NeverLinksTheSpiralLineEvenWhereAnOntologyEquatesIt) {
  Extended extended(
      "obo:UBERON_0013634 a owl:Class ; rdfs:label \"intertrochanteric line\" ; rdfs:subClassOf obo:UBERON_0006800 ;\n"
      "  obo:BFO_0000050 obo:UBERON_0000981 ;\n"
      "  oboInOwl:hasExactSynonym \"spiral line\" , \"spiral line of femur\" , \"spiral line of the femur\" .\n");
  Names names(extended.knowledge());
  EXPECT_EQ(names.told("attachment", "intertrochanteric line"), "UBERON:0013634 by label");
  expect_spiral_line_unlinked(names);
}

TEST(Linker, ComposesABranchOfAKnownArtery) {
  Names names;
  const Link& link = names.link("artery", "branches of the profunda femoris artery");
  EXPECT_EQ(names.told(link), "mkt:branch-of-deep-femoral-artery by composed, branch of UBERON:0001355");
  EXPECT_EQ(link.label, "branch of deep femoral artery");
  EXPECT_EQ(names.id(link.branch_of), "UBERON:0001355");
  EXPECT_EQ(names.id(link.broader), "UBERON:0001355");
  EXPECT_EQ(&link, &names.link("artery", "branches of the profunda femoris artery"));
  EXPECT_EQ(names.told("artery", "branch of deep femoral artery"), names.told(link)) << "another name of the same thing";
}

TEST(Linker, ComposesAPartOfAKnownMuscle) {
  Names names;
  const Link& link = names.link("attachment", "aponeurosis of adductor magnus");
  EXPECT_EQ(names.told(link), "mkt:aponeurosis-of-adductor-magnus by composed, part of UBERON:0000370, narrower than UBERON:0006614");
  EXPECT_EQ(names.id(link.whole), "UBERON:0000370");
  EXPECT_EQ(names.id(link.genus), "UBERON:0006614");
  EXPECT_TRUE(link.material);
}

TEST(Linker, DoesNotNameTheWholeTwice) {
  Names names;
  const Link& link = names.link("attachment", Names::of("tendon of gluteus maximus", "gluteus maximus"));
  EXPECT_EQ(names.told(link), "mkt:tendon-of-gluteus-maximus by composed, part of UBERON:0001370, narrower than UBERON:0000043");
  EXPECT_EQ(link.label, "tendon of gluteus maximus");
  EXPECT_EQ(names.id(link.whole), "UBERON:0001370");
  EXPECT_EQ(names.told("attachment", "tendon of gluteus maximus"), names.told(link));
}

TEST(Linker, TakesTheTermWhereTheWholeOnlySaysMore) {
  Names names;
  EXPECT_EQ(names.told(names.link("attachment", Names::of("tibial tuberosity", "tibia"))), "UBERON:7500062 by label");
  const Link& elsewhere = names.link("attachment", Names::of("tibial tuberosity", "femur"));
  EXPECT_EQ(names.told(elsewhere), "mkt:tibial-tuberosity-of-femur by composed, part of UBERON:0000981, narrower than UBERON:7500062")
      << "the term is not within this whole";
}

TEST(Linker, MakesAProvisionalTermOfWhatNoOntologyHas) {
  Names names;
  const Link& link = names.link("muscle", "vastus quintus");
  EXPECT_EQ(names.told(link), "mkt:vastus-quintus by provisional");
  EXPECT_EQ(link.label, "vastus quintus");
  EXPECT_EQ(link.broader, kNoTerm);
}

TEST(Linker, TiesAProvisionalTermToTheBroaderOneThatIsGiven) {
  Names names;
  const Link& link = names.link("any", {"vastus medialis oblique", {}, {}, {}, {}, {}, "UBERON:0001380", {}});
  EXPECT_EQ(names.told(link), "mkt:vastus-medialis-oblique by composed, narrower than UBERON:0001380");
  EXPECT_EQ(names.id(link.broader), "UBERON:0001380");
}

TEST(Linker, ProgramRefusesAnUnknownBroaderIdAndAnIdThatIsNotTheWholes) {
  const Result result = run_program({"convert", "-", "--from", "yaml", "-o", "-", "--to", "ntriples", "-q"},
                                    "name: vastus medialis\n"
                                    "synergists: {name: vastus medialis oblique, broader: \"UBERON:9999999\"}\n"
                                    "origins: {name: bump, of: {name: femur, id: \"UBERON:0002446\"}}\n");
  EXPECT_EQ(result.exit, 1);
  EXPECT_TRUE(result.err.starts_with("<stdin>:2:54: error: UBERON:9999999 is in no loaded ontology [unknown-id]\n")) << result.err;
  EXPECT_NE(result.err.find("<stdin>:3:45: error: UBERON:0002446 is 'patella', not 'femur', which is UBERON:0000981 [id-label-mismatch]\n"),
            std::string::npos)
      << result.err;
  EXPECT_EQ(result.out.find("vastus-medialis"), std::string::npos) << "a rejected record is written";
}

TEST(Linker, GivesTheSameLinkAfterItForgot) {
  Names names;
  const std::string before = names.told("artery", "branches of the profunda femoris artery");
  for (int i = 0; i < 20000; ++i) names.link("muscle", "muscle number " + std::to_string(i));
  EXPECT_EQ(names.told("artery", "branches of the profunda femoris artery"), before);
}

TEST(Linker, ProgramWarnsOfAnAmbiguousNameAndNamesTheCandidates) {
  const TemporaryFolder folder;
  const std::string ontology =
      folder.write("extra.ttl", std::string(kTurtlePrefixes) +
                                    "obo:UBERON_9000003 a owl:Class ; rdfs:label \"twin nerve\" ; rdfs:subClassOf obo:UBERON_0001021 .\n"
                                    "obo:UBERON_9000004 a owl:Class ; rdfs:label \"twin nerve\" ; rdfs:subClassOf obo:UBERON_0001021 .\n");
  const Result result = run_program({"convert", "-", "--from", "yaml", "-o", "-", "--to", "ntriples", "--ontology", ontology},
                                    "name: vastus medialis\ninnervation: twin nerve\n");
  EXPECT_EQ(result.exit, 0);
  EXPECT_TRUE(result.err.find("<stdin>:2:14: warning: 'twin nerve' in innervation may be UBERON:9000003 'twin nerve', UBERON:9000004 "
                              "'twin nerve' [ambiguous-name]\n  give the id of the one that is meant\n") != std::string::npos)
      << result.err;
  EXPECT_EQ(result.out.find("UBERON_900000"), std::string::npos) << "an undecided name is linked";
}

}  // namespace
}  // namespace musclekg::link_test
