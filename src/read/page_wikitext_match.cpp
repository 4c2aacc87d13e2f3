#include "read/page_wikitext_match.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "read/page_builder.h"
#include "read/page_layout.h"

namespace musclekg {

namespace {

using Kind = WikitextPair::Kind;

constexpr std::size_t kLongestTag = 1000;  ///< bytes

struct Element {
  std::string_view name;
  Kind kind;
};

/// Tags whose content is not wikitext, and <ref>.
constexpr std::array<Element, 13> kElements = {{{"nowiki", Kind::Verbatim},
                                                {"pre", Kind::Verbatim},
                                                {"math", Kind::Dropped},
                                                {"gallery", Kind::Dropped},
                                                {"imagemap", Kind::Dropped},
                                                {"syntaxhighlight", Kind::Dropped},
                                                {"source", Kind::Dropped},
                                                {"timeline", Kind::Dropped},
                                                {"score", Kind::Dropped},
                                                {"chem", Kind::Dropped},
                                                {"style", Kind::Dropped},
                                                {"templatestyles", Kind::Dropped},
                                                {"ref", Kind::Ref}}};

class Matcher {
 public:
  Matcher(std::string_view source, std::vector<WikitextPair>& pairs) : source_(source), pairs_(pairs) {}

  void match();

 private:
  struct Open {
    Kind kind;
    std::size_t begin, inner;
  };

  void open(Kind kind, std::size_t begin, std::size_t size);
  bool close(Kind kind, std::size_t begin, std::size_t size);
  void drop_links();
  void add(Kind kind, std::size_t begin, std::size_t inner, std::size_t inner_end, std::size_t end);
  std::size_t take_tag(std::size_t at);

  std::string_view source_;
  std::vector<WikitextPair>& pairs_;
  std::vector<Open> stack_;
  std::array<std::size_t, 3> open_{};                    ///< how many of each kind are in the stack
  std::array<std::size_t, kElements.size()> closing_{};  ///< the next closing tag of each element, as far as it is known
  std::size_t comment_end_ = 0;
  bool line_blank_ = true;  ///< whether only blanks stand before the place in its line
};

void Matcher::add(Kind kind, std::size_t begin, std::size_t inner, std::size_t inner_end, std::size_t end) {
  pairs_.push_back({kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), static_cast<std::uint32_t>(inner),
                    static_cast<std::uint32_t>(inner_end)});
}

void Matcher::open(Kind kind, std::size_t begin, std::size_t size) {
  stack_.push_back({kind, begin, begin + size});
  ++open_[static_cast<std::size_t>(kind)];
}

bool Matcher::close(Kind kind, std::size_t begin, std::size_t size) {
  if (open_[static_cast<std::size_t>(kind)] == 0) return false;
  for (;;) {
    const Open top = stack_.back();
    stack_.pop_back();
    --open_[static_cast<std::size_t>(top.kind)];
    if (top.kind != kind) continue;
    if (stack_.size() < kDeepestNesting) add(kind, top.begin, top.inner, begin, begin + size);
    return true;
  }
}

/// A link does not reach over the end of a paragraph.
void Matcher::drop_links() {
  while (!stack_.empty() && stack_.back().kind == Kind::Link) {
    stack_.pop_back();
    --open_[static_cast<std::size_t>(Kind::Link)];
  }
}

/// Behind the tag or comment at `at`; at + 1 where it is none that matters.
std::size_t Matcher::take_tag(std::size_t at) {
  if (source_.substr(at, 4) == "<!--") {
    if (comment_end_ < at + 4) comment_end_ = source_.find("-->", at + 4);
    if (comment_end_ == std::string_view::npos) return at + 4;
    add(Kind::Comment, at, at + 4, comment_end_, comment_end_ + 3);
    return comment_end_ + 3;
  }
  const std::string name = ascii_lower(source_.substr(at + 1, 16));
  for (std::size_t i = 0; i < kElements.size(); ++i) {
    const auto [element, kind] = kElements[i];
    if (!name.starts_with(element)) continue;
    const char behind = name.size() > element.size() ? name[element.size()] : '\0';
    if (behind != '>' && behind != ' ' && behind != '/' && behind != '\n' && behind != '\t') continue;
    const std::size_t bracket = source_.substr(0, std::min(at + kLongestTag, source_.size())).find('>', at);
    if (bracket == std::string_view::npos) return at + 1;
    if (source_[bracket - 1] == '/') {
      if (kind == Kind::Ref) add(kind, at, bracket + 1, bracket + 1, bracket + 1);
      return bracket + 1;
    }
    if (closing_[i] != std::string_view::npos && closing_[i] <= bracket) {
      const std::string closing = "</" + std::string(element);
      closing_[i] = source_.find(closing, bracket);
    }
    if (closing_[i] == std::string_view::npos) return at + 1;
    const std::size_t end = source_.substr(0, std::min(closing_[i] + kLongestTag, source_.size())).find('>', closing_[i]);
    if (end == std::string_view::npos) return at + 1;
    add(kind, at, bracket + 1, closing_[i], end + 1);
    return kind == Kind::Ref ? bracket + 1 : end + 1;  // what a reference holds is wikitext
  }
  return at + 1;
}

void Matcher::match() {
  for (std::size_t at = text_begin(source_); at < source_.size();) {
    const char c = source_[at];
    const std::string_view two = source_.substr(at, 2);
    if (c == '\n') {
      if (line_blank_) drop_links();
      line_blank_ = true;
      ++at;
      continue;
    }
    if (c == ' ' || c == '\t' || c == '\r' || c == ':') {
      ++at;
      continue;
    }
    const bool first = line_blank_;
    line_blank_ = false;
    if (two == "{|" && first && source_.substr(at, 3) != "{|}") {
      open(Kind::Table, at, 2);
      at += 2;
    } else if (two == "|}" && first && source_.substr(at, 3) != "|}}" && close(Kind::Table, at, 2)) {
      at += 2;
    } else if (two == "{{") {
      open(Kind::Template, at, 2);
      at += 2;
    } else if (two == "[[") {
      open(Kind::Link, at, 2);
      at += 2;
    } else if (two == "}}") {
      at += close(Kind::Template, at, 2) ? 2 : 1;
    } else if (two == "]]") {
      at += close(Kind::Link, at, 2) ? 2 : 1;
    } else {
      at = c == '<' ? take_tag(at) : at + 1;
    }
  }
}

}  // namespace

WikitextPairs::WikitextPairs(std::string_view source) {
  Matcher(source, pairs_).match();
  std::sort(pairs_.begin(), pairs_.end(), [](const WikitextPair& a, const WikitextPair& b) { return a.begin < b.begin; });
}

const WikitextPair* WikitextPairs::at(std::size_t place, std::size_t end) const {
  const auto found = std::partition_point(pairs_.begin(), pairs_.end(), [&](const WikitextPair& pair) { return pair.begin < place; });
  return found != pairs_.end() && found->begin == place && found->end <= end ? &*found : nullptr;
}

std::size_t find_outside(std::string_view source, const WikitextPairs& pairs, char wanted, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end;) {
    const char c = source[at];
    if (c == wanted) return at;
    const WikitextPair* const pair = c == '{' || c == '[' || c == '<' ? pairs.at(at, end) : nullptr;
    at = pair != nullptr ? pair->end : at + 1;
  }
  return end;
}

}  // namespace musclekg
