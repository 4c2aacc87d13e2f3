#include "link/defined_abbreviations.h"

#include <algorithm>

namespace musclekg {

namespace {

constexpr std::size_t kMostDefinitions = 1 << 16;
constexpr std::size_t kLongestShortForm = 10;  ///< letters and digits

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
char lower(char c) { return is_capital(c) ? static_cast<char>(c + 32) : c; }

/// What is not ASCII counts as a letter, byte by byte.
bool is_letter_or_digit(char c) { return static_cast<unsigned char>(c) >= 0x80 || is_digit(c) || is_capital(static_cast<char>(c & ~32)); }

std::size_t letters_and_digits(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_letter_or_digit));
}

/// Words between blanks and hyphens.
std::size_t words_in(std::string_view text) {
  std::size_t words = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto parts = [](char c) { return is_blank(c) || c == '-'; };
    words += !parts(text[i]) && (i == 0 || parts(text[i - 1]));
  }
  return words;
}

}  // namespace

bool is_plural_short_form(std::string_view text) { return text.size() > 2 && text.ends_with('s') && is_capital(text[text.size() - 2]); }

bool may_be_short_form(std::string_view text) {
  const std::size_t size = letters_and_digits(text);
  if (text.find_first_not_of("IVX") == std::string_view::npos) return false;
  return size >= 2 && size <= kLongestShortForm && text.size() <= DefinedAbbreviations::kLongest && is_letter_or_digit(text.front()) &&
         std::any_of(text.begin(), text.end(), is_capital) && std::count_if(text.begin(), text.end(), is_blank) <= 1;
}

std::string_view long_form(std::string_view short_form, std::string_view text) {
  std::size_t at = text.size();  // all before it is still to be searched
  for (std::size_t i = short_form.size(); i-- > 0;) {
    const char wanted = lower(short_form[i]);
    if (!is_letter_or_digit(wanted)) continue;
    while (at > 0 && (lower(text[at - 1]) != wanted || (i == 0 && at > 1 && is_letter_or_digit(text[at - 2])))) --at;
    if (at == 0) return {};
    --at;
  }
  while (at > 0 && !is_blank(text[at - 1])) --at;
  const std::string_view found = text.substr(at);
  const std::size_t size = letters_and_digits(short_form), words = words_in(found);
  if (found.size() <= short_form.size() || words > std::min(2 * size, size + 5)) return {};
  // "DRG neurons (DRG)" defines nothing.
  for (std::size_t same = found.find(short_form); same != std::string_view::npos; same = found.find(short_form, same + 1)) {
    const std::size_t behind = same + short_form.size();
    if ((same == 0 || !is_letter_or_digit(found[same - 1])) && (behind == found.size() || !is_letter_or_digit(found[behind]))) return {};
  }
  return found;
}

const Meaning* DefinedAbbreviations::define(std::string_view short_form, const Meaning& meaning) {
  if (const Meaning* known = find(short_form); known != nullptr && known->terms == meaning.terms) return known;
  if (meanings_.size() >= kMostDefinitions) return nullptr;
  Meaning* const kept = &meanings_.emplace_back(meaning);
  if (kept->terms.size() == 1) kept->rule = kDefinedInText;
  set(std::string(short_form), kept);
  if (is_plural_short_form(short_form)) {
    set(std::string(short_form.substr(0, short_form.size() - 1)), kept);
  } else if (is_capital(short_form.back()) || is_digit(short_form.back())) {
    set(std::string(short_form) + "s", kept);
  }
  return kept;
}

void DefinedAbbreviations::set(std::string text, const Meaning* meaning) {
  last_bytes_[static_cast<unsigned char>(text.back())] = true;
  by_text_[std::move(text)] = meaning;
}

const Meaning* DefinedAbbreviations::find(std::string_view text) const {
  const auto found = by_text_.find(text);
  return found == by_text_.end() ? nullptr : found->second;
}

void DefinedAbbreviations::clear() {
  meanings_.clear();
  by_text_.clear();
  last_bytes_ = {};
}

}  // namespace musclekg
