#include "read/table_records.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "read/quoted_source.h"

namespace musclekg {

namespace {

constexpr char kSeparator = '\x1F';

const TableCell* cell_of(const TableRow& row, std::uint32_t column) {
  return column == 0 || column > row.cells.size() ? nullptr : &row.cells[column - 1];
}

std::string_view text_of(const TableRow& row, std::uint32_t column) {
  const TableCell* const cell = cell_of(row, column);
  return cell == nullptr ? std::string_view() : trim(cell->text);
}

/// What a structure is called: the author's words; else its label; else the id itself.
const TableCell& name_of(const NamedStructure& structure) {
  if (!structure.words.text.empty()) return structure.words;
  return structure.label.text.empty() ? structure.id : structure.label;
}

}  // namespace

TableRecords::TableRecords(const TableHead& head, std::string_view name, Diagnostics& diagnostics)
    : head_(head), name_(name), diagnostics_(diagnostics) {
  for (const StatementColumns& statement : head.columns->statements) {
    auto& columns = relation_columns_.emplace_back();
    for (const std::string& column : statement.relation_columns) columns.push_back(head.column(column));
  }
  for (const ReferenceColumns& reference : head.columns->references)
    reference_columns_.push_back({head.column(reference.words), head.column(reference.id), head.column(reference.note)});
}

bool TableRecords::make(const TableRow& row) {
  made_.clear();
  records_.clear();
  new_references_.clear();
  fault_.clear();
  const bool named = std::any_of(row.structures.begin(), row.structures.end(), [](const NamedStructure& one) { return !one.empty(); });
  if (!named) refuse(row.where, "the row names no structure", "name one in a column of the mapping, or leave the row out");
  for (std::size_t i = 0; named && i < head_.columns->statements.size(); ++i)
    if (!state(row, i)) break;
  if (fault_.empty()) {
    cite(row);
    build(row);
  }
  remember(row);
  return fault_.empty();
}

void TableRecords::refuse(Position where, std::string text, std::string hint) {
  fault_ = fmt::format("{} [table-row]", text);
  diagnostics_.error({head_.file, where}, "table-row", std::move(text), std::move(hint));
}

/// Makes one statement of the mapping. False where it cannot be read.
bool TableRecords::state(const TableRow& row, std::size_t index) {
  const StatementColumns& statement = head_.columns->statements[index];
  if (statement.chain) {
    std::uint32_t above = 0;
    bool any = false;
    for (const std::uint32_t structure : statement.structures) {
      if (row.structures[structure].empty()) continue;
      if (any && !repeats(row, structure, above)) state(structure, above, statement.meanings);
      above = structure;
      any = true;
    }
    return true;
  }
  const std::uint32_t subject = statement.structures[0], object = statement.structures[1];
  const bool whole = !row.structures[subject].empty() && !row.structures[object].empty();
  if (statement.relation_columns.empty()) {
    if (whole && !repeats(row, subject, object)) state(subject, object, statement.meanings);
    return true;
  }
  const std::vector<RelationMeaning>* const meanings = relation_of(row, index);
  if (!fault_.empty()) return false;
  if (meanings != nullptr && !whole) {
    const auto& missing = row.structures[row.structures[subject].empty() ? subject : object];
    refuse(row.where, fmt::format("the row says a relation, but names no '{}'", missing.columns->name),
           fmt::format("fill the column '{}'", missing.columns->words));
  } else if (meanings == nullptr && whole) {
    refuse(row.where,
           fmt::format("the row names '{}' and '{}', and no relation", name_of(row.structures[subject]).text,
                       name_of(row.structures[object]).text),
           fmt::format("fill the column '{}'", statement.relation_columns.front()));
  } else if (whole) {
    state(subject, object, *meanings);
  }
  return fault_.empty();
}

void TableRecords::state(std::uint32_t subject, std::uint32_t object, const std::vector<RelationMeaning>& meanings) {
  for (const RelationMeaning& meaning : meanings)
    made_.push_back(meaning.turned ? Made{object, subject, meaning.relation} : Made{subject, object, meaning.relation});
}

/// What the first cell that tells a relation says; nullptr where none does, or it is a word that the mapping does not have.
const std::vector<RelationMeaning>* TableRecords::relation_of(const TableRow& row, std::size_t statement) {
  for (const std::uint32_t column : relation_columns_[statement]) {
    const std::string_view word = text_of(row, column);
    if (word.empty()) continue;
    if (const RelationWord* known = head_.mapping->relation(word)) return &known->meanings;
    std::vector<std::string_view> words;
    for (const RelationWord& one : head_.mapping->relations) words.push_back(one.word);
    const auto near = nearest(word, words);
    refuse(cell_of(row, column)->where, fmt::format("'{}' is no word for a relation in {}", word, name_in_graph(head_.mapping->file)),
           near ? fmt::format("did you mean '{}'?", *near) : "add it under 'relations'");
    return nullptr;
  }
  return nullptr;
}

bool TableRecords::repeats(const TableRow& row, std::uint32_t first, std::uint32_t second) const {
  if (before_.empty()) return false;
  const auto same = [&](std::uint32_t index) {
    return before_[index].first == row.structures[index].words.text && before_[index].second == row.structures[index].id.text;
  };
  return same(first) && same(second);
}

void TableRecords::remember(const TableRow& row) {
  before_.resize(row.structures.size());
  for (std::size_t i = 0; i < before_.size(); ++i) {
    before_[i].first.assign(row.structures[i].words.text);
    before_[i].second.assign(row.structures[i].id.text);
  }
}

void TableRecords::cite(const TableRow& row) {
  cited_.clear();
  for (const auto& columns : reference_columns_) {
    TableReference reference{0, text_of(row, columns[0]), text_of(row, columns[1]), text_of(row, columns[2])};
    if (reference.words.empty() && reference.id.empty()) continue;
    const Fingerprint key = fingerprint(fmt::format("{}{}{}{}{}", reference.words, kSeparator, reference.id, kSeparator, reference.note));
    const auto [known, added] = known_references_.try_emplace(key, static_cast<std::uint32_t>(numbers_.size() + 1));
    reference.number = known->second;
    if (added) {
      numbers_.emplace_back(fmt::format_int(reference.number).str());
      new_references_.push_back(reference);
    }
    if (std::find(cited_.begin(), cited_.end(), reference.number) == cited_.end()) cited_.push_back(reference.number);
  }
}

Field TableRecords::field_of(const NamedStructure& structure, Relation relation, std::uint32_t parent) const {
  const TableCell& name = name_of(structure);
  Field field{relation, parent, 0, name.text, structure.id.text, name.where, structure.id.where};
  field.cell = name.column;
  return field;
}

Record& TableRecords::add_record(const TableRow& row, const NamedStructure& subject) {
  const TypeWord* const type = subject.type.text.empty() ? nullptr : head_.mapping->type(subject.type.text);
  const bool muscle = subject.columns->slot == "muscle" ||
                      (type != nullptr && std::find(type->kinds.begin(), type->kinds.end(), "muscle") != type->kinds.end());
  Record& record = records_.emplace_back();
  record.file = head_.file;
  record.where = row.where;
  record.row = row.number;
  record.table = name_;
  record.fields.push_back(field_of(subject, muscle ? Relation::Muscle : Relation::Structure, kNoParent));
  return record;
}

/// Puts together what is said of the same structure. A row of which nothing is said still tells that there is what it names last.
void TableRecords::build(const TableRow& row) {
  for (std::size_t i = 0; i < made_.size(); ++i) {
    const std::uint32_t subject = made_[i].subject;
    const auto of_subject = [&](const Made& made) { return made.subject == subject; };
    if (std::any_of(made_.begin(), made_.begin() + static_cast<std::ptrdiff_t>(i), of_subject)) continue;
    std::vector<Field>& fields = add_record(row, row.structures[subject]).fields;
    for (std::size_t next = i; next < made_.size(); ++next) {
      if (!of_subject(made_[next])) continue;
      const auto index = static_cast<std::uint32_t>(fields.size());
      fields.push_back(field_of(row.structures[made_[next].object], made_[next].relation, 0));
      for (const std::uint32_t number : cited_) {
        const auto own = static_cast<std::uint32_t>(fields.size());
        fields.push_back({Relation::Cites, index, own + 1, numbers_[number - 1], {}, row.where, {}});
      }
      fields[index].end = static_cast<std::uint32_t>(fields.size());
    }
    fields.front().end = static_cast<std::uint32_t>(fields.size());
  }
  if (!made_.empty()) return;
  const auto last = std::find_if(row.structures.rbegin(), row.structures.rend(), [](const NamedStructure& one) { return !one.empty(); });
  add_record(row, *last).fields.front().end = 1;
}

}  // namespace musclekg
