// musclekg terms

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "app/commands.h"
#include "app/knowledge.h"
#include "app/report.h"
#include "base/text.h"

namespace musclekg {

namespace {

struct Arguments {
  std::vector<std::string> queries, ontologies, mappings;
  std::string format = "table", slot = "any", muscle, data, base = kBase;
  bool info = false;
};

std::vector<Report::Column> operator+(std::vector<Report::Column> columns, const std::vector<Report::Column>& more) {
  columns.insert(columns.end(), more.begin(), more.end());
  return columns;
}

std::vector<Report::Column> columns_of(std::initializer_list<const char*> names, bool many) {
  std::vector<Report::Column> columns;
  for (const char* name : names) columns.push_back({name, many});
  return columns;
}

std::vector<Report::Column> single(std::initializer_list<const char*> names) { return columns_of(names, false); }
std::vector<Report::Column> several(std::initializer_list<const char*> names) { return columns_of(names, true); }

/// Gathers what the loaded ontologies say of names and ids.
class TermReports {
 public:
  Report info = Report(single({"ontology", "version", "file", "terms", "obsolete", "replaced", "exact", "narrow", "broad", "related",
                               "is_a", "part_of", "defined_by", "cross_references"}));
  Report terms = Report(
      single({"id", "label", "obsolete", "definition", "ontology", "version"}) +
      several({"kinds", "exact_synonyms", "latin_names", "narrow_synonyms", "broad_synonyms", "related_synonyms", "abbreviations", "is_a",
               "part_of", "path", "matches", "cross_references", "replaced_by", "consider", "only_in_taxa", "never_in_taxa"}));
  Report candidates = Report(single({"query", "id", "label", "name", "field", "rule"}) + several({"kinds", "path"}));

  TermReports(const Knowledge& knowledge, const SlotTable::Slot& slot)
      : knowledge_(knowledge), index_(knowledge.terms), linker_(knowledge.link_tables()), slot_(slot) {}

  void add_info() {
    for (const TermIndex::Source& source : index_.ontologies()) {
      const OntologyCounts& counts = source.counts;
      const auto number = [](std::size_t value) { return Report::Cell{fmt::format("{}", value)}; };
      info.add({cell(source.iri), cell(source.version), cell(source.path), number(counts.terms), number(counts.obsolete),
                number(source.replaced), number(counts.synonyms[0]), number(counts.synonyms[1]), number(counts.synonyms[2]),
                number(counts.synonyms[3]), number(counts.is_a), number(counts.part_of), number(counts.defined_by),
                number(counts.cross_references)});
    }
  }

  /// The term with an id, all that is known of it.
  void add_term(TermId id) {
    const Term& term = index_[id];
    const TermIndex::Source& source = index_.ontologies()[term.ontology];
    Report::Cell names[4], latin, abbreviations;
    for (const Synonym& synonym : term.synonyms)
      (synonym.type == SynonymType::Latin          ? latin
       : synonym.type == SynonymType::Abbreviation ? abbreviations
                                                   : names[static_cast<std::size_t>(synonym.scope)])
          .push_back(synonym.text);
    terms.add({cell(id_of(id)),
               cell(term.label),
               cell(term.obsolete ? "true" : ""),
               cell(term.definition),
               cell(source.iri),
               cell(source.version),
               kinds_of(id),
               names[0],
               latin,
               names[1],
               names[2],
               names[3],
               abbreviations,
               named(term.superclasses),
               named(term.wholes),
               path_of(id),
               ids(term.matches),
               term.cross_references,
               ids(term.replaced_by),
               ids(term.consider),
               ids(term.only_in_taxa),
               ids(term.never_in_taxa)});
  }

  /// What a name may mean: the link first, then every other term that has the name in any form and of any scope. False: none.
  bool add_candidates(const std::string& name, TermId muscle) {
    std::vector<TermId> told;
    linker_.set_muscle(muscle);
    const Link link = linker_.link(slot_, {name, {}, {}, {}, {}, {}, {}, {}});
    if (link.term != kNoTerm) {
      told.push_back(link.term);
      candidates.add({cell(name), cell(id_of(link.term)), cell(index_[link.term].label), cell(link.matched), cell(link.matched_field),
                      cell(name_of(link.rule)), kinds_of(link.term), path_of(link.term)});
    }
    const auto add = [&](TermId term, std::string_view matched, std::string_view field, std::string_view rule) {
      if (std::find(told.begin(), told.end(), term) != told.end()) return;
      told.push_back(term);
      candidates.add(
          {cell(name), cell(id_of(term)), cell(index_[term].label), cell(matched), cell(field), cell(rule), kinds_of(term), path_of(term)});
    };
    for (const NameLookup::Candidate& candidate : knowledge_.lookup.all(name))
      add(candidate.named.term, index_.text_of(candidate.named), candidate.field, candidate.rule);
    for (const std::string& reading : knowledge_.abbreviations.written_out(name, slot_))
      for (const NameLookup::Candidate& candidate : knowledge_.lookup.all(reading))
        add(candidate.named.term, index_.text_of(candidate.named), candidate.field, name_of(LinkRule::Abbreviation));
    for (const TermId candidate : link.candidates) add(candidate, index_[candidate].label, "", "open");
    if (link.term == kNoTerm && link.rule == LinkRule::Composed) {
      for (const TermId part : {link.whole, link.branch_of, link.broader})
        if (part != kNoTerm)
          add(part, index_[part].label, "",
              part == link.whole       ? "composed: part of it"
              : part == link.branch_of ? "composed: branch of it"
                                       : "composed: narrower");
    }
    return !told.empty();
  }

  /// The labels nearest to a name that no term has.
  std::optional<std::string_view> nearest_label(std::string_view name) const {
    std::vector<std::string_view> labels;
    for (TermId id = 0; id < index_.size(); ++id)
      if (!index_[id].obsolete && !index_[id].label.empty()) labels.push_back(index_[id].label);
    return nearest(name, labels);
  }

 private:
  static Report::Cell cell(std::string_view value) { return value.empty() ? Report::Cell{} : Report::Cell{std::string(value)}; }
  std::string id_of(TermId id) const { return knowledge_.prefixes.id_of(index_[id].iri); }

  Report::Cell named(const std::vector<TermId>& ids) const {
    Report::Cell result;
    for (const TermId id : ids) result.push_back(index_[id].label.empty() ? id_of(id) : fmt::format("{} {}", id_of(id), index_[id].label));
    return result;
  }

  Report::Cell ids(const std::vector<std::string>& iris) const {
    Report::Cell result;
    for (const std::string& iri : iris) result.push_back(knowledge_.prefixes.id_of(iri));
    return result;
  }

  Report::Cell kinds_of(TermId id) const {
    Report::Cell result;
    const std::string names = knowledge_.kinds.names(index_[id].kinds);
    for (const std::string_view name : split(names, ','))
      if (!trim(name).empty()) result.emplace_back(trim(name));
    return result;
  }

  Report::Cell path_of(TermId id) const {
    Report::Cell result;
    for (const TermId whole : index_.part_of_path(id)) result.push_back(index_[whole].label);
    return result;
  }

  const Knowledge& knowledge_;
  const TermIndex& index_;
  Linker linker_;
  const SlotTable::Slot& slot_;
};

int run(const Arguments& arguments) {
  const auto format = report_format_named(arguments.format);
  if (!format) throw UsageError(fmt::format("--format '{}' is none of {}", arguments.format, kReportFormats));
  if (arguments.queries.empty() && !arguments.info) throw UsageError("name a term or an id, or say --info");
  Diagnostics diagnostics;
  const Knowledge knowledge(arguments.data.empty() ? find_data() : arguments.data, arguments.ontologies, arguments.mappings, arguments.base,
                            diagnostics);
  if (!knowledge.sound) {
    print(diagnostics, false);
    return 1;
  }
  const SlotTable::Slot* slot = knowledge.slots.find(arguments.slot);
  if (slot == nullptr) {
    const std::vector<std::string_view> names = knowledge.slots.names();
    const auto near = nearest(arguments.slot, names);
    throw UsageError(fmt::format("--slot '{}' is none of {}{}", arguments.slot, fmt::join(names, ", "),
                                 near ? fmt::format("; did you mean '{}'?", *near) : ""));
  }
  TermReports reports(knowledge, *slot);
  TermId muscle = kNoTerm;
  if (!arguments.muscle.empty()) {
    const SlotTable::Slot* any = knowledge.slots.find("any");
    muscle = knowledge.lookup.find({any}, arguments.muscle).term;
    if (muscle == kNoTerm) muscle = knowledge.terms.find_iri(knowledge.prefixes.iri_of_id(arguments.muscle).value_or(""));
    if (muscle == kNoTerm) throw UsageError(fmt::format("--muscle '{}' is no loaded term", arguments.muscle));
  }
  if (arguments.info) reports.add_info();
  for (const std::string& query : arguments.queries) {
    const auto iri = knowledge.prefixes.iri_of_id(query);
    const TermId id = iri ? knowledge.terms.find_iri(*iri) : kNoTerm;
    if (id != kNoTerm) {
      reports.add_term(id);
    } else if (!reports.add_candidates(query, muscle)) {
      const Location query_itself{"<query>", {}};
      const auto near = iri ? std::nullopt : reports.nearest_label(query);
      if (iri) {
        diagnostics.error(query_itself, "unknown-id", fmt::format("{} is in no loaded ontology", query));
      } else {
        diagnostics.error(query_itself, "unknown-name", fmt::format("no loaded ontology has '{}'", query),
                          near ? fmt::format("did you mean '{}'?", *near) : "");
      }
    }
  }
  const Report* const all[] = {&reports.info, &reports.terms, &reports.candidates};
  if (*format != ReportFormat::Table &&
      std::count_if(std::begin(all), std::end(all), [](const Report* report) { return !report->empty(); }) > 1)
    throw UsageError(fmt::format("--format {} holds rows of one kind: ask for names, for ids and for --info in turn", arguments.format));
  for (const Report* report : all)
    if (!report->empty()) fmt::print("{}", report->text(*format));
  print(diagnostics, false);
  return diagnostics.count(Severity::Error) > 0 ? 1 : 0;
}

}  // namespace

CommandAction declare_terms(CLI::App& app) {
  const auto arguments = std::make_shared<Arguments>();
  app.add_option("query", arguments->queries, "names (\"tibial tuberosity\") or ids (UBERON:0001380)");
  app.add_flag("--info", arguments->info, "the loaded ontologies, their versions and counts");
  app.add_option("--slot", arguments->slot, "only terms that may stand there: attachment, nerve, ...; a name's abbreviations depend on it")
      ->capture_default_str();
  app.add_option("--muscle", arguments->muscle, "the muscle whose region decides among terms of one name");
  app.add_option("--format", arguments->format, fmt::format("{}", kReportFormats))->capture_default_str();
  app.add_option("--ontology", arguments->ontologies, "ontology (OBO or RDF) to load besides the bundled one; can be repeated")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
  app.add_option("--mappings", arguments->mappings, "curated links (SSSOM/TSV); can be repeated")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
  app.add_option("--data", arguments->data, "folder of the program's tables and ontologies");
  return [arguments] { return run(*arguments); };
}

}  // namespace musclekg
