// A bump allocator for text that lives as long as one record, or as long as the run.

#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace musclekg {

/// Owns copies of texts. Views returned by `copy` and `allocate` stay valid until `clear` or destruction.
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  /// Returns `size` uninitialised bytes (at least one).
  char* allocate(std::size_t size) {
    if (size > left_) grow(size);
    char* result = next_;
    next_ += size;
    left_ -= size;
    return result;
  }

  /// Returns a view of a copy of `text`. An empty text needs no memory.
  std::string_view copy(std::string_view text) {
    if (text.empty()) return {};
    char* bytes = allocate(text.size());
    std::memcpy(bytes, text.data(), text.size());
    return {bytes, text.size()};
  }

  /// Returns a view of the texts written one behind the other.
  template <class... Parts>
  std::string_view join(const Parts&... parts) {
    const std::size_t size = (std::string_view(parts).size() + ... + 0);
    if (size == 0) return {};
    char* bytes = allocate(size);
    char* out = bytes;
    (append(out, std::string_view(parts)), ...);
    return {bytes, size};
  }

  /// Forgets all texts; the largest block is kept for the next ones.
  void clear() {
    if (blocks_.size() > 1) {
      std::swap(blocks_.front(), blocks_.back());
      blocks_.resize(1);
    }
    if (!blocks_.empty()) {
      next_ = blocks_.front().bytes.get();
      left_ = blocks_.front().size;
    }
  }

 private:
  struct Block {
    std::unique_ptr<char[]> bytes;
    std::size_t size;
  };

  static void append(char*& out, std::string_view text) {
    if (text.empty()) return;
    std::memcpy(out, text.data(), text.size());
    out += text.size();
  }

  void grow(std::size_t size) {
    std::size_t wanted = blocks_.empty() ? 4096 : 2 * blocks_.back().size;
    if (wanted > 1 << 20) wanted = 1 << 20;
    if (wanted < size) wanted = size;
    blocks_.push_back({std::make_unique_for_overwrite<char[]>(wanted), wanted});
    next_ = blocks_.back().bytes.get();
    left_ = wanted;
  }

  std::vector<Block> blocks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace musclekg
