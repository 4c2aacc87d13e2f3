// musclekg load, against a server that keeps graphs as sets of lines.

#include <sys/stat.h>

#include "fake_store.h"
#include "store/graph_load.h"
#include "test.h"

namespace musclekg::test {
namespace {

constexpr std::string_view kThree =
    "<urn:a> <urn:p> \"x\" <urn:g> .\n<urn:a> <urn:p> \"y\" <urn:g> .\n<urn:a> <urn:p> \"x\" <urn:g> .\n<urn:a> <urn:p> \"z\" <urn:h> .\n";

Result load(const FakeStore& store, std::vector<std::string> more, std::string_view quads = kThree) {
  std::vector<std::string> words = {"load", "-", "--from", "nquads", "--to", store.url()};
  if (std::find(more.begin(), more.end(), "--store") == more.end()) more.insert(more.end(), {"--store", "oxigraph"});
  words.insert(words.end(), more.begin(), more.end());
  Surroundings surroundings;
  surroundings.variables = {{"MUSCLEKG_USER", ""}, {"MUSCLEKG_PASSWORD", ""}};
  return run_program(words, quads, surroundings);
}

TEST(Load, ReplacesGraphsAndTellsTheNumbers) {
  FakeStore store;
  const Result result = load(store, {});
  EXPECT_EQ(result.exit, 0) << result.err;
  EXPECT_EQ(result.err, "<urn:g>: 2 triples sent, the server holds 2\n<urn:h>: 1 triples sent, the server holds 1\n");
  EXPECT_EQ(store.told(), "PUT count PUT count MOVE count MOVE count");
  EXPECT_EQ(store.graphs["urn:g"], (std::set<std::string>{"<urn:a> <urn:p> \"x\" .", "<urn:a> <urn:p> \"y\" ."}));
  EXPECT_EQ(store.left_over(), 0u);
  EXPECT_EQ(load(store, {"-q"}).err, "");
  EXPECT_EQ(store.graphs.size(), 2u);
}

TEST(Load, PutsStatementsWithoutGraphWhereTheyAreTold) {
  FakeStore store;
  EXPECT_EQ(load(store, {}, "<urn:a> <urn:p> <urn:b> .\n").exit, 0);
  EXPECT_EQ(store.graphs[""].size(), 1u);
  EXPECT_EQ(load(store, {"--graph", "urn:n"}, "<urn:a> <urn:p> <urn:b> .\n").exit, 0);
  EXPECT_EQ(store.graphs["urn:n"].size(), 1u);
}

TEST(Load, AddsToGraphs) {
  for (const char* method : {"auto", "update", "graph-store"}) {
    FakeStore store;
    const Result result = load(store, {"--add", "--method", method});
    EXPECT_EQ(result.exit, 0) << result.err;
    EXPECT_TRUE(has(result.err, "<urn:g>: 2 triples sent, the server holds 4\n")) << result.err;
    EXPECT_EQ(store.left_over(), 0u) << method;
  }
}

TEST(Load, UsesTheGraphStoreAloneWhenTold) {
  FakeStore store;
  EXPECT_EQ(load(store, {"--method", "graph-store"}).exit, 0);
  EXPECT_EQ(store.told(), "PUT count PUT count");
  EXPECT_EQ(store.graphs["urn:g"].size(), 2u);
}

TEST(Load, UsesUpdatesAloneWhenTold) {
  FakeStore store;
  EXPECT_EQ(load(store, {"--method", "update", "--batch", "1"}).exit, 0);
  EXPECT_EQ(store.told(), "INSERT INSERT count INSERT count MOVE count MOVE count");
  EXPECT_EQ(store.graphs["urn:g"].size(), 2u);
}

TEST(Load, DeletesGraphs) {
  FakeStore store;
  const Result result = run_program({"load", "--to", store.url(), "--store", "oxigraph", "--delete", "urn:g", "--delete", "default"});
  EXPECT_EQ(result.exit, 0) << result.err;
  EXPECT_EQ(result.err, "<urn:g>: deleted, the server holds 0\nthe default graph: deleted, the server holds 0\n");
  EXPECT_TRUE(store.graphs.empty());
}

TEST(Load, DryRunSendsNothing) {
  FakeStore store;
  const Result result = load(store, {"--dry-run", "--graph", "urn:n"}, "<urn:a> <urn:p> <urn:b> .\n");
  EXPECT_EQ(result.exit, 0);
  const std::string url = store.url();
  EXPECT_EQ(result.out, "<urn:n>: 1 triples, 26 bytes\n  PUT " + url + "/store?graph=urn%3An%23loading-... (26 bytes)\n  GET " + url +
                            "/query (count)\n  POST " + url + "/update (MOVE <urn:n#loading-...> TO <urn:n>)\n  GET " + url +
                            "/query (count)\n");
  EXPECT_EQ(store.told(), "");
}

TEST(Load, CopiesWhereMovesLoseTriples) {
  FakeStore store;
  const Result result = load(store, {"--dry-run", "--store", "fuseki", "--graph", "urn:n"}, "<urn:a> <urn:p> <urn:b> .\n");
  EXPECT_TRUE(has(result.out,
                  "/update (DROP SILENT GRAPH <urn:n> ; INSERT { GRAPH <urn:n> { ?s ?p ?o } } WHERE { GRAPH <urn:n#loading-...> "
                  "{ ?s ?p ?o } } ; DROP SILENT GRAPH <urn:n#loading-...>)"))
      << result.out;
}

TEST(Load, ShowsWhatTheServerSaysAndLeavesGraphsAsTheyWere) {
  // The second graph does not fit on the disk: the server keeps half of it.
  FakeStore store([](const ServedRequest& request, FakeStore::Graphs& graphs) -> std::optional<ServedAnswer> {
    if (request.method != "PUT" || !has(request.target, "urn%3Ah")) return std::nullopt;
    graphs[unescaped(request.target.substr(request.target.find('=') + 1))].insert("half");
    return ServedAnswer{507, "No space left on device\nJournal \x1B[31mfull", {"Content-Type: text/plain"}};
  });
  const FakeStore::Graphs before = store.graphs;
  const Result result = load(store, {});
  EXPECT_EQ(result.exit, 1);
  EXPECT_TRUE(has(result.err,
                  ": the server answers HTTP/1.1 507 Insufficient Storage, text/plain; of 2 graphs all are as they "
                  "were [server-refused]\n  No space left on device\n  Journal \\u001B[31mfull\n"))
      << result.err;
  EXPECT_EQ(store.graphs, before);
  EXPECT_EQ(store.told(), "PUT count PUT DROP DROP");
}

TEST(Load, SaysWhichGraphCouldNotBeDropped) {
  FakeStore store([](const ServedRequest& request, FakeStore::Graphs&) -> std::optional<ServedAnswer> {
    if (request.method == "PUT") return ServedAnswer{500, "half"};
    if (request.body.starts_with("DROP")) return ServedAnswer{500, "no"};
    return std::nullopt;
  });
  const Result result = load(store, {});
  EXPECT_EQ(result.exit, 1);
  EXPECT_TRUE(has(result.err, "; <urn:g#loading-")) << result.err;
  EXPECT_TRUE(has(result.err, ">, made for this load, could not be dropped: --delete it [server-refused]")) << result.err;
}

TEST(Load, RefusesAnotherNumber) {
  FakeStore store([](const ServedRequest& request, FakeStore::Graphs&) -> std::optional<ServedAnswer> {
    if (request.method == "GET") return ServedAnswer{200, "\"n\"\n7\n"};
    return std::nullopt;
  });
  const FakeStore::Graphs before = store.graphs;
  const Result result = load(store, {});
  EXPECT_EQ(result.exit, 1);
  EXPECT_TRUE(has(result.err, "<urn:g>: 2 triples were sent, but the server counts 7; of 2 graphs all are as they were [count-differs]"))
      << result.err;
  EXPECT_EQ(store.graphs, before);
}

TEST(Load, RefusesAnAnswerThatIsNoCount) {
  FakeStore store([](const ServedRequest& request, FakeStore::Graphs&) -> std::optional<ServedAnswer> {
    if (request.method == "GET") return ServedAnswer{200, "<html>\nhello</html>", {"Content-Type: text/html"}};
    return std::nullopt;
  });
  const Result result = load(store, {});
  EXPECT_EQ(result.exit, 1);
  EXPECT_TRUE(has(result.err, "no number in CSV, but text/html")) << result.err;
  EXPECT_TRUE(has(result.err, "[no-count]\n  <html>\n  hello</html>\n")) << result.err;
}

TEST(Load, TriesAgainWhenTheServerIsBusy) {
  int count = 0;
  FakeStore store([&count](const ServedRequest&, FakeStore::Graphs&) -> std::optional<ServedAnswer> {
    if (++count <= 2) return ServedAnswer{503, "busy", {"Retry-After: 1"}};
    return std::nullopt;
  });
  const Result result = load(store, {});
  EXPECT_EQ(result.exit, 0) << result.err;
  EXPECT_EQ(store.told(), "PUT PUT PUT count PUT count MOVE count MOVE count");
}

TEST(Load, MovesOnceWhenTheAnswerIsLost) {
  // The first move is done, but its connection breaks before the answer.
  bool broken = false;
  FakeStore store([&broken](const ServedRequest& request, FakeStore::Graphs& graphs) -> std::optional<ServedAnswer> {
    if (!request.body.starts_with("MOVE") || broken) return std::nullopt;
    broken = true;
    const std::vector<std::string> iris = iris_of(request.body);
    graphs[iris[1]] = graphs[iris[0]];
    graphs.erase(iris[0]);
    ServedAnswer answer;
    answer.close = true;
    return answer;
  });
  const Result result = load(store, {});
  EXPECT_EQ(result.exit, 0) << result.err;
  EXPECT_EQ(store.graphs["urn:g"].size(), 2u);
  EXPECT_EQ(store.told(), "PUT count PUT count MOVE count count count MOVE count");
}

TEST(Load, KeepsWhatIsReadyWhenAMoveIsInDoubt) {
  FakeStore store([](const ServedRequest& request, FakeStore::Graphs&) -> std::optional<ServedAnswer> {
    if (!request.body.starts_with("MOVE")) return std::nullopt;
    ServedAnswer answer;
    answer.close = true;
    return answer;
  });
  const Result result = load(store, {});
  EXPECT_EQ(result.exit, 1);
  EXPECT_TRUE(has(result.err, "whether <urn:g> has its new triples is not known: they are ready in <urn:g#loading-")) << result.err;
  EXPECT_TRUE(has(result.err, "all others are as they were [no-answer]")) << result.err;
  EXPECT_EQ(store.graphs["urn:g"].size(), 2u);
  EXPECT_EQ(store.left_over(), 1u);
}

TEST(Load, TellsOfAWrongPasswordAtOnce) {
  const TemporaryFolder folder;
  const std::string file = folder.write("c", "me\nhush\n");
  ::chmod(file.c_str(), 0600);
  FakeStore store([](const ServedRequest&, FakeStore::Graphs&) -> std::optional<ServedAnswer> {
    return ServedAnswer{401, "no such user", {"WWW-Authenticate: Basic realm=\"x\""}};
  });
  const Result result = load(store, {"--credentials", file});
  EXPECT_EQ(result.exit, 1);
  EXPECT_TRUE(
      has(result.err, "the server answers HTTP/1.1 401 Unauthorized; of 2 graphs all are as they were [server-refused]\n  no such user\n"))
      << result.err;
  EXPECT_FALSE(has(result.err, "hush"));
  EXPECT_EQ(store.told(), "PUT PUT");
}

TEST(Load, RefusesFilesOfCredentialsThatOthersRead) {
  const TemporaryFolder folder;
  const std::string file = folder.write("c", "me\nhush\n");
  ::chmod(file.c_str(), 0644);
  FakeStore store;
  const Result result = load(store, {"--credentials", file});
  EXPECT_EQ(result.exit, 1);
  EXPECT_TRUE(has(result.err, "chmod 600")) << result.err;
  EXPECT_EQ(store.told(), "");
}

TEST(Load, LoadsNothingOfAFileWithFaults) {
  FakeStore store;
  const Result result = load(store, {}, "<urn:a> <urn:p> <urn:b> <urn:g> .\nnonsense\n");
  EXPECT_EQ(result.exit, 1);
  EXPECT_TRUE(has(result.err, "[rdf-syntax]")) << result.err;
  EXPECT_TRUE(has(result.err, "nothing was loaded")) << result.err;
  EXPECT_EQ(store.told(), "");
  EXPECT_TRUE(has(load(store, {}, "<urn:a> <urn:p> <urn:b> _:g .\n").err, "[blank-graph]"));
  EXPECT_TRUE(has(load(store, {}, "# nothing\n").err, "[nothing-to-load]"));
}

TEST(Load, KeepsBlankNodesOfAPartTogether) {
  FakeStore store;
  const std::string quads =
      "<urn:a> <urn:p> _:x <urn:g> .\n<urn:a> <urn:p> \"1\" <urn:g> .\n_:y <urn:p> \"2\" <urn:g> .\n_:x <urn:p> _:z <urn:g> .\n"
      "_:y <urn:p> \"3\" <urn:g> .\n";
  EXPECT_EQ(load(store, {"--batch", "2"}, quads).exit, 0);
  std::vector<std::string> bodies;
  for (const ServedRequest& request : store.requests())
    if (request.method == "POST" && request.target != "/ds/update") bodies.push_back(request.body);
  ASSERT_EQ(bodies.size(), 3u);
  EXPECT_EQ(bodies[0], "<urn:a> <urn:p> \"1\" .\n");
  EXPECT_EQ(bodies[1], "<urn:a> <urn:p> _:d1-x .\n_:d1-x <urn:p> _:d1-z .\n");
  const Result refused = load(store, {"--batch", "1"}, quads);
  EXPECT_EQ(refused.exit, 1);
  EXPECT_TRUE(has(refused.err, "<urn:g>: blank nodes connect 2 triples, more than a batch of 1")) << refused.err;
  EXPECT_TRUE(has(refused.err, "[batch-too-small]")) << refused.err;
}

TEST(Load, WarnsOfBlankNodesInSeveralGraphs) {
  FakeStore store;
  const Result result = load(store, {}, "_:x <urn:p> \"1\" <urn:g> .\n_:x <urn:p> \"2\" <urn:h> .\n");
  EXPECT_EQ(result.exit, 0);
  EXPECT_TRUE(has(result.err, "[blank-node-parted]")) << result.err;
}

TEST(Load, TellsWhatCannotBeMeant) {
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{"load"}, "say which files to load, or which graphs to --delete"},
      {{"load", "a.nq"}, "say where to load to"},
      {{"load", "a.nq", "--to", "http://me:hush@host/"}, "the URL of --to has a user or password in it"},
      {{"load", "a.nq", "--to", "ftp://host/"}, "the URL of --to must begin with http:// or https://"},
      {{"load", "a.nq", "--to", "http://h/", "--store", "x"},
       "--store 'x' is none of blazegraph, fuseki, generic, graphdb, oxigraph, virtuoso"},
      {{"load", "a.nq", "--to", "http://h/", "--method", "x"}, "--method 'x' is none of auto, graph-store, update"},
      {{"load", "a.nq", "--to", "http://h/", "--graph", "x"}, "--graph 'x' must be an absolute IRI"},
      {{"load", "a.nq", "--to", "http://h/", "--method", "graph-store", "--batch", "5"}, "leave out --batch"},
      {{"load", "a.nq", "--to", "http://h/", "--method", "graph-store", "--store", "blazegraph"}, "no request that replaces a graph"},
      {{"load", "a.nq", "--script", "x", "-o", "d"}, "--script 'x' is none of blazegraph, fuseki, graphdb, oxigraph, qlever, virtuoso"},
      {{"load", "a.nq", "--script", "fuseki"}, "--script needs the folder"},
  };
  for (const auto& [words, text] : cases) {
    const Result result = run_program(words);
    EXPECT_EQ(result.exit, 2) << text;
    EXPECT_TRUE(has(result.err, text)) << result.err;
    EXPECT_FALSE(has(result.err, "hush"));
  }
}

TEST(Load, NeedsAGraphWhereTheStoreHasNoDefaultGraph) {
  const Result result =
      run_program({"load", "-", "--from", "ntriples", "--to", "http://127.0.0.1:1/", "--store", "virtuoso"}, "<urn:a> <urn:p> <urn:b> .\n");
  EXPECT_EQ(result.exit, 2);
  EXPECT_TRUE(has(result.err, "virtuoso has no default graph; name one for the 1 triples without: --graph IRI")) << result.err;
}

TEST(StoreKinds, HaveTheirServicesWhereTheyDocumentThem) {
  const Endpoints virtuoso = endpoints_of(*store_kind("virtuoso"), "http://h:8890/", true);
  EXPECT_EQ(virtuoso.graph_store, "http://h:8890/sparql-graph-crud-auth");
  EXPECT_EQ(virtuoso.update, "http://h:8890/sparql-auth");
  EXPECT_EQ(endpoints_of(*store_kind("virtuoso"), "http://h:8890", false).query, "http://h:8890/sparql");
  const GraphStore store(virtuoso, {});
  EXPECT_EQ(store.graph_url("urn:a b"), "http://h:8890/sparql-graph-crud-auth?graph-uri=urn%3Aa%20b");
  EXPECT_EQ(count_query(endpoints_of(*store_kind("graphdb"), "http://h", false), ""),
            "SELECT (COUNT(*) AS ?n) FROM <http://www.openrdf.org/schema/sesame#nil> WHERE { ?s ?p ?o }");
}

}  // namespace
}  // namespace musclekg::test
