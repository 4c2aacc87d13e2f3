#include "model/scalar.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace musclekg {

namespace {

bool digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A prefix of letters and digits, a colon, a local part of letters, digits, '_', '-' and '.'.
bool curie(std::string_view text) {
  const auto word = [](std::string_view part, std::string_view more) {
    return !part.empty() && std::all_of(part.begin(), part.end(), [&](char c) {
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || more.find(c) != std::string_view::npos;
    });
  };
  const std::size_t colon = text.find(':');
  return colon != std::string_view::npos && word(text.substr(0, colon), "_") && word(text.substr(colon + 1), "_-.");
}

/// Whether `word` is one of `words`, which '|' separates.
bool has_word(std::string_view words, std::string_view word) {
  for (std::size_t at = 0; at <= words.size();) {
    const std::size_t end = std::min(words.find('|', at), words.size());
    if (words.substr(at, end - at) == word) return true;
    at = end + 1;
  }
  return false;
}

/// Whether a path has a segment "." or "..", which readers of RDF take away, each at another time (RFC 3986, 5.2.4).
bool has_dot_segment(std::string_view iri) {
  const std::string_view path = iri.substr(0, iri.find_first_of("?#"));
  return path.find("/./") != std::string_view::npos || path.find("/../") != std::string_view::npos || path.ends_with("/.") ||
         path.ends_with("/..");
}

bool is_control(char byte) {
  const auto c = static_cast<unsigned char>(byte);
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
}

}  // namespace

ScalarKind plain_kind(std::string_view text) {
  if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL") return ScalarKind::Null;
  for (const std::string_view word : {"true", "True", "TRUE", "false", "False", "FALSE"})
    if (text == word) return ScalarKind::Boolean;
  const std::string_view unsigned_text = text.front() == '-' || text.front() == '+' ? text.substr(1) : text;
  for (const std::string_view word : {".inf", ".Inf", ".INF"})
    if (unsigned_text == word) return ScalarKind::Number;
  for (const std::string_view word : {".nan", ".NaN", ".NAN"})
    if (text == word) return ScalarKind::Number;
  const auto all_of = [](std::string_view part, std::string_view characters) {
    return !part.empty() && part.find_first_not_of(characters) == std::string_view::npos;
  };
  if (text.starts_with("0o") && all_of(text.substr(2), "01234567")) return ScalarKind::Number;
  if (text.starts_with("0x") && all_of(text.substr(2), "0123456789abcdefABCDEF")) return ScalarKind::Number;
  if (unsigned_text.empty() || !(digits(unsigned_text.substr(0, 1)) || unsigned_text.front() == '.')) return ScalarKind::String;
  double value = 0;
  const auto [end, code] = std::from_chars(unsigned_text.data(), unsigned_text.data() + unsigned_text.size(), value);
  return code != std::errc::invalid_argument && end == unsigned_text.data() + unsigned_text.size() ? ScalarKind::Number
                                                                                                   : ScalarKind::String;
}

bool is_of_type(const Key& key, std::string_view text, ScalarKind kind) {
  if (kind == ScalarKind::Boolean) return false;
  switch (key.type) {
    case Type::Map:
      return false;
    case Type::Text:
      return kind == ScalarKind::String;
    case Type::Words:
      return true;
    case Type::Integer:
      return digits(text) && text.size() <= 9 && text.front() != '0';
    case Type::Date:
      return valid_date(text);
    case Type::Iri:
      return valid_iri(text) && !has_dot_segment(text);
    case Type::Curie:
      return curie(text) || valid_iri(text);
    case Type::Choice:
      return has_word(key.choices, text);
  }
  return false;
}

const char* what_it_takes(const Key& key) {
  switch (key.type) {
    case Type::Map:
      return "a map";
    case Type::Text:
      return key.inner == Shape::None ? "a string" : "a string or a map";
    case Type::Words:
      return "a string or a number";
    case Type::Integer:
      return "a whole number from 1";
    case Type::Date:
      return "a date as YYYY, YYYY-MM or YYYY-MM-DD";
    case Type::Iri:
      return "an absolute IRI without blanks, quotes, braces, backslashes and dot segments";
    case Type::Curie:
      return "an ontology id such as UBERON:0002446";
    case Type::Choice:
      return "one word of a list";
  }
  return "";
}

std::size_t find_control_character(std::string_view text) {
  bool any = false;  // a loop without a way out is done for many bytes at once
  for (const char c : text) any |= is_control(c);
  return any ? static_cast<std::size_t>(std::find_if(text.begin(), text.end(), is_control) - text.begin()) : std::string_view::npos;
}

}  // namespace musclekg
