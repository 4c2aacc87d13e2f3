#include "check/language_tag.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "base/text.h"

namespace musclekg {

namespace {

/// Of RFC 5646, section 2.1, "irregular": all others of the grandfathered tags have the form of a langtag.
constexpr std::string_view kIrregular[] = {"en-gb-oed", "i-ami", "i-bnn",     "i-default", "i-enochian", "i-hak",
                                           "i-klingon", "i-lux", "i-mingo",   "i-navajo",  "i-pwn",      "i-tao",
                                           "i-tay",     "i-tsu", "sgn-be-fr", "sgn-be-nl", "sgn-ch-de"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

bool all_of(std::string_view text, bool (*is)(char)) { return std::all_of(text.begin(), text.end(), is); }

bool is_alphanumeric(char c) { return is_letter(c) || is_digit(c); }

/// The subtags of a tag, one after the other.
class Subtags {
 public:
  explicit Subtags(std::vector<std::string_view> parts) : parts_(std::move(parts)) {}

  bool at_end() const { return at_ == parts_.size(); }

  /// Passes a subtag of these sizes and characters.
  bool take(std::size_t least, std::size_t most, bool (*is)(char)) {
    if (at_end() || parts_[at_].size() < least || parts_[at_].size() > most || !all_of(parts_[at_], is)) return false;
    ++at_;
    return true;
  }

  bool take_variant() {
    if (take(5, 8, is_alphanumeric)) return true;
    return !at_end() && parts_[at_].size() == 4 && is_digit(parts_[at_][0]) && take(4, 4, is_alphanumeric);
  }

  bool take_word(std::string_view word) {
    if (at_end() || parts_[at_] != word) return false;
    ++at_;
    return true;
  }

  /// A singleton but "x", and what it begins.
  bool take_extension() {
    if (at_end() || parts_[at_] == "x" || !take(1, 1, is_alphanumeric)) return false;
    if (!take(2, 8, is_alphanumeric)) return fail();
    while (take(2, 8, is_alphanumeric)) {
    }
    return true;
  }

  /// "x" and at least one subtag, to the end.
  bool take_private() {
    if (!take_word("x")) return false;
    if (!take(1, 8, is_alphanumeric)) return fail();
    while (take(1, 8, is_alphanumeric)) {
    }
    return true;
  }

  bool failed() const { return failed_; }

 private:
  bool fail() {
    failed_ = true;
    return false;
  }

  std::vector<std::string_view> parts_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace

bool well_formed_language_tag(std::string_view tag) {
  const std::string lower = ascii_lower(tag);
  if (std::find(std::begin(kIrregular), std::end(kIrregular), lower) != std::end(kIrregular)) return true;
  Subtags subtags(split(lower, '-'));
  if (subtags.take_private()) return subtags.at_end();
  if (subtags.take(2, 3, is_letter)) {
    for (int i = 0; i < 3 && subtags.take(3, 3, is_letter); ++i) {
    }
  } else if (!subtags.take(4, 8, is_letter)) {
    return false;
  }
  subtags.take(4, 4, is_letter);                                     // script
  if (!subtags.take(2, 2, is_letter)) subtags.take(3, 3, is_digit);  // region
  while (subtags.take_variant()) {
  }
  while (subtags.take_extension()) {
  }
  subtags.take_private();
  return subtags.at_end() && !subtags.failed();
}

}  // namespace musclekg
