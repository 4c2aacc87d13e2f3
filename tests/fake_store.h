// A server that keeps graphs as sets of lines, for the tests of loading.

#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "http_server.h"

namespace musclekg::test {

inline bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// The bytes of a value in the query part of a URL.
inline std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      result += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      result += text[i];
    }
  }
  return result;
}

/// The texts between < and >, up to `end`.
inline std::vector<std::string> iris_of(std::string_view text, std::size_t end = std::string_view::npos) {
  std::vector<std::string> result;
  text = text.substr(0, end);
  for (std::size_t at; (at = text.find('<')) != std::string_view::npos;) {
    const std::size_t close = text.find('>', at);
    result.emplace_back(text.substr(at + 1, close - at - 1));
    text.remove_prefix(close);
  }
  return result;
}

/// A store at the paths that "oxigraph" has. A test says what goes wrong: `trouble` is asked before anything is done, and its answer, if it
/// gives one, is sent instead; "" stands for the default graph.
class FakeStore {
 public:
  using Graphs = std::map<std::string, std::set<std::string>>;
  using Trouble = std::function<std::optional<ServedAnswer>(const ServedRequest& request, Graphs& graphs)>;

  explicit FakeStore(Trouble trouble = {}) : trouble_(std::move(trouble)), server_([this](const ServedRequest& r) { return answer(r); }) {}

  Graphs graphs = {{"urn:g", {"<urn:old> <urn:p> \"1\" .", "<urn:old> <urn:p> \"2\" ."}}};

  std::string url() const { return server_.url("/ds"); }
  std::vector<ServedRequest> requests() const { return server_.requests(); }

  /// The requests in short: "PUT", "POST", "DELETE", "count", or the first word of an update.
  std::string told() const {
    std::string result;
    for (const ServedRequest& request : requests()) {
      std::string word = request.method;
      if (word == "GET") word = "count";
      if (request.target == "/ds/update") word = request.body.substr(0, request.body.find(' '));
      result.append(result.empty() ? "" : " ").append(word);
    }
    return result;
  }

  /// Graphs that are left over from loading.
  std::size_t left_over() const {
    return static_cast<std::size_t>(
        std::count_if(graphs.begin(), graphs.end(), [](const auto& row) { return row.first.find("loading-") != std::string::npos; }));
  }

 private:
  ServedAnswer answer(const ServedRequest& request) {
    if (trouble_)
      if (auto instead = trouble_(request, graphs)) return *instead;
    const std::size_t sign = request.target.find('?');
    const std::string path = request.target.substr(0, sign);
    const std::string query = sign == std::string::npos ? "" : request.target.substr(sign + 1);
    if (path == "/ds/query") {
      const std::vector<std::string> iris = iris_of(unescaped(query));
      const auto found = graphs.find(iris.empty() ? "" : iris[0]);
      return {200, "n\r\n" + std::to_string(found == graphs.end() ? 0 : found->second.size()) + "\r\n", {"Content-Type: text/csv"}};
    }
    if (path == "/ds/store") {
      const std::string graph = query.starts_with("graph=") ? unescaped(query.substr(6)) : "";
      if (request.method != "POST") graphs.erase(graph);
      if (request.method != "DELETE") insert(graph, request.body);
      return {204, ""};
    }
    update(request.body);
    return {204, ""};
  }

  void insert(const std::string& graph, std::string_view lines) {
    for (const std::string_view line : split(lines, '\n'))
      if (!trim(line).empty()) graphs[graph].emplace(trim(line));
  }

  void update(const std::string& text) {
    const std::vector<std::string> iris = iris_of(text, text.find('\n'));
    if (text.starts_with("INSERT DATA")) {
      const std::size_t begin = text.find('\n') + 1;
      insert(iris[0], std::string_view(text).substr(begin, text.rfind('\n') + 1 - begin));
    } else if (text.starts_with("DROP")) {
      graphs.erase(iris.empty() ? "" : iris[0]);
    } else {
      const std::string to = iris.size() > 1 ? iris[1] : "";
      const std::set<std::string> lines = graphs[iris[0]];
      if (text.starts_with("MOVE")) graphs.erase(iris[0]), graphs.erase(to);
      graphs[to].insert(lines.begin(), lines.end());
    }
  }

  Trouble trouble_;
  HttpServer server_;
};

}  // namespace musclekg::test
