// The options of the JSON-LD API, with the specification's defaults.

#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "jsonld/json.h"

namespace musclekg {

/// What becomes of the base direction of text in RDF (JSON-LD 1.1 API, rdfDirection).
enum class RdfDirection : std::uint8_t { None, I18nDatatype, CompoundLiteral };

/// How often a node object that is mentioned several times is written in full (JSON-LD 1.1 Framing, JsonLdEmbed).
enum class Embed : std::uint8_t { Always, Once, Never };

/// JsonLdOptions of JSON-LD 1.1 API, section 9.3, and of Framing, section 5.2; named as there.
struct JsonldOptions {
  std::string base;     ///< absolute IRI of the document; empty: none
  Json expand_context;  ///< null: none; a context, an array of them, or an object with @context
  bool compact_arrays = true;
  bool compact_to_relative = true;
  bool ordered = true;
  bool processing_mode_10 = false;  ///< "json-ld-1.0": what is new in 1.1 is an error
  bool produce_generalized_rdf = false;
  RdfDirection rdf_direction = RdfDirection::None;
  bool use_native_types = false;
  bool use_rdf_type = false;
  Embed embed = Embed::Once;
  bool explicit_inclusion = false;  ///< the flag `explicit`
  bool omit_default = false;
  std::optional<bool> omit_graph;  ///< nothing: true, but false in json-ld-1.0
  bool require_all = false;
};

}  // namespace musclekg
