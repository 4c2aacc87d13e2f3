// Documents that JSON-LD names by IRI, from files that the user named. Nothing is ever fetched.

#pragma once

#include <map>
#include <string>
#include <string_view>

#include "jsonld/json.h"

namespace musclekg {

/// Serves documents by their IRIs (JSON-LD 1.1 API, section 9.4, LoadDocumentCallback).
class DocumentLoader {
 public:
  /// `path` holds the document of `iri`. Where `iri` ends in '/', `path` is a folder, and what stands below it has the IRIs that begin so;
  /// no IRI leads out of the folder. Of several that fit an IRI the longest counts.
  void add(std::string iri, std::string path);

  /// The document of an IRI, read once; valid as long as this. Throws JsonldError "loading document failed" when the IRI is none of those
  /// named, or its file cannot be read or is no JSON.
  const Json& load(const std::string& iri);

 private:
  std::string path_of(std::string_view iri) const;

  std::map<std::string, std::string, std::less<>> paths_;
  std::map<std::string, Json, std::less<>> documents_;
};

}  // namespace musclekg
