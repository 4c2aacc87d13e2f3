// What is told of an author's table: where it comes from, whom it cites, and its rows, cell by cell.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "map/profile.h"
#include "map/statements.h"
#include "model/quote.h"
#include "model/table.h"
#include "rdf/node.h"

namespace musclekg {

/// Tells of one table after the other. The source (a prov:Entity with title, version, DOI, date, authors and licence) and what it cites
/// go into the graph of the profile source; rows and cells (csvw:Table, csvw:Column, csvw:Row; a cell is a statement whose predicate is
/// the column) into that of the profile rows. Cells stand as they were written, those above the header and rejected rows, too: a table
/// can be written again from its rows.
class TableNodes {
 public:
  TableNodes(std::string_view base, ProfileSet profiles, NodeTable& nodes, NodeTable& scoped);

  /// Begins a table, called `name` in IRIs, which was read from `text`. `graphs`: of the output.
  void begin(const TableHead& head, std::string name, const SourceText& text, const GraphNodes& graphs);

  /// The source; and the licence of the mapping, or nullptr. They last.
  const Node* source() const { return source_; }
  const Node* licence() const { return licence_; }
  const std::string& name() const { return name_; }

  /// The node of a row, where rows are told; otherwise nullptr.
  const Node* row(std::uint32_t number);

  void tell_table(Statements& statements);

  /// `rejected`: why nothing of the row was exported; empty where something was, and for the lines up to the header.
  void tell_row(const TableRow& row, std::string_view rejected, Statements& statements);

  void tell_reference(const TableReference& reference, Statements& statements);

 private:
  void tell_people(AboutLine::Key names, AboutLine::Key ids, const Node* predicate, Statements& statements);
  void tell_column(Statements& statements);
  std::string_view about(AboutLine::Key key) const;
  bool wants(Profile profile) const { return contains(profiles_, profile); }

  std::string base_;
  ProfileSet profiles_;
  NodeTable& nodes_;
  NodeTable& scoped_;
  TableHead head_;
  std::string name_, file_, text_;
  const Node *source_ = nullptr, *licence_ = nullptr;
  const Node *source_graph_ = nullptr, *rows_graph_ = nullptr;
  std::vector<const Node*> columns_;
  std::string scratch_;

  struct Vocabulary {
    const Node *type, *entity, *title, *version, *doi, *url, *issued, *date_type, *creator, *contributor, *person, *person_name, *licence,
        *references, *number, *citation, *description, *table, *column, *row, *column_name, *position, *file, *header_row, *part_of,
        *row_number, *rejected, *integer;
  } v_;
};

/// "June 15, 2026" and "15 June 2026" as "2026-06-15"; a date that is so written already as it is; empty where it is no day.
std::string iso_date_of(std::string_view text);

}  // namespace musclekg
