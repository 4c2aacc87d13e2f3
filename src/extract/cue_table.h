// Words that announce a fact, from `page-cues.tsv`.

#pragma once

#include <tsl/robin_map.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/hash.h"
#include "extract/lexicon.h"

namespace musclekg {

/// What a cue announces. The first ones are those of FactRelation, in its order.
enum class CueRelation : std::uint8_t {
  Origin,
  Insertion,
  Innervation,
  SpinalRoot,
  Artery,
  PartOf,
  Synergist,
  Antagonist,
  Action,
  JointActedOn,
  JoinedWith,
  Attachment,  ///< origin or insertion, as the rest of the page tells
  Supply,      ///< nerve or artery, as the names tell
  Course,      ///< the origin behind "from", the insertion behind "to"
  Other        ///< nothing: what follows is about something else
};

class CueTable {
 public:
  enum class Argument : std::uint8_t {
    After,   ///< right behind the cue
    Before,  ///< the subject of the sentence
    Through  ///< behind the first of `introducers` within the clause
  };
  struct Cue {
    std::vector<std::vector<std::string>> words;  ///< at each place the forms it may have
    CueRelation relation;
    Argument argument;
    std::vector<std::string> introducers;
    bool weak = false;  ///< it counts only before names of muscles and groups of them
  };
  /// A cue where it stands; nullptr: none does.
  struct Found {
    const Cue* cue = nullptr;
    std::size_t size = 0;  ///< in tokens
  };

  CueTable(const std::string& path, Diagnostics& diagnostics);

  /// The longest cue that begins with `tokens[at]`. Articles, adverbs and adjectives may stand between its words.
  Found find(Tokens tokens, std::size_t at) const;

 private:
  std::vector<Cue> cues_;
  tsl::robin_map<std::string, std::vector<std::uint32_t>, TextHash, std::equal_to<>> by_first_word_;
};

}  // namespace musclekg
