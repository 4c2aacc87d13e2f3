// The record format: every key a record may have, in one table. The readers, the error messages, the JSON Schema and the
// README's table of keys all come from here.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace musclekg {

/// What a field says of the thing it belongs to. The mapping table speaks of relations by their names (see `name_of`).
enum class Relation : std::uint8_t {
  Muscle,
  RecordKey,
  PartOf,
  Group,
  Origin,
  Insertion,
  Innervation,
  ArterialSupply,
  Action,
  Synergist,
  Antagonist,
  JoinedWith,
  Claim,
  Palpation,
  Reference,
  Source,
  Id,
  Qualifier,
  Of,
  Broader,
  Synonym,
  Note,
  Cites,
  CitationScope,
  ExpandedFrom,
  Via,
  AttachedTo,
  Envelops,
  BranchOf,
  Root,
  Movement,
  Joint,
  Moved,
  Kind,
  Stance,
  About,
  Disputes,
  Favours,
  Over,
  Outcome,
  Type,
  Author,
  Title,
  Journal,
  Publisher,
  Date,
  Accessed,
  Volume,
  Issue,
  Pages,
  Version,
  Url,
  Doi,
  Pmid,
  Licence,
  Design,
  Backlinks,
  Markers,
  Contributor,
  Role,
  Retrieved,
  // What only tables of authors state:
  Structure,
  BloodSupply,
  Drainage,
  ListedUnder,
  Overlaps,
  SurroundedBy,
  ConnectedTo,
  AdjacentTo,
  Connects,
  Count
};

inline constexpr std::size_t kRelationCount = static_cast<std::size_t>(Relation::Count);

/// A kind of map in a record.
enum class Shape : std::uint8_t {
  None,
  Record,
  Value,
  Insertion,
  Innervation,
  ArterialSupply,
  Action,
  Claim,
  Palpation,
  Reference,
  Source,
  Contributor
};

/// What a key takes when its value is not a map.
enum class Type : std::uint8_t {
  Map,      ///< nothing else than a map
  Text,     ///< a string
  Words,    ///< a string or a number, kept as written (volume, pages)
  Integer,  ///< a whole number from 1
  Date,     ///< YYYY, YYYY-MM or YYYY-MM-DD
  Iri,      ///< an absolute IRI
  Curie,    ///< an ontology id such as UBERON:0002446
  Choice    ///< one of `choices`
};

/// One key of one kind of map.
struct Key {
  Shape owner;
  std::string_view name;
  Relation relation;
  Type type;
  Shape inner;  ///< the map that may stand as value; None: only a scalar
  bool many;    ///< a list of values may stand there too
  bool required;
  bool names_owner;          ///< its value is what the owner map is called: it fills the owner's text and makes no field
  std::string_view choices;  ///< for Choice: the allowed words, separated by '|'
  std::string_view meaning;  ///< one line for the README and for editors
};

/// All keys, grouped by owner, in the order of the README.
std::span<const Key> record_keys();

/// The shape whose keys `shape` has besides its own: an insertion is a value with more to say. None where there is none.
Shape base_of(Shape shape);

/// The key `name` of `owner` or of its base, or nullptr.
const Key* find_key(Shape owner, std::string_view name);

/// The keys of `owner` alone, without those of its base.
std::span<const Key> keys_of(Shape owner);

/// The key a relation has in records, which is also its name in the mapping table and in column mappings ("origins", "via", "title").
/// The muscle itself is "muscle". What only tables state has a name, and is no key of a record.
std::string_view name_of(Relation relation);

/// The relation of that name, or Relation::Count.
Relation relation_named(std::string_view name);

/// Whether a relation can be stated of two structures: what a column mapping may name.
bool relates_structures(Relation relation);

/// What messages call a kind of map: "a record", "an insertion".
std::string_view name_of(Shape shape);

}  // namespace musclekg
