#include "bench_syntaxes.h"

#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <vector>

#include "app/syntax.h"
#include "base/diagnostics.h"
#include "conversion.h"
#include "measure.h"

namespace musclekg {

namespace {

std::vector<const Syntax*> chosen(const std::string& name) {
  std::vector<const Syntax*> result;
  for (const Syntax& syntax : syntaxes())
    if (name == "all" || name == syntax.name) result.push_back(&syntax);
  if (result.empty()) throw Failure(fmt::format("--syntax '{}' is no syntax", name));
  return result;
}

}  // namespace

void measure_syntaxes(const Arguments& arguments, const Folder& folder) {
  const std::string input = folder.file("records.jsonl");
  const std::size_t bytes = write_records(input, arguments.records);
  fmt::print("{} records, {:.1f} MiB of JSON Lines\n\n", arguments.records, static_cast<double>(bytes) / 1048576);
  ResultTable table({"output", "records/s", "triples/s", "without start-up", "triples/CPU s", "MiB/s out", "peak MiB", "wall s", "CPU s"});
  const Run idle = best_of(arguments.repeat, start_once);
  table.add({"start-up alone", "", "", "", "", "", fmt::format("{:.1f}", idle.peak), fmt::format("{:.3f}", idle.wall),
             fmt::format("{:.3f}", idle.cpu)});
  for (const Syntax* syntax : chosen(arguments.syntax)) {
    for (const std::string& target : {folder.file(fmt::format("graph.{}", syntax->extension())), std::string("/dev/null")}) {
      const Run run = best_of(arguments.repeat, [&] { return convert_once({syntax}, input, target); });
      const bool nothing = target == "/dev/null";
      if (!run.done) {
        table.add({fmt::format("{}: failed", syntax->name)});
        break;
      }
      const auto records = static_cast<double>(run.work.records), triples = static_cast<double>(run.work.triples);
      table.add({fmt::format("{}{}", syntax->name, nothing ? " to /dev/null" : ""), rate(records, run.wall), rate(triples, run.wall),
                 rate(triples, run.wall - run.work.start_up), rate(triples, run.cpu), mebibytes(run.bytes, run.wall),
                 fmt::format("{:.1f}", run.peak), fmt::format("{:.3f}", run.wall), fmt::format("{:.3f}", run.cpu)});
      if (!nothing) std::filesystem::remove(target);
    }
  }
  std::filesystem::remove(input);
  table.print(arguments.markdown);
}

void measure_sizes(const Arguments& arguments, const Folder& folder) {
  std::vector<GrowingJob> jobs;
  for (const Syntax* syntax : chosen(arguments.syntax)) jobs.push_back({std::string(syntax->name), {syntax}});
  print_growth("records", jobs, {1000, 10000, 100000}, folder.file("graph"), arguments, folder);
}

}  // namespace musclekg
