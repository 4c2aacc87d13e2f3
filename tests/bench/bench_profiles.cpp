#include "bench_profiles.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "conversion.h"
#include "map/profile.h"
#include "measure.h"

namespace musclekg {

namespace {

constexpr std::size_t kSampleRecords = 100;
constexpr double kShareOfRoom = 0.25;  ///< of what is free, that a file may take: where files are in memory, it is needed for other things

/// Evidence is not written without the claims; the other profiles stand alone.
ConversionJob job_of(ProfileSet profiles) {
  if (contains(profiles, Profile::Evidence)) profiles |= bit(Profile::Claims);
  return {syntax_named("nquads"), profiles, true};
}

/// Each profile but the claims, which those of evidence hold, and all of them.
std::vector<GrowingJob> all_jobs() {
  std::vector<GrowingJob> jobs;
  for (const ProfileRow& row : profiles())
    if (row.profile != Profile::Claims) jobs.push_back({std::string(row.name), job_of(bit(row.profile))});
  jobs.push_back({"all", job_of(kAllProfiles)});
  return jobs;
}

/// Bytes of N-Quads that `records` records become, judged by `sample`, a file of the first of them.
double expected_bytes(const ConversionJob& job, const std::string& sample, const std::string& target, std::size_t records) {
  const Run run = convert_once(job, sample, target);
  std::filesystem::remove(target);
  if (!run.done || run.work.records == 0) return 0;
  return static_cast<double>(run.bytes) / static_cast<double>(run.work.records) * static_cast<double>(records);
}

std::vector<std::string> row_of(std::string title, const Run& run) {
  const auto records = static_cast<double>(run.work.records), triples = static_cast<double>(run.work.triples);
  return {std::move(title),
          fmt::format("{}", run.work.triples),
          fmt::format("{:.1f}", triples / records),
          rate(triples, run.wall),
          rate(triples, run.wall - run.work.start_up),
          rate(records, run.wall),
          mebibytes(run.bytes, run.wall),
          fmt::format("{:.1f}", run.peak),
          fmt::format("{:.3f}", run.wall),
          fmt::format("{:.3f}", run.cpu)};
}

}  // namespace

void measure_profiles(const Arguments& arguments, const Folder& folder) {
  const std::string input = folder.file("records.jsonl"), sample = folder.file("sample.jsonl"), file = folder.file("graph.nq");
  const std::string nothing = "/dev/null";
  const std::size_t bytes = write_records(input, arguments.records);
  write_records(sample, std::min(arguments.records, kSampleRecords));
  const double room = static_cast<double>(std::filesystem::space(folder.file("")).available) * kShareOfRoom;
  fmt::print("{} records, {:.1f} MiB of JSON Lines; named graphs in N-Quads, with the words of the sources\n\n", arguments.records,
             static_cast<double>(bytes) / 1048576);
  ResultTable table(
      {"profile", "triples", "triples/record", "triples/s", "without start-up", "records/s", "MiB/s out", "peak MiB", "wall s", "CPU s"});
  const Run idle = best_of(arguments.repeat, start_once);
  table.add({"start-up alone", "", "", "", "", "", "", fmt::format("{:.1f}", idle.peak), fmt::format("{:.3f}", idle.wall),
             fmt::format("{:.3f}", idle.cpu)});
  std::vector<std::string> missing;
  for (const auto& [name, job] : all_jobs()) {
    std::vector<std::string> targets = {file, nothing};
    if (const double expected = expected_bytes(job, sample, file, arguments.records); expected > room) {
      missing.push_back(fmt::format("{} to a file: left out, it would be one of about {:.1f} GiB.", name, expected / 1073741824));
      targets = {nothing};
    }
    for (const std::string& target : targets) {
      const std::string title = fmt::format("{}{}", name, target == nothing ? " to /dev/null" : "");
      const Run run = best_of(arguments.repeat, [&] { return convert_once(job, input, target); });
      table.add(run.done ? row_of(title, run) : std::vector<std::string>{fmt::format("{}: failed", title)});
    }
    std::filesystem::remove(file);
  }
  std::filesystem::remove(input);
  std::filesystem::remove(sample);
  table.print(arguments.markdown);
  for (const std::string& sentence : missing) fmt::print("{}\n", sentence);
  if (!missing.empty()) fmt::print("\n");

  const std::size_t most = arguments.records;
  const GrowingJob evidence{"evidence", job_of(bit(Profile::Evidence))};
  print_growth("records, to /dev/null", {&evidence, 1}, {std::max<std::size_t>(most / 100, 1), std::max<std::size_t>(most / 10, 1), most},
               nothing, arguments, folder);
}

}  // namespace musclekg
