// From the words of a field to the class they stand for.

#pragma once

#include <tsl/robin_map.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "link/cautions.h"
#include "link/kinds.h"
#include "link/term_index.h"
#include "model/link.h"

namespace musclekg {

/// A name as it stands in a record, with what the record says of it. Empty texts where it says nothing.
struct Mention {
  std::string_view name;
  std::string_view id;
  std::string_view whole;  ///< `of`: what it is part of
  std::string_view whole_id;
  std::string_view branch_of;  ///< the nerve or vessel it branches from
  std::string_view branch_of_id;
  std::string_view broader;  ///< the id of a broader term
  std::string_view note;
};

/// What the linker reads from `ontology/`; all live as long as the linker.
struct LinkTables {
  const TermIndex& terms;
  const KindTable& kinds;
  const SlotTable& slots;
  const Prefixes& prefixes;
  const Cautions& cautions;
  std::vector<std::string> immaterial_nouns;  ///< `head-nouns.tsv`: "line", "border"
};

/// Links names by written rules, in the order of LinkRule; the same name in the same slot always gets the same link. A
/// name is linked to a term only when just one term of a kind the slot takes has it (as its label, else as an exact
/// synonym); where more have it, it stays open with all of them as candidates.
///
/// Not for several threads: it remembers what it has linked.
class Linker {
 public:
  /// The slots that the rules themselves name.
  struct Slots {
    const SlotTable::Slot* any;
    const SlotTable::Slot* movement;
    const SlotTable::Slot* joint;
  };

  /// Throws Failure when slots.tsv lacks one of `Slots`.
  explicit Linker(LinkTables tables);

  const Slots& slots() const { return slots_; }

  /// Whether an id is that of a known term.
  bool knows(std::string_view id) const { return find(id) != kNoTerm; }

  /// The link stays valid until `forget_if_full`.
  const Link& link(const SlotTable::Slot& slot, const Mention& mention);

  /// The same for a name that hardly comes again, the record's own: it is not remembered. Valid until the next call.
  const Link& link_once(const SlotTable::Slot& slot, const Mention& mention) { return once_ = decide(slot, mention); }

  /// Bounds the memory of a long run. To be called between records; does not change any link.
  void forget_if_full();

  const LinkTables& tables() const { return tables_; }

 private:
  Fingerprint rest_of(const SlotTable::Slot& slot, const Mention& mention);
  Link decide(const SlotTable::Slot& slot, const Mention& mention);
  Link by_id(const SlotTable::Slot& slot, const Mention& mention) const;
  Link by_name(const SlotTable::Slot& slot, std::string_view name, TermId within) const;
  void compose(const SlotTable::Slot& slot, const Mention& mention, Link& link);
  TermId known(const SlotTable::Slot& slot, std::string_view name, std::string_view id);
  TermId find(std::string_view id) const;
  bool names_same(std::string_view words, std::string_view whole_words, TermId whole);
  std::string name_of_whole(TermId whole, std::string_view words) const;

  LinkTables tables_;
  Slots slots_;
  tsl::robin_map<Fingerprint, std::unique_ptr<Link>, FingerprintHash> remembered_;
  std::string scratch_;
  Link once_;
};

}  // namespace musclekg
