#include "app/document.h"

#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "base/input.h"
#include "base/sha256.h"
#include "jsonld/jsonld_reader.h"
#include "rdf/graph_digest.h"
#include "rdf/mark_repeated.h"
#include "rdf/raptor.h"

namespace musclekg {

namespace {

/// Takes a dataset's digest, without keeping its nodes.
class DigestReader : public RdfHandler {
 public:
  NodeTable& nodes() override { return scoped_; }
  void prefix(std::string_view, std::string_view) override {}
  void quad(const Quad& quad) override { digest_.add(quad); }
  void statement_end() override {
    if (scoped_.size() > 10000) scoped_.clear();
  }
  GraphDigest& digest() { return digest_; }

 private:
  NodeTable lasting_, scoped_{&lasting_};
  GraphDigest digest_;
};

/// Reads a file back and compares it with what was to be written.
void verify(const Document::Target& target, const GraphDigest& expected) {
  if (target.path == "-") throw Failure("<stdout>: cannot be read back; --verify needs files");
  Diagnostics diagnostics;
  DigestReader reader;
  if (target.syntax->raptor_name.empty()) {
    read_jsonld(target.path, reader.nodes(), [&](const Quad& quad) { reader.quad(quad); });
  } else {
    Input input(target.path);
    read_with_raptor(input, {}, std::string(target.syntax->raptor_name).c_str(), {}, reader, diagnostics);
  }
  if (diagnostics.count(Severity::Error) > 0)
    throw Failure(fmt::format("{}: what was written cannot be read: {}", target.path, format(diagnostics.kept().front())));
  GraphDigest& read = reader.digest();
  read.finish();
  const std::size_t lost = expected.missing_in(read), added = read.missing_in(expected);
  if (lost + added > 0)
    throw Failure(
        fmt::format("{}: what was read back is not what was written: {} statements are missing, {} are new", target.path, lost, added));
}

std::string sha256_of_file(const std::string& path) {
  Input input(path);
  Sha256 sha;
  std::vector<char> chunk(1 << 16);
  while (const std::size_t count = input.read(chunk.data(), chunk.size())) sha.update({chunk.data(), count});
  return sha.hex();
}

}  // namespace

/// A target with its writer.
struct Document::File {
  File(const Target& its_target, const WriterTables& tables)
      : target(its_target), output(target.path), writer(target.syntax->make(output, tables)) {}

  const Target& target;
  Output output;
  std::unique_ptr<QuadSink> writer;
  bool begun = false;                 ///< of one graph: a statement of the topic was in it
  std::optional<GraphDigest> digest;  ///< of one graph, to verify
};

/// The files that agree on what is the same statement, behind their MarkRepeated.
class Document::Stream : public QuadSink {
 public:
  Stream(GraphNames names, std::vector<std::string> shared, const std::vector<const Node*>& restated, bool verify)
      : names_(names), marked_(*this, std::move(shared), names, restated), verify_(verify) {}

  void take(File& file) {
    if (!file.target.only) {
      whole_.push_back(&file);
      if (verify_ && !digest_) digest_.emplace();
    } else {
      parts_.push_back(&file);
      if (verify_) file.digest.emplace();
    }
  }

  bool empty() const { return whole_.empty() && parts_.empty(); }

  MarkRepeated& marked() { return marked_; }

  void verify_files() {
    if (digest_) digest_->finish();
    for (const File* file : whole_)
      if (digest_) verify(file->target, *digest_);
    for (File* file : parts_) {
      if (!file->digest) continue;
      file->digest->finish();
      verify(file->target, *file->digest);
    }
  }

  void prefix(std::string_view name, std::string_view iri) override {
    for (File* file : whole_) file->writer->prefix(name, iri);
    for (File* file : parts_) file->writer->prefix(name, iri);
  }
  void begin(const Node* topic) override {
    topic_ = topic;
    for (File* file : whole_) file->writer->begin(topic);
  }
  void quad(const Quad& quad) override {
    for (File* file : whole_) file->writer->quad(quad);
    if (digest_) add(*digest_, quad, names_ == GraphNames::Kept);
    for (File* file : parts_)
      if (file->target.graph == quad.graph) part_quad(*file, quad);
  }
  void end() override {
    for (File* file : whole_) file->writer->end();
    for (File* file : parts_)
      if (std::exchange(file->begun, false)) file->writer->end();
  }
  void finish() override {
    for (File* file : whole_) file->writer->finish();
    for (File* file : parts_) file->writer->finish();
  }

 private:
  static void add(GraphDigest& digest, const Quad& quad, bool named) {
    Quad read = quad;
    if (!named) read.graph = nullptr;
    digest.add(read);
  }

  void part_quad(File& file, const Quad& quad) {
    if (!std::exchange(file.begun, true)) file.writer->begin(topic_);
    file.writer->quad(quad);
    if (file.digest) add(*file.digest, quad, file.target.syntax->graphs);
  }

  GraphNames names_;
  MarkRepeated marked_;
  bool verify_;
  std::vector<File*> whole_;  ///< that take all statements
  std::vector<File*> parts_;  ///< that take those of one graph
  std::optional<GraphDigest> digest_;
  const Node* topic_ = nullptr;
};

Document::Document(std::vector<Target> targets, const Prefixes& prefixes, std::string_view base, const WriterTables& tables, bool verify,
                   const std::vector<const Node*>& restated)
    : targets_(std::move(targets)) {
  const std::string ours(base);
  const std::vector<std::string> shared = {ours + "term/", ours + "agent/", ours + "journal/", ours + "text/", ours + "link/"};
  auto named = std::make_unique<Stream>(GraphNames::Kept, shared, std::vector<const Node*>(), verify);  // the closure has its own graph
  auto merged = std::make_unique<Stream>(GraphNames::Dropped, shared, restated, verify);
  for (const Target& target : targets_) {
    files_.push_back(std::make_unique<File>(target, tables));
    (target.only || target.syntax->graphs ? named : merged)->take(*files_.back());
  }
  for (auto* stream : {&named, &merged})
    if (!(*stream)->empty()) streams_.push_back(std::move(*stream));
  for (const auto& stream : streams_)
    for (const Prefixes::Row& row : prefixes.rows())
      if (!row.id) stream->prefix(row.name, row.iri);
}

Document::~Document() = default;

void Document::add(const Node* topic, const std::vector<Quad>& statements) {
  for (const auto& stream : streams_) stream->marked().add(topic, statements);
}

std::size_t Document::finish(const Description& description) {
  for (const auto& stream : streams_) {
    MarkRepeated& marked = stream->marked();
    std::vector<Quad> statements = description(marked.distinct());
    if (!statements.empty()) {
      if (const std::size_t repeats = marked.repeats(statements.front().subject, statements); repeats > 0)
        statements = description(marked.distinct().without(repeats));
      marked.add(statements.front().subject, statements);
    }
    stream->finish();
  }
  for (const auto& file : files_) file->output.commit();
  for (const auto& stream : streams_) stream->verify_files();
  return streams_.empty() ? 0 : streams_.front()->marked().distinct().all();
}

std::vector<Document::Written> Document::written() const {
  std::vector<Written> result;
  for (const auto& file : files_) {
    const std::string& path = file->target.path;
    std::error_code none;
    const bool readable = path != "-" && std::filesystem::is_regular_file(path, none);
    result.push_back({&file->target, file->output.size(), readable ? sha256_of_file(path) : std::string()});
  }
  return result;
}

}  // namespace musclekg
