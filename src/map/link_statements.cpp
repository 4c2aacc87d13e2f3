#include "map/link_statements.h"

#include <fmt/format.h>

#include "base/sha256.h"
#include "rdf/vocabulary.h"

namespace musclekg {

std::string canonical_double(std::string_view decimal) {
  std::string digits;
  int exponent = -1;
  bool behind_point = false, significant = false;
  for (const char c : decimal) {
    if (c == '.') {
      behind_point = true;
      continue;
    }
    if (!significant && c == '0') {
      if (behind_point) --exponent;
      continue;
    }
    significant = true;
    digits += c;
    if (!behind_point) ++exponent;
  }
  if (digits.empty()) return "0.0E0";
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
  return fmt::format("{}.{}E{}", digits[0], digits.size() > 1 ? digits.substr(1) : "0", exponent);
}

LinkStatements::LinkStatements(const LinkRows& rows, const Prefixes& prefixes, std::string_view base, bool words, NodeTable& nodes,
                               NodeTable& scoped)
    : rows_(rows),
      prefixes_(prefixes),
      base_(base),
      words_(words),
      nodes_(nodes),
      scoped_(scoped),
      v_{nodes.iri(rdf::type),
         nodes.iri(owl::Axiom),
         nodes.iri(owl::annotatedProperty),
         nodes.iri(owl::annotatedTarget),
         nodes.iri(sssom::subject_label),
         nodes.iri(sssom::subject_type),
         nodes.iri(rdfs::Literal),
         nodes.iri(sssom::object_label),
         nodes.iri(sssom::object_source_version),
         nodes.iri(sssom::mapping_justification),
         nodes.iri(sssom::confidence),
         nodes.iri(xsd::double_),
         nodes.iri(rdfs::comment),
         nodes.iri(sssom::mapping_tool),
         nodes.iri(sssom::MappingSet),
         nodes.iri(sssom::mappings),
         nodes.iri(dcterms::title)} {}

void LinkStatements::begin_output(std::string_view set, const Node* graph) {
  set_ = nodes_.iri(set);  // said again by every record
  graph_ = graph;
}

void LinkStatements::tell(const LinkedRecord& linked, Statements& statements) {
  statements.add(set_, v_.type, v_.mapping_set, graph_);
  statements.add(set_, v_.title, scoped_.text("Names in muscle facts, and the terms they were linked to", "en"), graph_);
  nodes_of_fields_.assign(linked.fields.size(), {});
  for (std::uint32_t i = 0; i < linked.fields.size(); ++i) {
    for_each_link(linked, i, [&](std::string_view words, std::string_view slot, const Link& link) {
      const Node* node = tell(words, slot, link, statements);
      statements.add(set_, v_.mappings, node, graph_);
      nodes_of_fields_[i].push_back(node);
    });
  }
}

const Node* LinkStatements::tell(std::string_view words, std::string_view slot, const Link& link, Statements& statements) {
  const SssomRow row = rows_.row(words, slot, link);
  const std::string target = prefixes_.expand(row.object_id).value_or(row.object_id);
  const std::string said = fmt::format("{}\n{}\n{}\n{}\n{}\n{}", row.subject_label, row.predicate_id, target, row.mapping_justification,
                                       row.confidence, row.comment);
  const Node* node = scoped_.iri(scratch_.assign(base_).append("link/").append(sha256_of(said), 0, 32));
  const auto say = [&](const Node* predicate, const Node* object) { statements.add(node, predicate, object, graph_); };
  say(v_.type, v_.axiom);
  if (words_) say(v_.subject_label, scoped_.text(row.subject_label));
  say(v_.subject_type, v_.literal);
  say(v_.annotated_property, scoped_.iri(prefixes_.expand(row.predicate_id).value_or(row.predicate_id)));
  say(v_.annotated_target, scoped_.iri(target));
  if (!row.object_label.empty()) say(v_.object_label, scoped_.text(row.object_label));
  if (!row.object_source_version.empty()) say(v_.version, scoped_.text(row.object_source_version));
  say(v_.justification, scoped_.iri(prefixes_.expand(row.mapping_justification).value_or(row.mapping_justification)));
  say(v_.confidence, scoped_.literal(canonical_double(row.confidence), v_.double_type));
  if (words_) say(v_.comment, scoped_.text(row.comment));
  say(v_.tool, scoped_.text("musclekg"));
  return node;
}

}  // namespace musclekg
