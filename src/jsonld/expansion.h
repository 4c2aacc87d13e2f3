// Expansion (JSON-LD 1.1 API, section 5.1): a document without its context.

#pragma once

#include <string>

#include "jsonld/active_context.h"
#include "jsonld/json.h"

namespace musclekg {

/// Expands one document or frame.
class JsonldExpansion {
 public:
  /// `base_url`: IRI of the document, for the contexts it names; may be empty. `frame`: the document is a frame.
  JsonldExpansion(std::string base_url, bool frame, DocumentLoader& loader)
      : base_url_(std::move(base_url)), frame_(frame), loader_(loader), scoped_(loader) {}

  /// The Expansion Algorithm from its beginning: an array of node objects. Throws JsonldError.
  Json document(const ContextPointer& active, const Json& element);

 private:
  struct Node;

  Json element(const ContextPointer& active, const std::string* property, const Json& value, bool from_map);
  Json array(const ContextPointer& active, const std::string* property, const Json& value, bool from_map);
  Json object(ContextPointer active, const std::string* property, const Json& value, bool from_map);
  Json scalar(const ContextPointer& active, const std::string* property, const Json& value);
  void keys(Node& node, const Json& value);
  void keyword(Node& node, const std::string& keyword, const std::string& key, const Json& value);
  void property(Node& node, const std::string& property, const std::string& key, const Json& value);
  Json defaults(const Node& node, const Json& value);
  Json identifier(const Node& node, const Json& value) const;
  Json types(const Node& node, const Json& value) const;
  void value_keyword(Node& node, const Json& value) const;
  Json language_keyword(const Json& value) const;
  void reverse(Node& node, const Json& value);
  Json language_map(const Node& node, const TermDefinition* term, const Json& value) const;
  Json index_map(const Node& node, const TermDefinition& term, const std::string& key, const std::string& index_key, const Json& value);
  Json index_entry(const Node& node, const TermDefinition& term, const std::string& index, const std::string& index_key, Json item) const;
  Json finished(Node& node, const std::string* property) const;
  Json value_object(Json result) const;
  bool is_frame_map(const Json& value) const { return frame_ && value.is_object(); }

  std::string base_url_;
  bool frame_;
  DocumentLoader& loader_;
  ScopedContexts scoped_;
};

/// Value Expansion (section 5.3) of a scalar under a property.
Json expand_value(const ActiveContext& active, const std::string& property, const Json& value);

}  // namespace musclekg
