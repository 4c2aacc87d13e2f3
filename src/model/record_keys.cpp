#include "model/record_keys.h"

#include <algorithm>
#include <array>
#include <utility>

namespace musclekg {

namespace {

using R = Relation;
using S = Shape;
using T = Type;

constexpr bool kOne = false, kMany = true, kOptional = false, kRequired = true;

constexpr std::string_view kClaimKinds = "association|treatment-approach|evidence-appraisal|existence-doubt|finding|comparison";
constexpr std::string_view kReferenceTypes = "journal-article|systematic-review|website|dataset|ontology";
constexpr std::string_view kDesigns =
    "reference-resource|narrative-review|systematic-review|controlled-trial|experimental-study|unclassified";

constexpr std::string_view kScopes = "sentence|paragraph";
constexpr std::string_view kScopeMeaning = "what the mark of `cites` closes on the page: the sentence, or only its paragraph";

/// A key that makes a field.
constexpr Key key(S owner, std::string_view name, R relation, T type, S inner, bool many, bool required, std::string_view meaning,
                  std::string_view choices = {}) {
  return {owner, name, relation, type, inner, many, required, false, choices, meaning};
}

/// A key whose value is what its owner is called.
constexpr Key naming(S owner, std::string_view name, T type, bool required, std::string_view meaning) {
  return {owner, name, R::Count, type, S::None, kOne, required, true, {}, meaning};
}

constexpr Key text(S owner, std::string_view name, R relation, std::string_view meaning, T type = T::Text) {
  return key(owner, name, relation, type, S::None, kOne, kOptional, meaning);
}

constexpr Key values(S owner, std::string_view name, R relation, std::string_view meaning, S inner = S::Value) {
  return key(owner, name, relation, T::Text, inner, kMany, kOptional, meaning);
}

constexpr Key kKeys[] = {
    naming(S::Record, "name", T::Text, kRequired, "the muscle"),
    text(S::Record, "id", R::Id, "its ontology id; checked against the name", T::Curie),
    text(S::Record, "record", R::RecordKey, "tells two records of one muscle apart; names their files and IRIs"),
    values(S::Record, "part_of", R::PartOf, "the muscle it is a head or part of"),
    values(S::Record, "group", R::Group, "the muscle group it is a member of"),
    values(S::Record, "origins", R::Origin, "where it arises"),
    values(S::Record, "insertions", R::Insertion, "where it inserts", S::Insertion),
    values(S::Record, "innervation", R::Innervation, "the nerves that supply it", S::Innervation),
    values(S::Record, "arterial_supply", R::ArterialSupply, "the arteries that supply it", S::ArterialSupply),
    values(S::Record, "actions", R::Action, "its movements: \"extension of the knee joint\", \"flexion of the thigh\"", S::Action),
    values(S::Record, "synergists", R::Synergist, "muscles that act with it"),
    values(S::Record, "antagonists", R::Antagonist, "muscles that act against it"),
    values(S::Record, "joined_with", R::JoinedWith, "muscles it joins"),
    key(S::Record, "clinical_claims", R::Claim, T::Map, S::Claim, kMany, kOptional, "what is claimed of it in the clinic"),
    key(S::Record, "palpation", R::Palpation, T::Text, S::Palpation, kMany, kOptional, "how it is felt"),
    key(S::Record, "references", R::Reference, T::Map, S::Reference, kMany, kOptional, "numbered; facts cite the numbers"),
    key(S::Record, "source", R::Source, T::Map, S::Source, kOne, kOptional, "the page, sheet or table the facts come from"),

    naming(S::Value, "name", T::Text, kRequired, "the structure, in an anatomist's words"),
    text(S::Value, "id", R::Id, "its ontology id; checked against the name", T::Curie),
    text(S::Value, "qualifier", R::Qualifier, "which part or side of it: \"lower part\""),
    key(S::Value, "of", R::Of, T::Text, S::Value, kOne, kOptional, "the whole it is part of, where no ontology has it"),
    text(S::Value, "broader", R::Broader, "the id of a broader term, where no ontology has it", T::Curie),
    key(S::Value, "synonyms", R::Synonym, T::Text, S::None, kMany, kOptional, "other names, where no ontology has it"),
    text(S::Value, "note", R::Note, "a remark for curators"),
    key(S::Value, "cites", R::Cites, T::Integer, S::None, kMany, kOptional, "numbers of the references that say so"),
    key(S::Value, "citation_scope", R::CitationScope, T::Choice, S::None, kOne, kOptional, kScopeMeaning, kScopes),
    key(S::Value, "expanded_from", R::ExpandedFrom, T::Text, S::Value, kOne, kOptional,
        "the group that the source names, where the name is one of its members"),

    values(S::Insertion, "via", R::Via, "what it passes through, in order"),
    values(S::Insertion, "attached_to", R::AttachedTo, "what the named structure is itself attached to"),
    values(S::Insertion, "envelops", R::Envelops, "what the named structure envelops"),

    key(S::Innervation, "branch_of", R::BranchOf, T::Text, S::Value, kOne, kOptional, "the nerve it branches from"),
    key(S::Innervation, "roots", R::Root, T::Text, S::None, kMany, kOptional, "its spinal levels: L2, L3, L4"),

    key(S::ArterialSupply, "branch_of", R::BranchOf, T::Text, S::Value, kOne, kOptional, "the artery it branches from"),

    key(S::Action, "movement", R::Movement, T::Text, S::Value, kOne, kRequired, "the movement: \"extension\""),
    key(S::Action, "joint", R::Joint, T::Text, S::Value, kOne, kOptional, "the joint that moves"),
    key(S::Action, "part", R::Moved, T::Text, S::Value, kOne, kOptional, "the part of the body that moves, where no joint is named"),
    text(S::Action, "qualifier", R::Qualifier, "when or how: \"with the hip flexed\""),
    text(S::Action, "note", R::Note, "a remark for curators"),
    key(S::Action, "cites", R::Cites, T::Integer, S::None, kMany, kOptional, "numbers of the references that say so"),
    key(S::Action, "citation_scope", R::CitationScope, T::Choice, S::None, kOne, kOptional, kScopeMeaning, kScopes),

    naming(S::Claim, "text", T::Text, kRequired, "the claim"),
    key(S::Claim, "kind", R::Kind, T::Choice, S::None, kOne, kOptional, "what sort of claim it is", kClaimKinds),
    key(S::Claim, "stance", R::Stance, T::Choice, S::None, kOne, kOptional, "whether it speaks for or against what it is about",
        "for|against|neutral"),
    values(S::Claim, "about", R::About, "what it is about"),
    values(S::Claim, "disputes", R::Disputes, "what it disputes the existence of"),
    values(S::Claim, "favours", R::Favours, "in a comparison: what did better"),
    values(S::Claim, "over", R::Over, "in a comparison: what did worse"),
    values(S::Claim, "outcome", R::Outcome, "in a comparison: what was measured"),
    text(S::Claim, "note", R::Note, "a remark for curators"),
    key(S::Claim, "cites", R::Cites, T::Integer, S::None, kMany, kOptional, "numbers of the references it rests on"),
    key(S::Claim, "citation_scope", R::CitationScope, T::Choice, S::None, kOne, kOptional, kScopeMeaning, kScopes),

    naming(S::Palpation, "text", T::Text, kRequired, "how it is felt"),
    values(S::Palpation, "about", R::About, "what is felt"),
    text(S::Palpation, "note", R::Note, "a remark for curators"),
    key(S::Palpation, "cites", R::Cites, T::Integer, S::None, kMany, kOptional, "numbers of the references that say so"),
    key(S::Palpation, "citation_scope", R::CitationScope, T::Choice, S::None, kOne, kOptional, kScopeMeaning, kScopes),

    naming(S::Reference, "number", T::Integer, kRequired, "the number facts cite"),
    key(S::Reference, "type", R::Type, T::Choice, S::None, kOne, kOptional, "what kind of work it is", kReferenceTypes),
    key(S::Reference, "authors", R::Author, T::Text, S::None, kMany, kOptional, "in their order"),
    text(S::Reference, "title", R::Title, "its title"),
    text(S::Reference, "journal", R::Journal, "the journal, written out or abbreviated"),
    text(S::Reference, "publisher", R::Publisher, "who published it"),
    text(S::Reference, "date", R::Date, "when it was published", T::Date),
    text(S::Reference, "accessed", R::Accessed, "when it was looked at", T::Date),
    text(S::Reference, "volume", R::Volume, "as written", T::Words),
    text(S::Reference, "issue", R::Issue, "as written", T::Words),
    text(S::Reference, "pages", R::Pages, "as written: \"2286-94\"", T::Words),
    text(S::Reference, "version", R::Version, "of a dataset or an ontology", T::Words),
    text(S::Reference, "url", R::Url, "an absolute IRI", T::Iri),
    text(S::Reference, "doi", R::Doi, "without https://doi.org/"),
    text(S::Reference, "pmid", R::Pmid, "the PubMed number", T::Words),
    text(S::Reference, "licence", R::Licence, "an absolute IRI", T::Iri),
    key(S::Reference, "design", R::Design, T::Choice, S::None, kOne, kOptional, "the study's design", kDesigns),
    key(S::Reference, "backlinks", R::Backlinks, T::Integer, S::None, kOne, kOptional, "how many backlinks its entry has on the page"),
    key(S::Reference, "markers", R::Markers, T::Integer, S::None, kOne, kOptional, "how many marks of the page point at it"),
    text(S::Reference, "note", R::Note, "a remark for curators"),

    text(S::Source, "title", R::Title, "its title"),
    text(S::Source, "publisher", R::Publisher, "who published it"),
    key(S::Source, "contributors", R::Contributor, T::Text, S::Contributor, kMany, kOptional, "who wrote it, in their order"),
    text(S::Source, "licence", R::Licence, "an absolute IRI", T::Iri),
    text(S::Source, "url", R::Url, "an absolute IRI", T::Iri),
    text(S::Source, "date", R::Date, "when it was published or last changed", T::Date),
    text(S::Source, "retrieved", R::Retrieved, "when it was fetched", T::Date),
    text(S::Source, "version", R::Version, "its version or revision", T::Words),
    text(S::Source, "note", R::Note, "a remark for curators"),

    naming(S::Contributor, "name", T::Text, kRequired, "the person"),
    key(S::Contributor, "role", R::Role, T::Choice, S::None, kOne, kOptional, "what the person did",
        "original-editor|top-contributor|author|reviewer"),
};

/// What only tables of authors state.
constexpr std::pair<R, std::string_view> kTableRelations[] = {
    {R::Structure, "structure"},      {R::BloodSupply, "blood_supply"}, {R::Drainage, "drainage"},
    {R::ListedUnder, "listed_under"}, {R::Overlaps, "overlaps"},        {R::SurroundedBy, "surrounded_by"},
    {R::ConnectedTo, "connected_to"}, {R::AdjacentTo, "adjacent_to"},   {R::Connects, "connects"},
};

constexpr std::size_t kShapeCount = static_cast<std::size_t>(Shape::Contributor) + 1;

}  // namespace

std::span<const Key> record_keys() { return kKeys; }

std::span<const Key> keys_of(Shape owner) {
  static const auto ranges = [] {
    std::array<std::span<const Key>, kShapeCount> result{};
    for (const Key* first = std::begin(kKeys); first != std::end(kKeys);) {
      const Key* last = std::find_if(first, std::end(kKeys), [&](const Key& key) { return key.owner != first->owner; });
      result[static_cast<std::size_t>(first->owner)] = {first, last};
      first = last;
    }
    return result;
  }();
  return ranges[static_cast<std::size_t>(owner)];
}

Shape base_of(Shape shape) {
  return shape == Shape::Insertion || shape == Shape::Innervation || shape == Shape::ArterialSupply ? Shape::Value : Shape::None;
}

const Key* find_key(Shape owner, std::string_view name) {
  for (; owner != Shape::None; owner = base_of(owner))
    for (const Key& key : keys_of(owner))
      if (key.name == name) return &key;
  return nullptr;
}

std::string_view name_of(Relation relation) {
  if (relation == Relation::Muscle) return "muscle";
  static const auto names = [] {
    std::array<std::string_view, kRelationCount> result{};
    for (const Key& key : kKeys)
      if (key.relation != Relation::Count) result[static_cast<std::size_t>(key.relation)] = key.name;
    for (const auto& [stated, name] : kTableRelations) result[static_cast<std::size_t>(stated)] = name;
    return result;
  }();
  return names[static_cast<std::size_t>(relation)];
}

Relation relation_named(std::string_view name) {
  for (std::size_t i = 0; i < kRelationCount; ++i)
    if (name_of(static_cast<Relation>(i)) == name) return static_cast<Relation>(i);
  return Relation::Count;
}

bool relates_structures(Relation relation) {
  switch (relation) {
    case Relation::PartOf:
    case Relation::Group:
    case Relation::Origin:
    case Relation::Insertion:
    case Relation::Innervation:
    case Relation::ArterialSupply:
    case Relation::Synergist:
    case Relation::Antagonist:
    case Relation::JoinedWith:
    case Relation::AttachedTo:
    case Relation::BloodSupply:
    case Relation::Drainage:
    case Relation::ListedUnder:
    case Relation::Overlaps:
    case Relation::SurroundedBy:
    case Relation::ConnectedTo:
    case Relation::AdjacentTo:
    case Relation::Connects:
      return true;
    default:
      return false;
  }
}

std::string_view name_of(Shape shape) {
  switch (shape) {
    case Shape::None:
      break;
    case Shape::Record:
      return "a record";
    case Shape::Value:
      return "a value";
    case Shape::Insertion:
      return "an insertion";
    case Shape::Innervation:
      return "an innervation";
    case Shape::ArterialSupply:
      return "an arterial supply";
    case Shape::Action:
      return "an action";
    case Shape::Claim:
      return "a clinical claim";
    case Shape::Palpation:
      return "a palpation note";
    case Shape::Reference:
      return "a reference";
    case Shape::Source:
      return "a source";
    case Shape::Contributor:
      return "a contributor";
  }
  return "nothing";
}

}  // namespace musclekg
