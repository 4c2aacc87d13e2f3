#include "read/page_markdown_words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>

#include "base/text.h"
#include "read/page_characters.h"
#include "read/page_layout.h"
#include "read/page_tags.h"

namespace musclekg {

namespace {

constexpr std::size_t kLongestRun = 3;    ///< of '*', '_', '~'
constexpr std::size_t kLongestTicks = 8;  ///< of '`'
constexpr std::size_t kLongestId = 200;   ///< bytes
constexpr std::size_t kNowhere = ~std::size_t{0};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_mark(char c) { return static_cast<unsigned char>(c) < 0x80 && std::ispunct(static_cast<unsigned char>(c)) != 0; }
bool is_word(char c) { return !is_space(c) && !is_mark(c); }

/// What stands in the source instead of words, and what becomes of it.
struct Event {
  enum class Kind : std::uint8_t { Silent, Break, Line, Put, Mark };
  Kind kind;
  std::size_t begin, end;
  std::string words = {};
  std::uint32_t number = 0;
};

class MarkupFinder {
 public:
  MarkupFinder(std::string_view source, std::size_t begin, std::size_t end, const MarkdownDefinitions& definitions, PageNotes& notes)
      : source_(source.substr(0, end)), begin_(begin), end_(end), definitions_(definitions), notes_(notes) {}

  /// The events by their places; one may stand within another.
  std::vector<Event> find(const std::vector<Span>& prefixes);

 private:
  struct Bracket {
    std::size_t begin;
    bool image;
  };
  struct Run {
    std::size_t begin, size;
    char mark;
  };

  void silence(std::size_t begin, std::size_t end) { events_.push_back({Event::Kind::Silent, begin, end}); }
  std::size_t take_run(std::size_t at);
  std::size_t take_code(std::size_t at);
  std::size_t take_angle(std::size_t at);
  std::size_t close_bracket(std::size_t at);
  std::size_t address_end(std::size_t at) const;
  std::size_t& open_runs(char mark, std::size_t size) { return open_[mark == '*' ? 0 : mark == '_' ? 1 : 2][size - 1]; }

  std::string_view source_;
  std::size_t begin_, end_;
  const MarkdownDefinitions& definitions_;
  PageNotes& notes_;
  std::vector<Event> events_;
  std::vector<Bracket> brackets_;
  std::vector<Run> runs_;
  std::array<std::array<std::size_t, kLongestRun>, 3> open_{};  ///< how many runs of a mark and size are in `runs_`
  std::array<bool, kLongestTicks + 1> no_ticks_{};              ///< runs of so many '`' have no partner any more
  std::size_t comment_end_ = 0;                                 ///< of the last comment looked for
  std::size_t last_open_ = kNowhere, last_close_ = kNowhere;    ///< the brackets closed last
};

std::size_t MarkupFinder::take_run(std::size_t at) {
  const char mark = source_[at];
  std::size_t behind = at;
  while (behind < end_ && source_[behind] == mark) ++behind;
  const std::size_t size = behind - at;
  const char before = at > begin_ ? source_[at - 1] : ' ', after = behind < end_ ? source_[behind] : ' ';
  if (size > kLongestRun || (mark == '~' && size != 2)) return behind;
  const bool opens = !is_space(after) && (mark != '_' || !is_word(before));
  const bool closes = !is_space(before) && (mark != '_' || !is_word(after));
  if (closes && open_runs(mark, size) > 0) {
    for (bool found = false; !found;) {
      const Run run = runs_.back();
      runs_.pop_back();
      --open_runs(run.mark, run.size);
      if (run.mark != mark || run.size != size) continue;
      silence(run.begin, run.begin + size);
      silence(at, behind);
      found = true;
    }
  } else if (opens) {
    runs_.push_back({at, size, mark});
    ++open_runs(mark, size);
  }
  return behind;
}

std::size_t MarkupFinder::take_code(std::size_t at) {
  std::size_t behind = std::min(source_.find_first_not_of('`', at), end_);
  const std::size_t size = behind - at;
  if (size > kLongestTicks || no_ticks_[size]) return behind;
  for (std::size_t next = source_.find('`', behind); next != std::string_view::npos;) {
    const std::size_t last = std::min(source_.find_first_not_of('`', next), end_);
    if (last - next == size) {
      silence(at, behind);
      silence(next, last);
      return last;
    }
    next = source_.find('`', last);
  }
  no_ticks_[size] = true;
  return behind;
}

std::size_t MarkupFinder::take_angle(std::size_t at) {
  const std::string_view text = source_.substr(at);
  if (text.starts_with("<!--")) {
    if (comment_end_ < at + 4) comment_end_ = source_.find("-->", at + 4);
    if (comment_end_ == std::string_view::npos) return at + 1;
    silence(at, comment_end_ + 3);
    return comment_end_ + 3;
  }
  if (text.starts_with("<http://") || text.starts_with("<https://") || text.starts_with("<mailto:")) {
    const std::size_t end = text.substr(1, 2000).find_first_of("<> \n");
    if (end == std::string_view::npos || text[end + 1] != '>') return at + 1;
    silence(at, at + 1);
    silence(at + end + 1, at + end + 2);
    return at + end + 2;
  }
  const InlineTag tag = inline_tag(text);
  if (tag.size == 0) return at + 1;
  const Event::Kind kind = tag.kind == InlineTag::Kind::Break  ? Event::Kind::Break
                           : tag.kind == InlineTag::Kind::Line ? Event::Kind::Line
                                                               : Event::Kind::Silent;
  events_.push_back({kind, at, at + tag.size});
  return at + tag.size;
}

/// Behind the "(address "title")" at `at`, or `at` when it is none.
std::size_t MarkupFinder::address_end(std::size_t at) const {
  if (at >= end_ || source_[at] != '(') return at;
  std::size_t depth = 0;
  bool blank = false;
  for (std::size_t place = at; place < end_; ++place) {
    const char c = source_[place];
    if (c == '[' || c == ']') return at;
    if (c == '"' && blank) {
      const std::size_t quote = source_.substr(0, std::min(place + 500, end_)).find_first_of("\"[]", place + 1);
      if (quote == std::string_view::npos || source_[quote] != '"') return at;
      place = quote;
      blank = false;
    } else if (is_space(c)) {
      blank = true;
    } else if (c == '(') {
      ++depth;
    } else if (c == ')') {
      if (--depth == 0) return place + 1;
    } else if (blank) {
      return at;
    }
  }
  return at;
}

std::size_t MarkupFinder::close_bracket(std::size_t at) {
  if (brackets_.empty()) return at + 1;
  const auto [open, image] = brackets_.back();
  brackets_.pop_back();
  const std::size_t before = std::exchange(last_open_, open), before_end = std::exchange(last_close_, at);
  if (brackets_.size() >= kDeepestNesting) return at + 1;
  if (const std::size_t behind = address_end(at + 1); behind > at + 1) {
    if (image) {
      silence(open - 1, behind);
    } else {
      silence(open, open + 1);
      silence(at, behind);
    }
    return behind;
  }
  const std::string_view inner = source_.substr(open + 1, at - open - 1);
  if (inner.empty() || inner.size() > kLongestId) return at + 1;
  if (inner.front() == '^') {
    if (!definitions_.footnotes.contains(markdown_id(inner.substr(1)))) return at + 1;
    events_.push_back({Event::Kind::Mark, open, at + 1, {}, notes_.number_of(markdown_id(inner.substr(1)))});
    return at + 1;
  }
  if (definitions_.links.empty() || !definitions_.links.contains(markdown_id(inner))) return at + 1;
  if (before != kNowhere && open > begin_ && before_end == open - 1) {  // [words][id]
    silence(before, before + 1);
    silence(before_end, at + 1);
  } else if (inner.find_first_not_of("0123456789") != std::string_view::npos) {
    silence(open, open + 1);
    silence(at, at + 1);
  }
  return at + 1;
}

std::vector<Event> MarkupFinder::find(const std::vector<Span>& prefixes) {
  for (const Span& prefix : prefixes) silence(prefix.begin, prefix.end);
  std::size_t prefix = 0;
  for (std::size_t at = begin_; at < end_;) {
    while (prefix < prefixes.size() && prefixes[prefix].end <= at) ++prefix;
    if (prefix < prefixes.size() && prefixes[prefix].begin <= at) {
      at = prefixes[prefix].end;
      continue;
    }
    const char c = source_[at];
    if (c == '\\') {
      if (at + 1 < end_ && is_mark(source_[at + 1])) silence(at, at + 1), ++at;
      ++at;
    } else if (c == '*' || c == '_' || c == '~') {
      at = take_run(at);
    } else if (c == '`') {
      at = take_code(at);
    } else if (c == '<') {
      at = take_angle(at);
    } else if (c == '&') {
      CharacterReference reference = character_reference(source_.substr(at));
      const std::size_t size = std::max<std::size_t>(reference.size, 1);
      if (reference.size > 0) events_.push_back({Event::Kind::Put, at, at + size, std::move(reference.character)});
      at += size;
    } else if (c == '[') {
      brackets_.push_back({at, at > begin_ && source_[at - 1] == '!'});
      ++at;
    } else {
      at = c == ']' ? close_bracket(at) : at + 1;
    }
  }
  std::stable_sort(events_.begin(), events_.end(),
                   [](const Event& a, const Event& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  return std::move(events_);
}

}  // namespace

std::string markdown_id(std::string_view id) { return fold(id); }

void read_markdown_words(BlockBuilder& builder, std::string_view source, std::size_t begin, std::size_t end,
                         const std::vector<Span>& prefixes, const MarkdownDefinitions& definitions, PageNotes& notes) {
  std::size_t at = begin;
  for (const Event& event : MarkupFinder(source, begin, end, definitions, notes).find(prefixes)) {
    if (event.begin < at) continue;
    builder.take(at, event.begin);
    at = event.end;
    const Span where = span_of(event.begin, event.end);
    if (event.kind == Event::Kind::Break) {
      builder.break_line(where);
    } else if (event.kind == Event::Kind::Line) {
      builder.put("\n", where);
    } else if (event.kind == Event::Kind::Put) {
      builder.put(event.words, where);
    } else if (event.kind == Event::Kind::Mark) {
      builder.mark(event.number, where);
    }
  }
  builder.take(at, std::max(at, end));
}

}  // namespace musclekg
