#include "audit/id_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "audit/term_words.h"
#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::uint32_t kLongestLocal = 31;

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view prefix_of(std::string_view id) { return id.substr(0, id.find(':')); }

std::string joined(const std::vector<std::string>& ids) { return fmt::format("{}", fmt::join(ids, "|")); }

}  // namespace

IdCheck::IdCheck(const LinkTables& tables, const std::vector<std::string>& whole) : tables_(tables) {
  for (TermId term = 0; term < tables_.terms.size(); ++term) {
    if (tables_.terms[term].label.empty()) continue;
    const std::string id = id_of(tables_, term);
    const std::size_t colon = id.find(':');
    if (colon == std::string::npos || id.find("://") != std::string::npos) continue;
    const std::string_view local = std::string_view(id).substr(colon + 1);
    Ontology& ontology = ontologies_[id.substr(0, colon)];
    ontology.lengths |= std::uint32_t{1} << std::min<std::size_t>(local.size(), kLongestLocal);
    ontology.letters |= !all_digits(local);
  }
  for (const std::string& prefix : whole)
    if (const auto found = ontologies_.find(prefix); found != ontologies_.end()) found.value().whole = true;
}

const IdCheck::Ontology* IdCheck::ontology_of(std::string_view prefix) const {
  const auto found = ontologies_.find(prefix);
  return found == ontologies_.end() ? nullptr : &found->second;
}

/// The known id that a text must mean which is none: "UBERON 0001380", "uberon_1380"; an empty text where there is none. Zeros may be
/// missing in front, or, where there are some, be too many.
std::string IdCheck::mended(std::string_view id) const {
  std::size_t letters = 0, digits = id.size();
  while (letters < id.size() && std::isalpha(static_cast<unsigned char>(id[letters])) != 0) ++letters;
  while (digits > letters && std::isdigit(static_cast<unsigned char>(id[digits - 1])) != 0) --digits;
  const std::string_view between = id.substr(letters, digits - letters);
  if (letters == 0 || digits == id.size() || between.find_first_not_of(" \t:_-.") != std::string_view::npos) return {};
  std::string local(id.substr(digits));
  for (const auto& [prefix, ontology] : ontologies_) {
    if (ascii_lower(prefix) != ascii_lower(id.substr(0, letters))) continue;
    const bool shorten = local.front() == '0';
    for (;;) {
      const std::string curie = prefix + ":" + local;
      if (const auto iri = tables_.prefixes.iri_of_id(curie); iri && tables_.terms.find_iri(*iri) != kNoTerm) return curie;
      if (shorten ? local.size() == 1 || local.front() != '0' : local.size() >= kLongestLocal) break;
      shorten ? local.erase(0, 1) : local.insert(0, "0");
    }
  }
  return {};
}

Judgement IdCheck::unknown(const std::string& id, const Ontology& ontology, TermId named) const {
  Judgement judgement{AuditRule::UnknownId, ontology.whole ? AuditLevel::Error : AuditLevel::Note, id, mended(id), {}};
  judgement.why = ontology.whole ? fmt::format("{} has no id {}", prefix_of(id), id)
                                 : fmt::format("{} is not among the terms of {} that are loaded, which are not all", id, prefix_of(id));
  if (named != kNoTerm) {
    judgement.found = id_of(tables_, named);
    judgement.why += fmt::format("; the words are a name of {}", told(tables_, named));
  } else if (!judgement.found.empty()) {
    judgement.why += fmt::format("; {} is there", judgement.found);
  }
  return judgement;
}

Judgement IdCheck::obsolete(const std::string& id, const Term& term, TermId named) const {
  Judgement judgement{AuditRule::ObsoleteId, AuditLevel::Error, id, {}, {}};
  const auto ids_of = [this](const std::vector<std::string>& iris) {
    std::vector<std::string> ids;
    for (const std::string& iri : iris) ids.push_back(tables_.prefixes.id_of(iri));
    return ids;
  };
  std::string label = term.label;
  if (label.starts_with("obsolete ")) label.erase(0, 9);
  judgement.why = fmt::format("{} '{}' is obsolete", id, label);
  if (!term.replaced_by.empty()) {
    judgement.found = joined(ids_of(term.replaced_by));
    judgement.why += ", and replaced";
  } else if (!term.consider.empty()) {
    judgement.found = joined(ids_of(term.consider));
    judgement.why += "; the ontology names what to consider instead";
    if (named != kNoTerm) {
      const std::string only = id_of(tables_, named);
      const std::vector<std::string> all = ids_of(term.consider);
      if (std::find(all.begin(), all.end(), only) != all.end()) {
        judgement.found = only;
        judgement.why += ", and of that the words are a name of " + told(tables_, named);
      }
    }
  } else if (named != kNoTerm) {
    judgement.found = id_of(tables_, named);
    judgement.why += fmt::format(" without a replacement; the words are a name of {}", told(tables_, named));
  } else {
    judgement.why += " without a replacement";
  }
  return judgement;
}

IdVerdict IdCheck::check(std::string_view given, TermId named) const {
  IdVerdict verdict;
  const std::optional<std::string> iri = tables_.prefixes.iri_of_id(given);
  const bool blank = given.find_first_of(" \t\r\n") != std::string_view::npos;
  verdict.id = iri && !blank ? tables_.prefixes.id_of(*iri) : std::string(given);
  if (!iri || blank || !valid_iri(*iri)) {
    verdict.judgements.push_back({AuditRule::MalformedId, AuditLevel::Error, std::string(given), mended(given),
                                  fmt::format("'{}' is no id: one has the form PREFIX:NUMBER, without blanks", given)});
    return verdict;
  }
  const std::string& id = verdict.id;
  const Ontology* const ontology = id.find("://") == std::string::npos ? ontology_of(prefix_of(id)) : nullptr;
  const TermId term = tables_.terms.find_iri(*iri);
  if (term == kNoTerm && ontology == nullptr) {
    if (std::string known = mended(id); !known.empty()) {
      verdict.judgements.push_back({AuditRule::MalformedId, AuditLevel::Error, std::string(given), known,
                                    fmt::format("no prefix is written '{}'; {} is there", prefix_of(id), known)});
      return verdict;
    }
    verdict.standing = IdVerdict::Standing::NotAudited;
    return verdict;
  }
  if (term == kNoTerm) {
    const std::vector<TermId> matching = tables_.terms.matching(*iri);
    const std::string_view local = std::string_view(id).substr(id.find(':') + 1);
    const bool shaped =
        (ontology->letters || all_digits(local)) && (ontology->lengths >> std::min<std::size_t>(local.size(), kLongestLocal) & 1) != 0;
    if (!matching.empty()) {
      verdict.judgements.push_back({AuditRule::Bridge, AuditLevel::Warning, id, ids_of(tables_, matching),
                                    fmt::format("several terms match {}: it does not tell which is meant", id)});
    } else if (!shaped) {
      verdict.judgements.push_back({AuditRule::MalformedId, AuditLevel::Error, std::string(given), mended(id),
                                    fmt::format("no id of {} has the form of '{}'", prefix_of(id), id)});
    } else {
      verdict.judgements.push_back(unknown(id, *ontology, named));
    }
    return verdict;
  }
  const Term& found = tables_.terms[term];
  if (found.obsolete) {
    verdict.judgements.push_back(obsolete(id, found, named));
    return verdict;
  }
  const std::string own = tables_.prefixes.id_of(found.iri);
  if (own != id && prefix_of(own) == prefix_of(id)) {
    verdict.judgements.push_back(
        {AuditRule::ObsoleteId, AuditLevel::Error, id, own, fmt::format("{} was joined with {}", id, told(tables_, term))});
    return verdict;
  }
  verdict.standing = IdVerdict::Standing::Known;
  verdict.term = term;
  verdict.bridged = own != id;
  if (verdict.bridged)
    verdict.judgements.push_back(
        {AuditRule::Bridge, AuditLevel::Note, id, own, fmt::format("{} is matched by {}", id, told(tables_, term))});
  return verdict;
}

}  // namespace musclekg
