#include "jsonld/term_creation.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/iri_reference.h"
#include "base/text.h"
#include "jsonld/iri_expansion.h"
#include "jsonld/jsonld_error.h"

namespace musclekg {

namespace {

/// A definition on its way, with the map it comes from.
std::string named(std::string_view term) { return fmt::format("the term '{}'", printable_line(term)); }

[[noreturn]] void refuse(std::string_view code, std::string_view term, std::string_view why) {
  throw JsonldError(code, fmt::format("{}: {}", named(term), why));
}

/// Whether a compact IRI or a path may be what a term means: a term of that form must mean what the form means.
bool has_form_of_iri(std::string_view term) {
  return (term.size() > 1 && term.substr(1, term.size() - 2).find(':') != std::string_view::npos) ||
         term.find('/') != std::string_view::npos;
}

bool ends_as_prefix(std::string_view iri) { return !iri.empty() && std::string_view(":/?#[]@").find(iri.back()) != std::string_view::npos; }

}  // namespace

struct TermCreation::Draft {
  const std::string& term;
  const Json& value;  ///< an object
  bool simple;        ///< the definition was a string
  TermDefinition definition = {};
  bool dropped = false;  ///< the term gets no definition

  const Json* find(const char* keyword) const {
    const auto found = value.find(keyword);
    return found == value.end() ? nullptr : &*found;
  }
};

void TermCreation::define_if_local(std::string_view term) {
  const auto found = defined_.find(term);
  if (local_.contains(term) && (found == defined_.end() || !found->second)) define(term);
}

std::optional<std::string> TermCreation::expand(std::string_view value) { return expand_iri(active_, value, false, true, this); }

void TermCreation::define(std::string_view name) {
  const std::string term(name);
  if (const auto [state, added] = defined_.try_emplace(term, false); !added) {  // 1
    if (state->second) return;
    refuse("cyclic IRI mapping", term, "its meaning depends on itself");
  }
  if (term.empty()) refuse("invalid term definition", term, "a term must not be empty");  // 2
  const Json& value = local_.at(term);                                                    // 3
  if (term == "@type") {                                                                  // 4
    if (active_.mode_10) refuse("keyword redefinition", term, "json-ld-1.0 lets no keyword be defined");
    const bool fits = value.is_object() && !value.empty() && std::all_of(value.items().begin(), value.items().end(), [](const auto& entry) {
                        return (entry.key() == "@container" && entry.value() == "@set") || entry.key() == "@protected";
                      });
    if (!fits) refuse("keyword redefinition", term, "only @container: @set and @protected can be said of it");
  } else if (is_keyword(term)) {  // 5
    refuse("keyword redefinition", term, "is a keyword");
  } else if (looks_like_keyword(term)) {
    defined_[term] = true;
    return;
  }
  define(term, value);
}

void TermCreation::define(const std::string& term, const Json& given) {
  std::shared_ptr<const TermDefinition> previous;
  if (const auto found = active_.terms.find(term); found != active_.terms.end()) {  // 6
    previous = found->second;
    active_.terms.erase(found);
  }
  if (!given.is_null() && !given.is_string() && !given.is_object())  // 9
    refuse("invalid term definition", term, "must be a string, an object or null; found " + given.dump());
  const Json value = given.is_object() ? given : Json{{"@id", given}};  // 7, 8
  Draft draft{term, value, given.is_string()};
  draft.definition.is_protected = is_protected_;      // 10
  if (const Json* flag = draft.find("@protected")) {  // 11
    if (active_.mode_10) refuse("invalid term definition", term, "json-ld-1.0 knows no @protected");
    if (!flag->is_boolean()) refuse("invalid @protected value", term, "@protected must be true or false");
    draft.definition.is_protected = flag->get<bool>();
  }
  set_type(draft);                                      // 12
  if (set_reverse(draft)) return add(draft, previous);  // 13
  set_iri(draft);                                       // 14 to 18
  set_container(draft);                                 // 19
  set_index(draft);                                     // 20
  set_scoped_context(draft);                            // 21
  set_texts(draft);                                     // 22 to 25
  static const std::set<std::string, std::less<>> kKnown = {"@id",       "@reverse", "@container", "@context",   "@direction", "@index",
                                                            "@language", "@nest",    "@prefix",    "@protected", "@type"};
  for (const auto& [key, part] : value.items())  // 26
    if (!kKnown.contains(key)) refuse("invalid term definition", term, fmt::format("'{}' is no part of a definition", printable_line(key)));
  add(draft, previous);
}

void TermCreation::set_type(Draft& draft) {
  const Json* const given = draft.find("@type");
  if (given == nullptr) return;
  if (!given->is_string()) refuse("invalid type mapping", draft.term, "@type must be a string");  // 12.1
  const std::optional<std::string> type = expand(given->get_ref<const std::string&>());           // 12.2
  if (active_.mode_10 && type && (*type == "@json" || *type == "@none"))                          // 12.3
    refuse("invalid type mapping", draft.term, "json-ld-1.0 knows no @type " + *type);
  const bool fits =
      type && (*type == "@id" || *type == "@vocab" || *type == "@json" || *type == "@none" || (has_scheme(*type) && valid_iri(*type)));
  if (!fits) refuse("invalid type mapping", draft.term, fmt::format("@type {} is no absolute IRI", given->dump()));
  draft.definition.type = *type;
}

bool TermCreation::set_reverse(Draft& draft) {
  const Json* const given = draft.find("@reverse");
  if (given == nullptr) return false;
  if (draft.find("@id") != nullptr || draft.find("@nest") != nullptr)  // 13.1
    refuse("invalid reverse property", draft.term, "@reverse cannot stand beside @id or @nest");
  if (!given->is_string()) refuse("invalid IRI mapping", draft.term, "@reverse must be a string");  // 13.2
  const auto& text = given->get_ref<const std::string&>();
  if (looks_like_keyword(text)) return draft.dropped = true;  // 13.3
  const std::optional<std::string> iri = expand(text);        // 13.4
  if (!iri || iri->find(':') == std::string::npos)
    refuse("invalid IRI mapping", draft.term, fmt::format("@reverse {} is no IRI", given->dump()));
  draft.definition.iri = iri;
  if (const Json* container = draft.find("@container")) {  // 13.5
    if (!container->is_null() && *container != "@set" && *container != "@index")
      refuse("invalid reverse property", draft.term, "its @container can only be @set or @index");
    if (!container->is_null()) draft.definition.container = {container->get<std::string>()};
  }
  draft.definition.reverse = true;  // 13.6
  set_index(draft);
  return true;
}

void TermCreation::set_iri(Draft& draft) {
  const Json* const given = draft.find("@id");
  const std::string& term = draft.term;
  TermDefinition& definition = draft.definition;
  if (given != nullptr && (!given->is_string() || given->get_ref<const std::string&>() != term)) {  // 14
    if (given->is_null()) return;                                                                   // 14.1
    if (!given->is_string()) refuse("invalid IRI mapping", term, "@id must be a string");           // 14.2.1
    const auto& text = given->get_ref<const std::string&>();
    if (looks_like_keyword(text) && !is_keyword(text)) {  // 14.2.2
      draft.dropped = true;
      return;
    }
    definition.iri = expand(text);  // 14.2.3
    const bool fits = definition.iri && (is_keyword(*definition.iri) || definition.iri->find(':') != std::string::npos);
    if (!fits) refuse("invalid IRI mapping", term, fmt::format("@id {} is no IRI", given->dump()));
    if (*definition.iri == "@context") refuse("invalid keyword alias", term, "@context has no alias");
    if (has_form_of_iri(term) && !active_.mode_10) {  // 14.2.4
      defined_[term] = true;
      if (expand(term) != definition.iri) refuse("invalid IRI mapping", term, "means another IRI by its form");
    }
    if (term.find_first_of(":/") == std::string::npos && draft.simple)  // 14.2.5
      definition.prefix = ends_as_prefix(*definition.iri) || definition.iri->starts_with("_:");
    return;
  }
  if (const std::size_t colon = term.find(':', 1); colon != std::string::npos) {  // 15
    const std::string prefix = term.substr(0, colon);
    define_if_local(prefix);  // 15.1
    const TermDefinition* const known = active_.find(prefix);
    definition.iri = known != nullptr && known->iri ? *known->iri + term.substr(colon + 1) : term;  // 15.2, 15.3
  } else if (term.find('/') != std::string::npos) {                                                 // 16
    definition.iri = expand_iri(active_, term, false, true);
    if (!definition.iri || definition.iri->find(':') == std::string::npos) refuse("invalid IRI mapping", term, "is a relative IRI");
  } else if (term == "@type") {  // 17
    definition.iri = "@type";
  } else if (active_.vocabulary) {  // 18
    definition.iri = *active_.vocabulary + term;
  } else {
    refuse("invalid IRI mapping", term, "has no IRI, and there is no @vocab");
  }
}

void TermCreation::set_container(Draft& draft) const {
  const Json* const given = draft.find("@container");
  if (given == nullptr) return;
  const auto fail = [&] { refuse("invalid container mapping", draft.term, "@container " + given->dump() + " is not allowed"); };
  std::vector<std::string>& container = draft.definition.container;
  if (given->is_string()) {
    container = {given->get<std::string>()};
  } else if (given->is_array() && !active_.mode_10) {
    for (const Json& item : *given) {
      if (!item.is_string()) fail();
      container.push_back(item.get<std::string>());
    }
    std::sort(container.begin(), container.end());
  } else {
    fail();
  }
  const auto has = [&](std::string_view word) { return draft.definition.contains(word); };
  static const std::set<std::string, std::less<>> kWords = {"@graph", "@id", "@index", "@language", "@list", "@set", "@type"};
  if (container.empty() ||
      !std::all_of(container.begin(), container.end(), [](const std::string& word) { return kWords.contains(word); }) ||
      std::adjacent_find(container.begin(), container.end()) != container.end())
    fail();
  if (active_.mode_10 && (has("@graph") || has("@id") || has("@type"))) fail();  // 19.2
  const std::size_t others = container.size() - (has("@set") ? 1 : 0);
  const bool graph_map = has("@graph") && others == 2 && (has("@id") || has("@index"));
  if (others > 1 && !graph_map) fail();
  if (has("@list") && container.size() > 1) fail();
  if (has("@type")) {  // 19.4
    std::string& type = draft.definition.type;
    if (type.empty()) type = "@id";
    if (type != "@id" && type != "@vocab")
      refuse("invalid type mapping", draft.term, "with @container: @type, @type must be @id or @vocab");
  }
}

void TermCreation::set_index(Draft& draft) {
  const Json* const given = draft.find("@index");
  if (given == nullptr) return;
  if (active_.mode_10 || !draft.definition.contains("@index"))  // 20.1
    refuse("invalid term definition", draft.term, "@index needs @container: @index");
  if (!given->is_string()) refuse("invalid term definition", draft.term, "@index must be a string");
  const auto& index = given->get_ref<const std::string&>();
  if (!defined_.contains(index)) define_if_local(index);
  const std::optional<std::string> iri = expand_iri(active_, index, false, true);  // 20.2
  if (!iri || is_keyword(*iri) || !has_scheme(*iri)) refuse("invalid term definition", draft.term, "@index must be an IRI");
  draft.definition.index = index;
}

void TermCreation::set_scoped_context(Draft& draft) {
  const Json* const given = draft.find("@context");
  if (given == nullptr) return;
  if (active_.mode_10) refuse("invalid term definition", draft.term, "json-ld-1.0 knows no scoped contexts");  // 21.1
  ContextProcessing how = how_;  // 21.3: it must be a valid one
  how.override_protected = true;
  how.validate_scoped = false;
  try {
    process_context(std::make_shared<ActiveContext>(active_), *given, base_url_, how);
  } catch (const JsonldError& error) {
    refuse("invalid scoped context", draft.term, error.what());
  }
  draft.definition.context = *given;
  draft.definition.base_url = base_url_;
}

void TermCreation::set_texts(Draft& draft) const {
  TermDefinition& definition = draft.definition;
  const std::string& term = draft.term;
  if (const Json* given = draft.find("@language"); given != nullptr && draft.find("@type") == nullptr) {  // 22
    if (!given->is_null() && !given->is_string()) refuse("invalid language mapping", term, "@language must be a string or null");
    definition.language = {true, given->is_null() ? std::nullopt : std::optional(given->get<std::string>())};
  }
  if (const Json* given = draft.find("@direction"); given != nullptr && draft.find("@type") == nullptr) {  // 23
    if (!given->is_null() && *given != "ltr" && *given != "rtl")
      refuse("invalid base direction", term, "@direction must be ltr, rtl or null");
    definition.direction = {true, given->is_null() ? std::nullopt : std::optional(given->get<std::string>())};
  }
  if (const Json* given = draft.find("@nest")) {  // 24
    if (active_.mode_10) refuse("invalid term definition", term, "json-ld-1.0 knows no @nest");
    const bool fits = given->is_string() && (*given == "@nest" || !is_keyword(given->get_ref<const std::string&>()));
    if (!fits) refuse("invalid @nest value", term, "@nest must be @nest or a term");
    definition.nest = given->get<std::string>();
  }
  if (const Json* given = draft.find("@prefix")) {  // 25
    if (active_.mode_10 || term.find_first_of(":/") != std::string::npos) refuse("invalid term definition", term, "cannot have @prefix");
    if (!given->is_boolean()) refuse("invalid @prefix value", term, "@prefix must be true or false");
    definition.prefix = given->get<bool>();
    if (definition.prefix && definition.iri && is_keyword(*definition.iri))
      refuse("invalid term definition", term, "a keyword is no prefix");
  }
}

void TermCreation::add(Draft& draft, const std::shared_ptr<const TermDefinition>& previous) {
  defined_[draft.term] = true;
  if (draft.dropped) return;
  auto definition = std::make_shared<TermDefinition>(std::move(draft.definition));
  if (previous && previous->is_protected && !how_.override_protected) {  // 27
    if (!definition->same_meaning(*previous)) refuse("protected term redefinition", draft.term, "is protected");
    active_.terms[draft.term] = previous;
  } else {
    active_.terms[draft.term] = std::move(definition);  // 28
  }
}

}  // namespace musclekg
