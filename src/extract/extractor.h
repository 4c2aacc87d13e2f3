// From a page to the facts that it states of its muscle.

#pragma once

#include <memory>
#include <string>

#include "base/diagnostics.h"
#include "extract/action_names.h"
#include "extract/cue_table.h"
#include "extract/lexicon.h"
#include "extract/muscle_names.h"
#include "extract/page_facts.h"
#include "extract/page_matter.h"
#include "extract/structure_names.h"
#include "extract/topic_words.h"
#include "link/linker.h"

namespace musclekg {

/// What the extraction knows besides the linker's tables: `page-*.tsv` of the folder of data. Faults in them are reported.
struct ExtractTables {
  ExtractTables(const std::string& folder, const LinkTables& link, Diagnostics& diagnostics);
  ExtractTables(const ExtractTables&) = delete;

  const LinkTables& link;
  Lexicon lexicon;
  CueTable cues;
  TopicWords topics;
  MuscleNames muscles;
  PageMatter matter;
};

/// Reads pages by written rules: sections (see sections.h), sentences, cues, lists of names, actions. The same page always gives the same
/// facts. Linear in the page: a sentence of more than kLongestSentence tokens is read in pieces.
///
/// Not for several threads: the tables remember words.
class Extractor {
 public:
  explicit Extractor(ExtractTables& tables) : tables_(tables) {}

  PageFacts extract(const Page& page);

 private:
  ExtractTables& tables_;
};

inline constexpr std::size_t kLongestSentence = 400;

}  // namespace musclekg
