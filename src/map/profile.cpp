#include "map/profile.h"

namespace musclekg {

namespace {

constexpr ProfileRow kProfiles[] = {
    {Profile::Direct, "direct", GraphName::Direct, "the facts as edges from class to class"},
    {Profile::Terms, "terms", GraphName::Terms, "labels of the terms used, and the terms of our own"},
    {Profile::Closure, "closure", GraphName::Closure,
     "edges that follow by five rules, with the ontologies' edges they need (graph anchor)"},
    {Profile::Owl, "owl", GraphName::Owl, "the facts as OWL 2 EL axioms on human-only classes"},
    {Profile::Claims, "claims", GraphName::Evidence, "clinical claims and notes on palpation"},
    {Profile::Evidence, "evidence", GraphName::Evidence, "claims, and for every edge who says it, where, and citing what"},
    {Profile::Links, "links", GraphName::Links, "which words became which term, and why (SSSOM)"},
    {Profile::Source, "source", GraphName::Source, "the page or table, its contributors and references"},
    {Profile::Rows, "rows", GraphName::Rows, "the rows of tables, cell by cell (CSVW): a table can be written again from them"},
    {Profile::Meta, "meta", GraphName::Default, "the description of the dataset (VoID, DCAT, PROV)"},
};

constexpr GraphRow kGraphs[] = {
    {GraphName::Default, "meta", bit(Profile::Meta), "Description of the dataset", ""},
    {GraphName::Direct, "direct", bit(Profile::Direct), "Edges from class to class", "Direct"},
    {GraphName::Terms, "terms", bit(Profile::Terms), "Terms", "Direct"},
    {GraphName::Closure, "closure", bit(Profile::Closure), "Edges that follow by rules", "Closure"},
    {GraphName::Anchor, "anchor", bit(Profile::Closure), "Edges of the ontologies that the rules used", "Direct"},
    {GraphName::Owl, "owl", bit(Profile::Owl), "OWL 2 EL axioms", "Owl"},
    {GraphName::Evidence, "evidence", bit(Profile::Claims) | bit(Profile::Evidence), "Statements, claims and where they stand", "Evidence"},
    {GraphName::Links, "links", bit(Profile::Links), "Names and the terms they were linked to", "Evidence"},
    {GraphName::Source, "source", bit(Profile::Source), "Sources, contributors and references", "Evidence"},
    {GraphName::Rows, "rows", bit(Profile::Rows), "Rows of tables", "Evidence"},
};

}  // namespace

std::span<const ProfileRow> profiles() { return kProfiles; }
std::span<const GraphRow> graphs() { return kGraphs; }

std::optional<Profile> profile_named(std::string_view name) {
  for (const ProfileRow& row : kProfiles)
    if (row.name == name) return row.profile;
  return std::nullopt;
}

GraphNodes::GraphNodes(std::string_view iri, NodeTable& nodes) {
  for (const GraphRow& row : kGraphs) {
    if (row.graph == GraphName::Default) continue;
    nodes_[static_cast<std::size_t>(row.graph)] = nodes.iri(std::string(iri) + "/graph/" + std::string(row.name));
  }
}

}  // namespace musclekg
