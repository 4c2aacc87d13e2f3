// Finds all of many names in one pass over a sequence of words: the automaton of Aho and Corasick (CACM 18(6), 1975), whose
// letters are numbers of words.

#pragma once

#include <tsl/robin_map.h>

#include <cstdint>
#include <span>
#include <vector>

#include "base/hash.h"

namespace musclekg {

/// Built once: `add` all names, then `finish`; then only read. A step takes constant time on average over any text: a state's
/// way back is never longer than its way here.
class TokenAutomaton {
 public:
  using Word = std::uint32_t;   ///< the number of a word, from 1; 0: one that no name has
  using Name = std::uint32_t;   ///< the number of a name, from 1; 0: none
  using State = std::uint32_t;  ///< the longest beginning of a name that the words so far end with; 0: none of any name

  /// The number of the name with these words, one or more and none of them 0; the same words always get the same number.
  Name add(std::span<const Word> words);

  /// To be called once, behind the last `add`.
  void finish();

  /// The state behind one more word.
  State next(State state, Word word) const {
    if (word >= first_.size()) return 0;
    while (state != 0) {
      if (const State found = child(state, word); found != 0) return found;
      state = nodes_[state].failure;
    }
    return first_[word];
  }

  /// The names that end with the word just read, longest first:
  ///     for (State at = longest_ending(state); at != 0; at = shorter_ending(at)) name(at)
  State longest_ending(State state) const { return nodes_[state].ending; }
  State shorter_ending(State ending) const { return nodes_[nodes_[ending].failure].ending; }
  Name name(State ending) const { return nodes_[ending].name; }

  /// How many words a name has.
  std::uint32_t size(Name name) const { return sizes_[name]; }

  Name names() const { return static_cast<Name>(sizes_.size() - 1); }

 private:
  struct Node {
    State failure = 0;             ///< the longest proper end of this beginning that is a beginning, too
    State ending = 0;              ///< the nearest state on the way of failures, this one included, where a name ends
    std::uint32_t first_edge = 0;  ///< its edges end where those of the next state begin
    Name name = 0;
  };
  struct Edge {
    Word word;
    State to;
  };
  struct EdgeHash {
    std::size_t operator()(std::uint64_t edge) const { return XXH3_64bits(&edge, sizeof edge); }
  };

  State child(State state, Word word) const;

  std::vector<Node> nodes_ = std::vector<Node>(1);          ///< by state; once finished, with one more behind the last
  std::vector<Edge> edges_;                                 ///< by state, then by word; those of state 0 are in `first_`
  std::vector<State> first_;                                ///< by word; as long as to have all words of names
  std::vector<std::uint32_t> sizes_ = {0};                  ///< by name
  tsl::robin_map<std::uint64_t, State, EdgeHash> growing_;  ///< (state, word) -> state, until `finish`
};

}  // namespace musclekg
