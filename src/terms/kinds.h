// Kinds of structure and the slots they may fill, both from tables in `ontology/`.

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "model/term.h"

namespace musclekg {

/// The kinds of `kinds.tsv`: each has a bit, and root classes whose subclasses are of this kind.
class KindTable {
 public:
  KindTable(const std::string& path, Diagnostics& diagnostics);

  /// The bit of a kind, or 0 when there is no such kind.
  KindSet bit(std::string_view kind) const;

  /// (id of a root class, the kind's bit)
  const std::vector<std::pair<std::string, KindSet>>& roots() const { return roots_; }

  /// Kinds that are no material structures, such as lines.
  KindSet immaterial() const { return immaterial_; }

  /// "nerve, nerve-plexus", for messages.
  std::string names(KindSet kinds) const;

  /// "of kind nerve", or "of no known kind", for messages.
  std::string of_kind(KindSet kinds) const;

 private:
  std::vector<std::string> names_;
  std::vector<std::pair<std::string, KindSet>> roots_;
  KindSet immaterial_ = 0;
};

/// The slots of `slots.tsv`: which kinds of structure a relation takes.
class SlotTable {
 public:
  struct Slot {
    std::string name;
    KindSet kinds;         ///< all bits for the slot that takes anything
    std::uint64_t number;  ///< from 1
  };

  SlotTable(const std::string& path, const KindTable& kinds, Diagnostics& diagnostics);

  /// The slot of that name, or nullptr. Valid as long as the table.
  const Slot* find(std::string_view name) const;

  /// All names, in the order of the table.
  std::vector<std::string_view> names() const;

 private:
  std::vector<Slot> slots_;
};

}  // namespace musclekg
