// What a sentence says, cue by cue.

#pragma once

#include <vector>

#include "extract/cue_table.h"
#include "extract/lexicon.h"

namespace musclekg {

/// A cue in a sentence with the tokens around it.
struct Frame {
  CueRelation relation;
  CueTable::Argument place;
  Tokens subject;         ///< between the names before and the cue: what it is said of, and words in between
  Tokens between;         ///< between the cue and its names: "by its apex"
  Tokens argument;        ///< the names
  Tokens behind;          ///< between the names and the next cue
  bool weak = false;      ///< of PartOf: said in words that stand before many things ("forms")
  bool relative = false;  ///< the subject is "which" or "that": what stands before it
  bool hedged = false;
  bool disputed = false;
  bool negative = false;
};

/// The frames of a sentence in their order; cues that introduce no names are none. `argument` ends before the next cue, before words
/// that begin another clause, and at a semicolon. What stands before the first cue is its subject.
std::vector<Frame> frames_of(Tokens sentence, const CueTable& cues);

/// Where the names that begin at `begin` end, as seen from outside: at a semicolon, a full stop or a word that begins a clause.
std::size_t end_of_names(Tokens sentence, std::size_t begin);

}  // namespace musclekg
