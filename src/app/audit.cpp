// musclekg audit

#include "audit/audit.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "app/column_mappings.h"
#include "app/commands.h"
#include "app/graph_file.h"
#include "app/knowledge.h"
#include "app/mapping_set.h"
#include "audit/audit_report.h"
#include "audit/audit_tables.h"
#include "audit/rebuild.h"
#include "base/text.h"
#include "map/link_rows.h"
#include "read/table_reader.h"

namespace musclekg {

namespace {

namespace fs = std::filesystem;

struct Arguments {
  std::vector<std::string> tables, columns, ontologies, graphs;
  std::string output, fail_on = "error", data, base = kBase;
  bool quiet = false;
};

struct FailOn {
  std::string_view name;
  int level;  ///< the last level that fails; -1: none does
};

constexpr FailOn kFailOn[] = {{"error", 0}, {"warning", 1}, {"note", 2}, {"none", -1}};

/// The ontology that `anatomy.obo` and `atlas.obo` together hold whole: an id of it that is not there does not exist.
const std::vector<std::string> kWholeOntologies = {"UBERON"};

int last_failing_level(const std::string& name) {
  std::vector<std::string_view> names;
  for (const FailOn& row : kFailOn) {
    if (row.name == name) return row.level;
    names.push_back(row.name);
  }
  throw UsageError(fmt::format("--fail-on '{}' is none of {}", name, fmt::join(names, ", ")));
}

void make_folder(const std::string& path) {
  std::error_code fault;
  fs::create_directories(path, fault);
  if (fault) throw Failure(fmt::format("{}: cannot be made: {}", path, fault.message()));
}

/// Reads a table that cannot be opened as a finding, and goes on.
template <class Visit>
void with_table(const std::string& path, const std::vector<ColumnMapping>& columns, Diagnostics& diagnostics, Visit visit) {
  try {
    Input input(path, path == "-" ? "<stdin>" : path);
    TableReader reader(input, columns, diagnostics);
    if (reader.open()) visit(reader);
  } catch (const Failure& failure) {
    const std::string text = failure.what();
    diagnostics.error({path, {}}, "input", text.starts_with(path + ": ") ? text.substr(path.size() + 2) : text);
  }
}

AuditResult audit_tables(const Arguments& arguments, const Knowledge& knowledge, const std::vector<ColumnMapping>& columns,
                         Diagnostics& diagnostics) {
  const LinkTables tables = knowledge.link_tables();
  const LinkRows rows(knowledge.terms, knowledge.prefixes);
  Audit audit(
      tables, [&](std::string_view words, std::string_view slot, const Link& link) { return rows.row(words, slot, link); },
      kWholeOntologies);
  std::vector<std::string> paths = arguments.tables;
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  for (const std::string& path : paths)
    with_table(path, columns, diagnostics, [&](TableReader& reader) {
      audit.begin_table(reader.head());
      while (reader.next()) {
        if (!reader.fault().empty()) {
          audit.refuse(reader.row());
        } else if (!reader.blank()) {
          audit.add(reader.row());
        }
      }
    });
  return audit.finish();
}

/// Writes one file of the audit.
template <class Write>
void write_file(const std::string& folder, const char* name, Write write) {
  Output output((fs::path(folder) / name).string());
  write(output);
  output.commit();
}

void write_result(const AuditResult& result, const Arguments& arguments, const Knowledge& knowledge, std::optional<std::int64_t> created) {
  const std::string& folder = arguments.output;
  make_folder(folder);
  write_file(folder, "corrections.tsv", [&](Output& output) { write_corrections(result, output); });
  write_file(folder, "duplicates.tsv", [&](Output& output) { write_duplicates(result, output); });
  write_file(folder, "new-terms.tsv", [&](Output& output) { write_new_terms(result, output); });
  write_file(folder, "report.md", [&](Output& output) { output.write(audit_report(result, "Audit of tables")); });
  write_mapping_set((fs::path(folder) / "mapping.tsv").string(), arguments.base + "mappings/audit",
                    "Names in the tables audited, and the terms they stand for", created, result.mapping, knowledge.prefixes);
}

std::size_t findings_of(const AuditResult& result, AuditLevel level) {
  std::size_t count = 0;
  for (const AuditedFile& file : result.files)
    for (const auto& by_level : file.findings) count += by_level[static_cast<std::size_t>(level)];
  return count;
}

/// What was found, in four lines.
void print(const AuditResult& result, const Arguments& arguments) {
  std::size_t rows = 0, refused = 0, names = 0, with_id = 0, not_audited = 0, right = 0;
  for (const AuditedFile& file : result.files) {
    rows += file.rows;
    refused += file.refused;
    names += file.names;
    with_id += file.with_id;
    not_audited += file.not_audited;
    right += file.right;
  }
  for (const char* name : {"corrections.tsv", "duplicates.tsv", "mapping.tsv", "new-terms.tsv", "report.md"})
    fmt::print(stderr, "wrote {}\n", (fs::path(arguments.output) / name).string());
  fmt::print(stderr, "rows     {} in {} tables, {} of them not read\n", rows, result.files.size(), refused);
  fmt::print(stderr,
             "names    {}, {} of them different; {} with an id = {} right + {} with a finding + {} of ontologies that are not loaded\n",
             names, result.distinct, with_id, right, with_id - right - not_audited, not_audited);
  fmt::print(stderr, "findings {} errors, {} warnings, {} notes; {} names no ontology has\n", findings_of(result, AuditLevel::Error),
             findings_of(result, AuditLevel::Warning), findings_of(result, AuditLevel::Note), result.new_terms.size());
}

/// All rows of a table as they stand. `header`: number of the row that shows by what cells are separated; up to there any row may.
std::vector<std::vector<std::string>> rows_of(const std::string& path, std::uint32_t header) {
  Input input(path);
  RowReader reader(input);
  std::vector<std::vector<std::string>> rows;
  while (reader.next(rows.size() < header ? kTableSeparators : std::string_view())) {
    auto& cells = rows.emplace_back();
    for (const Cell& cell : reader.row().cells) cells.emplace_back(cell.text);
  }
  return rows;
}

/// Names for the files of tables: the last parts of their paths without ".gz", with a number before the extension where one comes again.
std::vector<std::string> file_names(const std::vector<RebuiltTable>& tables) {
  std::vector<std::string> names;
  std::set<std::string> taken;
  std::map<std::string, std::size_t> counts;
  for (const RebuiltTable& table : tables) {
    fs::path file = fs::path(table.file).filename();
    if (file.extension() == ".gz") file = file.stem();
    if (file.empty() || file == "." || file == "..") file = "table.csv";
    std::string name = file.string();
    std::size_t& count = counts.try_emplace(name, 1).first->second;
    while (!taken.insert(name).second) name = fmt::format("{}-{}{}", file.stem().string(), ++count, file.extension().string());
    names.push_back(std::move(name));
  }
  return names;
}

/// The table that was read from `path`: of those of its name the one that was told under the same path, otherwise the first that has the
/// same rows, otherwise the first. nullptr: none has the name.
const RebuiltTable* table_of(const std::string& path, const std::vector<RebuiltTable>& tables) {
  std::vector<const RebuiltTable*> named;
  for (const RebuiltTable& table : tables)
    if (fs::path(table.file).filename() == fs::path(path).filename()) named.push_back(&table);
  if (named.size() < 2) return named.empty() ? nullptr : named.front();
  std::vector<const RebuiltTable*> same_path;
  std::copy_if(named.begin(), named.end(), std::back_inserter(same_path), [&](const RebuiltTable* table) { return table->file == path; });
  if (same_path.size() == 1) return same_path.front();
  for (const RebuiltTable* table : named) {
    Diagnostics unused;
    if (compare_rows(*table, path, rows_of(path, table->header), unused) == 0) return table;
  }
  return named.front();
}

/// Writes the tables of graphs again, and compares them with those that are named.
int rebuild(const Arguments& arguments, NodeTable& nodes, Diagnostics& diagnostics) {
  Graph graph;
  const std::string name = arguments.graphs.front();
  if (!add_files(arguments.graphs, "g", nodes, graph, diagnostics)) return 1;
  const std::vector<RebuiltTable> tables = rebuild_tables(graph, nodes, name, diagnostics);
  if (tables.empty()) throw Failure(fmt::format("{}: tells no rows of tables; write it with --profile rows", name));
  if (!arguments.output.empty()) make_folder(arguments.output);
  const std::vector<std::string> names = file_names(tables);
  for (std::size_t i = 0; i < tables.size() && !arguments.output.empty(); ++i) {
    const std::string path = (fs::path(arguments.output) / names[i]).string();
    Output output(path);
    write_csv(tables[i], output);
    output.commit();
    if (!arguments.quiet) fmt::print(stderr, "wrote {}\n", path);
  }
  std::size_t compared = 0, rows = 0, different = 0;
  for (const std::string& path : arguments.tables) {
    const RebuiltTable* const found = table_of(path, tables);
    if (found == nullptr) {
      diagnostics.error({path, {}}, "rebuild", fmt::format("{} tells no table of this name", name));
      continue;
    }
    const auto given = rows_of(path, found->header);
    ++compared;
    rows += given.size();
    different += compare_rows(*found, path, given, diagnostics);
  }
  if (!arguments.quiet && !arguments.tables.empty())
    fmt::print(stderr, "rebuilt  {} tables of {}; compared {} with their files: {} rows, {}\n", tables.size(), name, compared, rows,
               different == 0 ? "all equal" : fmt::format("{} different", different));
  return 0;
}

int run(const Arguments& arguments) {
  const int failing = last_failing_level(arguments.fail_on);
  if (arguments.graphs.empty() && arguments.tables.empty()) throw UsageError("name the tables to audit, or with --rebuild a graph of them");
  if (arguments.graphs.empty() && arguments.output.empty()) throw UsageError("say with -o into which folder the findings go");
  if (!arguments.graphs.empty() && arguments.tables.empty() && arguments.output.empty())
    throw UsageError("--rebuild needs a folder for the tables (-o), or the tables to compare them with");
  const std::optional<std::int64_t> created = source_date_epoch();
  Diagnostics diagnostics;
  const std::string data = arguments.data.empty() ? find_data() : arguments.data;
  Knowledge knowledge(data, arguments.ontologies, {}, arguments.base, diagnostics, arguments.graphs.empty());
  std::vector<ColumnMapping> columns;
  if (knowledge.sound)
    columns = load_columns(arguments.columns.empty() ? bundled_columns(data) : arguments.columns, knowledge, diagnostics);
  int exit = diagnostics.count(Severity::Error) > 0 ? 1 : 0;
  if (exit == 0 && !arguments.graphs.empty()) {
    exit = rebuild(arguments, knowledge.nodes, diagnostics);
  } else if (exit == 0) {
    const AuditResult result = audit_tables(arguments, knowledge, columns, diagnostics);
    if (!result.files.empty()) {
      write_result(result, arguments, knowledge, created);
      if (!arguments.quiet) print(result, arguments);
      for (int level = 0; level <= failing; ++level)
        if (findings_of(result, static_cast<AuditLevel>(level)) > 0) exit = 1;
    }
  }
  print(diagnostics, arguments.quiet);
  return diagnostics.count(Severity::Error) > 0 ? 1 : exit;
}

}  // namespace

CommandAction declare_audit(CLI::App& app) {
  const auto arguments = std::make_shared<Arguments>();
  const auto repeatable = [](CLI::Option* option) { option->expected(1)->allow_extra_args(false)->take_all(); };
  app.add_option("table", arguments->tables, "tables (CSV or TSV) with names and ids; .gz is read");
  app.add_option("-o,--output", arguments->output, "folder for corrections.tsv, duplicates.tsv, mapping.tsv, new-terms.tsv and report.md");
  repeatable(app.add_option("--columns", arguments->columns,
                            "mapping file (YAML): how the columns are read; otherwise all of the program's own; can be repeated"));
  repeatable(
      app.add_option("--rebuild", arguments->graphs,
                     "instead, write the tables of this graph again into the folder, and compare them with those named; can be repeated"));
  app.add_option("--fail-on", arguments->fail_on, "exit with 1 from this level on: error, warning, note, none")->capture_default_str();
  repeatable(app.add_option("--ontology", arguments->ontologies,
                            "ontology (OBO or RDF) whose terms add to or replace the bundled ones; can be repeated"));
  app.add_option("--base", arguments->base, "namespace of provisional terms")->capture_default_str();
  app.add_option("--data", arguments->data, "folder of the program's tables and ontologies");
  app.add_flag("-q,--quiet", arguments->quiet, "print errors only");
  return [arguments] { return run(*arguments); };
}

}  // namespace musclekg
