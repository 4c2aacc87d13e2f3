// Language tags, as JSON-LD asks for them.

#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace musclekg {

/// A language tag as BCP 47 asks at least: a part of one to eight letters, then parts of one to eight letters or digits, with '-' between.
inline bool well_formed_language(std::string_view tag) {
  const auto letter = [](char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); };
  for (bool first = true;; first = false) {
    const std::string_view part = tag.substr(0, tag.find('-'));
    if (part.empty() || part.size() > 8) return false;
    if (!std::all_of(part.begin(), part.end(), [&](char c) { return letter(c) || (!first && '0' <= c && c <= '9'); })) return false;
    if (part.size() == tag.size()) return true;
    tag.remove_prefix(part.size() + 1);
  }
}

}  // namespace musclekg
