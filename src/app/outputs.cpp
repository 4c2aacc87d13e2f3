#include "app/outputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "app/rdf_document.h"
#include "base/sha256.h"
#include "map/owl_axioms.h"
#include "rdf/canonical_dataset.h"
#include "rdf/held_dataset.h"
#include "read/quoted_source.h"

namespace musclekg {

namespace {

/// A file that decides what comes out, as far as the description tells it.
SourceText table_of(const std::string& path) {
  SourceText text;
  text.file = name_in_graph(path);
  text.sha256 = sha256_of(Input(path).read_all());
  return text;
}

}  // namespace

Outputs::Outputs(const ConvertOptions& options, const Knowledge& knowledge, NodeTable& nodes, NodeTable& scoped)
    : options_(options),
      knowledge_(knowledge),
      nodes_(nodes),
      scoped_(scoped),
      dataset_{options.base,
               options.version,
               options.created,
               options.licence,
               options.profiles,
               options.tables_of_authors ? options.columns.front().title : "",
               {}} {
  gathers_ = options.tables_of_authors && std::any_of(options.to.begin(), options.to.end(), [](const Syntax* syntax) {
               return syntax->name != "ntriples" && syntax->name != "nquads";
             });
  if (wants(Profile::Closure)) closure_.emplace(knowledge.terms, nodes);
  if (!options.graphs || !wants(Profile::Meta)) return;
  for (const std::string& path : options.tables) dataset_.tables.push_back(table_of(path));
}

void Outputs::open(std::string_view name, const std::string& stem, const std::string& path) {
  const std::string iri = fmt::format("{}{}", options_.base, name);
  graphs_ = options_.graphs ? GraphNodes(iri, nodes_) : GraphNodes();
  std::vector<Document::Target> targets;
  for (const Syntax* syntax : options_.to) {
    if (!options_.split) {
      targets.push_back({syntax, path.empty() ? fmt::format("{}.{}", stem, syntax->extension()) : path});
      continue;
    }
    for (const GraphRow& row : musclekg::graphs())
      if (row.graph != GraphName::Default && (row.profiles & options_.profiles) != 0)
        targets.push_back({syntax, fmt::format("{}.{}.{}", stem, row.name, syntax->extension()), graphs_.of(row.graph), true});
  }
  describe_.clear();
  if (options_.graphs && wants(Profile::Meta)) describe_ = path.empty() ? stem + ".meta.ttl" : options_.describe;
  description_.emplace(dataset_, name, graphs_, nodes_);
  std::vector<const Node*> restated;
  if (closure_)
    for (const GraphName graph : {GraphName::Direct, GraphName::Terms, GraphName::Closure, GraphName::Anchor})
      restated.push_back(graphs_.of(graph));
  document_ =
      std::make_unique<Document>(std::move(targets), knowledge_.prefixes, options_.base, knowledge_.writers, options_.verify, restated);
  if (closure_) closure_->clear();
  if (gathers_) gathered_ = std::make_unique<GatheredQuads>(nodes_);
}

MapOutput Outputs::map_output() const {
  const bool complete =
      !gathers_ && std::any_of(options_.to.begin(), options_.to.end(), [](const Syntax* syntax) { return syntax->complete; });
  return {complete, graphs_, description_->iri()};
}

void Outputs::add(const Mapper& mapper, const SourceText* text, const Node* topic) {
  description_->add(mapper.mapped());
  if (text != nullptr) description_->add_input(*text);
  add(topic != nullptr ? topic : mapper.mapped().muscle, mapper.statements());
  if (closure_)
    for (const Quad& quad : mapper.reasoned()) closure_->add(quad);
}

void Outputs::add_statements(const Node* topic, const std::vector<Quad>& statements, const SourceText& text) {
  description_->add_input(text);
  if (!statements.empty()) add(topic, statements);
}

void Outputs::add(const Node* topic, const std::vector<Quad>& statements) {
  if (gathered_) {
    gathered_->add(statements);
  } else {
    document_->add(topic, statements);
  }
}

void Outputs::add_gathered() {
  gathered_->take([this](std::span<const Quad> quads) { document_->add(quads.front().subject, {quads.begin(), quads.end()}); });
}

void Outputs::add_closure() {
  const auto into = [this](GraphName name) {
    return [this, graph = graphs_.of(name)](std::span<const Quad> told) {
      std::vector<Quad> quads(told.begin(), told.end());
      for (Quad& quad : quads) quad.graph = graph;
      document_->add(quads.front().subject, quads);
    };
  };
  closure_->tell(scoped_, into(GraphName::Closure), into(GraphName::Anchor));
}

std::vector<DistributionFile> Outputs::distributions() const {
  std::vector<DistributionFile> files;
  for (const Document::Target& target : document_->targets()) {
    std::string key(target.syntax->extension());
    if (target.only)
      for (const GraphRow& row : musclekg::graphs())
        if (graphs_.of(row.graph) == target.graph) key = fmt::format("{}.{}", row.name, key);
    const std::string name = target.path == "-" ? "stdout" : std::filesystem::path(target.path).filename().string();
    files.push_back({std::move(key), name, target.syntax->media_type, {}, {}, {}});
  }
  return files;
}

std::size_t Outputs::close() {
  if (gathered_) add_gathered();
  if (closure_) add_closure();
  if (wants(Profile::Owl)) {
    const std::string iri = description_->iri() + "/graph/owl";
    const std::vector<Quad> header = OwlAxioms::header(iri, description_->title(), description_->version_iri(iri), description_->licence(),
                                                       graphs_.of(GraphName::Owl), nodes_, scoped_);
    document_->add(header.front().subject, header);
  }
  std::optional<DistinctCounts> counts;
  const std::size_t triples = document_->finish([&](const DistinctCounts& distinct) {
    if (!counts) counts = distinct;  // where graphs are kept apart in some file, those of all graphs
    return wants(Profile::Meta) && !options_.split ? description_->statements(distinct, true, distributions(), scoped_)
                                                   : std::vector<Quad>();
  });
  files_.clear();
  for (const Document::Target& target : document_->targets()) files_.push_back(target.path);
  if (!describe_.empty()) {
    describe(describe_, counts.value_or(DistinctCounts()));
    files_.push_back(describe_);
  }
  document_.reset();
  scoped_.clear();
  return triples;
}

/// The digest of the canonical form of what stands in a file, which is read back for it.
std::string Outputs::canonical_sha256(const Document::Target& target) const {
  HeldDataset held;
  DocumentLoader loader;
  Diagnostics diagnostics;
  read_document(target.path, *target.syntax, {}, loader, held, diagnostics);
  if (!diagnostics.kept().empty())
    throw Failure(fmt::format("{}: what was written cannot be read: {}", target.path, format(diagnostics.kept().front())));
  return CanonicalDataset(held.quads()).sha256();
}

/// Writes a file that describes the others, with their sizes and digests.
void Outputs::describe(const std::string& path, const DistinctCounts& counts) {
  std::vector<DistributionFile> files = distributions();
  const std::vector<Document::Written> written = document_->written();
  for (std::size_t i = 0; i < files.size(); ++i) {
    files[i].bytes = written[i].bytes;
    files[i].sha256 = written[i].sha256;
    if (options_.canonical && !written[i].sha256.empty()) files[i].canonical_sha256 = canonical_sha256(*written[i].target);
  }
  const Syntax* syntax = syntax_of(path);
  Document document({{syntax != nullptr ? syntax : syntax_named("turtle"), path}}, knowledge_.prefixes, options_.base, knowledge_.writers,
                    options_.verify);
  document.finish([&](const DistinctCounts&) { return description_->statements(counts, true, files, scoped_); });
}

}  // namespace musclekg
