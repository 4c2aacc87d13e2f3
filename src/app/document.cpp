#include "app/document.h"

#include <fmt/format.h>

#include "jsonld/jsonld_reader.h"
#include "rdf/raptor.h"

namespace musclekg {

class Document::Tee : public QuadSink {
 public:
  explicit Tee(Document& document) : document_(document) {}

  void prefix(std::string_view name, std::string_view iri) override {
    for (const auto& writer : document_.writers_) writer->prefix(name, iri);
  }
  void begin(const Node* topic) override {
    for (const auto& writer : document_.writers_) writer->begin(topic);
  }
  void quad(const Quad& quad) override {
    for (const auto& writer : document_.writers_) writer->quad(quad);
    if (document_.digest_) document_.digest_->add(quad);
  }
  void end() override {
    for (const auto& writer : document_.writers_) writer->end();
  }
  void finish() override {
    for (const auto& writer : document_.writers_) writer->finish();
  }

 private:
  Document& document_;
};

Document::Document(std::vector<Target> targets, const Prefixes& prefixes, std::string_view base, const WriterTables& tables, bool verify)
    : targets_(std::move(targets)), tee_(std::make_unique<Tee>(*this)) {
  for (const Target& target : targets_) {
    outputs_.push_back(std::make_unique<Output>(target.path));
    writers_.push_back(target.syntax->make(*outputs_.back(), tables));
  }
  if (verify) digest_.emplace();
  const std::string names(base);
  marked_ = std::make_unique<MarkRepeated>(*tee_, std::vector<std::string>{names + "term/", names + "agent/", names + "journal/"});
  for (const Prefixes::Row& row : prefixes.rows())
    if (!row.id) marked_->prefix(row.name, row.iri);
}

Document::~Document() = default;

void Document::add(const Node* topic, const std::vector<Quad>& statements) {
  marked_->begin(topic);
  for (const Quad& quad : statements) marked_->quad(quad);
  marked_->end();
}

std::size_t Document::finish(const DatasetDescription& description, NodeTable& scoped) {
  const std::vector<Quad> statements = description.statements(marked_->distinct(), scoped);
  add(statements.front().subject, statements);
  marked_->finish();
  for (const auto& output : outputs_) output->commit();
  if (digest_) {
    digest_->finish();
    for (const Target& target : targets_) this->verify(target);
  }
  return marked_->distinct();
}

void Document::verify(const Target& target) const {
  if (target.path == "-") throw Failure("<stdout>: cannot be read back; --verify needs files");
  NodeTable nodes, scoped(&nodes);
  Diagnostics diagnostics;
  GraphDigest read;
  const auto take = [&](const Quad& quad) {
    read.add(quad);
    if (scoped.size() > 10000) scoped.clear();
  };
  if (target.syntax->raptor_name.empty()) {
    read_jsonld(target.path, nodes, take);
  } else {
    read_rdf(target.path, std::string(target.syntax->raptor_name).c_str(), scoped, diagnostics, take);
  }
  if (diagnostics.count(Severity::Error) > 0)
    throw Failure(fmt::format("{}: what was written cannot be read: {}", target.path, format(diagnostics.kept().front())));
  read.finish();
  const std::size_t lost = digest_->missing_in(read), added = read.missing_in(*digest_);
  if (lost + added > 0)
    throw Failure(
        fmt::format("{}: what was read back is not what was written: {} statements are missing, {} are new", target.path, lost, added));
}

}  // namespace musclekg
