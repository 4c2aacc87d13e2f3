#include "audit/audit_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

#include "base/text.h"

namespace musclekg {

namespace {

void write_line(std::initializer_list<std::string_view> cells, Output& output) {
  bool first = true;
  for (const std::string_view cell : cells) {
    if (!first) output.write('\t');
    first = false;
    output.write(printable_line(cell));
  }
  output.write('\n');
}

std::string column_of(const AuditedFile& file, std::uint32_t column) {
  if (column == 0) return {};
  if (column > file.columns.size() || file.columns[column - 1].empty()) return fmt::format("{}", column);
  return file.columns[column - 1];
}

std::string told(const AuditResult& result, const AuditPlace& place) {
  return fmt::format("{}:{}", result.files[place.file].name, place.line);
}

/// A name among several, which '|' parts.
std::string without_bars(std::string text) {
  std::replace(text.begin(), text.end(), '|', '/');
  return text;
}

/// A cell as ROBOT reads it: quotes have their meaning of CSV, though tabs part the cells.
std::string quoted(std::string_view text) {
  if (text.find('"') == std::string_view::npos) return std::string(text);
  std::string result = "\"";
  for (const char c : text) result.append(c == '"' ? 2 : 1, c);
  return result + "\"";
}

}  // namespace

void write_corrections(const AuditResult& result, Output& output) {
  output.write("file\tline\tcolumn\trule\tlevel\tgiven\tfound\twhy\n");
  for (const Correction& correction : result.corrections) {
    const AuditedFile& file = result.files[correction.where.file];
    const Judgement& judgement = result.judgements[correction.judgement];
    write_line({file.name, fmt::format("{}", correction.where.line), column_of(file, correction.where.column), name_of(judgement.rule),
                name_of(judgement.level), judgement.given, judgement.found, judgement.why},
               output);
  }
}

void write_duplicates(const AuditResult& result, Output& output) {
  output.write("rule\tlevel\tcount\tids\tnames\tplaces\n");
  for (const DuplicateRow& row : result.duplicates) {
    const AuditPlace first{row.where.file, row.first_line, 0};
    write_line({name_of(AuditRule::DuplicateRow), name_of(AuditLevel::Warning), "2", "", "",
                fmt::format("{}|{}", told(result, first), told(result, row.where))},
               output);
  }
  for (const SharedName& shared : result.shared) {
    std::string places, names;
    for (const AuditPlace& place : shared.places) places += (places.empty() ? "" : "|") + told(result, place);
    if (shared.place_count > shared.places.size()) places += fmt::format("|and {} more", shared.place_count - shared.places.size());
    for (const std::string& name : shared.names) names += (names.empty() ? "" : "|") + without_bars(name);
    write_line({name_of(shared.rule), name_of(shared.level), fmt::format("{}", shared.place_count),
                fmt::format("{}", fmt::join(shared.ids, "|")), names, places},
               output);
  }
}

void write_new_terms(const AuditResult& result, Output& output) {
  write_line({"ID", "Label", "Type", "Parent", "Part of", "Branch of", "Author's words", "Listed under", "Source"}, output);
  write_line({"ID", "LABEL", "TYPE", "SC %", "SC 'part of' some %", "SC 'branching part of' some %", "A skos:altLabel", "A IAO:0000116",
              "A IAO:0000119"},
             output);
  // The relations, too: ROBOT takes one that it does not know for a data property.
  for (const auto& [id, label] : {std::pair{"BFO:0000050", "part of"}, std::pair{"RO:0002380", "branching part of"}})
    write_line({id, label, "owl:ObjectProperty", "", "", "", "", "", ""}, output);
  for (const NewTerm& term : result.new_terms) {
    const std::string more = term.places > 1 ? fmt::format(" and {} more", term.places - 1) : "";
    write_line({term.id, quoted(term.label), "owl:Class", term.parent, term.whole, term.branch_of,
                term.words == term.label ? std::string() : quoted(term.words),
                term.listed_under.empty() ? std::string() : quoted(fmt::format("The table lists it under '{}'.", term.listed_under)),
                quoted(told(result, term.where) + more)},
               output);
  }
}

std::vector<std::pair<std::string, std::string>> robot_prefixes(const Prefixes& prefixes) {
  std::vector<std::pair<std::string, std::string>> result;
  for (const Prefixes::Row& row : prefixes.rows())
    if (row.id ? !row.iri.starts_with("http://purl.obolibrary.org/obo/") : row.name == "mkt") result.emplace_back(row.name, row.iri);
  return result;
}

}  // namespace musclekg
