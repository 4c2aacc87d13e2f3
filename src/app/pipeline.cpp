#include "app/pipeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <stdexcept>

#include "app/document.h"
#include "app/page_reading.h"
#include "app/page_records.h"
#include "base/hash_set.h"
#include "base/text.h"
#include "link/sssom.h"
#include "map/link_register.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostFilesNamed = 1000;

/// A Failure of an output, on its way past the handler for Failures of inputs.
class OutputFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// One run. The journey of a record:
///
///     Input -> Format::read, or PageReading -> read_page_records:
///     Record -> link_record -> LinkedRecord -> Mapper -> statements -> Document -> files
///
/// Nothing is kept of a record behind its turn, but the name that must not come again and what MarkRepeated remembers.
class Conversion {
 public:
  Conversion(const ConvertOptions& options, const Knowledge& knowledge, NodeTable& nodes, Diagnostics& diagnostics)
      : options_(options),
        knowledge_(knowledge),
        nodes_(nodes),
        diagnostics_(diagnostics),
        scoped_(&nodes),
        linker_(knowledge.link_tables()),
        mapper_(knowledge.map_tables(), linker_, options.base, nodes, scoped_) {}

  ConvertResult run() {
    std::vector<std::string> inputs = options_.inputs;
    std::sort(inputs.begin(), inputs.end());
    inputs.erase(std::unique(inputs.begin(), inputs.end()), inputs.end());
    if (std::any_of(inputs.begin(), inputs.end(), [this](const std::string& path) { return is_page(options_, path); })) {
      pages_.emplace(knowledge_, diagnostics_);
      if (!pages_->sound()) return {};
    }
    if (!options_.merged.empty()) {
      mapper_.begin_output(options_.to.front()->complete);
      const std::string stem = slug(std::filesystem::path(options_.merged).stem().string());
      open({{options_.to.front(), options_.merged}}, stem.empty() ? "muscles" : stem);
    } else {
      std::error_code fault;
      std::filesystem::create_directories(options_.folder, fault);
      if (fault) throw Failure(fmt::format("{}: cannot be made: {}", options_.folder, fault.message()));
    }
    if (!options_.sssom.empty()) links_.emplace(knowledge_.terms, knowledge_.prefixes);
    for (const std::string& path : inputs) read(path);
    const bool nothing = result_.account.records_exported == 0 && diagnostics_.count(Severity::Error) > 0;
    if (document_ && !nothing) close();  // what was there stays, rather than becoming an empty graph
    if (links_ && !nothing) write_links();
    return std::move(result_);
  }

 private:
  void read(const std::string& path) {
    const std::size_t before = result_.account.records_read;
    try {
      if (is_page(options_, path)) return read_page(path);
      Input input(path);
      const Format* format = options_.from ? options_.from : format_of(path);
      format->read(input, diagnostics_, [this](const Record& record, bool whole) { take_or_stop(record, whole); });
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
    read_page_records(facts, page, pages_->record_tables(), diagnostics_,
                      [this](const Record& record, bool whole) { take_or_stop(record, whole); });
  }

  /// What goes wrong behind the reader is no fault of the input, and stops the run.
  void take_or_stop(const Record& record, bool whole) {
    try {
      take(record, whole);
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
    if (options_.merged.empty()) mapper_.begin_output(true);
    mapper_.map(diagnostics_, account);
    const MappedRecord& mapped = mapper_.mapped();
    if (options_.merged.empty()) {
      std::vector<Document::Target> targets;
      for (const Syntax* syntax : options_.to)
        targets.push_back(
            {syntax, (std::filesystem::path(options_.folder) / fmt::format("{}.{}", mapped.slug, syntax->extension())).string()});
      open(std::move(targets), mapped.slug);
    }
    description_->add(mapped);
    document_->add(mapped.muscle, mapper_.statements());
    if (links_) links_->add(mapper_.linked());
    ++account.records_exported;
    account.fields_added += mapper_.fields_added();
    const std::vector<Field>& fields = mapper_.linked().record->fields;
    for (std::uint32_t i = 1; i < fields.size(); i = fields[i].end) {
      const Relation relation = fields[i].relation;
      if (relation != Relation::Reference && relation != Relation::Source && relation != Relation::RecordKey) ++account.facts;
    }
    if (options_.merged.empty()) close();
  }

  /// Whether no record before had the name of the one that was linked.
  bool is_new(const Record& record) {
    const std::string_view name = mapper_.mapped().slug;
    if (names_.insert(TextHash()(name))) return true;
    diagnostics_.error({record.file, record.where}, "duplicate-record", fmt::format("another record is named '{}', too", name),
                       "join the two, or give one of them a name of its own with the key 'record'");
    return false;
  }

  /// Writes the links as a mapping set.
  void write_links() {
    SssomSet set;
    set.id = options_.base + "mappings/links";
    set.title = "Names in muscle facts, and the terms they were linked to";
    set.license = "https://w3id.org/sssom/license/unspecified";  // the licence of the facts is their source's
    set.tool = "musclekg";
    set.tool_version = options_.version;
    if (options_.created) set.date = iso_date(*options_.created);
    set.rows = links_->rows();
    Output output(options_.sssom);
    write_sssom(set, knowledge_.prefixes, output);
    output.commit();
  }

  void open(std::vector<Document::Target> targets, std::string_view name) {
    description_.emplace(options_.base, name, options_.version, options_.created, nodes_);
    document_ = std::make_unique<Document>(std::move(targets), knowledge_.prefixes, options_.base, knowledge_.writers, options_.verify);
  }

  void close() {
    result_.account.triples += document_->finish(*description_, scoped_);
    for (const Document::Target& target : document_->targets()) {
      ++result_.file_count;
      if (result_.files.size() < kMostFilesNamed) result_.files.push_back(target.path);
    }
    document_.reset();
  }

  const ConvertOptions& options_;
  const Knowledge& knowledge_;
  NodeTable& nodes_;
  Diagnostics& diagnostics_;
  NodeTable scoped_;
  Linker linker_;
  Mapper mapper_;
  std::optional<DatasetDescription> description_;
  std::unique_ptr<Document> document_;
  HashSet names_;  ///< of the records so far
  std::optional<LinkRegister> links_;
  std::optional<PageReading> pages_;  ///< where one of the inputs is a page
  ConvertResult result_;
};

}  // namespace

bool is_page(const ConvertOptions& options, const std::string& input) {
  if (options.from != nullptr) return false;
  return options.layout != nullptr || (format_of(input) == nullptr && page_layout_of(input) != nullptr);
}

ConvertResult convert(const ConvertOptions& options, const Knowledge& knowledge, NodeTable& nodes, Diagnostics& diagnostics) {
  return Conversion(options, knowledge, nodes, diagnostics).run();
}

}  // namespace musclekg
