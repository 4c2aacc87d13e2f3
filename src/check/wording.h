// How nodes are named in messages.

#pragma once

#include <string>
#include <string_view>

#include "rdf/node.h"
#include "rdf/prefixes.h"

namespace musclekg {

/// Names nodes for people: IRIs by their prefix where there is one, texts in quotes and cut when they are long.
class Wording {
 public:
  /// `prefixes` may be nullptr: IRIs are then written out.
  explicit Wording(const Prefixes* prefixes = nullptr) : prefixes_(prefixes) {}

  /// "mkg:anchor", "<http://example.org/a>", "\"text\"@en", "\"1\"^^xsd:integer", "a blank node".
  std::string name(const Node* node) const;

  /// The same of an IRI that no node stands for.
  std::string iri(std::string_view iri) const;

 private:
  const Prefixes* prefixes_;
};

/// "1 value", "3 values".
std::string counted(std::size_t count, std::string_view noun);

}  // namespace musclekg
