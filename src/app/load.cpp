// musclekg load

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <memory>
#include <optional>

#include "app/commands.h"
#include "app/knowledge.h"
#include "app/rdf_document.h"
#include "app/server_options.h"
#include "base/hash.h"
#include "base/text.h"
#include "store/bulk_script.h"
#include "store/graph_load.h"

namespace musclekg {

namespace {

struct Arguments {
  std::vector<std::string> files, graphs_to_delete, loads;
  std::string url, store = "generic", graph, method = "auto", graph_store_url, update_url, query_url, script, output, from, base, data;
  ServerOptions server;
  std::uint64_t batch = 0;
  bool add = false, dry_run = false, quiet = false;
};

/// What the run is about, checked before anything is opened.
struct Plan {
  const StoreKind* kind = nullptr;
  const BulkLoader* loader = nullptr;
  LoadPlan load;
};

template <typename Rows>
std::string names_of(const Rows& rows) {
  std::string names;
  for (const auto& row : rows) names.append(names.empty() ? "" : ", ").append(row.name);
  return names;
}

LoadPlan load_plan(const Arguments& arguments, const StoreKind& kind) {
  LoadPlan plan;
  plan.add = arguments.add;
  if (arguments.method == "graph-store") {
    plan.method = LoadMethod::Direct;
  } else if (arguments.method == "update") {
    plan.method = LoadMethod::Update;
  } else if (arguments.method != "auto") {
    throw UsageError(fmt::format("--method '{}' is none of auto, graph-store, update", arguments.method));
  }
  plan.batch.triples = arguments.batch == 0 && plan.method == LoadMethod::Update ? kUpdateBatch : arguments.batch;
  if (plan.method == LoadMethod::Direct && arguments.batch > 0)
    throw UsageError("--method graph-store sends each graph in one request; leave out --batch");
  if (plan.method == LoadMethod::Direct && !kind.puts && !plan.add)
    throw UsageError(fmt::format("{} has no request that replaces a graph; leave out --method, or say --add", kind.name));
  return plan;
}

Plan plan_of(const Arguments& arguments) {
  Plan plan;
  if (arguments.files.empty() == arguments.graphs_to_delete.empty())
    throw UsageError("say which files to load, or which graphs to --delete");
  for (const std::string& iri : arguments.graphs_to_delete)
    if (!valid_iri(iri) && iri != "default") throw UsageError(fmt::format("--delete '{}' must be an absolute IRI, or default", iri));
  if (!arguments.graph.empty() && !valid_iri(arguments.graph))
    throw UsageError(fmt::format("--graph '{}' must be an absolute IRI", arguments.graph));
  if (!arguments.base.empty() && !valid_iri(arguments.base))
    throw UsageError(fmt::format("--base '{}' must be an absolute IRI", arguments.base));
  if (!arguments.script.empty()) {
    plan.loader = bulk_loader(arguments.script);
    if (plan.loader == nullptr) throw UsageError(fmt::format("--script '{}' is none of {}", arguments.script, names_of(bulk_loaders())));
    if (arguments.output.empty()) throw UsageError("--script needs the folder to write to: -o FOLDER");
    if (!arguments.url.empty() || arguments.files.empty()) throw UsageError("--script loads nothing itself; leave out --to and --delete");
    return plan;
  }
  if (arguments.url.empty()) throw UsageError("say where to load to: --to URL, or --script NAME -o FOLDER");
  if (!arguments.output.empty()) throw UsageError("-o is for --script");
  plan.kind = store_kind(arguments.store);
  if (plan.kind == nullptr) throw UsageError(fmt::format("--store '{}' is none of {}", arguments.store, names_of(store_kinds())));
  check_url("--to", arguments.url);
  check_url("--graph-store", arguments.graph_store_url);
  check_url("--update", arguments.update_url);
  check_url("--query", arguments.query_url);
  plan.load = load_plan(arguments, *plan.kind);
  return plan;
}

/// All documents as one dataset; false when a statement cannot be read.
bool read_files(const Arguments& arguments, GraphFiles& files, Diagnostics& diagnostics) {
  DocumentLoader loader = make_loader(arguments.loads, arguments.data.empty() ? find_data() : arguments.data);
  std::vector<const Syntax*> syntaxes;
  for (const std::string& file : arguments.files) syntaxes.push_back(&document_syntax("--from", arguments.from, file));
  for (std::size_t i = 0; i < syntaxes.size(); ++i) {
    files.begin_document();
    read_document(arguments.files[i], *syntaxes[i], {arguments.base, false}, loader, files, diagnostics);
  }
  files.finish();
  const std::string name = document_name(arguments.files.front());
  const Location first{name, {}};
  if (files.unnamed() > 0)
    diagnostics.error(first, "blank-graph", fmt::format("{} statements are in graphs that a blank node names", files.unnamed()),
                      "a database needs an IRI for each graph");
  if (files.shared_nodes() > 0)
    diagnostics.warning(first, "blank-node-parted",
                        fmt::format("{} blank nodes are in several graphs; each graph has a node of its own then", files.shared_nodes()),
                        "give what several graphs speak of an IRI");
  if (files.graphs().empty() && diagnostics.count(Severity::Error) == 0)
    diagnostics.error(first, "nothing-to-load", "there are no statements", "--delete IRI removes a graph");
  return diagnostics.count(Severity::Error) == 0;
}

/// How far a graph is sent, on a terminal.
class Progress {
 public:
  explicit Progress(bool quiet) : shown_(!quiet && ::isatty(STDERR_FILENO) == 1) {}

  void sending(const GraphFile& graph, std::uint64_t sent, std::uint64_t of) {
    const std::uint64_t percent = of == 0 ? 100 : 100 * sent / of;
    if (!shown_ || percent == percent_) return;
    percent_ = percent;
    fmt::print(stderr, "\r\x1B[K{}: {} % of {} bytes", graph_words(graph.graph), percent, of);
  }
  void clear() {
    if (shown_ && percent_) fmt::print(stderr, "\r\x1B[K");
    percent_.reset();
  }

 private:
  bool shown_;
  std::optional<std::uint64_t> percent_;
};

/// Letters and digits that no other run has.
std::string run_name() {
  const auto now = std::chrono::system_clock::now().time_since_epoch().count();
  return fmt::format("{:016x}", fingerprint(fmt::format("{} {}", now, ::getpid())).low);
}

void tell_plan(const GraphStore& store, GraphFiles& files, const LoadPlan& plan) {
  for (const GraphFile& graph : files.graphs()) {
    fmt::print("{}: {} triples, {} bytes\n", graph_words(graph.graph), graph.triples, graph.bytes);
    for (const std::string& line : planned_requests(store, files, graph, plan, "...")) fmt::print("  {}\n", line);
  }
}

/// What servers are known to say, and what to do then.
struct KnownAnswer {
  std::string_view part;
  std::string_view hint;
};

constexpr KnownAnswer kKnownAnswers[] = {
    {"SR325",
     "raise TransactionAfterImageLimit in [Parameters] of the server's ini (100 bytes for each triple, old and new), or use --script "
     "virtuoso"},
    {"SP030: SPARQL compiler", "a smaller --batch, or --method auto"},
    {"is not allowed in a constant clause", "this server takes no blank nodes in updates: --method auto"},
};

/// The finding, and below it what the server says, whole.
void tell_fault(const StoreFault& fault) {
  std::string hint;
  for (const KnownAnswer& known : kKnownAnswers)
    if (fault.answer().find(known.part) != std::string::npos) hint = known.hint;
  Diagnostics diagnostics;
  diagnostics.error({fault.url(), {}}, fault.rule(), fault.what(), hint);
  print(diagnostics, true);
  if (fault.answer().empty()) return;
  for (const std::string_view line : split(trim(fault.answer()), '\n')) fmt::print(stderr, "  {}\n", line);
}

GraphStore open_store(const Arguments& arguments, const Plan& plan) {
  const HttpOptions options = http_options(arguments.server);
  Endpoints endpoints = endpoints_of(*plan.kind, arguments.url, !options.credentials.user.empty() || options.use_netrc);
  if (!arguments.graph_store_url.empty()) endpoints.graph_store = arguments.graph_store_url;
  if (!arguments.update_url.empty()) endpoints.update = arguments.update_url;
  if (!arguments.query_url.empty()) endpoints.query = arguments.query_url;
  return {std::move(endpoints), std::move(options)};
}

int delete_named(const Arguments& arguments, const Plan& plan) {
  std::vector<std::string> graphs = arguments.graphs_to_delete;
  for (std::string& graph : graphs)
    if (graph == "default") graph.clear();
  GraphStore store = open_store(arguments, plan);
  if (arguments.dry_run) {
    for (const std::string& graph : graphs) fmt::print("{}: deleted at {}\n", graph_words(graph), store.endpoints().update);
    return 0;
  }
  delete_graphs(store, graphs, [&](const std::string& graph) {
    if (!arguments.quiet) fmt::print(stderr, "{}: deleted, the server holds 0\n", graph_words(graph));
  });
  return 0;
}

int write_script(const Arguments& arguments, const Plan& plan, const GraphFiles& files) {
  const std::string data = arguments.data.empty() ? find_data() : arguments.data;
  const std::vector<std::string> names =
      write_bulk_script(files, *plan.loader, fmt::format("{}/stores/{}", data, plan.loader->name), arguments.output);
  if (!arguments.quiet) fmt::print(stderr, "{} files in {}; run load.sh there\n", names.size(), arguments.output);
  return 0;
}

int run(const Arguments& arguments) {
  const Plan plan = plan_of(arguments);
  if (!arguments.graphs_to_delete.empty()) return delete_named(arguments, plan);
  GraphFiles files(arguments.graph);
  Diagnostics diagnostics;
  const bool readable = read_files(arguments, files, diagnostics);
  print(diagnostics, arguments.quiet);
  if (!readable) throw Failure("nothing was loaded");
  const bool default_graph = plan.loader != nullptr ? plan.loader->default_graph : plan.kind->default_graph;
  for (const GraphFile& graph : files.graphs())
    if (graph.graph.empty() && !default_graph)
      throw UsageError(fmt::format("{} has no default graph; name one for the {} triples without: --graph IRI",
                                   plan.loader != nullptr ? plan.loader->name : plan.kind->name, graph.triples));
  if (plan.loader != nullptr) return write_script(arguments, plan, files);

  GraphStore store = open_store(arguments, plan);
  if (arguments.dry_run) {
    tell_plan(store, files, plan.load);
    return 0;
  }
  Progress progress(arguments.quiet);
  LoadProgress told;
  told.sending = [&](const GraphFile& graph, std::uint64_t sent, std::uint64_t of) { progress.sending(graph, sent, of); };
  told.loaded = [&](const LoadedGraph& graph) {
    progress.clear();
    if (!arguments.quiet)
      fmt::print(stderr, "{}: {} triples sent, the server holds {}\n", graph_words(graph.graph), graph.sent, graph.held);
  };
  try {
    load_graphs(store, files, plan.load, run_name(), told);
  } catch (const StoreFault&) {
    progress.clear();
    throw;
  }
  return 0;
}

int run_and_tell(const Arguments& arguments) {
  try {
    return run(arguments);
  } catch (const StoreFault& fault) {
    tell_fault(fault);
    return 1;
  }
}

}  // namespace

CommandAction declare_load(CLI::App& app) {
  const auto arguments = std::make_shared<Arguments>();
  const auto repeated = [](CLI::Option* option) { option->expected(1)->allow_extra_args(false)->take_all(); };
  app.add_option("files", arguments->files, "RDF files, taken together; - is standard input; .gz is read");
  app.add_option("--to", arguments->url, "URL of the database; no password in it");
  app.add_option("--store", arguments->store,
                 fmt::format("what it is: {}; generic has its services at the URL itself", names_of(store_kinds())))
      ->capture_default_str();
  app.add_option("--graph-store", arguments->graph_store_url, "URL of the SPARQL Graph Store, if not that of --store");
  app.add_option("--update", arguments->update_url, "URL of SPARQL Update, if not that of --store");
  app.add_option("--query", arguments->query_url, "URL of SPARQL queries, if not that of --store");
  app.add_option("--graph", arguments->graph, "IRI of the graph for statements without one; otherwise the default graph");
  app.add_flag("--add", arguments->add, "add to what the graphs have, instead of replacing them");
  repeated(app.add_option("--delete", arguments->graphs_to_delete, "IRI of a graph to remove, or default; can be repeated"));
  app.add_option("--method", arguments->method,
                 "auto: made ready beside each graph, then moved; update: the same with SPARQL Update alone; graph-store: one request "
                 "a graph, as safe as the server makes it")
      ->capture_default_str();
  app.add_option("--batch", arguments->batch, "triples a request; otherwise a graph is one request, with --method update 1000");
  app.add_flag("--dry-run", arguments->dry_run, "print what would be sent, and send nothing");
  declare_server_options(app, arguments->server);
  app.add_option("--script", arguments->script,
                 fmt::format("write files and a script for a bulk loader instead: {}", names_of(bulk_loaders())));
  app.add_option("-o,--output", arguments->output, "folder for --script");
  app.add_option("--from", arguments->from, "syntax of the files: jsonld, nquads, ntriples, rdfxml, trig, turtle; otherwise by extension");
  app.add_option("--base", arguments->base, "IRI that relative IRIs are resolved against");
  repeated(
      app.add_option("--load", arguments->loads, "IRI=FILE, a context that JSON-LD names; IRI/=FOLDER, all below it; can be repeated"));
  app.add_option("--data", arguments->data, "folder of the program's tables");
  app.add_flag("-q,--quiet", arguments->quiet, "print errors only");
  return [arguments] { return run_and_tell(*arguments); };
}

}  // namespace musclekg
