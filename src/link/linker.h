// From the words of a field to the class they stand for.

#pragma once

#include <tsl/robin_map.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "link/abbreviations.h"
#include "link/name_lookup.h"
#include "link/phrase.h"
#include "link/portions.h"
#include "model/link.h"
#include "rdf/prefixes.h"

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
  bool of_table = false;  ///< a wrong id is reported, but does not lose what the row says: see Linker::link
};

/// What the linker reads from `ontology/`; all live as long as the linker.
struct LinkTables {
  const TermIndex& terms;
  const KindTable& kinds;
  const SlotTable& slots;
  const Prefixes& prefixes;
  const NameForms& forms;
  const NameLookup& lookup;
  const Abbreviations& abbreviations;
  const Portions& portions;
  const Curated& curated;
  std::vector<std::string> immaterial_nouns;  ///< `head-nouns.tsv`: "line", "border"
};

/// Links names by written rules, in the order of LinkRule; the same name in the same slot, of a muscle of the same region, always
/// gets the same link. A name is linked to a term only when just one term of a kind the slot takes has it, or only one near the
/// muscle; otherwise it stays open with all of them as candidates. What no term has becomes a provisional term, tied to the
/// largest part of it that is known.
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

  /// Whether a name is one of the term's, in whatever form and of whatever scope; the link then tells which.
  bool take_name(TermId term, const SlotTable::Slot& slot, std::string_view name, Link& link) const;

  /// The muscle whose region decides among homonyms, from now on; kNoTerm: none.
  void set_muscle(TermId muscle) { muscle_ = muscle; }

  /// The link stays valid until `forget_if_full`. A wrong id makes it Refused; in a table the name then decides, or where no term has it,
  /// the id, if it is that of a living term of a kind the slot takes (AuthorsId); what is wrong is told in `fault`.
  const Link& link(const SlotTable::Slot& slot, const Mention& mention);

  /// The same for a name that hardly comes again, the record's own: it is not remembered. Valid until the next call.
  const Link& link_once(const SlotTable::Slot& slot, const Mention& mention) { return once_ = decide(slot, mention); }

  /// The names that one text coordinates ("superior and inferior gluteal arteries", "6th-12th ribs"), when each of them links;
  /// none when the text is one name, or it is not certain how it is to be split.
  std::vector<std::string> split_coordination(const SlotTable::Slot& slot, std::string_view text);

  /// Bounds the memory of a long run. To be called between records; does not change any link.
  void forget_if_full();

  const LinkTables& tables() const { return tables_; }

 private:
  Fingerprint rest_of(const SlotTable::Slot& slot, const Mention& mention);
  Link decide(const SlotTable::Slot& slot, const Mention& mention);
  Link by_id(const SlotTable::Slot& slot, const Mention& mention);
  Link despite(const SlotTable::Slot& slot, const Mention& mention, const Link& refused);
  Link by_obsolete_id(const SlotTable::Slot& slot, const Mention& mention, const Term& obsolete);
  std::vector<TermId> living(const std::vector<std::string>& iris) const;
  Link audited(const SlotTable::Slot& slot, const Mention& mention, TermId id, bool fits);
  bool had_name(const Term& obsolete, std::string_view name) const;
  Link by_name(const Place& place, std::string_view name, bool abbreviated = true);
  Link by_words(const Place& place, const std::string& name);
  Link by_readings(const Place& place, const std::vector<std::string>& readings, LinkRule rule);
  Link by_abbreviations(const Place& place, std::string_view name);
  Link by_apposition(const Place& place, std::string_view name);
  Link by_chain(const Place& place, const std::string& name);
  void compose(const SlotTable::Slot& slot, const Mention& mention, Link& link);
  void tie_to_known_part(const SlotTable::Slot& slot, std::string& head, Link& link);
  bool certain(const SlotTable::Slot& slot, const std::string& name, bool composed);
  const Link& link_of(const SlotTable::Slot& slot, std::string_view name) { return link(slot, {name, {}, {}, {}, {}, {}, {}, {}}); }
  TermId known(const SlotTable::Slot& slot, std::string_view name, std::string_view id);
  TermId find(std::string_view id) const;
  bool names_same(std::string_view words, std::string_view whole_words, TermId whole);
  std::string name_of_whole(TermId whole, std::string_view words) const;
  std::string id_of(TermId term) const;

  LinkTables tables_;
  Slots slots_;
  TermId muscle_ = kNoTerm;
  bool region_matters_ = false;  ///< of the link being decided: a name was met on the way that depends on the muscle
  tsl::robin_map<Fingerprint, std::unique_ptr<Link>, FingerprintHash> remembered_;
  std::string scratch_;
  Link once_;
};

}  // namespace musclekg
