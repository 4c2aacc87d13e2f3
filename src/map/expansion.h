// Fields that name several things at once, taken apart before they are linked.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "link/levels.h"
#include "link/linker.h"
#include "map/mapping.h"
#include "model/record.h"

namespace musclekg {

/// Makes of "superior and inferior gluteal arteries" two fields, of "L2-4" three, of "tibial tuberosity via the patellar ligament" an
/// insertion with a `via`. A text is split only where every part links (see Linker::split_coordination); what belongs to
/// the field belongs to each part. A field with an id is taken as it is.
class Expansion {
 public:
  Expansion(const Mapping& mapping, const SpinalLevels& levels, Linker& linker) : mapping_(mapping), levels_(levels), linker_(linker) {}

  /// The record itself when there is nothing to split; otherwise one of this object's own, valid until the next call. Its new
  /// fields have the place of the field they come from, and its words in `written`.
  const Record& expand(const Record& record);

  /// How many fields the last record has more than was given.
  std::size_t added() const { return added_; }

 private:
  struct Part {
    std::string_view text;
    std::vector<std::string_view> vias;
  };

  std::vector<Part> parts_of(const Record& record, std::uint32_t index);
  std::vector<Part> parts_of_insertion(std::string_view text, std::size_t via);
  std::vector<Part> parts_of_action(std::string_view text);
  void copy(const Record& from, std::uint32_t index, std::uint32_t parent);

  const Mapping& mapping_;
  const SpinalLevels& levels_;
  Linker& linker_;
  Record expanded_;
  Arena texts_;
  std::vector<std::vector<Part>> parts_;  ///< by field of the record given; empty where it is not split
  std::size_t added_ = 0;
};

}  // namespace musclekg
