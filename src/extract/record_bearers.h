// The facts of a page, sorted into the records and keys they belong to.

#pragma once

#include <tsl/robin_map.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "extract/page_facts.h"
#include "extract/page_record.h"

namespace musclekg {

/// The keys of a record that facts have, in the order they are written.
enum class FactKey : std::uint8_t {
  PartOf,
  Group,
  Origin,
  Insertion,
  Innervation,
  Artery,
  Action,
  Synergist,
  Antagonist,
  JoinedWith,
  Count
};

inline constexpr std::size_t kFactKeyCount = static_cast<std::size_t>(FactKey::Count);

/// "arterial_supply"
std::string_view name_of(FactKey key);

/// One value of a key: what one or more facts say. Its texts have no line ends.
struct FactValue {
  const Fact* first = nullptr;  ///< nullptr: it follows from the name of the record
  std::string name;             ///< of a structure; of an action: the movement
  std::string qualifier;
  std::vector<const Fact*> facts;  ///< in the order of the page; of a nerve those on its roots, too
  std::vector<std::string> via;
  std::vector<std::pair<std::string, const Fact*>> roots;  ///< of a nerve: its levels, with the facts that say so
};

/// A fact that is no part of a record, and why.
struct FactAside {
  const Fact* fact;
  std::string why;
};

/// The facts of the muscle or of one of its heads.
struct FactBearer {
  std::string name;  ///< "long head of biceps brachii"
  std::array<std::vector<FactValue>, kFactKeyCount> values;
  std::vector<FactAside> asides;

  std::vector<FactValue>& of(FactKey key) { return values[static_cast<std::size_t>(key)]; }
};

/// Sorts the facts of one page.
class RecordBearers {
 public:
  RecordBearers(const PageFacts& facts, const PageRecordTables& tables);

  /// The muscle, then its heads in the order the page comes to them. A head is one by the term its name links to, or by its name.
  const std::vector<FactBearer>& bearers() const { return bearers_; }

 private:
  using Place = std::pair<std::size_t, std::size_t>;  ///< of a value: its bearer, and its index among the bearer's of its key

  std::string identity_of(std::string_view name) const;
  std::size_t find_head(const Fact& fact, bool make);
  void add(const Fact& fact);
  void add_root(const Fact& fact);
  void add_joint(const Fact& fact);
  FactKey key_of(const Fact& fact, bool of_head) const;
  FactKey key_of_whole(std::string_view name, bool of_head) const;
  KindSet kinds_of(std::string_view slot, std::string_view name) const;
  std::pair<Place, bool> place_of(std::size_t bearer, FactKey key, const FactValue& value, std::string_view moved);

  const PageFacts& facts_;
  const PageRecordTables& tables_;
  std::string muscle_;
  std::vector<FactBearer> bearers_ = std::vector<FactBearer>(1);
  tsl::robin_map<std::string, std::size_t, TextHash, std::equal_to<>> heads_;  ///< bearers by `muscle_part`
  tsl::robin_map<std::string, std::size_t, TextHash, std::equal_to<>> by_identity_;
  tsl::robin_map<std::string, Place, TextHash, std::equal_to<>> values_;  ///< by what they say
  tsl::robin_map<const Fact*, Place> nerves_;
  tsl::robin_map<std::string, char, TextHash, std::equal_to<>> joints_;  ///< of actions, with their bearers
};

}  // namespace musclekg
