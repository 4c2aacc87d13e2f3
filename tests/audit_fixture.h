// What the tests of audits share: small tables, and findings told in words.

#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "audit/audit.h"
#include "audit/audit_tables.h"
#include "link_test.h"
#include "map/link_rows.h"
#include "read/column_mapping.h"
#include "read/table_reader.h"

namespace musclekg::audit_test {

using namespace musclekg::link_test;

inline constexpr const char* kMapping =
    "name: test\n"
    "relations:\n"
    "  part_of: {is: listed_under}\n"
    "  contains: {is: listed_under, turned: true}\n"
    "  supplies: {is: innervation, turned: true}\n"
    "types:\n"
    "  bone: bone\n"
    "tables:\n"
    "  - name: names\n"
    "    recognised_by: [name, id]\n"
    "    structures:\n"
    "      thing: {words: name, label: label, id: id, type: type}\n"
    "  - name: nerves\n"
    "    recognised_by: [nerve, nerve_id]\n"
    "    structures:\n"
    "      nerve: {words: nerve, id: nerve_id, slot: nerve}\n"
    "  - name: levels\n"
    "    recognised_by: [a, a_id, b, b_id, c, c_id]\n"
    "    structures:\n"
    "      one: {words: a, id: a_id}\n"
    "      two: {words: b, id: b_id}\n"
    "      three: {words: c, id: c_id}\n"
    "    statements:\n"
    "      - {chain: [one, two, three], relation: listed_under}\n"
    "  - name: relations\n"
    "    recognised_by: [x, x_id, how, y, y_id]\n"
    "    structures:\n"
    "      x: {words: x, id: x_id}\n"
    "      y: {words: y, id: y_id}\n"
    "    statements:\n"
    "      - {subject: x, relation_in: how, object: y}\n";

/// Audits files, which are called by their names alone in the findings.
inline AuditResult audited_files(const std::string& mapping, const std::vector<std::filesystem::path>& files, const Knowledge& knowledge) {
  Diagnostics diagnostics;
  const std::vector<ColumnMapping> mappings = {read_column_mapping(mapping, diagnostics)};
  const LinkRows rows(knowledge.terms, knowledge.prefixes);
  Audit audit(knowledge.link_tables(),
              [&](std::string_view words, std::string_view slot, const Link& link) { return rows.row(words, slot, link); }, {"UBERON"});
  for (const std::filesystem::path& file : files) {
    Input input(file.string());
    TableReader reader(input, mappings, diagnostics);
    if (!reader.open()) throw std::runtime_error(printed(diagnostics));
    TableHead head = reader.head();
    head.file = file.filename().string();
    audit.begin_table(head);
    while (reader.next()) {
      if (!reader.blank()) audit.add(reader.row());
    }
  }
  if (diagnostics.count(Severity::Error) > 0) throw std::runtime_error(printed(diagnostics));
  return audit.finish();
}

/// Audits tables, which are called a.csv, b.csv, ... in the findings.
inline AuditResult audited(const std::vector<std::string>& tables, const Knowledge& knowledge = bundled_knowledge()) {
  const TemporaryFolder folder;
  std::vector<std::filesystem::path> files;
  for (const std::string& table : tables)
    files.emplace_back(folder.write(std::string(1, static_cast<char>('a' + files.size())) + ".csv", table));
  return audited_files(folder.write("mapping.yaml", kMapping), files, knowledge);
}

inline std::string written(void (*write)(const AuditResult&, Output&), const AuditResult& result) {
  const TemporaryFolder folder;
  Output output(folder / "out");
  write(result, output);
  output.commit();
  return folder.read("out");
}

/// "a.csv:2 label-mismatch error given > found" for each finding, without the rules in `left_out`.
inline std::string findings(const AuditResult& result, const std::vector<AuditRule>& left_out = {}) {
  std::string text;
  for (const Correction& correction : result.corrections) {
    const Judgement& judgement = result.judgements[correction.judgement];
    if (std::find(left_out.begin(), left_out.end(), judgement.rule) != left_out.end()) continue;
    text += fmt::format("{}:{} {} {} {} > {}\n", result.files[correction.where.file].name, correction.where.line, name_of(judgement.rule),
                        name_of(judgement.level), judgement.given, judgement.found);
  }
  return text;
}

inline std::string findings(const std::vector<std::string>& tables, const std::vector<AuditRule>& left_out = {}) {
  return findings(audited(tables), left_out);
}

/// Of one row of a table of names.
inline std::string of_row(const std::string& row) { return findings({"name,label,id,type\n" + row + "\n"}); }

inline std::string why(const AuditResult& result, AuditRule rule) {
  std::string text;
  for (const Correction& correction : result.corrections)
    if (result.judgements[correction.judgement].rule == rule) text += result.judgements[correction.judgement].why + "\n";
  return text;
}

}  // namespace musclekg::audit_test
