// Names that several terms have: which one a slot and a muscle's region choose, and what stays open.

#include "link/name_lookup.h"

#include "link_test.h"

namespace musclekg::link_test {
namespace {

// Two limbs with the same names in them. UBERON:0010708 and UBERON:0010709 are the bundled main regions of the limbs.
constexpr const char* kTwoLimbs =
    "obo:UBERON_9100001 a owl:Class ; rdfs:label \"upper test muscle\" ; rdfs:subClassOf obo:UBERON_0001630 ; obo:BFO_0000050 "
    "obo:UBERON_0010708 .\n"
    "obo:UBERON_9100002 a owl:Class ; rdfs:label \"lower test muscle\" ; rdfs:subClassOf obo:UBERON_0001630 ; obo:BFO_0000050 "
    "obo:UBERON_0010709 .\n"
    "obo:UBERON_9100003 a owl:Class ; rdfs:label \"head test muscle\" ; rdfs:subClassOf obo:UBERON_0001630 ; obo:BFO_0000050 "
    "obo:UBERON_0000033 .\n"
    "obo:UBERON_9100004 a owl:Class ; rdfs:label \"unplaced test muscle\" ; rdfs:subClassOf obo:UBERON_0001630 .\n"
    "obo:UBERON_9100005 a owl:Class ; rdfs:label \"spanning test muscle\" ; rdfs:subClassOf obo:UBERON_0001630 ;\n"
    "  obo:BFO_0000050 obo:UBERON_0010708 , obo:UBERON_0010709 .\n"
    // the same label
    "obo:UBERON_9100011 a owl:Class ; rdfs:label \"twin ridge\" ; rdfs:subClassOf obo:UBERON_0005913 ; obo:BFO_0000050 obo:UBERON_0010708 "
    ".\n"
    "obo:UBERON_9100012 a owl:Class ; rdfs:label \"twin ridge\" ; rdfs:subClassOf obo:UBERON_0005913 ; obo:BFO_0000050 obo:UBERON_0010709 "
    ".\n"
    // the same exact synonym
    "obo:UBERON_9100013 a owl:Class ; rdfs:label \"ridge alpha\" ; oboInOwl:hasExactSynonym \"Shared ridge\" ; rdfs:subClassOf "
    "obo:UBERON_0005913 ; obo:BFO_0000050 obo:UBERON_0010708 .\n"
    "obo:UBERON_9100014 a owl:Class ; rdfs:label \"ridge beta\" ; oboInOwl:hasExactSynonym \"shared ridge\" ; rdfs:subClassOf "
    "obo:UBERON_0005913 ; obo:BFO_0000050 obo:UBERON_0010709 .\n"
    // the same name without its whole
    "obo:UBERON_9100015 a owl:Class ; rdfs:label \"zygal lip of upper test bone\" ; rdfs:subClassOf obo:UBERON_0005913 ; obo:BFO_0000050 "
    "obo:UBERON_9100021 .\n"
    "obo:UBERON_9100016 a owl:Class ; rdfs:label \"zygal lip of lower test bone\" ; rdfs:subClassOf obo:UBERON_0005913 ; obo:BFO_0000050 "
    "obo:UBERON_9100022 .\n"
    // in one limb only
    "obo:UBERON_9100017 a owl:Class ; rdfs:label \"lonely lip of lower test bone\" ; rdfs:subClassOf obo:UBERON_0005913 ; obo:BFO_0000050 "
    "obo:UBERON_9100022 .\n"
    "obo:UBERON_9100018 a owl:Class ; rdfs:label \"lonely zyg of lower test bone\" ; rdfs:subClassOf obo:UBERON_0005913 ; obo:BFO_0000050 "
    "obo:UBERON_9100022 .\n"
    // the same name of two kinds
    "obo:UBERON_9100019 a owl:Class ; rdfs:label \"twin ridge\" ; rdfs:subClassOf obo:UBERON_0001021 ; obo:BFO_0000050 obo:UBERON_0010708 "
    ".\n"
    "obo:UBERON_9100021 a owl:Class ; rdfs:label \"upper test bone\" ; rdfs:subClassOf obo:UBERON_0001474 ; obo:BFO_0000050 "
    "obo:UBERON_0010708 .\n"
    "obo:UBERON_9100022 a owl:Class ; rdfs:label \"lower test bone\" ; rdfs:subClassOf obo:UBERON_0001474 ; obo:BFO_0000050 "
    "obo:UBERON_0010709 .\n"
    // two of one name in the same limb
    "obo:UBERON_9100031 a owl:Class ; rdfs:label \"near ridge\" ; rdfs:subClassOf obo:UBERON_0005913 ; obo:BFO_0000050 obo:UBERON_0010709 "
    ".\n"
    "obo:UBERON_9100032 a owl:Class ; rdfs:label \"near ridge\" ; rdfs:subClassOf obo:UBERON_0005913 ; obo:BFO_0000050 obo:UBERON_9100022 "
    ".\n"
    "obo:UBERON_9100033 a owl:Class ; rdfs:label \"near ridge\" ; rdfs:subClassOf obo:UBERON_0005913 ; obo:BFO_0000050 obo:UBERON_0010708 "
    ".\n";

constexpr const char* kUpper = "UBERON:9100001";
constexpr const char* kLower = "UBERON:9100002";
constexpr const char* kHead = "UBERON:9100003";
constexpr const char* kUnplaced = "UBERON:9100004";
constexpr const char* kSpanning = "UBERON:9100005";

const Knowledge& two_limbs() {
  static const Extended extended(kTwoLimbs);
  return extended.knowledge();
}

TEST(NameLookup, SlotDecidesAmongHomonymsOfDifferentKinds) {
  Names names(two_limbs());
  EXPECT_EQ(names.told("nerve", "twin ridge"), "UBERON:9100019 by label");
  EXPECT_EQ(names.told("attachment", "twin ridge"), "open: UBERON:9100011, UBERON:9100012");
  EXPECT_EQ(names.told("any", "twin ridge"), "open: UBERON:9100011, UBERON:9100012, UBERON:9100019");
}

TEST(NameLookup, RegionOfTheMuscleDecidesAmongHomonyms) {
  for (const auto& [name, upper, lower, rule] : {std::tuple{"twin ridge", "UBERON:9100011", "UBERON:9100012", "label"},
                                                 std::tuple{"shared ridge", "UBERON:9100013", "UBERON:9100014", "exact synonym"},
                                                 std::tuple{"the shared ridges", "UBERON:9100013", "UBERON:9100014", "normalized name"},
                                                 std::tuple{"zygal lip", "UBERON:9100015", "UBERON:9100016", "elliptic name"}}) {
    Names names(two_limbs());
    const std::string open = fmt::format("open: {}, {}", upper, lower);
    EXPECT_EQ(names.told("attachment", name), open) << name << " without a muscle";
    EXPECT_EQ(names.of_muscle(kUpper).told("attachment", name), fmt::format("{} by {} and region", upper, rule)) << name;
    EXPECT_EQ(names.of_muscle(kLower).told("attachment", name), fmt::format("{} by {} and region", lower, rule)) << name;
    EXPECT_EQ(names.of_muscle(kHead).told("attachment", name), open) << name << " of a muscle elsewhere";
    EXPECT_EQ(names.of_muscle(kUnplaced).told("attachment", name), open) << name << " of a muscle that is nowhere";
    EXPECT_EQ(names.of_muscle(kSpanning).told("attachment", name), open) << name << " of a muscle in both";
    EXPECT_EQ(names.of_muscle("").told("attachment", name), open) << name << " without a muscle, again";
  }
}

TEST(NameLookup, TellsWhatWasDecidedAgainst) {
  Names names(two_limbs());
  const Link& link = names.of_muscle(kUpper).link("attachment", "twin ridge");
  EXPECT_EQ(names.ids(link.alternatives), "UBERON:9100012, UBERON:9100019") << "the other limb's, and the nerve";
  EXPECT_EQ(link.matched, "twin ridge");
  EXPECT_EQ(link.matched_field, "rdfs:label");
  EXPECT_EQ(link.bearer, link.term);
}

TEST(NameLookup, StaysOpenWhereTheRegionHasTwo) {
  Names names(two_limbs());
  EXPECT_EQ(names.of_muscle(kLower).told("attachment", "near ridge"), "open: UBERON:9100031, UBERON:9100032, UBERON:9100033");
  EXPECT_EQ(names.of_muscle(kUpper).told("attachment", "near ridge"), "UBERON:9100033 by label and region");
}

TEST(NameLookup, NamesOfPartsAreLinkedOnlyInTheMusclesRegion) {
  for (const char* name : {"lonely lip", "the lonely lips", "Lonely Lip"}) {
    Names names(two_limbs());
    EXPECT_EQ(names.of_muscle(kUpper).told("attachment", name), "open: UBERON:9100017") << name;
    EXPECT_EQ(names.of_muscle(kLower).told("attachment", name), "UBERON:9100017 by elliptic name") << name;
    EXPECT_EQ(names.of_muscle("").told("attachment", name), "open: UBERON:9100017") << name;
  }
}

TEST(NameLookup, LinksDoNotDependOnTheMuscleBefore) {
  Names names(two_limbs());
  EXPECT_EQ(names.of_muscle(kLower).told("attachment", "lonely lip"), "UBERON:9100017 by elliptic name");
  EXPECT_EQ(names.of_muscle(kUpper).told("attachment", "lonely lip"), "open: UBERON:9100017");
  EXPECT_EQ(names.of_muscle("").told("attachment", "lonely lip"), "open: UBERON:9100017");
  Names others(two_limbs());
  EXPECT_EQ(others.of_muscle(kUpper).told("attachment", "twin ridge"), "UBERON:9100011 by label and region");
  EXPECT_EQ(others.of_muscle(kLower).told("attachment", "twin ridge"), "UBERON:9100012 by label and region");
  EXPECT_EQ(others.of_muscle("").told("attachment", "twin ridge"), "open: UBERON:9100011, UBERON:9100012");
}

TEST(NameLookup, NamesWithoutTheirWholeAreNotLinkedInTheWrongLimbWhateverTheirNoun) {
  Names names(two_limbs());
  EXPECT_EQ(names.of_muscle(kLower).told("attachment", "lonely zyg"), "UBERON:9100018 by elliptic name");
  EXPECT_EQ(names.of_muscle(kUpper).link("attachment", "lonely zyg").term, kNoTerm) << "zyg is no noun of portions.tsv";
}

TEST(NameLookup, GivenWholeDecides) {
  Names names(two_limbs());
  EXPECT_EQ(names.told("attachment", Names::of("zygal lip", "lower test bone")), "UBERON:9100016 by label");
  EXPECT_EQ(names.of_muscle(kUpper).told("attachment", Names::of("zygal lip", "lower test bone")), "UBERON:9100016 by label")
      << "the whole comes before the region";
  EXPECT_EQ(names.told("attachment", "zygal lip of the lower test bone"), "UBERON:9100016 by normalized name");
  EXPECT_EQ(names.told("attachment", Names::of("twin ridge", "lower test bone")),
            "mkt:twin-ridge-of-lower-test-bone by composed, part of UBERON:9100022")
      << "neither twin is within it";
}

TEST(NameLookup, BundledHomonymsAreDecidedByTheMusclesLimb) {
  Names names;
  EXPECT_EQ(names.of_muscle("UBERON:0001380").told("attachment", "medial lip"), "FMA:43719 by elliptic name") << "vastus medialis";
  EXPECT_NE(names.of_muscle("UBERON:0001507").told("attachment", "medial lip"), "FMA:43719 by elliptic name") << "biceps brachii";
  EXPECT_NE(names.of_muscle("").told("attachment", "medial lip"), "FMA:43719 by elliptic name") << "no muscle";
}

TEST(NameLookup, WordsForPortionsAreNeverNamesByThemselves) {
  const Extended extended(
      "obo:UBERON_9100041 a owl:Class ; rdfs:label \"medial side of lower test bone\" ; rdfs:subClassOf obo:UBERON_0005913 ; "
      "obo:BFO_0000050 "
      "obo:UBERON_0010709 .\n"
      "obo:UBERON_9100042 a owl:Class ; rdfs:label \"upper third of lower test bone\" ; rdfs:subClassOf obo:UBERON_0005913 ; "
      "obo:BFO_0000050 "
      "obo:UBERON_0010709 .\n");
  Names names(extended);
  for (const char* name : {"medial side", "the medial sides", "upper third"})
    EXPECT_EQ(names.of_muscle("UBERON:0001380").link("attachment", name).term, kNoTerm) << name;
  EXPECT_EQ(names.told("attachment", "medial side of the lower test bone"), "UBERON:9100041 by normalized name");
}

TEST(NameLookup, AllNamesWhatARuleCouldTakeFirst) {
  const Extended extended(
      "obo:UBERON_9100051 a owl:Class ; rdfs:label \"zyg\" ; rdfs:subClassOf obo:UBERON_0001021 .\n"
      "obo:UBERON_9100052 a owl:Class ; rdfs:label \"other zyg nerve\" ; oboInOwl:hasExactSynonym \"zyg\" ; rdfs:subClassOf "
      "obo:UBERON_0001021 .\n"
      "obo:UBERON_9100053 a owl:Class ; rdfs:label \"third zyg nerve\" ; oboInOwl:hasRelatedSynonym \"zyg\" ; rdfs:subClassOf "
      "obo:UBERON_0001021 .\n"
      "obo:UBERON_9100054 a owl:Class ; rdfs:label \"fourth zyg nerve\" ; oboInOwl:hasBroadSynonym \"zygs\" ; rdfs:subClassOf "
      "obo:UBERON_0001021 .\n"
      "obo:UBERON_9100055 a owl:Class ; rdfs:label \"fifth zyg nerve\" ; oboInOwl:hasNarrowSynonym \"ZYG\" ; rdfs:subClassOf "
      "obo:UBERON_0001021 .\n");
  const Knowledge& knowledge = extended.knowledge();
  std::string told;
  for (const NameLookup::Candidate& candidate : knowledge.lookup.all("zyg"))
    told += fmt::format("{} {} {}\n", knowledge.prefixes.id_of(knowledge.terms[candidate.named.term].iri), candidate.field, candidate.rule);
  EXPECT_EQ(told,
            "UBERON:9100051 rdfs:label label\n"
            "UBERON:9100052 oboInOwl:hasExactSynonym exact synonym\n"
            "UBERON:9100053 oboInOwl:hasRelatedSynonym never by this name\n"
            "UBERON:9100055 oboInOwl:hasNarrowSynonym never by this name\n"
            "UBERON:9100054 oboInOwl:hasBroadSynonym never by this name\n");
  Names names(knowledge);
  EXPECT_EQ(names.told("nerve", "zyg"), "UBERON:9100051 by label") << "a label comes before an exact synonym";
}

TEST(NameLookup, NeverByNarrowBroadOrRelatedSynonyms) {
  const Extended extended(
      "obo:UBERON_9100061 a owl:Class ; rdfs:label \"first zyg nerve\" ; oboInOwl:hasRelatedSynonym \"zyg alpha\" ;\n"
      "  oboInOwl:hasBroadSynonym \"zyg beta\" ; oboInOwl:hasNarrowSynonym \"zyg gamma\" ; rdfs:subClassOf obo:UBERON_0001021 .\n");
  Names names(extended);
  for (const char* name : {"zyg alpha", "zyg beta", "zyg gamma", "zyg alphas", "nerve of zyg alpha"})
    EXPECT_EQ(names.link("nerve", name).term, kNoTerm) << name;
  EXPECT_EQ(names.told("nerve", Names::with_id("zyg gamma", "UBERON:9100061")), "UBERON:9100061 by given id")
      << "to check a given id, names of every scope count";
}

// What the linking of one name leaves behind must not change the next one.
TEST(NameLookup, LinksDoNotDependOnTheNamesBefore) {
  const auto nested = [](int number, std::string_view end) {
    std::string name;
    for (int i = 0; i < 12; ++i) name += fmt::format("zyg{}x{} of ", number, i);
    return name.append(end);
  };
  Names names;
  for (int number = 0; number < 20; ++number) names.link("attachment", nested(number, "zyg"));
  EXPECT_EQ(names.told("attachment", "ASIS"), "UBERON:0013708 by abbreviation");
  EXPECT_EQ(names.told("attachment", "linea aspera (medial lip)"), "FMA:43719 by elliptic name");
  EXPECT_EQ(names.told("attachment", "medial side of the patella"), "mkt:medial-side-of-patella by composed, part of UBERON:0002446");
  for (int depth = 1; depth < 14; ++depth) {
    Names fresh;
    std::string name = "ASIS";
    for (int i = 0; i < depth; ++i) name = fmt::format("zyg{} of {}", i, name);
    fresh.link("any", name);
    EXPECT_EQ(fresh.told("any", "ASIS"), "UBERON:0013708 by abbreviation") << "behind a name of depth " << depth;
  }
}

}  // namespace
}  // namespace musclekg::link_test
