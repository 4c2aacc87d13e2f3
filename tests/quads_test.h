// What the program writes as N-Quads, as a set of statements in short words that can be asked.

#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/sha256.h"
#include "rdf/read_rdf.h"
#include "test.h"

namespace musclekg::test {

inline constexpr std::string_view kBase = "https://w3id.org/musclekg/";

/// An IRI with a prefix: of prefixes.tsv, "mkt:" for terms of our own, or ":" for what else we name. Others stay as they are.
inline std::string shortened(std::string_view iri) {
  static const std::vector<std::pair<std::string, std::string>> kPrefixes = [] {
    std::vector<std::pair<std::string, std::string>> rows;
    std::istringstream lines(contents(project("ontology/prefixes.tsv")));
    for (std::string line; std::getline(lines, line);) {
      const std::vector<std::string_view> cells = split(line, '\t');
      if (cells.size() == 3 && cells[1] == "rdf") rows.emplace_back(cells[2], cells[0]);
    }
    rows.emplace_back(std::string(kBase) + "term/", "mkt");
    rows.emplace_back(kBase, "");
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    return rows;
  }();
  for (const auto& [space, name] : kPrefixes)
    if (iri.starts_with(space)) return name + ":" + std::string(iri.substr(space.size()));
  return std::string(iri);
}

/// A term in short: an IRI as `shortened`, a blank node as "_:name", a literal as its words in quotes, unescaped, with "@en" or
/// "^^xsd:integer" behind them.
inline std::string shortened(const Node& node) {
  if (node.kind == Node::Kind::Iri) return shortened(node.value);
  if (node.kind == Node::Kind::Blank) return "_:" + std::string(node.value);
  std::string text = "\"" + std::string(node.value) + "\"";
  if (!node.language.empty()) text += "@" + std::string(node.language);
  if (node.datatype != nullptr) text += "^^" + shortened(node.datatype->value);
  return text;
}

/// The words of a literal.
inline std::string words_of(std::string_view literal) {
  return literal.starts_with('"') ? std::string(literal.substr(1, literal.rfind('"') - 1)) : "no literal: " + std::string(literal);
}

struct ShortQuad {
  std::string subject, predicate, object, graph;  ///< the graph without a name is ""

  friend auto operator<=>(const ShortQuad&, const ShortQuad&) = default;
};

using Names = std::vector<std::string>;

/// The distinct statements of a text, as Raptor reads them.
class Quads {
 public:
  explicit Quads(std::string_view text, const char* syntax = "nquads") {
    const TemporaryFolder folder;
    NodeTable nodes;
    Diagnostics diagnostics;
    EXPECT_TRUE(read_rdf(folder.write("quads", text), syntax, nodes, diagnostics, [&](const Quad& quad) {
      quads_.insert({shortened(*quad.subject), shortened(*quad.predicate), shortened(*quad.object),
                     quad.graph == nullptr ? std::string() : shortened(*quad.graph)});
    })) << printed(diagnostics);
    for (const ShortQuad& quad : quads_) by_subject_[quad.subject].push_back(&quad);
  }

  const std::set<ShortQuad>& all() const { return quads_; }

  /// The objects of a subject and predicate, in any graph, sorted.
  Names objects(const std::string& subject, std::string_view predicate) const {
    std::set<std::string> found;
    if (const auto known = by_subject_.find(subject); known != by_subject_.end())
      for (const ShortQuad* quad : known->second)
        if (quad->predicate == predicate) found.insert(quad->object);
    return {found.begin(), found.end()};
  }

  /// The only one.
  std::string object(const std::string& subject, std::string_view predicate) const {
    const Names found = objects(subject, predicate);
    if (found.size() == 1) return found.front();
    ADD_FAILURE() << subject << " " << predicate << ": " << ::testing::PrintToString(found);
    return {};
  }

  Names subjects(std::string_view predicate, std::string_view object) const {
    std::set<std::string> found;
    for (const ShortQuad& quad : quads_)
      if (quad.predicate == predicate && quad.object == object) found.insert(quad.subject);
    return {found.begin(), found.end()};
  }

  bool has(const std::string& subject, std::string_view predicate, std::string_view object) const {
    const Names found = objects(subject, predicate);
    return std::binary_search(found.begin(), found.end(), object);
  }

  bool describes(const std::string& subject) const { return by_subject_.contains(subject); }

  /// The names of the graphs, by their last part; the one without a name is "".
  Names graphs() const {
    std::set<std::string> names;
    for (const ShortQuad& quad : quads_) names.insert(quad.graph.substr(quad.graph.rfind('/') + 1));
    return {names.begin(), names.end()};
  }

  /// The statements of the graph whose name ends so, without the name.
  std::set<ShortQuad> in(std::string_view name) const {
    std::set<ShortQuad> found;
    for (const ShortQuad& quad : quads_)
      if (quad.graph == name || quad.graph.ends_with("/graph/" + std::string(name)))
        found.insert({quad.subject, quad.predicate, quad.object, {}});
    return found;
  }

  /// The statements without the names of their graphs.
  std::set<ShortQuad> merged() const {
    std::set<ShortQuad> found;
    for (const ShortQuad& quad : quads_) found.insert({quad.subject, quad.predicate, quad.object, {}});
    return found;
  }

  /// The statements (mkg:Statement) of an edge.
  Names statements_of(const std::string& subject, const std::string& predicate, const std::string& object) const {
    Names found;
    for (const std::string& statement : subjects("rdf:type", "mkg:Statement"))
      if (has(statement, "rdf:subject", subject) && has(statement, "rdf:predicate", predicate) && has(statement, "rdf:object", object))
        found.push_back(statement);
    return found;
  }

  std::string statement_of(const std::string& subject, const std::string& predicate, const std::string& object) const {
    const Names found = statements_of(subject, predicate, object);
    if (found.size() == 1) return found.front();
    ADD_FAILURE() << found.size() << " statements of " << subject << " " << predicate << " " << object;
    return {};
  }

  /// The words of the only anchor of a statement, claim or note.
  std::string quote_of(const std::string& node) const { return words_of(object(object(node, "mkg:anchor") + "/quote", "oa:exact")); }

 private:
  std::set<ShortQuad> quads_;
  std::map<std::string, std::vector<const ShortQuad*>> by_subject_;
};

/// What the program writes as N-Quads of a text given as standard input; fails when it ends with something else than `exit`.
inline std::string nquads_of(std::string_view record, std::vector<std::string> options = {"--profile", "all"},
                             std::string_view from = "yaml", int exit = 0) {
  std::vector<std::string> arguments = {"convert", "-", "--from", std::string(from), "-o", "-", "--to", "nquads", "-q"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  const Result result = run_program(arguments, record);
  EXPECT_EQ(result.exit, exit) << result.err;
  return result.out;
}

/// Bytes of the code points from `begin` up to `end` (counted from 0) of UTF-8.
inline std::string code_points(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t count = 0, first = text.size(), last = text.size();
  for (std::size_t at = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
    if (count == begin) first = at;
    if (count == end) last = at;
    ++count;
  }
  return std::string(text.substr(std::min(first, last), last - std::min(first, last)));
}

inline std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace musclekg::test
