#include "store/batches.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"

namespace musclekg {

namespace {

/// A file read in any order.
class Pieces {
 public:
  explicit Pieces(const std::string& path) : path_(path), descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (descriptor_ < 0) throw Failure(fmt::format("{}: cannot be read", path_));
  }
  ~Pieces() { ::close(descriptor_); }
  Pieces(const Pieces&) = delete;
  Pieces& operator=(const Pieces&) = delete;

  /// Appends `size` bytes from `offset`.
  void append(std::string& to, std::uint64_t offset, std::size_t size) const {
    std::size_t at = to.size();
    to.resize(at + size);
    while (at < to.size()) {
      const ssize_t count = ::pread(descriptor_, to.data() + at, to.size() - at, static_cast<off_t>(offset));
      if (count <= 0) throw Failure(fmt::format("{}: cannot be read", path_));
      at += static_cast<std::size_t>(count);
      offset += static_cast<std::uint64_t>(count);
    }
  }

 private:
  const std::string& path_;
  int descriptor_;
};

class Batch {
 public:
  Batch(const BatchSize& size, const TakeBatch& take) : size_(size), take_(take) {}

  /// Makes room for what must stay together.
  void room_for(std::uint64_t triples, std::uint64_t bytes) {
    const bool full = size_.triples != 0 && triples_ + triples > size_.triples;
    if (triples_ > 0 && (full || lines.size() + bytes > size_.bytes)) hand_on();
  }
  void added(std::uint64_t triples, bool blank) { triples_ += triples, blank_ |= blank; }
  void hand_on() {
    if (triples_ > 0) take_(lines, triples_, blank_);
    lines.clear();
    triples_ = 0;
    blank_ = false;
  }

  std::string lines;

 private:
  const BatchSize& size_;
  const TakeBatch& take_;
  std::uint64_t triples_ = 0;
  bool blank_ = false;
};

/// The lines without blank nodes between two others.
void add_ground(const Pieces& pieces, std::uint64_t begin, std::uint64_t end, Batch& batch) {
  constexpr std::uint64_t kPiece = std::uint64_t{1} << 18;
  std::string text;
  while (begin < end) {
    const std::uint64_t count = std::min(kPiece, end - begin);
    pieces.append(text, begin, static_cast<std::size_t>(count));
    begin += count;
    std::size_t at = 0;
    for (std::size_t line_end; (line_end = text.find('\n', at)) != std::string::npos; at = line_end + 1) {
      batch.room_for(1, line_end + 1 - at);
      batch.lines.append(text, at, line_end + 1 - at);
      batch.added(1, false);
    }
    text.erase(0, at);
  }
}

}  // namespace

std::uint64_t each_batch(GraphFiles& files, const GraphFile& graph, const BatchSize& size, const TakeBatch& take) {
  using PartLine = std::pair<std::uint32_t, const BlankLine*>;
  std::vector<PartLine> lines;
  for (const BlankLine& line : graph.blank_lines) lines.emplace_back(files.part_of(line.node), &line);
  std::stable_sort(lines.begin(), lines.end(), [](const PartLine& a, const PartLine& b) { return a.first < b.first; });
  std::vector<std::size_t> ends;  // of parts
  std::size_t largest = 0;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (i + 1 == lines.size() || lines[i].first != lines[i + 1].first) {
      largest = std::max(largest, i + 1 - (ends.empty() ? 0 : ends.back()));
      ends.push_back(i + 1);
    }
  if (size.triples != 0 && largest > size.triples) return largest;

  const Pieces pieces(graph.path);
  Batch batch(size, take);
  std::uint64_t at = 0;
  for (const BlankLine& line : graph.blank_lines) {
    add_ground(pieces, at, line.offset, batch);
    at = line.offset + line.size;
  }
  add_ground(pieces, at, graph.bytes, batch);
  std::size_t begin = 0;
  for (const std::size_t end : ends) {
    std::uint64_t bytes = 0;
    for (std::size_t i = begin; i < end; ++i) bytes += lines[i].second->size;
    batch.room_for(end - begin, bytes);
    for (std::size_t i = begin; i < end; ++i) pieces.append(batch.lines, lines[i].second->offset, lines[i].second->size);
    batch.added(end - begin, true);
    begin = end;
  }
  batch.hand_on();
  return 0;
}

}  // namespace musclekg
