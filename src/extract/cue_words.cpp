#include "extract/cue_words.h"

#include <algorithm>

#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::size_t kNone = std::string::npos;
constexpr std::size_t kWidestBlank = 3;  // in bytes: what stands between two words of a cue, as a dash

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; }

}  // namespace

PlainWords::PlainWords(std::string_view words) : text_(ascii_lower(words)) {
  for (std::size_t at = 0; at < text_.size();) {
    const std::size_t begin = at;
    if (class_of(next_code_point(text_, at)) != CharacterClass::Word) text_.replace(begin, at - begin, at - begin, ' ');
  }
  for (std::size_t at = 0; at < text_.size(); ++at)
    if (is_word(text_[at]) && (at == 0 || !is_word(text_[at - 1]))) beginnings_ |= beginning(std::string_view(text_).substr(at));
}

std::uint64_t PlainWords::beginning(std::string_view word) {
  const auto first = static_cast<unsigned char>(word[0]),
             second = static_cast<unsigned char>(word.size() > 1 && is_word(word[1]) ? word[1] : 0);
  return std::uint64_t{1} << ((first * 31u + second * 7u) % 64u);
}

CueWords::CueWords(std::string_view words) {
  while (!words.empty()) {
    const std::size_t gap = words.find("...");
    Part part;
    for (std::string_view word : split(words.substr(0, gap), ' ')) {
      const bool open = word.ends_with('*');
      const std::string plain = PlainWords(word).text();
      const std::vector<std::string_view> pieces = split(trim(plain), ' ');  // "doesn't"
      for (std::size_t i = 0; i < pieces.size(); ++i)
        if (!pieces[i].empty()) {
          const Word& added = part.emplace_back(Word{std::string(pieces[i]), open && i + 1 == pieces.size()});
          if (added.text.size() > 1 || !added.open) beginnings_ |= PlainWords::beginning(added.text);
        }
    }
    if (!part.empty()) parts_.push_back(std::move(part));
    words = gap == kNone ? std::string_view() : words.substr(gap + 3);
  }
}

std::pair<std::size_t, std::size_t> CueWords::find_part(const std::string& text, const Part& part, std::size_t from) {
  // Behind the word at `at`, or kNone where it does not stand there.
  const auto behind_word = [&](const Word& word, std::size_t at) {
    if (text.compare(at, word.text.size(), word.text) != 0) return kNone;
    std::size_t end = at + word.text.size();
    while (word.open && end < text.size() && is_word(text[end])) ++end;
    return end == text.size() || !is_word(text[end]) ? end : kNone;
  };
  for (std::size_t at = text.find(part[0].text, from); at != kNone; at = text.find(part[0].text, at + 1)) {
    if (at > 0 && is_word(text[at - 1])) continue;
    std::size_t end = behind_word(part[0], at);
    for (std::size_t i = 1; i < part.size() && end != kNone; ++i) {
      const std::size_t next = std::min(text.size(), text.find_first_not_of(' ', end));
      end = next == end || next - end > kWidestBlank ? kNone : behind_word(part[i], next);
    }
    if (end != kNone) return {at, end};
  }
  return {kNone, kNone};
}

std::optional<CueWords::Place> CueWords::find(const PlainWords& words) const {
  if (parts_.empty() || (words.beginnings() & beginnings_) != beginnings_) return std::nullopt;
  Place place{kNone, 0, 0, 0};
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const auto [begin, end] = find_part(words.text(), parts_[i], place.end);
    if (begin == kNone) return std::nullopt;
    if (i == 0) place = {begin, end, end, end};
    if (i == 1) place.gap_end = begin;
    place.end = end;
  }
  return place;
}

}  // namespace musclekg
