// musclekg diff

#include <fmt/format.h>

#include <memory>

#include "app/commands.h"
#include "app/knowledge.h"
#include "app/rdf_document.h"
#include "rdf/dataset_difference.h"
#include "rdf/held_dataset.h"

namespace musclekg {

namespace {

constexpr int kTrouble = 2;  ///< exit code

struct Arguments {
  std::string first, second, from, base, output = "-", data;
  std::vector<std::string> loads;
  bool lenient = false, quiet = false;
};

int run(const Arguments& arguments) {
  const Syntax& first_syntax = document_syntax("--from", arguments.from, arguments.first);
  const Syntax& second_syntax = document_syntax("--from", arguments.from, arguments.second);
  if (arguments.first == "-" && arguments.second == "-") throw UsageError("standard input can be one of the two files");
  DocumentLoader loader = make_loader(arguments.loads, arguments.data.empty() ? find_data() : arguments.data);
  Diagnostics diagnostics;
  const ReadingOptions options{arguments.base, arguments.lenient};
  HeldDataset first, second;
  read_document(arguments.first, first_syntax, options, loader, first, diagnostics);
  read_document(arguments.second, second_syntax, options, loader, second, diagnostics);
  print(diagnostics, arguments.quiet);
  if (diagnostics.count(Severity::Error) > 0) throw Failure("nothing was compared: a statement cannot be read");
  const DatasetDifference found = difference(first.quads(), second.quads());
  Output output(arguments.output);
  const auto tell = [&](std::string_view sign, const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
      output.write(sign);
      output.write(line);
      output.write('\n');
    }
  };
  tell("- ", found.removed);
  tell("+ ", found.added);
  output.commit();
  if (!arguments.quiet) fmt::print(stderr, "{} removed, {} added\n", found.removed.size(), found.added.size());
  return found.removed.empty() && found.added.empty() ? 0 : 1;
}

/// As diff(1) does: what keeps the files from being compared is no difference.
int run_or_trouble(const Arguments& arguments) {
  try {
    return run(arguments);
  } catch (const Failure& failure) {
    fmt::print(stderr, "musclekg: error: {}\n", failure.what());
    return kTrouble;
  }
}

}  // namespace

CommandAction declare_diff(CLI::App& app) {
  const auto arguments = std::make_shared<Arguments>();
  app.add_option("first", arguments->first, "RDF file; - is standard input; .gz is read")->required();
  app.add_option("second", arguments->second, "RDF file; - is standard input; .gz is read")->required();
  app.add_option("--from", arguments->from, "syntax of both: jsonld, nquads, ntriples, rdfxml, trig, turtle; otherwise by extension");
  app.add_option("--base", arguments->base, "IRI that relative IRIs are resolved against");
  app.add_option("-o,--output", arguments->output, "file for the statements that differ; - is standard output")->capture_default_str();
  app.add_option("--load", arguments->loads, "IRI=FILE, a context that JSON-LD names; IRI/=FOLDER, all below it; can be repeated")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
  app.add_flag("--lenient", arguments->lenient, "leave out statements with faults, instead of failing");
  app.add_option("--data", arguments->data, "folder of the program's tables");
  app.add_flag("-q,--quiet", arguments->quiet, "print errors and differences only");
  return [arguments] { return run_or_trouble(*arguments); };
}

}  // namespace musclekg
