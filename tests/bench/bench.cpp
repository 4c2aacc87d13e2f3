// Measures the whole journey, from records to files, and tools that write the same graph. Asserts nothing.

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "app/commands.h"
#include "app/knowledge.h"
#include "app/pipeline.h"
#include "bench_pages.h"
#include "generate.h"
#include "generate_text.h"
#include "link/annotator.h"
#include "measure.h"

namespace musclekg {

namespace {

constexpr char kBase[] = "https://w3id.org/musclekg/";
constexpr std::size_t kInMemoryRecords = 10000;  ///< at most, for tools that hold the whole graph

struct Arguments {
  std::size_t records = 100000, text = 0, pages = 0;
  std::vector<std::string> ontologies;
  std::size_t repeat = 3;
  std::string syntax = "all", write, python = "python3";
  bool peers = false, sizes = false, markdown = false;
};

/// A folder of its own, in memory where the system has such a place; gone at the end.
class Folder {
 public:
  Folder() {
    const std::string place = ::access("/dev/shm", W_OK) == 0 ? "/dev/shm" : std::filesystem::temp_directory_path().string();
    path_ = place + "/musclekg-bench-XXXXXX";
    if (::mkdtemp(path_.data()) == nullptr) throw Failure(fmt::format("{}: no folder can be made", place));
    in_memory_ = place == "/dev/shm";
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;

  std::string file(std::string_view name) const { return fmt::format("{}/{}", path_, name); }
  bool in_memory() const { return in_memory_; }

 private:
  std::string path_;
  bool in_memory_ = false;
};

/// Converts `input` (or only starts up, when it is empty), as the command `convert --merge target --to syntax` does.
Run convert_once(const std::string& input, const Syntax* syntax, const std::string& target) {
  Run run = measure([&](Work& work) {
    const auto start = std::chrono::steady_clock::now();
    Diagnostics diagnostics;
    Knowledge knowledge(find_data(), {}, {}, kBase, diagnostics);
    work.start_up = seconds_since(start);
    if (!input.empty()) {
      ConvertOptions options;
      options.inputs = {input};
      options.merged = target;
      options.to = {syntax};
      options.base = kBase;
      options.version = kVersion;
      const ConvertResult result = convert(options, knowledge, knowledge.nodes, diagnostics);
      work.records = result.account.records_exported;
      work.triples = result.account.triples;
    }
    work.errors = diagnostics.count(Severity::Error);
    if (work.errors > 0)
      for (const Diagnostic& diagnostic : diagnostics.kept())
        if (diagnostic.severity == Severity::Error) throw Failure(format(diagnostic));
    return work.errors == 0;
  });
  struct stat status {};
  if (!target.empty() && ::stat(target.c_str(), &status) == 0 && S_ISREG(status.st_mode))
    run.bytes = static_cast<std::size_t>(status.st_size);
  return run;
}

/// Runs a command with its output in `target`. Not done when there is no such command, or it fails.
Run command_once(const std::vector<std::string>& words, const std::string& target) {
  Run run = measure([&](Work&) {
    const int output = ::open(target.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644), nothing = ::open("/dev/null", O_WRONLY);
    if (output < 0 || nothing < 0 || ::dup2(output, STDOUT_FILENO) < 0 || ::dup2(nothing, STDERR_FILENO) < 0) return false;
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    ::execvp(arguments.front(), arguments.data());
    return false;
  });
  std::error_code fault;
  const auto size = std::filesystem::file_size(target, fault);
  run.bytes = fault ? 0 : static_cast<std::size_t>(size);
  return run;
}

bool there_is(const std::vector<std::string>& words) { return command_once(words, "/dev/null").done; }

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

std::string rate(double count, double seconds) {
  if (count <= 0 || seconds <= 0) return "";
  const double each = count / seconds;
  return each >= 1e6 ? fmt::format("{:.2f} M", each / 1e6) : fmt::format("{:.0f} k", each / 1e3);
}

std::string mebibytes(std::size_t bytes, double seconds) {
  return bytes == 0 ? "" : fmt::format("{:.0f}", static_cast<double>(bytes) / 1048576 / seconds);
}

std::vector<const Syntax*> chosen(const std::string& name) {
  std::vector<const Syntax*> result;
  for (const Syntax& syntax : syntaxes())
    if (name == "all" || name == syntax.name) result.push_back(&syntax);
  if (result.empty()) throw Failure(fmt::format("--syntax '{}' is no syntax", name));
  return result;
}

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

/// Time and memory of each syntax, into a file and into nothing.
void measure_syntaxes(const Arguments& arguments, const Folder& folder) {
  const std::string input = folder.file("records.jsonl");
  const std::size_t bytes = write_records(input, arguments.records);
  fmt::print("{} records, {:.1f} MiB of JSON Lines\n\n", arguments.records, static_cast<double>(bytes) / 1048576);
  ResultTable table({"output", "records/s", "triples/s", "without start-up", "triples/CPU s", "MiB/s out", "peak MiB", "wall s", "CPU s"});
  const Run idle = best_of(arguments.repeat, [] { return convert_once("", nullptr, ""); });
  table.add({"start-up alone", "", "", "", "", "", fmt::format("{:.1f}", idle.peak), fmt::format("{:.3f}", idle.wall),
             fmt::format("{:.3f}", idle.cpu)});
  for (const Syntax* syntax : chosen(arguments.syntax)) {
    for (const std::string& target : {folder.file(fmt::format("graph.{}", syntax->extension())), std::string("/dev/null")}) {
      const Run run = best_of(arguments.repeat, [&] { return convert_once(input, syntax, target); });
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

/// How time and memory grow with the number of records.
void measure_sizes(const Arguments& arguments, const Folder& folder) {
  constexpr std::size_t kSizes[] = {1000, 10000, 100000};
  for (const std::size_t size : kSizes) write_records(folder.file(fmt::format("{}.jsonl", size)), size);
  ResultTable table({"records", "1,000: wall s", "peak MiB", "10,000: wall s", "peak MiB", "100,000: wall s", "peak MiB",
                     "peak 100,000 / 1,000", "time a record 100,000 / 10,000"});
  for (const Syntax* syntax : chosen(arguments.syntax)) {
    std::vector<std::string> row = {std::string(syntax->name)};
    std::vector<double> peaks, times;
    for (const std::size_t size : kSizes) {
      const std::string target = folder.file("graph");
      const Run run = best_of(arguments.repeat, [&] { return convert_once(folder.file(fmt::format("{}.jsonl", size)), syntax, target); });
      if (!run.done) break;
      std::filesystem::remove(target);
      row.push_back(fmt::format("{:.3f}", run.wall));
      row.push_back(fmt::format("{:.1f}", run.peak));
      peaks.push_back(run.peak);
      times.push_back((run.wall - run.work.start_up) / static_cast<double>(size));
    }
    if (times.size() < std::size(kSizes)) {
      table.add({fmt::format("{}: failed", syntax->name)});
      continue;
    }
    row.push_back(fmt::format("{:.2f}", peaks.back() / peaks.front()));
    row.push_back(fmt::format("{:.2f}", times[2] / times[1]));
    table.add(std::move(row));
  }
  for (const std::size_t size : kSizes) std::filesystem::remove(folder.file(fmt::format("{}.jsonl", size)));
  table.print(arguments.markdown);
}

/// Looks for names in text that is made of the names themselves, as the command `annotate` does but without its output.
void measure_text(const Arguments& arguments) {
  Diagnostics diagnostics;
  const std::size_t bytes = arguments.text * 1000000;
  std::string text;
  {
    const Knowledge knowledge(find_data(), arguments.ontologies, {}, kBase, diagnostics);
    std::vector<std::string> names;
    for (TermId id = 0; id < knowledge.terms.size(); ++id) {
      const Term& term = knowledge.terms[id];
      if (!term.obsolete && !term.label.empty()) names.push_back(term.label);
      for (const Synonym& synonym : term.synonyms)
        if (!term.obsolete && synonym.scope == Scope::Exact) names.push_back(synonym.text);
    }
    text = generated_text(names, bytes);
  }
  const Run run = best_of(arguments.repeat, [&] {
    return measure([&](Work& work) {
      const auto start = std::chrono::steady_clock::now();
      const Knowledge knowledge(find_data(), arguments.ontologies, {}, kBase, diagnostics);
      const TermFilter filter(knowledge.terms, knowledge.prefixes, {}, diagnostics);
      KnownNames names({knowledge.terms, knowledge.forms, knowledge.prefixes, knowledge.cautions, knowledge.abbreviations, filter, {}});
      Annotator annotator(names);
      work.start_up = seconds_since(start);
      std::string_view left = text;
      const auto read = [&left](char* to, std::size_t size) {
        const std::size_t got = left.copy(to, size);
        left.remove_prefix(got);
        return got;
      };
      return !annotator.annotate(read, [&work](const Annotation&) { ++work.mentions; });
    });
  });
  ResultTable table({"search for names", "text MB", "mentions", "start-up s", "MB/s", "MB/CPU s", "peak MiB"});
  const double size = static_cast<double>(text.size()) / 1e6;
  table.add({"annotate", fmt::format("{:.0f}", size), fmt::format("{}", run.work.mentions), fmt::format("{:.2f}", run.work.start_up),
             fmt::format("{:.1f}", size / (run.wall - run.work.start_up)), fmt::format("{:.1f}", size / (run.cpu - run.work.start_up)),
             fmt::format("{:.1f}", run.peak)});
  table.print(arguments.markdown);
}

constexpr std::string_view kRdflib =
    "import sys, rdflib; g = rdflib.Graph(); g.parse(sys.argv[1], format='nt'); "
    "sys.stdout.buffer.write(g.serialize(format=sys.argv[2], encoding='utf-8'))";

/// Tools that read our graph and write it again. They do less than a conversion: there is nothing to link or to check.
void measure_peers(const Arguments& arguments, const Folder& folder) {
  const std::string input = folder.file("records.jsonl"), all = folder.file("all.nt"), part = folder.file("part.nt");
  const Syntax* ntriples = syntax_named("ntriples");
  const std::size_t few = std::min(arguments.records, kInMemoryRecords);
  ResultTable table({"tool", "triples", "triples/s", "triples/CPU s", "MiB/s out", "peak MiB", "wall s", "CPU s"});
  const auto add = [&](std::string tool, const Run& run, std::size_t triples) {
    table.add({std::move(tool), fmt::format("{}", triples), rate(static_cast<double>(triples), run.wall),
               rate(static_cast<double>(triples), run.cpu), mebibytes(run.bytes, run.wall), fmt::format("{:.1f}", run.peak),
               fmt::format("{:.3f}", run.wall), fmt::format("{:.3f}", run.cpu)});
  };

  write_records(input, few);
  const std::size_t few_triples = convert_once(input, ntriples, part).work.triples;
  write_records(input, arguments.records);
  std::size_t all_triples = 0;
  for (const std::string_view name : {"ntriples", "turtle", "jsonld"}) {
    const std::string target = name == "ntriples" ? all : folder.file("graph");
    const Run run = best_of(arguments.repeat, [&] { return convert_once(input, syntax_named(name), target); });
    if (!run.done) throw Failure("the conversion failed");
    if (name == "ntriples") all_triples = run.work.triples;
    add(fmt::format("musclekg: JSON Lines, linked and checked, to {}", name), run, run.work.triples);
  }

  struct Peer {
    std::string_view name;
    std::vector<std::string> words;  ///< the input is put in the place of "@"
    bool streams;
  };
  const std::string python(kRdflib);
  const std::vector<Peer> peers = {
      {"Raptor: N-Triples to N-Triples", {"rapper", "-q", "-i", "ntriples", "-o", "ntriples", "@"}, true},
      {"Raptor: N-Triples to Turtle", {"rapper", "-q", "-i", "ntriples", "-o", "turtle", "@"}, false},
      {"Serd: N-Triples to N-Triples", {"serdi", "-i", "ntriples", "-o", "ntriples", "@"}, true},
      {"Serd: N-Triples to Turtle", {"serdi", "-i", "ntriples", "-o", "turtle", "@"}, true},
      {"rdflib: N-Triples to N-Triples", {arguments.python, "-c", python, "@", "nt"}, false},
      {"rdflib: N-Triples to Turtle", {arguments.python, "-c", python, "@", "turtle"}, false},
      {"rdflib: N-Triples to JSON-LD", {arguments.python, "-c", python, "@", "json-ld"}, false},
  };
  std::vector<std::string> missing;
  for (const Peer& peer : peers) {
    const bool present = peer.words[0] == "rapper"  ? there_is({"rapper", "--version"})
                         : peer.words[0] == "serdi" ? there_is({"serdi", "-v"})
                                                    : there_is({arguments.python, "-c", "import rdflib"});
    if (!present) {
      missing.push_back(fmt::format("{}: left out, it is not installed here.", peer.name));
      continue;
    }
    std::vector<std::string> words = peer.words;
    std::replace(words.begin(), words.end(), std::string("@"), peer.streams ? all : part);
    const std::string target = folder.file("graph");
    // What takes many seconds is run once.
    const bool slow = peer.words[0] == arguments.python;
    const Run run = best_of(slow ? 1 : arguments.repeat, [&] { return command_once(words, target); });
    if (run.done)
      add(std::string(peer.name), run, peer.streams ? all_triples : few_triples);
    else
      missing.push_back(fmt::format("{}: left out, it failed on this graph.", peer.name));
  }
  table.print(arguments.markdown);
  for (const std::string& sentence : missing) fmt::print("{}\n", sentence);
  if (!missing.empty()) fmt::print("\n");
}

int run(int count, char** words) {
  CLI::App app("Measures musclekg on records that are made for it: time, peak memory, and other tools beside it.", "musclekg-bench");
  Arguments arguments;
  app.add_option("--records", arguments.records, "how many records")->capture_default_str();
  app.add_option("--repeat", arguments.repeat, "runs of each measurement; the fastest counts")->capture_default_str();
  app.add_option("--syntax", arguments.syntax, "the output syntax to measure, or all")->capture_default_str();
  app.add_option("--write", arguments.write, "only write the records to this file");
  app.add_option("--python", arguments.python, "the Python that has rdflib")->capture_default_str();
  app.add_option("--text", arguments.text, "measure the search for names in so many MB of text");
  app.add_option("--pages", arguments.pages, "measure the reading of pages in each layout: so many MB, and 10 and 100 times as many");
  app.add_option("--ontology", arguments.ontologies, "with --text: an ontology whose names are looked for, too");
  app.add_flag("--sizes", arguments.sizes, "measure 1,000, 10,000 and 100,000 records");
  app.add_flag("--peers", arguments.peers, "measure other tools on the same graph");
  app.add_flag("--markdown", arguments.markdown, "print the tables as Markdown");
  CLI11_PARSE(app, count, words);
  if (!arguments.write.empty()) {
    write_records(arguments.write, arguments.records);
    return 0;
  }
  const Folder folder;
  print_machine(arguments, folder);
  if (arguments.sizes) measure_sizes(arguments, folder);
  if (arguments.peers) measure_peers(arguments, folder);
  if (arguments.text > 0) measure_text(arguments);
  if (arguments.pages > 0) measure_pages(arguments.pages, arguments.repeat, arguments.markdown);
  if (!arguments.sizes && !arguments.peers && arguments.text == 0 && arguments.pages == 0) measure_syntaxes(arguments, folder);
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
