// musclekg check

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "app/commands.h"
#include "app/graph_file.h"
#include "app/knowledge.h"
#include "base/text.h"
#include "check/check_report.h"
#include "check/dataset_rules.h"
#include "check/locator.h"
#include "check/shacl.h"
#include "check/shapes.h"
#include "check/store_rules.h"
#include "check/validation_report.h"

namespace musclekg {

namespace {

struct Arguments {
  std::vector<std::string> files, shapes, ontologies, sources, stores;
  std::string fail_on = "error", format = "text", output = "-", data;
  bool quiet = false;
};

struct FailOn {
  std::string_view name;
  std::optional<Level> level;  ///< nothing: never
};

constexpr FailOn kFailOn[] = {{"error", Level::Error}, {"warning", Level::Warning}, {"info", Level::Info}, {"none", {}}};

struct FormatName {
  std::string_view name;
};

constexpr FormatName kFormats[] = {{"text"}, {"tsv"}, {"turtle"}};

/// The row with this name; a UsageError tells the names there are.
template <class Rows>
const auto& row_named(std::string_view option, std::string_view name, const Rows& rows) {
  std::vector<std::string_view> names;
  for (const auto& row : rows) {
    if (row.name == name) return row;
    names.push_back(row.name);
  }
  const auto near = nearest(name, names);
  throw UsageError(
      fmt::format("{} '{}' is none of {}{}", option, name, fmt::join(names, ", "), near ? fmt::format("; did you mean '{}'?", *near) : ""));
}

/// What the findings of a graph are told of: its file, or its files.
std::string name_of(const std::vector<std::string>& files) {
  if (files.size() <= 2) return fmt::format("{}", fmt::join(files, " and "));
  return fmt::format("{} and {} more files", files.front(), files.size() - 1);
}

/// The rules of the stores that were named; a UsageError tells the names there are.
std::vector<StoreRule> rules_of(const std::vector<std::string>& stores, const std::string& folder, Diagnostics& diagnostics) {
  std::vector<StoreRule> rules = stores.empty() ? std::vector<StoreRule>{} : read_store_rules(folder + "/stores.tsv", diagnostics);
  std::vector<std::string> names;
  for (const StoreRule& rule : rules)
    if (std::find(names.begin(), names.end(), rule.store) == names.end()) names.push_back(rule.store);
  bool all = false;
  for (const std::string& store : stores) {
    all = all || store == "all";
    if (store != "all" && std::find(names.begin(), names.end(), store) == names.end())
      throw UsageError(fmt::format("--store '{}' is none of {}, all", store, fmt::join(names, ", ")));
  }
  if (!all)
    std::erase_if(rules, [&stores](const StoreRule& rule) { return std::find(stores.begin(), stores.end(), rule.store) == stores.end(); });
  return rules;
}

int run(const Arguments& arguments) {
  const FailOn& fail_on = row_named("--fail-on", arguments.fail_on, kFailOn);
  const std::string_view format = row_named("--format", arguments.format, kFormats).name;
  Diagnostics diagnostics;
  const std::string folder = arguments.data.empty() ? find_data() : arguments.data;
  const std::vector<StoreRule> store_rules = rules_of(arguments.stores, folder, diagnostics);
  const Knowledge knowledge(folder, arguments.ontologies, {}, kBase, diagnostics);
  NodeTable nodes;
  Graph data, shapes_graph;
  const std::vector<std::string> shapes_files = arguments.shapes.empty() ? std::vector{folder + "/shapes.ttl"} : arguments.shapes;
  bool readable = knowledge.sound && add_files(arguments.files, "data", nodes, data, diagnostics);
  readable = readable && add_files(shapes_files, "shapes", nodes, shapes_graph, diagnostics);
  const std::size_t faults = diagnostics.count(Severity::Error);
  std::optional<Shapes> shapes;
  if (readable) shapes.emplace(shapes_graph, nodes, name_of(shapes_files), diagnostics);
  print(diagnostics, arguments.quiet);
  if (!readable || diagnostics.count(Severity::Error) > faults) return 1;

  const GraphTerms terms(nodes);
  const NodeNames names(data, terms, knowledge.prefixes, &knowledge.terms.property_labels());
  const Locator locator(data, terms);
  CheckReport report;
  const auto take = [&](Finding&& finding) {
    locator.place(finding);
    report.add(std::move(finding));
  };
  validate(*shapes, data, &knowledge.prefixes, take);
  check_dataset({data, terms, knowledge.terms, knowledge.prefixes, arguments.sources}, nodes, take);
  check_stores(data, store_rules, nodes, take);
  report.sort();

  const auto targeting = std::count_if(shapes->all().begin(), shapes->all().end(), [](const auto& shape) { return shape.has_targets(); });
  const std::string totals =
      fmt::format("checked {} triples by {} shapes and {} rules: {}\n", data.size(), targeting, dataset_rules().size(), report.totals());
  Output output(arguments.output);
  if (format == "tsv") {
    output.write(report.tsv(names));
  } else if (format == "turtle") {
    write_validation_report(output, report.findings(), shapes_graph, nodes, &knowledge.prefixes);
  } else {
    output.write(report.text(names, name_of(arguments.files), arguments.quiet ? Level::Error : Level::Info));
    if (!arguments.quiet) output.write(totals);
  }
  output.commit();
  if (format != "text" && !arguments.quiet) fmt::print(stderr, "{}", totals);
  const bool failed = fail_on.level && std::any_of(report.findings().begin(), report.findings().end(),
                                                   [&](const Finding& finding) { return finding.level <= *fail_on.level; });
  return failed || diagnostics.count(Severity::Error) > 0 ? 1 : 0;
}

}  // namespace

CommandAction declare_check(CLI::App& app) {
  const auto arguments = std::make_shared<Arguments>();
  const auto repeated = [](CLI::Option* option) { option->expected(1)->allow_extra_args(false)->take_all(); };
  app.add_option("file", arguments->files, "RDF files, which are one dataset; - is standard input; .gz is read")->required();
  repeated(app.add_option("--shapes", arguments->shapes, "SHACL shapes instead of the program's own; can be repeated"));
  app.add_option("--store", arguments->stores,
                 "name of a database, whose own reading rules must hold, too: blazegraph, graphdb, jena, oxigraph, qlever, virtuoso, all; "
                 "can be repeated")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all()
      ->delimiter(',');
  app.add_option("--fail-on", arguments->fail_on, "exit with 1 when there is a finding as bad as this: error, warning, info, none")
      ->capture_default_str();
  app.add_option("--format", arguments->format, "text; tsv (the columns of ROBOT's reports); turtle (a sh:ValidationReport)")
      ->capture_default_str();
  app.add_option("-o,--output", arguments->output, "file for the report; - is standard output")->capture_default_str();
  repeated(app.add_option("--sources", arguments->sources,
                          "folder in which the quoted files are looked for, besides the current one; can be repeated"));
  repeated(app.add_option("--ontology", arguments->ontologies, "ontology (OBO or RDF) to load besides the bundled one; can be repeated"));
  app.add_option("--data", arguments->data, "folder of the program's tables and ontologies");
  app.add_flag("-q,--quiet", arguments->quiet, "print errors only");
  return [arguments] { return run(*arguments); };
}

}  // namespace musclekg
