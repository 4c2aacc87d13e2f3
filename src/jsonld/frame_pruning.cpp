#include "jsonld/frame_pruning.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_map>

#include "jsonld/blank_labels.h"
#include "jsonld/framing.h"

namespace musclekg {

namespace {

using Mentions = std::unordered_map<std::string, std::size_t>;

void count(const Json& value, Mentions& mentions) {
  if (value.is_string()) {
    if (is_blank_label(value.get_ref<const std::string&>())) ++mentions[value.get<std::string>()];
  } else if (value.is_array()) {
    for (const Json& item : value) count(item, mentions);
  } else if (value.is_object()) {
    for (auto member = value.begin(); member != value.end(); ++member)
      if (member.key() != "@value" && member.key() != "@index" && member.key() != "@language") count(*member, mentions);
  }
}

void prune(Json& value, const Mentions& mentions) {
  if (value.is_array()) {
    for (Json& item : value) prune(item, mentions);
  } else if (value.is_object() && !value.contains("@value")) {
    if (const auto id = value.find("@id"); id != value.end() && id->is_string()) {
      const auto found = mentions.find(id->get_ref<const std::string&>());
      if (found != mentions.end() && found->second == 1) value.erase(id);
    }
    for (Json& member : value) prune(member, mentions);
  }
}

bool is_marker(const Json& value) { return value == "@null"; }

}  // namespace

void prune_blank_labels(Json& framed) {
  Mentions mentions;
  count(framed, mentions);
  prune(framed, mentions);
}

void replace_null_markers(Json& compacted) {
  if (is_marker(compacted)) {
    compacted = nullptr;
  } else if (compacted.is_array() && !compacted.empty() && std::all_of(compacted.begin(), compacted.end(), is_marker)) {
    compacted = Json::array();
  } else if (compacted.is_structured()) {
    for (Json& member : compacted) replace_null_markers(member);
  }
}

}  // namespace musclekg
