// A set of hashes that takes little more room than they do.

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace musclekg {

/// 64-bit hashes of texts, in a table with open addressing, eight bytes a slot and at most four fifths of the slots in use.
/// It stands for a set of texts: two of a million share their hash with a probability below 1e-7.
class HashSet {
 public:
  /// Adds a hash; false when it was there.
  bool insert(std::uint64_t hash) {
    if (hash == 0) hash = 1;  // 0 marks a free slot
    if (5 * (size_ + 1) > 4 * slots_.size()) grow();
    std::uint64_t& slot = find(hash);
    if (slot == hash) return false;
    slot = hash;
    ++size_;
    return true;
  }

 private:
  std::uint64_t& find(std::uint64_t hash) {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at] != 0 && slots_[at] != hash) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }

  void grow() {
    std::vector<std::uint64_t> old(2 * slots_.size());
    old.swap(slots_);
    for (const std::uint64_t hash : old)
      if (hash != 0) find(hash) = hash;
  }

  std::vector<std::uint64_t> slots_ = std::vector<std::uint64_t>(std::size_t{1} << 15);
  std::size_t size_ = 0;
};

}  // namespace musclekg
