// The benchmark program: chooses what is measured. Asserts nothing.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <exception>
#include <fstream>
#include <string>
#include <string_view>
#include <thread>

#include "app/commands.h"
#include "arguments.h"
#include "bench_pages.h"
#include "bench_peers.h"
#include "bench_profiles.h"
#include "bench_syntaxes.h"
#include "bench_tables.h"
#include "bench_text.h"
#include "bench_transcode.h"
#include "conversion.h"
#include "folder.h"

namespace musclekg {

namespace {

std::string cpu_model() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("model name")) return line.substr(std::min(line.size(), line.find(':') + 2));
  return "unknown";
}

void print_machine(const Arguments& arguments, const Folder& folder) {
#ifdef __clang__
  constexpr std::string_view kCompiler = "clang " __clang_version__;
#else
  constexpr std::string_view kCompiler = "g++ " __VERSION__;
#endif
#ifdef NDEBUG
  constexpr std::string_view kBuild = "Release";
#else
  constexpr std::string_view kBuild = "with assertions";
#endif
  fmt::print("musclekg {}, {}, {}; {}, {} cores; one thread; files {}; best of {} runs, each a process of its own\n\n", kVersion, kCompiler,
             kBuild, cpu_model(), std::thread::hardware_concurrency(), folder.in_memory() ? "in memory" : "on a disk",
             std::max<std::size_t>(arguments.repeat, 1));
}

int run(int count, char** words) {
  CLI::App app("Measures musclekg on records that are made for it: time, peak memory, and other tools beside it.", "musclekg-bench");
  Arguments arguments;
  app.add_option("--records", arguments.records, "how many records")->check(CLI::Range(1, 1000000000))->capture_default_str();
  app.add_option("--repeat", arguments.repeat, "runs of each measurement; the fastest counts")->capture_default_str();
  app.add_option("--syntax", arguments.syntax, "the output syntax to measure, or all")->capture_default_str();
  app.add_option("--write", arguments.write, "only write the records to this file");
  app.add_option("--python", arguments.python, "the Python that has rdflib")->capture_default_str();
  app.add_option("--text", arguments.text, "measure the search for names in so many MB of text");
  app.add_option("--pages", arguments.pages, "measure the reading of pages in each layout: so many MB, and 10 and 100 times as many");
  app.add_option("--table", arguments.table, "measure the conversion of 10,000, 100,000 and 1,000,000 rows that are made of this table");
  app.add_option("--columns", arguments.columns, "with --table: the mapping that knows it")->capture_default_str();
  app.add_option("--ontology", arguments.ontologies, "with --text: an ontology whose names are looked for, too");
  app.add_flag("--sizes", arguments.sizes, "measure 1,000, 10,000 and 100,000 records");
  app.add_flag(
      "--profiles", arguments.profiles,
      "measure each profile and all of them, as named graphs in N-Quads; then evidence on a hundredth, a tenth and all of the records");
  app.add_flag("--peers", arguments.peers, "measure other tools on the same graph");
  app.add_flag("--transcode", arguments.transcode,
               "measure transcode between all syntaxes; with --peers other tools on the same file, too");
  app.add_option("--judges", arguments.judges, "with --transcode --peers: the folder into which tests/judges/run installs them")
      ->capture_default_str();
  app.add_flag("--markdown", arguments.markdown, "print the tables as Markdown");
  CLI11_PARSE(app, count, words);
  if (!arguments.write.empty()) {
    write_records(arguments.write, arguments.records);
    return 0;
  }
  const Folder folder;
  print_machine(arguments, folder);
  if (arguments.sizes) measure_sizes(arguments, folder);
  if (arguments.profiles) measure_profiles(arguments, folder);
  if (arguments.transcode) measure_transcode(arguments, folder);
  if (arguments.peers && !arguments.transcode) measure_peers(arguments, folder);
  if (arguments.text > 0) measure_text(arguments);
  if (arguments.pages > 0) measure_pages(arguments.pages, arguments.repeat, arguments.markdown);
  if (!arguments.table.empty()) measure_tables(arguments, folder);
  const bool chosen = arguments.sizes || !arguments.table.empty() || arguments.profiles || arguments.peers || arguments.transcode ||
                      arguments.text > 0 || arguments.pages > 0;
  if (!chosen) measure_syntaxes(arguments, folder);
  return 0;
}

}  // namespace

}  // namespace musclekg

int main(int count, char** words) {
  try {
    return musclekg::run(count, words);
  } catch (const std::exception& fault) {
    fmt::print(stderr, "musclekg-bench: {}\n", fault.what());
    return 1;
  }
}
