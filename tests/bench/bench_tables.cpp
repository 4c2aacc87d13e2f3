#include "bench_tables.h"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>

#include "app/column_mappings.h"
#include "app/knowledge.h"
#include "app/pipeline.h"
#include "generate_table.h"
#include "measure.h"

namespace musclekg {

namespace {

struct TableJob {
  const char* name;
  ProfileSet profiles;
  bool to_file;
};

constexpr ProfileSet kFacts = bit(Profile::Direct) | bit(Profile::Terms) | bit(Profile::Meta);
constexpr TableJob kJobs[] = {{"facts, to a file", kFacts, true},
                              {"all layers but OWL, to /dev/null", kTableProfiles, false},
                              {"all layers but OWL, to a file", kTableProfiles, true}};
constexpr std::size_t kSizes[] = {10'000, 100'000, 1'000'000};
constexpr std::size_t kLargestFile = 100'000;  ///< rows of which all layers are written into a file: a million give 15 GB

std::vector<ColumnMapping> mappings_of(const Arguments& arguments, const Knowledge& knowledge) {
  Diagnostics diagnostics;
  std::vector<ColumnMapping> mappings = load_columns({arguments.columns}, knowledge, diagnostics);
  if (!diagnostics.kept().empty()) throw Failure(format(diagnostics.kept().front()));
  return mappings;
}

Run convert_table(const TableJob& job, const Arguments& arguments, const std::string& table, const std::string& target) {
  return measure([&](Work& work) {
    const auto start = std::chrono::steady_clock::now();
    Diagnostics diagnostics;
    Knowledge knowledge(find_data(), {}, {}, kBase, diagnostics, true);
    ConvertOptions options;
    options.inputs = {table};
    options.tables_of_authors = options.graphs = true;
    options.columns = mappings_of(arguments, knowledge);
    options.merged = target;
    options.to = {syntax_named("nquads")};
    options.base = kBase;
    options.profiles = job.profiles;
    work.start_up = seconds_since(start);
    const ConvertResult result = convert(options, knowledge, knowledge.nodes, diagnostics);
    work.records = result.account.rows_read;
    work.triples = result.account.triples;
    return result.account.rows_rejected == 0 && result.account.balances();
  });
}

}  // namespace

void measure_tables(const Arguments& arguments, const Folder& folder) {
  ResultTable results({"table to N-Quads", "rows", "triples", "s", "rows/s", "triples/s", "peak MiB"});
  const std::string table = folder.file("table.csv"), file = folder.file("table.nq");
  {
    Diagnostics diagnostics;
    const Knowledge knowledge(find_data(), {}, {}, kBase, diagnostics);
    const ColumnMapping mapping = mappings_of(arguments, knowledge).front();
    for (const std::size_t rows : kSizes) {
      write_table(arguments.table, mapping, rows, table);
      for (const TableJob& job : kJobs) {
        if (job.to_file && job.profiles != kFacts && rows > kLargestFile) continue;
        const Run run = best_of(arguments.repeat, [&] { return convert_table(job, arguments, table, job.to_file ? file : "/dev/null"); });
        if (!run.done) throw Failure(fmt::format("{}: the conversion failed", job.name));
        results.add({job.name, fmt::format("{}", rows), fmt::format("{}", run.work.triples), fmt::format("{:.2f}", run.wall),
                     rate(static_cast<double>(rows), run.wall), rate(static_cast<double>(run.work.triples), run.wall),
                     fmt::format("{:.0f}", run.peak)});
        std::filesystem::remove(file);
      }
      std::filesystem::remove(table);
    }
  }
  results.print(arguments.markdown);
}

}  // namespace musclekg
