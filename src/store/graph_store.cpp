#include "store/graph_store.h"

#include <fmt/format.h>

#include <charconv>

#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostShown = std::size_t{1} << 20;  ///< bytes of an answer
constexpr const char* kNTriples = "application/n-triples";
constexpr long kNotFound = 404;

/// The number in the last row of a CSV result (SPARQL 1.1 Query Results CSV and TSV Formats, section 3).
bool read_count(std::string_view csv, std::uint64_t& count) {
  std::string_view row = trim(csv);
  const std::size_t line_end = row.rfind('\n');
  if (line_end == std::string_view::npos) return false;
  row = trim(row.substr(line_end + 1));
  if (row.size() > 2 && row.front() == '"' && row.back() == '"') row = row.substr(1, row.size() - 2);
  const auto [end, fault] = std::from_chars(row.data(), row.data() + row.size(), count);
  return fault == std::errc() && end == row.data() + row.size();
}

}  // namespace

std::string printable_answer(std::string_view body) {
  std::string result;
  const std::string_view shown = body.substr(0, kMostShown);
  for (std::size_t at = 0; at < shown.size();) {
    const std::size_t begin = at;
    const std::int32_t point = next_code_point(shown, at);
    if (point == '\n' || point == '\t') {
      result += static_cast<char>(point);
    } else if (point == '\r' && shown.substr(at, 1) == "\n") {
      continue;
    } else if (point < 0) {
      result += fmt::format("\\x{:02X}", static_cast<unsigned char>(shown[begin]));
    } else if (point < 0x20 || (point >= 0x7F && point < 0xA0)) {
      result += fmt::format("\\u{:04X}", point);
    } else {
      result += shown.substr(begin, at - begin);
    }
  }
  if (body.size() > shown.size()) result += fmt::format("\n... and {} bytes more", body.size() - shown.size());
  return result;
}

std::string graph_words(std::string_view graph) { return graph.empty() ? "the default graph" : fmt::format("<{}>", graph); }

std::string count_query(const Endpoints& endpoints, std::string_view graph) {
  if (!graph.empty()) return fmt::format("SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{}> {{ ?s ?p ?o }} }}", graph);
  const std::string from = endpoints.default_name.empty() ? "" : fmt::format(" FROM <{}>", endpoints.default_name);
  return fmt::format("SELECT (COUNT(*) AS ?n){} WHERE {{ ?s ?p ?o }}", from);
}

std::string GraphStore::graph_url(std::string_view graph) const {
  const char sign = endpoints_.graph_store.find('?') == std::string::npos ? '?' : '&';
  if (!graph.empty()) return fmt::format("{}{}{}={}", endpoints_.graph_store, sign, endpoints_.parameter, url_escaped(graph));
  return endpoints_.puts ? fmt::format("{}{}default", endpoints_.graph_store, sign) : endpoints_.graph_store;
}

HttpResponse GraphStore::send(HttpRequest& request, const std::string& what) {
  const std::string service = request.url.substr(0, request.url.find('?'));
  HttpResponse response;
  try {
    response = client_.send(request);
  } catch (const HttpFailure& failure) {
    std::string_view words = failure.what();
    if (words.starts_with(request.url + ": ")) words.remove_prefix(request.url.size() + 2);
    throw StoreFault("no-answer", service, fmt::format("{}: {}", what, words), {},
                     failure.sent() ? RequestOutcome::Unknown : RequestOutcome::NotBegun);
  }
  if (response.ok() || (request.method == "DELETE" && response.status == kNotFound)) return response;
  const bool unknown = response.status == 502 || response.status == 504, denied = response.status == 401 || response.status == 403;
  const RequestOutcome outcome = unknown ? RequestOutcome::Unknown : denied ? RequestOutcome::NotBegun : RequestOutcome::Failed;
  throw StoreFault("server-refused", service,
                   fmt::format("{}: the server answers {}{}{}", what, response.status_line, response.content_type.empty() ? "" : ", ",
                               response.content_type),
                   printable_answer(response.body), outcome);
}

void GraphStore::put(std::string_view graph, const std::string& file, const SendingProgress& progress) {
  HttpRequest request{"PUT", graph_url(graph), kNTriples, "*/*", {}, file, progress};
  send(request, fmt::format("PUT into {}", graph_words(graph)));
}

void GraphStore::post_file(std::string_view graph, const std::string& file, bool repeatable, const SendingProgress& progress) {
  HttpRequest request{"POST", graph_url(graph), kNTriples, "*/*", {}, file, progress, repeatable};
  send(request, fmt::format("POST into {}", graph_words(graph)));
}

void GraphStore::post_lines(std::string_view graph, const std::string& lines, bool repeatable) {
  HttpRequest request{"POST", graph_url(graph), kNTriples, "*/*", lines, {}, {}, repeatable};
  send(request, fmt::format("POST into {}", graph_words(graph)));
}

void GraphStore::remove(std::string_view graph) {
  HttpRequest request{"DELETE", graph_url(graph), {}, "*/*", {}, {}, {}};
  send(request, fmt::format("DELETE of {}", graph_words(graph)));
}

void GraphStore::update(const std::string& request_text, bool repeatable) {
  HttpRequest request{"POST", endpoints_.update, "application/sparql-update", "*/*", request_text, {}, {}, repeatable};
  send(request, fmt::format("update \"{}\"", request_text.substr(0, request_text.find(" {"))));
}

std::uint64_t GraphStore::count(std::string_view graph) {
  const char sign = endpoints_.query.find('?') == std::string::npos ? '?' : '&';
  HttpRequest request;
  request.url = fmt::format("{}{}query={}", endpoints_.query, sign, url_escaped(count_query(endpoints_, graph)));
  request.accept = "text/csv";
  const HttpResponse response = send(request, fmt::format("count of {}", graph_words(graph)));
  std::uint64_t count = 0;
  if (!read_count(response.body, count))
    throw StoreFault("no-count", endpoints_.query, fmt::format("the answer to a count is no number in CSV, but {}", response.content_type),
                     printable_answer(response.body));
  return count;
}

}  // namespace musclekg
