#include "link/sssom_slots.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace musclekg {

namespace {

struct BuiltIn {
  std::string_view prefix;
  std::string_view name_space;
};

constexpr BuiltIn kBuiltIn[] = {
    {"linkml", "https://w3id.org/linkml/"},
    {"owl", "http://www.w3.org/2002/07/owl#"},
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"semapv", "https://w3id.org/semapv/vocab/"},
    {"skos", "http://www.w3.org/2004/02/skos/core#"},
    {"sssom", "https://w3id.org/sssom/"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
};

}  // namespace

const std::array<SssomSlot, kSssomSlotCount>& sssom_slots() {
  using Row = SssomRow;
  using Range = SssomRange;
  static const std::array<SssomSlot, kSssomSlotCount> kSlots = {{
      {"subject_id", Range::Id, &Row::subject_id, nullptr, false},
      {"subject_label", Range::Text, &Row::subject_label, nullptr, false},
      {"predicate_id", Range::Id, &Row::predicate_id, nullptr, false},
      {"predicate_modifier", Range::Modifier, &Row::predicate_modifier, nullptr, false},
      {"object_id", Range::Id, &Row::object_id, nullptr, false},
      {"object_label", Range::Text, &Row::object_label, nullptr, false},
      {"mapping_justification", Range::Justification, &Row::mapping_justification, nullptr, false},
      {"subject_type", Range::EntityType, &Row::subject_type, nullptr, true},
      {"object_source", Range::Id, &Row::object_source, nullptr, true},
      {"object_source_version", Range::Text, &Row::object_source_version, nullptr, true},
      {"confidence", Range::Number, &Row::confidence, nullptr, false},
      {"object_match_field", Range::Id, nullptr, &Row::object_match_field, true},
      {"match_string", Range::Text, nullptr, &Row::match_string, false},
      {"subject_preprocessing", Range::Id, nullptr, &Row::subject_preprocessing, true},
      {"comment", Range::Text, &Row::comment, nullptr, false},
  }};
  return kSlots;
}

const std::vector<std::string_view>& entity_types() {
  static const std::vector<std::string_view> kTypes = {"owl class",
                                                       "owl object property",
                                                       "owl data property",
                                                       "owl annotation property",
                                                       "owl named individual",
                                                       "skos concept",
                                                       "rdfs resource",
                                                       "rdfs class",
                                                       kLiteral,
                                                       "rdfs datatype",
                                                       "rdf property",
                                                       "composed entity expression"};
  return kTypes;
}

const std::vector<std::string_view>& justifications() {
  static const std::vector<std::string_view> kJustifications = {"semapv:LexicalMatching",
                                                                "semapv:LogicalReasoning",
                                                                "semapv:CompositeMatching",
                                                                "semapv:UnspecifiedMatching",
                                                                "semapv:SemanticSimilarityThresholdMatching",
                                                                "semapv:LexicalSimilarityThresholdMatching",
                                                                "semapv:MappingChaining",
                                                                "semapv:MappingReview",
                                                                "semapv:ManualMappingCuration",
                                                                "semapv:MappingInversion",
                                                                "semapv:StructuralMatching",
                                                                "semapv:InstanceBasedMatching",
                                                                "semapv:BackgroundKnowledgeBasedMatching"};
  return kJustifications;
}

std::optional<std::string> canonical_number(std::string_view text) {
  double value = -1;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc() || end != text.data() + text.size() || !(value >= 0 && value <= 1)) return {};
  // The shortest digits that stand for the number, which are those it was written with; then rounding is one of digits.
  std::array<char, 512> digits;
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
  std::string_view left(digits.data(), static_cast<std::size_t>(written.ptr - digits.data()));
  int thousandths = left.starts_with('1') ? 1000 : 0;
  left.remove_prefix(std::min<std::size_t>(2, left.size()));
  int weight = 100;
  for (; !left.empty() && weight > 0; left.remove_prefix(1), weight /= 10) thousandths += weight * (left.front() - '0');
  if (!left.empty() && left.front() >= '5') ++thousandths;
  if (thousandths % 1000 == 0) return std::to_string(thousandths / 1000);
  std::string result = fmt::format("0.{:03}", thousandths);
  result.resize(result.find_last_not_of('0') + 1);
  return result;
}

std::string shown(std::string_view text) {
  constexpr std::size_t kLongest = 80;
  if (text.size() <= kLongest) return std::string(text);
  std::size_t size = kLongest;
  while (size > 0 && (text[size] & 0xC0) == 0x80) --size;  // not within a character
  return std::string(text.substr(0, size)).append("…");
}

std::string_view built_in_namespace(std::string_view prefix) {
  for (const BuiltIn& row : kBuiltIn)
    if (row.prefix == prefix) return row.name_space;
  return {};
}

std::optional<Curie> curie_of(std::string_view iri, const Prefixes& prefixes) {
  Curie best;
  const auto consider = [&](std::string_view prefix, std::string_view name_space) {
    if (name_space.size() > best.name_space.size() && iri.size() > name_space.size() && iri.starts_with(name_space))
      best = {prefix, name_space, iri.substr(name_space.size())};
  };
  for (const BuiltIn& row : kBuiltIn) consider(row.prefix, row.name_space);
  for (const Prefixes::Row& row : prefixes.rows())
    if (built_in_namespace(row.name).empty()) consider(row.name, row.iri);
  if (best.prefix.empty()) return {};
  return best;
}

}  // namespace musclekg
