// musclekg query

#include <fmt/format.h>

#include <memory>

#include "app/commands.h"
#include "app/graph_query.h"
#include "base/input.h"

namespace musclekg {

namespace {

struct Arguments {
  std::vector<std::string> words;
  std::string file;
  GraphQueryOptions graph;
};

int run(Arguments& arguments) {
  std::string text, name = "query";
  auto files = arguments.words.begin();
  if (arguments.file.empty()) {
    if (arguments.words.empty()) throw UsageError("say the query, or name its file with --file");
    text = *files++;
  }
  arguments.graph.files.assign(files, arguments.words.end());
  check_graph_query(arguments.graph);
  if (!arguments.file.empty()) {
    Input input(arguments.file);
    text = input.read_all(std::size_t{1} << 20);
    name = input.name();
  }
  Diagnostics diagnostics;
  const Prefixes prefixes = query_prefixes(data_of(arguments.graph), diagnostics);
  if (!arguments.graph.endpoint.empty()) {
    answer_from_server(text, arguments.graph, prefixes);
    return 0;
  }
  const auto query = checked_query(text, name, prefixes, diagnostics);
  QueryDataset dataset;
  if (query) {
    check_form(arguments.graph, query->form);
    read_dataset(arguments.graph, dataset, diagnostics);
  }
  print(diagnostics, arguments.graph.quiet);
  if (diagnostics.count(Severity::Error) > 0) return 1;
  answer_from(dataset, *query, arguments.graph, prefixes);
  return 0;
}

}  // namespace

CommandAction declare_query(CLI::App& app) {
  const auto arguments = std::make_shared<Arguments>();
  app.add_option("query", arguments->words,
                 "the query in SPARQL 1.1, and behind it RDF files, taken together; - is standard input; .gz is read");
  app.add_option("--file", arguments->file, "file with the query; all else are RDF files then; - is standard input");
  declare_graph_query(app, arguments->graph);
  return [arguments] { return run(*arguments); };
}

}  // namespace musclekg
