#include "terms/obo_term.h"

#include <fmt/format.h>

#include <utility>

#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

/// Whether there is always a target; not, for example, only a rule for targets that there may be.
bool leads_to_some(const OboClause& clause) {
  if (clause.has_modifier("all_some=\"true\"")) return true;
  return !clause.has_modifier("all_only=\"true\"") && !clause.has_modifier("ardinality=\"0\"");  // also min and max
}

}  // namespace

void OboTermReader::begin(std::uint32_t line) {
  counts_before_ = ontology_.counts;
  ++ontology_.counts.terms;
  ontology_.terms.emplace_back().line = line;
}

void OboTermReader::end(std::string iri) {
  if (iri.empty()) {
    edges_.forget(number());
    ontology_.terms.pop_back();
    ontology_.counts = counts_before_;
    return;
  }
  term().iri = std::move(iri);
  for (const std::string& reference : term().cross_references) {
    if (!header_.is_match(reference, term().iri)) continue;
    if (auto match = ids_.iri(reference)) term().matches.push_back(*std::move(match));
  }
}

void OboTermReader::take(std::string_view tag, OboClause& clause) {
  if (const Row* row = find_row(tag)) (this->*row->take)(clause);
}

void OboTermReader::name(OboClause& clause) {
  std::string name = clause.text();
  if (name.empty()) clause.fail(clause.word_place(), "no name");
  set_once(term().label, std::move(name), "name", clause);
}

void OboTermReader::definition(OboClause& clause) {
  std::string text = clause.quoted();
  clause.pass_list();
  clause.finish();
  set_once(term().definition, std::move(text), "definition", clause);
}

void OboTermReader::synonym(OboClause& clause) { add_synonym(clause, header_.synonyms().read(clause)); }

template <Scope scope>
void OboTermReader::scoped_synonym(OboClause& clause) {
  add_synonym(clause, header_.synonyms().read(clause, scope));
}

void OboTermReader::add_synonym(const OboClause& clause, Synonym synonym) {
  if (!clause.well_formed()) return;
  ++ontology_.counts.synonyms[static_cast<std::size_t>(synonym.scope)];
  term().synonyms.push_back(std::move(synonym));
}

void OboTermReader::cross_reference(OboClause& clause) {
  std::string reference = clause.reference();
  if (!clause.well_formed()) return;
  ++ontology_.counts.cross_references;
  term().cross_references.push_back(std::move(reference));
}

template <OboTermReader::List list>
void OboTermReader::add_iri(OboClause& clause) {
  std::string iri = ids_.read(clause);
  clause.finish();
  if (clause.well_formed()) (term().*list).push_back(std::move(iri));
}

void OboTermReader::is_a(OboClause& clause) {
  add_iri<&OntologyTerm::superclasses>(clause);
  if (clause.well_formed()) ++ontology_.counts.is_a;
}

void OboTermReader::relationship(OboClause& clause) {
  const std::string relation(clause.needed_word("relation; expected one, and the id it leads to"));
  std::string target = ids_.read(clause);
  clause.finish();
  if (clause.well_formed()) edges_.add_relationship(number(), relation, leads_to_some(clause), std::move(target));
}

/// A genus, or a relation and the id it leads to.
void OboTermReader::intersection_of(OboClause& clause) {
  const std::string first(clause.needed_word("id; expected one, or a relation and an id"));
  const char* const place = clause.word_place();
  const std::string_view second = clause.word();
  const bool genus = second.empty();
  std::string target = genus ? ids_.read(first, place, clause) : ids_.read(second, clause.word_place(), clause);
  clause.finish();
  if (!clause.well_formed()) return;
  if (genus) {
    edges_.add_genus(number(), std::move(target));
  } else {
    edges_.add_differentia(number(), first, leads_to_some(clause), std::move(target));
  }
}

void OboTermReader::is_obsolete(OboClause& clause) {
  const std::string_view word = clause.word();
  const bool obsolete = word == "true";
  if (!obsolete && word != "false") clause.fail(clause.word_place(), fmt::format("{} found; expected true or false", quote(word)));
  clause.finish();
  if (!clause.well_formed() || !obsolete || term().obsolete) return;
  term().obsolete = true;
  ++ontology_.counts.obsolete;
}

/// The list that the values of a property go to; nullptr when they are not taken.
OboTermReader::List OboTermReader::list_of(std::string_view property) {
  if (const auto known = lists_.find(property); known != lists_.end()) return known->second;
  const std::string iri = ids_.iri(property).value_or(std::string(property));
  const List list = iri == skos::exactMatch                               ? &OntologyTerm::matches
                    : iri == mkg::structureKind                           ? &OntologyTerm::structure_kinds
                    : iri == obo::onlyInTaxon || iri == "only_in_taxon"   ? &OntologyTerm::only_in_taxa
                    : iri == obo::neverInTaxon || iri == "never_in_taxon" ? &OntologyTerm::never_in_taxa
                                                                          : nullptr;
  lists_.emplace(property, list);
  return list;
}

/// A kind is a text, the others are ids; some files write the IRI of a match in quotes.
void OboTermReader::property_value(OboClause& clause) {
  const List list = list_of(clause.word());
  if (list == nullptr) return;
  std::string value;
  if (list == &OntologyTerm::structure_kinds) {
    value = clause.quoted();
  } else if (list == &OntologyTerm::matches && clause.next_is('"')) {
    value = ids_.iri(clause.quoted()).value_or(std::string());
  } else {
    value = ids_.read(clause);
  }
  clause.word();  // a datatype
  clause.finish();
  if (clause.well_formed() && !value.empty()) (term().*list).push_back(std::move(value));
}

const OboTermReader::Row* OboTermReader::find_row(std::string_view tag) {
  static constexpr Row kRows[] = {
      {"alt_id", &OboTermReader::add_iri<&OntologyTerm::alternative_ids>},
      {"broad_synonym", &OboTermReader::scoped_synonym<Scope::Broad>},
      {"consider", &OboTermReader::add_iri<&OntologyTerm::consider>},
      {"def", &OboTermReader::definition},
      {"exact_synonym", &OboTermReader::scoped_synonym<Scope::Exact>},
      {"intersection_of", &OboTermReader::intersection_of},
      {"is_a", &OboTermReader::is_a},
      {"is_obsolete", &OboTermReader::is_obsolete},
      {"name", &OboTermReader::name},
      {"narrow_synonym", &OboTermReader::scoped_synonym<Scope::Narrow>},
      {"property_value", &OboTermReader::property_value},
      {"related_synonym", &OboTermReader::scoped_synonym<Scope::Related>},
      {"relationship", &OboTermReader::relationship},
      {"replaced_by", &OboTermReader::add_iri<&OntologyTerm::replaced_by>},
      {"synonym", &OboTermReader::synonym},
      {"xref", &OboTermReader::cross_reference},
  };
  for (const Row& row : kRows)
    if (row.tag == tag) return &row;
  return nullptr;
}

}  // namespace musclekg
