// How the tables of an author are read: which columns hold what. Written as YAML by whoever knows the tables.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "model/record_keys.h"

namespace musclekg {

/// The columns that name one structure of a row. Columns are told by their names in the header; an empty name: there is none.
struct StructureColumns {
  std::string name;   ///< what statements call it: "muscle"
  std::string words;  ///< column of the author's words
  std::string label;  ///< column of the label that the ontology gives the id
  std::string id;
  std::string type;            ///< column of the kind, in the words of the table
  std::string slot = "any";    ///< of slots.tsv: which kinds of structure may stand there
  Position where, slot_where;  ///< in the file of the mapping
};

/// What a word for a relation says.
struct RelationMeaning {
  Relation relation = Relation::Count;
  bool turned = false;  ///< of the structure that the statement calls its object: "nerve innervates muscle"
};

/// A word of the tables for a relation; it may say more than one.
struct RelationWord {
  std::string word;
  std::vector<RelationMeaning> meanings;
};

/// A word of the tables for a kind of structure.
struct TypeWord {
  std::string word;
  std::vector<std::string> kinds;  ///< of kinds.tsv
  Position where;
};

/// A statement that each row makes of two of its structures.
struct StatementColumns {
  /// Two structures (subject, object), or a chain: each one that a row names is said of the nearest one before it that it names.
  std::vector<std::uint32_t> structures;
  bool chain = false;
  std::vector<std::string> relation_columns;  ///< the first that is not empty tells the word; none: `meanings`
  std::vector<RelationMeaning> meanings;
  Position where;
};

/// Columns of what a row cites.
struct ReferenceColumns {
  std::string words, id, note;
};

/// A line above the header that says something of the table itself.
struct AboutLine {
  enum class Key : std::uint8_t { Title, Authors, AuthorIds, Reviewers, ReviewerIds, Publications, Doi, Date, Version, Count };
  Key key = Key::Count;
  std::string first_cell;  ///< the line that begins with this cell; what it says is in the next one
  std::uint32_t line = 0;  ///< or the number of the line, from 1, whose first cell says it; 0: none
};

/// How the tables of one form are read.
struct TableColumns {
  std::string name;                        ///< part of IRIs: letters, digits and '-'
  std::vector<std::string> recognised_by;  ///< columns that the header must have
  std::string title_has;                   ///< words that a line above the header must have; empty: none
  std::uint32_t skip = 0;                  ///< lines above the header, where `skip_given`
  bool skip_given = false;                 ///< otherwise the header is the first line that has all of `recognised_by`
  std::vector<AboutLine> about;
  std::vector<StructureColumns> structures;
  std::vector<StatementColumns> statements;
  std::vector<ReferenceColumns> references;
  std::vector<std::string> kept;  ///< columns that are kept as they are and say nothing; "CT/*" stands for all that begin so
  Position where;
};

/// A mapping file.
struct ColumnMapping {
  std::string file;
  std::string name;     ///< of the graph that is made: letters, digits and '-'
  std::string title;    ///< of the same; may be empty
  std::string licence;  ///< IRI, of the tables; may be empty
  std::vector<RelationWord> relations;
  std::vector<TypeWord> types;
  std::vector<TableColumns> tables;

  /// The word of the tables, or nullptr.
  const RelationWord* relation(std::string_view word) const {
    for (const RelationWord& row : relations)
      if (row.word == word) return &row;
    return nullptr;
  }
  const TypeWord* type(std::string_view word) const {
    for (const TypeWord& row : types)
      if (row.word == word) return &row;
    return nullptr;
  }
};

}  // namespace musclekg
