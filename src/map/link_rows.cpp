#include "map/link_rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "link/curated.h"

namespace musclekg {

namespace {

/// What was done to the words before they were compared, in SEMAPV's terms.
std::vector<std::string> preprocessing_of(LinkRule rule) {
  std::vector<std::string> steps;
  if (rule >= LinkRule::Label) steps.push_back("semapv:CaseNormalization");
  if (rule >= LinkRule::Normalized)
    for (const char* step : {"semapv:BlankNormalisation", "semapv:LinkStripping", "semapv:StopWordRemoval", "semapv:Lemmatization"})
      steps.emplace_back(step);
  if (rule >= LinkRule::Rearranged) steps.emplace_back("semapv:RegexReplacement");
  return steps;
}

}  // namespace

void for_each_link(const LinkedRecord& linked, std::uint32_t index,
                   const std::function<void(std::string_view words, std::string_view slot, const Link& link)>& visit) {
  const LinkedField& field = linked.fields[index];
  const std::string_view slot = field.rule->slot ? std::string_view(field.rule->slot->name) : "movement";
  const Field* whole = linked.record->find(index, Relation::Of);
  if (field.link != nullptr && index != 0 && whole != nullptr && !whole->text.empty() && !field.words.ends_with(whole->text)) {
    visit(fmt::format("{} of {}", field.words, whole->text), slot, *field.link);
  } else if (field.link != nullptr) {
    visit(field.words, slot, *field.link);
  }
  if (field.joint != nullptr) visit(field.joint_words, "joint", *field.joint);
  if (field.part != nullptr) visit(field.part_words, "any", *field.part);
}

SssomRow LinkRows::row(std::string_view words, std::string_view slot, const Link& link) const {
  SssomRow row = link.term != kNoTerm ? row_of_term(link) : row_of_provisional(link);
  row.subject_label = trim(words);
  row.subject_type = "rdfs literal";
  row.comment = fmt::format("slot {}; by {}{}", slot, name_of(link.rule), row.comment.empty() ? "" : "; " + row.comment);
  return row;
}

std::string LinkRows::named(TermId term) const { return fmt::format("{} '{}'", prefixes_.id_of(terms_[term].iri), terms_[term].label); }

void LinkRows::describe_source(TermId term, SssomRow& row) const {
  const TermIndex::Source& source = terms_.ontologies()[terms_[term].ontology];
  if (prefixes_.has_namespace_of(source.iri)) row.object_source = source.iri;  // SSSOM takes no IRI that is not a CURIE
  row.object_source_version = source.version;
}

SssomRow LinkRows::row_of_term(const Link& link) const {
  SssomRow row;
  row.predicate_id = "skos:exactMatch";
  row.object_id = terms_[link.term].iri;
  row.object_label = terms_[link.term].label;
  row.mapping_justification = row_of_rule(link.rule).justification;
  row.confidence = std::min(row_of_rule(link.rule).confidence, link.by_region ? kConfidenceByRegion : std::string_view("1"));
  describe_source(link.term, row);
  if (!link.matched.empty()) {
    row.match_string = {link.matched};
    row.object_match_field = {std::string(link.matched_field)};
    row.subject_preprocessing = preprocessing_of(link.rule);
  }
  const auto remark = [&](std::string text) { row.comment += (row.comment.empty() ? "" : "; ") + std::move(text); };
  if (!link.read_as.empty()) remark(fmt::format("read as '{}'", link.read_as));
  if (!link.given_id.empty()) remark(fmt::format("given as {}, which is obsolete", link.given_id));
  if (link.bearer != kNoTerm && link.bearer != link.term) remark(fmt::format("name of {}, which it matches", named(link.bearer)));
  if (link.regional) remark(std::string(kOfOneMuscle));
  if (!link.alternatives.empty()) {
    std::string all;
    for (const TermId term : link.alternatives) all += (all.empty() ? "" : ", ") + named(term);
    remark("decided against " + all);
  }
  return row;
}

/// A name that no term has: a broader term, or its whole as the broader one; else that no term was found.
SssomRow LinkRows::row_of_provisional(const Link& link) const {
  SssomRow row;
  row.mapping_justification = row_of_rule(link.rule).justification;
  row.confidence = row_of_rule(link.rule).confidence;
  const TermId broader = link.broader != kNoTerm ? link.broader : link.whole;
  if (broader != kNoTerm) {
    row.predicate_id = "skos:broadMatch";
    row.object_id = terms_[broader].iri;
    row.object_label = terms_[broader].label;
    describe_source(broader, row);
  } else {
    row.predicate_id = "skos:exactMatch";
    row.object_id = "sssom:NoTermFound";
  }
  row.comment = "provisional term mkt:" + link.slug;
  if (link.branch_of != kNoTerm) row.comment += "; branch of " + named(link.branch_of);
  if (link.whole != kNoTerm) row.comment += "; part of " + named(link.whole);
  if (!link.candidates.empty()) {
    row.comment += "; may be ";
    for (std::size_t i = 0; i < link.candidates.size(); ++i) row.comment += (i ? ", " : "") + named(link.candidates[i]);
  }
  return row;
}

}  // namespace musclekg
