// The words of wikitext: links, emphasis, tags, character references, references.

#include <algorithm>
#include <array>

#include "base/text.h"
#include "read/page_characters.h"
#include "read/page_layout.h"
#include "read/page_tags.h"
#include "read/page_wikitext.h"

namespace musclekg {

namespace {

using Pair = WikitextPair::Kind;

bool has_word(std::string_view words, std::string_view word) { return words.find(" " + std::string(word) + " ") != std::string_view::npos; }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The value of an attribute in a tag, without its quotes.
std::string_view attribute(std::string_view tag, std::string_view name) {
  const std::string lower = ascii_lower(tag);
  for (std::size_t at = lower.find(name); at != std::string::npos; at = lower.find(name, at + 1)) {
    if (at == 0 || (lower[at - 1] != ' ' && lower[at - 1] != '\n' && lower[at - 1] != '"' && lower[at - 1] != '\t')) continue;
    std::size_t value = tag.find_first_not_of(" \t\n", at + name.size());
    if (value == std::string_view::npos || tag[value] != '=') continue;
    value = tag.find_first_not_of(" \t\n", value + 1);
    if (value == std::string_view::npos) return {};
    const char quote = tag[value];
    if (quote == '"' || quote == '\'') {
      const std::size_t end = tag.find(quote, value + 1);
      return end == std::string_view::npos ? std::string_view() : trim(tag.substr(value + 1, end - value - 1));
    }
    return trim(tag.substr(value, std::min(tag.find_first_of(" \t\n/>", value), tag.size()) - value));
  }
  return {};
}

bool is_option(std::string_view text) {
  const std::string word = ascii_lower(trim(text));
  if (word.ends_with("px")) return true;
  for (const std::string_view option : {"alt=", "link=", "upright", "lang=", "class=", "page="})
    if (word.starts_with(option)) return true;
  return has_word(
      " thumb thumbnail frame framed frameless border right left center centre none baseline middle top bottom sub super text-top ", word);
}

/// The size of the address of an external link at the beginning of `text` ("https://..."), 0 for none.
std::size_t address_size(std::string_view text) {
  for (const std::string_view scheme : {"http://", "https://", "//", "ftp://", "mailto:"})
    if (text.starts_with(scheme)) return std::min(text.substr(0, 2000).find_first_of(" \t\n]"), text.size());
  return 0;
}

}  // namespace

std::size_t WikitextReader::read_words(BlockBuilder& builder, std::size_t begin, std::size_t end, bool one_line) {
  if (depth_ >= kDeepestNesting) {
    if (one_line) end = std::min(source_.substr(0, end).find('\n', begin), end);
    builder.take(begin, end);
    return end;
  }
  ++depth_;
  const std::size_t outer_addresses = open_addresses_;
  open_addresses_ = 0;
  std::size_t at = begin;
  while (at < end) {
    std::size_t mark = at;
    while (mark < end && std::string_view("'[]{<&_\n").find(source_[mark]) == std::string_view::npos) ++mark;
    builder.take(at, mark);
    at = mark;
    if (at == end) break;
    const char c = source_[at];
    if (c == '\n') {
      open_addresses_ = 0;
      if (one_line) break;
      builder.take(at, at + 1);
      ++at;
      continue;
    }
    if (c == '{' || c == '[' || c == '<') {
      if (const WikitextPair* const pair = pairs_.at(at, end)) {
        read_pair(builder, *pair);
        at = pair->end;
        continue;
      }
    }
    std::size_t next = at;
    if (c == '\'') {
      next = read_quotes(builder, at, end);
    } else if (c == '[') {
      const std::size_t address = address_size(source_.substr(at + 1, end - at - 1));
      if (address > 0) {
        next = at + 1 + address;
        ++open_addresses_;
      }
    } else if (c == ']') {
      if (open_addresses_ > 0) {
        --open_addresses_;
        next = at + 1;
      }
    } else if (c == '<') {
      next = read_tag(builder, at, end);
    } else if (c == '&') {
      const CharacterReference reference = character_reference(source_.substr(at, end - at));
      next = at + reference.size;
      if (reference.size > 0) builder.put(reference.character, span_of(at, next));
    } else if (source_.substr(at, 2) == "__") {  // "__NOTOC__"
      std::size_t word = at + 2;
      while (word < end && word < at + 30 && source_[word] >= 'A' && source_[word] <= 'Z') ++word;
      if (word > at + 2 && source_.substr(word, 2) == "__") next = word + 2;
    }
    if (next == at) builder.take(at, ++next);
    at = std::min(next, end);
  }
  open_addresses_ = outer_addresses;
  --depth_;
  return at;
}

std::size_t WikitextReader::read_quotes(BlockBuilder& builder, std::size_t at, std::size_t end) {
  std::size_t size = 0;
  while (at + size < end && source_[at + size] == '\'') ++size;
  if (size < 2) return at;
  if (size == 4 || size > 5) {  // the quotes in excess are words
    builder.take(at, at + size - (size == 4 ? 3 : 5));
  }
  if (lead_ && collectors_.empty() && note_ == 0 && size >= 3) {
    const std::size_t place = builder.words().size();
    if (!bold_) {
      bold_ = place;
    } else {
      const std::string words(trim(std::string_view(builder.words()).substr(std::min(*bold_, place))));
      bold_.reset();
      lead_ = false;
      if (page_.title.empty() && !words.ends_with(':') && words.size() <= 80 && topics_of(words) == 0) page_.title = words;
    }
  }
  return at + size;
}

void WikitextReader::read_pair(BlockBuilder& builder, const WikitextPair& pair) {
  switch (pair.kind) {
    case Pair::Template:
      read_template(builder, pair);
      break;
    case Pair::Link:
      read_link(builder, pair);
      break;
    case Pair::Verbatim:
      builder.take(pair.inner_begin, pair.inner_end);
      break;
    case Pair::Ref:
      read_reference(builder, pair);
      break;
    case Pair::Table:
      read_words(builder, pair.inner_begin, pair.inner_end);
      break;
    case Pair::Comment:
    case Pair::Dropped:
      break;
  }
}

void WikitextReader::read_link(BlockBuilder& builder, const WikitextPair& pair) {
  const std::size_t bar = find_outside(source_, pairs_, '|', pair.inner_begin, pair.inner_end);
  const std::string_view target = trim(source_.substr(pair.inner_begin, bar - pair.inner_begin));
  const std::size_t colon = target.find(':');
  const std::string space = colon == std::string_view::npos || colon > 20 ? std::string() : ascii_lower(trim(target.substr(0, colon)));
  if (space == "file" || space == "image" || space == "datei" || space == "media") {
    std::size_t last = bar;
    for (std::size_t next = bar; next < pair.inner_end; next = find_outside(source_, pairs_, '|', next + 1, pair.inner_end)) last = next;
    if (last == pair.inner_end || is_option(source_.substr(last + 1, pair.inner_end - last - 1))) return;
    BlockBuilder caption(source_);
    read_words(caption, last + 1, pair.inner_end);
    asides_.push_back(caption.finish(Block::Kind::Aside));
    return;
  }
  const bool language = (space.size() == 2 || space.size() == 3) && std::all_of(space.begin(), space.end(), is_letter);
  if (space == "category" || space == "kategorie" ||
      (language && bar == pair.inner_end && colon + 1 < target.size() && target[colon + 1] != ' '))
    return;
  if (bar < pair.inner_end && !trim(source_.substr(bar + 1, pair.inner_end - bar - 1)).empty()) {
    read_words(builder, bar + 1, pair.inner_end);
    return;
  }
  std::size_t begin = static_cast<std::size_t>(target.data() - source_.data()), end = begin + target.size();
  if (target.starts_with(':')) ++begin;
  if (bar < pair.inner_end) {  // "[[soleus (muscle)|]]"
    const std::size_t bracket = target.rfind(" (");
    if (bracket != std::string_view::npos) end = begin + bracket;
  }
  builder.take(begin, end);
}

std::size_t WikitextReader::read_tag(BlockBuilder& builder, std::size_t at, std::size_t end) {
  const InlineTag tag = inline_tag(source_.substr(at, end - at));
  if (tag.size == 0) return at;
  const Span where = span_of(at, at + tag.size);
  if (tag.kind == InlineTag::Kind::Break) {
    builder.break_line(where);
  } else if (tag.kind == InlineTag::Kind::Line) {
    builder.put("\n", where);
  } else if (tag.name == "references") {
    defining_ = !tag.closing && !tag.empty;
  } else if (tag.name == "ref" && !tag.closing && !defining_) {  // one without an end
    builder.mark(notes_.number_of(attribute(source_.substr(at, tag.size - 1), "name")), where);
  }
  return where.end;
}

void WikitextReader::read_reference(BlockBuilder& builder, const WikitextPair& pair) {
  const std::string_view tag = source_.substr(pair.begin, pair.inner_begin - pair.begin);
  std::string name(attribute(tag, "name"));
  if (const std::string_view group = attribute(tag, "group"); !group.empty() && !name.empty()) name.append("\n").append(group);
  const std::uint32_t number = notes_.number_of(name);
  if (!defining_ && note_ == 0) builder.mark(number, span_of(pair.begin, pair.end));
  if (pair.inner_begin < pair.inner_end) read_note(number, {{{}, pair.inner_begin, pair.inner_end}});
}

/// Fills in a note unless it is: with the words of its parts, those with a name left out.
void WikitextReader::read_note(std::uint32_t number, const std::vector<Argument>& parts) {
  if (!notes_[number].block.words.empty()) return;
  const std::uint32_t outer = std::exchange(note_, number);
  BlockBuilder builder(source_);
  for (const Argument& part : parts) {
    if (!part.name.empty()) continue;
    if (!builder.empty()) builder.put(" ", span_of(part.begin, part.begin));
    read_words(builder, part.begin, part.end);
  }
  notes_[number].block = builder.finish(Block::Kind::Paragraph);
  note_ = outer;
}

}  // namespace musclekg
