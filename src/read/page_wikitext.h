// MediaWiki's wikitext: what its reader keeps while it goes through a page.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/page_builder.h"
#include "read/page_headings.h"
#include "read/page_labels.h"
#include "read/page_notes.h"
#include "read/page_table.h"
#include "read/page_wikitext_match.h"

namespace musclekg {

/// Reads blocks line by line (page_wikitext.cpp), the words of a line mark by mark (page_wikitext_words.cpp), and templates by what they
/// are known to do (page_wikitext_templates.cpp). Nothing is expanded.
class WikitextReader {
 public:
  WikitextReader(Page& page, const PageHeadings& headings)
      : page_(page), headings_(headings), source_(page.source), pairs_(source_), labels_(page, headings), notes_(page) {}

  void read();

 private:
  enum class Role : std::uint8_t { None, Term, Definition };

  /// A template's argument: where its value stands. `name` is empty for one by position.
  struct Argument {
    std::string_view name;
    std::size_t begin, end;
  };
  struct Template {
    std::string name;  ///< lower case, blanks for underscores
    std::vector<Argument> arguments;

    const Argument* position(std::size_t index) const;
    const Argument* named(std::string_view name) const;
  };

  void read_blocks(std::size_t begin, std::size_t end);
  std::vector<Block> blocks_of(std::size_t begin, std::size_t end);
  std::size_t read_heading(std::size_t first, std::size_t end);
  void read_table(const WikitextPair& pair);
  std::size_t read_cells(PageTable& table, std::size_t at, std::size_t end);
  void emit(Block block, Role role = Role::None);
  void emit_all(std::vector<Block> blocks);
  void emit_asides();

  /// Reads words up to `end`, or with `one_line` up to the line end outside of pairs; the place where it stopped.
  std::size_t read_words(BlockBuilder& builder, std::size_t begin, std::size_t end, bool one_line = false);
  void read_link(BlockBuilder& builder, const WikitextPair& pair);
  std::size_t read_tag(BlockBuilder& builder, std::size_t at, std::size_t end);
  std::size_t read_quotes(BlockBuilder& builder, std::size_t at, std::size_t end);
  void read_pair(BlockBuilder& builder, const WikitextPair& pair);
  void read_reference(BlockBuilder& builder, const WikitextPair& pair);
  void read_note(std::uint32_t number, const std::vector<Argument>& parts);

  Template template_of(const WikitextPair& pair) const;
  bool is_infobox(const Template& one) const;
  bool stands_alone(const Template& one) const;
  void read_infobox(const Template& one);
  void read_template(BlockBuilder& builder, const WikitextPair& pair);
  void read_citation(BlockBuilder& builder, const Template& one);
  void read_conversion(BlockBuilder& builder, const Template& one);
  void read_lines(BlockBuilder& builder, const Argument& argument);

  std::string_view value_of(const Argument& argument) const { return source_.substr(argument.begin, argument.end - argument.begin); }
  TopicSet topics_of(std::string_view words) const { return headings_.topics_of(words, page_.title); }

  Page& page_;
  const PageHeadings& headings_;
  std::string_view source_;
  WikitextPairs pairs_;
  LabelledBlocks labels_;
  PageNotes notes_;
  std::vector<std::vector<Block>*> collectors_;  ///< cells and arguments that are being read; blocks go to the innermost
  std::vector<Block> asides_;                    ///< captions met in the block that is being read
  std::uint32_t note_ = 0;                       ///< number of the note that is being read; 0: none
  bool defining_ = false;                        ///< within a list of notes: what stands there is no mark
  std::size_t depth_ = 0;
  std::size_t open_addresses_ = 0;   ///< external links whose bracket is not closed yet
  bool lead_ = true;                 ///< before the first heading and the first bold words
  std::optional<std::size_t> bold_;  ///< where bold words began that may be the title
};

}  // namespace musclekg
