#include "map/comparison.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

#include "base/table.h"
#include "base/text.h"
#include "rdf/relations.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostPlaces = 3;
constexpr std::string_view kAxioms = "Uberon's releases";  ///< the source of axioms.tsv

/// Predicates that tell the same relation, the one of the other side turned round.
struct ComparedPredicate {
  std::string_view predicate;
  std::size_t relation;
  bool turned;  ///< it begins at what stands as value in the comparison
};

constexpr std::array<std::string_view, 6> kRelations = {"origin", "insertion", "innervation", "blood supply", "drainage", "antagonist"};

constexpr ComparedPredicate kPredicates[] = {
    {ro::hasMuscleOrigin, 0, false}, {ro::hasMuscleInsertion, 1, false},   {ro::innervatedBy, 2, false},
    {ro::innervates, 2, true},       {mkg::hasArterialSupply, 3, false},   {ro::vesselSuppliesBloodTo, 3, true},
    {ro::supplies, 3, true},         {ro::vesselDrainsBloodFrom, 4, true}, {ro::hasMuscleAntagonist, 5, false},
};

std::optional<ComparedPredicate> compared(std::string_view predicate) {
  for (const ComparedPredicate& row : kPredicates)
    if (row.predicate == predicate) return row;
  return {};
}

}  // namespace

void Comparison::say(std::size_t relation, std::string_view subject, std::string_view object, std::string_view source,
                     std::string_view label, Place place) {
  Values& values = said_[{relation, std::string(subject)}][std::string(source)];
  Said& said = values[std::string(object)];
  if (said.label.empty()) said.label = label;
  ++said.count;
  const auto key = [](const Place& one) { return std::tie(one.where.line, one.where.column, one.text); };
  const auto at = std::lower_bound(said.places.begin(), said.places.end(), place,
                                   [&](const Place& one, const Place& other) { return key(one) < key(other); });
  if (at == said.places.end() || key(*at) != key(place)) said.places.insert(at, std::move(place));
  if (said.places.size() > kMostPlaces) said.places.pop_back();
}

void Comparison::load_axioms(const std::string& path, Diagnostics& diagnostics) {
  const Table table = read_table(path, {"subject", "relation", "object", "sign", "seen", "source"}, diagnostics);
  for (const Table::Row& row : table.rows) {
    std::array<std::string, 3> iris;
    for (std::size_t i = 0; i < iris.size(); ++i) {
      iris[i] = prefixes_.iri_of_id(row.cells[i]).value_or("");
      if (i == 1 && row.cells[i].starts_with("RO:")) iris[i] = std::string(obo::base) + "RO_" + row.cells[i].substr(3);
      if (iris[i].empty()) diagnostics.error(table.at(row, i), "table", fmt::format("'{}' is no id", row.cells[i]));
    }
    if (row.cells[3] != "+" && row.cells[3] != "-") diagnostics.error(table.at(row, 3), "table", "a sign is + or -");
    const auto predicate = compared(iris[1]);
    if (!predicate) continue;
    if (predicate->turned) std::swap(iris[0], iris[2]);
    Place place{{}, fmt::format("{} ({})", row.cells[5], row.cells[4])};
    if (row.cells[3] == "+") {
      say(predicate->relation, iris[0], iris[2], kAxioms, "", std::move(place));
    } else {
      Said& said = withdrawn_[{predicate->relation, iris[0]}][iris[2]];
      said.places.assign(1, std::move(place));
    }
  }
}

void Comparison::add(const LinkedRecord& linked, const Edge& edge) {
  if (edge.rule != nullptr || edge.of_anchor) return;
  const auto predicate = compared(edge.predicate->value);
  if (!predicate) return;
  const Record& record = *linked.record;
  const Field& field = record.fields[edge.field];
  if (const Link* link = linked.fields[edge.field].link; link != nullptr && link->term == kNoTerm) {
    const TermId tie = link->branch_of != kNoTerm ? link->branch_of : link->whole != kNoTerm ? link->whole : link->broader;
    if (tie != kNoTerm) ties_.try_emplace(std::string(edge.of_muscle ? edge.object->value : edge.subject->value), tie);
  }
  std::string_view subject = edge.subject->value, object = edge.object->value;
  std::string_view subject_words = record.muscle().text, object_words = field.text;
  if (predicate->turned) std::swap(subject, object);
  if (predicate->turned == edge.of_muscle) std::swap(subject_words, object_words);
  if (terms_.find_iri(subject) == kNoTerm) labels_.try_emplace(std::string(subject), subject_words);
  say(predicate->relation, subject, object, record.file, object_words,
      {field.where, fmt::format("{}:{}:{}", record.file, field.where.line, field.where.column)});
}

bool Comparison::agree(const std::string& a, const std::string& b) const {
  if (a == b) return true;
  const TermId first = terms_.find_iri(a), second = terms_.find_iri(b);
  const auto tied = [&](const std::string& own, TermId other) {
    const auto tie = ties_.find(own);
    return other != kNoTerm && tie != ties_.end() && terms_.is_within(tie->second, other);
  };
  if (first == kNoTerm || second == kNoTerm) return tied(a, second) || tied(b, first);
  return terms_.is_within(first, second) || terms_.is_within(second, first);
}

std::string Comparison::named(const std::string& iri, std::string_view label) const {
  const TermId term = terms_.find_iri(iri);
  if (term != kNoTerm) return fmt::format("{} '{}'", prefixes_.id_of(terms_[term].iri), terms_[term].label);
  const std::string short_name = prefixes_.prefixed(iri);
  return fmt::format("{} '{}'", short_name.empty() ? iri : short_name, label);
}

std::string Comparison::list(const Values& values, const std::vector<std::string>& which) const {
  std::string text;
  for (const std::string& iri : which) text += fmt::format("{}{}", text.empty() ? "" : "; ", named(iri, values.at(iri).label));
  return text;
}

std::string Comparison::places(const Values& values, const std::vector<std::string>& which) const {
  std::vector<std::string> all;
  for (const std::string& iri : which)
    for (const Place& place : values.at(iri).places)
      if (std::find(all.begin(), all.end(), place.text) == all.end()) all.push_back(place.text);
  return fmt::format("{}", fmt::join(all, "; "));
}

std::vector<std::string> Comparison::not_in(const Values& values, const Values& others) const {
  std::vector<std::string> alone;
  for (const auto& [iri, said] : values)
    if (std::none_of(others.begin(), others.end(), [&, &own = iri](const auto& other) { return agree(own, other.first); }))
      alone.push_back(iri);
  return alone;
}

void Comparison::compare(const std::pair<std::size_t, std::string>& thing, const Sources& sources, std::vector<Disagreement>& rows) const {
  const auto label = labels_.find(thing.second);
  const std::string subject = named(thing.second, label == labels_.end() ? std::string_view() : std::string_view(label->second));
  const auto all = [](const Values& values) {
    std::vector<std::string> iris;
    for (const auto& [iri, said] : values) iris.push_back(iri);
    return iris;
  };
  const auto tell = [&](std::string_view verdict, const std::string& first, const Values& a, const std::vector<std::string>& of_a,
                        const std::string& second, const Values& b, const std::vector<std::string>& of_b) {
    rows.push_back({std::string(kRelations[thing.first]), subject, std::string(verdict), first, list(a, of_a), places(a, of_a), second,
                    list(b, of_b), places(b, of_b)});
  };
  for (auto first = sources.begin(); first != sources.end(); ++first)
    for (auto second = std::next(first); second != sources.end(); ++second) {
      const std::vector<std::string> of_first = not_in(first->second, second->second), of_second = not_in(second->second, first->second);
      if (!of_first.empty() && !of_second.empty()) {
        tell("differ", first->first, first->second, of_first, second->first, second->second, of_second);
      } else if (!of_first.empty()) {
        tell("more", first->first, first->second, of_first, second->first, second->second, all(second->second));
      } else if (!of_second.empty()) {
        tell("more", second->first, second->second, of_second, first->first, first->second, all(first->second));
      }
    }
  const auto withdrawn = withdrawn_.find(thing);
  if (withdrawn == withdrawn_.end()) return;
  for (const auto& [source, values] : sources) {
    std::vector<std::string> both;
    for (const auto& [iri, said] : values)
      if (withdrawn->second.contains(iri)) both.push_back(iri);
    if (source != kAxioms && !both.empty()) tell("withdrawn", source, values, both, std::string(kAxioms), withdrawn->second, both);
  }
}

std::vector<Disagreement> Comparison::rows() const {
  std::vector<Disagreement> rows;
  for (const auto& [thing, sources] : said_) compare(thing, sources, rows);
  return rows;
}

}  // namespace musclekg
