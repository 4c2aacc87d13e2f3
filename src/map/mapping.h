// The mapping table: which statements the fields of a record become. Data in `ontology/`, checked when it is loaded.

#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "map/profile.h"
#include "model/record_keys.h"
#include "rdf/node.h"
#include "rdf/prefixes.h"
#include "terms/kinds.h"

namespace musclekg {

/// What the value of a key becomes.
enum class ValueKind : std::uint8_t {
  Term,     ///< a class of an ontology, or a provisional term
  Group,    ///< the same, and the collection named after it
  Level,    ///< a spinal level
  Action,   ///< a movement at a joint, or of a part of the body
  Concept,  ///< a word of concepts.tsv
  New,      ///< a node of the record's own
  Agent,    ///< a person or an organisation, named by the text
  Journal,  ///< a journal, named by the text
  Cited,    ///< the reference of that number
  Text,
  Date,
  Iri,
  Linking,  ///< nothing; it helps to link the field it belongs to
  Evidence  ///< nothing of its own: it is said of the statements of the field it belongs to
};

enum class Subject : std::uint8_t { Muscle, Value, Owner, Agent, Source };

enum class Object : std::uint8_t {
  Value,
  Material,
  OwnerMaterial,
  Group,
  Joint,
  Level,
  Part,
  Muscle,
  Owner,
  Agent,
  Position,
  Text,
  EnglishText,
  Integer,
  True,
  List,
  Constant
};

enum class When : std::uint8_t { Always, Artery, Immaterial, KnownPart, ProvisionalOwner, First, Last };

/// One statement for each value of a key.
struct StatementRule {
  Subject subject;
  const Node* predicate;
  Object object;
  const Node* constant;  ///< for Object::Constant
  When when;
  Profile profile;
  const Node* kind;  ///< of an edge: the kind of its statements (mkg:kind); nullptr: no edge
  const Node* rule;  ///< the rule an edge follows by (mkg:ruleUsed); nullptr: the source says it
};

/// What becomes of a key under a certain owner.
struct FieldRule {
  ValueKind value = ValueKind::Evidence;
  const SlotTable::Slot* slot = nullptr;  ///< of a Term or Group
  std::string path;                       ///< of New
  std::vector<StatementRule> statements;
  ProfileSet profiles = 0;  ///< those in which something is written of the field
};

class Mapping {
 public:
  /// Reads `mapping.tsv` and `concepts.tsv` from the folder `data`. Predicates and constants are made in `nodes`. Faults
  /// are reported with their place: unknown keys, slots, prefixes and words, and keys of the record format without a row.
  Mapping(const std::string& data, const SlotTable& slots, const Prefixes& prefixes, NodeTable& nodes, Diagnostics& diagnostics);

  /// The rule for a field with `relation` that belongs to one with `owner`.
  const FieldRule& rule(Relation relation, Relation owner) const {
    return rules_[by_pair_[static_cast<std::size_t>(relation)][static_cast<std::size_t>(owner)]];
  }

  /// The node of a word of concepts.tsv, or nullptr.
  const Node* concept_of(Relation relation, std::string_view word) const;

 private:
  void load_rules(const std::string& path, const SlotTable& slots, const Prefixes& prefixes, NodeTable& nodes, Diagnostics& diagnostics);
  void load_concepts(const std::string& path, const Prefixes& prefixes, NodeTable& nodes, Diagnostics& diagnostics);
  void check_complete(const std::string& path, Diagnostics& diagnostics) const;

  std::vector<FieldRule> rules_ = std::vector<FieldRule>(1);  ///< the first: for pairs without a row
  std::array<std::array<std::uint16_t, kRelationCount>, kRelationCount> by_pair_{};
  std::array<std::vector<std::pair<std::string, const Node*>>, kRelationCount> concepts_;
};

}  // namespace musclekg
