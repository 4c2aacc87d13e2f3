#include "app/graph_query.h"

#include <fmt/format.h>
#include <tsl/robin_map.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "app/commands.h"
#include "app/knowledge.h"
#include "app/rdf_document.h"
#include "base/text.h"
#include "jsonld/jsonld_writer.h"
#include "rdf/vocabulary.h"
#include "sparql/answer_reader.h"
#include "sparql/answer_writer.h"
#include "sparql/parse_query.h"
#include "sparql/query_variables.h"
#include "store/graph_store.h"

namespace musclekg {

namespace {

bool has_triples(SparqlQuery::Form form) { return form == SparqlQuery::Form::Construct || form == SparqlQuery::Form::Describe; }

std::string format_names() {
  std::string result;
  for (const AnswerFormat& format : answer_formats()) result += std::string(format.name) + ", ";
  result += "or, of CONSTRUCT and DESCRIBE, ";
  for (const Syntax& syntax : syntaxes()) result += (&syntax == &syntaxes().front() ? "" : ", ") + std::string(syntax.name);
  return result;
}

/// Seconds since 1970: SOURCE_DATE_EPOCH, or the clock.
std::int64_t now() {
  if (const char* const epoch = std::getenv("SOURCE_DATE_EPOCH")) return std::strtoll(epoch, nullptr, 10);
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

/// Triples by subject, in the order of their first ones.
void write_triples(const std::vector<Quad>& triples, const Syntax& syntax, const Prefixes& prefixes, Output& output) {
  WriterTables tables;
  const auto writer = syntax.name == "jsonld" ? flat_jsonld_writer(output) : syntax.make(output, tables);
  std::vector<const Node*> subjects;
  tsl::robin_map<const Node*, std::vector<Quad>> by_subject;
  for (const Quad& triple : triples) {
    std::vector<Quad>& its = by_subject[triple.subject];
    if (its.empty()) subjects.push_back(triple.subject);
    its.push_back(triple);
  }
  for (const Prefixes::Row& row : prefixes.rows())
    if (!row.id && std::any_of(triples.begin(), triples.end(), [&row](const Quad& triple) {
          return triple.subject->value.starts_with(row.iri) || triple.predicate->value.starts_with(row.iri) ||
                 triple.object->value.starts_with(row.iri) ||
                 (triple.object->datatype != nullptr && triple.object->datatype->value.starts_with(row.iri));
        }))
      writer->prefix(row.name, row.iri);
  for (const Node* const subject : subjects) {
    writer->begin(subject);
    for (const Quad& triple : by_subject[subject]) writer->quad(triple);
    writer->end();
  }
  writer->finish();
}

void write_answer(const QueryAnswer& answer, const GraphQueryOptions& options, const Prefixes& prefixes) {
  Output output(options.output);
  const bool triples = has_triples(answer.form);
  const std::size_t count = triples ? answer.triples.size() : answer.rows.size();
  if (triples) {
    write_triples(answer.triples, *syntax_named(options.format.empty() ? "turtle" : options.format), prefixes, output);
  } else {
    answer_format(options.format.empty() ? "table" : options.format)->write(answer, prefixes, output);
  }
  output.commit();
  if (!options.quiet && answer.form != SparqlQuery::Form::Ask)
    fmt::print(stderr, "{} {}{}\n", count, triples ? "triple" : "row", count == 1 ? "" : "s");
}

QueryAnswer ask_server(const std::string& text, const GraphQueryOptions& options, const Prefixes& prefixes, NodeTable& nodes) {
  HttpClient client(http_options(options.server));
  HttpRequest request;
  request.method = "POST";
  request.url = options.endpoint;
  request.content_type = "application/x-www-form-urlencoded";
  request.accept = fmt::format("{}, {}", kAnswerType, kTriplesType);
  request.body = "query=" + url_escaped(with_known_prefixes(text, prefixes));
  const HttpResponse response = client.send(request);
  if (!response.ok())
    throw Failure(fmt::format("{} answers {}:\n{}", options.endpoint, response.status_line, printable_answer(response.body)));
  const auto is = [&response](std::string_view type) { return ascii_lower(response.content_type).starts_with(type); };
  if (is("text/turtle") || is("application/n-triples") || is("text/plain") || is("text/rdf+n3")) {
    QueryAnswer answer;
    answer.form = SparqlQuery::Form::Construct;
    Diagnostics faults;
    const std::function<void(const Quad&)> take = [&answer](const Quad& quad) { answer.triples.push_back(quad); };
    QuadTaker taker(nodes, take);
    Input nothing("/dev/null", options.endpoint);
    read_rdf(nothing, response.body, RdfSyntax::Turtle, {}, taker, faults);
    if (faults.count(Severity::Error) > 0) throw Failure(format(faults.kept().front()));
    return answer;
  }
  return read_answer(response.body, nodes);
}

}  // namespace

void declare_graph_query(CLI::App& app, GraphQueryOptions& options) {
  app.add_option("--endpoint", options.endpoint, "URL of a SPARQL service to ask, instead of files; no password in it");
  app.add_option("--format", options.format, fmt::format("{}; otherwise table, or turtle", format_names()));
  app.add_option("-o,--output", options.output, "file for the answer; - is standard output")->capture_default_str();
  app.add_option("--from", options.from, "syntax of the files: jsonld, nquads, ntriples, rdfxml, trig, turtle; otherwise by extension");
  app.add_option("--base", options.base, "IRI that relative IRIs of the files are resolved against");
  app.add_option("--load", options.loads, "IRI=FILE, a context that JSON-LD names; IRI/=FOLDER, all below it; can be repeated")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
  app.add_flag("--lenient", options.lenient, "leave out statements with faults, instead of failing");
  declare_server_options(app, options.server);
  app.add_option("--data", options.data, "folder of the program's tables");
  app.add_flag("-q,--quiet", options.quiet, "print errors only");
}

void check_graph_query(const GraphQueryOptions& options) {
  if (options.files.empty() && options.endpoint.empty()) throw UsageError("say which files to ask, or which server: --endpoint URL");
  if (!options.files.empty() && !options.endpoint.empty())
    throw UsageError("a query is asked of files or of a server; leave out one of them");
  check_url("--endpoint", options.endpoint);
  if (!options.format.empty() && answer_format(options.format) == nullptr && syntax_named(options.format) == nullptr)
    throw UsageError(fmt::format("--format '{}' is none of {}", options.format, format_names()));
  if (!options.base.empty() && !valid_iri(options.base)) throw UsageError(fmt::format("--base '{}' must be an absolute IRI", options.base));
  if (std::count(options.files.begin(), options.files.end(), "-") > 1) throw UsageError("standard input can be one of the files");
  for (const std::string& file : options.files) document_syntax("--from", options.from, file);
}

std::string data_of(const GraphQueryOptions& options) { return options.data.empty() ? find_data() : options.data; }

Prefixes query_prefixes(const std::string& data, Diagnostics& diagnostics) {
  return load_prefixes(data + "/prefixes.tsv", kBase, diagnostics);
}

bool read_dataset(const GraphQueryOptions& options, QueryDataset& dataset, Diagnostics& diagnostics) {
  DocumentLoader loader = make_loader(options.loads, data_of(options));
  for (const std::string& file : options.files) {
    dataset.begin_document();
    read_document(file, document_syntax("--from", options.from, file), {options.base, options.lenient}, loader, dataset, diagnostics);
  }
  return diagnostics.count(Severity::Error) == 0;
}

std::optional<SparqlQuery> checked_query(const std::string& text, const std::string& name, const Prefixes& prefixes,
                                         Diagnostics& diagnostics) {
  auto query = parse_query(text, name, prefixes, diagnostics);
  if (query && !check_query(*query, name, diagnostics)) query.reset();
  return query;
}

void check_form(const GraphQueryOptions& options, SparqlQuery::Form form) {
  if (options.format.empty()) return;
  if (has_triples(form) && syntax_named(options.format) == nullptr)
    throw UsageError(
        fmt::format("--format {} is for SELECT and ASK; triples are written as turtle, ntriples or another syntax", options.format));
  if (!has_triples(form) && answer_format(options.format) == nullptr)
    throw UsageError(
        fmt::format("--format {} is for CONSTRUCT and DESCRIBE; rows are written as table, csv, tsv, json or xml", options.format));
}

void answer_from(QueryDataset& dataset, const SparqlQuery& query, const GraphQueryOptions& options, const Prefixes& prefixes) {
  dataset.index(query.from, query.from_named);
  write_answer(run_query(query, dataset, now()), options, prefixes);
}

void read_names_from_server(const std::string& words, const GraphQueryOptions& options, const Prefixes& prefixes, QueryDataset& dataset) {
  NodeTable& nodes = dataset.nodes();
  const std::string wanted(nodes.text(lower_case(trim(words)))->ntriples);
  const QueryAnswer answer = ask_server(fmt::format("SELECT DISTINCT ?term ?label {{ {{ ?term rdfs:label ?label }} UNION {{ ?term "
                                                    "skos:altLabel ?label }} FILTER(LCASE(STR(?label)) = {}) }}",
                                                    wanted),
                                        options, prefixes, nodes);
  const Node* const label = nodes.iri(rdfs::label);
  for (std::size_t i = 0; i < answer.rows.size(); ++i)
    if (answer.rows[i][0] != nullptr && answer.rows[i][1] != nullptr) dataset.quad({answer.rows[i][0], label, answer.rows[i][1]});
}

void answer_from_server(const std::string& text, const GraphQueryOptions& options, const Prefixes& prefixes) {
  NodeTable nodes;
  const QueryAnswer answer = ask_server(text, options, prefixes, nodes);
  check_form(options, answer.form);
  write_answer(answer, options, prefixes);
}

}  // namespace musclekg
