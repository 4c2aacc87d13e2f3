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
  std::string format = "table", slot = "any", muscle, data, base = "https://w3id.org/musclekg/";
  bool info = false;
};

/// Prints what the loaded ontologies say of names and ids.
class TermPrinter {
 public:
  TermPrinter(const Knowledge& knowledge, const SlotTable::Slot& slot)
      : knowledge_(knowledge), terms_(knowledge.terms), linker_(knowledge.link_tables()), slot_(slot) {}

  Report info() const {
    Report report({{"ontology"},
                   {"version"},
                   {"file"},
                   {"terms"},
                   {"obsolete"},
                   {"replaced"},
                   {"exact"},
                   {"narrow"},
                   {"broad"},
                   {"related"},
                   {"is_a"},
                   {"part_of"},
                   {"defined_by"},
                   {"cross_references"}});
    for (const TermIndex::Source& source : terms_.ontologies()) {
      const OntologyCounts& counts = source.counts;
      const auto number = [](std::size_t value) { return Report::Cell{fmt::format("{}", value)}; };
      report.add({cell(source.iri), cell(source.version), cell(source.path), number(counts.terms), number(counts.obsolete),
                  number(source.replaced), number(counts.synonyms[0]), number(counts.synonyms[1]), number(counts.synonyms[2]),
                  number(counts.synonyms[3]), number(counts.is_a), number(counts.part_of), number(counts.defined_by),
                  number(counts.cross_references)});
    }
    return report;
  }

  /// The term with an id, all that is known of it.
  Report term(TermId id) const {
    Report report({{"id"},
                   {"label"},
                   {"obsolete"},
                   {"definition"},
                   {"ontology"},
                   {"version"},
                   {"kinds", true},
                   {"exact_synonyms", true},
                   {"latin_names", true},
                   {"narrow_synonyms", true},
                   {"broad_synonyms", true},
                   {"related_synonyms", true},
                   {"abbreviations", true},
                   {"is_a", true},
                   {"part_of", true},
                   {"path", true},
                   {"matches", true},
                   {"cross_references", true},
                   {"replaced_by", true},
                   {"consider", true},
                   {"only_in_taxa", true},
                   {"never_in_taxa", true}});
    const Term& term = terms_[id];
    const TermIndex::Source& source = terms_.ontologies()[term.ontology];
    Report::Cell names[4], latin, abbreviations;
    for (const Synonym& synonym : term.synonyms)
      (synonym.type == SynonymType::Latin          ? latin
       : synonym.type == SynonymType::Abbreviation ? abbreviations
                                                   : names[static_cast<std::size_t>(synonym.scope)])
          .push_back(synonym.text);
    report.add({cell(id_of(id)),
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
    return report;
  }

  /// What a name may mean: the link first, then every other term that has the name in any form and of any scope.
  Report candidates(const std::string& name, TermId muscle) {
    Report report({{"id"}, {"label"}, {"name"}, {"field"}, {"rule"}, {"kinds", true}, {"path", true}});
    std::vector<TermId> told;
    linker_.set_muscle(muscle);
    const Link link = linker_.link(slot_, {name, {}, {}, {}, {}, {}, {}, {}});
    if (link.term != kNoTerm) {
      told.push_back(link.term);
      report.add({cell(id_of(link.term)), cell(terms_[link.term].label), cell(link.matched), cell(link.matched_field),
                  cell(name_of(link.rule)), kinds_of(link.term), path_of(link.term)});
    }
    const auto add = [&](TermId term, std::string_view matched, std::string_view field, std::string_view rule) {
      if (std::find(told.begin(), told.end(), term) != told.end()) return;
      told.push_back(term);
      report.add({cell(id_of(term)), cell(terms_[term].label), cell(matched), cell(field), cell(rule), kinds_of(term), path_of(term)});
    };
    for (const NameLookup::Candidate& candidate : knowledge_.lookup.all(name))
      add(candidate.named.term, terms_.text_of(candidate.named), candidate.field, candidate.rule);
    for (const std::string& reading : knowledge_.abbreviations.written_out(name, slot_))
      for (const NameLookup::Candidate& candidate : knowledge_.lookup.all(reading))
        add(candidate.named.term, terms_.text_of(candidate.named), candidate.field, name_of(LinkRule::Abbreviation));
    for (const TermId candidate : link.candidates) add(candidate, terms_[candidate].label, "", "open");
    if (link.term == kNoTerm && link.rule == LinkRule::Composed) {
      for (const TermId part : {link.whole, link.branch_of, link.broader})
        if (part != kNoTerm)
          add(part, terms_[part].label, "",
              part == link.whole       ? "composed: part of it"
              : part == link.branch_of ? "composed: branch of it"
                                       : "composed: narrower");
    }
    return report;
  }

  /// The labels nearest to a name that no term has.
  std::optional<std::string_view> nearest_label(std::string_view name) const {
    std::vector<std::string_view> labels;
    for (TermId id = 0; id < terms_.size(); ++id)
      if (!terms_[id].obsolete && !terms_[id].label.empty()) labels.push_back(terms_[id].label);
    return nearest(name, labels);
  }

 private:
  static Report::Cell cell(std::string_view value) { return value.empty() ? Report::Cell{} : Report::Cell{std::string(value)}; }
  std::string id_of(TermId id) const { return knowledge_.prefixes.id_of(terms_[id].iri); }

  Report::Cell named(const std::vector<TermId>& ids) const {
    Report::Cell result;
    for (const TermId id : ids) result.push_back(terms_[id].label.empty() ? id_of(id) : fmt::format("{} {}", id_of(id), terms_[id].label));
    return result;
  }

  Report::Cell ids(const std::vector<std::string>& iris) const {
    Report::Cell result;
    for (const std::string& iri : iris) result.push_back(knowledge_.prefixes.id_of(iri));
    return result;
  }

  Report::Cell kinds_of(TermId id) const {
    Report::Cell result;
    const std::string names = knowledge_.kinds.names(terms_[id].kinds);
    for (const std::string_view name : split(names, ','))
      if (!trim(name).empty()) result.emplace_back(trim(name));
    return result;
  }

  Report::Cell path_of(TermId id) const {
    Report::Cell result;
    for (const TermId whole : terms_.part_of_path(id)) result.push_back(terms_[whole].label);
    return result;
  }

  const Knowledge& knowledge_;
  const TermIndex& terms_;
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
  TermPrinter printer(knowledge, *slot);
  TermId muscle = kNoTerm;
  if (!arguments.muscle.empty()) {
    const SlotTable::Slot* any = knowledge.slots.find("any");
    muscle = knowledge.lookup.find({any}, arguments.muscle).term;
    if (muscle == kNoTerm) muscle = knowledge.terms.find_iri(knowledge.prefixes.iri_of_id(arguments.muscle).value_or(""));
    if (muscle == kNoTerm) throw UsageError(fmt::format("--muscle '{}' is no loaded term", arguments.muscle));
  }
  if (arguments.info) fmt::print("{}", printer.info().text(*format));
  for (const std::string& query : arguments.queries) {
    const auto iri = knowledge.prefixes.iri_of_id(query);
    const TermId id = iri ? knowledge.terms.find_iri(*iri) : kNoTerm;
    const Report report = id != kNoTerm ? printer.term(id) : printer.candidates(query, muscle);
    if (!report.empty()) {
      fmt::print("{}", report.text(*format));
      continue;
    }
    const auto near = iri ? std::nullopt : printer.nearest_label(query);
    diagnostics.error({"<query>", {}}, iri ? "unknown-id" : "unknown-name", fmt::format("no loaded ontology has '{}'", query),
                      near ? fmt::format("did you mean '{}'?", *near) : "");
  }
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
