// What stands around the anatomy on a page: its references, who wrote it, what it claims of the clinic, how the muscle is felt.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "extract/claim_cues.h"
#include "extract/credits.h"
#include "extract/page_facts.h"
#include "extract/sentence.h"
#include "extract/study_designs.h"
#include "model/page.h"

namespace musclekg {

/// Cue words of claims, designs of studies and roles of contributors, from `page-claims.tsv`, `page-designs.tsv` and `page-credits.tsv`.
/// Faults in the tables are reported.
class PageMatter {
 public:
  PageMatter(const std::string& folder, Diagnostics& diagnostics);

  /// Whether a block is an entry of a list of references: numbered ("1. 1.0 1.1 |", "[1]", "^ a b") or with the form of a citation
  /// (authors, year, journal). `in_list`: it stands under a heading that announces references, or behind another entry; then less is
  /// enough.
  bool is_reference(const Block& block, bool in_list) const;

  /// The entry's parts, as far as its words tell them; `counted`: the number of the entry when it does not say it itself.
  PageReference reference_of(const Block& block, std::uint32_t counted) const;

  /// The same of a note, whose citation template, if there is one, is taken argument by argument.
  PageReference reference_of(const Note& note) const;

  /// The contributors that a line names ("Original Editor - Evan Thomas", "By Jane Doe and Max Roe, reviewed by ..."); none when it names
  /// none.
  std::vector<PageContributor> contributors_of(const Block& block) const;

  /// A sentence of a clinical part as a claim; what it is about is left empty but for `disputes`, whose words are filled in.
  ClinicalClaim claim_of(const Page& page, const Sentence& sentence) const;

  /// Whether a sentence says how the muscle is felt under the skin.
  bool is_palpation(std::string_view words) const;

 private:
  StudyDesigns designs_;
  ClaimCues claims_;
  Credits credits_;
};

}  // namespace musclekg
