// What kind of work a reference is, from its own words and form.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "extract/cue_words.h"
#include "extract/reference_parser.h"

namespace musclekg {

/// The rows of `page-designs.tsv`.
class StudyDesigns {
 public:
  /// Faults in the table are reported.
  StudyDesigns(const std::string& path, Diagnostics& diagnostics);

  /// Fills in type and design. Without a title and a journal there is no design; where the form tells no type, there is none.
  void classify(ParsedReference& parsed) const;

 private:
  enum class Place : std::uint8_t { Title, Article, Work, Journal, Any };
  struct Row {
    CueWords cue;
    Place place;
    std::string design, type;
  };
  std::vector<Row> rows_;
};

}  // namespace musclekg
