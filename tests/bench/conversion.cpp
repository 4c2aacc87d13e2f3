#include "conversion.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <utility>
#include <vector>

#include "app/commands.h"
#include "app/knowledge.h"
#include "app/pipeline.h"
#include "generate.h"

namespace musclekg {

namespace {

/// 100000 as "100,000".
std::string grouped(std::size_t number) {
  std::string digits = fmt::format("{}", number);
  for (std::size_t left = digits.size(); left > 3;) digits.insert(left -= 3, ",");
  return digits;
}

/// Whether there is no error; the first one is a Failure, which says what went wrong.
bool without_errors(const Diagnostics& diagnostics, Work& work) {
  work.errors = diagnostics.count(Severity::Error);
  if (work.errors > 0)
    for (const Diagnostic& diagnostic : diagnostics.kept())
      if (diagnostic.severity == Severity::Error) throw Failure(format(diagnostic));
  return work.errors == 0;
}

}  // namespace

std::size_t write_records(const std::string& path, std::size_t records) {
  std::ofstream file(path, std::ios::binary);
  std::size_t bytes = 0;
  for (std::size_t number = 0; number < records && file; ++number) {
    const std::string line = generated_record(number);
    file << line;
    bytes += line.size();
  }
  file.close();
  if (!file) throw Failure(fmt::format("{}: cannot be written", path));
  return bytes;
}

Run convert_once(const ConversionJob& job, const std::string& input, const std::string& target) {
  Run run = measure([&](Work& work) {
    const auto start = std::chrono::steady_clock::now();
    Diagnostics diagnostics;
    Knowledge knowledge(find_data(), {}, {}, kBase, diagnostics);
    work.start_up = seconds_since(start);
    ConvertOptions options;
    options.inputs = {input};
    options.merged = target;
    options.to = {job.syntax};
    options.base = kBase;
    options.profiles = job.profiles;
    options.graphs = job.graphs;
    options.quotes = QuotePolicy::Full;
    options.version = kVersion;
    const ConvertResult result = convert(options, knowledge, knowledge.nodes, diagnostics);
    work.records = result.account.records_exported;
    work.triples = result.account.triples;
    return without_errors(diagnostics, work);
  });
  struct stat status {};
  if (::stat(target.c_str(), &status) == 0 && S_ISREG(status.st_mode)) run.bytes = static_cast<std::size_t>(status.st_size);
  return run;
}

Run start_once() {
  return measure([](Work& work) {
    const auto start = std::chrono::steady_clock::now();
    Diagnostics diagnostics;
    const Knowledge knowledge(find_data(), {}, {}, kBase, diagnostics);
    work.start_up = seconds_since(start);
    return without_errors(diagnostics, work);
  });
}

void print_growth(const std::string& title, std::span<const GrowingJob> jobs, const std::array<std::size_t, 3>& sizes,
                  const std::string& target, const Arguments& arguments, const Folder& folder) {
  std::vector<std::string> titles = {title};
  for (const std::size_t size : sizes) {
    write_records(folder.file(fmt::format("{}.jsonl", size)), size);
    titles.push_back(fmt::format("{}: wall s", grouped(size)));
    titles.push_back("peak MiB");
  }
  titles.push_back(fmt::format("peak {} / {}", grouped(sizes[2]), grouped(sizes[0])));
  titles.push_back(fmt::format("time a record {} / {}", grouped(sizes[2]), grouped(sizes[1])));
  ResultTable table(std::move(titles));
  for (const auto& [name, job] : jobs) {
    std::vector<std::string> row = {name};
    std::vector<double> peaks, times;
    for (const std::size_t size : sizes) {
      const std::string input = folder.file(fmt::format("{}.jsonl", size));
      const Run run = best_of(arguments.repeat, [&] { return convert_once(job, input, target); });
      if (!run.done) break;
      if (std::filesystem::is_regular_file(target)) std::filesystem::remove(target);
      row.push_back(fmt::format("{:.3f}", run.wall));
      row.push_back(fmt::format("{:.1f}", run.peak));
      peaks.push_back(run.peak);
      times.push_back((run.wall - run.work.start_up) / static_cast<double>(size));
    }
    if (times.size() < sizes.size()) {
      table.add({fmt::format("{}: failed", name)});
      continue;
    }
    row.push_back(fmt::format("{:.2f}", peaks.back() / peaks.front()));
    row.push_back(fmt::format("{:.2f}", times[2] / times[1]));
    table.add(std::move(row));
  }
  for (const std::size_t size : sizes) std::filesystem::remove(folder.file(fmt::format("{}.jsonl", size)));
  table.print(arguments.markdown);
}

}  // namespace musclekg
