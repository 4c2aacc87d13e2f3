#include "audit/audit.h"

#include <fmt/format.h>

#include <algorithm>

#include "audit/term_words.h"
#include "base/text.h"

namespace musclekg {

namespace {

bool lists(const std::vector<RelationMeaning>& meanings) {
  return std::any_of(meanings.begin(), meanings.end(), [](const RelationMeaning& meaning) {
    return meaning.relation == Relation::ListedUnder || meaning.relation == Relation::PartOf;
  });
}

}  // namespace

Audit::Audit(LinkTables tables, RowOfLink row_of_link, const std::vector<std::string>& whole)
    : tables_(std::move(tables)),
      linker_(tables_),
      row_of_link_(std::move(row_of_link)),
      ids_(tables_, whole),
      name_check_(tables_, linker_),
      parents_(tables_) {}

void Audit::begin_table(const TableHead& head) {
  AuditedFile& file = result_.files.emplace_back();
  file.name = head.file;
  file.columns = head.names;
  mapping_ = head.mapping;
  rows_.clear();
  first_structure_ = static_cast<std::uint32_t>(structures_.size());
  for (const StructureColumns& structure : head.columns->structures)
    structures_.push_back({head.column(structure.words), head.column(structure.label), head.column(structure.id)});
  headings_.resize(structures_.size());
  listings_.clear();
  for (const StatementColumns& statement : head.columns->statements) {
    if (statement.relation_columns.empty() && !lists(statement.meanings)) continue;
    Listing& listing = listings_.emplace_back();
    listing.statement = &statement;
    for (const std::string& column : statement.relation_columns) listing.relation_columns.push_back(head.column(column));
  }
}

void Audit::refuse(const TableRow&) {
  ++result_.files.back().rows;
  ++result_.files.back().refused;
}

void Audit::add(const TableRow& row) {
  ++result_.files.back().rows;
  scratch_.clear();
  for (const TableCell& cell : row.cells) scratch_.append(trim(cell.text)).append(1, '\x1F');
  scratch_.erase(scratch_.find_last_not_of('\x1F') + 1);  // cells without a word at the end may be missing
  if (scratch_.empty()) return;
  const auto file = static_cast<std::uint32_t>(result_.files.size() - 1);
  auto [first, is_new] = rows_.emplace(fingerprint(scratch_), FirstRow{row.where.line, 0});
  if (!is_new) {
    std::uint32_t& judgement = first.value().judgement;
    if (judgement == 0)
      judgement = keep({AuditRule::DuplicateRow,
                        AuditLevel::Warning,
                        {},
                        {},
                        fmt::format("all its cells are those of line {}", first->second.line)}) +
                  1;
    result_.duplicates.push_back({{file, row.where.line, 0}, first->second.line});
    result_.corrections.push_back({{file, row.where.line, 0}, judgement - 1});
  }
  row_names_.assign(row.structures.size(), 0);
  bool without_id = false;
  for (std::uint32_t at = 0; at < row.structures.size(); ++at) {
    const NamedStructure& structure = row.structures[at];
    if (structure.empty()) continue;
    const std::uint32_t number = name_of_structure(structure);
    row_names_[at] = number + 1;
    without_id |= structure.id.text.empty();
    Name& name = *names_[number];
    if (name.count++ == 0) name.first = static_cast<std::uint32_t>(occurrences_.size());
    const std::uint32_t line = structure.id.column != 0 ? structure.id.where.line : structure.words.where.line;
    occurrences_.push_back({number, file, line != 0 ? line : row.where.line, first_structure_ + at});
    check_padding(row, structure);
  }
  if (without_id) ++result_.files.back().rows_without_id;
  check_parents(row);
}

/// The number of the name, which is judged when it is met first.
std::uint32_t Audit::name_of_structure(const NamedStructure& structure) {
  const std::string_view slot = structure.columns == nullptr ? std::string_view("any") : std::string_view(structure.columns->slot);
  scratch_.clear();
  for (const std::string_view part : {structure.words.text, structure.label.text, structure.id.text, structure.type.text, slot})
    scratch_.append(part).append(1, '\x1F');
  const auto [found, is_new] = by_content_.emplace(fingerprint(scratch_), static_cast<std::uint32_t>(names_.size()));
  if (!is_new) return found->second;
  const std::uint32_t number = found->second;
  Name& name = *names_.emplace_back(std::make_unique<Name>());
  name.words = structure.words.text;
  name.label = structure.label.text;
  name.id = structure.id.text;
  name.type = structure.type.text;
  name.slot = tables_.slots.find(slot);
  if (name.slot == nullptr) name.slot = linker_.slots().any;
  if (const TypeWord* type = name.type.empty() ? nullptr : mapping_->type(name.type))
    for (const std::string& kind : type->kinds) name.type_kinds |= tables_.kinds.bit(kind);
  judge(name);
  linker_.forget_if_full();
  return number;
}

std::uint32_t Audit::keep(Judgement&& judgement) {
  result_.judgements.push_back(std::move(judgement));
  return static_cast<std::uint32_t>(result_.judgements.size() - 1);
}

void Audit::judge(Name& name) {
  if (name.id.empty()) {
    judge_missing(name);
    return;
  }
  name.verdict = ids_.check(name.id, name_check_.named_by(*name.slot, name.words));
  std::vector<Judgement> judgements = std::move(name.verdict.judgements);
  if (name.verdict.standing == IdVerdict::Standing::Known) {
    const NamedAs as{name.words, name.label, name.id, name.slot, name.type, name.type_kinds};
    for (Judgement& judgement : name_check_.check(as, name.verdict.id, name.verdict.term, name.verdict.bridged))
      judgements.push_back(std::move(judgement));
    name.words_fit =
        name.words.empty() ||
        std::any_of(judgements.begin(), judgements.end(), [](const Judgement& one) { return one.rule == AuditRule::MisspeltName; }) ||
        name_check_.fits(name.verdict.term, *name.slot, name.words);
    name.right = std::all_of(judgements.begin(), judgements.end(), [](const Judgement& one) {
      return one.level == AuditLevel::Note || one.rule == AuditRule::MisspeltName || one.rule == AuditRule::LabelDiffers;
    });
  }
  for (Judgement& judgement : judgements) {
    if (judgement.rule != AuditRule::LabelDiffers && judgement.rule != AuditRule::MisspeltName) judgement.given = name.id;
    name.judgements.push_back(keep(std::move(judgement)));
  }
}

/// A term that has the name, but is of another kind than the row says, is a candidate only.
void Audit::judge_missing(Name& name) {
  Mention mention;
  mention.name = name.words;
  const Link link = linker_.link(*name.slot, mention);
  Judgement judgement{AuditRule::MissingId, AuditLevel::Warning, {}, {}, {}};
  if (link.term != kNoTerm) {
    name.missing = link.term;
    const KindSet kinds = tables_.terms[link.term].kinds;
    judgement.found = id_of(tables_, link.term);
    judgement.why = fmt::format("'{}' is {}, by {}", name.words, told(tables_, link.term), musclekg::name_of(link.rule));
    if (name.type_kinds != 0 && kinds != 0 && (kinds & name.type_kinds) == 0)
      judgement.why += fmt::format("; but that is {}, and the row calls it '{}'", tables_.kinds.of_kind(kinds), name.type);
  } else if (!link.candidates.empty()) {
    judgement.found = ids_of(tables_, link.candidates);
    judgement.why = fmt::format("'{}' may be any of these", name.words);
  } else {
    judgement.level = AuditLevel::Note;
    judgement.why = fmt::format("no loaded ontology has '{}'", name.words);
    if (link.whole != kNoTerm) judgement.why += ", a part of " + told(tables_, link.whole);
    if (link.branch_of != kNoTerm) judgement.why += ", a branch of " + told(tables_, link.branch_of);
  }
  name.judgements.push_back(keep(std::move(judgement)));
}

/// Blanks around a cell: the id's are an error to whoever compares ids; those around words only look like nothing.
void Audit::check_padding(const TableRow& row, const NamedStructure& structure) {
  for (const TableCell* cell : {&structure.words, &structure.label, &structure.id}) {
    if (cell->column == 0 || cell->column > row.cells.size() || cell->text.empty()) continue;
    const std::string_view whole = row.cells[cell->column - 1].text;
    if (whole.size() == cell->text.size()) continue;
    const bool id = cell == &structure.id;
    auto [found, is_new] = judged_padding_.emplace(fingerprint(whole), 0);
    if (is_new)
      found.value() = keep({AuditRule::PaddedId, id ? AuditLevel::Warning : AuditLevel::Note, std::string(whole), std::string(cell->text),
                            fmt::format("blanks stand around '{}'", cell->text)});
    const auto file = static_cast<std::uint32_t>(result_.files.size() - 1);
    const std::uint32_t line = cell->where.line != 0 ? cell->where.line : row.where.line;
    result_.corrections.push_back({{file, line, cell->column}, found->second});
  }
}

void Audit::check_parents(const TableRow& row) {
  for (const Listing& listing : listings_) {
    const StatementColumns& statement = *listing.statement;
    const std::vector<RelationMeaning>* meanings = &statement.meanings;
    for (const std::uint32_t column : listing.relation_columns) {
      const std::string_view word = column == 0 || column > row.cells.size() ? std::string_view() : trim(row.cells[column - 1].text);
      if (word.empty()) continue;
      const RelationWord* relation = mapping_->relation(word);
      meanings = relation == nullptr ? nullptr : &relation->meanings;
      break;
    }
    if (meanings == nullptr || !lists(*meanings)) continue;
    const bool turned = std::any_of(meanings->begin(), meanings->end(), [](const RelationMeaning& meaning) {
      return meaning.turned && (meaning.relation == Relation::ListedUnder || meaning.relation == Relation::PartOf);
    });
    if (statement.chain) {
      std::uint32_t above = 0;
      bool any = false;
      for (const std::uint32_t at : statement.structures) {
        if (at >= row_names_.size() || row_names_[at] == 0) continue;
        if (any) list(row, turned ? above : at, turned ? at : above);
        above = at;
        any = true;
      }
    } else if (statement.structures.size() == 2) {
      const std::uint32_t child = statement.structures[turned ? 1 : 0], parent = statement.structures[turned ? 0 : 1];
      if (std::max(child, parent) < row_names_.size() && row_names_[child] != 0 && row_names_[parent] != 0) list(row, child, parent);
    }
  }
}

/// `child` and `parent`: numbers of structures of the row that it names.
void Audit::list(const TableRow& row, std::uint32_t child, std::uint32_t parent) {
  Name& below = *names_[row_names_[child] - 1];
  const Name& above = *names_[row_names_[parent] - 1];
  if (below.parent == 0) below.parent = row_names_[parent];
  if (!below.right || !above.right) return;
  const std::uint32_t heading = first_structure_ + parent;
  headings_[heading].insert(above.verdict.term);
  const Fingerprint both = fingerprint(Fingerprint{row_names_[child], 0}, Fingerprint{row_names_[parent], 1}, Fingerprint{heading, 2});
  auto [found, is_new] = judged_parents_.emplace(both, 0);
  if (is_new) {
    if (auto judgement = parents_.check(below.verdict.term, above.verdict.term, above.id)) {
      const bool note = judgement->level == AuditLevel::Note;
      const std::uint32_t number = keep(std::move(*judgement));
      if (note) doubted_.push_back({below.verdict.term, above.verdict.term, heading, number});
      found.value() = number + 1;
    }
  }
  if (found->second == 0) return;
  const auto file = static_cast<std::uint32_t>(result_.files.size() - 1);
  const TableCell& id = row.structures[parent].id;
  result_.corrections.push_back(
      {{file, id.where.line != 0 ? id.where.line : row.where.line, structures_[first_structure_ + parent].id}, found->second - 1});
}

}  // namespace musclekg
