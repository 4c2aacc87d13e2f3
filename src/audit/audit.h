// Audits the ids in tables of authors: rows in, findings out.

#pragma once

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "audit/audit_result.h"
#include "audit/id_check.h"
#include "audit/name_check.h"
#include "audit/parent_check.h"
#include "base/hash.h"
#include "link/linker.h"
#include "model/column_mapping.h"
#include "model/table.h"

namespace musclekg {

/// Judges each name that rows give a structure: its words, its label, its id and its parent. What is said twice is judged once, and
/// reported wherever it stands.
///
///     add(row) -> structures -> distinct names -> IdCheck -> NameCheck -> ParentCheck -> judgements
///     finish()                                 -> names with several ids, ids with several names -> AuditResult
///
/// Time is linear in the rows. Memory is that of the distinct names, about 40 bytes for each row, and 16 for each name in it and
/// each finding.
class Audit {
 public:
  /// Makes a row of a mapping set of words in a slot and their link.
  using RowOfLink = std::function<SssomRow(std::string_view words, std::string_view slot, const Link& link)>;

  /// `whole`: see IdCheck. What the tables refer to lives as long as the audit.
  Audit(LinkTables tables, RowOfLink row_of_link, const std::vector<std::string>& whole);
  Audit(const Audit&) = delete;

  /// The rows that follow are of this table. Its mapping must live as long as they come.
  void begin_table(const TableHead& head);

  /// A row below the header.
  void add(const TableRow& row);

  /// A row that could not be read.
  void refuse(const TableRow& row);

  /// To be called once, at the end.
  AuditResult finish();

 private:
  /// A name as it stands in tables; its texts are the audit's own.
  struct Name {
    std::string words, label, id, type;
    const SlotTable::Slot* slot = nullptr;
    KindSet type_kinds = 0;
    IdVerdict verdict;
    TermId missing = kNoTerm;  ///< of a name without id: the one term that has it
    bool right = false;        ///< nothing is wrong with the id itself
    bool words_fit = false;    ///< the words are a name of the id's term
    std::uint32_t parent = 0;  ///< number of the name it was first listed under, from 1; 0: none
    std::uint32_t first = 0;   ///< number of its first occurrence
    std::uint32_t count = 0;   ///< of its occurrences
    std::vector<std::uint32_t> judgements;
    std::vector<std::uint32_t> shared;  ///< numbers in AuditResult::shared, until these are sorted
  };

  /// A name in a row. The columns are those of its structure in its file.
  struct Occurrence {
    std::uint32_t name = 0;
    std::uint32_t file = 0;
    std::uint32_t line = 0;
    std::uint32_t structure = 0;  ///< of `structures_`
  };

  /// Columns of a structure of a table, from 1; 0: it has none.
  struct Columns {
    std::uint32_t words = 0, label = 0, id = 0;
  };

  /// A statement of the table that tells what it lists under what.
  struct Listing {
    const StatementColumns* statement;
    std::vector<std::uint32_t> relation_columns;  ///< their numbers, from 1; 0: the table has none of the name
  };

  /// Where the cells of a row stood first.
  struct FirstRow {
    std::uint32_t line = 0;
    std::uint32_t judgement = 0;  ///< of the rows that repeat it, from 1; 0: none does
  };

  /// A parent that the ontologies do not know.
  struct DoubtedParent {
    TermId child, parent;
    std::uint32_t heading = 0;  ///< the structure that the parent is, of `structures_`
    std::uint32_t judgement = 0;
  };

  std::uint32_t name_of_structure(const NamedStructure& structure);
  void judge(Name& name);
  void judge_missing(Name& name);
  std::uint32_t keep(Judgement&& judgement);
  void check_padding(const TableRow& row, const NamedStructure& structure);
  void check_parents(const TableRow& row);
  void list(const TableRow& row, std::uint32_t child, std::uint32_t parent);
  void drop_coarse_headings();
  void doubt_headings();
  AuditPlace place_of(const Occurrence& occurrence, AuditRule rule) const;
  void correct_occurrences();
  void find_two_ids();
  void find_one_id();
  void share_ids(const std::vector<std::uint32_t>& group);
  void share_names(const std::vector<std::uint32_t>& group);
  void count_and_sort();
  void make_mapping();
  void make_new_terms();
  std::string root_of(std::string_view kind) const;
  std::string parent_of(const Name& name, const Link& link) const;

  LinkTables tables_;
  Linker linker_;
  RowOfLink row_of_link_;
  IdCheck ids_;
  NameCheck name_check_;
  ParentCheck parents_;
  AuditResult result_;

  const ColumnMapping* mapping_ = nullptr;
  std::vector<Listing> listings_;
  std::uint32_t first_structure_ = 0;  ///< of the table, in `structures_`
  std::vector<Columns> structures_;
  std::vector<std::uint32_t> row_names_;  ///< by structure of the row: number of the name, from 1; 0: none

  std::vector<std::unique_ptr<Name>> names_;
  tsl::robin_map<Fingerprint, std::uint32_t, FingerprintHash> by_content_;
  tsl::robin_map<Fingerprint, std::uint32_t, FingerprintHash> judged_parents_;  ///< judgement, from 1; 0: right
  tsl::robin_map<Fingerprint, std::uint32_t, FingerprintHash> judged_padding_;
  tsl::robin_map<Fingerprint, FirstRow, FingerprintHash> rows_;  ///< of the table
  std::vector<Occurrence> occurrences_;
  std::vector<tsl::robin_set<TermId>> headings_;  ///< by structure of a table: the terms that something is listed under
  std::vector<DoubtedParent> doubted_;
  std::string scratch_;
};

}  // namespace musclekg
