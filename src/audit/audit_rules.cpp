#include "audit/audit_result.h"

namespace musclekg {

namespace {

constexpr AuditRuleRow kRules[] = {
    {AuditRule::MalformedId, "malformed-id", "the text is no id: no known form, or not the digits that ids of this ontology have"},
    {AuditRule::PaddedId, "padded-id", "blanks stand around the id or the name"},
    {AuditRule::UnknownId, "unknown-id", "the ontology has no such id"},
    {AuditRule::ObsoleteId, "obsolete-id", "the ontology gave the id up, or joined it with another"},
    {AuditRule::LabelMismatch, "label-mismatch", "the author's words, or the label beside the id, are no name of what the id stands for"},
    {AuditRule::MisspeltName, "misspelt-name", "a word of the name is none that the ontologies know, but a slip away from the term's"},
    {AuditRule::WholeForPart, "whole-for-part", "the words name a part or a kind of what the id stands for"},
    {AuditRule::LabelDiffers, "label-differs", "the label beside the id is not the one that the ontology has today"},
    {AuditRule::WrongKind, "wrong-kind", "the id stands for a kind of structure that the column, or the row's own word, does not allow"},
    {AuditRule::WrongParent, "wrong-parent",
     "by is_a and part_of, the ontology does not have the structure within the parent of the table"},
    {AuditRule::Bridge, "bridge", "the id is one of FMA or another ontology, and the one that all others are of has a matching term"},
    {AuditRule::TwoIds, "two-ids", "one name has several ids in the tables"},
    {AuditRule::OneId, "one-id", "one id stands beside several names that are not all names of its term"},
    {AuditRule::MissingId, "missing-id", "a name has no id"},
    {AuditRule::DuplicateRow, "duplicate-row", "a row stands in the table twice"},
};

}  // namespace

std::span<const AuditRuleRow> audit_rules() { return kRules; }

std::string_view name_of(AuditLevel level) {
  constexpr std::string_view kNames[kAuditLevels] = {"error", "warning", "note"};
  return kNames[static_cast<std::size_t>(level)];
}

}  // namespace musclekg
