// What was read from a page.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/page.h"

namespace musclekg {

enum class FactRelation : std::uint8_t {
  Origin,
  Insertion,
  Innervation,
  SpinalRoot,
  Artery,
  PartOf,
  Synergist,
  Antagonist,
  Action,
  JointActedOn,
  JoinedWith,
  Count
};

/// "spinal_root"
std::string_view name_of(FactRelation relation);

/// How sure the page is.
enum class Modality : std::uint8_t {
  Stated,
  Variant,   ///< sometimes so, or in some people
  Disputed,  ///< doubted by the page or by others
};

std::string_view name_of(Modality modality);

/// Where the citations of a sentence come from.
enum class CitationBasis : std::uint8_t {
  None,
  Sentence,  ///< a mark ends it, or stands in it
  Paragraph  ///< it has none; the last mark of its paragraph
};

/// One fact, with the words that say it.
struct Fact {
  FactRelation relation;
  Span where;                    ///< of the words, in the source
  std::string text;              ///< the words, without markup
  std::string head;              ///< what they name, lower case, abbreviations written out: "lateral lip of linea aspera"
  std::string qualifier;         ///< which share of it, or how: "upper half"
  std::string muscle_part;       ///< the head of the muscle that it is true of: "long head"; empty: the muscle
  std::string condition;         ///< of an action: "unilateral"
  std::string subject;           ///< the other muscle that it is said of; empty: this one
  std::string fibre_type;        ///< of a nerve: "motor"
  std::vector<std::string> via;  ///< what it passes through
  std::string movement;          ///< of an action: "extension"
  std::string moved;             ///< of an action: what moves, or the joint: "knee"; empty where the page does not say
  bool at_joint = false;         ///< of an action: `moved` is a joint
  Modality modality = Modality::Stated;
  bool negative = false;
  std::int32_t of = -1;  ///< of a root: the index of the fact on its nerve; -1: none
  std::vector<std::uint32_t> citations;
  CitationBasis citation_basis = CitationBasis::None;
  Span sentence;              ///< of the sentence it stands in
  std::uint32_t section = 0;  ///< index in PageFacts::sections

  /// Whether the page says it plainly of this muscle.
  bool claimed() const { return modality == Modality::Stated && !negative && subject.empty(); }
};

/// What a part of the page is about, and how that is known.
struct Section {
  enum class Basis : std::uint8_t { Heading, Label, Inferred, Carried };

  TopicSet topics = 0;
  Basis basis = Basis::Inferred;
  std::string by;  ///< the heading or label as written; or the cue words that decided
  Span where;
};

struct ClinicalClaim {
  std::string text;
  Span where;
  std::string_view kind;    ///< a word of the record format, or empty
  std::string_view stance;  ///< likewise
  std::vector<std::string> about;
  std::vector<std::string> disputes;
  std::vector<std::uint32_t> citations;
  CitationBasis citation_basis = CitationBasis::None;
};

struct PalpationNote {
  std::string text;
  Span where;
  std::vector<std::uint32_t> citations;
  CitationBasis citation_basis = CitationBasis::None;
};

/// An entry of the list of references. Empty where the page does not say.
struct PageReference {
  std::uint32_t number = 0;
  std::string text;  ///< as written, without number and backlinks
  Span where;
  std::string type;  ///< a word of the record format
  std::vector<std::string> authors;
  std::string title, journal, publisher;
  std::string date;      ///< YYYY, YYYY-MM or YYYY-MM-DD
  std::string accessed;  ///< likewise
  std::string volume, issue, pages, url, doi, pmid;
  std::string design;           ///< a word of the record format, read from the title's own words
  std::uint32_t backlinks = 0;  ///< how many backlink counters the entry has ("1. 1.0 1.1": 2); 0 where the page has none
  std::uint32_t markers = 0;    ///< how many marks in the text of the page point at it
};

struct PageContributor {
  std::string name;
  std::string_view role;  ///< a word of the record format, or empty
  Span where;
};

/// What the page, or a file beside it, says of the page itself.
struct PageSource {
  std::string title, publisher, licence, url, date, retrieved, version, note;
  std::vector<PageContributor> contributors;
};

struct PageFacts {
  std::string file;
  std::string_view layout;
  std::string muscle;                 ///< whose page it is, as the title says, without "muscle" and marks
  std::vector<std::string> synonyms;  ///< other names that the page gives it
  Span muscle_where;
  std::vector<Section> sections;
  std::vector<Fact> facts;  ///< in the order of the source
  std::vector<ClinicalClaim> claims;
  std::vector<PalpationNote> palpation;
  std::vector<PageReference> references;
  PageSource source;
  std::vector<Span> unread;         ///< sentences of the body that gave nothing, in order
  std::size_t body_bytes = 0;       ///< of sentences that could hold facts
  std::size_t body_bytes_read = 0;  ///< of those that did
};

}  // namespace musclekg
