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
  /// Reads `context.jsonld`. Faults, and features it does not know, are reported.
  Context(const std::string& path, Diagnostics& diagnostics);

  /// Adds a prefix, or gives it another namespace.
  void set_prefix(std::string_view name, std::string_view iri);

  /// The term for a predicate whose object is a node, a list or a literal in `language`: the first that fits, or nullptr.
  const ContextTerm* find(std::string_view iri, bool list, std::string_view language) const;

  /// The term for a class, or an empty text.
  std::string_view type_term(std::string_view iri) const;

  /// The definition of a key, or nullptr.
  const ContextTerm* by_key(std::string_view key) const;

  /// The IRI of a key, a prefixed name or an IRI (JSON-LD 1.1 API, 5.2, IRI Expansion, without base IRI).
  std::string expand(std::string_view text) const;

  /// The context as JSON, one term a line, sorted, each line indented by `indent` blanks; without the braces around it.
  std::string text(std::size_t indent) const;

 private:
  std::vector<ContextTerm> terms_;
  std::vector<std::string> definitions_;  ///< as JSON, beside `terms_`
  std::unordered_map<std::string, std::vector<std::size_t>, TextHash, std::equal_to<>> by_iri_;
  std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> by_key_;
};

/// `text` as a JSON string with its quotes (RFC 8259, section 7).
std::string json_string(std::string_view text);

}  // namespace musclekg
