#include "read/words_in_source.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>

#include "base/text.h"

namespace musclekg {

namespace {

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Reads one written character after the other.
class Writing {
 public:
  Writing(std::string_view source, std::size_t at, char quote) : source_(source), at_(at), quote_(quote) {}

  std::size_t at() const { return at_; }
  bool at_end() const { return at_ >= source_.size(); }
  bool at_white() const { return !at_end() && is_white(source_[at_]); }
  void pass_white() {
    while (at_white()) ++at_;
  }

  /// Passes white space, however it is written; false where there is none.
  bool pass_written_white() {
    bool any = false;
    for (std::size_t before = at_;; before = at_, any = true) {
      const std::string_view written = next();
      if (written.size() == 1 && is_white(written[0])) continue;
      at_ = before;
      return any;
    }
  }

  /// What is written next, and passes it; empty at the end, or at the quote that closes.
  std::string_view next() {
    while (quote_ == '"' && source_.substr(std::min(at_, source_.size()), 2) == "\\\n") {  // YAML: a line end that is escaped is none
      at_ += 2;
      pass_white();
    }
    if (at_end()) return {};
    const char c = source_[at_];
    if (quote_ != 0 && c == quote_) {
      if (source_.substr(at_ + 1, 1) != std::string_view(&quote_, 1) || quote_ == 0) return {};
      at_ += 2;
      return source_.substr(at_ - 1, 1);
    }
    if (c == '\\' && quote_ == '"') return escaped();
    return source_.substr(at_++, 1);
  }

 private:
  std::string_view escaped() {
    if (at_ + 1 >= source_.size()) return {};
    const char c = source_[at_ + 1];
    decoded_.clear();
    if (c == 'u' || c == 'x' || c == 'U') {
      at_ += 2;
      std::uint32_t code = digits(c == 'x' ? 2 : c == 'u' ? 4 : 8);
      if (code >= 0xD800 && code < 0xDC00 && source_.substr(at_, 2) == "\\u") {
        at_ += 2;
        code = 0x10000 + ((code - 0xD800) << 10) + (digits(4) - 0xDC00);
      }
      append_utf8(decoded_, code);
      return decoded_;
    }
    constexpr std::string_view kLetters = "nrtbf", kMeanings = "\n\r\t\b\f";
    const std::size_t letter = kLetters.find(c);
    decoded_ = letter == std::string_view::npos ? c : kMeanings[letter];
    at_ += 2;
    return decoded_;
  }

  std::uint32_t digits(std::size_t count) {
    const std::string_view text = source_.substr(std::min(at_, source_.size()), count);
    std::uint32_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value, 16);
    at_ = std::min(at_ + count, source_.size());
    return value;
  }

  std::string_view source_;
  std::size_t at_;
  char quote_;
  std::string decoded_;
};

/// Behind the header of a block scalar ("|", ">-", "|2"), or `at` itself.
std::size_t behind_block_header(std::string_view source, std::size_t at) {
  if (at >= source.size() || (source[at] != '|' && source[at] != '>')) return at;
  std::size_t end = at + 1;
  while (end < source.size() && source[end] != '\n') ++end;
  return end;
}

}  // namespace

std::optional<Span> words_in_source(std::string_view source, std::size_t at, std::string_view words) {
  const auto span = [](std::size_t begin, std::size_t end) {
    return Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  };
  if (words.empty() || at >= source.size()) return {};
  if (source.substr(at).starts_with(words)) return span(at, at + words.size());
  at = behind_block_header(source, at);
  while (at < source.size() && is_white(source[at])) ++at;
  char quote = 0;
  if (at < source.size() && (source[at] == '"' || source[at] == '\'')) quote = source[at++];
  Writing writing(source, at, quote);
  writing.pass_white();
  const std::size_t begin = writing.at();
  for (std::size_t i = 0; i < words.size();) {
    if (is_white(words[i])) {
      while (i < words.size() && is_white(words[i])) ++i;
      if (!writing.pass_written_white()) return {};
      continue;
    }
    const std::string_view written = writing.next();
    if (written.empty() || !words.substr(i).starts_with(written)) return {};
    i += written.size();
  }
  return span(begin, writing.at());
}

}  // namespace musclekg
