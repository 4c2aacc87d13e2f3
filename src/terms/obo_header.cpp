#include "terms/obo_header.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

constexpr std::string_view kTags[] = {"auto-generated-by",
                                      "data-version",
                                      "date",
                                      "default-namespace",
                                      "default-relationship-id-prefix",
                                      "format-version",
                                      "id-mapping",
                                      "idspace",
                                      "import",
                                      "namespace-id-rule",
                                      "ontology",
                                      "owl-axioms",
                                      "property_value",
                                      "remark",
                                      "saved-by",
                                      "subsetdef",
                                      "synonymtypedef"};

}  // namespace

void OboIds::add_space(std::string_view prefix, std::string_view iri) {
  if (!prefixes_.expand(std::string(prefix) + ":")) spaces_.try_emplace(std::string(prefix), iri);
}

std::optional<std::string> OboIds::iri(std::string_view id) const {
  if (id.empty() || id.back() == ':') return {};
  std::optional<std::string> result;
  if (!spaces_.empty() && id.find("://") == std::string_view::npos) {
    const std::size_t colon = id.find(':');
    const auto space = colon == std::string_view::npos ? spaces_.end() : spaces_.find(id.substr(0, colon));
    if (space != spaces_.end()) result = prefixes_.canonical(std::string(space->second).append(id.substr(colon + 1)));
  }
  if (!result) result = prefixes_.iri_of_id(id);
  if (result && !valid_iri(*result)) result.reset();
  return result;
}

std::string OboIds::read(OboClause& clause) const {
  const std::string_view id = clause.word();
  return read(id, clause.word_place(), clause);
}

std::string OboIds::read(std::string_view id, const char* place, OboClause& clause) const {
  if (auto result = iri(id)) return *std::move(result);
  clause.fail(place, id.empty() ? "no id; expected one such as UBERON:0001380"
                                : fmt::format("{} is no id; expected PREFIX:NAME or an IRI", quote(id)));
  return {};
}

std::string OboIds::prefix(std::string_view iri) const {
  const std::string id = prefixes_.id_of(iri);
  return id.substr(0, id.find(':'));
}

bool OboHeader::knows(std::string_view tag) {
  return tag.starts_with("treat-xrefs-as-") || std::find(std::begin(kTags), std::end(kTags), tag) != std::end(kTags);
}

void OboHeader::take(std::string_view tag, OboClause& clause) {
  if (tag == "data-version") {
    set_once(version_, clause.text(), "version", clause);
  } else if (tag == "ontology") {
    take_ontology(clause);
  } else if (tag == "idspace") {
    take_space(clause);
  } else if (tag == "synonymtypedef") {
    synonyms_.declare(clause);
  } else if (tag == "treat-xrefs-as-equivalent") {
    take_matching_prefix(clause, false);
  } else if (tag == "treat-xrefs-as-reverse-genus-differentia") {
    take_matching_prefix(clause, true);
  }
}

void OboHeader::take_ontology(OboClause& clause) {
  const std::string name(clause.needed_word("name of the ontology"));
  std::string iri = name.find("://") != std::string::npos ? name : std::string(obo::base).append(name).append(".owl");
  if (!valid_iri(iri)) clause.fail(clause.word_place(), fmt::format("{} is no name of an ontology, and no IRI", quote(name)));
  clause.finish();
  set_once(iri_, std::move(iri), "ontology", clause);
}

void OboHeader::take_space(OboClause& clause) {
  const std::string prefix(clause.needed_word("prefix"));
  const std::string iri(clause.needed_word("namespace behind the prefix"));
  if (!valid_iri(iri)) clause.fail(clause.word_place(), fmt::format("{} is no namespace; expected an IRI", quote(iri)));
  if (clause.next_is('"')) clause.quoted();
  clause.finish();
  if (clause.well_formed()) ids_.add_space(prefix, iri);
}

void OboHeader::take_matching_prefix(OboClause& clause, bool differentia) {
  std::string prefix(clause.needed_word("prefix"));
  if (differentia) {
    clause.needed_word("relation behind the prefix");
    clause.needed_word("id behind the relation");
  }
  clause.finish();
  if (clause.well_formed()) matching_prefixes_.insert(std::move(prefix));
}

bool OboHeader::is_match(std::string_view reference, std::string_view term) const {
  const std::size_t colon = reference.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view prefix = reference.substr(0, colon);
  if (!matching_prefixes_.empty()) return matching_prefixes_.contains(prefix);
  return prefix == "FMA" && ids_.prefix(term) == "UBERON";
}

}  // namespace musclekg
