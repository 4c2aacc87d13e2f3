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

  /// Makes IRIs in `iri` another spelling of those of the id prefix `name`, which must be there: FMA is published under two
  /// namespaces. Returns false, and adds nothing, when there is no such prefix.
  bool add_alias(std::string_view name, std::string iri);

  /// The IRI in its one spelling: that of the prefix table where `iri` is in an alias.
  std::string canonical(std::string_view iri) const;

  /// The IRI of an id as an OBO file or a curator writes it: an IRI as it is, an id with a known prefix, otherwise by the
  /// OBO Foundry's rule (PREFIX:LOCAL is http://purl.obolibrary.org/obo/PREFIX_LOCAL), also of the spelling "obo.PREFIX_LOCAL".
  /// Nothing when it has none of these forms.
  std::optional<std::string> iri_of_id(std::string_view id) const;

  /// The IRI of an id or a prefixed name ("UBERON:0002446", "obo:UBERON_0002446"); nothing when the prefix is unknown.
  std::optional<std::string> expand(std::string_view curie) const;

  /// The id of an IRI ("UBERON:0002446"), by the table, or by the OBO Foundry's rule; otherwise the IRI itself.
  std::string id_of(std::string_view iri) const;

  /// Prefix and local name for writing, where the rest of the IRI is a plain local name: ASCII letters, digits, '_' and '-',
  /// beginning with a letter or '_' (of Turtle 1.1, PN_LOCAL, the part that every reader takes), and the namespace ends in '/'
  /// or '#', as all of RDF do. Otherwise two empty texts.
  std::pair<std::string_view, std::string_view> split(std::string_view iri) const;

  /// Whether an IRI begins with one of the namespaces, and has something behind it.
  bool has_namespace_of(std::string_view iri) const;

  /// The same as one name, "obo:UBERON_0001380"; or an empty text.
  std::string prefixed(std::string_view iri) const;

 private:
  struct Alias {
    std::string name;
    std::string iri;
  };

  std::vector<Row> rows_;
  std::vector<Alias> aliases_;
};

}  // namespace musclekg
