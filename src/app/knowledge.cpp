#include "app/knowledge.h"

#include <fmt/format.h>

#include <filesystem>

#include "base/table.h"
#include "base/text.h"

namespace musclekg {

namespace {

std::vector<std::string> load_immaterial_nouns(const std::string& path, const KindTable& kinds, const NameForms& forms,
                                               Diagnostics& diagnostics) {
  std::vector<std::string> nouns;
  const Table table = read_table(path, {"noun", "kind"}, diagnostics);
  for (const Table::Row& row : table.rows) {
    if ((kinds.bit(row.cells[1]) & kinds.immaterial()) == 0)
      diagnostics.error(table.at(row, 1), "table", fmt::format("'{}' is no immaterial kind of kinds.tsv", row.cells[1]));
    nouns.push_back(forms.word(fold(row.cells[0])));
  }
  return nouns;
}

TermIndex load_terms(const std::string& data, bool atlas, const std::vector<std::string>& ontologies, const KindTable& kinds,
                     const Prefixes& prefixes, const NameForms& forms, std::size_t& users_faults, Diagnostics& diagnostics) {
  TermIndex terms;
  terms.add(read_ontology(data + "/anatomy.obo", prefixes, diagnostics), true, diagnostics);
  if (atlas) terms.add(read_ontology(data + "/atlas.obo", prefixes, diagnostics), true, diagnostics);
  for (const char* file : {"/relations.ttl", "/vocabulary.ttl"}) terms.add_properties(read_ontology(data + file, prefixes, diagnostics));
  const std::size_t own_faults = diagnostics.count(Severity::Error);
  for (const std::string& path : ontologies) terms.add(read_ontology(path, prefixes, diagnostics), false, diagnostics);
  users_faults += diagnostics.count(Severity::Error) - own_faults;
  terms.finish(kinds, prefixes, forms, diagnostics);
  return terms;
}

Curated load_mappings(const std::vector<std::string>& mappings, const TermIndex& terms, const Prefixes& prefixes, std::size_t& users_faults,
                      Diagnostics& diagnostics) {
  Curated curated;
  const std::size_t before = diagnostics.count(Severity::Error);
  for (const std::string& path : mappings) curated.add(read_sssom(path, prefixes, diagnostics), path, terms, prefixes, diagnostics);
  users_faults += diagnostics.count(Severity::Error) - before;
  return curated;
}

}  // namespace

Prefixes load_prefixes(const std::string& path, const std::string& base, Diagnostics& diagnostics) {
  Prefixes prefixes;
  const Table table = read_table(path, {"prefix", "use", "namespace"}, diagnostics);
  for (const Table::Row& row : table.rows) {
    if (row.cells[1] != "id" && row.cells[1] != "rdf" && row.cells[1] != "alias")
      diagnostics.error(table.at(row, 1), "table", fmt::format("'use' is id, rdf or alias; found '{}'", row.cells[1]));
    if (!valid_iri(row.cells[2])) diagnostics.error(table.at(row, 2), "table", fmt::format("'{}' is no absolute IRI", row.cells[2]));
    if (row.cells[1] == "alias") {
      if (!prefixes.add_alias(row.cells[0], row.cells[2]))
        diagnostics.error(table.at(row, 0), "table", fmt::format("'{}' is no prefix of ids in a row above", row.cells[0]));
      continue;
    }
    if (!prefixes.add(row.cells[0], row.cells[2], row.cells[1] == "id"))
      diagnostics.error(table.at(row, 0), "table", fmt::format("the prefix '{}' or its namespace is there already", row.cells[0]),
                        "each prefix has one namespace, and each namespace one prefix");
  }
  prefixes.add("mkt", base + "term/", false);
  return prefixes;
}

Knowledge::Knowledge(const std::string& folder, const std::vector<std::string>& ontologies, const std::vector<std::string>& mappings,
                     const std::string& base, Diagnostics& diagnostics, bool atlas)
    : data(folder),
      prefixes(load_prefixes(data + "/prefixes.tsv", base, diagnostics)),
      kinds(data + "/kinds.tsv", diagnostics),
      slots(data + "/slots.tsv", kinds, diagnostics),
      forms(data, kinds, diagnostics),
      cautions(data + "/cautions.tsv", prefixes, forms, diagnostics),
      terms(load_terms(data, atlas, ontologies, kinds, prefixes, forms, users_faults_, diagnostics)),
      curated(load_mappings(mappings, terms, prefixes, users_faults_, diagnostics)),
      abbreviations(data + "/abbreviations.tsv", slots, diagnostics),
      portions(data + "/portions.tsv", forms, diagnostics),
      lookup(terms, kinds, forms, cautions, portions, curated),
      mapping(data, slots, prefixes, nodes, diagnostics),
      levels(std::make_unique<SpinalLevels>(data + "/spinal-levels.tsv", terms, prefixes, diagnostics)),
      evidence_types(data + "/evidence-types.tsv", prefixes, nodes, diagnostics),
      writers{{}, Context(data + "/context.jsonld", diagnostics)},
      immaterial_nouns_(load_immaterial_nouns(data + "/head-nouns.tsv", kinds, forms, diagnostics)) {
  for (const auto& [iri, label] : terms.property_labels()) writers.labels.emplace_back(nodes.iri(iri), label);
  sound = diagnostics.count(Severity::Error) == users_faults_;
}

LinkTables Knowledge::link_tables() const {
  return {terms, kinds, slots, prefixes, forms, lookup, abbreviations, portions, curated, immaterial_nouns_};
}

std::string find_data() {
  std::error_code none;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", none);
  const std::filesystem::path folder = program.parent_path().parent_path();
  for (const std::filesystem::path& data : {folder / "ontology", folder / "share" / "musclekg", std::filesystem::path(MUSCLEKG_DATA)})
    if (std::filesystem::exists(data / "mapping.tsv", none)) return data.string();
  throw Failure("the folder 'ontology' is neither beside the program nor installed; name it with --data");
}

}  // namespace musclekg
