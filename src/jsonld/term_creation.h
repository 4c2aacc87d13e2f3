// Create Term Definition (JSON-LD 1.1 API, section 4.2).

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "jsonld/active_context.h"

namespace musclekg {

/// Defines the terms of one local context, each once, those that others need first.
class TermCreation {
 public:
  /// `active` is the context that is being made; all live as long as this.
  TermCreation(ActiveContext& active, const Json& local, const std::string& base_url, const ContextProcessing& how, bool is_protected)
      : active_(active), local_(local), base_url_(base_url), how_(how), is_protected_(is_protected) {}

  /// Defines a term of the local context. Throws JsonldError, "cyclic IRI mapping" among others.
  void define(std::string_view term);

  /// The same, where the local context has such a term and it is not defined yet.
  void define_if_local(std::string_view term);

 private:
  struct Draft;

  void define(const std::string& term, const Json& given);
  void set_type(Draft& draft);
  bool set_reverse(Draft& draft);
  void set_iri(Draft& draft);
  void set_container(Draft& draft) const;
  void set_index(Draft& draft);
  void set_scoped_context(Draft& draft);
  void set_texts(Draft& draft) const;
  void add(Draft& draft, const std::shared_ptr<const TermDefinition>& previous);
  std::optional<std::string> expand(std::string_view value);

  ActiveContext& active_;
  const Json& local_;
  const std::string& base_url_;
  const ContextProcessing& how_;
  bool is_protected_;
  std::map<std::string, bool, std::less<>> defined_;  ///< false: begun
};

/// IRI Expansion while terms are made: a term that the value needs is made first.
std::optional<std::string> expand_iri(const ActiveContext& active, std::string_view value, bool document_relative, bool vocab,
                                      TermCreation* creation);

}  // namespace musclekg
