// What the program knows: the tables and ontologies of the folder `ontology/`, loaded and checked once.

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/syntax.h"
#include "base/diagnostics.h"
#include "link/linker.h"
#include "map/mapper.h"

namespace musclekg {

/// All of it lives as long as this object, which does not move.
struct Knowledge {
  /// Loads `folder`, then the `ontologies`, whose terms add to or replace the bundled ones, and the curators' `mappings`.
  /// Faults are reported; see `sound`. `base`: namespace of what is minted, which gets
  /// the prefix "mkt". `atlas`: also `atlas.obo`, the terms beyond those that muscle facts name; whole tables do.
  Knowledge(const std::string& folder, const std::vector<std::string>& ontologies, const std::vector<std::string>& mappings,
            const std::string& base, Diagnostics& diagnostics, bool atlas = false);
  Knowledge(const Knowledge&) = delete;

  /// The folder of the program's own data.
  std::string data;

  /// Whether the program's own data have no fault; with one, a run must stop. The user's ontologies and mappings may have some: what
  /// could be read of them is there.
  bool sound = true;

 private:
  std::size_t users_faults_ = 0;  ///< errors in the user's ontologies and mappings

 public:
  NodeTable nodes;
  Prefixes prefixes;
  KindTable kinds;
  SlotTable slots;
  NameForms forms;
  Cautions cautions;
  TermIndex terms;
  Curated curated;
  Abbreviations abbreviations;
  Portions portions;
  NameLookup lookup;
  Mapping mapping;
  std::unique_ptr<SpinalLevels> levels;
  EvidenceTypes evidence_types;
  WriterTables writers;

  LinkTables link_tables() const;
  MapTables map_tables() const { return {mapping, *levels, terms, kinds, prefixes, evidence_types}; }

 private:
  std::vector<std::string> immaterial_nouns_;
};

/// Namespace of what is minted, unless the user names another.
inline constexpr char kBase[] = "https://w3id.org/musclekg/";

/// Reads the table of prefixes at `path`; `base` is the namespace of what is minted. Faults are reported.
Prefixes load_prefixes(const std::string& path, const std::string& base, Diagnostics& diagnostics);

/// The folder of the program's data: beside the program (../ontology), in its installation (../share/musclekg), or in the
/// sources it was built from. Throws Failure when none is there.
std::string find_data();

}  // namespace musclekg
