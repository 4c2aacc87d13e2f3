#include "extract/author_list.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "base/text.h"
#include "extract/publication_date.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostNameWords = 5, kMostInitials = 4;
constexpr std::array<std::string_view, 16> kParticles = {"al", "bin", "da", "de", "del", "della", "den", "der",
                                                         "di", "dos", "du", "la", "le",  "ten",   "van", "von"};
constexpr std::array<std::string_view, 6> kSuffixes = {"Jr", "Sr", "II", "III", "2nd", "3rd"};

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// Ways to write one author.
enum class Form : std::uint8_t {
  Initials,       ///< "Werner S"
  CommaInitials,  ///< "Werner, S. A."
  CommaName,      ///< "Werner, Suzanne"
  GivenName       ///< "Suzanne Werner", behind another author
};

class ListReader {
 public:
  explicit ListReader(std::string_view words) : words_(words) {}

  AuthorList read() {
    AuthorList list;
    std::vector<Form> forms;
    for (;;) {
      const std::size_t begin = at_;
      Form form = Form::Initials;
      if (!read_author(!forms.empty() && forms.front() == Form::CommaName && and_, form)) {
        at_ = forms.empty() ? begin : behind_last_;
        break;
      }
      list.names.emplace_back(words_.substr(begin, at_ - begin));
      forms.push_back(form);
      behind_last_ = at_;
      if (!pass_separator()) break;
    }
    if (list.names.empty()) return {};
    const bool others = pass_others();
    const bool written_out = std::any_of(forms.begin(), forms.end(), [](Form form) { return form >= Form::CommaName; });
    if (!finish(written_out, others || list.names.size() > 1)) return {};
    list.end = at_;
    return list;
  }

 private:
  char at(std::size_t place) const { return place < words_.size() ? words_[place] : '\0'; }
  bool pass(std::string_view text) {
    if (!words_.substr(at_).starts_with(text)) return false;
    at_ += text.size();
    return true;
  }
  void pass_blanks() {
    while (at(at_) == ' ') ++at_;
  }

  /// The word at a place: letters, and hyphens and apostrophes between them.
  std::string_view word_at(std::size_t place) const {
    std::size_t end = place;
    while (end < words_.size() && (is_small(words_[end]) || is_capital(words_[end]) || is_letter_beyond_ascii(end) ||
                                   ((words_[end] == '-' || words_[end] == '\'') && end > place)))
      ++end;
    return words_.substr(place, end - place);
  }

  /// Letters, the right quote and the dashes of Unicode; no quotes that open, no other signs.
  bool is_letter_beyond_ascii(std::size_t place) const {
    if (!is_beyond_ascii(words_[place])) return false;
    std::size_t begin = place;
    while (begin > 0 && (static_cast<unsigned char>(words_[begin]) & 0xC0) == 0x80) --begin;
    const CharacterClass kind = class_of(next_code_point(words_, begin));
    return kind == CharacterClass::Word || kind == CharacterClass::Dash || kind == CharacterClass::Apostrophe;
  }

  /// "S", "JA", "J.A.", "J. A." from a place on; where they end, or the place. `spaced`: blanks may stand between.
  std::size_t behind_initials(std::size_t place, bool spaced) const {
    std::size_t end = place, next = place;
    bool dotted = false;
    for (std::size_t count = 0; count < kMostInitials; ++count) {
      if (count > 0 && at(next) == '-') ++next;
      std::size_t behind = next;
      if (is_capital(at(next))) {
        ++behind;
      } else if (next < words_.size() && is_letter_beyond_ascii(next)) {
        next_code_point(words_, behind);
        if (fold(words_.substr(next, behind - next)) == words_.substr(next, behind - next)) break;
      } else {
        break;
      }
      if (is_small(at(behind)) || (behind < words_.size() && is_letter_beyond_ascii(behind))) break;
      end = behind;
      const char then = at(behind + 1);
      if (count == 0) dotted = at(behind) == '.' && (spaced || is_capital(then) || then == '-' || then == ',');
      if (dotted && at(behind) == '.') end = ++behind;
      next = behind;
      if (spaced && at(next) == ' ' && (is_capital(at(next + 1)) || at(next + 1) == '-')) ++next;
    }
    return end;
  }

  static bool is_name(std::string_view word) {
    return word.size() > 1 && (is_capital(word[0]) || is_beyond_ascii(word[0]) || word.find_first_of("'-") != std::string_view::npos);
  }

  /// Given names and initials, "John", "John M.".
  bool pass_given_names() {
    std::size_t count = 0;
    for (; count < kMostNameWords; ++count) {
      const std::size_t begin = at_;
      if (count > 0 && !pass(" ")) break;
      const std::string_view word = word_at(at_);
      const bool initial = word.size() == 1 && is_capital(word[0]);
      const bool particle = count > 0 && std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
      if (!particle && !initial && !(is_name(word) && !is_small(word[0]))) {
        at_ = begin;
        break;
      }
      at_ += word.size();
      if (initial) pass(".");
    }
    return count > 0;
  }

  bool read_author(bool given_name_first, Form& form) {
    const std::size_t begin = at_;
    std::size_t count = 0;  // words of the surname
    std::size_t end = at_;
    for (; count < kMostNameWords; ++count) {
      const std::string_view word = word_at(at_);
      const bool particle = std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
      const std::size_t initials = count > 0 ? behind_initials(at_, false) : at_;
      if (initials > at_ && !is_small(at(initials)) && initials - at_ >= word.size()) {
        at_ = initials;
        for (const std::string_view suffix : kSuffixes)
          if (at(at_) == ' ' && word_at(at_ + 1) == suffix) at_ += 1 + suffix.size();
        form = Form::Initials;
        return true;
      }
      if (!particle && !is_name(word)) break;
      at_ += word.size();
      end = at_;
      if (!pass(" ")) {
        ++count;
        break;
      }
    }
    if (count == 0) return false;
    at_ = end;
    if (pass(", ") || pass(",")) {
      if (const std::size_t initials = behind_initials(at_, true); initials > at_) {
        at_ = initials;
        form = Form::CommaInitials;
        return true;
      }
      if (pass_given_names()) {
        form = Form::CommaName;
        return true;
      }
    }
    at_ = begin;
    form = Form::GivenName;
    return given_name_first && pass_given_names();
  }

  /// What stands between two authors; false, and nothing is passed, where no other follows.
  bool pass_separator() {
    const std::size_t begin = at_;
    and_ = false;
    const bool comma = pass(",") || pass(";");
    if (comma) pass("…");
    pass_blanks();
    if (pass("&") || pass("and ")) and_ = true;
    pass_blanks();
    if (comma || and_) {
      if (word_at(at_) != "et") return true;
    }
    at_ = begin;
    return false;
  }

  bool pass_others() {
    const std::size_t begin = at_;
    pass(",");
    pass_blanks();
    if (pass("et al")) {
      pass(".");
      return true;
    }
    at_ = begin;
    return false;
  }

  /// Passes what ends a list; false where none does.
  bool finish(bool written_out, bool several) {
    const bool dotted = at_ > 0 && words_[at_ - 1] == '.';
    for (const std::string_view editors :
         {", editors", ", editor", ", eds", ", ed", " (eds.)", " (eds)", " (ed.)", " (ed)", " (Eds.)", " (Ed.)"})
      if (pass(editors)) break;
    const bool stop = pass(".") || pass(",") || pass(":");
    const std::size_t behind = at_;
    pass_blanks();
    const std::size_t date = at_ + (at(at_) == '(' ? 1 : 0);
    const bool year = !date_at(words_, date).text.empty() || words_.substr(at_).starts_with("(n.d.");
    const bool quote = words_.substr(at_).starts_with("\"") || words_.substr(at_).starts_with("“");
    if (year || quote) return true;
    if (written_out) return several && stop && at_ > behind;
    return (stop || dotted) && at_ > behind;
  }

  std::string_view words_;
  std::size_t at_ = 0, behind_last_ = 0;
  bool and_ = false;
};

}  // namespace

AuthorList authors_of(std::string_view words) { return ListReader(words).read(); }

}  // namespace musclekg
