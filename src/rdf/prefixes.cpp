#include "rdf/prefixes.h"

#include <algorithm>
#include <cctype>

namespace musclekg {

namespace {

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

constexpr std::string_view kFoundry = "http://purl.obolibrary.org/obo/";

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

bool Prefixes::add_alias(std::string_view name, std::string iri) {
  for (const Row& row : rows_)
    if (row.id && row.name == name) {
      aliases_.push_back({std::string(name), std::move(iri)});
      return true;
    }
  return false;
}

std::string Prefixes::canonical(std::string_view iri) const {
  for (const Alias& alias : aliases_)
    if (iri.starts_with(alias.iri)) return *expand(alias.name + ":" + std::string(iri.substr(alias.iri.size())));
  return std::string(iri);
}

std::optional<std::string> Prefixes::iri_of_id(std::string_view id) const {
  if (id.find("://") != std::string_view::npos) return canonical(id);
  if (id.starts_with("obo.") && id.find('_') != std::string_view::npos) return canonical(std::string(kFoundry).append(id.substr(4)));
  if (auto iri = expand(id)) return canonical(*iri);
  const std::size_t colon = id.find(':');
  if (colon == 0 || colon == std::string_view::npos || colon + 1 == id.size()) return {};
  const std::string_view prefix = id.substr(0, colon);
  if (!plain_local_name(prefix) || id.find_first_of(" \t<>\"{}|\\^`") != std::string_view::npos) return {};
  return std::string(kFoundry).append(prefix).append("_").append(id.substr(colon + 1));
}

std::string Prefixes::id_of(std::string_view iri) const {
  for (const Row& row : rows_)
    if (row.id && iri.starts_with(row.iri)) return row.name + ":" + std::string(iri.substr(row.iri.size()));
  if (iri.starts_with(kFoundry)) {
    const std::string_view local = iri.substr(kFoundry.size());
    const std::size_t gap = local.find('_');
    if (gap != std::string_view::npos && gap > 0 && gap + 1 < local.size() && local.find('#') == std::string_view::npos)
      return std::string(local.substr(0, gap)).append(":").append(local.substr(gap + 1));
  }
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

bool Prefixes::has_namespace_of(std::string_view iri) const {
  return std::any_of(rows_.begin(), rows_.end(), [&](const Row& row) { return iri.size() > row.iri.size() && iri.starts_with(row.iri); });
}

std::string Prefixes::prefixed(std::string_view iri) const {
  const auto [prefix, local] = split(iri);
  return prefix.empty() ? std::string() : std::string(prefix).append(1, ':').append(local);
}

}  // namespace musclekg
