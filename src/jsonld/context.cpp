#include "jsonld/context.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/input.h"
#include "base/json_string.h"

namespace musclekg {

namespace {

bool may_be_prefix(std::string_view iri) { return iri.ends_with('/') || iri.ends_with('#'); }

}  // namespace

Context::Context(const std::string& path, Diagnostics& diagnostics) {
  const auto fault = [&](std::string text) { diagnostics.error({path, {}}, "context", std::move(text)); };
  const nlohmann::json document = nlohmann::json::parse(read_file(path), nullptr, false);
  if (document.is_discarded() || !document.is_object() || !document.contains("@context") || !document["@context"].is_object()) {
    fault("must be a JSON object with a @context that is an object");
    return;
  }
  for (const auto& [key, value] : document["@context"].items()) {
    ContextTerm term{key, {}, {}};
    if (value.is_string()) {
      term.iri = value;
    } else if (value.is_object()) {
      term.iri = value.value("@id", "");
      for (const auto& [word, meaning] : value.items()) {
        if (word == "@language" && meaning.is_string()) {
          term.language = meaning;
        } else if (word == "@type" && meaning == "@id") {
          term.id = true;
        } else if (word == "@container" && meaning == "@set") {
          term.set = true;
        } else if (word == "@container" && meaning == "@list") {
          term.list = true;
        } else if (word != "@id") {
          fault(fmt::format("'{}' of '{}' is not supported", word, key));
        }
      }
    } else if (key != "@version") {
      fault(fmt::format("'{}' must be a string or an object", key));
    }
    by_key_.emplace(key, terms_.size());
    terms_.push_back(std::move(term));
    definitions_.push_back(value.dump());
  }
  for (ContextTerm& term : terms_)
    if (!term.iri.starts_with('@')) term.iri = expand(term.iri);
  for (std::size_t i = 0; i < terms_.size(); ++i) by_iri_[terms_[i].iri].push_back(i);
}

bool Context::set_prefix(std::string_view name, std::string_view iri) {
  const ContextTerm* known = by_key(name);
  if (known != nullptr && (definitions_[static_cast<std::size_t>(known - terms_.data())].front() != '"' || !may_be_prefix(known->iri)))
    return false;
  const auto [place, added] = by_key_.try_emplace(std::string(name), terms_.size());
  if (added) {
    terms_.push_back({std::string(name), {}, {}});
    definitions_.emplace_back();
  }
  terms_[place->second].iri = iri;
  definitions_[place->second] = json_string(iri);
  return true;
}

const ContextTerm* Context::for_node(std::string_view iri) const {
  return select(iri, [](const ContextTerm& term) { return term.list || !term.language.empty() ? 0 : term.id ? 2 : 1; });
}

const ContextTerm* Context::for_list(std::string_view iri) const {
  return select(iri, [](const ContextTerm& term) { return term.list ? 1 : 0; });
}

const ContextTerm* Context::for_text(std::string_view iri, std::string_view language) const {
  return select(iri, [language](const ContextTerm& term) {
    if (term.list || term.id) return 0;
    return term.language == language ? 2 : term.language.empty() ? 1 : 0;
  });
}

template <class Fitness>
const ContextTerm* Context::select(std::string_view iri, Fitness fitness) const {
  const auto found = by_iri_.find(iri);
  const ContextTerm* best = nullptr;
  if (found == by_iri_.end()) return best;
  for (const std::size_t index : found->second)
    if (fitness(terms_[index]) > (best == nullptr ? 0 : fitness(*best))) best = &terms_[index];
  return best;
}

std::string_view Context::type_term(std::string_view iri) const {
  const auto found = by_iri_.find(iri);
  return found == by_iri_.end() ? std::string_view() : std::string_view(terms_[found->second.front()].key);
}

std::string_view Context::keyword(std::string_view keyword) const {
  const auto found = by_iri_.find(keyword);
  return found == by_iri_.end() ? keyword : std::string_view(terms_[found->second.front()].key);
}

const ContextTerm* Context::by_key(std::string_view key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? nullptr : &terms_[found->second];
}

std::string Context::expand(std::string_view text) const {
  for (std::size_t steps = terms_.size(); steps > 0; --steps) {  // a term may be defined by another, in a foreign context also in a circle
    const ContextTerm* term = by_key(text);
    if (term == nullptr || term->iri == text) break;
    text = term->iri;
  }
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || text.substr(colon).starts_with("://")) return std::string(text);
  const ContextTerm* prefix = by_key(text.substr(0, colon));
  if (prefix == nullptr || !may_be_prefix(prefix->iri)) return std::string(text);
  return prefix->iri + std::string(text.substr(colon + 1));
}

std::string Context::text(std::size_t indent) const {
  std::vector<std::size_t> order(terms_.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) { return terms_[a].key < terms_[b].key; });
  std::string result;
  for (const std::size_t i : order) {
    if (!result.empty()) result += ",\n";
    result += std::string(indent, ' ') + json_string(terms_[i].key) + ": " + definitions_[i];
  }
  return result;
}

}  // namespace musclekg
