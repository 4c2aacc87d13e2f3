// What the tests of graphs share: graphs as plain values, written by a writer and read back by a reader.

#pragma once

#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <compare>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/syntax.h"
#include "base/input.h"
#include "base/text.h"
#include "jsonld/jsonld_reader.h"
#include "rdf/graph_digest.h"
#include "rdf/mark_repeated.h"
#include "rdf/raptor.h"
#include "rdf/read_rdf.h"
#include "rdf/vocabulary.h"
#include "test.h"

namespace musclekg::rdf_test {

/// An RDF term as a value.
struct Term {
  Node::Kind kind = Node::Kind::Iri;
  std::string value, language, datatype;

  friend auto operator<=>(const Term&, const Term&) = default;
};

struct Statement {
  Term subject, predicate, object;
  std::string graph = {};  ///< the IRI of a named graph; empty: the default graph

  friend auto operator<=>(const Statement&, const Statement&) = default;
};

/// The statements that a writer gets between `begin` and `end`.
struct Topic {
  Term node;
  std::vector<Statement> statements;
};

using Topics = std::vector<Topic>;

/// The prefixes of these tests: what they are given to write with, and what `iri` expands.
inline const std::vector<std::pair<std::string, std::string>>& prefixes() {
  static const std::vector<std::pair<std::string, std::string>> kPrefixes = {
      {"ex", "http://example.org/"},
      {"obo", "http://purl.obolibrary.org/obo/"},
      {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
      {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
      {"xsd", "http://www.w3.org/2001/XMLSchema#"},
  };
  return kPrefixes;
}

inline std::string expanded(std::string_view name) {
  for (const auto& [prefix, iri] : prefixes())
    if (name.starts_with(prefix + ":")) return iri + std::string(name.substr(prefix.size() + 1));
  return std::string(name);
}

/// A term from its name: "ex:a", "_:b", "http://…".
inline Term term(std::string_view name) {
  if (name.starts_with("_:")) return {Node::Kind::Blank, std::string(name.substr(2)), {}, {}};
  return {Node::Kind::Iri, expanded(name), {}, {}};
}

inline Term text(std::string_view value, std::string_view language = {}) {
  return {Node::Kind::Literal, std::string(value), std::string(language), {}};
}

inline Term literal(std::string_view lexical, std::string_view datatype) {
  return {Node::Kind::Literal, std::string(lexical), {}, expanded(datatype)};
}

inline Statement say(std::string_view subject, std::string_view predicate, std::string_view object) {
  return {term(subject), term(predicate), term(object)};
}
inline Statement say(std::string_view subject, std::string_view predicate, Term object) {
  return {term(subject), term(predicate), std::move(object)};
}

/// The same statements in a named graph.
inline std::vector<Statement> in(std::string_view graph, std::vector<Statement> statements) {
  for (Statement& statement : statements) statement.graph = expanded(graph);
  return statements;
}

/// The same statements, all graphs merged into one: without the names of the graphs, each once.
inline std::vector<Statement> merged(std::vector<Statement> statements) {
  for (Statement& statement : statements) statement.graph.clear();
  std::sort(statements.begin(), statements.end());
  statements.erase(std::unique(statements.begin(), statements.end()), statements.end());
  return statements;
}

/// A graph of one topic, the subject of its first statement.
inline Topics topic(std::vector<Statement> statements) {
  Term node = statements.front().subject;
  return {{std::move(node), std::move(statements)}};
}

/// IRIs of this namespace are made in the table of a topic, all others in the one that lasts. Predicates must not be of it.
inline constexpr std::string_view kScoped = "https://w3id.org/musclekg/";
inline constexpr std::string_view kShared = "https://w3id.org/musclekg/term/";

inline const Node* node_of(const Term& value, NodeTable& nodes, NodeTable& scoped) {
  switch (value.kind) {
    case Node::Kind::Iri:
      return value.value.starts_with(kScoped) ? scoped.iri(value.value) : nodes.iri(value.value);
    case Node::Kind::Blank:
      return scoped.anonymous_blank(value.value);
    case Node::Kind::Literal:
      break;
  }
  if (value.datatype.empty()) return scoped.text(value.value, value.language);
  return scoped.literal(value.value, nodes.iri(value.datatype));
}

inline const Node* graph_of(const Statement& statement, NodeTable& nodes) {
  return statement.graph.empty() ? nullptr : nodes.iri(statement.graph);
}

/// Where the tests of a run write.
inline const test::TemporaryFolder& folder() {
  static const test::TemporaryFolder kFolder;
  return kFolder;
}

/// What a writer is given besides the statements.
struct Tables {
  std::vector<std::pair<std::string, std::string>> labels;  ///< of predicates, for comments
  const Context* context = nullptr;                         ///< nullptr: the program's own
};

inline const Context& own_context() {
  static Diagnostics diagnostics;
  static const Context kContext(test::project("ontology/context.jsonld").string(), diagnostics);
  return kContext;
}

/// Writes the topics as `Document` does, repeated statements marked, each topic's own nodes forgotten behind it.
inline void write(const Topics& topics, const Syntax& syntax, const std::string& path, const Tables& tables = {}) {
  NodeTable nodes, scoped(&nodes);
  WriterTables given{{}, tables.context ? *tables.context : own_context()};
  for (const auto& [name, label] : tables.labels) given.labels.emplace_back(nodes.iri(expanded(name)), label);
  Output output(path);
  const auto writer = syntax.make(output, given);
  MarkRepeated marked(*writer, {std::string(kShared)}, syntax.graphs ? GraphNames::Kept : GraphNames::Dropped);
  for (const auto& [name, iri] : prefixes()) writer->prefix(name, iri);
  for (const Topic& one : topics) {
    std::vector<Quad> quads;
    const Node* node = node_of(one.node, nodes, scoped);
    for (const Statement& statement : one.statements) {
      const Node* subject = node_of(statement.subject, nodes, scoped);
      // The label of a term that lasts is made where the term is, as the mapper does.
      const bool lasts = !subject->scoped && statement.predicate.value == rdfs::label;
      quads.push_back({subject, node_of(statement.predicate, nodes, scoped), node_of(statement.object, nodes, lasts ? nodes : scoped),
                       graph_of(statement, nodes)});
    }
    marked.add(node, quads);
    scoped.clear();
  }
  writer->finish();
  output.commit();
}

/// The same, as text.
inline std::string written(const Topics& topics, std::string_view syntax, const Tables& tables = {}) {
  const std::string path = folder() / "written";
  write(topics, *syntax_named(syntax), path, tables);
  return test::contents(path);
}

/// Turtle without the lines of the prefixes.
inline std::string turtle_body(const Topics& topics, const Tables& tables = {}) {
  const std::string document = written(topics, "turtle", tables);
  return document.substr(document.find('\n', document.rfind("\n@prefix ") + 1) + 1);
}

/// `graphs`: whether the names of graphs count.
inline GraphDigest digest_of(const Topics& topics, bool graphs = true) {
  NodeTable nodes;
  GraphDigest digest;
  for (const Topic& one : topics)
    for (const Statement& statement : one.statements)
      digest.add({node_of(statement.subject, nodes, nodes), node_of(statement.predicate, nodes, nodes),
                  node_of(statement.object, nodes, nodes), graphs ? graph_of(statement, nodes) : nullptr});
  digest.finish();
  return digest;
}

/// Reads a file with Raptor. Where it is not well-formed, `fault` is what Raptor says.
inline GraphDigest read_with_raptor(const std::string& path, const char* syntax, std::string& fault) {
  NodeTable nodes;
  Diagnostics diagnostics;
  GraphDigest digest;
  Input input(path);
  const std::function<void(const Quad&)> take = [&](const Quad& quad) { digest.add(quad); };
  QuadTaker taker(nodes, take);
  const bool whole = musclekg::read_with_raptor(input, {}, syntax, {}, taker, diagnostics);
  if (!whole) fault = diagnostics.kept().empty() ? "not well-formed" : format(diagnostics.kept().front());
  digest.finish();
  return digest;
}

/// Reads a file with our own reader of a syntax that is not JSON-LD.
inline GraphDigest read_own(const std::string& path, std::string_view syntax, std::string& fault) {
  NodeTable nodes;
  Diagnostics diagnostics;
  GraphDigest digest;
  const bool whole = read_rdf(path, syntax, nodes, diagnostics, [&](const Quad& quad) { digest.add(quad); });
  if (!whole) fault = diagnostics.kept().empty() ? "not well-formed" : format(diagnostics.kept().front());
  digest.finish();
  return digest;
}

inline GraphDigest read_own_jsonld(const std::string& path, std::string& fault) {
  NodeTable nodes;
  GraphDigest digest;
  try {
    read_jsonld(path, nodes, [&](const Quad& quad) { digest.add(quad); });
  } catch (const std::exception& failure) {
    fault = failure.what();
  }
  digest.finish();
  return digest;
}

inline ::testing::AssertionResult compare(const GraphDigest& sent, const GraphDigest& read, const std::string& fault,
                                          std::string_view reader, const std::string& path) {
  const std::size_t lost = sent.missing_in(read), added = read.missing_in(sent);
  if (fault.empty() && lost + added == 0) return ::testing::AssertionSuccess();
  std::string document = test::contents(path);
  if (const std::size_t context = document.find("\n  \"graph\": "); context != std::string::npos) document.erase(0, context);
  if (document.size() > 3000) document.resize(3000);
  return ::testing::AssertionFailure() << reader << ": " << lost << " of " << sent.size() << " statements are missing, " << added
                                       << " are new" << (fault.empty() ? "" : "; ") << fault << "\n"
                                       << document;
}

/// Whether what is written in `syntax` is read back as the same dataset, or as the merged graph where it has no graphs, by our reader and,
/// but for JSON-LD, by Raptor, which `--verify` uses.
inline ::testing::AssertionResult comes_back(const Topics& topics, std::string_view syntax, const Tables& tables = {}) {
  const Syntax& row = *syntax_named(syntax);
  const std::string path = folder() / fmt::format("back.{}", row.extension());
  write(topics, row, path, tables);
  std::string fault;
  const GraphDigest sent = digest_of(topics, row.graphs);
  if (row.raptor_name.empty()) return compare(sent, read_own_jsonld(path, fault), fault, "our reader", path);
  const std::string name(row.raptor_name);
  if (const auto own = compare(sent, read_own(path, name, fault), fault, "our reader", path); !own) return own;
  return compare(sent, read_with_raptor(path, name.c_str(), fault), fault, "Raptor", path);
}

/// Runs a program without a shell, its output into `path`. Returns its exit code; 127: there is no such program.
inline int run(std::vector<std::string> arguments, const std::string& path) {
  std::vector<char*> words;
  for (std::string& argument : arguments) words.push_back(argument.data());
  words.push_back(nullptr);
  const pid_t child = ::fork();
  if (child == 0) {
    const int out = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666), none = ::open("/dev/null", O_WRONLY);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(none, STDERR_FILENO);
    ::execvp(words.front(), words.data());
    ::_exit(127);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// Skips a test that needs serd's reader where it is not installed; in continuous integration it is, or the test fails.
#define MUSCLEKG_NEEDS_SERDI()                                                             \
  do {                                                                                     \
    if (serdi_installed()) break;                                                          \
    if (test::in_continuous_integration()) FAIL() << "the program serdi is not installed"; \
    GTEST_SKIP() << "the program serdi is not installed";                                  \
  } while (false)

inline bool serdi_installed() {
  static const bool kInstalled = run({"serdi", "-v"}, folder() / "serdi-version") == 0;
  return kInstalled;
}

/// Whether serdi, a reader of another family, reads our Turtle as the same graph.
inline ::testing::AssertionResult serdi_agrees(const Topics& topics) {
  const std::string turtle = folder() / "serdi.ttl", triples = folder() / "serdi.nt";
  write(topics, *syntax_named("turtle"), turtle);
  std::string fault;
  if (const int code = run({"serdi", "-i", "turtle", "-o", "ntriples", turtle}, triples); code != 0)
    fault = fmt::format("serdi ends with {}", code);
  const GraphDigest read = read_with_raptor(triples, "ntriples", fault);
  return compare(digest_of(topics), read, fault, "serdi", turtle);
}

/// Statements that make `items` an RDF list whose cells are named `name`0, `name`1, …
inline std::vector<Statement> list_of(std::string_view name, const std::vector<Term>& items) {
  std::vector<Statement> cells;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Term cell{Node::Kind::Blank, fmt::format("{}{}", name, i), {}, {}};
    const Term next = i + 1 < items.size() ? Term{Node::Kind::Blank, fmt::format("{}{}", name, i + 1), {}, {}} : term("rdf:nil");
    cells.push_back({cell, term("rdf:first"), items[i]});
    cells.push_back({cell, term("rdf:rest"), next});
  }
  return cells;
}

inline std::vector<Statement> operator+(std::vector<Statement> a, const std::vector<Statement>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

}  // namespace musclekg::rdf_test
