// musclekg jsonld

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "app/commands.h"
#include "app/knowledge.h"
#include "app/rdf_document.h"
#include "base/text.h"
#include "jsonld/from_rdf.h"
#include "jsonld/jsonld_error.h"
#include "jsonld/processor.h"
#include "rdf/held_dataset.h"
#include "rdf/ntriples_writer.h"

namespace musclekg {

namespace {

struct Arguments {
  std::string algorithm, input, output = "-", context, frame, expand_context, processing_mode, rdf_direction, embed, from, data;
  std::vector<std::string> loads;
  JsonldOptions options;
  bool omit_graph = false, quiet = false;
};

/// What an algorithm is given. `context` and `frame` are null where there is none.
struct Work {
  const Json& document;
  const Json& context;
  const Json& frame;
  const JsonldOptions& options;
  DocumentLoader& loader;
};

struct Algorithm {
  std::string_view name;
  bool context, frame;            ///< whether it takes one
  Json (*run)(const Work& work);  ///< nullptr: to or from RDF
};

constexpr std::array<Algorithm, 6> kAlgorithms = {{
    {"expand", false, false, [](const Work& work) { return expand(work.document, work.options, work.loader); }},
    {"compact", true, false, [](const Work& work) { return compact(work.document, work.context, work.options, work.loader); }},
    {"flatten", true, false, [](const Work& work) { return flatten(work.document, work.context, work.options, work.loader); }},
    {"frame", false, true, [](const Work& work) { return frame(work.document, work.frame, work.options, work.loader); }},
    {"tordf", false, false, nullptr},
    {"fromrdf", false, false, nullptr},
}};

struct Word {
  std::string_view name;
  int value;
};

/// The value of a word of an option; a UsageError tells which there are.
template <std::size_t Size>
int value_of(std::string_view option, std::string_view word, const std::array<Word, Size>& words) {
  std::vector<std::string_view> names;
  for (const Word& row : words) {
    if (row.name == word) return row.value;
    names.push_back(row.name);
  }
  throw UsageError(fmt::format("{} '{}' is none of {}", option, word, fmt::join(names, ", ")));
}

constexpr std::array<Word, 2> kModes = {{{"json-ld-1.1", 0}, {"json-ld-1.0", 1}}};
constexpr std::array<Word, 2> kDirections = {{{"i18n-datatype", static_cast<int>(RdfDirection::I18nDatatype)},
                                              {"compound-literal", static_cast<int>(RdfDirection::CompoundLiteral)}}};
constexpr std::array<Word, 6> kEmbeds = {{{"@always", static_cast<int>(Embed::Always)},
                                          {"@once", static_cast<int>(Embed::Once)},
                                          {"@never", static_cast<int>(Embed::Never)},
                                          {"always", static_cast<int>(Embed::Always)},
                                          {"once", static_cast<int>(Embed::Once)},
                                          {"never", static_cast<int>(Embed::Never)}}};

const Algorithm& algorithm_of(const Arguments& arguments) {
  const auto found = std::find_if(kAlgorithms.begin(), kAlgorithms.end(),
                                  [&](const Algorithm& algorithm) { return algorithm.name == arguments.algorithm; });
  if (found == kAlgorithms.end())
    throw UsageError(fmt::format("'{}' is none of expand, compact, flatten, frame, tordf, fromrdf", arguments.algorithm));
  if (!arguments.context.empty() && !found->context) throw UsageError(fmt::format("{} takes no --context", found->name));
  if (!arguments.frame.empty() && !found->frame) throw UsageError(fmt::format("{} takes no --frame", found->name));
  if (found->frame && arguments.frame.empty()) throw UsageError("frame needs a --frame");
  if (found->name == "compact" && arguments.context.empty()) throw UsageError("compact needs a --context");
  return *found;
}

/// The options of the specification, but for those that name files.
JsonldOptions options_of(const Arguments& arguments, const CLI::App& app) {
  JsonldOptions options = arguments.options;
  if (!options.base.empty() && !valid_iri(options.base)) throw UsageError(fmt::format("--base '{}' must be an absolute IRI", options.base));
  if (!arguments.processing_mode.empty())
    options.processing_mode_10 = value_of("--processing-mode", arguments.processing_mode, kModes) != 0;
  if (!arguments.rdf_direction.empty())
    options.rdf_direction = static_cast<RdfDirection>(value_of("--rdf-direction", arguments.rdf_direction, kDirections));
  if (!arguments.embed.empty()) options.embed = static_cast<Embed>(value_of("--embed", arguments.embed, kEmbeds));
  if (app.count("--omit-graph") > 0) options.omit_graph = arguments.omit_graph;
  return options;
}

/// Runs a step; an error of the specification is a finding in the file it is about.
template <class Step>
void attempt(const std::string& path, Diagnostics& diagnostics, Step step) {
  try {
    step();
  } catch (const JsonldError& error) {
    diagnostics.error({document_name(path), {}}, error.code, error.what());
  }
}

void from_rdf(const Arguments& arguments, const JsonldOptions& options, DocumentLoader& loader, Output& output, Diagnostics& diagnostics) {
  const std::string syntax = arguments.from.empty() && arguments.input == "-" ? "nquads" : arguments.from;
  HeldDataset held;
  read_document(arguments.input, document_syntax("--from", syntax, arguments.input), {options.base, false}, loader, held, diagnostics);
  if (diagnostics.count(Severity::Error) > 0) return;
  attempt(arguments.input, diagnostics, [&] { write_json(output, musclekg::from_rdf(held.quads(), options)); });
}

void to_rdf(const Json& document, const Arguments& arguments, const JsonldOptions& options, DocumentLoader& loader, Output& output,
            Diagnostics& diagnostics) {
  const auto writer = nquads_writer(output);
  NodeTable nodes;
  attempt(arguments.input, diagnostics,
          [&] { musclekg::to_rdf(document, options, loader, nodes, [&](const Quad& quad) { writer->quad(quad); }); });
}

int run(const Arguments& arguments, const CLI::App& app) {
  const Algorithm& algorithm = algorithm_of(arguments);
  JsonldOptions options = options_of(arguments, app);
  DocumentLoader loader = make_loader(arguments.loads, arguments.data.empty() ? find_data() : arguments.data);
  Diagnostics diagnostics;
  const auto read = [&](const std::string& path) { return path.empty() ? Json() : read_json(path, diagnostics); };
  options.expand_context = read(arguments.expand_context);
  const Json context = read(arguments.context), frame = read(arguments.frame);
  const Json document = algorithm.name == "fromrdf" ? Json() : read_json(arguments.input, diagnostics);
  Output output(arguments.output);
  if (diagnostics.count(Severity::Error) == 0) {
    if (algorithm.name == "fromrdf") {
      from_rdf(arguments, options, loader, output, diagnostics);
    } else if (algorithm.name == "tordf") {
      to_rdf(document, arguments, options, loader, output, diagnostics);
    } else {
      attempt(arguments.input, diagnostics, [&] { write_json(output, algorithm.run({document, context, frame, options, loader})); });
    }
  }
  print(diagnostics, arguments.quiet);
  if (diagnostics.count(Severity::Error) > 0) return 1;
  output.commit();
  return 0;
}

}  // namespace

CommandAction declare_jsonld(CLI::App& app) {
  const auto arguments = std::make_shared<Arguments>();
  JsonldOptions& options = arguments->options;
  app.add_option("algorithm", arguments->algorithm, "expand, compact, flatten, frame, tordf (N-Quads out), fromrdf (any RDF in)")
      ->required();
  app.add_option("input", arguments->input, "JSON-LD, for fromrdf an RDF file; - is standard input; .gz is read")->required();
  app.add_option("-o,--output", arguments->output, "file to write; - is standard output")->capture_default_str();
  app.add_option("--context", arguments->context, "file of the context to compact with");
  app.add_option("--frame", arguments->frame, "file of the frame");
  app.add_option("--base", options.base, "IRI of the document, for relative IRIs");
  app.add_option("--expand-context", arguments->expand_context, "file of a context that is used before that of the document");
  app.add_flag("--compact-arrays,!--no-compact-arrays", options.compact_arrays, "an array of one value becomes the value (the default)");
  app.add_flag("--compact-to-relative,!--no-compact-to-relative", options.compact_to_relative,
               "IRIs become relative to the base when compacting (the default)");
  app.add_flag("--ordered", options.ordered, "keys in the order of their code points, as they always are here");
  app.add_option("--processing-mode", arguments->processing_mode, "json-ld-1.1 (the default) or json-ld-1.0");
  app.add_flag("--use-native-types", options.use_native_types, "fromrdf: numbers and booleans of JSON for those of XSD");
  app.add_flag("--use-rdf-type", options.use_rdf_type, "fromrdf: rdf:type as a property, not as @type");
  app.add_option("--rdf-direction", arguments->rdf_direction,
                 "how the base direction of text stands in RDF: i18n-datatype or compound-literal; otherwise it is left out");
  app.add_flag("--produce-generalized-rdf", options.produce_generalized_rdf, "tordf: blank nodes as predicates, too");
  app.add_option("--embed", arguments->embed, "frame: nodes in full @once (the default), @always or @never");
  app.add_flag("--explicit,!--no-explicit", options.explicit_inclusion, "frame: only the properties that the frame has");
  app.add_flag("--omit-default,!--no-omit-default", options.omit_default, "frame: nothing for properties that a node lacks");
  app.add_flag("--omit-graph,!--no-omit-graph", arguments->omit_graph,
               "frame: no @graph around a single node (the default, but in json-ld-1.0)");
  app.add_flag("--require-all,!--no-require-all", options.require_all, "frame: nodes that match all properties of the frame");
  app.add_option("--load", arguments->loads,
                 "IRI=FILE, a context that the document names; IRI/=FOLDER, all below it; nothing is fetched; "
                 "can be repeated")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
  app.add_option("--from", arguments->from, "fromrdf: syntax of the input, otherwise by extension; N-Quads from standard input");
  app.add_option("--data", arguments->data, "folder of the program's tables");
  app.add_flag("-q,--quiet", arguments->quiet, "print errors only");
  return [arguments, &app] { return run(*arguments, app); };
}

}  // namespace musclekg
