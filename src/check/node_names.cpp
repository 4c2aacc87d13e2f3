#include "check/node_names.h"

#include <fmt/format.h>

namespace musclekg {

namespace {

constexpr std::size_t kLongest = 100;

/// A node with more labels than these is no term that somebody named.
constexpr std::size_t kMostLabels = 16;

/// How welcome a label in this language is: less is better.
int rank(std::string_view language) { return language.empty() ? 0 : language == "en" ? 1 : language.starts_with("en-") ? 2 : 3; }

}  // namespace

std::string NodeNames::id(const Node* node) const {
  if (node == nullptr) return {};
  if (node->kind == Node::Kind::Blank) return fmt::format("_:{}", node->value);
  if (node->kind == Node::Kind::Literal) return std::string(node->value);
  std::string id = prefixes_.id_of(node->value);
  if (id != node->value) return id;
  std::string name = prefixes_.prefixed(node->value);
  return name.empty() ? id : name;
}

std::string_view NodeNames::label(const Node* node) const {
  const Node* best = nullptr;
  std::size_t count = 0;
  for (const Quad& quad : graph_.about(node, terms_.label)) {
    if (best == nullptr || rank(quad.object->language) < rank(best->language)) best = quad.object;
    if (++count == kMostLabels) break;
  }
  if (best != nullptr) return best->value;
  if (others_ != nullptr)
    for (const auto& [iri, name] : *others_)
      if (iri == node->value) return name;
  return {};
}

std::string NodeNames::named(const Node* node) const {
  const std::string_view name = label(node);
  return name.empty() ? id(node) : fmt::format("{} ({})", name, id(node));
}

std::string NodeNames::brief(const Node* node) const {
  const std::string_view name = label(node);
  return name.empty() ? id(node) : std::string(name);
}

std::string quoted(std::string_view text) {
  if (text.size() <= kLongest) return fmt::format("\"{}\"", text);
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return fmt::format("\"{}…\"", text.substr(0, end));
}

}  // namespace musclekg
