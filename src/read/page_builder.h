// Blocks of a page, put together while its markup is passed over.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/page.h"

namespace musclekg {

/// Collects the words of one block after another. White space at the ends of a block is left out; within, a run of it becomes one byte of
/// the run: its first line end, or else its first blank.
class BlockBuilder {
 public:
  explicit BlockBuilder(std::string_view source) : source_(source) {}

  /// Words that stand in the source from `begin` up to `end`; places must not go back.
  void take(std::size_t begin, std::size_t end);

  /// Words that the source writes in another way at `where`: a character reference, a line break.
  void put(std::string_view words, Span where);

  /// A line end that the markup asks for.
  void break_line(Span where);

  void mark(std::uint32_t number, Span where);

  bool empty() const { return block_.words.empty() && block_.marks.empty(); }
  const std::string& words() const { return block_.words; }

  /// What was collected, as a block without label; begins anew.
  Block finish(Block::Kind kind, std::uint8_t level = 0);

  /// The same, in several blocks: one for each line that the markup asks for. Empty ones are left out.
  std::vector<Block> finish_lines(Block::Kind kind, std::uint8_t level = 0);

 private:
  void take_word(std::size_t begin, std::size_t end);
  void take_white(std::size_t at, std::size_t size);
  void append_piece(std::size_t begin, std::size_t size);
  void drop_last_byte();
  void reach(std::size_t begin, std::size_t end);

  std::string_view source_;
  Block block_;
  std::vector<std::uint32_t> breaks_;  ///< where lines end in the words
  bool begun_ = false;                 ///< whether `block_.source` has a beginning
};

/// The number of bytes of white space at `at`, 0 where none is: a blank, a tab, a line end, and what looks like one (no-break space,
/// zero-width space).
std::size_t white_size(std::string_view text, std::size_t at);

/// Where the text of a page begins: behind its byte order mark, if it has one.
std::size_t text_begin(std::string_view source);

inline Span span_of(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

/// The words of a block from `begin` up to `end`, with what belongs to them; white space at its ends is left out.
Block slice(const Block& block, std::size_t begin, std::size_t end);

/// Adds the words of `more`, which stands behind it, to a block as a further line.
void append_line(Block& block, const Block& more);

/// Adds a block unless it has no words.
void add_block(Page& page, Block block);

/// Adds a block of what was collected as a field of this label.
void add_field(Page& page, BlockBuilder& builder, std::string_view label);

/// Adds a property; its key becomes lower case. Does nothing where the key or the value is empty.
void add_property(Page& page, std::string_view key, std::string_view value);

/// What a label must announce at least where nothing but its name tells that a value is a fact.
constexpr TopicSet kAnatomy = bit(Topic::Origin) | bit(Topic::Insertion) | bit(Topic::Attachment) | bit(Topic::Innervation) |
                              bit(Topic::Root) | bit(Topic::Artery) | bit(Topic::Action) | bit(Topic::Joint) | bit(Topic::Synergist) |
                              bit(Topic::Antagonist);

/// The topics of a label of a field; 0 also where it announces nothing but what is skipped.
inline TopicSet facts_of(TopicSet topics) { return topics == bit(Topic::Skipped) ? 0 : topics; }

}  // namespace musclekg
