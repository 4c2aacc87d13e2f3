#include "jsonld/frame_matching.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "jsonld/frame_object.h"

namespace musclekg {

namespace {

bool is_framing_keyword(const std::string& name) {
  return name == "@default" || name == "@embed" || name == "@explicit" || name == "@omitDefault" || name == "@requireAll";
}

bool is_wildcard(const Json& frame) {
  for (auto member = frame.begin(); member != frame.end(); ++member)
    if (!is_framing_keyword(member.key())) return false;
  return true;
}

/// The entries of a pattern's member, which may be one alone.
template <class Test>
bool any_entry(const Json* entries, const Test& test) {
  if (entries == nullptr) return false;
  return entries->is_array() ? std::any_of(entries->begin(), entries->end(), test) : test(*entries);
}

bool empty_pattern(const Json* entries) { return entries == nullptr || (entries->is_array() && entries->empty()); }

bool wildcard_pattern(const Json* entries) {
  const Json* first = first_object(entries);
  return first != nullptr && first->empty();
}

bool same_language(const Json& a, const Json& b) {
  return a.is_string() && b.is_string() && ascii_lower(a.get_ref<const std::string&>()) == ascii_lower(b.get_ref<const std::string&>());
}

/// @id: one of those listed, or the frame's is {} or [].
bool id_matches(const Json& id, const Json& wanted) {
  return empty_pattern(&wanted) || wildcard_pattern(&wanted) || any_entry(&wanted, [&](const Json& one) { return one == id; });
}

bool type_matches(const Json* types, const Json& wanted) {
  const bool typed = types != nullptr && !types->empty();
  if (empty_pattern(&wanted)) return !typed;
  if (wildcard_pattern(&wanted) && (wanted.is_object() || wanted.size() == 1)) return typed;
  return any_entry(&wanted, [&](const Json& one) {
    if (one.is_object()) return one.contains("@default");
    return typed && std::find(types->begin(), types->end(), one) != types->end();
  });
}

}  // namespace

bool value_matches(const Json& pattern, const Json& value) {
  const Json* values = entry(pattern, "@value");
  const Json* types = entry(pattern, "@type");
  const Json* languages = entry(pattern, "@language");
  if (empty_pattern(values) && empty_pattern(types) && empty_pattern(languages)) return true;
  const Json* found = entry(value, "@value");
  if (found == nullptr) return false;
  if (!wildcard_pattern(values) && !any_entry(values, [&](const Json& one) { return one == *found; })) return false;
  const Json* type = entry(value, "@type");
  if (type == nullptr ? !empty_pattern(types)
                      : !wildcard_pattern(types) && !any_entry(types, [&](const Json& one) { return one == *type; }))
    return false;
  const Json* language = entry(value, "@language");
  if (language == nullptr) return empty_pattern(languages);
  return wildcard_pattern(languages) || any_entry(languages, [&](const Json& one) { return same_language(one, *language); });
}

bool FrameMatching::matches(const Json& node, const Json& frame, bool require_all) {
  bool matches_all = true;  // the frame has no properties
  bool matches_some = false;
  for (auto member = frame.begin(); member != frame.end(); ++member) {
    const std::string& name = member.key();
    Outcome outcome = Outcome::Ignored;
    if (name == "@id" || name == "@type") {
      const bool match = name == "@id" ? id_matches(node["@id"], *member) : type_matches(entry(node, "@type"), *member);
      if (!match || !require_all) return match;
      outcome = Outcome::Match;
    } else if (name.starts_with('@')) {
      continue;
    } else {
      outcome = property(entry(node, name), *member, require_all);
    }
    if (name != "@id") matches_all = false;
    if (outcome == Outcome::Refused || (outcome == Outcome::NoMatch && require_all)) return false;
    if (outcome == Outcome::Match) matches_some = true;
  }
  return matches_all || matches_some;
}

/// Steps 2.4 to 2.10, for one property of a frame and a node's values of it.
FrameMatching::Outcome FrameMatching::property(const Json* values, const Json& frames, bool require_all) {
  const bool has_values = values != nullptr && !values->empty();
  const Json* first = first_object(&frames);
  if (first == nullptr) return has_values ? Outcome::Refused : Outcome::Match;
  if (!has_values) return first->contains("@default") ? Outcome::Ignored : Outcome::NoMatch;
  return is_wildcard(*first) || any_value(*values, frames, require_all) ? Outcome::Match : Outcome::NoMatch;
}

bool FrameMatching::any_value(const Json& values, const Json& frames, bool require_all) {
  const Json& first = *first_object(&frames);
  if (first.contains("@value"))
    return std::any_of(values.begin(), values.end(), [&](const Json& value) { return value_matches(first, value); });
  if (const Json* list = entry(first, "@list")) {
    const Json* pattern = first_object(list);
    return pattern != nullptr && any_list_item(values.front(), *pattern, require_all);
  }
  return any_entry(&frames, [&](const Json& pattern) {
    return std::any_of(values.begin(), values.end(), [&](const Json& value) { return node_matches(value, pattern, require_all); });
  });
}

bool FrameMatching::any_list_item(const Json& value, const Json& pattern, bool require_all) {
  const Json* items = entry(value, "@list");
  if (items == nullptr) return false;
  const bool of_values = pattern.contains("@value");
  return std::any_of(items->begin(), items->end(),
                     [&](const Json& item) { return of_values ? value_matches(pattern, item) : node_matches(item, pattern, require_all); });
}

bool FrameMatching::node_matches(const Json& value, const Json& pattern, bool require_all) {
  const Json* id = entry(value, "@id");
  if (id == nullptr) return false;
  const Json* node = entry(subjects_, id->get_ref<const std::string&>());
  if (node == nullptr) return false;
  const Question question{node, &pattern, require_all};
  if (const auto known = answers_.find(question); known != answers_.end()) return known->second;
  const bool answer = matches(*node, pattern, require_all);
  answers_.emplace(question, answer);
  return answer;
}

}  // namespace musclekg
