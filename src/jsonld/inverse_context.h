// The inverse context: which term says an IRI for which kind of value (JSON-LD 1.1 API, sections 4.3 and 4.4).

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "jsonld/active_context.h"

namespace musclekg {

/// Made of an active context, which need not live as long.
class InverseContext {
 public:
  /// Inverse Context Creation.
  explicit InverseContext(const ActiveContext& active);

  bool has(std::string_view iri) const { return entries_.find(iri) != entries_.end(); }

  /// A term that may be used as a prefix.
  struct Prefix {
    std::string term, iri;
  };
  const std::vector<Prefix>& prefixes() const { return prefixes_; }

  /// Term Selection: the first term for `iri` by the containers and then by the preferred values; an empty text where there is none.
  /// `kind` is "@language", "@type" or "@any".
  std::string_view select(std::string_view iri, const std::vector<std::string>& containers, std::string_view kind,
                          const std::vector<std::string>& preferred) const;

 private:
  using Terms = std::map<std::string, std::string, std::less<>>;  ///< preferred value -> term
  using Kinds = std::map<std::string, Terms, std::less<>>;        ///< "@language", "@type", "@any"
  using Containers = std::map<std::string, Kinds, std::less<>>;   ///< "@list", "@index@set", "@none"

  std::map<std::string, Containers, std::less<>> entries_;
  std::vector<Prefix> prefixes_;
};

}  // namespace musclekg
