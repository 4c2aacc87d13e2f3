#include "bench_transcode.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "app/syntax.h"
#include "base/diagnostics.h"
#include "command.h"
#include "conversion.h"
#include "measure.h"

namespace musclekg {

namespace {

constexpr std::string_view kRdflib =
    "import sys, rdflib; g = rdflib.Dataset(); g.parse(sys.argv[1], format='nt'); "
    "sys.stdout.buffer.write(g.default_context.serialize(format=sys.argv[2], encoding='utf-8'))";
constexpr std::string_view kOxigraph =
    "import sys, pyoxigraph as o; f = o.RdfFormat.from_extension; "
    "o.serialize(o.parse(path=sys.argv[1], format=f('nt')), sys.stdout.buffer, f(sys.argv[2]))";
constexpr std::string_view kN3 =
    "const n3 = require('n3'), fs = require('fs'); fs.createReadStream(process.argv[1]).pipe(new n3.StreamParser({format: 'N-Triples'}))"
    ".pipe(new n3.StreamWriter({format: process.argv[2]})).pipe(process.stdout)";
constexpr std::string_view kJsonld =
    "const j = require('jsonld'), fs = require('fs'); j.fromRDF(fs.readFileSync(process.argv[1], 'utf8'), {format: 'application/n-quads'})"
    ".then(d => process.stdout.write(JSON.stringify(d)))";

/// A tool with its command line, in which "@" stands for the input.
struct Tool {
  std::string name;
  std::vector<std::string> words;
  bool streams = true;  ///< others are measured on a tenth of the file, once
};

struct File {
  std::string path;
  std::size_t triples = 0;
};

std::vector<std::string> with_input(std::vector<std::string> words, const std::string& input) {
  std::replace(words.begin(), words.end(), std::string("@"), input);
  return words;
}

/// The program that stands beside this one.
std::string program() { return (std::filesystem::read_symlink("/proc/self/exe").parent_path() / "musclekg").string(); }

/// The transcode command for one pair of syntaxes.
std::vector<std::string> ours(std::string_view from, std::string_view to) {
  return {program(), "transcode", "-q", "--from", std::string(from), "--to", std::string(to), "@", "-"};
}

std::vector<Tool> peers(const Arguments& arguments) {
  const std::string python = arguments.judges + "/venv/bin/python", nodes = "NODE_PATH=" + arguments.judges + "/node_modules";
  const std::string jena = arguments.judges + "/jena/*";
  const std::string rdflib(kRdflib), oxigraph(kOxigraph), n3(kN3), jsonld(kJsonld);
  const std::vector<std::string> riot = {"java", "-Xmx3g", "-cp", jena, "riotcmd.riot", "--syntax=ntriples"};
  const auto with = [](std::vector<std::string> words, const char* option) {
    words.insert(words.end(), {option, "@"});
    return words;
  };
  return {
      {"serdi: N-Triples to N-Triples", {"serdi", "-i", "ntriples", "-o", "ntriples", "@"}},
      {"serdi: N-Triples to Turtle", {"serdi", "-i", "ntriples", "-o", "turtle", "@"}},
      {"Raptor (rapper): N-Triples to N-Triples", {"rapper", "-q", "-i", "ntriples", "-o", "ntriples", "@"}},
      {"Raptor (rapper): N-Triples to Turtle", {"rapper", "-q", "-i", "ntriples", "-o", "turtle", "@"}, false},
      {"Jena (riot): N-Triples to N-Triples", with(riot, "--stream=ntriples")},
      {"Jena (riot): N-Triples to Turtle", with(riot, "--stream=turtle")},
      {"Jena (riot): N-Triples to JSON-LD", with(riot, "--output=jsonld"), false},
      {"pyoxigraph: N-Triples to N-Triples", {python, "-c", oxigraph, "@", "nt"}},
      {"pyoxigraph: N-Triples to Turtle", {python, "-c", oxigraph, "@", "ttl"}},
      {"pyoxigraph: N-Triples to JSON-LD", {python, "-c", oxigraph, "@", "jsonld"}},
      {"N3.js: N-Triples to N-Triples", {"env", nodes, "node", "-e", n3, "@", "N-Triples"}},
      {"N3.js: N-Triples to Turtle", {"env", nodes, "node", "-e", n3, "@", "Turtle"}},
      {"jsonld.js: N-Triples to JSON-LD", {"env", nodes, "node", "--max-old-space-size=4096", "-e", jsonld, "@"}, false},
      {"rdflib: N-Triples to N-Triples", {python, "-c", rdflib, "@", "nt"}, false},
      {"rdflib: N-Triples to Turtle", {python, "-c", rdflib, "@", "turtle"}, false},
      {"rdflib: N-Triples to JSON-LD", {python, "-c", rdflib, "@", "json-ld"}, false},
  };
}

/// The graph of so many generated records, as N-Triples.
File make_graph(std::size_t records, const std::string& path, const Folder& folder) {
  const std::string input = folder.file("records.jsonl");
  write_records(input, records);
  const Run run = convert_once({syntax_named("ntriples")}, input, path);
  if (!run.done) throw Failure("the conversion failed");
  std::filesystem::remove(input);
  return {path, run.work.triples};
}

std::vector<std::string> cells(const std::string& name, const Run& run, const File& file) {
  const auto triples = static_cast<double>(file.triples);
  return {name,
          fmt::format("{}", file.triples),
          rate(triples, run.wall),
          mebibytes(std::filesystem::file_size(file.path), run.wall),
          fmt::format("{:.1f}", run.peak),
          fmt::format("{:.3f}", run.wall)};
}

constexpr std::array<std::string_view, 6> kSyntaxes = {"ntriples", "nquads", "turtle", "trig", "jsonld", "rdfxml"};

void print_tools(const Arguments& arguments, const Folder& folder) {
  const File all = make_graph(arguments.records, folder.file("all.nt"), folder);
  const File part = make_graph(std::max<std::size_t>(arguments.records / 10, 1), folder.file("part.nt"), folder);
  const std::string target = folder.file("target");
  ResultTable table({"tool", "triples", "triples/s", "MiB/s in", "peak MiB", "wall s"});
  for (const std::string_view to : kSyntaxes) {
    const Run run = best_of(arguments.repeat, [&] { return command_once(with_input(ours("ntriples", to), all.path), target); });
    if (!run.done) throw Failure("transcode failed");
    table.add(cells(fmt::format("musclekg: N-Triples to {}", to), run, all));
  }
  for (const std::string_view from : {"nquads", "turtle", "trig", "jsonld", "rdfxml"}) {
    const File input{folder.file("input"), all.triples};
    if (!command_once(with_input(ours("ntriples", from), all.path), input.path).done) throw Failure("transcode failed");
    const Run run = best_of(arguments.repeat, [&] { return command_once(with_input(ours(from, "ntriples"), input.path), target); });
    if (!run.done) throw Failure("transcode failed");
    table.add(cells(fmt::format("musclekg: {} to N-Triples", from), run, input));
    std::filesystem::remove(input.path);
  }
  std::vector<std::string> missing;
  if (arguments.peers) {
    for (const Tool& tool : peers(arguments)) {
      const File& input = tool.streams ? all : part;
      const Run run =
          best_of(tool.streams ? arguments.repeat : 1, [&] { return command_once(with_input(tool.words, input.path), target); });
      if (run.done)
        table.add(cells(tool.name, run, input));
      else
        missing.push_back(tool.name);
    }
  }
  table.print(arguments.markdown);
  for (const std::string& name : missing) fmt::print("{}: left out, it is not installed or failed on this graph.\n", name);
  if (!missing.empty()) fmt::print("\n");
}

void print_growth(const Arguments& arguments, const Folder& folder) {
  const std::string target = folder.file("target");
  ResultTable table({"from N-Triples to", "triples", "triples/s", "MiB/s in", "peak MiB", "wall s"});
  for (const std::size_t share : {100, 10, 1}) {
    const File file = make_graph(std::max<std::size_t>(arguments.records / share, 1), folder.file("graph.nt"), folder);
    for (const std::string_view to : {"ntriples", "turtle", "jsonld"}) {
      const Run run = best_of(arguments.repeat, [&] { return command_once(with_input(ours("ntriples", to), file.path), target); });
      table.add(cells(std::string(to), run, file));
    }
    const std::string turtle = folder.file("graph.ttl");
    if (!command_once(with_input(ours("ntriples", "turtle"), file.path), turtle).done) throw Failure("transcode failed");
    const Run run = best_of(arguments.repeat, [&] { return command_once(with_input(ours("turtle", "jsonld"), turtle), target); });
    table.add(cells("Turtle to JSON-LD", run, {turtle, file.triples}));
  }
  table.print(arguments.markdown);
}

}  // namespace

void measure_transcode(const Arguments& arguments, const Folder& folder) {
  print_tools(arguments, folder);
  print_growth(arguments, folder);
}

}  // namespace musclekg
