// A semantic database over HTTP: SPARQL 1.1 Graph Store Protocol, Update and Query, one request each.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "store/http.h"
#include "store/store_kind.h"

namespace musclekg {

/// What became of a request.
enum class RequestOutcome : std::uint8_t {
  NotBegun,  ///< the server was not reached, or lets the user not do it
  Failed,    ///< the server says so; part of it may be done
  Unknown    ///< there is no answer: it may be done, or being done
};

/// A request that did not do what it was to do.
class StoreFault : public Failure {
 public:
  StoreFault(std::string rule, std::string url, const std::string& text, std::string answer = {},
             RequestOutcome outcome = RequestOutcome::Failed)
      : Failure(text), rule_(std::move(rule)), url_(std::move(url)), answer_(std::move(answer)), outcome_(outcome) {}

  /// "no-answer", "server-refused", or another id of a finding.
  const std::string& rule() const { return rule_; }

  /// Of the service, without a query.
  const std::string& url() const { return url_; }

  /// What the server says, whole, as lines that steer no terminal; may be empty.
  const std::string& answer() const { return answer_; }
  RequestOutcome outcome() const { return outcome_; }

 private:
  std::string rule_, url_, answer_;
  RequestOutcome outcome_;
};

/// Called while a file is sent.
using SendingProgress = std::function<void(std::uint64_t sent, std::uint64_t of)>;

/// In all functions a graph is an IRI, and an empty one is the default graph. All throw StoreFault.
class GraphStore {
 public:
  GraphStore(Endpoints endpoints, HttpOptions options) : endpoints_(std::move(endpoints)), client_(std::move(options)) {}

  const Endpoints& endpoints() const { return endpoints_; }

  /// The URL of a graph in the graph store.
  std::string graph_url(std::string_view graph) const;

  /// Puts a file of N-Triples in the place of the graph: PUT.
  void put(std::string_view graph, const std::string& file, const SendingProgress& progress);

  /// Adds a file of N-Triples to the graph, or lines: POST. `repeatable`: there are no blank nodes in it.
  void post_file(std::string_view graph, const std::string& file, bool repeatable, const SendingProgress& progress);
  void post_lines(std::string_view graph, const std::string& lines, bool repeatable);

  /// Removes the graph: DELETE. One that is not there is removed already.
  void remove(std::string_view graph);

  /// Executes SPARQL 1.1 Update. `repeatable`: twice is the same as once.
  void update(const std::string& request, bool repeatable);

  /// The triples that the server says it has in the graph, by SPARQL.
  std::uint64_t count(std::string_view graph);

 private:
  HttpResponse send(HttpRequest& request, const std::string& what);

  Endpoints endpoints_;
  HttpClient client_;
};

/// The query that counts the triples of a graph.
std::string count_query(const Endpoints& endpoints, std::string_view graph);

/// A graph for messages: "<IRI>" or "the default graph".
std::string graph_words(std::string_view graph);

/// What a server said, as lines without control characters, a mebibyte at most. Bytes that are no UTF-8 are escaped.
std::string printable_answer(std::string_view body);

}  // namespace musclekg
