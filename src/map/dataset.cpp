#include "map/dataset.h"

#include <fmt/format.h>

#include "base/text.h"
#include "rdf/vocabulary.h"

namespace musclekg {

/// Makes the statements.
class DatasetDescription::Teller {
 public:
  Teller(NodeTable& nodes, NodeTable& scoped) : nodes_(nodes), scoped_(scoped) {}

  const Node* iri(std::string_view text) { return scoped_.iri(text); }
  const Node* text(std::string_view text, std::string_view language = {}) { return scoped_.text(text, language); }
  const Node* number(std::size_t value) { return scoped_.literal(fmt::format_int(value).c_str(), iri(xsd::integer)); }
  void say(const Node* subject, std::string_view predicate, const Node* object) {
    quads_.push_back({subject, nodes_.iri(predicate), object});
  }

  std::vector<Quad>& quads() { return quads_; }

 private:
  NodeTable& nodes_;
  NodeTable& scoped_;
  std::vector<Quad> quads_;
};

DatasetDescription::DatasetDescription(const DatasetOptions& options, std::string_view name, const GraphNodes& graphs, NodeTable& nodes)
    : options_(options), iri_(fmt::format("{}{}", options.base, name)), graphs_(graphs), nodes_(nodes) {}

void DatasetDescription::add(const MappedRecord& record) {
  const std::string licence(record.licence ? record.licence->value : std::string_view());
  if (++records_ > 1) {
    if (licence != licence_) licence_.clear();
    return;
  }
  licence_ = licence;
  title_ = fmt::format("Facts on the {}", record.label);
  if (!record.source_title.empty()) title_ += fmt::format(", from \"{}\"", record.source_title);
  subject_ = record.muscle->value;
  if (record.source) source_ = record.source->value;
}

void DatasetDescription::add_input(const SourceText& text) {
  if (inputs_.empty() || inputs_.back().sha256 != text.sha256) inputs_.push_back({text.file, text.format, text.page, text.sha256, 0, {}});
}

std::string DatasetDescription::title() const {
  if (!options_.title.empty()) return options_.title;
  return records_ == 1 ? title_ : fmt::format("Facts on muscles, from {} records", records_);
}

std::string DatasetDescription::version_iri(std::string_view of) const {
  return options_.created ? fmt::format("{}/version/{}", of, iso_date(*options_.created)) : std::string();
}

std::vector<Quad> DatasetDescription::statements(const DistinctCounts& counts, bool inside, const std::vector<DistributionFile>& files,
                                                 NodeTable& scoped) const {
  Teller tell(nodes_, scoped);
  const Node* const dataset = tell.iri(iri_);
  const bool named = graphs_.of(GraphName::Direct) != nullptr;
  tell.say(dataset, rdf::type, tell.iri(void_::Dataset));
  if (named) tell.say(dataset, rdf::type, tell.iri(dcat::Dataset));
  tell.say(dataset, dcterms::title, tell.text(title(), "en"));
  if (records_ == 1) {
    tell.say(dataset, dcterms::subject, tell.iri(subject_));
    if (!source_.empty()) tell.say(dataset, dcterms::source, tell.iri(source_));
  }
  tell.say(dataset, dcterms::spatial, tell.iri(obo::homoSapiens));
  if (!licence().empty()) tell.say(dataset, dcterms::license, tell.iri(licence()));
  if (options_.created) {
    tell.say(dataset, dcterms::created, scoped.literal(iso_date(*options_.created), tell.iri(xsd::date)));
    if (named) tell.say(dataset, dcterms::hasVersion, tell.iri(version_iri(iri_)));
  }
  for (const std::string_view vocabulary : {obo::base, fma::base, mkg::base}) tell.say(dataset, void_::vocabulary, tell.iri(vocabulary));
  tell.say(dataset, void_::entities, tell.number(records_));
  if (named) {
    tell_graphs(tell, counts);
    tell_files(tell, files);
  }
  tell_run(tell);
  const std::size_t own = inside ? tell.quads().size() + 1 : 0;
  tell.say(dataset, void_::triples, tell.number(counts.all() + own));
  return std::move(tell.quads());
}

/// Each named graph that is written: what it is, how to read it, and its size.
void DatasetDescription::tell_graphs(Teller& tell, const DistinctCounts& counts) const {
  const Node* const dataset = tell.iri(iri_);
  for (const GraphRow& row : graphs()) {
    const Node* const graph = graphs_.of(row.graph);
    if (graph == nullptr || (row.profiles & options_.profiles) == 0) continue;
    tell.say(dataset, void_::subset, graph);
    tell.say(graph, rdf::type, tell.iri(row.graph == GraphName::Links ? void_::Linkset : void_::Dataset));
    tell.say(graph, dcterms::title, tell.text(row.title, "en"));
    tell.say(graph, mkg::profile, tell.iri(fmt::format("{}{}", mkg::base, row.reading)));
    tell.say(graph, void_::triples, tell.number(counts.in(graph)));
    if (row.graph == GraphName::Owl && options_.created) tell.say(graph, dcterms::hasVersion, tell.iri(version_iri(graph->value)));
    if (row.graph == GraphName::Closure) {
      for (const GraphName from : {GraphName::Direct, GraphName::Terms, GraphName::Anchor})
        tell.say(graph, prov::wasDerivedFrom, graphs_.of(from));
    }
  }
}

void DatasetDescription::tell_files(Teller& tell, const std::vector<DistributionFile>& files) const {
  const Node* const dataset = tell.iri(iri_);
  for (const DistributionFile& file : files) {
    const Node* const distribution = tell.iri(fmt::format("{}/distribution/{}", iri_, file.key));
    tell.say(dataset, dcat::distribution, distribution);
    tell.say(distribution, rdf::type, tell.iri(dcat::Distribution));
    tell.say(distribution, dcterms::title, tell.text(file.name));
    tell.say(distribution, dcat::mediaType, tell.text(file.media_type));
    if (file.bytes) tell.say(distribution, dcat::byteSize, tell.number(*file.bytes));
    if (!file.sha256.empty()) tell.say(distribution, mkg::sha256, tell.text(file.sha256));
    if (!file.canonical_sha256.empty()) tell.say(distribution, mkg::canonicalSha256, tell.text(file.canonical_sha256));
  }
}

/// The run: which program made the dataset, of which files.
void DatasetDescription::tell_run(Teller& tell) const {
  const Node* const run = tell.iri(fmt::format("{}/generation", iri_));
  const Node* const agent = tell.iri(fmt::format("{}agent/musclekg-{}", options_.base, slug(options_.version)));
  tell.say(tell.iri(iri_), prov::wasGeneratedBy, run);
  tell.say(run, rdf::type, tell.iri(prov::Activity));
  tell.say(run, prov::wasAssociatedWith, agent);
  tell.say(agent, rdf::type, tell.iri(prov::SoftwareAgent));
  tell.say(agent, rdfs::label, tell.text(fmt::format("musclekg {}", options_.version), "en"));
  tell.say(agent, owl::versionInfo, tell.text(options_.version));
  for (const std::vector<SourceText>* texts : {&inputs_, &options_.tables}) {
    for (const SourceText& text : *texts) {
      const Node* const input = tell.iri(fmt::format("{}text/{}", options_.base, text.sha256.substr(0, 32)));
      tell.say(run, prov::used, input);
      tell.say(input, rdf::type, tell.iri(prov::Entity));
      tell.say(input, mkg::file, tell.text(text.file));
      tell.say(input, mkg::sha256, tell.text(text.sha256));
    }
  }
}

}  // namespace musclekg
