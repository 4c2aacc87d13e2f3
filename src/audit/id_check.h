// Whether an id is one: its form, whether an ontology has it, and whether it is still used.

#pragma once

#include <tsl/robin_map.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/audit_result.h"
#include "link/linker.h"

namespace musclekg {

/// What an id was found to be.
struct IdVerdict {
  enum class Standing : std::uint8_t {
    NotAudited,  ///< of an ontology of which nothing is loaded
    Known,       ///< of a living term
    Wrong        ///< see `judgements`
  };
  Standing standing = Standing::Wrong;
  std::string id;         ///< as a CURIE where it has one
  TermId term = kNoTerm;  ///< of a known id; the one that matches it where it is of another ontology
  bool bridged = false;   ///< the id is of another ontology than the term
  std::vector<Judgement> judgements;
};

/// Learns from the loaded terms which ontologies there are, and how many digits their ids have.
class IdCheck {
 public:
  /// `whole`: prefixes of ontologies that are loaded whole; an id of theirs that is not there does not exist.
  IdCheck(const LinkTables& tables, const std::vector<std::string>& whole);

  /// `id` is trimmed and not empty. `named`: the one term that has the author's words, or kNoTerm: an unknown id may be a slip.
  IdVerdict check(std::string_view id, TermId named) const;

 private:
  struct Ontology {
    std::uint32_t lengths = 0;  ///< bit n: an id has n characters behind the colon
    bool letters = false;       ///< not only digits
    bool whole = false;
  };

  const Ontology* ontology_of(std::string_view prefix) const;
  std::string mended(std::string_view id) const;
  Judgement unknown(const std::string& id, const Ontology& ontology, TermId named) const;
  Judgement obsolete(const std::string& id, const Term& term, TermId named) const;

  const LinkTables& tables_;
  tsl::robin_map<std::string, Ontology, TextHash, std::equal_to<>> ontologies_;  ///< by prefix
};

}  // namespace musclekg
