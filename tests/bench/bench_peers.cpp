#include "bench_peers.h"

#include <fmt/format.h>

#include <algorithm>
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

constexpr std::size_t kInMemoryRecords = 10000;  ///< at most, for tools that hold the whole graph

constexpr std::string_view kRdflib =
    "import sys, rdflib; g = rdflib.Graph(); g.parse(sys.argv[1], format='nt'); "
    "sys.stdout.buffer.write(g.serialize(format=sys.argv[2], encoding='utf-8'))";

}  // namespace

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
  const std::size_t few_triples = convert_once({ntriples}, input, part).work.triples;
  write_records(input, arguments.records);
  std::size_t all_triples = 0;
  for (const std::string_view name : {"ntriples", "turtle", "jsonld"}) {
    const std::string target = name == "ntriples" ? all : folder.file("graph");
    const Run run = best_of(arguments.repeat, [&] { return convert_once({syntax_named(name)}, input, target); });
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

}  // namespace musclekg
