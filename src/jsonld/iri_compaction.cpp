#include "jsonld/iri_compaction.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/iri_reference.h"
#include "base/text.h"
#include "jsonld/inverse_context.h"
#include "jsonld/jsonld_error.h"
#include "jsonld/value_objects.h"

namespace musclekg {

namespace {

/// The language and direction of a value object as one word of the inverse context.
std::string text_kind(const Json& value) {
  std::string kind = has(value, "@language") ? ascii_lower(value["@language"].get_ref<const std::string&>()) : std::string();
  if (has(value, "@direction")) kind += "_" + value["@direction"].get<std::string>();
  return kind;
}

/// What a term must be like to stand for a value (step 4).
struct Wanted {
  std::vector<std::string> containers;
  std::string kind = "@language", value = "@null";  ///< type/language, and its value
};

void want_list(Wanted& wanted, const Json& value, const std::string& default_language) {
  if (!value.contains("@index")) wanted.containers.push_back("@list");
  const Json& list = value["@list"];
  std::string type, language;
  if (list.empty()) language = default_language;
  for (const Json& item : list) {
    std::string item_language = "@none", item_type = "@none";
    if (has(item, "@value")) {
      if (has(item, "@direction")) {
        item_language = text_kind(item);
      } else if (has(item, "@language")) {
        item_language = ascii_lower(item["@language"].get_ref<const std::string&>());
      } else if (has(item, "@type")) {
        item_type = item["@type"].get<std::string>();
      } else {
        item_language = "@null";
      }
    } else {
      item_type = "@id";
    }
    if (language.empty()) {
      language = item_language;
    } else if (item_language != language && has(item, "@value")) {
      language = "@none";
    }
    if (type.empty()) {
      type = item_type;
    } else if (item_type != type) {
      type = "@none";
    }
    if (language == "@none" && type == "@none") break;
  }
  if (language.empty()) language = "@none";
  if (type.empty()) type = "@none";
  if (type != "@none") {
    wanted.kind = "@type";
    wanted.value = type;
  } else {
    wanted.value = language;
  }
}

void want_graph(Wanted& wanted, const Json& value) {
  const bool index = value.contains("@index"), id = value.contains("@id");
  const auto add = [&](std::initializer_list<const char*> containers) {
    wanted.containers.insert(wanted.containers.end(), containers.begin(), containers.end());
  };
  if (index) add({"@graph@index", "@graph@index@set"});
  if (id) add({"@graph@id", "@graph@id@set"});
  add({"@graph", "@graph@set", "@set"});
  if (!index) add({"@graph@index", "@graph@index@set"});
  if (!id) add({"@graph@id", "@graph@id@set"});
  add({"@index", "@index@set"});
  wanted.kind = "@type";
  wanted.value = "@id";
}

void want_other(Wanted& wanted, const Json& value) {
  if (has(value, "@value")) {
    if (has(value, "@direction") && !has(value, "@index")) {
      wanted.value = text_kind(value);
      wanted.containers.insert(wanted.containers.end(), {"@language", "@language@set"});
    } else if (has(value, "@language") && !has(value, "@index")) {
      wanted.value = ascii_lower(value["@language"].get_ref<const std::string&>());
      wanted.containers.insert(wanted.containers.end(), {"@language", "@language@set"});
    } else if (has(value, "@type")) {
      wanted.kind = "@type";
      wanted.value = value["@type"].get<std::string>();
    }
  } else {
    wanted.kind = "@type";
    wanted.value = "@id";
    wanted.containers.insert(wanted.containers.end(), {"@id", "@id@set", "@type", "@set@type"});
  }
  wanted.containers.push_back("@set");
}

/// Whether a term stands for the IRI that `iri` is as an identifier, for step 4.16.
bool says_identifier(const ActiveContext& active, const std::string& id) {
  const std::string term = compact_iri(active, id, nullptr, true, false, true);
  const TermDefinition* const definition = active.find(term);
  return definition != nullptr && definition->iri == id;
}

/// Step 4: the term for an IRI and value, or an empty text.
std::string_view select_term(const ActiveContext& active, std::string_view iri, const Json& given, bool reverse) {
  const std::string default_language = active.direction  ? ascii_lower(active.language.value_or("")) + "_" + *active.direction
                                       : active.language ? ascii_lower(*active.language)
                                                         : "@none";
  const Json& value = has(given, "@preserve") ? given["@preserve"].is_array() ? given["@preserve"].at(0) : given["@preserve"] : given;
  Wanted wanted;
  if (has(value, "@index") && !is_graph_object(value)) wanted.containers = {"@index", "@index@set"};
  if (reverse) {
    wanted.kind = "@type";
    wanted.value = "@reverse";
    wanted.containers.push_back("@set");
  } else if (has(value, "@list")) {
    want_list(wanted, value, default_language);
  } else if (is_graph_object(value)) {
    want_graph(wanted, value);
  } else {
    want_other(wanted, value);
  }
  wanted.containers.push_back("@none");
  if (!active.mode_10 && !has(value, "@index")) wanted.containers.insert(wanted.containers.end(), {"@index", "@index@set"});
  if (!active.mode_10 && has(value, "@value") && value.size() == 1)
    wanted.containers.insert(wanted.containers.end(), {"@language", "@language@set"});
  std::vector<std::string> preferred;
  if (wanted.value == "@reverse") preferred.push_back("@reverse");
  if ((wanted.value == "@id" || wanted.value == "@reverse") && has(value, "@id") && value["@id"].is_string()) {
    const bool vocab = says_identifier(active, value["@id"].get<std::string>());
    preferred.insert(preferred.end(), {vocab ? "@vocab" : "@id", vocab ? "@id" : "@vocab", "@none"});
  } else {
    preferred.push_back(wanted.value);
    preferred.emplace_back("@none");
    if (has(value, "@list") && value["@list"].empty()) wanted.kind = "@any";
  }
  preferred.emplace_back("@any");
  for (std::size_t i = 0, count = preferred.size(); i < count; ++i)
    if (const std::size_t sign = preferred[i].find('_'); sign != std::string::npos) preferred.push_back(preferred[i].substr(sign));
  return active.inverse().select(iri, wanted.containers, wanted.kind, preferred);
}

/// Step 7: the shortest compact IRI, of several the first by code points; or an empty text.
std::string compact_with_prefix(const ActiveContext& active, std::string_view iri, const Json& value) {
  std::string best;
  for (const InverseContext::Prefix& prefix : active.inverse().prefixes()) {
    if (prefix.iri == iri || !iri.starts_with(prefix.iri)) continue;
    std::string candidate = prefix.term + ":" + std::string(iri.substr(prefix.iri.size()));
    const bool better = best.empty() || candidate.size() < best.size() || (candidate.size() == best.size() && candidate < best);
    if (!better) continue;
    const TermDefinition* const taken = active.find(candidate);
    if (taken == nullptr || (taken->iri == iri && value.is_null())) best = std::move(candidate);
  }
  return best;
}

}  // namespace

std::string compact_iri(const ActiveContext& active, std::string_view iri, const Json& value, bool vocab, bool reverse, bool relative) {
  if (vocab && active.inverse().has(iri))  // 4
    if (const std::string_view term = select_term(active, iri, value, reverse); !term.empty()) return std::string(term);
  if (vocab && active.vocabulary && iri.starts_with(*active.vocabulary) && iri.size() > active.vocabulary->size()) {  // 5
    std::string suffix(iri.substr(active.vocabulary->size()));
    if (active.find(suffix) == nullptr) return suffix;
  }
  if (std::string compact = compact_with_prefix(active, iri, value); !compact.empty()) return compact;  // 7
  if (has_scheme(iri)) {                                                                                // 9
    const std::size_t colon = iri.find(':');
    const TermDefinition* const prefix = active.find(iri.substr(0, colon));
    if (prefix != nullptr && prefix->prefix && !iri.substr(colon + 1).starts_with("//"))
      throw JsonldError("IRI confused with prefix", fmt::format("'{}' would be read as a prefix and a name", printable_line(iri)));
  }
  if (!vocab && relative && active.base && !iri.starts_with("_:")) {  // 10
    std::string reference = relative_iri(*active.base, iri);
    if (looks_like_keyword(reference)) reference.insert(0, "./");
    return reference;
  }
  return std::string(iri);
}

}  // namespace musclekg
