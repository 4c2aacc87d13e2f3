#include "base/text.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <numeric>

namespace musclekg {

namespace {

bool ascii_alphanumeric(std::int32_t c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

struct Free {
  void operator()(utf8proc_uint8_t* bytes) const { std::free(bytes); }
};

/// `text` mapped with utf8proc; text that is not UTF-8 comes back as it is.
std::string mapped(std::string_view text, utf8proc_option_t options) {
  utf8proc_uint8_t* bytes = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &bytes, options);
  if (size == UTF8PROC_ERROR_NOMEM) throw std::bad_alloc();
  if (size < 0) return std::string(text);
  const std::unique_ptr<utf8proc_uint8_t, Free> owner(bytes);
  return std::string(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

bool is_dash(std::int32_t c) { return c == '-' || c == 0x2212 || utf8proc_category(c) == UTF8PROC_CATEGORY_PD; }
bool is_apostrophe(std::int32_t c) { return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x00B4; }
bool is_space(std::int32_t c) { return c == ' ' || (c >= 9 && c <= 13) || utf8proc_category(c) == UTF8PROC_CATEGORY_ZS; }

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

void append_singular(std::string& out, std::string_view word) {
  if (word.size() <= 3 || !word.ends_with('s') || ends_with_any(word, {"ss", "us", "is", "ps"})) {
    out += word;
  } else if (word.ends_with("ies")) {
    out.append(word.substr(0, word.size() - 3)).append("y");
  } else {
    out += word.substr(0, word.size() - (ends_with_any(word, {"sses", "xes", "zes", "ches", "shes"}) ? 2 : 1));
  }
}

}  // namespace

std::int32_t next_code_point(std::string_view text, std::size_t& at) {
  utf8proc_int32_t c = -1;
  const auto size =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at), static_cast<utf8proc_ssize_t>(text.size() - at), &c);
  at += size > 0 ? static_cast<std::size_t>(size) : 1;
  return c;
}

CharacterClass class_of(std::int32_t c) {
  if (ascii_alphanumeric(c)) return CharacterClass::Word;
  if (c == '\n') return CharacterClass::LineEnd;
  if (is_space(c)) return CharacterClass::Blank;
  if (is_apostrophe(c)) return CharacterClass::Apostrophe;
  if (c == 0x2014 || c == 0x2015) return CharacterClass::Other;
  if (is_dash(c)) return CharacterClass::Dash;
  const utf8proc_category_t category = utf8proc_category(c);
  if (category == UTF8PROC_CATEGORY_CF) return CharacterClass::Ignorable;
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO ? CharacterClass::Word : CharacterClass::Other;
}

std::size_t find_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (text.size() - at >= 8) {  // most text is ASCII
      std::uint64_t word = 0;
      std::memcpy(&word, text.data() + at, 8);
      if ((word & 0x8080808080808080u) == 0) {
        at += 8;
        continue;
      }
    }
    const std::size_t start = at;
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
    } else if (next_code_point(text, at) < 0) {
      return start;
    }
  }
  return std::string_view::npos;
}

void append_utf8(std::string& out, std::uint32_t code_point) {
  const auto byte = [&out](std::uint32_t value) { out += static_cast<char>(value); };
  if (code_point < 0x80) return byte(code_point);
  if (code_point < 0x800) {
    byte(0xC0 | code_point >> 6);
  } else if (code_point < 0x10000) {
    byte(0xE0 | code_point >> 12);
    byte(0x80 | (code_point >> 6 & 0x3F));
  } else {
    byte(0xF0 | code_point >> 18);
    byte(0x80 | (code_point >> 12 & 0x3F));
    byte(0x80 | (code_point >> 6 & 0x3F));
  }
  byte(0x80 | (code_point & 0x3F));
}

std::size_t behind_blanks(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t next = at;
    const CharacterClass kind = class_of(next_code_point(text, next));
    if (kind != CharacterClass::Blank && kind != CharacterClass::LineEnd && kind != CharacterClass::Ignorable) break;
    at = next;
  }
  return at;
}

std::string fold(std::string_view text) {
  if (is_ascii(text)) {  // what follows does the same, slower
    std::string result;
    result.reserve(text.size());
    for (const char c : text) {
      const bool space = c == ' ' || (c >= 9 && c <= 13);
      if (space && (result.empty() || result.back() == ' ')) continue;
      result += space ? ' ' : static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    if (result.ends_with(' ')) result.pop_back();
    return result;
  }
  const std::string folded = mapped(
      text, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE));
  std::string result;
  result.reserve(folded.size());
  bool blank = false;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t start = at;
    const std::int32_t c = next_code_point(folded, at);
    if (c >= 0 && is_space(c)) {
      blank = !result.empty();
      continue;
    }
    if (blank) result += ' ';
    blank = false;
    if (c >= 0 && is_dash(c)) {
      result += '-';
    } else if (c >= 0 && is_apostrophe(c)) {
      result += '\'';
    } else {
      result.append(folded, start, at - start);
    }
  }
  return result;
}

std::string with_plain_dashes(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const std::int32_t c = next_code_point(text, at);
    if (c >= 0x80 && is_dash(c)) {
      result += '-';
    } else {
      result.append(text, start, at - start);
    }
  }
  return result;
}

std::string ascii_lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return result;
}

std::string singular(std::string_view word) {
  std::string result;
  append_singular(result, word);
  return result;
}

std::string slug(std::string_view text) {
  const std::string plain =
      is_ascii(text)
          ? std::string(text)
          : mapped(text, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK));
  std::string result;
  result.reserve(plain.size());
  bool gap = false;
  for (std::size_t at = 0; at < plain.size();) {
    const std::int32_t c = next_code_point(plain, at);
    const bool letter = c >= 0x80 && (utf8proc_category(c) <= UTF8PROC_CATEGORY_LO || utf8proc_category(c) == UTF8PROC_CATEGORY_ND);
    if (!letter && !ascii_alphanumeric(c)) {
      gap = !result.empty();
      continue;
    }
    if (gap) result += '-';
    gap = false;
    if (letter) {
      result += fmt::format("u{:x}", utf8proc_tolower(c));
    } else {
      result += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
  }
  return result;
}

std::string_view trim(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string printable_line(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\t' || c == '\n' || c == '\r') {
      result += ' ';
    } else if (byte < 0x20 || byte == 0x7F) {
      result += fmt::format("\\u{:04X}", byte);
    } else {
      result += c;
    }
  }
  return result;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::optional<std::string_view> nearest(std::string_view word, const std::vector<std::string_view>& words) {
  std::optional<std::string_view> best;
  std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string_view other : words) {
    std::vector<std::size_t> before, row(other.size() + 1), last(other.size() + 1);
    std::iota(last.begin(), last.end(), 0);
    for (std::size_t i = 1; i <= word.size(); ++i) {
      row[0] = i;
      for (std::size_t j = 1; j <= other.size(); ++j) {
        row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (word[i - 1] == other[j - 1] ? 0 : 1)});
        if (i > 1 && j > 1 && word[i - 1] == other[j - 2] && word[i - 2] == other[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
      }
      before = last;
      last = row;
    }
    if (last.back() < best_distance) {
      best_distance = last.back();
      best = other;
    }
  }
  return best;
}

bool valid_iri(std::string_view iri) {
  enum : unsigned char { kFine, kScheme, kRefused, kNotAscii };
  static constexpr auto kClasses = [] {
    std::array<unsigned char, 256> classes{};
    for (std::size_t c = 0; c <= 0x20; ++c) classes[c] = kRefused;
    for (std::size_t c = 0x7F; c < 256; ++c) classes[c] = c == 0x7F ? kRefused : kNotAscii;
    for (const char c : {'<', '>', '"', '{', '}', '|', '^', '`', '\\'}) classes[static_cast<unsigned char>(c)] = kRefused;
    for (unsigned char c = '0'; c <= '9'; ++c) classes[c] = kScheme;
    for (unsigned char c = 'a'; c <= 'z'; ++c) classes[c] = classes[c - 'a' + 'A'] = kScheme;
    for (const char c : {'+', '-', '.'}) classes[static_cast<unsigned char>(c)] = kScheme;
    return classes;
  }();
  const auto class_of = [&](std::size_t at) { return kClasses[static_cast<unsigned char>(iri[at])]; };
  if (iri.empty() || !std::isalpha(static_cast<unsigned char>(iri.front()))) return false;
  std::size_t at = 1;
  while (at < iri.size() && class_of(at) == kScheme) ++at;
  if (at + 1 >= iri.size() || iri[at] != ':' || iri.find('#') != iri.rfind('#')) return false;
  bool ascii = true;
  for (; at < iri.size(); ++at) {
    if (class_of(at) == kRefused) return false;
    ascii &= class_of(at) != kNotAscii;
  }
  if (ascii) return true;
  for (std::size_t next = 0; next < iri.size();) {
    const std::int32_t c = next_code_point(iri, next);
    if (c < 0 || (c >= 0x80 && c < 0xA0)) return false;  // not UTF-8, or a control character of C1
  }
  return true;
}

std::string iso_date(std::int64_t seconds) {
  const std::chrono::sys_days day = std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(seconds)));
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

bool valid_date(std::string_view text) {
  const auto number = [&](std::size_t at, std::size_t size) {
    int value = 0;
    for (const char c : text.substr(at, size)) {
      if (c < '0' || c > '9') return -1;
      value = 10 * value + (c - '0');
    }
    return value;
  };
  const std::size_t size = text.size();
  if (size != 4 && size != 7 && size != 10) return false;
  const int year = number(0, 4);
  if (year < 0) return false;
  if (size == 4) return true;
  const int month = number(5, 2);
  if (text[4] != '-' || month < 1 || month > 12) return false;
  if (size == 7) return true;
  const int day = number(8, 2);
  return text[7] == '-' && day > 0 &&
         std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
             .ok();
}

}  // namespace musclekg
