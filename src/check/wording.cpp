#include "check/wording.h"

#include <fmt/format.h>

#include "base/text.h"
#include "check/vocabulary.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

/// Longest text that is quoted whole, and what is quoted of a longer one, in bytes.
constexpr std::size_t kLongest = 100;

/// The beginning of `text`, cut between characters.
std::string_view beginning(std::string_view text) {
  std::size_t size = 0;
  for (std::size_t at = 0; at < text.size() && at <= kLongest;) {
    size = at;
    next_code_point(text, at);
  }
  return text.substr(0, size);
}

}  // namespace

std::string Wording::iri(std::string_view iri) const {
  if (prefixes_ != nullptr)
    if (std::string short_name = prefixes_->prefixed(iri); !short_name.empty()) return short_name;
  if (iri.starts_with(xsd::base)) return "xsd:" + std::string(iri.substr(xsd::base.size()));
  if (iri.starts_with(sh::base)) return "sh:" + std::string(iri.substr(sh::base.size()));
  return fmt::format("<{}>", iri);
}

std::string Wording::name(const Node* node) const {
  if (node->kind == Node::Kind::Iri) return iri(node->value);
  if (node->kind == Node::Kind::Blank) return "a blank node";
  std::string name = "\"";
  append_escaped(name, node->value.size() > kLongest ? beginning(node->value) : node->value);
  name += node->value.size() > kLongest ? "…\"" : "\"";
  if (!node->language.empty()) return name.append(1, '@').append(node->language);
  if (node->datatype != nullptr) return name.append("^^").append(iri(node->datatype->value));
  return name;
}

std::string counted(std::size_t count, std::string_view noun) { return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s"); }

}  // namespace musclekg
