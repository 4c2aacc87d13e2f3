// What each block of a page is about: by its heading or label, or by its own words.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/lexicon.h"
#include "extract/page_facts.h"
#include "extract/page_matter.h"
#include "extract/sentence.h"
#include "extract/topic_words.h"
#include "model/page.h"

namespace musclekg {

/// What a block is, as far as its place and its words tell.
struct BlockRole {
  enum class Kind : std::uint8_t {
    Body,  ///< may state facts
    Heading,
    Reference,  ///< an entry of the list of references
    Credit,     ///< names who wrote the page
    Outside     ///< nothing that is read: captions, links, history
  };
  Kind kind = Kind::Body;
  TopicSet topics = 0;
  std::uint32_t section = 0;  ///< index in the sections
  std::string part;           ///< of the muscle that the heading above names: "long head"
};

/// Assigns a role to each block, in order, and a section to each run of blocks of one topic; `sentences[i]` are those of block i. A heading
/// or label decides; within a description, or without a heading, the words of a paragraph do (see TopicWords), "can be palpated" and the
/// form of references always. Where the words of a paragraph tell of an attachment and not of which, the first such paragraph is the origin
/// and the next the insertion.
std::vector<BlockRole> roles_of(const Page& page, const std::vector<std::vector<Sentence>>& sentences, Lexicon& lexicon,
                                const TopicWords& words, const PageMatter& matter, std::vector<Section>& sections);

/// Topics under which nothing is a fact on the anatomy of the page's muscle.
inline constexpr TopicSet kNoAnatomy = bit(Topic::Clinical) | bit(Topic::Palpation) | bit(Topic::Exercise) | bit(Topic::Background) |
                                       bit(Topic::References) | bit(Topic::Credits) | bit(Topic::Skipped) | bit(Topic::Relations);

}  // namespace musclekg
