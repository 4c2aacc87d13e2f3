#include "store/graph_files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>
#include <utility>

#include "base/diagnostics.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostBuffered = std::size_t{1} << 26;  ///< bytes of all graphs together
constexpr std::size_t kMostOfGraph = std::size_t{1} << 18;   ///< bytes
constexpr std::size_t kManyNodes = 10'000;                   ///< a table with more is cleared

std::string make_folder() {
  const char* parent = std::getenv("TMPDIR");
  std::string path = fmt::format("{}/musclekg-XXXXXX", parent != nullptr && *parent != '\0' ? parent : "/tmp");
  if (::mkdtemp(path.data()) == nullptr) throw Failure(fmt::format("{}: cannot be made: {}", path, std::strerror(errno)));
  return path;
}

void append_to(const std::string& path, std::string_view text) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  int fault = descriptor < 0 ? errno : 0;
  while (fault == 0 && !text.empty()) {
    const ssize_t count = ::write(descriptor, text.data(), text.size());
    if (count < 0 && errno != EINTR) fault = errno;
    if (count > 0) text.remove_prefix(static_cast<std::size_t>(count));
  }
  if (descriptor >= 0 && ::close(descriptor) != 0 && fault == 0) fault = errno;
  if (fault != 0) throw Failure(fmt::format("{}: cannot be written: {}", path, std::strerror(fault)));
}

}  // namespace

GraphFiles::GraphFiles(std::string default_graph) : folder_(make_folder()), default_graph_(std::move(default_graph)) {}

GraphFiles::~GraphFiles() {
  std::error_code none;
  std::filesystem::remove_all(folder_, none);
}

void GraphFiles::begin_document() { ++documents_; }

void GraphFiles::statement_end() {
  if (tables_[current_].size() < kManyNodes) return;
  current_ = 1 - current_;
  tables_[current_].clear();
}

std::size_t GraphFiles::index_of(const Node* graph) {
  const std::string_view name = graph != nullptr ? graph->value : std::string_view(default_graph_);
  if (const auto found = by_name_.find(name); found != by_name_.end()) return found->second;
  const std::size_t index = graphs_.size();
  graphs_.push_back({std::string(name), fmt::format("{}/{}.nt", folder_, index), 0, 0, {}});
  buffers_.emplace_back();
  by_name_.emplace(name, index);
  append_to(graphs_.back().path, {});
  return index;
}

std::uint32_t GraphFiles::number_of(const Fingerprint& blank, std::size_t graph) {
  const auto next = static_cast<std::uint32_t>(blank_nodes_.size());
  const auto [found, added] = by_blank_.try_emplace(blank, next);
  if (added) blank_nodes_.push_back({next, static_cast<std::uint32_t>(graph), false});
  BlankNode& node = blank_nodes_[found->second];
  if (node.graph != graph && !node.shared) node.shared = true, ++shared_;
  return found->second;
}

std::uint32_t GraphFiles::part_of(std::uint32_t node) {
  while (blank_nodes_[node].parent != node) {
    blank_nodes_[node].parent = blank_nodes_[blank_nodes_[node].parent].parent;
    node = blank_nodes_[node].parent;
  }
  return node;
}

void GraphFiles::quad(const Quad& quad) {
  if (quad.graph != nullptr && quad.graph->kind == Node::Kind::Blank) {
    ++unnamed_;
    return;
  }
  const std::size_t graph = index_of(quad.graph);
  const bool blank_subject = quad.subject->kind == Node::Kind::Blank, blank_object = quad.object->kind == Node::Kind::Blank;
  std::string_view subject = quad.subject->ntriples, object = quad.object->ntriples;
  Fingerprint subject_hash = quad.subject->hash, object_hash = quad.object->hash;
  const auto own = [this](const Node* node, std::string& form, std::string_view& text, Fingerprint& hash) {
    form = fmt::format("_:d{}-{}", documents_, node->value);
    text = form;
    hash = fingerprint(form);
  };
  if (blank_subject) own(quad.subject, subject_, subject, subject_hash);
  if (blank_object) own(quad.object, object_, object, object_hash);
  const Fingerprint graph_mark{graph, ~std::uint64_t{graph}};
  if (!triples_.insert(fingerprint(fingerprint(subject_hash, quad.predicate->hash, object_hash), graph_mark, graph_mark)).second) {
    ++repeated_;
    return;
  }
  std::string& buffer = buffers_[graph];
  const std::size_t before = buffer.size();
  for (const std::string_view term : {subject, quad.predicate->ntriples, object}) buffer.append(term) += ' ';
  buffer += ".\n";
  const std::size_t size = buffer.size() - before;
  GraphFile& file = graphs_[graph];
  if (blank_subject || blank_object) {
    std::optional<std::uint32_t> first, second;
    if (blank_subject) first = part_of(number_of(subject_hash, graph));
    if (blank_object) second = part_of(number_of(object_hash, graph));
    if (first && second) blank_nodes_[std::max(*first, *second)].parent = std::min(*first, *second);
    file.blank_lines.push_back({file.bytes, static_cast<std::uint32_t>(size), first ? *first : *second});
  }
  ++file.triples;
  file.bytes += size;
  buffered_ += size;
  if (buffer.size() >= kMostOfGraph) write_out(graph);
  if (buffered_ >= kMostBuffered)
    for (std::size_t i = 0; i < graphs_.size(); ++i) write_out(i);
}

void GraphFiles::write_out(std::size_t graph) {
  std::string& buffer = buffers_[graph];
  if (buffer.empty()) return;
  append_to(graphs_[graph].path, buffer);
  buffered_ -= buffer.size();
  buffer.clear();
  if (graphs_.size() > 256) buffer.shrink_to_fit();
}

void GraphFiles::finish() {
  for (std::size_t i = 0; i < graphs_.size(); ++i) {
    write_out(i);
    buffers_[i].shrink_to_fit();
  }
  triples_ = {};
}

}  // namespace musclekg
