#include "rdf/lexical.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "rdf/lexical_time.h"
#include "rdf/scan.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

using scan::digit, scan::letter, scan::take, scan::take_digits, scan::take_sign;

bool is_boolean(std::string_view text) { return text == "true" || text == "false" || text == "1" || text == "0"; }

bool take_decimal(std::string_view& text) {
  take_sign(text);
  const bool whole = !take_digits(text).empty();
  return take(text, '.') ? !take_digits(text).empty() || whole : whole;
}

bool is_decimal(std::string_view text) { return take_decimal(text) && text.empty(); }

bool is_double(std::string_view text) {
  if (text == "INF" || text == "+INF" || text == "-INF" || text == "NaN") return true;
  if (!take_decimal(text)) return false;
  if (text.empty()) return true;
  if (!take(text, 'e') && !take(text, 'E')) return false;
  take_sign(text);
  return !take_digits(text).empty() && text.empty();
}

bool is_integer(std::string_view text) {
  take_sign(text);
  return !take_digits(text).empty() && text.empty();
}

/// Whether an integer's digits, without leading zeros, are no more than `bound`.
bool at_most(std::string_view digits, std::string_view bound) {
  return digits.size() < bound.size() || (digits.size() == bound.size() && digits <= bound);
}

/// An integer between -`lowest` and `highest`; "" is no bound, "0" none on that side of zero.
bool is_integer_within(std::string_view text, std::string_view lowest, std::string_view highest) {
  if (!is_integer(text)) return false;
  const bool negative = text.front() == '-';
  take_sign(text);
  while (text.starts_with('0')) text.remove_prefix(1);
  if (text.empty()) return true;
  const std::string_view bound = negative ? lowest : highest;
  return bound.empty() || (bound != "0" && at_most(text, bound));
}

bool is_hex(std::string_view text) {
  return text.size() % 2 == 0 &&
         std::all_of(text.begin(), text.end(), [](char c) { return digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); });
}

bool is_base64(std::string_view text) {
  std::size_t count = 0, padding = 0;
  char last = 'A';
  bool gap = true;  // one blank may stand between two characters
  for (const char c : text) {
    if (c == ' ') {
      if (gap) return false;
      gap = true;
      continue;
    }
    gap = false;
    if (c == '=') {
      ++padding;
      continue;
    }
    if (padding > 0 || (!letter(c) && !digit(c) && c != '+' && c != '/')) return false;
    last = c;
    ++count;
  }
  if (text.ends_with(' ') || padding > 2 || (count + padding) % 4 != 0) return false;
  // The bits of the last character that belong to no byte are zero.
  if (padding == 1) return std::string_view("AEIMQUYcgkosw048").find(last) != std::string_view::npos;
  return padding == 0 || std::string_view("AQgw").find(last) != std::string_view::npos;
}

bool is_language(std::string_view text) {
  bool first = true;
  for (const std::string_view part : split(text, '-')) {
    if (part.empty() || part.size() > 8) return false;
    if (!std::all_of(part.begin(), part.end(), [&](char c) { return letter(c) || (!first && digit(c)); })) return false;
    first = false;
  }
  return true;
}

bool is_normalized(std::string_view text) { return text.find_first_of("\t\n\r") == std::string_view::npos; }

bool is_token(std::string_view text) {
  return is_normalized(text) && !text.starts_with(' ') && !text.ends_with(' ') && text.find("  ") == std::string_view::npos;
}

/// NameStartChar and NameChar of XML 1.0, productions 4 and 4a.
bool begins_name(std::int32_t c) {
  constexpr std::array<std::array<std::int32_t, 2>, 16> kRanges{{{':', ':'},
                                                                 {'A', 'Z'},
                                                                 {'_', '_'},
                                                                 {'a', 'z'},
                                                                 {0xC0, 0xD6},
                                                                 {0xD8, 0xF6},
                                                                 {0xF8, 0x2FF},
                                                                 {0x370, 0x37D},
                                                                 {0x37F, 0x1FFF},
                                                                 {0x200C, 0x200D},
                                                                 {0x2070, 0x218F},
                                                                 {0x2C00, 0x2FEF},
                                                                 {0x3001, 0xD7FF},
                                                                 {0xF900, 0xFDCF},
                                                                 {0xFDF0, 0xFFFD},
                                                                 {0x10000, 0xEFFFF}}};
  return std::any_of(kRanges.begin(), kRanges.end(), [c](const auto& range) { return c >= range[0] && c <= range[1]; });
}

bool in_name(std::int32_t c) {
  return begins_name(c) || c == '-' || c == '.' || (c >= '0' && c <= '9') || c == 0xB7 || (c >= 0x300 && c <= 0x36F) ||
         (c >= 0x203F && c <= 0x2040);
}

bool is_name_token(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (!in_name(next_code_point(text, at))) return false;
  return !text.empty();
}

bool is_name(std::string_view text) {
  std::size_t at = 0;
  return is_name_token(text) && begins_name(next_code_point(text, at));
}

bool is_plain_name(std::string_view text) { return is_name(text) && text.find(':') == std::string_view::npos; }

struct IntegerType {
  std::string_view name, lowest, highest;
};

constexpr std::array<IntegerType, 13> kIntegers{{{"integer", "", ""},
                                                 {"nonNegativeInteger", "0", ""},
                                                 {"nonPositiveInteger", "", "0"},
                                                 {"positiveInteger", "0", ""},
                                                 {"negativeInteger", "", "0"},
                                                 {"long", "9223372036854775808", "9223372036854775807"},
                                                 {"int", "2147483648", "2147483647"},
                                                 {"short", "32768", "32767"},
                                                 {"byte", "128", "127"},
                                                 {"unsignedLong", "0", "18446744073709551615"},
                                                 {"unsignedInt", "0", "4294967295"},
                                                 {"unsignedShort", "0", "65535"},
                                                 {"unsignedByte", "0", "255"}}};

constexpr std::array<LexicalSpace, 13> kSpaces{{
    {"boolean", is_boolean},
    {"decimal", is_decimal},
    {"double", is_double},
    {"float", is_double},
    {"hexBinary", is_hex},
    {"base64Binary", is_base64},
    {"language", is_language},
    {"normalizedString", is_normalized},
    {"token", is_token},
    {"NMTOKEN", is_name_token},
    {"Name", is_name},
    {"NCName", is_plain_name},
    {"anyURI", [](std::string_view) { return true; }},
}};

bool is_zero(std::string_view integer) { return integer.find_first_not_of("+-0") == std::string_view::npos; }

}  // namespace

bool well_formed_literal(std::string_view lexical, std::string_view datatype) {
  if (!datatype.starts_with(xsd::base)) return datatype != rdf::langString;  // text in a language has no datatype here
  const std::string_view name = datatype.substr(xsd::base.size());
  for (const IntegerType& type : kIntegers)
    if (type.name == name)
      return is_integer_within(lexical, type.lowest, type.highest) &&
             !((name == "positiveInteger" || name == "negativeInteger") && is_zero(lexical));
  for (const LexicalSpace& space : kSpaces)
    if (space.name == name) return space.contains(lexical);
  for (const LexicalSpace& space : time_spaces())
    if (space.name == name) return space.contains(lexical);
  return true;
}

}  // namespace musclekg
