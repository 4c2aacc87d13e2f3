// Any bytes for the reader of column mappings: what it gives without a finding is whole.

#include "fuzz.h"
#include "read/column_mapping.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace musclekg;
  static fuzz::MemoryFile file;
  Diagnostics diagnostics;
  try {
    const ColumnMapping mapping = read_column_mapping(file.put(fuzz::view(data, size)), diagnostics);
    if (diagnostics.count(Severity::Error) > 0) return 0;
    fuzz::must(!mapping.name.empty(), "a mapping has a name");
    for (const TableColumns& table : mapping.tables) {
      fuzz::must(!table.name.empty() && !table.recognised_by.empty(), "a table has a name and is recognised");
      for (const StructureColumns& structure : table.structures) fuzz::must(!structure.words.empty(), "a structure has words");
      for (const StatementColumns& statement : table.statements) {
        fuzz::must(statement.structures.size() >= 2, "a statement is of two structures");
        fuzz::must(statement.meanings.empty() != statement.relation_columns.empty(), "a statement has one relation");
        for (const std::uint32_t structure : statement.structures) fuzz::must(structure < table.structures.size(), "a structure is there");
      }
    }
  } catch (const Failure&) {  // too large, or too many aliases
  }
  return 0;
}
