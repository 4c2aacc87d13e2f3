// musclekg transcode

#include <fmt/format.h>

#include <memory>
#include <optional>

#include "app/commands.h"
#include "app/knowledge.h"
#include "app/rdf_document.h"
#include "base/text.h"
#include "jsonld/from_rdf.h"
#include "jsonld/jsonld_error.h"
#include "jsonld/jsonld_writer.h"
#include "jsonld/processor.h"
#include "rdf/canonical_dataset.h"
#include "rdf/held_dataset.h"
#include "rdf/topics.h"

namespace musclekg {

namespace {

struct Arguments {
  std::string input, output, from, to, base, context, frame, form = "flat", data;
  std::vector<std::string> loads, prefixes;
  bool lenient = false, canonical = false, quiet = false;
};

/// What the run is about, checked before anything is opened.
struct Plan {
  const Syntax& from;
  const Syntax& to;
  bool nested = false;     ///< JSON-LD in the form of `convert`
  bool processed = false;  ///< JSON-LD under the user's context or frame
};

Plan plan_of(const Arguments& arguments) {
  Plan plan{document_syntax("--from", arguments.from, arguments.input), document_syntax("--to", arguments.to, arguments.output)};
  plan.nested = arguments.form == "nested";
  plan.processed = !arguments.context.empty() || !arguments.frame.empty();
  if (arguments.form != "nested" && arguments.form != "flat")
    throw UsageError(fmt::format("--form '{}' is neither flat nor nested", arguments.form));
  if ((plan.processed || plan.nested) && plan.to.name != "jsonld")
    throw UsageError("--context, --frame and --form are for JSON-LD; say --to jsonld");
  if (plan.processed && plan.nested) throw UsageError("--form nested has a context of its own; leave out --context and --frame");
  if (arguments.canonical && plan.to.name != "nquads" && plan.to.name != "ntriples")
    throw UsageError("the canonical form is one of N-Quads; say --to nquads or ntriples");
  if (!arguments.base.empty() && !valid_iri(arguments.base))
    throw UsageError(fmt::format("--base '{}' must be an absolute IRI", arguments.base));
  return plan;
}

/// The prefixes of the user before those of the program.
Prefixes writing_prefixes(const std::string& data, const std::vector<std::string>& given, Diagnostics& diagnostics) {
  Prefixes result;
  for (const std::string& row : given) {
    const std::size_t sign = row.find('=');
    if (sign == std::string::npos || !valid_iri(row.substr(sign + 1)) || !result.add(row.substr(0, sign), row.substr(sign + 1), false))
      throw UsageError(fmt::format("--prefix '{}' must be NAME=IRI, each name and each IRI once", row));
  }
  const Prefixes known = load_prefixes(data + "/prefixes.tsv", kBase, diagnostics);
  for (const Prefixes::Row& row : known.rows())
    if (!row.id) result.add(row.name, row.iri, false);
  return result;
}

/// What was read and written, for standard error.
struct Account {
  std::size_t statements = 0, named = 0;
  ReadingResult reading;
};

/// Everything from one reader to one writer, a topic at a time.
Account stream(const Arguments& arguments, const Plan& plan, const std::string& data, const ReadingOptions& options, DocumentLoader& loader,
               Output& output, Diagnostics& diagnostics) {
  const Prefixes prefixes = writing_prefixes(data, arguments.prefixes, diagnostics);
  NodeTable lasting;
  WriterTables tables;
  if (plan.nested) tables.context = Context(data + "/context.jsonld", diagnostics);
  const bool flat = plan.to.name == "jsonld" && !plan.nested;
  const auto writer = flat ? flat_jsonld_writer(output) : plan.to.make(output, tables);
  Topics topics(lasting, prefixes, *writer);
  Account account;
  account.reading = read_document(arguments.input, plan.from, options, loader, topics, diagnostics);
  topics.finish();
  account.statements = topics.count();
  account.named = topics.named();
  return account;
}

/// The ways that need the whole document at once.
Account hold(const Arguments& arguments, const Plan& plan, const ReadingOptions& options, DocumentLoader& loader, Output& output,
             Diagnostics& diagnostics) {
  HeldDataset held;
  Account account;
  account.reading = read_document(arguments.input, plan.from, options, loader, held, diagnostics);
  std::vector<Quad> quads = held.quads();
  account.statements = quads.size();
  for (Quad& quad : quads) {
    if (quad.graph == nullptr) continue;
    ++account.named;
    if (!plan.to.graphs) quad.graph = nullptr;
  }
  if (arguments.canonical) {
    CanonicalDataset(quads).each_line([&output](std::string_view line) { output.write(line); });
    return account;
  }
  JsonldOptions jsonld;
  jsonld.base = options.base;
  try {
    Json document = from_rdf(quads, jsonld);
    const Json frame_document = arguments.frame.empty() ? Json() : read_json(arguments.frame, diagnostics);
    const Json context = arguments.context.empty() ? Json() : read_json(arguments.context, diagnostics);
    if (frame_document.is_discarded() || context.is_discarded()) return account;
    if (!arguments.frame.empty()) document = frame(document, frame_document, jsonld, loader);
    if (!arguments.context.empty()) document = compact(document, context, jsonld, loader);
    write_json(output, document);
  } catch (const JsonldError& error) {
    diagnostics.error({arguments.frame.empty() ? arguments.context : arguments.frame, {}}, error.code, error.what());
  }
  return account;
}

int run(const Arguments& arguments) {
  const Plan plan = plan_of(arguments);
  const std::string data = arguments.data.empty() ? find_data() : arguments.data;
  DocumentLoader loader = make_loader(arguments.loads, data);
  Diagnostics diagnostics;
  Output output(arguments.output);
  const ReadingOptions options{arguments.base, arguments.lenient};
  const Account account = plan.processed || arguments.canonical ? hold(arguments, plan, options, loader, output, diagnostics)
                                                                : stream(arguments, plan, data, options, loader, output, diagnostics);
  if (account.named > 0 && !plan.to.graphs)
    diagnostics.warning({document_name(arguments.input), {}}, "graphs-merged",
                        fmt::format("{} has no named graphs: {} statements lose the names of theirs", plan.to.name, account.named),
                        "nquads, trig and jsonld keep them");
  print(diagnostics, arguments.quiet);
  if (diagnostics.count(Severity::Error) > 0) return 1;
  output.commit();
  if (!arguments.quiet) {
    const std::string skipped = account.reading.skipped > 0 ? fmt::format("; {} left out for their faults", account.reading.skipped) : "";
    fmt::print(stderr, "{} statements from {} to {}{}\n", account.statements, plan.from.name, plan.to.name, skipped);
  }
  return 0;
}

}  // namespace

CommandAction declare_transcode(CLI::App& app) {
  const auto arguments = std::make_shared<Arguments>();
  const auto repeated = [](CLI::Option* option) { option->expected(1)->allow_extra_args(false)->take_all(); };
  app.add_option("input", arguments->input, "RDF file; - is standard input; .gz is read")->required();
  app.add_option("output", arguments->output, "file to write; - is standard output")->required();
  app.add_option("--from", arguments->from, "syntax of the input: jsonld, nquads, ntriples, rdfxml, trig, turtle; otherwise by extension");
  app.add_option("--to", arguments->to, "syntax of the output; otherwise by extension");
  app.add_option("--base", arguments->base, "IRI that relative IRIs of the input are resolved against");
  app.add_option("--context", arguments->context, "JSON-LD context to compact the output with");
  app.add_option("--frame", arguments->frame, "JSON-LD frame that gives the output its shape");
  app.add_option("--form", arguments->form, "of JSON-LD without --context and --frame: flat; nested, as convert writes it")
      ->capture_default_str();
  repeated(app.add_option("--prefix", arguments->prefixes, "NAME=IRI, for an input that declares no prefixes; can be repeated"));
  repeated(app.add_option("--load", arguments->loads,
                          "IRI=FILE, a context that JSON-LD names; IRI/=FOLDER, all below it; nothing is fetched; can be repeated"));
  app.add_flag("--canonical", arguments->canonical, "write the canonical form (RDFC-1.0) of N-Quads: sorted, with canonical blank nodes");
  app.add_flag("--lenient", arguments->lenient, "leave out and count statements with faults, instead of failing");
  app.add_option("--data", arguments->data, "folder of the program's tables");
  app.add_flag("-q,--quiet", arguments->quiet, "print errors only");
  return [arguments] { return run(*arguments); };
}

}  // namespace musclekg
