// Namespaces and their prefixes, both ways: for ids in records, for prefixed names in Turtle and JSON-LD.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace musclekg {

/// A bijective table of prefixes, read from `ontology/prefixes.tsv`.
class Prefixes {
 public:
  struct Row {
    std::string name;
    std::string iri;
    bool id;  ///< a prefix of ontology ids ("UBERON"); otherwise one for writing RDF ("obo")
  };

  /// Adds a row. Returns false, and adds nothing, when the name (case ignored) is there already.
  bool add(std::string name, std::string iri, bool id);

  const std::vector<Row>& rows() const { return rows_; }

  /// The IRI of an id or a prefixed name ("UBERON:0002446", "obo:UBERON_0002446"); nothing when the prefix is unknown.
  std::optional<std::string> expand(std::string_view curie) const;

  /// The id of an IRI ("UBERON:0002446"), for messages; the IRI itself where no prefix of ids fits.
  std::string id_of(std::string_view iri) const;

  /// Prefix and local name for writing, where the rest of the IRI is a plain local name: ASCII letters, digits, '_' and '-',
  /// beginning with a letter or '_' (of Turtle 1.1, PN_LOCAL, the part that every reader takes), and the namespace ends in '/'
  /// or '#', as all of RDF do. Otherwise two empty texts.
  std::pair<std::string_view, std::string_view> split(std::string_view iri) const;

  /// The same as one name, "obo:UBERON_0001380"; or an empty text.
  std::string prefixed(std::string_view iri) const;

 private:
  std::vector<Row> rows_;
};

}  // namespace musclekg
