// The context of our JSON-LD: short keys for predicates, and back.

#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostics.h"
#include "base/hash.h"

namespace musclekg {

/// A term definition of the context (JSON-LD 1.1, section 9.15), as far as ours uses them.
struct ContextTerm {
  std::string key;
  std::string iri;
  std::string language;  ///< @language; may be empty
  bool id = false;       ///< @type is @id
  bool set = false;      ///< @container is @set
  bool list = false;     ///< @container is @list
};

/// A context that is one map of simple and expanded term definitions, without scoped or remote contexts.
class Context {
 public:
  /// One without terms.
  Context() = default;

  /// Reads `context.jsonld`. Faults, and features it does not know, are reported.
  Context(const std::string& path, Diagnostics& diagnostics);

  /// Adds a prefix, or gives it another namespace. Returns false, and does nothing, where `name` is a term of another kind.
  bool set_prefix(std::string_view name, std::string_view iri);

  /// The terms that compaction selects for a predicate (JSON-LD 1.1 API, section 6.2), as far as there are such terms here, or nullptr: of
  /// a node, of a list, and of a text in `language`, which may be empty.
  const ContextTerm* for_node(std::string_view iri) const;
  const ContextTerm* for_list(std::string_view iri) const;
  const ContextTerm* for_text(std::string_view iri, std::string_view language) const;

  /// The term for a class, or an empty text.
  std::string_view type_term(std::string_view iri) const;

  /// How a keyword is written: by an alias, or as it is.
  std::string_view keyword(std::string_view keyword) const;

  /// The definition of a key, or nullptr.
  const ContextTerm* by_key(std::string_view key) const;

  /// The IRI of a key, a prefixed name or an IRI (JSON-LD 1.1 API, 5.2, IRI Expansion, without base IRI).
  std::string expand(std::string_view text) const;

  /// The context as JSON, one term a line, sorted, each line indented by `indent` blanks; without the braces around it.
  std::string text(std::size_t indent) const;

 private:
  /// The first of the terms for an IRI that fit best; 0 is no fit.
  template <class Fitness>
  const ContextTerm* select(std::string_view iri, Fitness fitness) const;

  std::vector<ContextTerm> terms_;
  std::vector<std::string> definitions_;  ///< as JSON, beside `terms_`
  std::unordered_map<std::string, std::vector<std::size_t>, TextHash, std::equal_to<>> by_iri_;
  std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> by_key_;
};

}  // namespace musclekg
