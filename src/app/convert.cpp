// musclekg convert

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <iterator>
#include <memory>

#include "app/column_mappings.h"
#include "app/commands.h"
#include "app/pipeline.h"
#include "app/progress.h"
#include "app/report.h"
#include "base/text.h"

namespace musclekg {

namespace {

/// What stands on the command line, before it is checked.
struct Arguments {
  std::vector<std::string> inputs;
  std::string from, output, merge, base = kBase, data;
  std::vector<std::string> to, columns, profiles, ontologies, mappings;
  std::string sssom, quotes, licence, describe;
  bool split = false, canonical = false, strict = false, compare = false, verify = false, quiet = false;
};

template <class Rows>
std::string names_of(const Rows& rows) {
  std::string names;
  for (const auto& row : rows) names += fmt::format("{}{}", names.empty() ? "" : ", ", row.name);
  return names;
}

template <class Rows>
[[noreturn]] void unknown_name(std::string_view option, std::string_view name, const Rows& rows) {
  std::vector<std::string_view> names;
  for (const auto& row : rows) names.push_back(row.name);
  const auto near = nearest(name, names);
  throw UsageError(
      fmt::format("{} '{}' is none of {}{}", option, name, names_of(rows), near ? fmt::format("; did you mean '{}'?", *near) : ""));
}

/// No format of records and no layout of pages.
[[noreturn]] void unknown_format(std::string_view name) {
  struct Named {
    std::string_view name;
  };
  std::vector<Named> rows;
  for (const Format& format : formats()) rows.push_back({format.name});
  for (const PageLayout& layout : page_layouts()) rows.push_back({layout.name});
  unknown_name("--from", name, rows);
}

/// A device or a pipe, which is written as it is.
bool is_device(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && !S_ISDIR(status.st_mode) && !S_ISREG(status.st_mode);
}

bool is_folder(const std::string& path) {
  struct stat status {};
  return path.ends_with('/') || (::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode));
}

/// The profiles named; `graphs`: whether any was.
ProfileSet profiles_of(const std::vector<std::string>& names, bool& graphs) {
  graphs = !names.empty();
  if (names.empty()) return kPlainProfiles;
  ProfileSet set = 0;
  for (const std::string& name : names) {
    const auto profile = profile_named(name);
    if (name != "all" && !profile) {
      struct Named {
        std::string_view name;
      };
      std::vector<Named> rows;
      for (const ProfileRow& row : profiles()) rows.push_back({row.name});
      rows.push_back({"all"});
      unknown_name("--profile", name, rows);
    }
    set |= name == "all" ? kAllProfiles : bit(*profile);
  }
  if (contains(set, Profile::Evidence)) set |= bit(Profile::Claims);
  return set;
}

QuotePolicy quotes_of(const std::string& name) {
  constexpr struct {
    std::string_view name;
    QuotePolicy policy;
  } kPolicies[] = {{"full", QuotePolicy::Full}, {"hash", QuotePolicy::Hash}, {"none", QuotePolicy::None}};
  for (const auto& row : kPolicies)
    if (row.name == name) return row.policy;
  unknown_name("--quotes", name, std::span(kPolicies));
}

/// Checks the arguments before anything is opened.
ConvertOptions options_of(const Arguments& arguments) {
  ConvertOptions options;
  options.inputs = arguments.inputs;
  options.verify = arguments.verify;
  options.strict = arguments.strict;
  options.compare = arguments.compare;
  options.progress = !arguments.quiet && can_show_progress();
  options.split = arguments.split;
  options.canonical = arguments.canonical;
  options.describe = arguments.describe;
  options.licence = arguments.licence;
  options.profiles = profiles_of(arguments.profiles, options.graphs);
  options.quotes = quotes_of(arguments.quotes);
  if (!arguments.columns.empty()) {
    options.tables_of_authors = true;
    if (arguments.profiles.empty()) options.profiles = kTableProfiles;
    options.graphs = true;
  } else if (std::find(arguments.profiles.begin(), arguments.profiles.end(), "rows") != arguments.profiles.end()) {
    throw UsageError("--profile rows tells the rows of tables: say with --columns how they are read");
  }
  if (arguments.columns.empty() || options.quotes != QuotePolicy::Full) options.profiles &= ~bit(Profile::Rows);  // they are the words
  options.tables = arguments.ontologies;
  options.tables.insert(options.tables.end(), arguments.columns.begin(), arguments.columns.end());
  options.tables.insert(options.tables.end(), arguments.mappings.begin(), arguments.mappings.end());
  if (!options.licence.empty() && !valid_iri(options.licence))
    throw UsageError(fmt::format("--licence '{}' must be an absolute IRI", options.licence));
  if (options.split && !options.graphs) throw UsageError("--split writes a file for each graph: say with --profile which");
  if (!options.describe.empty() && !(options.graphs && contains(options.profiles, Profile::Meta)))
    throw UsageError("--describe needs the profile meta: say --profile meta with the others, or --profile all");
  if (options.canonical && !(options.graphs && contains(options.profiles, Profile::Meta)))
    throw UsageError("--canonical needs a description to stand in: say --profile meta with the others, or --profile all");
  if (options.quotes != QuotePolicy::Full && !arguments.sssom.empty())
    throw UsageError("--sssom writes the words of the sources; with --quotes hash or none they must not be written");
  options.sssom = arguments.sssom;
  options.version = kVersion;
  options.created = source_date_epoch();
  options.base = arguments.base;
  if (!valid_iri(options.base) || !(options.base.ends_with('/') || options.base.ends_with('#')))
    throw UsageError(fmt::format("--base '{}' must be an absolute IRI that ends in '/' or '#'", options.base));
  options.from = format_named(arguments.from);
  options.layout = page_layout_named(arguments.from);
  if (!arguments.from.empty() && options.from == nullptr && options.layout == nullptr) unknown_format(arguments.from);
  for (const std::string& input : options.inputs)
    if (options.from == nullptr && format_of(input) == nullptr && !is_page(options, input) && !is_table(options, input))
      throw UsageError(fmt::format("{}: the format cannot be told from the name; say --from with one of {}, {}",
                                   input == "-" ? "<stdin>" : input, names_of(formats()), names_of(page_layouts())));
  for (const std::string& name : arguments.to) {
    const Syntax* syntax = syntax_named(name);
    if (syntax == nullptr) unknown_name("--to", name, syntaxes());
    if (std::find(options.to.begin(), options.to.end(), syntax) == options.to.end()) options.to.push_back(syntax);
  }
  if (!arguments.merge.empty() && !arguments.output.empty()) throw UsageError("--merge and -o exclude each other");
  const std::string& target = arguments.merge.empty() ? arguments.output : arguments.merge;
  const bool merge = !arguments.merge.empty() || target == "-" || is_device(target) || (!is_folder(target) && syntax_of(target) != nullptr);
  if (!merge) {
    options.folder = target.empty() ? "." : target;
    if (options.to.empty()) options.to = {syntax_named(options.tables_of_authors ? "trig" : "turtle"), syntax_named("jsonld")};
    return options;
  }
  options.merged = target;
  if (options.compare && target == "-") throw UsageError("--compare prints on standard output: write the graph into a file");
  if (options.canonical && options.describe.empty())
    throw UsageError("a file cannot hold the digest of its own canonical form; --canonical needs --describe FILE");
  if (options.to.empty() && syntax_of(target) != nullptr) options.to = {syntax_of(target)};
  if (options.to.size() != 1)
    throw UsageError(
        fmt::format("{}: one file takes one syntax; say --to with one of {}", target == "-" ? "<stdout>" : target, names_of(syntaxes())));
  if (options.split && (target == "-" || is_device(target)))
    throw UsageError("--split writes several files, which standard output and devices cannot take");
  if (options.verify && target == "-") throw UsageError("--verify reads files back; standard output cannot be");
  return options;
}

/// Where the sources contradict each other, on standard output.
void print(const std::vector<Disagreement>& disagreements) {
  std::vector<Report::Column> columns;
  for (const char* name : {"relation", "subject", "verdict", "source_1", "says_1", "places_1", "source_2", "says_2", "places_2"})
    columns.push_back({name});
  Report report(std::move(columns));
  for (const Disagreement& row : disagreements)
    report.add({{row.relation},
                {row.subject},
                {row.verdict},
                {row.first_source},
                {row.first_says},
                {row.first_places},
                {row.second_source},
                {row.second_says},
                {row.second_places}});
  fmt::print("{}", report.text(ReportFormat::Tsv));
}

/// The account of a run.
void print(const ConvertResult& result, const ConvertOptions& options) {
  const Account& account = result.account;
  for (const std::string& file : result.files) fmt::print(stderr, "wrote {}\n", file == "-" ? "<stdout>" : file);
  if (result.file_count > result.files.size()) fmt::print(stderr, "wrote {} more files\n", result.file_count - result.files.size());
  if (options.tables_of_authors)
    fmt::print(stderr, "rows     {} read = {} exported + {} exported with a warning + {} rejected\n", account.rows_read,
               account.rows_exported, account.rows_warned, account.rows_rejected);
  if (!options.tables_of_authors || account.records_read > 0)
    fmt::print(stderr, "records  {} read = {} exported + {} rejected\n", account.records_read, account.records_exported,
               account.records_rejected);
  const std::string added = account.fields_added ? fmt::format(" + {} by taking texts apart", account.fields_added) : "";
  fmt::print(stderr, "fields   {} read{} = {} exported + {} exported with a provisional term + {} kept for other profiles + {} rejected\n",
             account.fields_read, added, account.fields_exported, account.fields_provisional, account.fields_kept, account.fields_rejected);
  std::string links;
  std::size_t count = 0;
  for (std::size_t rule = 0; rule < account.links.size(); ++rule) {
    if (account.links[rule] == 0) continue;
    links += fmt::format("{}{} by {}", links.empty() ? " = " : " + ", account.links[rule], name_of(static_cast<LinkRule>(rule)));
    count += account.links[rule];
  }
  fmt::print(stderr, "links    {}{}\n", count, links);
  fmt::print(stderr, "graph    {} facts, {} triples\n", account.facts, account.triples);
  if (options.verify) fmt::print(stderr, "verified {} files read back, each the graph that was sent\n", result.file_count);
}

int run(const Arguments& arguments) {
  ConvertOptions options = options_of(arguments);
  Diagnostics diagnostics;
  Knowledge knowledge(arguments.data.empty() ? find_data() : arguments.data, arguments.ontologies, arguments.mappings, options.base,
                      diagnostics, options.tables_of_authors);
  const std::size_t before = diagnostics.count(Severity::Error);
  if (knowledge.sound) options.columns = load_columns(arguments.columns, knowledge, diagnostics);
  if (!knowledge.sound || diagnostics.count(Severity::Error) > before) {
    print(diagnostics, arguments.quiet);
    return 1;
  }
  ConvertResult result;
  try {
    result = convert(options, knowledge, knowledge.nodes, diagnostics);
  } catch (...) {
    print(diagnostics, arguments.quiet);
    throw;
  }
  print(diagnostics, arguments.quiet);
  if (options.compare) print(result.disagreements);
  if (!arguments.quiet) print(result, options);
  if (!result.account.balances()) throw Failure("the books do not balance: a record or field is lost; please report this");
  return diagnostics.count(Severity::Error) > 0 ? 1 : 0;
}

}  // namespace

CommandAction declare_convert(CLI::App& app) {
  const auto arguments = std::make_shared<Arguments>();
  app.add_option("input", arguments->inputs, "files of records, pages, or with --columns tables; - is standard input; .gz is read")
      ->required();
  app.add_option("--from", arguments->from,
                 fmt::format("format of the input: {}; or layout of pages: {}; otherwise by extension", names_of(formats()),
                             names_of(page_layouts())));
  app.add_option("--columns", arguments->columns,
                 "mapping file (YAML): how the columns of CSV and TSV inputs, tables of any author, are read; can be repeated")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
  app.add_option("-o,--output", arguments->output, "folder for a file per muscle and syntax; or one file for all; - is standard output");
  app.add_option("--merge", arguments->merge, "one file for all muscles");
  app.add_option("--to", arguments->to, fmt::format("syntax: {}; otherwise by extension, or turtle and jsonld", names_of(syntaxes())))
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all()
      ->delimiter(',');
  app.add_option(
         "--profile", arguments->profiles,
         fmt::format("layers of the graph, each a named graph: {}, all; otherwise direct, terms, claims, source and meta as one graph, "
                     "of tables all but owl",
                     names_of(profiles())))
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all()
      ->delimiter(',');
  app.add_flag("--split", arguments->split, "a file for each graph");
  app.add_option("--quotes", arguments->quotes, "words of the sources in the graph: full, hash (their SHA-256 instead), none")
      ->default_val("full");
  app.add_option("--licence", arguments->licence, "IRI of the licence of what is written");
  app.add_option("--describe", arguments->describe, "file for the description of the one file written, with its size and SHA-256");
  app.add_flag("--canonical", arguments->canonical,
               "describe each file by the SHA-256 of its canonical form (RDFC-1.0), too; holds a file in memory");
  app.add_option("--base", arguments->base, "namespace of the IRIs that are minted")->capture_default_str();
  app.add_option("--ontology", arguments->ontologies,
                 "ontology (OBO or RDF) whose terms add to or replace the bundled ones; can be repeated")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
  app.add_option("--mappings", arguments->mappings, "curated links (SSSOM/TSV) that win over every rule; can be repeated")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
  app.add_option("--sssom", arguments->sssom, "file for the links as a mapping set (SSSOM/TSV)");
  app.add_option("--data", arguments->data, "folder of the program's tables and ontologies");
  app.add_flag("--strict", arguments->strict, "what breaks a rule of records is an error");
  app.add_flag("--compare", arguments->compare,
               "print where sources, and the ontology's own axioms, contradict each other (TSV): relation, what each says, both places");
  app.add_flag("--verify", arguments->verify, "read every written file back and compare the graphs");
  app.add_flag("-q,--quiet", arguments->quiet, "print errors only");
  return [arguments] { return run(*arguments); };
}

}  // namespace musclekg
