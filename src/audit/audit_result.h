// What an audit of tables found, as plain data.

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "link/sssom.h"

namespace musclekg {

/// What can be wrong. The order is that of the README's table.
enum class AuditRule : std::uint8_t {
  MalformedId,
  PaddedId,
  UnknownId,
  ObsoleteId,
  LabelMismatch,
  MisspeltName,
  WholeForPart,
  LabelDiffers,
  WrongKind,
  WrongParent,
  Bridge,
  TwoIds,
  OneId,
  MissingId,
  DuplicateRow,
  Count
};
inline constexpr std::size_t kAuditRules = static_cast<std::size_t>(AuditRule::Count);

struct AuditRuleRow {
  AuditRule rule;
  std::string_view name;     ///< stable
  std::string_view meaning;  ///< in a line
};

/// All rules, in the order of AuditRule.
std::span<const AuditRuleRow> audit_rules();
inline std::string_view name_of(AuditRule rule) { return audit_rules()[static_cast<std::size_t>(rule)].name; }

/// Error: the id is not right. Warning: it hardly is, or something is to be decided. Note: it may stay as it is.
enum class AuditLevel : std::uint8_t { Error, Warning, Note };
inline constexpr std::size_t kAuditLevels = 3;
std::string_view name_of(AuditLevel level);

/// What is said of one content, at however many places it stands.
struct Judgement {
  AuditRule rule;
  AuditLevel level;
  std::string given;
  std::string found;  ///< what should stand there; several are parted by '|'; empty where that is not known
  std::string why;    ///< a sentence
};

/// A cell, or with column 0 a whole row.
struct AuditPlace {
  std::uint32_t file = 0;    ///< of AuditResult::files
  std::uint32_t line = 0;    ///< where the cell begins, from 1
  std::uint32_t column = 0;  ///< its number, from 1
};

struct Correction {
  AuditPlace where;
  std::uint32_t judgement = 0;  ///< of AuditResult::judgements
};

/// A table that was audited. A name is what a row says of one structure: words and id.
struct AuditedFile {
  std::string name;
  std::vector<std::string> columns;  ///< their names, trimmed
  std::size_t rows = 0, refused = 0;
  std::size_t names = 0;  ///< in all rows
  std::size_t with_id = 0;
  std::size_t rows_without_id = 0;  ///< rows in which some name has no id
  std::size_t not_audited = 0;      ///< their ids are of ontologies of which no term is loaded
  std::size_t right = 0;            ///< their ids have no finding but notes, and slips in the name or label beside them
  std::array<std::array<std::size_t, kAuditLevels>, kAuditRules> findings{};
};

/// One name with several ids, or one id with several names.
struct SharedName {
  AuditRule rule;
  AuditLevel level;
  std::vector<std::string> ids, names;
  std::vector<AuditPlace> places;  ///< the first `kMostPlaces` of them
  std::size_t place_count = 0;
};
inline constexpr std::size_t kMostPlaces = 100;

struct DuplicateRow {
  AuditPlace where;
  std::uint32_t first_line = 0;
};

/// A name that no ontology has, as a term that could be made.
struct NewTerm {
  std::string id;  ///< "mkt:hook-of-hamate"
  std::string label;
  std::string parent;     ///< id of a class it is a kind of; may be empty
  std::string whole;      ///< id of what it is part of; may be empty
  std::string branch_of;  ///< id of the nerve or vessel it branches from; may be empty
  std::string words;      ///< the author's
  std::string listed_under;
  std::string candidates;
  AuditPlace where;  ///< the first
  std::size_t places = 0;
};

struct AuditResult {
  std::vector<AuditedFile> files;  ///< in the order they were read
  std::vector<Judgement> judgements;
  std::vector<Correction> corrections;  ///< by file name, line, column, rule
  std::vector<DuplicateRow> duplicates;
  std::vector<SharedName> shared;  ///< by rule, then name
  std::vector<SssomRow> mapping;
  std::vector<NewTerm> new_terms;  ///< by id
  std::size_t distinct = 0;        ///< names that differ
};

}  // namespace musclekg
