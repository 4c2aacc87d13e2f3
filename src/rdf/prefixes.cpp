#include "rdf/prefixes.h"

#include <algorithm>
#include <cctype>

namespace musclekg {

namespace {

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool plain_local_name(std::string_view name) {
  return !name.empty() && (letter(name.front()) || name.front() == '_') &&
         std::all_of(name.begin(), name.end(), [](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-'; });
}

bool same_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
  });
}

}  // namespace

bool Prefixes::add(std::string name, std::string iri, bool id) {
  for (const Row& row : rows_)
    if (row.id == id && (same_ignoring_case(row.name, name) || row.iri == iri)) return false;
  rows_.push_back({std::move(name), std::move(iri), id});
  return true;
}

std::optional<std::string> Prefixes::expand(std::string_view curie) const {
  const std::size_t colon = curie.find(':');
  if (colon == std::string_view::npos) return {};
  for (const Row& row : rows_)
    if (row.name == curie.substr(0, colon)) return row.iri + std::string(curie.substr(colon + 1));
  return {};
}

std::string Prefixes::id_of(std::string_view iri) const {
  for (const Row& row : rows_)
    if (row.id && iri.starts_with(row.iri)) return row.name + ":" + std::string(iri.substr(row.iri.size()));
  return std::string(iri);
}

std::pair<std::string_view, std::string_view> Prefixes::split(std::string_view iri) const {
  std::size_t size = iri.size();  // of the namespace: a plain local name has neither '/' nor '#'
  while (size > 0 && iri[size - 1] != '/' && iri[size - 1] != '#') --size;
  const std::string_view local = iri.substr(size);
  if (!plain_local_name(local)) return {};
  for (const Row& row : rows_)
    if (row.iri.size() == size && !row.id && iri.starts_with(row.iri)) return {row.name, local};
  return {};
}

std::string Prefixes::prefixed(std::string_view iri) const {
  const auto [prefix, local] = split(iri);
  return prefix.empty() ? std::string() : std::string(prefix).append(1, ':').append(local);
}

}  // namespace musclekg
