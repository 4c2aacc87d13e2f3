// musclekg annotate

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>

#include "app/annotation_writer.h"
#include "app/commands.h"
#include "app/knowledge.h"
#include "base/input.h"
#include "base/table.h"
#include "base/text.h"
#include "link/annotator.h"

namespace musclekg {

namespace {

/// What stands on the command line, before it is checked.
struct Arguments {
  std::vector<std::string> inputs;
  std::string output = "-", to = "tsv", data, taxon;
  std::vector<std::string> ontologies, kinds, ids, stop;
  bool quiet = false;
};

[[noreturn]] void unknown_name(std::string_view option, std::string_view name, const std::vector<std::string_view>& names) {
  const auto near = nearest(name, names);
  throw UsageError(
      fmt::format("{} '{}' is none of {}{}", option, name, fmt::join(names, ", "), near ? fmt::format("; did you mean '{}'?", *near) : ""));
}

const AnnotationFormat& format_of(const Arguments& arguments) {
  const AnnotationFormat* format = annotation_format_named(arguments.to);
  if (format != nullptr) return *format;
  std::vector<std::string_view> names;
  for (const AnnotationFormat& one : annotation_formats()) names.push_back(one.name);
  unknown_name("--to", arguments.to, names);
}

/// Checks what can be checked before an ontology is loaded.
TermChoice choice_of(const Arguments& arguments, const std::string& data) {
  TermChoice choice;
  if (!arguments.kinds.empty()) {
    Diagnostics unused;  // Knowledge reads the table again, and reports what is wrong with it
    const KindTable kinds(data + "/kinds.tsv", unused);
    choice.kinds = 0;
    for (const std::string& kind : arguments.kinds) {
      if (kinds.bit(kind) == 0) {
        const std::string all = kinds.names(~KindSet{0});
        std::vector<std::string_view> names;
        for (const std::string_view name : split(all, ',')) names.push_back(trim(name));
        unknown_name("--kind", kind, names);
      }
      choice.kinds |= kinds.bit(kind);
    }
  }
  for (const std::string& text : arguments.ids) {
    const auto block = IdBlock::parse(text);
    if (!block) throw UsageError(fmt::format("--ids '{}' is neither a prefix (UBERON) nor one with numbers (FMA:0-99999)", text));
    choice.blocks.push_back(*block);
  }
  return choice;
}

/// Checks what only the loaded ontologies can tell.
void complete(TermChoice& choice, const Arguments& arguments, const Knowledge& knowledge) {
  if (!arguments.taxon.empty()) {
    choice.taxon = knowledge.prefixes.iri_of_id(arguments.taxon).value_or("");
    if (!knowledge.prefixes.id_of(choice.taxon).starts_with("NCBITaxon:"))
      throw UsageError(fmt::format("--taxon '{}' is no id such as NCBITaxon:9606", arguments.taxon));
  }
  if (choice.blocks.empty()) return;
  std::set<std::string> known;
  for (TermId id = 0; id < knowledge.terms.size(); ++id) {
    const Term& term = knowledge.terms[id];
    const std::string text = knowledge.prefixes.id_of(term.iri);
    if (!term.label.empty() && text != term.iri) known.insert(text.substr(0, text.find(':')));
  }
  for (const IdBlock& block : choice.blocks)
    if (!known.contains(block.prefix)) unknown_name("--ids", block.prefix, {known.begin(), known.end()});
}

std::vector<std::string> stop_names(const std::string& data, const std::vector<std::string>& more, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  std::vector<std::string> paths = {data + "/stop-names.tsv"};
  paths.insert(paths.end(), more.begin(), more.end());
  for (const std::string& path : paths)
    for (const Table::Row& row : read_table(path, {"name", "note"}, diagnostics).rows) names.push_back(row.cells[0]);
  return names;
}

/// What was found, by rule, for the account at the end.
struct Count {
  std::size_t inputs = 0, mentions = 0;
  std::uint64_t bytes = 0;
  std::vector<std::pair<std::string_view, std::size_t>> rules;

  void add(std::string_view rule) {
    ++mentions;
    for (auto& [known, count] : rules)
      if (known.data() == rule.data()) return static_cast<void>(++count);
    rules.emplace_back(rule, 1);
  }

  void print() {
    std::sort(rules.begin(), rules.end(),
              [](const auto& a, const auto& b) { return std::pair(b.second, a.first) < std::pair(a.second, b.first); });
    std::string parts;
    for (const auto& [rule, count] : rules) parts += fmt::format("{}{} by {}", parts.empty() ? " = " : " + ", count, rule);
    fmt::print(stderr, "inputs   {} read, {} bytes\nmentions {}{}\n", inputs, bytes, mentions, parts);
  }
};

/// Annotates one input; what is wrong with it is reported.
void annotate(const std::string& path, Annotator& annotator, const AnnotationFormat& format, Output& output, Count& count,
              Diagnostics& diagnostics) {
  std::optional<Input> input;
  std::string failure;
  const std::string name = path == "-" ? "<stdin>" : path;
  try {
    input.emplace(path);
  } catch (const Failure& caught) {
    failure = caught.what();
  }
  if (input) {
    ++count.inputs;
    const std::string document = format.document(name);
    const auto read = [&](char* bytes, std::size_t size) -> std::size_t {
      try {
        const std::size_t got = input->read(bytes, size);
        count.bytes += got;
        return got;
      } catch (const Failure& caught) {  // what goes wrong in `output` is no fault of the input, and stops the run
        failure = caught.what();
        return 0;
      }
    };
    const auto fault = annotator.annotate(read, [&](const Annotation& annotation) {
      format.write(output, document, annotation);
      count.add(annotation.meaning->rule);
    });
    if (fault && failure.empty() && fault->zero)
      diagnostics.error({name, fault->position}, "binary",
                        fmt::format("byte {} is zero: this is no text; only what stands before it was annotated", fault->offset),
                        "turn the document into plain text");
    if (fault && failure.empty() && !fault->zero)
      diagnostics.error({name, fault->position}, "not-utf8",
                        fmt::format("byte {} is not UTF-8; only what stands before it was annotated", fault->offset),
                        "save the file as UTF-8");
  }
  if (!failure.empty())
    diagnostics.error({name, {}}, "input", failure.starts_with(name + ": ") ? failure.substr(name.size() + 2) : failure);
}

int run(const Arguments& arguments) {
  const AnnotationFormat& format = format_of(arguments);
  const std::string data = arguments.data.empty() ? find_data() : arguments.data;
  TermChoice choice = choice_of(arguments, data);
  Diagnostics diagnostics;
  const Knowledge knowledge(data, arguments.ontologies, {}, kBase, diagnostics);
  complete(choice, arguments, knowledge);
  const TermFilter filter(knowledge.terms, knowledge.prefixes, choice, diagnostics);
  const std::vector<std::string> stopped = stop_names(data, arguments.stop, diagnostics);
  if (diagnostics.count(Severity::Error) > 0) {
    print(diagnostics, arguments.quiet);
    return 1;
  }
  KnownNames names({knowledge.terms, knowledge.forms, knowledge.prefixes, knowledge.cautions, knowledge.abbreviations, filter, stopped});
  Annotator annotator(names);
  Output output(arguments.output);
  format.begin(output);
  Count count;
  for (const std::string& path : arguments.inputs) annotate(path, annotator, format, output, count, diagnostics);
  if (count.inputs > 0) output.commit();  // otherwise what was there stays
  print(diagnostics, arguments.quiet);
  if (!arguments.quiet) count.print();
  return diagnostics.count(Severity::Error) > 0 ? 1 : 0;
}

/// An option whose values are separated by commas, or given by one option each.
CLI::Option* listed(CLI::Option* option) { return option->expected(1)->allow_extra_args(false)->take_all()->delimiter(','); }

}  // namespace

CommandAction declare_annotate(CLI::App& app) {
  const auto arguments = std::make_shared<Arguments>();
  app.add_option("input", arguments->inputs, "plain text in UTF-8; - is standard input; .gz is read")->required();
  app.add_option("-o,--output", arguments->output, "file for the mentions; - is standard output")->capture_default_str();
  app.add_option("--to", arguments->to, "tsv or jsonl")->capture_default_str();
  listed(app.add_option("--kind", arguments->kinds, "only terms of these kinds: nerve, artery, ..."));
  listed(app.add_option("--ids", arguments->ids, "only terms with these ids: UBERON, or FMA:0-99999"));
  app.add_option("--taxon", arguments->taxon, "only terms that can be in this taxon, as far as the ontologies say: NCBITaxon:9606");
  app.add_option("--stop", arguments->stop, "table of further names to pass over (columns name, note); can be repeated")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
  app.add_option("--ontology", arguments->ontologies,
                 "ontology (OBO or RDF) whose terms add to or replace the bundled ones; can be repeated")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
  app.add_option("--data", arguments->data, "folder of the program's tables and ontologies");
  app.add_flag("-q,--quiet", arguments->quiet, "print errors only");
  return [arguments] { return run(*arguments); };
}

}  // namespace musclekg
