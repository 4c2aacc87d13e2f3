// Sentences of a block, and the references they cite.

#pragma once

#include <cstdint>
#include <vector>

#include "extract/page_facts.h"
#include "model/page.h"

namespace musclekg {

/// A stretch of a block's words, in bytes of the words.
struct WordSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// One sentence; an item, a field or a heading without a full stop is one, too.
struct Sentence {
  std::uint32_t block;                   ///< index in Page::blocks
  WordSpan words;                        ///< without white space at its ends, with its full stop, without marks behind that
  std::vector<WordSpan> marks;           ///< citation marks written in the words ("[1][2]", "[3-5]"), wherever they stand in it
  std::vector<std::uint32_t> citations;  ///< numbers of references, each once, in the order they are cited
  CitationBasis basis = CitationBasis::None;
  std::vector<std::uint32_t> marked;  ///< the numbers in its own marks, as often as they stand there
};

/// The sentences of a block, in order; they cover all of its words but white space and marks. A full stop behind an abbreviation
/// ("e.g.", "n.", "Fig. 2", an initial, a number) ends none; one that a capital follows without a blank does ("canal.It is"). A list of
/// reference numbers in brackets is a mark, no text. What a mark behind the full stop cites belongs to the sentence before it; a sentence
/// without any has those of the last mark of its block, and basis Paragraph. Linear in the block.
std::vector<Sentence> sentences_of(const Page& page, std::uint32_t block);

}  // namespace musclekg
