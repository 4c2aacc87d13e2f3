// Mapping sets in SSSOM/TSV, version 1.1 (https://mapping-commons.github.io/sssom/): how links are written down for
// curators, and how a curator's decisions come back.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/output.h"
#include "rdf/prefixes.h"

namespace musclekg {

/// One mapping. Ids are CURIEs; an empty text is a slot without a value.
struct SssomRow {
  std::string subject_id;     ///< empty for a name, whose subject_type is "rdfs literal"
  std::string subject_label;  ///< the words
  std::string subject_type;
  std::string predicate_id;        ///< "skos:exactMatch"
  std::string predicate_modifier;  ///< "Not" or empty
  std::string object_id;           ///< "sssom:NoTermFound" where no term has the name
  std::string object_label;
  std::string mapping_justification;  ///< "semapv:LexicalMatching"
  std::string object_source;          ///< the ontology
  std::string object_source_version;
  std::string confidence;                          ///< from 0 to 1, as it is to be written: "0.95"
  std::vector<std::string> subject_preprocessing;  ///< "semapv:CaseNormalization"
  std::vector<std::string> object_match_field;     ///< "rdfs:label"
  std::vector<std::string> match_string;           ///< the words that both sides share
  std::string comment;
  std::uint32_t line = 0;  ///< where it was read, from 1
};

/// What is said of the whole set.
struct SssomSet {
  std::string id;            ///< an absolute IRI; required
  std::string title;         ///< may be empty
  std::string license;       ///< an absolute IRI; required
  std::string tool;          ///< mapping_tool
  std::string tool_version;  ///< mapping_tool_version
  std::string date;          ///< mapping_date, YYYY-MM-DD; empty where none was given
  std::vector<SssomRow> rows;
};

/// Writes the canonical form of SSSOM/TSV ("Canonical SSSOM/TSV format"): metadata as a commented YAML block, the prefix map
/// with just the prefixes that are used and not built in, slots and rows in the specification's order, slots with one value
/// for all rows in the metadata where the specification lets them be there; rows that say the same once. An id may also be
/// an IRI: it is written with the longest namespace of `prefixes` that it begins with, and an id with two spellings in one.
/// Empty values of a list are left out. `sssom_version` is there where a value of a list holds '|' or '\', whose escapes are
/// new in 1.1. Same set, same bytes.
///
/// Throws Failure when an id has a prefix that `prefixes` does not know, an IRI has none, a slot that must have a value is
/// empty or has one that the specification does not allow, or the output cannot be written. `Output::commit` is the caller's.
void write_sssom(const SssomSet& set, const Prefixes& prefixes, Output& output);

/// Reads a set in any order of columns, with the metadata in the file; values that stand in the metadata for all rows are
/// spread over them, unless a row has its own ("Propagation"). Ids are checked against the file's own prefix map and
/// rewritten with the prefixes of `prefixes`; an id in a namespace that these do not have stays as its IRI. In a file without
/// metadata ids have the prefixes of `prefixes`. Metadata in a second file is not looked for.
///
/// Faults are reported with their place, [sssom-syntax] and [not-utf8]; rows that have one are left out. Slots that SssomRow
/// and SssomSet do not have are passed over. A block of metadata without mapping_set_id or license is a warning. Linear in
/// the file. Throws Failure when it cannot be opened or read.
SssomSet read_sssom(const std::string& path, const Prefixes& prefixes, Diagnostics& diagnostics);

}  // namespace musclekg
