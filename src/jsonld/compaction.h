// Compaction (JSON-LD 1.1 API, section 6.1): an expanded document under a context.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "jsonld/active_context.h"
#include "jsonld/json.h"

namespace musclekg {

/// Compacts one document.
class JsonldCompaction {
 public:
  JsonldCompaction(bool compact_arrays, bool compact_to_relative, DocumentLoader& loader)
      : compact_arrays_(compact_arrays), relative_(compact_to_relative), loader_(loader), scoped_(loader) {}

  /// The Compaction Algorithm from its beginning: an object or an array. Throws JsonldError.
  Json document(const ContextPointer& active, const Json& element) { return this->element(active, nullptr, element); }

  /// An IRI as a property or type.
  std::string name(const ActiveContext& active, std::string_view iri) const { return iri_of(active, iri, nullptr, true, false); }

 private:
  struct Node;

  Json element(ContextPointer active, const std::string* property, const Json& value);
  Json array(const ContextPointer& active, const std::string* property, const Json& value);
  bool keyword(Node& node, const std::string& key, const Json& value);
  void types(Node& node, const Json& value) const;
  void reverse(Node& node, const Json& value);
  void property(Node& node, const std::string& key, const Json& value);
  void item(Node& node, const std::string& name, const Json& value);
  void graph(Json& target, Node& node, const std::string& name, const TermDefinition* term, const Json& value, Json compacted, bool as_set);
  void map_entry(Json& target, Node& node, const std::string& name, const TermDefinition& term, const Json& value, Json compacted,
                 bool as_set);
  Json& nest(Node& node, const std::string& name) const;
  bool as_array_always(const TermDefinition* term) const { return (term != nullptr && term->contains("@set")) || !compact_arrays_; }
  std::string iri_of(const ActiveContext& active, std::string_view iri, const Json& value, bool vocab, bool reverse) const;
  Json value(const ActiveContext& active, const std::string& property, const Json& value) const;

  bool compact_arrays_, relative_;
  DocumentLoader& loader_;
  ScopedContexts scoped_;
};

/// Value Compaction (section 6.3) of an object with @value or @id; `relative`: IRIs may become relative to the base.
Json compact_value(const ActiveContext& active, const std::string& property, const Json& value, bool relative);

}  // namespace musclekg
