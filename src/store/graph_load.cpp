#include "store/graph_load.h"

#include <fmt/format.h>

#include <utility>

namespace musclekg {

namespace {

std::string target_term(std::string_view graph) { return graph.empty() ? "DEFAULT" : fmt::format("<{}>", graph); }
std::string graph_clause(std::string_view graph) { return graph.empty() ? "DEFAULT" : fmt::format("GRAPH <{}>", graph); }

/// One request, which databases execute whole or not at all.
std::string move_request(const Endpoints& endpoints, const LoadPlan& plan, std::string_view staging, std::string_view graph) {
  if (endpoints.moves) return fmt::format("{} <{}> TO {}", plan.add ? "ADD" : "MOVE", staging, target_term(graph));
  const std::string target = graph.empty() ? "{ ?s ?p ?o }" : fmt::format("{{ GRAPH <{}> {{ ?s ?p ?o }} }}", graph);
  const std::string copy = fmt::format("INSERT {} WHERE {{ GRAPH <{}> {{ ?s ?p ?o }} }}", target, staging);
  return plan.add ? copy : fmt::format("DROP SILENT {} ; {} ; DROP SILENT GRAPH <{}>", graph_clause(graph), copy, staging);
}

std::string insert_request(std::string_view graph, const std::string& lines) {
  return fmt::format("INSERT DATA {{ GRAPH <{}> {{\n{}}} }}", graph, lines);
}

/// The same fault with more words behind its own.
StoreFault with_words(const StoreFault& fault, const std::string& words) {
  return {fault.rule(), fault.url(), fmt::format("{}; {}", fault.what(), words), fault.answer(), fault.outcome()};
}

/// The graphs of one load, each beside its place until it is moved.
class Staging {
 public:
  Staging(GraphStore& store, GraphFiles& files, const LoadPlan& plan, std::string_view run, const LoadProgress& progress)
      : store_(store), files_(files), plan_(plan), run_(run), progress_(progress) {}

  void load() {
    const std::vector<GraphFile>& graphs = files_.graphs();
    try {
      for (const GraphFile& graph : graphs) stage(graph);
      for (const GraphFile& graph : graphs) {
        move(graph);
        check(graph);
      }
    } catch (const StoreFault& fault) {
      throw with_words(fault, cleaned());
    }
  }

 private:
  /// One of the graphs beside, and whether the server is to forget it when the load fails.
  struct Beside {
    std::string name;
    bool there = false;
    bool needed = false;  ///< a move may still be reading it
  };

  /// One request into the graph beside.
  void send(Beside& beside, const std::function<void()>& request) {
    const bool before = std::exchange(beside.there, true);
    try {
      request();
    } catch (const StoreFault& fault) {
      if (fault.outcome() == RequestOutcome::NotBegun) beside.there = before;
      throw;
    }
  }

  void stage(const GraphFile& graph) {
    Beside& beside = beside_.emplace_back(Beside{staging_graph(graph.graph, run_)});
    const std::string& name = beside.name;
    const auto told = [this, &graph](std::uint64_t sent, std::uint64_t of) {
      if (progress_.sending) progress_.sending(graph, sent, of);
    };
    if (plan_.method == LoadMethod::Update || plan_.batch.triples > 0) {
      std::uint64_t sent = 0;
      const std::uint64_t too_many = each_batch(files_, graph, plan_.batch, [&](const std::string& lines, std::uint64_t, bool blank) {
        send(beside, [&] {
          if (plan_.method == LoadMethod::Update) {
            store_.update(insert_request(name, lines), !blank);
          } else {
            store_.post_lines(name, lines, !blank);
          }
        });
        sent += lines.size();
        told(sent, graph.bytes);
      });
      if (too_many > 0)
        throw StoreFault("batch-too-small", store_.endpoints().update,
                         fmt::format("{}: blank nodes connect {} triples, more than a batch of {}; they must be in one request",
                                     graph_words(graph.graph), too_many, plan_.batch.triples));
    } else {
      send(beside, [&] {
        if (store_.endpoints().puts) {
          store_.put(name, graph.path, told);
        } else {
          store_.post_file(name, graph.path, graph.blank_lines.empty(), told);
        }
      });
    }
    const std::uint64_t held = store_.count(name);
    if (held != graph.triples)
      throw StoreFault("count-differs", store_.endpoints().query,
                       fmt::format("{}: {} triples were sent, but the server counts {}", graph_words(graph.graph), graph.triples, held));
  }

  void move(const GraphFile& graph) {
    Beside& beside = beside_[index_of(graph)];
    try {
      store_.update(move_request(store_.endpoints(), plan_, beside.name, graph.graph), plan_.add);
    } catch (const StoreFault& fault) {
      if (fault.outcome() != RequestOutcome::Unknown) throw;
      beside.needed = true;
      if (!moved(graph, beside.name))
        throw with_words(fault, fmt::format("whether {} has its new triples is not known: they are ready in <{}>, which is left there",
                                            graph_words(graph.graph), beside.name));
      beside.needed = false;
    }
    ++moved_;
    if (plan_.add) store_.update(fmt::format("DROP SILENT GRAPH <{}>", beside.name), true);
    beside.there = false;
  }

  /// Whether a move of which the server told nothing has come to its end.
  bool moved(const GraphFile& graph, const std::string& beside) {
    if (plan_.add) return false;
    try {
      return store_.count(beside) == 0 && store_.count(graph.graph) == graph.triples;
    } catch (const StoreFault&) {
      return false;
    }
  }

  void check(const GraphFile& graph) {
    const std::uint64_t held = store_.count(graph.graph);
    if (plan_.add ? held < graph.triples : held != graph.triples)
      throw StoreFault("count-differs", store_.endpoints().query,
                       fmt::format("{} is {}: {} triples were sent, but the server counts {}", graph_words(graph.graph),
                                   plan_.add ? "added to" : "replaced", graph.triples, held));
    if (progress_.loaded) progress_.loaded({graph.graph, graph.triples, held});
  }

  /// Drops what is left beside the graphs. Returns what has become of all.
  std::string cleaned() {
    std::string left;
    bool unsure = false;
    for (const Beside& beside : beside_) {
      unsure |= beside.needed;
      if (!beside.there || beside.needed) continue;
      try {
        store_.update(fmt::format("DROP SILENT GRAPH <{}>", beside.name), true);
      } catch (const StoreFault&) {
        left += fmt::format("; <{}>, made for this load, could not be dropped: --delete it", beside.name);
      }
    }
    const std::size_t graphs = files_.graphs().size();
    if (moved_ == graphs) return "all graphs have their new triples" + left;
    const std::string_view others = unsure ? "all others are as they were" : "all are as they were";
    if (moved_ == 0) return fmt::format("of {} graphs {}{}", graphs, others, left);
    return fmt::format("{} of {} graphs have their new triples, all others are as they were{}", moved_, graphs, left);
  }

  std::size_t index_of(const GraphFile& graph) const { return static_cast<std::size_t>(&graph - files_.graphs().data()); }

  GraphStore& store_;
  GraphFiles& files_;
  const LoadPlan& plan_;
  std::string_view run_;
  const LoadProgress& progress_;
  std::vector<Beside> beside_;
  std::size_t moved_ = 0;  ///< graphs that have their new triples
};

/// The graph store alone: what it does in one request is all there is.
void load_direct(GraphStore& store, GraphFiles& files, const LoadPlan& plan, const LoadProgress& progress) {
  std::size_t done = 0;
  for (const GraphFile& graph : files.graphs()) {
    const auto told = [&](std::uint64_t sent, std::uint64_t of) {
      if (progress.sending) progress.sending(graph, sent, of);
    };
    std::uint64_t held = 0;
    try {
      if (plan.add) {
        store.post_file(graph.graph, graph.path, graph.blank_lines.empty(), told);
      } else {
        store.put(graph.graph, graph.path, told);
      }
      held = store.count(graph.graph);
      if (plan.add ? held < graph.triples : held != graph.triples)
        throw StoreFault("count-differs", store.endpoints().query,
                         fmt::format("{} triples were sent, but the server counts {}", graph.triples, held));
    } catch (const StoreFault& fault) {
      std::string now = "what it has now is not known";
      try {
        now = fmt::format("it has {} triples now", store.count(graph.graph));
      } catch (const StoreFault&) {
      }
      throw with_words(fault, fmt::format("{} may be loaded in part: {}; {} of {} graphs were loaded before", graph_words(graph.graph), now,
                                          done, files.graphs().size()));
    }
    ++done;
    if (progress.loaded) progress.loaded({graph.graph, graph.triples, held});
  }
}

}  // namespace

std::string staging_graph(std::string_view graph, std::string_view run) {
  if (graph.empty()) graph = "urn:x-musclekg:default";
  return fmt::format("{}{}loading-{}", graph, graph.find('#') == std::string_view::npos ? "#" : "-", run);
}

void load_graphs(GraphStore& store, GraphFiles& files, const LoadPlan& plan, std::string_view run, const LoadProgress& progress) {
  if (plan.method == LoadMethod::Direct) {
    load_direct(store, files, plan, progress);
  } else {
    Staging(store, files, plan, run, progress).load();
  }
}

void delete_graphs(GraphStore& store, const std::vector<std::string>& graphs,
                   const std::function<void(const std::string& graph)>& deleted) {
  for (const std::string& graph : graphs) {
    if (store.endpoints().update.empty()) {
      store.remove(graph);
    } else {
      store.update(fmt::format("DROP SILENT {}", graph_clause(graph)), true);
    }
    if (const std::uint64_t held = store.count(graph); held != 0)
      throw StoreFault("count-differs", store.endpoints().query,
                       fmt::format("{} was deleted, but the server counts {} triples in it", graph_words(graph), held));
    if (deleted) deleted(graph);
  }
}

std::vector<std::string> planned_requests(const GraphStore& store, GraphFiles& files, const GraphFile& graph, const LoadPlan& plan,
                                          std::string_view run) {
  std::vector<std::string> lines;
  const std::string count = fmt::format("GET {} (count)", store.endpoints().query);
  if (plan.method == LoadMethod::Direct) {
    lines.push_back(fmt::format("{} {} ({} bytes)", plan.add ? "POST" : "PUT", store.graph_url(graph.graph), graph.bytes));
    lines.push_back(count);
    return lines;
  }
  const std::string staging = staging_graph(graph.graph, run);
  const std::string& update = store.endpoints().update;
  std::uint64_t batches = 1;
  if (plan.method == LoadMethod::Update || plan.batch.triples > 0) {
    batches = 0;
    each_batch(files, graph, plan.batch, [&batches](const std::string&, std::uint64_t, bool) { ++batches; });
  }
  if (plan.method == LoadMethod::Update) {
    lines.push_back(fmt::format("POST {} (INSERT DATA into <{}>, {} times)", update, staging, batches));
  } else if (plan.batch.triples > 0) {
    lines.push_back(fmt::format("POST {} ({} times)", store.graph_url(staging), batches));
  } else {
    lines.push_back(fmt::format("{} {} ({} bytes)", store.endpoints().puts ? "PUT" : "POST", store.graph_url(staging), graph.bytes));
  }
  lines.push_back(count);
  lines.push_back(fmt::format("POST {} ({})", update, move_request(store.endpoints(), plan, staging, graph.graph)));
  if (plan.add) lines.push_back(fmt::format("POST {} (DROP SILENT GRAPH <{}>)", update, staging));
  lines.push_back(count);
  return lines;
}

}  // namespace musclekg
