// The folder ontology/ and the output say the same: every term that is written is described, with the label it is described by.
// What is told of anatomy.obo is what its reader makes of it.

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/table.h"
#include "rdf_test.h"

namespace musclekg::rdf_test {
namespace {

constexpr std::string_view kBase = "https://w3id.org/musclekg/";

/// Statements as N-Triples terms.
struct Triple {
  std::string subject, predicate, object;
  friend auto operator<=>(const Triple&, const Triple&) = default;
};

std::set<Triple> read_turtle(const std::string& path) {
  std::set<Triple> triples;
  NodeTable nodes;
  Diagnostics diagnostics;
  EXPECT_TRUE(read_rdf(path, "turtle", nodes, diagnostics, [&](const Quad& quad) {
    triples.insert({std::string(quad.subject->ntriples), std::string(quad.predicate->ntriples), std::string(quad.object->ntriples)});
    if (quad.object->datatype != nullptr)
      triples.insert({std::string(quad.object->datatype->ntriples), "datatype", std::string(quad.object->ntriples)});
  })) << test::printed(diagnostics);
  return triples;
}

std::string form(std::string_view iri) { return fmt::format("<{}>", iri); }

/// An ontology of the folder, read without a fault.
Ontology read_own(const std::string& name) {
  Diagnostics diagnostics;
  Ontology result = read_ontology(test::project("ontology/" + name).string(), test::bundled_knowledge().prefixes, diagnostics);
  EXPECT_EQ(test::printed(diagnostics), "");
  return result;
}

/// The term module.
const Ontology& anatomy() {
  static const Ontology kAnatomy = read_own("anatomy.obo");
  return kAnatomy;
}

/// The terms beyond it, for whole tables.
const Ontology& atlas() {
  static const Ontology kAtlas = read_own("atlas.obo");
  return kAtlas;
}

/// The terms of both, by their IRIs.
const std::map<std::string, const OntologyTerm*>& terms_of_both() {
  static const std::map<std::string, const OntologyTerm*> kTerms = [] {
    std::map<std::string, const OntologyTerm*> terms;
    for (const Ontology* ontology : {&anatomy(), &atlas()})
      for (const OntologyTerm& term : ontology->terms)
        EXPECT_TRUE(terms.emplace(term.iri, &term).second) << term.iri << " stands in both, or twice in one";
    return terms;
  }();
  return kTerms;
}

/// What the four files of ontology/ describe.
struct Module {
  std::set<std::string> described;
  std::multimap<std::string, std::string> labels;
  std::set<std::string> matches;  ///< objects of skos:exactMatch
};

const Module& module() {
  static const Module kModule = [] {
    Module result;
    std::set<Triple> triples;
    for (const char* file : {"relations.ttl", "vocabulary.ttl", "metadata-terms.ttl"})
      triples.merge(read_turtle(test::project(std::string("ontology/") + file).string()));
    for (const Triple& triple : triples) {
      if (triple.predicate == "datatype") continue;
      result.described.insert(triple.subject);
      if (triple.predicate == form(rdfs::label)) result.labels.emplace(triple.subject, triple.object);
      if (triple.predicate == form(skos::exactMatch)) result.matches.insert(triple.object);
    }
    NodeTable nodes;
    for (const OntologyTerm& term : anatomy().terms) {
      result.described.insert(form(term.iri));
      if (!term.label.empty()) result.labels.emplace(form(term.iri), nodes.text(term.label, "en")->ntriples);
      for (const std::string& match : term.matches) result.matches.insert(form(match));
    }
    return result;
  }();
  return kModule;
}

/// The output of all files in facts/, by the program itself, one set of statements.
const std::set<Triple>& output() {
  static const std::set<Triple> kOutput = [] {
    const test::TemporaryFolder out;
    std::vector<std::string> arguments = {"convert", "--to", "turtle", "-o", out.path().string()};
    for (const auto& entry : test::fact_files()) arguments.push_back(entry.path().string());
    const test::Result result = test::run_program(arguments);
    EXPECT_EQ(result.exit, 0) << result.err;
    std::set<Triple> triples;
    for (const std::string& name : out.names()) triples.merge(read_turtle(out / name));
    EXPECT_GT(triples.size(), 500u);
    return triples;
  }();
  return kOutput;
}

bool is_iri(const std::string& term) { return term.starts_with('<'); }
bool is_ours(const std::string& term) {
  return term.starts_with(fmt::format("<{}", kBase)) && !term.starts_with(form(mkg::base).substr(0, mkg::base.size() + 1));
}

TEST(OntologyModule, DescribesEveryForeignTermOfTheOutput) {
  static const std::string kSkosMatches[] = {form(skos::exactMatch), form(skos::closeMatch), form(skos::broadMatch)};
  const std::set<std::string> given = {form(dcterms::license), form("http://schema.org/url"), form(void_::vocabulary)};
  std::set<std::string> missing;
  const auto known = [&](const std::string& term) { return !is_iri(term) || is_ours(term) || module().described.contains(term); };
  for (const Triple& triple : output()) {
    if (!known(triple.subject)) missing.insert(triple.subject);
    if (triple.predicate == "datatype") continue;
    if (!known(triple.predicate)) missing.insert(triple.predicate);
    if (known(triple.object) || given.contains(triple.predicate)) continue;
    // A match of a module term, or of our own term with what a module term matches.
    const bool match =
        std::any_of(std::begin(kSkosMatches), std::end(kSkosMatches), [&](const std::string& p) { return p == triple.predicate; });
    if (!match || !module().matches.contains(triple.object)) missing.insert(triple.predicate + " " + triple.object);
  }
  EXPECT_TRUE(missing.empty()) << fmt::format("{}", fmt::join(missing, "\n"));
}

TEST(OntologyModule, HasEveryTermOfOurOwnVocabulary) {
  std::set<std::string> vocabulary, used;
  for (const Triple& triple : read_turtle(test::project("ontology/vocabulary.ttl").string())) vocabulary.insert(triple.subject);
  for (const Triple& triple : output())
    for (const std::string& term : {triple.subject, triple.predicate, triple.object})
      if (term.starts_with(fmt::format("<{}", mkg::base)) && term.size() > mkg::base.size() + 2) used.insert(term);
  EXPECT_GT(used.size(), 20u);
  for (const std::string& term : used) EXPECT_TRUE(vocabulary.contains(term)) << term;
}

TEST(OntologyModule, LabelsAreTheModules) {
  std::size_t checked = 0;
  for (const Triple& triple : output()) {
    if (triple.predicate != form(rdfs::label) || is_ours(triple.subject)) continue;
    ++checked;
    const auto [begin, end] = module().labels.equal_range(triple.subject);
    EXPECT_TRUE(std::any_of(begin, end, [&](const auto& label) { return label.second == triple.object; }))
        << triple.subject << " " << triple.object;
  }
  EXPECT_GT(checked, 30u);
}

TEST(OntologyModule, EveryTermHasOneLabel) {
  for (const std::string& term : module().described) EXPECT_LE(module().labels.count(term), 1u) << term;
}

TEST(OntologyModule, DeclaresItsRelationsAsRoDoes) {
  NodeTable nodes;
  EXPECT_EQ(anatomy().properties.size(), 2u);
  for (const auto& [iri, label] : anatomy().properties) {
    const auto [begin, end] = module().labels.equal_range(form(iri));
    ASSERT_EQ(std::distance(begin, end), 1) << iri;
    EXPECT_EQ(begin->second, nodes.text(label, "en")->ntriples);
  }
}

TEST(OntologyModule, TellsWhatItIs) {
  EXPECT_EQ(anatomy().iri, "https://w3id.org/musclekg/anatomy");
  EXPECT_EQ(anatomy().version, "Uberon 2026-04-01, FMA 5.0.0");
  EXPECT_GT(anatomy().terms.size(), 2000u);
}

TEST(OntologyModule, EdgesLeadToItsTerms) {
  for (const OntologyTerm& term : anatomy().terms)
    for (const auto* targets : {&term.superclasses, &term.wholes})
      for (const std::string& target : *targets) EXPECT_TRUE(module().labels.contains(form(target))) << term.iri << " " << target;
}

TEST(OntologyModule, NamesItsSources) {
  for (const auto& [file, count] : {std::pair("anatomy.obo", 9u), std::pair("atlas.obo", 3u)}) {
    const std::string text = test::contents(test::project("ontology") / file);
    const std::string used = "property_value: dcterms:source ";
    std::set<std::string_view> sources;
    for (const std::string_view line : split(text, '\n'))
      if (line.starts_with(used)) sources.insert(line.substr(used.size()));
    EXPECT_EQ(sources.size(), count) << file;
    for (const std::string_view source : sources)
      EXPECT_NE(text.find(fmt::format("\nremark: {} is ", source)), std::string::npos) << source << ": no title, version and licence";
  }
}

TEST(OntologyAtlas, GoesBeyondTheModule) {
  EXPECT_EQ(atlas().iri, "https://w3id.org/musclekg/atlas");
  EXPECT_EQ(atlas().version, anatomy().version);
  EXPECT_EQ(terms_of_both().size(), anatomy().terms.size() + atlas().terms.size());
  EXPECT_GT(atlas().terms.size(), 16000u);
  EXPECT_LT(std::filesystem::file_size(test::project("ontology/atlas.obo")), 4'000'000u);
}

TEST(OntologyAtlas, EdgesLeadToLivingTerms) {
  for (const OntologyTerm& term : atlas().terms) {
    for (const auto* targets : {&term.superclasses, &term.wholes}) {
      for (const std::string& target : *targets) {
        const auto found = terms_of_both().find(target);
        EXPECT_TRUE(found != terms_of_both().end() && !found->second->obsolete) << term.iri << " " << target;
      }
    }
    EXPECT_TRUE(term.obsolete || !term.label.empty()) << term.iri;
  }
}

TEST(OntologyAtlas, KnowsWhatReplacesAnObsoleteId) {
  const std::string base = "http://purl.obolibrary.org/obo/UBERON_";
  EXPECT_EQ(terms_of_both().at(base + "0006852")->replaced_by, (std::vector<std::string>{base + "0005751"}));
  EXPECT_FALSE(terms_of_both().at(base + "0005751")->obsolete);
  EXPECT_EQ(terms_of_both().at(base + "0003465")->consider, (std::vector<std::string>{base + "0011164"}));
}

TEST(OntologyAtlas, HasEveryUberonIdOfTheHumanReferenceAtlas) {
  MUSCLEKG_NEEDS_SHARED("hra");
  constexpr std::string_view kPrefix = "UBERON:";
  std::set<std::string> ids;
  for (const auto& entry : std::filesystem::directory_iterator(test::shared() / "hra")) {
    const std::string text = test::contents(entry.path());
    for (std::size_t at = text.find(kPrefix); at != std::string::npos; at = text.find(kPrefix, at + 1)) {
      const std::size_t end = text.find_first_not_of("0123456789", at + kPrefix.size());
      if (end > at + kPrefix.size()) ids.insert(text.substr(at, end - at));
    }
  }
  EXPECT_EQ(ids.size(), 537u);
  for (const std::string& id : ids) EXPECT_TRUE(terms_of_both().contains(test::bundled_knowledge().prefixes.iri_of_id(id).value())) << id;
}

TEST(OntologyAxioms, AreOfKnownTerms) {
  Diagnostics diagnostics;
  const Table table =
      read_table(test::project("ontology/axioms.tsv").string(), {"subject", "relation", "object", "sign", "seen", "source"}, diagnostics);
  EXPECT_EQ(test::printed(diagnostics), "");
  EXPECT_GT(table.rows.size(), 500u);
  std::set<std::vector<std::string>> axioms;
  for (const Table::Row& row : table.rows) {
    for (const std::string& id : {row.cells[0], row.cells[2]})
      EXPECT_TRUE(terms_of_both().contains(test::bundled_knowledge().prefixes.iri_of_id(id).value_or(""))) << id;
    EXPECT_TRUE(row.cells[3] == "+" || row.cells[3] == "-") << row.cells[3];
    EXPECT_TRUE(axioms.insert({row.cells[0], row.cells[1], row.cells[2]}).second) << row.cells[0] << " " << row.cells[2];
  }
}

TEST(OntologyModule, IsWhatItsSourcesGive) {
  MUSCLEKG_NEEDS_SHARED("terms");
  const std::string out = folder() / "check";
  const int code = run({"python3", test::project("ontology/make-module.py").string(), "--check"}, out);
  if (code == 127 && !test::in_continuous_integration()) GTEST_SKIP() << "python3 is not installed";
  EXPECT_EQ(code, 0) << test::contents(out);
}

/// The context as JSON, with the IRIs of its keys.
std::map<std::string, std::string> context_keys() {
  const nlohmann::json document = nlohmann::json::parse(test::contents(test::project("ontology/context.jsonld")));
  std::map<std::string, std::string> keys;
  for (const auto& [key, value] : document.at("@context").items())
    if (key != "@version") keys[key] = own_context().expand(key);
  return keys;
}

bool is_prefix(const std::string& key) {
  const nlohmann::json document = nlohmann::json::parse(test::contents(test::project("ontology/context.jsonld")));
  const auto& value = document.at("@context").at(key);
  return value.is_string() && !value.get<std::string>().starts_with('@');
}

TEST(OntologyContext, EveryKeyIsKnown) {
  for (const auto& [key, iri] : context_keys()) {
    if (is_prefix(key) || iri.starts_with('@')) continue;
    EXPECT_TRUE(module().described.contains(form(iri))) << key << " is " << iri << ", which is described nowhere";
  }
}

/// Whether a value of any kind under a predicate has a term of the context.
bool has_term(std::string_view predicate) {
  const Context& context = own_context();
  return context.for_node(predicate) != nullptr || context.for_list(predicate) != nullptr || context.for_text(predicate, "en") != nullptr;
}

TEST(OntologyContext, EveryPredicateAndClassHasAKey) {
  std::set<std::string> missing;
  for (const Triple& triple : output()) {
    if (triple.predicate == "datatype") continue;
    const std::string predicate = triple.predicate.substr(1, triple.predicate.size() - 2);
    if (predicate == rdf::first || predicate == rdf::rest) continue;
    if (predicate == rdf::type) {
      if (own_context().type_term(triple.object.substr(1, triple.object.size() - 2)).empty()) missing.insert("a " + triple.object);
    } else if (!has_term(predicate)) {
      missing.insert(triple.predicate);
    }
  }
  Diagnostics diagnostics;
  const Table table = read_table(test::project("ontology/mapping.tsv").string(),
                                 {"key", "of", "value", "subject", "predicate", "object", "when", "note"}, diagnostics);
  for (const Table::Row& row : table.rows) {
    if (row.cells[4] == "-" || row.cells[4] == "rdf:type") continue;
    const std::string predicate = test::bundled_knowledge().prefixes.expand(row.cells[4]).value();
    if (row.cells[5] == "list" ? own_context().for_list(predicate) == nullptr : !has_term(predicate)) missing.insert(row.cells[4]);
  }
  EXPECT_TRUE(missing.empty()) << fmt::format("{}", fmt::join(missing, "\n"));
}

TEST(OntologyContext, AgreesWithThePrefixes) {
  const std::map<std::string, std::string> keys = context_keys();
  std::set<std::string> names;
  for (const Prefixes::Row& row : test::bundled_knowledge().prefixes.rows()) {
    if (row.id || row.name == "mkt") continue;  // mkt depends on --base
    names.insert(row.name);
    ASSERT_TRUE(keys.contains(row.name)) << row.name;
    EXPECT_EQ(keys.at(row.name), row.iri);
    EXPECT_TRUE(row.iri.ends_with('/') || row.iri.ends_with('#')) << row.iri << ": JSON-LD 1.1 takes no other text for a prefix";
  }
  for (const auto& [key, iri] : keys) {
    if (is_prefix(key)) {
      EXPECT_TRUE(names.contains(key)) << key;
    }
  }
}

TEST(OntologyContext, ReadsBackWhatItMeans) {
  for (const auto& [key, iri] : context_keys()) {
    const ContextTerm* term = own_context().by_key(key);
    ASSERT_NE(term, nullptr) << key;
    EXPECT_TRUE(iri.starts_with('@') || valid_iri(iri)) << key << " is " << iri;
  }
}

}  // namespace
}  // namespace musclekg::rdf_test
