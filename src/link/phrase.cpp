#include "link/phrase.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace musclekg {

namespace {

/// The last word in the singular: "posterior branches" -> "posterior branch".
std::string singular_head(std::string_view head, const Portions& portions) {
  const std::size_t word = head.rfind(' ') + 1;  // 0 when there is one word only
  if (portions.last_kind_of(head) == Portions::Kind::Amount) return std::string(head);
  return std::string(head.substr(0, word)) + singular(head.substr(word));
}

constexpr std::size_t kMostCuts = 8;

bool is_article(std::string_view word) {
  const std::string lower = ascii_lower(word.substr(0, 4));
  return lower == "the" || lower == "a" || lower == "an";
}

bool begins_with_preposition(std::string_view text) {
  const std::string lower = ascii_lower(text.substr(0, 5));
  return lower.starts_with("of ") || lower.starts_with("on ") || lower.starts_with("from ");
}

}  // namespace

std::string plain(std::string_view name) {
  std::string result;
  result.reserve(name.size());
  for (std::string_view left = trim(name); !left.empty(); left = trim(left)) {
    const std::string_view word = left.substr(0, left.find_first_of(" \t\r\n"));
    left.remove_prefix(word.size());
    if (result.empty() && is_article(word)) continue;
    if (!result.empty()) result += ' ';
    result += word;
  }
  return result.empty() ? std::string(trim(name)) : result;
}

std::vector<Phrase> phrases_of(const std::string& name, const Portions& portions) {
  std::vector<Phrase> result;
  if (name.size() > kLongestPhrase) return result;
  for (std::size_t at = name.find(' '); at != std::string::npos && result.size() < kMostCuts; at = name.find(' ', at + 1)) {
    const std::string_view rest = std::string_view(name).substr(at + 1);
    if (at > 0 && begins_with_preposition(rest))
      result.push_back({singular_head(name.substr(0, at), portions), plain(rest.substr(rest.find(' ') + 1))});
  }
  return result;
}

ActionPhrase action_phrase_of(std::string_view text) {
  const std::string lower = ascii_lower(text);
  const std::size_t at = std::min(lower.find(" of "), lower.find(" at "));
  if (at == std::string::npos) return {trim(text), {}};
  std::string_view moved = trim(text.substr(at + 4));
  if (ascii_lower(moved.substr(0, 4)) == "the ") moved = trim(moved.substr(4));
  return {trim(text.substr(0, at)), moved};
}

std::vector<std::string> apposition_of(std::string_view name) {
  const std::string_view whole = trim(name);
  const std::size_t open = whole.find('(');
  if (whole.size() > kLongestPhrase || open == std::string_view::npos || whole.find(')', open) + 1 != whole.size()) return {};
  const std::string_view before = trim(whole.substr(0, open)), inside = trim(whole.substr(open + 1, whole.size() - open - 2));
  if (before.empty() || inside.empty()) return {};
  return {std::string(before), std::string(inside)};
}

std::vector<std::vector<std::string>> readings_of(std::string_view name, const Portions& portions) {
  if (name.size() > kLongestPhrase) return {};
  const std::size_t open = name.find('(');
  const std::size_t close = open == std::string_view::npos ? open : name.find(')', open);
  if (close != std::string_view::npos) {
    const std::string_view before = trim(name.substr(0, open)), inside = trim(name.substr(open + 1, close - open - 1)),
                           after = trim(name.substr(close + 1));
    if (inside.empty() || (before.empty() && after.empty())) return {};
    if (!after.empty()) {
      const std::size_t last = before.rfind(' ') + 1;  // 0 when there is one word only
      std::string with_inside = fmt::format("{}{} {}", before.substr(0, last), inside, after);
      if (last == 0) return {{fmt::format("{} {}", before, after), std::move(with_inside)}};
      return {{fmt::format("{} {}", before, after), std::move(with_inside)}, {fmt::format("{} {}", inside, after)}};
    }
    if (portions.names_part(inside)) return {{fmt::format("{} of {}", inside, before)}};
    return {{std::string(before), std::string(inside)}};
  }
  const std::size_t comma = name.rfind(',');
  if (comma == std::string_view::npos || name.find(',') != comma) return {};
  const std::string_view before = trim(name.substr(0, comma)), behind = trim(name.substr(comma + 1));
  if (before.empty() || behind.empty() || !portions.names_part(behind)) return {};
  return {{fmt::format("{} of {}", behind, before)}};
}

}  // namespace musclekg
