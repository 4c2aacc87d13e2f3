// The mapping table and the other tables a curator may edit: checked when they are loaded, and obeyed.

#include "map/mapping.h"

#include <set>

#include "test.h"

namespace musclekg::test {
namespace {

constexpr std::string_view kRecord = "name: vastus medialis\norigins: femur\ninnervation: femoral nerve\n";

/// A copy of `ontology/` whose tables can be edited.
class EditedTables {
 public:
  EditedTables() {
    for (const auto& entry : std::filesystem::directory_iterator(project("ontology")))
      if (entry.is_regular_file()) std::filesystem::copy_file(entry.path(), folder_.path() / entry.path().filename());
  }

  std::string path() const { return folder_.path().string(); }

  /// Replaces the first `before`, and returns the number of its line, from 1.
  std::size_t edit(std::string_view file, std::string_view before, std::string_view after) const {
    std::string text = folder_.read(file);
    const std::size_t at = text.find(before);
    if (at == std::string::npos) throw std::runtime_error("nothing to edit in " + std::string(file) + ": " + std::string(before));
    text.replace(at, before.size(), after);
    folder_.write(file, text);
    return 1 + static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  }

  Result convert(std::string_view record = kRecord) const {
    return run_program({"convert", "-", "--from", "yaml", "-o", "-", "--to", "ntriples", "-q", "--data", path()}, record);
  }

  /// What the program prints of the tables, the folder left out of the paths.
  std::string faults() const {
    const Result result = convert();
    EXPECT_EQ(result.exit, 1) << result.err;
    EXPECT_TRUE(result.out.empty());
    std::string text = result.err;
    for (std::size_t at; (at = text.find(path() + "/")) != std::string::npos;) text.erase(at, path().size() + 1);
    return text;
  }

 private:
  TemporaryFolder folder_;
};

TEST(Mapping, TheBundledTablesLoad) {
  Diagnostics diagnostics;
  const Knowledge knowledge(project("ontology").string(), {}, {}, "https://w3id.org/musclekg/", diagnostics);
  EXPECT_EQ(printed(diagnostics), "");
}

TEST(Mapping, EveryKeyOfTheRecordFormatHasARow) {
  const Mapping& mapping = bundled_knowledge().mapping;
  const FieldRule* none = &mapping.rule(Relation::Doi, Relation::Origin);  // an origin has no DOI
  std::size_t pairs = 0;
  for (const Key& outer : record_keys()) {
    if (outer.owner == Shape::Record && !outer.names_owner) {
      EXPECT_NE(&mapping.rule(outer.relation, Relation::Muscle), none) << outer.name;
      ++pairs;
    }
    for (Shape shape = outer.inner; shape != Shape::None; shape = base_of(shape)) {
      for (const Key& key : keys_of(shape)) {
        if (key.names_owner) continue;
        EXPECT_NE(&mapping.rule(key.relation, outer.relation), none) << key.name << " under " << outer.name;
        ++pairs;
      }
    }
  }
  EXPECT_GT(pairs, 100u);
}

TEST(Mapping, EveryChoiceHasAnIri) {
  for (const Key& key : record_keys()) {
    if (key.type != Type::Choice) continue;
    for (const std::string_view word : split(key.choices, '|'))
      EXPECT_NE(bundled_knowledge().mapping.concept_of(key.relation, word), nullptr) << key.name << " " << word;
  }
}

/// One spoiled cell: what is replaced in which file, and what the program prints; {} stands for the line of the edit.
struct Spoiled {
  const char* name;
  const char* file;
  const char* before;
  const char* after;
  const char* fault;
};

void PrintTo(const Spoiled& spoiled, std::ostream* stream) { *stream << spoiled.name; }

class SpoiledTable : public testing::TestWithParam<Spoiled> {};

TEST_P(SpoiledTable, IsReportedWithItsPlace) {
  const Spoiled& spoiled = GetParam();
  const EditedTables tables;
  const std::size_t line = tables.edit(spoiled.file, spoiled.before, spoiled.after);
  std::string fault = spoiled.fault;
  if (const std::size_t at = fault.find("{}"); at != std::string::npos) fault.replace(at, 2, std::to_string(line));
  EXPECT_EQ(tables.faults(), fault);
}

INSTANTIATE_TEST_SUITE_P(
    Cell, SpoiledTable,
    testing::Values(
        Spoiled{"Key", "mapping.tsv", "synergists\tmuscle\tmuscle\tmuscle", "synergist\tmuscle\tmuscle\tmuscle",
                "mapping.tsv: error: no row for the key 'synergists' under 'muscle' [mapping]\n  add a row; its value may be 'evidence'\n"
                "mapping.tsv:{}:1: error: 'synergist' is no key of the record format [mapping]\n"},
        Spoiled{"Owner", "mapping.tsv", "envelops\tinsertions\tattachment", "envelops\tinsertion\tattachment",
                "mapping.tsv: error: no row for the key 'envelops' under 'insertions' [mapping]\n  add a row; its value may be 'evidence'\n"
                "mapping.tsv:{}:10: error: 'insertion' is no key of the record format [mapping]\n"},
        Spoiled{"Slot", "mapping.tsv", "antagonists\tmuscle\tmuscle\t", "antagonists\tmuscle\tmuscels\t",
                "mapping.tsv:{}:20: error: 'muscels' is neither a slot of slots.tsv nor a word for values [mapping]\n"},
        Spoiled{
            "Subject", "mapping.tsv", "innervation\tmuscle\tnerve\tmuscle\t", "innervation\tmuscle\tnerve\tmuscel\t",
            "mapping.tsv:{}:26: error: unknown subject 'muscel'; expected agent, muscle, owner, source, value [mapping]\n  did you mean "
            "'muscle'?\n"},
        Spoiled{"Predicate", "mapping.tsv", "obo:RO_0002005", "ob:RO_0002005",
                "mapping.tsv:{}:33: error: 'ob:RO_0002005' is no prefixed name with a prefix of prefixes.tsv [mapping]\n"},
        Spoiled{"PredicateThatIsNoIri", "mapping.tsv", "obo:RO_0002005", "obo:RO 0002005",
                "mapping.tsv:{}:33: error: 'obo:RO 0002005' is no prefixed name with a prefix of prefixes.tsv [mapping]\n"},
        Spoiled{
            "Object", "mapping.tsv", "obo:RO_0002005\tvalue", "obo:RO_0002005\tvalu",
            "mapping.tsv:{}:48: error: unknown object 'valu'; expected agent, group, integer, joint, level, list, material, muscle, owner, "
            "owner-material, part, position, text, text@en, true, value [mapping]\n  did you mean 'value'?\n"},
        Spoiled{"Constant", "mapping.tsv", "rdf:type\tmkg:ClinicalClaim", "rdf:type\tmgk:ClinicalClaim",
                "mapping.tsv:{}:49: error: 'mgk:ClinicalClaim' is no prefixed name with a prefix of prefixes.tsv [mapping]\n"},
        Spoiled{"Condition", "mapping.tsv", "obo:RO_0002005\tvalue\talways", "obo:RO_0002005\tvalue\tsometimes",
                "mapping.tsv:{}:54: error: unknown condition 'sometimes'; expected always, artery, first, immaterial, known-part, last, "
                "provisional-owner [mapping]\n"},
        Spoiled{"Profile", "mapping.tsv", "obo:RO_0002005\tvalue\talways\tdirect", "obo:RO_0002005\tvalue\talways\tdirekt",
                "mapping.tsv:{}:61: error: unknown profile 'direkt'; expected claims, direct, source, terms [mapping]\n"
                "  did you mean 'direct'?\n"},
        Spoiled{"Kind", "mapping.tsv", "obo:RO_0002005\tvalue\talways\tdirect\tmkg:NerveSupply", "obo:RO_0002005\tvalue\talways\tdirect\t-",
                "mapping.tsv:{}:68: error: a statement has a kind just where its profile is direct [mapping]\n"
                "  name a kind (mkg:Origin), or write '-'\n"},
        Spoiled{"Cells", "mapping.tsv", "obo:RO_0002568\tvalue\talways", "obo:RO_0002568 value\talways",
                "mapping.tsv: error: no row for the key 'antagonists' under 'muscle' [mapping]\n  add a row; its value may be 'evidence'\n"
                "mapping.tsv:{}:1: error: 10 cells; expected 11: key, of, value, subject, predicate, object, when, profile, kind, rule, "
                "note [table]\n"
                "  separate cells by one tab\n"},
        Spoiled{"Header", "slots.tsv", "slot\tkinds", "slots\tkinds",
                "slots.tsv:{}:1: error: the columns must be slot, kinds, note [table]\n"},
        Spoiled{"KindOfASlot", "slots.tsv", "nerve|nerve-plexus", "nerve|plexus",
                "slots.tsv:{}:7: error: there is no kind 'plexus' in kinds.tsv [table]\n"},
        Spoiled{"MaterialOfAKind", "kinds.tsv", "tendon\tyes", "tendon\tmaybe",
                "kinds.tsv:{}:8: error: 'material' is yes, no or n/a; found 'maybe' [table]\n"},
        Spoiled{"Concept", "concepts.tsv", "mkg:Finding", "mk:Finding",
                "concepts.tsv:{}:14: error: 'mk:Finding' is no prefixed name with a prefix of prefixes.tsv [mapping]\n"
                "mapping.tsv: error: concepts.tsv has no IRI for the word 'finding' of 'kind' [mapping]\n"},
        Spoiled{"WordOfAConcept", "concepts.tsv", "stance\tagainst", "stance\tagianst",
                "mapping.tsv: error: concepts.tsv has no IRI for the word 'against' of 'stance' [mapping]\n"},
        Spoiled{"Namespace", "prefixes.tsv", "http://www.w3.org/2004/02/skos/core#", "www.w3.org/2004/02/skos/core#",
                "prefixes.tsv:{}:10: error: 'www.w3.org/2004/02/skos/core#' is no absolute IRI [table]\n"},
        Spoiled{"SpinalLevel", "spinal-levels.tsv", "FMA:6440", "FMA:0006440",
                "spinal-levels.tsv:{}:4: error: FMA:0006440 is in no loaded ontology [table]\n"},
        Spoiled{"KindOfANoun", "head-nouns.tsv", "border\tline", "border\tbone",
                "head-nouns.tsv:{}:8: error: 'bone' is no immaterial kind of kinds.tsv [table]\n"},
        Spoiled{"Caution", "cautions.tsv", "spiral line\tUBERON:1200167", "spiral line\tUBRN:1200167",
                "cautions.tsv:{}:13: error: 'UBRN:1200167' has no known prefix [table]\n"}),
    [](const auto& spoiled) { return std::string(spoiled.param.name); });

TEST(SpoiledTables, AreAllReportedInOneRun) {
  const EditedTables tables;
  tables.edit("mapping.tsv", "obo:RO_0002005", "ob:RO_0002005");
  tables.edit("slots.tsv", "nerve|nerve-plexus", "nerve|plexus");
  tables.edit("prefixes.tsv", "http://purl.org/spar/cito/", "purl.org/spar/cito/");
  const std::string faults = tables.faults();
  for (const char* file : {"mapping.tsv:", "slots.tsv:", "prefixes.tsv:"}) EXPECT_NE(faults.find(file), std::string::npos) << faults;
}

TEST(SpoiledTables, NoTableMayBeMissing) {
  for (const char* file : {"mapping.tsv", "concepts.tsv", "slots.tsv", "kinds.tsv", "prefixes.tsv", "cautions.tsv", "head-nouns.tsv",
                           "spinal-levels.tsv", "anatomy.obo", "relations.ttl", "vocabulary.ttl", "context.jsonld"}) {
    const EditedTables tables;
    std::filesystem::remove(tables.path() + "/" + file);
    const Result result = tables.convert();
    EXPECT_EQ(result.exit, 1) << file;
    EXPECT_TRUE(result.out.empty()) << file;
    EXPECT_NE(result.err.find(std::string(file) + ": "), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("No such file or directory"), std::string::npos) << result.err;
  }
}

TEST(SpoiledTables, NoTableMayBeEmpty) {
  for (const char* file :
       {"mapping.tsv", "concepts.tsv", "slots.tsv", "kinds.tsv", "prefixes.tsv", "cautions.tsv", "head-nouns.tsv", "spinal-levels.tsv"}) {
    const EditedTables tables;
    write_file(tables.path() + "/" + file, "");
    const Result result = tables.convert();
    EXPECT_EQ(result.exit, 1) << file;
    EXPECT_TRUE(result.out.empty()) << file;
    EXPECT_NE(result.err.find(std::string(file)), std::string::npos) << file << "\n" << result.err;
  }
}

TEST(Mapping, ACuratorsPredicateIsWritten) {
  const EditedTables tables;
  const std::string before = tables.convert().out;
  tables.edit("mapping.tsv", "obo:RO_0002005\tvalue", "mkg:hasNerve\tvalue");
  const std::string after = tables.convert().out;
  const std::string predicate = "<http://purl.obolibrary.org/obo/RO_0002005>";
  std::string expected = before;
  const std::size_t at = expected.find(predicate);
  ASSERT_NE(at, std::string::npos);
  expected.replace(at, predicate.size(), "<https://w3id.org/musclekg/vocab#hasNerve>");
  const auto sorted = [](const std::string& text) {
    auto lines = split(text, '\n');
    std::sort(lines.begin(), lines.end());
    return std::vector<std::string>(lines.begin(), lines.end());
  };
  EXPECT_EQ(sorted(after), sorted(expected)) << "nothing else may change";
}

TEST(Mapping, ACuratorsRowAddsAStatementAndOneWithoutTakesItAway) {
  const EditedTables tables;
  tables.edit("mapping.tsv", "innervation\tmuscle\tnerve\tmuscle\tobo:RO_0002005",
              "innervation\tmuscle\tnerve\tvalue\tmkg:supplies\tmuscle\talways\tdirect\tmkg:NerveSupply\t-"
              "\t\ninnervation\tmuscle\tnerve\tmuscle\tobo:RO_0002005");
  const std::string statement =
      "<http://purl.obolibrary.org/obo/UBERON_0001267> <https://w3id.org/musclekg/vocab#supplies> "
      "<http://purl.obolibrary.org/obo/UBERON_0001380> .\n";
  EXPECT_NE(tables.convert().out.find(statement), std::string::npos);

  const EditedTables kept;
  kept.edit("mapping.tsv", "innervation\tmuscle\tnerve\tmuscle\tobo:RO_0002005\tvalue\talways\tdirect\tmkg:NerveSupply",
            "innervation\tmuscle\tevidence\t-\t-\t-\t-\t-\t-");
  kept.edit("mapping.tsv", "innervation\tmuscle\tnerve\tmuscle\tmkg:hasSegmentalInnervation\tlevel\talways\tdirect\tmkg:SegmentalSupply",
            "innervation\tmuscle\tevidence\t-\t-\t-\t-\t-\t-");
  const Result result = kept.convert();
  EXPECT_EQ(result.exit, 0) << result.err;
  EXPECT_EQ(result.out.find("RO_0002005"), std::string::npos);
  EXPECT_EQ(result.out.find("UBERON_0001267"), std::string::npos) << "the nerve is described, but nothing is said of it";
}

TEST(Mapping, OneRowsKeyAndOwnerMustHaveOneValue) {
  const EditedTables tables;
  const std::size_t line = tables.edit("mapping.tsv", "origins\tmuscle\tattachment\tmuscle\tmkg:hasOriginLandmark",
                                       "origins\tmuscle\tnerve\tmuscle\tmkg:hasOriginLandmark");
  EXPECT_NE(tables.faults().find("mapping.tsv:" + std::to_string(line) + ":"), std::string::npos)
      << "two rows for one key disagree on what its value becomes";
}

// ---- What the bundled table promises of the graph ----------------------------------------------------------------------

struct Triple {
  std::string subject, predicate, object;
};

/// The graph of all bundled facts; IRIs without their angle brackets.
const std::vector<Triple>& graph_of_facts() {
  static const std::vector<Triple> triples = [] {
    std::vector<std::string> arguments = {"convert", "-o", "-", "--to", "ntriples", "-q"};
    for (const auto& entry : fact_files()) arguments.push_back(entry.path().string());
    const Result run = run_program(arguments);
    if (run.exit != 0) throw std::runtime_error(run.err);
    std::vector<Triple> result;
    const auto bare = [](std::string_view term) { return std::string(term.starts_with('<') ? term.substr(1, term.size() - 2) : term); };
    for (const std::string_view line : split(run.out, '\n')) {
      if (line.empty()) continue;
      const std::size_t first = line.find(' '), second = line.find(' ', first + 1);
      result.push_back({bare(line.substr(0, first)), bare(line.substr(first + 1, second - first - 1)),
                        bare(line.substr(second + 1, line.size() - second - 3))});
    }
    return result;
  }();
  return triples;
}

std::string obo(std::string_view name) { return "http://purl.obolibrary.org/obo/" + std::string(name); }

TEST(GraphOfFacts, NoLineIsTheObjectOfAnAttachmentEdge) {
  const Knowledge& knowledge = bundled_knowledge();
  std::set<std::string> landmarks;
  for (const Triple& triple : graph_of_facts())
    if (triple.predicate.ends_with("Landmark")) landmarks.insert(triple.object);
  EXPECT_TRUE(landmarks.contains("https://w3id.org/musclekg/term/spiral-line-of-femur"));
  std::size_t edges = 0;
  for (const Triple& triple : graph_of_facts()) {
    if (triple.predicate != obo("RO_0002371") && triple.predicate != obo("RO_0002372") && triple.predicate != obo("RO_0002373")) continue;
    ++edges;
    EXPECT_FALSE(landmarks.contains(triple.object)) << triple.subject << " " << triple.predicate << " " << triple.object;
    const TermId term = knowledge.terms.find_iri(triple.object);
    EXPECT_TRUE(term == kNoTerm || knowledge.terms[term].material) << triple.object;
  }
  EXPECT_GE(edges, 10u);
}

TEST(GraphOfFacts, NoEdgeOfAClassIsTurnedRound) {
  std::set<std::string> muscles;
  for (const auto& entry : fact_files()) {
    const std::string text = contents(entry.path());
    const std::size_t at = text.find("\nname: ") + 7;
    Linker linker(bundled_knowledge().link_tables());
    const std::size_t id_at = text.find("\nid: ") + 5;
    const std::string name = text.substr(at, text.find('\n', at) - at), id = text.substr(id_at, text.find('\n', id_at) - id_at);
    const Link& link = linker.link(*bundled_knowledge().slots.find("muscle"), {name, id, {}, {}, {}, {}, {}, {}});
    ASSERT_NE(link.term, kNoTerm) << name;
    muscles.insert(bundled_knowledge().terms[link.term].iri);
  }
  ASSERT_TRUE(muscles.contains(obo("UBERON_0001380")));
  const std::set<std::string> said_of_the_muscle = {obo("RO_0002005"), obo("RO_0002350"), obo("RO_0002372"),
                                                    obo("RO_0002373"), obo("RO_0002216"), obo("RO_0002568")};
  const std::set<std::string> inverses = {obo("RO_0002134"), obo("RO_0002351"), obo("BFO_0000051"), obo("RO_0002374"), obo("RO_0002375")};
  std::size_t edges = 0;
  for (const Triple& triple : graph_of_facts()) {
    EXPECT_FALSE(inverses.contains(triple.predicate)) << triple.subject << " " << triple.predicate << " " << triple.object;
    if (!said_of_the_muscle.contains(triple.predicate)) continue;
    ++edges;
    EXPECT_TRUE(muscles.contains(triple.subject)) << triple.subject << " " << triple.predicate << " " << triple.object;
  }
  EXPECT_GE(edges, 30u);
}

TEST(GraphOfFacts, AMuscleIsPartOfAGroupOnlyWhereTheOntologySaysSo) {
  const TermIndex& terms = bundled_knowledge().terms;
  std::set<std::pair<std::string, std::string>> members;
  for (const Triple& triple : graph_of_facts())
    if (triple.predicate == obo("RO_0002350")) members.insert({triple.subject, triple.object});
  ASSERT_FALSE(members.empty());
  for (const Triple& triple : graph_of_facts()) {
    if (triple.predicate != obo("BFO_0000050") || !members.contains({triple.subject, triple.object})) continue;
    const TermId part = terms.find_iri(triple.subject), whole = terms.find_iri(triple.object);
    ASSERT_NE(part, kNoTerm);
    ASSERT_NE(whole, kNoTerm);
    EXPECT_NE(std::find(terms[part].wholes.begin(), terms[part].wholes.end(), whole), terms[part].wholes.end()) << triple.subject;
  }
}

}  // namespace
}  // namespace musclekg::test
