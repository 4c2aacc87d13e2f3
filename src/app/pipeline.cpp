#include "app/pipeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>

#include "app/mapping_set.h"
#include "app/outputs.h"
#include "app/page_reading.h"
#include "app/page_records.h"
#include "app/progress.h"
#include "base/hash_set.h"
#include "base/text.h"
#include "map/dataset.h"
#include "map/link_register.h"
#include "map/record_rules.h"
#include "read/quoted_source.h"
#include "read/table_reader.h"
#include "read/table_records.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostFilesNamed = 1000;

/// A Failure of an output, on its way past the handler for Failures of inputs.
class OutputFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The sections of a page, in order.
std::vector<SourceSection> sections_of(const PageFacts& facts) {
  std::vector<SourceSection> sections;
  for (const Section& section : facts.sections) {
    const bool given = section.basis == Section::Basis::Heading || section.basis == Section::Basis::Label;
    SourceSection& added = sections.emplace_back(SourceSection{section.where, given ? section.by : std::string(), {}});
    for (unsigned i = 0; i < static_cast<unsigned>(Topic::Count); ++i)
      if ((section.topics & bit(static_cast<Topic>(i))) != 0) added.topics.emplace_back(name_of(static_cast<Topic>(i)));
  }
  return sections;
}

/// One run. The journey of a record:
///
///     Input -> Format::read, or PageReading -> read_page_records, or TableReader -> TableRecords:
///     Record -> link_record -> LinkedRecord -> Mapper -> statements -> Outputs -> files
///                  Input again -> QuotedSource --^
///
/// Nothing is kept of a record behind its turn, but the name that must not come again, of a row a digest of its cells, and what
/// MarkRepeated remembers.
class Conversion {
 public:
  Conversion(const ConvertOptions& options, const Knowledge& knowledge, NodeTable& nodes, Diagnostics& diagnostics)
      : options_(options),
        knowledge_(knowledge),
        nodes_(nodes),
        diagnostics_(diagnostics),
        scoped_(&nodes),
        linker_(knowledge.link_tables()),
        mapper_(knowledge.map_tables(), linker_, {options.base, options.profiles, options.quotes, options.compare}, nodes, scoped_),
        outputs_(options, knowledge, nodes, scoped_),
        tables_(options.base, options.profiles, nodes, scoped_),
        progress_(options.progress, bytes_of(options.inputs)) {}

  ConvertResult run() {
    std::vector<std::string> inputs = options_.inputs;
    std::sort(inputs.begin(), inputs.end());
    inputs.erase(std::unique(inputs.begin(), inputs.end()), inputs.end());
    if (std::any_of(inputs.begin(), inputs.end(), [this](const std::string& path) { return is_page(options_, path); })) {
      pages_.emplace(knowledge_, diagnostics_);
      if (!pages_->sound()) return {};
    }
    if (!options_.merged.empty() || options_.tables_of_authors) {
      open_merged();
    } else {
      std::error_code fault;
      std::filesystem::create_directories(options_.folder, fault);
      if (fault) throw Failure(fmt::format("{}: cannot be made: {}", options_.folder, fault.message()));
    }
    if (options_.compare) {
      comparison_.emplace(knowledge_.terms, knowledge_.prefixes);
      comparison_->load_axioms(knowledge_.data + "/axioms.tsv", diagnostics_);
    }
    if (!options_.sssom.empty()) links_.emplace(knowledge_.terms, knowledge_.prefixes);
    for (const std::string& path : inputs) {
      read(path);
      before_ += bytes_of({path});
    }
    progress_.end();
    const bool nothing = result_.account.records_exported + result_.account.rows_exported + result_.account.rows_warned == 0 &&
                         diagnostics_.count(Severity::Error) > 0;
    if (outputs_.is_open() && !nothing) close();  // what was there stays, rather than becoming an empty graph
    if (links_ && !nothing)
      write_mapping_set(options_.sssom, options_.base + "mappings/links", "Names in muscle facts, and the terms they were linked to",
                        options_.created, links_->rows(), knowledge_.prefixes);
    if (comparison_) result_.disagreements = comparison_->rows();
    return std::move(result_);
  }

 private:
  void read(const std::string& path) {
    const std::size_t before = result_.account.records_read;
    try {
      if (is_page(options_, path)) return read_page(path);
      std::optional<Spool> spool;
      if (path == "-" && (wants_source() || is_table(options_, path))) spool.emplace();
      if (is_table(options_, path)) return read_table(path, spool ? spool->path() : path);
      const std::string& file = spool ? spool->path() : path;
      const Format* format = options_.from ? options_.from : format_of(path);
      if (wants_source()) source_.emplace(file, name_in_graph(path), format->media_type);
      Input input(file, path == "-" ? "<stdin>" : path);
      format->read(input, diagnostics_, [&](const Record& record, bool whole) {
        progress_.step(input, before_);
        or_stop([&] { take(record, whole); });
      });
      if (result_.account.records_read == before) diagnostics_.warning({input.name(), {}}, "no-records", "holds no record");
    } catch (const Failure& failure) {
      const std::string text = failure.what();
      const std::string name = path == "-" ? "<stdin>" : path;
      diagnostics_.error({name, {}}, "input", text.starts_with(name + ": ") ? text.substr(name.size() + 2) : text);
    }
  }

  void read_page(const std::string& path) {
    Page page;
    PageFacts facts;
    if (!pages_->read(path, options_.layout, diagnostics_, page, facts)) return;
    if (wants_source()) source_.emplace(page.source, name_in_graph(path), page_layout_named(page.layout)->media_type, sections_of(facts));
    read_page_records(facts, page, pages_->record_tables(), diagnostics_,
                      [this](const Record& record, bool whole) { or_stop([&] { take(record, whole); }); });
  }

  void read_table(const std::string& path, const std::string& file) {
    Input input(file, path == "-" ? "<stdin>" : path);
    TableReader reader(input, options_.columns, diagnostics_);
    if (!reader.open()) return;
    source_.emplace(file, name_in_graph(path), "text/csv");
    const std::string name = name_of_table(reader.head(), path);
    TableRecords records(reader.head(), name, diagnostics_);
    tables_.begin(reader.head(), name, source_->text(), outputs_.map_output().graphs);
    or_stop([&] { tell_head(reader); });
    const std::size_t before = result_.account.rows_read;
    while (reader.next()) {
      progress_.step(input, before_);
      or_stop([&] { reader.blank() ? tell_row(reader.row(), "") : take_row(reader, records); });
    }
    if (result_.account.rows_read == before) diagnostics_.warning({input.name(), {}}, "no-records", "holds no row below the header");
  }

  /// The table itself, and the rows up to its header.
  void tell_head(const TableReader& reader) {
    mapper_.begin_row(tables_);
    tables_.tell_table(mapper_.row_statements());
    outputs_.add_statements(tables_.source(), mapper_.statements(), source_->text());
    for (const TableRow& row : reader.head_rows()) tell_row(row, "");
  }

  /// A row that is no more than its cells.
  void tell_row(const TableRow& row, std::string_view rejected) {
    mapper_.begin_row(tables_);
    tables_.tell_row(row, rejected, mapper_.row_statements());
    outputs_.add_statements(tables_.source(), mapper_.statements(), source_->text());
  }

  /// A row, of which each record is exported that can be.
  void take_row(const TableReader& reader, TableRecords& records) {
    Account& account = result_.account;
    ++account.rows_read;
    const TableRow& row = reader.row();
    std::string fault = reader.fault();
    if (fault.empty() && !records.make(row)) fault = records.fault();
    if (!fault.empty()) {
      ++account.rows_rejected;
      return tell_row(row, fault);
    }
    const std::size_t findings = count_findings();
    if (!rows_.insert(reader.digest()))
      diagnostics_.warning({reader.head().file, row.where}, "duplicate-row", "an earlier row of the tables has the same cells",
                           "leave one of them out");
    mapper_.begin_row(tables_);
    std::size_t exported = 0;
    for (const Record& record : records.records()) exported += take_record_of_row(record);
    if (exported == 0) {
      ++account.rows_rejected;
      return tell_row(row, "nothing of it can be linked");
    }
    for (const TableReference& reference : records.new_references()) tables_.tell_reference(reference, mapper_.row_statements());
    tables_.tell_row(row, "", mapper_.row_statements());
    outputs_.add(mapper_, &source_->text(), tables_.source());
    const bool doubtful = exported < records.records().size() || mapper_.doubtful() || count_findings() > findings;
    ++(doubtful ? account.rows_warned : account.rows_exported);
  }

  /// So far. A name without a term is told of only once: see `Mapper::doubtful`.
  std::size_t count_findings() const { return diagnostics_.count(Severity::Error) + diagnostics_.count(Severity::Warning); }

  bool take_record_of_row(const Record& record) {
    Account& account = result_.account;
    account.fields_read += record.fields.size();
    if (!mapper_.link(record, diagnostics_)) {
      account.fields_rejected += record.fields.size();
      return false;
    }
    check_record(mapper_.linked(), knowledge_.terms, knowledge_.prefixes, options_.strict, diagnostics_);
    mapper_.map(&*source_, diagnostics_, account);
    compare();
    if (links_) links_->add(mapper_.linked());
    account.fields_added += mapper_.fields_added();
    const std::vector<Field>& fields = mapper_.linked().record->fields;
    for (std::uint32_t i = 1; i < fields.size(); i = fields[i].end) ++account.facts;
    return true;
  }

  /// What a table is called in IRIs: by its file, with a number where two files have one name.
  std::string name_of_table(const TableHead& head, const std::string& path) {
    const std::string stem = slug(std::filesystem::path(path).filename().replace_extension().string());
    const std::string name = fmt::format("{}/{}", head.mapping->name, stem.empty() ? "table" : stem);
    const std::size_t count = ++table_names_[name];
    return count == 1 ? name : fmt::format("{}-{}", name, count);
  }

  /// What goes wrong behind the reader is no fault of the input, and stops the run.
  template <class Work>
  static void or_stop(Work work) {
    try {
      work();
    } catch (const Failure& failure) {
      throw OutputFailure(failure.what());
    }
  }

  void take(const Record& record, bool whole) {
    Account& account = result_.account;
    ++account.records_read;
    account.fields_read += record.fields.size();
    if (!whole || !mapper_.link(record, diagnostics_) || !is_new(record)) {
      ++account.records_rejected;
      account.fields_rejected += record.fields.size();
      return;
    }
    check_record(mapper_.linked(), knowledge_.terms, knowledge_.prefixes, options_.strict, diagnostics_);
    if (is_folder()) {
      const std::string name(mapper_.mapped().slug);
      open(name, (std::filesystem::path(options_.folder) / name).string(), "");
    }
    mapper_.map(source_ ? &*source_ : nullptr, diagnostics_, account);
    compare();
    outputs_.add(mapper_, source_ ? &source_->text() : nullptr);
    if (links_) links_->add(mapper_.linked());
    ++account.records_exported;
    account.fields_added += mapper_.fields_added();
    const std::vector<Field>& fields = mapper_.linked().record->fields;
    for (std::uint32_t i = 1; i < fields.size(); i = fields[i].end) {
      const Relation relation = fields[i].relation;
      if (relation != Relation::Reference && relation != Relation::Source && relation != Relation::RecordKey) ++account.facts;
    }
    if (is_folder()) close();
  }

  void compare() {
    if (!comparison_) return;
    for (const Edge& edge : mapper_.edges()) comparison_->add(mapper_.linked(), edge);
  }

  /// Whether each record has files of its own.
  bool is_folder() const { return options_.merged.empty() && !options_.tables_of_authors; }

  /// Whether no record before had the name of the one that was linked.
  bool is_new(const Record& record) {
    const std::string_view name = mapper_.mapped().slug;
    if (names_.insert(TextHash()(name))) return true;
    diagnostics_.error({record.file, record.where}, "duplicate-record", fmt::format("another record is named '{}', too", name),
                       "join the two, or give one of them a name of its own with the key 'record'");
    return false;
  }

  /// Whether the words of the sources are wanted, or the sources are described.
  bool wants_source() const { return mapper_.needs_quotes() || (options_.graphs && contains(options_.profiles, Profile::Meta)); }

  void open(std::string_view name, const std::string& stem, const std::string& path) {
    outputs_.open(name, stem, path);
    mapper_.begin_output(outputs_.map_output());
  }

  void open_merged() {
    if (options_.merged.empty()) {
      std::filesystem::create_directories(options_.folder);
      return open(options_.columns.front().name, (std::filesystem::path(options_.folder) / options_.columns.front().name).string(), "");
    }
    const std::filesystem::path path(options_.merged);
    const std::string name = options_.tables_of_authors ? options_.columns.front().name : slug(path.stem().string());
    const std::string stem = (path.parent_path() / path.stem()).string();
    open(name.empty() ? "muscles" : name, stem, options_.split ? "" : options_.merged);
  }

  void close() {
    result_.account.triples += outputs_.close();
    for (const std::string& path : outputs_.files()) {
      ++result_.file_count;
      if (result_.files.size() < kMostFilesNamed) result_.files.push_back(path);
    }
  }

  const ConvertOptions& options_;
  const Knowledge& knowledge_;
  NodeTable& nodes_;
  Diagnostics& diagnostics_;
  NodeTable scoped_;
  Linker linker_;
  Mapper mapper_;
  Outputs outputs_;
  TableNodes tables_;
  Progress progress_;
  std::uint64_t before_ = 0;            ///< bytes of the inputs that were read
  std::optional<QuotedSource> source_;  ///< what is read
  HashSet names_;                       ///< of the records so far
  HashSet rows_;                        ///< of tables, likewise
  std::map<std::string, std::size_t> table_names_;
  std::optional<LinkRegister> links_;
  std::optional<Comparison> comparison_;
  std::optional<PageReading> pages_;  ///< where one of the inputs is a page
  ConvertResult result_;
};

}  // namespace

bool is_page(const ConvertOptions& options, const std::string& input) {
  if (options.from != nullptr || is_table(options, input)) return false;
  return options.layout != nullptr || (format_of(input) == nullptr && page_layout_of(input) != nullptr);
}

bool is_table(const ConvertOptions& options, const std::string& input) {
  if (!options.tables_of_authors) return false;
  const Format* const format = options.from != nullptr ? options.from : format_of(input);
  return format == nullptr ? input == "-" && options.layout == nullptr : format->name == "csv" || format->name == "tsv";
}

ConvertResult convert(const ConvertOptions& options, const Knowledge& knowledge, NodeTable& nodes, Diagnostics& diagnostics) {
  return Conversion(options, knowledge, nodes, diagnostics).run();
}

}  // namespace musclekg
