// The words that generated pages are made of: the project's own.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/knowledge.h"
#include "model/page.h"

namespace musclekg {

/// No list is empty.
struct PageWords {
  /// Words that announce a fact, and one that may have to follow them: "arises", "from".
  struct Cue {
    std::string text;
    std::vector<std::string> introducers;
  };

  std::vector<std::string> muscles, attachments, nerves, arteries, joints;                        ///< names of terms, by the slots they fit
  std::vector<std::string> movements;                                                             ///< "flexion"
  std::vector<Cue> origin, insertion, innervation, artery, action, group, synergist, antagonist;  ///< of `page-cues.tsv`
  std::vector<std::string> headings[static_cast<std::size_t>(Topic::Count)];  ///< of `page-headings.tsv`, by what they announce
  std::vector<std::string> others;  ///< words of clinical matters, exercises and the like, of `page-topics.tsv`
};

/// Throws Failure when a table cannot be read.
PageWords page_words(const Knowledge& knowledge);

}  // namespace musclekg
