#include "jsonld/jsonld_names.h"

#include <fmt/format.h>

#include <utility>

#include "base/diagnostics.h"

namespace musclekg {

std::string_view JsonldNames::of(const Node* node) {
  std::string_view& name = names_[node];
  if (!name.empty()) return name;
  Arena& texts = node->scoped ? scoped_texts_ : texts_;
  const auto [prefix, local] =
      node->kind == Node::Kind::Blank ? std::pair(std::string_view("_"), node->value) : prefixes_.split(node->value);
  if (prefix.empty()) {
    check_scheme(node->value);
    return name = texts.join("\"", node->value, "\"");  // an IRI has nothing that JSON escapes
  }
  return name = texts.join("\"", prefix, ":", local, "\"");
}

/// "obo:x" means another IRI where "obo" is a prefix, and there is no other way to write it (JSON-LD 1.1 API, 5.2.2).
void JsonldNames::check_scheme(std::string_view iri) const {
  const std::size_t colon = iri.find(':');
  if (!iri.substr(colon).starts_with("://") && prefixes_.expand(iri))
    throw Failure(fmt::format("{}: JSON-LD cannot hold the IRI '{}': its scheme is a prefix of the context", path_, iri));
}

}  // namespace musclekg
