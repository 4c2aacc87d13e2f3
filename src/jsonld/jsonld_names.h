// The names that nodes have in our JSON-LD.

#pragma once

#include <string>
#include <string_view>

#include "base/arena.h"
#include "rdf/node_map.h"
#include "rdf/prefixes.h"

namespace musclekg {

/// Gives each IRI and blank node the text of its "id": a prefixed name, otherwise the IRI; kept as long as the node.
class JsonldNames {
 public:
  /// `prefixes` may grow until the first node comes, and lives as long as this object. `path` is named in Failures.
  JsonldNames(const Prefixes& prefixes, std::string path) : prefixes_(prefixes), path_(std::move(path)) {}

  /// The name as a JSON string, with its quotes. Throws Failure for an IRI that JSON-LD cannot hold.
  std::string_view of(const Node* node);

  /// To be called when the table of scoped nodes is cleared.
  void forget_scoped() {
    names_.forget_scoped();
    scoped_texts_.clear();
  }

 private:
  void check_scheme(std::string_view iri) const;

  const Prefixes& prefixes_;
  std::string path_;
  NodeMap<std::string_view> names_;
  Arena texts_, scoped_texts_;
};

}  // namespace musclekg
