#include "extract/sentence.h"

#include <tsl/robin_set.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

#include "base/text.h"
#include "extract/citation_mark.h"
#include "extract/full_stop.h"

namespace musclekg {

namespace {

constexpr std::uint32_t kLongestParenthesis = 400;  // in bytes; in a longer one full stops end sentences
constexpr std::size_t kLongestAbbreviation = 16;
constexpr std::string_view kStopsAndMarks = ".!?[\xC2\xE2";  // first bytes of all of them
constexpr std::size_t kMostInherited = 64;                   // citations, beyond those of one mark

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z'); }

/// Whether the character at `at` is a letter that has a small form.
bool is_capital(std::string_view words, std::size_t at) {
  std::size_t next = at;
  const std::int32_t c = next_code_point(words, next);
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  const std::string_view letter = words.substr(at, next - at);
  return class_of(c) == CharacterClass::Word && fold(letter) != letter && c != 0xAA && c != 0xBA;
}

std::size_t before_blanks(std::string_view words, std::size_t begin, std::size_t end) {
  while (end > begin) {
    std::size_t at = end - 1;
    while (at > begin && (static_cast<unsigned char>(words[at]) & 0xC0) == 0x80) --at;
    if (behind_blanks(words.substr(0, end), at) != end) break;
    end = at;
  }
  return end;
}

/// The stretches in parentheses that are closed and not too long, the outermost ones, in order.
std::vector<WordSpan> parentheses_of(std::string_view words) {
  std::vector<WordSpan> result;
  std::vector<std::uint32_t> open;
  for (std::uint32_t at = 0; at < words.size(); ++at) {
    if (words[at] == '(') open.push_back(at);
    if (words[at] != ')' || open.empty()) continue;
    const std::uint32_t begin = open.back();
    open.pop_back();
    if (at - begin > kLongestParenthesis) continue;
    while (!result.empty() && result.back().begin > begin) result.pop_back();
    result.push_back({begin, at + 1});
  }
  return result;
}

/// Goes over the words of a block once.
class Splitter {
 public:
  explicit Splitter(std::string_view words) : words_(words), parentheses_(parentheses_of(words)) {}

  struct Part {
    WordSpan words;
    std::vector<CitationMark> marks;
  };

  std::vector<Part> parts() {
    while (at_ < words_.size()) {
      if (std::optional<CitationMark> mark = mark_at(at_)) {
        at_ = mark->end;
        marks_.push_back(std::move(*mark));
      } else if (const std::size_t behind = behind_stops(at_); behind != at_) {
        pass_stop(behind);
      } else {
        ++at_;
      }
      at_ = std::min(words_.size(), words_.find_first_of(kStopsAndMarks, at_));
    }
    finish(words_.size());
    return std::move(parts_);
  }

 private:
  /// What stands behind a full stop.
  struct Following {
    std::size_t end;   ///< of the sentence, behind quotes and parentheses that are closed
    std::size_t next;  ///< where the next words begin
    bool blank = false, marked = false;
    std::vector<CitationMark> marks;
  };

  std::optional<CitationMark> mark_at(std::size_t at) const {
    if (words_[at] == '[') return bracketed_mark(words_, at);
    if (at >= 4 &&
        std::all_of(words_.begin() + static_cast<std::ptrdiff_t>(at - 4), words_.begin() + static_cast<std::ptrdiff_t>(at), is_lower))
      return superscript_mark(words_, at);
    return std::nullopt;
  }

  std::size_t behind_stops(std::size_t at) const {
    for (;;) {
      const std::string_view rest = words_.substr(at);
      if (rest.starts_with('.') || rest.starts_with('!') || rest.starts_with('?')) {
        ++at;
      } else if (rest.starts_with("…")) {
        at += std::string_view("…").size();
      } else {
        return at;
      }
    }
  }

  std::size_t behind_closers(std::size_t at) const {
    for (bool found = true; found;) {
      found = false;
      for (const std::string_view closer : {")", "]", "\"", "'", "”", "’", "»"}) {
        if (!words_.substr(at).starts_with(closer)) continue;
        at += closer.size();
        found = true;
      }
    }
    return at;
  }

  Following following(std::size_t behind) const {
    Following result;
    result.end = result.next = behind_closers(behind);
    for (;;) {
      const std::size_t next = behind_blanks(words_, result.next);
      std::optional<CitationMark> mark;
      if (next < words_.size()) mark = bracketed_mark(words_, next);
      if (!mark && next == result.next) mark = superscript_mark(words_, next);
      if (!mark && next == behind) mark = digits_behind_word(next);
      if (!mark) {
        result.blank = next != result.next;
        result.next = next;
        return result;
      }
      result.marked = true;
      result.next = mark->end;
      result.marks.push_back(std::move(*mark));
    }
  }

  /// A mark of plain digits between the full stop of a word and the next sentence: "canal.1 It".
  std::optional<CitationMark> digits_behind_word(std::size_t at) const {
    if (at < 4 || words_[at - 1] != '.' || !is_lower(words_[at - 2]) || !is_lower(words_[at - 3]) || !is_lower(words_[at - 4]))
      return std::nullopt;
    std::optional<CitationMark> mark = plain_mark(words_, at);
    if (!mark || stop_of(word_before(at - 1)) != Stop::Ends) return std::nullopt;
    const std::size_t next = behind_blanks(words_, mark->end);
    if (next < words_.size() && (next == mark->end || !is_capital(words_, next))) return std::nullopt;
    return mark;
  }

  /// ASCII letters and full stops before `stop`: "e.g", "Fig". Empty where they belong to something longer.
  std::string_view word_before(std::size_t stop) const {
    std::size_t begin = stop;
    while (begin > begin_ && stop - begin <= kLongestAbbreviation && (is_letter(words_[begin - 1]) || words_[begin - 1] == '.')) --begin;
    const bool part = begin > begin_ && (static_cast<unsigned char>(words_[begin - 1]) >= 0x80 || words_[begin - 1] == '\'');
    return part || stop - begin > kLongestAbbreviation ? std::string_view() : words_.substr(begin, stop - begin);
  }

  /// Of the word that `word_before` gives; one with full stops within is an abbreviation where its parts are short.
  Stop stop_of(std::string_view word) const {
    const std::vector<std::string_view> parts = split(word, '.');
    if (parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [](std::string_view part) { return part.size() <= 2; }))
      return ascii_lower(word) == word ? Stop::Never : Stop::BeforeOpener;
    if (parts.back() == "mm") {  // muscles, or a length
      const std::size_t before = before_blanks(words_, begin_, static_cast<std::size_t>(word.data() - words_.data()));
      if (before > begin_ && is_digit(words_[before - 1])) return Stop::Ends;
    }
    return stop_behind(parts.back());
  }

  /// A number or letter that counts an item: at the beginning, or behind a colon or semicolon.
  bool counts_item(std::size_t stop) const {
    std::size_t begin = stop;
    while (begin > begin_ && stop - begin < 3 && is_digit(words_[begin - 1])) --begin;
    if (begin == stop && stop > begin_ && is_letter(words_[stop - 1])) --begin;
    if (begin == stop) return false;
    const std::size_t before = before_blanks(words_, begin_, begin);
    return before == behind_blanks(words_, begin_) ||
           (before > begin_ && before < begin && (words_[before - 1] == ':' || words_[before - 1] == ';'));
  }

  /// Whether the word at `at` opens sentences; in lower case only one that always does.
  bool opens_sentence(std::size_t at) const {
    std::size_t end = at;
    while (end < words_.size() && end - at <= kLongestAbbreviation && is_letter(words_[end])) ++end;
    if (end < words_.size() && words_[end] == '.') return false;
    const Opener opener = opener_of(words_.substr(at, end - at));
    return opener == Opener::Always || (opener == Opener::InCapitals && is_capital(words_, at));
  }

  bool in_parenthesis(std::size_t stop, std::size_t end) {
    while (parenthesis_ < parentheses_.size() && parentheses_[parenthesis_].end <= stop) ++parenthesis_;
    return parenthesis_ < parentheses_.size() && parentheses_[parenthesis_].begin < stop && end < parentheses_[parenthesis_].end;
  }

  bool ends_sentence(std::size_t stop, std::size_t behind, const Following& then) {
    if (then.next >= words_.size()) return true;
    if (in_parenthesis(stop, then.end)) return false;
    const bool capital = is_capital(words_, then.next);
    const std::string_view word = word_before(stop);
    if (!then.blank) {  // "canal.It is"
      const std::string_view rest = words_.substr(then.next);
      if (!capital || stop == 0) return false;
      if (!then.marked && !(rest.size() > 1 && (is_lower(rest[1]) || rest.starts_with("A ")))) return false;
      const char last = words_[stop - 1];
      if (!then.marked && is_letter(last) && word.size() == 1) return false;
    }
    if (words_.substr(stop, behind - stop) != ".") return capital || then.marked || !is_lower(words_[then.next]);
    if (counts_item(stop)) return false;
    const char next = words_[then.next];
    if (next == ',' || next == ';' || next == ':' || next == ')') return false;
    const Stop kind = stop_of(word);
    if (kind == Stop::Never) return false;
    const bool opens = opens_sentence(then.next);
    if (kind == Stop::BeforeOpener || (is_lower(next) && word.size() >= 3)) return opens && (kind == Stop::Ends || capital);
    if (kind == Stop::BeforeNumber && is_digit(next)) return false;
    return !is_lower(next);
  }

  void pass_stop(std::size_t behind) {
    Following then = following(behind);
    if (!ends_sentence(at_, behind, then)) {
      at_ = behind;
      return;
    }
    std::move(then.marks.begin(), then.marks.end(), std::back_inserter(marks_));
    finish(then.end);
    at_ = begin_ = then.next;
  }

  /// Takes what has been passed up to `end` for a sentence.
  void finish(std::size_t end) {
    std::size_t begin = behind_blanks(words_, begin_);
    end = before_blanks(words_, begin, std::max(begin, end));
    for (const CitationMark& mark : marks_)
      if (mark.begin == begin) begin = std::min(end, behind_blanks(words_, mark.end));
    for (auto mark = marks_.rbegin(); mark != marks_.rend(); ++mark)
      if (mark->end == end && mark->begin >= begin) end = before_blanks(words_, begin, mark->begin);
    if (begin < end) {
      parts_.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, std::move(marks_)});
    } else if (!parts_.empty()) {
      std::move(marks_.begin(), marks_.end(), std::back_inserter(parts_.back().marks));
    }
    marks_.clear();
  }

  std::string_view words_;
  std::vector<WordSpan> parentheses_;
  std::size_t parenthesis_ = 0, begin_ = 0, at_ = 0;
  std::vector<CitationMark> marks_;  // since begin_
  std::vector<Part> parts_;
};

/// A mark and whose it is.
struct PlacedMark {
  std::uint32_t begin, end;  ///< in the words
  std::size_t sentence;
  std::vector<std::uint32_t> numbers;
};

/// Takes out what stood before.
void keep_first(std::vector<std::uint32_t>& numbers) {
  tsl::robin_set<std::uint32_t> seen;
  std::erase_if(numbers, [&](std::uint32_t number) { return !seen.insert(number).second; });
}

/// What the last marks that cite anything cite: those between which no words stand.
std::vector<std::uint32_t> last_citations(std::string_view words, const std::vector<PlacedMark>& marks) {
  auto last = marks.end();
  while (last != marks.begin() && (last - 1)->numbers.empty()) --last;
  auto first = last;
  std::size_t count = 0;
  while (first != marks.begin() && count < kMostInherited) {
    const auto before = first - 1;
    if (first != last && first->begin > before->end &&
        words.substr(before->end, first->begin - before->end).find_first_not_of(" \t\n,;") != std::string_view::npos)
      break;
    first = before;
    count += first->numbers.size();
  }
  std::vector<std::uint32_t> result;
  for (; first != last; ++first) result.insert(result.end(), first->numbers.begin(), first->numbers.end());
  keep_first(result);
  return result;
}

}  // namespace

std::vector<Sentence> sentences_of(const Page& page, std::uint32_t block) {
  const Block& source = page.blocks[block];
  std::vector<Splitter::Part> parts = Splitter(source.words).parts();
  std::vector<Sentence> result;
  std::vector<PlacedMark> marks;
  for (Splitter::Part& part : parts) {
    Sentence sentence{block, part.words, {}, {}, CitationBasis::None, {}};
    for (CitationMark& mark : part.marks) {
      sentence.marks.push_back({mark.begin, mark.end});
      marks.push_back({mark.begin, mark.end, result.size(), std::move(mark.numbers)});
    }
    result.push_back(std::move(sentence));
  }
  if (result.empty()) return result;

  for (const Mark& mark : source.marks) {  // what stands between two sentences belongs to the first
    const auto behind =
        std::partition_point(result.begin() + 1, result.end(), [&](const Sentence& sentence) { return sentence.words.begin < mark.words; });
    marks.push_back({mark.words, mark.words, static_cast<std::size_t>(behind - result.begin()) - 1, {mark.number}});
  }
  std::stable_sort(marks.begin(), marks.end(), [](const PlacedMark& a, const PlacedMark& b) { return a.begin < b.begin; });
  std::vector<bool> marked(result.size());
  for (const PlacedMark& mark : marks) {
    std::vector<std::uint32_t>& citations = result[mark.sentence].citations;
    citations.insert(citations.end(), mark.numbers.begin(), mark.numbers.end());
    marked[mark.sentence] = true;
  }
  const std::vector<std::uint32_t> last = last_citations(source.words, marks);
  for (std::size_t i = 0; i < result.size(); ++i) {
    Sentence& sentence = result[i];
    sentence.marked = sentence.citations;
    keep_first(sentence.citations);
    if (!sentence.citations.empty()) {
      sentence.basis = CitationBasis::Sentence;
    } else if (!marked[i] && !last.empty()) {
      sentence.citations = last;
      sentence.basis = CitationBasis::Paragraph;
    }
  }
  return result;
}

}  // namespace musclekg
