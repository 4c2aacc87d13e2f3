// The active context: what terms mean where an algorithm stands (JSON-LD 1.1 API, section 4.1).

#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "jsonld/document_loader.h"
#include "jsonld/json.h"
#include "jsonld/jsonld_options.h"

namespace musclekg {

class InverseContext;

/// A string, an explicit null, or nothing said.
struct Setting {
  bool given = false;
  std::optional<std::string> value;

  friend bool operator==(const Setting&, const Setting&) = default;
};

/// Section 4.1, term definition.
struct TermDefinition {
  std::optional<std::string> iri;  ///< the IRI mapping; nothing: null, what is so called is left out
  bool prefix = false;             ///< the term may be used as a prefix
  bool is_protected = false;
  bool reverse = false;
  std::string base_url;                ///< of the document that has the scoped context
  std::optional<Json> context;         ///< scoped; null is one, too
  std::vector<std::string> container;  ///< keywords, sorted
  Setting language, direction;
  std::string index, nest, type;  ///< empty: none

  bool contains(std::string_view keyword) const;
  /// Equal but for protection.
  bool same_meaning(const TermDefinition& other) const;
};

/// Immutable once made; shared by all that use it.
struct ActiveContext {
  std::map<std::string, std::shared_ptr<const TermDefinition>, std::less<>> terms;
  std::optional<std::string> base;  ///< nothing: null, relative IRIs stay relative
  std::string original_base;        ///< of the document; may be empty
  std::optional<std::string> vocabulary;
  std::optional<std::string> language, direction;
  std::shared_ptr<const ActiveContext> previous;
  bool mode_10 = false;  ///< the processing mode is json-ld-1.0

  const TermDefinition* find(std::string_view term) const;

  /// Made when it is asked for first (section 4.3).
  const InverseContext& inverse() const;

  mutable std::shared_ptr<const InverseContext> inverse_context;
};

using ContextPointer = std::shared_ptr<const ActiveContext>;

/// Whether a string is one of the keywords of JSON-LD 1.1, section 1.7.
bool is_keyword(std::string_view text);

/// '@' and letters: what may become a keyword, and is left out.
bool looks_like_keyword(std::string_view text);

/// A context without terms for a document at `base`.
ContextPointer initial_context(const JsonldOptions& options);

/// What remains the same while contexts are processed.
struct ContextProcessing {
  DocumentLoader& loader;
  std::vector<std::string> remote = {};  ///< the contexts that are being loaded, outermost first
  bool override_protected = false;
  bool propagate = true;
  bool validate_scoped = true;
};

/// How the scoped context of a property is processed: it may redefine protected terms.
ContextProcessing overriding(DocumentLoader& loader);

/// Context Processing (section 4.1.2). Throws JsonldError.
ContextPointer process_context(const ContextPointer& active, const Json& local, const std::string& base_url, const ContextProcessing& how);

/// What processing the scoped contexts of terms gave: the same ones come with every node of a type.
class ScopedContexts {
 public:
  explicit ScopedContexts(DocumentLoader& loader) : loader_(loader) {}

  /// process_context with the scoped context of a term, which `active` or a context before it has.
  ContextPointer of(const ContextPointer& active, const TermDefinition& term, bool override_protected, bool propagate);

 private:
  struct Entry {
    ContextPointer active, result;  ///< the first one is kept, so that its address stays its own
  };

  DocumentLoader& loader_;
  std::map<std::tuple<const ActiveContext*, const TermDefinition*, bool, bool>, Entry> entries_;
};

}  // namespace musclekg
