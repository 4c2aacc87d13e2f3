// Cue words of clinical claims and of palpation.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "extract/cue_words.h"

namespace musclekg {

/// The rows of `page-claims.tsv`.
class ClaimCues {
 public:
  /// Faults in the table are reported.
  ClaimCues(const std::string& path, Diagnostics& diagnostics);

  struct Reading {
    std::string_view kind, stance;  ///< words of the record format; empty where no cue stands in the sentence
    std::vector<std::string> disputes;
  };
  /// What a sentence claims. Linear in it.
  Reading read(std::string_view words) const;

  bool is_palpation(std::string_view words) const;

 private:
  enum class Disputed : std::uint8_t { Nothing, Behind, Before, Gap };
  struct Row {
    CueWords cue;
    std::string_view kind, stance;
    Disputed disputed;
  };
  struct PalpationRow {
    CueWords cue;
    bool felt;
  };

  static std::vector<std::string> disputed_words(std::string_view words, const CueWords::Place& place, Disputed disputed);

  std::vector<Row> rows_;
  std::vector<PalpationRow> palpation_;
};

}  // namespace musclekg
