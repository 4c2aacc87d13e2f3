#include "link/sssom_yaml.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace musclekg {

namespace {

constexpr auto kNone = std::string_view::npos;

/// Reads scalars from the beginning of a text that gets shorter.
class ScalarReader {
 public:
  explicit ScalarReader(std::string_view text) : left_(text) {}

  SssomScalars read() {
    left_ = trim(left_);
    if (left_.starts_with('[')) {
      read_list();
    } else {
      read_scalar({});
    }
    left_ = trim(left_);
    if (result_.fault.empty() && !left_.empty() && !left_.starts_with('#')) fail("more behind the value");
    return std::move(result_);
  }

 private:
  void fail(std::string fault) {
    if (result_.fault.empty()) result_.fault = std::move(fault);
    left_ = {};
  }

  void read_list() {
    result_.list = true;
    left_.remove_prefix(1);
    for (;;) {
      left_ = trim(left_);
      if (left_.starts_with(']')) break;
      if (left_.starts_with('[')) return fail("a list in a list");
      read_scalar(",[]{}");
      left_ = trim(left_);
      if (left_.starts_with(',')) {
        left_.remove_prefix(1);
      } else if (!left_.starts_with(']')) {
        return fail("'[' without ']'");
      }
    }
    left_.remove_prefix(1);
  }

  /// `ends`: characters that end a plain scalar.
  void read_scalar(std::string_view ends) {
    if (left_.starts_with('"')) return read_double_quoted();
    if (left_.starts_with('\'')) return read_single_quoted();
    if (left_.starts_with('#')) return;
    std::size_t size = 0;
    while (size < left_.size() && ends.find(left_[size]) == kNone && !left_.substr(size).starts_with(" #")) ++size;
    const std::string_view text = trim(left_.substr(0, size));
    left_.remove_prefix(size);
    if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL") return;
    const bool indicator = text.size() == 1 || text[1] == ' ';
    if (std::string_view("&*!|>%@`{},[]").find(text.front()) != kNone || (indicator && std::string_view("-?:").find(text.front()) != kNone))
      return fail(fmt::format("a value that begins with '{}'", text.front()));
    if (text.find(": ") != kNone || text.ends_with(':')) return fail("':' in a value without quotes");
    result_.texts.emplace_back(text);
  }

  void read_single_quoted() {
    std::string text;
    for (std::size_t i = 1; i < left_.size(); ++i) {
      if (left_[i] != '\'') {
        text += left_[i];
      } else if (left_.substr(i + 1).starts_with('\'')) {
        text += left_[i++];
      } else {
        return take(std::move(text), i + 1);
      }
    }
    fail("a quote that is not closed");
  }

  void read_double_quoted() {
    std::string text;
    for (std::size_t i = 1; i < left_.size(); ++i) {
      if (left_[i] == '"') return take(std::move(text), i + 1);
      if (left_[i] != '\\') {
        text += left_[i];
        continue;
      }
      if (++i == left_.size()) break;
      static constexpr std::string_view kLetters = "0abt\tnvfre \"/\\N_LP";
      static constexpr std::string_view kMeanings[] = {std::string_view("\0", 1),
                                                       "\a",
                                                       "\b",
                                                       "\t",
                                                       "\t",
                                                       "\n",
                                                       "\v",
                                                       "\f",
                                                       "\r",
                                                       "\x1B",
                                                       " ",
                                                       "\"",
                                                       "/",
                                                       "\\",
                                                       "\xC2\x85",
                                                       "\xC2\xA0",
                                                       "\xE2\x80\xA8",
                                                       "\xE2\x80\xA9"};
      const std::size_t letter = kLetters.find(left_[i]);
      const std::size_t size = left_[i] == 'x' ? 2 : left_[i] == 'u' ? 4 : left_[i] == 'U' ? 8 : 0;
      if (letter != kNone) {
        text += kMeanings[letter];
      } else if (size == 0 || !append_code_point(text, left_.substr(i + 1, size), size)) {
        return fail(fmt::format("the escape '\\{}'", left_.substr(i, 1 + size)));
      } else {
        i += size;
      }
    }
    fail("a quote that is not closed");
  }

  static bool append_code_point(std::string& out, std::string_view digits, std::size_t size) {
    std::uint32_t c = 0;
    const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), c, 16);
    if (code != std::errc() || digits.size() != size || end != digits.data() + size) return false;
    if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) return false;
    append_utf8(out, c);
    return true;
  }

  void take(std::string text, std::size_t size) {
    if (!text.empty()) result_.texts.push_back(std::move(text));
    left_.remove_prefix(size);
  }

  std::string_view left_;
  SssomScalars result_;
};

}  // namespace

SssomScalars read_scalars(std::string_view text) { return ScalarReader(text).read(); }

std::size_t end_of_key(std::string_view line) {
  const auto ends = [&](std::size_t at) {
    return at < line.size() && line[at] == ':' && (at + 1 == line.size() || line[at + 1] == ' ' || line[at + 1] == '\t');
  };
  if (line.starts_with('"') || line.starts_with('\'')) {
    const std::size_t close = line.find(line.front(), 1);
    return close != kNone && ends(close + 1) ? close + 1 : kNone;
  }
  for (std::size_t at = line.find(':'); at != kNone; at = line.find(':', at + 1))
    if (ends(at)) return at;
  return kNone;
}

}  // namespace musclekg
