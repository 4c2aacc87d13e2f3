// musclekg extract

#include <fmt/format.h>

#include <array>
#include <memory>
#include <optional>

#include "app/commands.h"
#include "app/page_json.h"
#include "app/page_reading.h"
#include "base/output.h"
#include "base/places.h"
#include "base/text.h"
#include "extract/record_yaml.h"
#include "read/format.h"

namespace musclekg {

namespace {

/// What stands on the command line, before it is checked.
struct Arguments {
  std::vector<std::string> inputs;
  std::string to = "yaml", output = "-", from, data;
  std::vector<std::string> ontologies;
  bool unread = false, quiet = false;
};

enum class Target : std::uint8_t { Yaml, Json, JsonLines };

struct ExtractOptions {
  std::vector<std::string> inputs;
  Target to = Target::Yaml;
  std::string output;
  const PageLayout* layout = nullptr;
  bool unread = false;
};

[[noreturn]] void unknown_name(std::string_view option, std::string_view name, const std::vector<std::string_view>& names) {
  const auto near = nearest(name, names);
  throw UsageError(
      fmt::format("{} '{}' is none of {}{}", option, name, fmt::join(names, ", "), near ? fmt::format("; did you mean '{}'?", *near) : ""));
}

std::vector<std::string_view> layout_names() {
  std::vector<std::string_view> names;
  for (const PageLayout& layout : page_layouts()) names.push_back(layout.name);
  return names;
}

/// Checks the arguments before anything is opened.
ExtractOptions options_of(const Arguments& arguments) {
  ExtractOptions options{arguments.inputs, Target::Yaml, arguments.output, page_layout_named(arguments.from), arguments.unread};
  if (arguments.to == "json") options.to = Target::Json;
  if (arguments.to == "jsonl") options.to = Target::JsonLines;
  if (options.to == Target::Yaml && arguments.to != "yaml") unknown_name("--to", arguments.to, {"yaml", "json", "jsonl"});
  if (!arguments.from.empty() && options.layout == nullptr) unknown_name("--from", arguments.from, layout_names());
  for (const std::string& input : options.inputs)
    if (const Format* format = format_of(input); format != nullptr && options.layout == nullptr)
      throw UsageError(fmt::format("{}: a {} file holds records, which convert reads; if it is a page, say --from with one of {}", input,
                                   format->name, fmt::join(layout_names(), ", ")));
  return options;
}

/// What was read.
struct Account {
  std::size_t pages = 0, not_claimed = 0, unread = 0, body = 0, body_read = 0;
  std::array<std::size_t, static_cast<std::size_t>(FactRelation::Count)> facts{};

  void add(const PageFacts& page) {
    ++pages;
    for (const Fact& fact : page.facts) ++(fact.claimed() ? facts[static_cast<std::size_t>(fact.relation)] : not_claimed);
    unread += page.unread.size();
    body += page.body_bytes;
    body_read += page.body_bytes_read;
  }

  void print() const {
    std::string parts;
    std::size_t all = 0;
    for (std::size_t i = 0; i < facts.size(); ++i) {
      if (facts[i] == 0) continue;
      parts += fmt::format("{}{} {}", parts.empty() ? " = " : " + ", facts[i], name_of(static_cast<FactRelation>(i)));
      all += facts[i];
    }
    fmt::print(stderr, "pages    {} read\nfacts    {}{}, {} more not claimed\n", pages, all, parts, not_claimed);
    const std::string share = body == 0 ? "" : fmt::format(", {} % of the text that could hold facts was read", 100 * body_read / body);
    fmt::print(stderr, "unread   {} {}{}\n", unread, unread == 1 ? "sentence" : "sentences", share);
  }
};

/// Writes what was read of page after page.
class FactsWriter {
 public:
  FactsWriter(const ExtractOptions& options, const PageRecordTables& tables)
      : options_(options), tables_(tables), output_(options.output), yaml_(text_) {}

  void write(const std::string& path, const Page& page, const PageFacts& facts) {
    text_.clear();
    switch (options_.to) {
      case Target::Yaml:
        tell_records(facts, page, Places(page.source), tables_, options_.unread, yaml_);
        break;
      case Target::Json:
        text_ = (any_ ? ",\n" : "[\n") + page_json(path, facts, page, JsonStyle::Indented);
        break;
      case Target::JsonLines:
        text_ = page_json(path, facts, page, JsonStyle::Line) + "\n";
        break;
    }
    any_ = true;
    output_.write(text_);
  }

  void finish() {
    if (options_.to == Target::Json) output_.write(any_ ? "\n]\n" : "[]\n");
    output_.commit();
  }

 private:
  const ExtractOptions& options_;
  const PageRecordTables& tables_;
  Output output_;
  std::string text_;
  RecordYaml yaml_;
  bool any_ = false;
};

/// Reads one page; what is wrong with it is reported.
bool read(const std::string& path, const ExtractOptions& options, PageReading& pages, Page& page, PageFacts& facts,
          Diagnostics& diagnostics) {
  try {
    return pages.read(path, options.layout, diagnostics, page, facts);
  } catch (const Failure& failure) {
    const std::string text = failure.what(), name = path == "-" ? "<stdin>" : path;
    diagnostics.error({name, {}}, "input", text.starts_with(name + ": ") ? text.substr(name.size() + 2) : text);
    return false;
  }
}

int run(const Arguments& arguments) {
  const ExtractOptions options = options_of(arguments);
  Diagnostics diagnostics;
  const Knowledge knowledge(arguments.data.empty() ? find_data() : arguments.data, arguments.ontologies, {}, kBase, diagnostics);
  std::optional<PageReading> pages;
  if (knowledge.sound) pages.emplace(knowledge, diagnostics);
  if (!pages || !pages->sound()) {
    print(diagnostics, arguments.quiet);
    return 1;
  }
  FactsWriter writer(options, pages->record_tables());
  Account account;
  for (const std::string& path : options.inputs) {
    Page page;
    PageFacts facts;
    if (!read(path, options, *pages, page, facts, diagnostics)) continue;
    writer.write(path, page, facts);
    account.add(facts);
  }
  if (account.pages > 0) writer.finish();  // otherwise what was there stays
  print(diagnostics, arguments.quiet);
  if (!arguments.quiet) account.print();
  return diagnostics.count(Severity::Error) > 0 ? 1 : 0;
}

}  // namespace

CommandAction declare_extract(CLI::App& app) {
  const auto arguments = std::make_shared<Arguments>();
  app.add_option("page", arguments->inputs, "pages in UTF-8; - is standard input; .gz is read")->required();
  app.add_option("--to", arguments->to, "yaml: records that convert reads, and a curator can mend; json; jsonl: an object a page")
      ->capture_default_str();
  app.add_option("-o,--output", arguments->output, "file for the facts; - is standard output")->capture_default_str();
  app.add_option("--from", arguments->from, fmt::format("layout of the pages: {}; otherwise by content", fmt::join(layout_names(), ", ")));
  app.add_flag("--unread", arguments->unread, "with yaml: name the sentences that gave nothing, too");
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
