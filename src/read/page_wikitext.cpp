// Wikitext block by block: headings, paragraphs, lists, tables.

#include "read/page_wikitext.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "read/page_layout.h"
#include "read/page_readers.h"

namespace musclekg {

namespace {

using Pair = WikitextPair::Kind;

std::size_t count_of(std::string_view text, std::string_view wanted, std::size_t most) {
  std::size_t count = 0;
  for (std::size_t at = text.find(wanted); at != std::string_view::npos && count < most; at = text.find(wanted, at + wanted.size()))
    ++count;
  return count;
}

std::size_t behind_blanks(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end && (text[at] == ' ' || text[at] == '\t')) ++at;
  return at;
}

std::size_t behind_line_end(std::string_view text, std::size_t at, std::size_t end) { return at < end && text[at] == '\n' ? at + 1 : at; }

}  // namespace

void WikitextReader::emit(Block block, Role role) {
  if (!collectors_.empty()) {
    if (!block.words.empty() || !block.marks.empty()) collectors_.back()->push_back(std::move(block));
  } else if (role == Role::Term) {
    labels_.add_term(std::move(block));
  } else if (role == Role::Definition) {
    labels_.add_definition(std::move(block));
  } else {
    labels_.add(std::move(block));
  }
}

void WikitextReader::emit_all(std::vector<Block> blocks) {
  if (!collectors_.empty() && collectors_.back()->empty()) {
    *collectors_.back() = std::move(blocks);
    return;
  }
  for (Block& block : blocks) emit(std::move(block));
}

void WikitextReader::emit_asides() { emit_all(std::exchange(asides_, {})); }

std::vector<Block> WikitextReader::blocks_of(std::size_t begin, std::size_t end) {
  std::vector<Block> blocks;
  if (depth_ >= kDeepestNesting) {
    BlockBuilder builder(source_);
    builder.take(begin, end);
    blocks.push_back(builder.finish(Block::Kind::Paragraph));
    return blocks;
  }
  const std::vector<Block> asides = std::move(asides_);
  asides_.clear();
  collectors_.push_back(&blocks);
  ++depth_;
  read_blocks(begin, end);
  --depth_;
  collectors_.pop_back();
  asides_ = asides;
  return blocks;
}

void WikitextReader::read_blocks(std::size_t begin, std::size_t end) {
  BlockBuilder builder(source_);
  Block::Kind kind = Block::Kind::Paragraph;
  std::uint8_t level = 0;
  Role role = Role::None;
  const auto flush = [&] {
    if (collectors_.empty()) {
      emit(builder.finish(kind, level), role);
    } else {
      emit_all(builder.finish_lines(kind, level));
    }
    emit_asides();
    kind = Block::Kind::Paragraph;
    level = 0;
    role = Role::None;
  };

  for (std::size_t at = begin; at < end;) {
    const std::size_t first = behind_blanks(source_, at, end);
    if (first == end) break;
    const char c = source_[first];
    if (c == '\n' || c == '\r') {
      flush();
      at = first + 1;
      continue;
    }
    if (const WikitextPair* const pair = pairs_.at(first, end)) {
      if (pair->kind == Pair::Comment || pair->kind == Pair::Dropped) {
        at = behind_line_end(source_, pair->end, end);
        continue;
      }
      if (pair->kind == Pair::Table) {
        flush();
        read_table(*pair);
        at = pair->end;
        continue;
      }
      if (pair->kind == Pair::Template) {
        const Template one = template_of(*pair);
        if (is_infobox(one)) {
          flush();
          read_infobox(one);
          at = behind_line_end(source_, pair->end, end);
          continue;
        }
        if (stands_alone(one)) {
          read_template(builder, *pair);
          at = behind_line_end(source_, pair->end, end);
          continue;
        }
      }
    }
    if (c == '=') {
      if (const std::size_t behind = read_heading(first, end); behind > first) {
        Block heading = std::move(asides_.back());
        asides_.pop_back();
        flush();
        emit(std::move(heading));
        at = behind;
        continue;
      }
    }
    std::size_t words = first;
    if (source_.substr(first, 4) == "----") {
      flush();
      at = std::min(source_.find_first_not_of('-', first), end);
      continue;
    }
    if (first == at && (c == '*' || c == '#' || c == ':' || c == ';')) {
      flush();
      words = std::min(source_.find_first_not_of("*#:;", first), end);
      const char last = source_[words - 1];
      kind = last == ';' || source_.substr(first, words - first).find_first_not_of(':') == std::string_view::npos ? Block::Kind::Paragraph
                                                                                                                  : Block::Kind::Item;
      if (kind == Block::Kind::Item) level = static_cast<std::uint8_t>(std::min(words - first, kDeepestNesting));
      role = last == ';' ? Role::Term : kind == Block::Kind::Paragraph ? Role::Definition : Role::None;
      if (role == Role::Term) {
        const std::size_t line = find_outside(source_, pairs_, '\n', words, end), colon = find_outside(source_, pairs_, ':', words, line);
        if (colon < line && source_.substr(colon, 3) != "://") {
          read_words(builder, words, colon);
          flush();
          role = Role::Definition;
          words = colon + 1;
        }
      }
    } else if (c == '|' || source_.substr(first, 2) == "{|") {  // of a table that is not whole
      flush();
      words = std::min(source_.find_first_not_of("{|}-+!", first), end);
    } else if (kind != Block::Kind::Paragraph || role != Role::None) {
      flush();
    }
    at = read_words(builder, words, end, true);
    if (kind != Block::Kind::Paragraph || role != Role::None) {
      flush();
    } else if (at < end) {
      builder.take(at, at + 1);
    }
    ++at;
  }
  flush();
}

/// Puts a heading into `asides_`; the place behind it, or `first` when the line is none.
std::size_t WikitextReader::read_heading(std::size_t first, std::size_t end) {
  const std::size_t line_end = find_outside(source_, pairs_, '\n', first, end);
  std::string_view line = trim(source_.substr(first, line_end - first));
  while (line.ends_with("-->")) {
    const std::size_t comment = line.rfind("<!--");
    if (comment == std::string_view::npos) return first;
    line = trim(line.substr(0, comment));
  }
  const std::size_t left = std::min(line.find_first_not_of('='), line.size());
  if (left == line.size()) return first;
  const std::size_t right = line.size() - line.find_last_not_of('=') - 1, level = std::min({left, right, std::size_t{6}});
  if (level == 0) return first;
  std::vector<Block> captions = std::move(asides_);
  asides_.clear();
  BlockBuilder builder(source_);
  lead_ = false;
  read_words(builder, first + level, first + line.size() - level);
  Block heading = builder.finish(Block::Kind::Heading, static_cast<std::uint8_t>(level));
  if (level == 1 && page_.title.empty()) page_.title = heading.words;
  asides_ = std::move(captions);
  asides_.push_back(std::move(heading));
  return line_end;
}

void WikitextReader::read_table(const WikitextPair& pair) {
  const std::size_t end = pair.inner_end, line = find_outside(source_, pairs_, '\n', pair.inner_begin, end);
  PageTable table(page_, headings_,
                  ascii_lower(source_.substr(pair.inner_begin, line - pair.inner_begin)).find("infobox") != std::string::npos);
  const auto finish_row = [&] { emit_all(table.finish_row()); };
  for (std::size_t at = line; at < end;) {
    const std::size_t first = behind_blanks(source_, at, end);
    const std::string_view two = source_.substr(first, 2);
    if (first < end && two == "|-") {
      finish_row();
      at = find_outside(source_, pairs_, '\n', first, end);
    } else if (first < end && two == "|+") {
      BlockBuilder builder(source_);
      const std::size_t behind = read_words(builder, first + 2, end, true);
      emit(builder.finish(Block::Kind::Aside));
      at = behind;
    } else if (first < end && (source_[first] == '|' || source_[first] == '!')) {
      at = read_cells(table, first, end);
    } else {
      at = find_outside(source_, pairs_, '\n', first, end) + 1;
    }
    at = std::max(at, first);
    if (at < end && source_[at] == '\n') ++at;
  }
  finish_row();
}

/// Reads the cells of the line at `at`, each with the lines below that go on with it; the place behind them.
std::size_t WikitextReader::read_cells(PageTable& table, std::size_t at, std::size_t end) {
  const bool header = source_[at] == '!';
  ++at;
  for (bool last = false; !last;) {
    std::size_t begin = at, next = end, place = at;
    last = true;
    bool first_line = true;
    while (place < end) {
      const char c = source_[place];
      if (const WikitextPair* const pair = c == '{' || c == '[' || c == '<' ? pairs_.at(place, end) : nullptr) {
        place = pair->end;
        continue;
      }
      if (c == '\n') {
        first_line = false;
        const std::size_t first = behind_blanks(source_, place + 1, end);
        if (first < end && (source_[first] == '|' || source_[first] == '!')) {
          next = place;
          break;
        }
      } else if (c == '|' && source_.substr(place, 2) != "||" && first_line && begin == at) {
        begin = place + 1;  // what stands before it are attributes
      } else if (first_line && place + 1 < end && (source_.substr(place, 2) == "||" || (header && source_.substr(place, 2) == "!!"))) {
        next = place;
        last = false;
        break;
      }
      ++place;
    }
    table.add_cell(blocks_of(begin, next));
    at = last ? next : next + 2;
  }
  return at;
}

void WikitextReader::read() {
  read_blocks(text_begin(source_), source_.size());
  labels_.finish();
  std::stable_sort(page_.blocks.begin(), page_.blocks.end(),  // captions come behind the blocks that they stand in
                   [](const Block& a, const Block& b) { return a.source.begin < b.source.begin; });
}

unsigned recognise_wikitext(std::string_view source) {
  constexpr std::size_t kMost = 100;
  const std::size_t marks = count_of(source, "[[", kMost) + count_of(source, "{{", kMost) + count_of(source, "'''", kMost) +
                            count_of(source, "<ref", kMost) + count_of(source, "\n{|", kMost);
  return static_cast<unsigned>(marks == 0 ? 0 : 2 * marks + count_of(source, "\n==", kMost));
}

void read_wikitext(Page& page, const PageHeadings& headings) { WikitextReader(page, headings).read(); }

}  // namespace musclekg
