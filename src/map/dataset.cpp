#include "map/dataset.h"

#include <fmt/format.h>

#include "base/text.h"
#include "rdf/vocabulary.h"

namespace musclekg {

DatasetDescription::DatasetDescription(std::string_view base, std::string_view name, std::string_view version,
                                       std::optional<std::int64_t> created, NodeTable& nodes)
    : base_(base), iri_(fmt::format("{}{}", base, name)), version_(version), created_(created), nodes_(nodes) {}

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

std::vector<Quad> DatasetDescription::statements(std::size_t triples, NodeTable& scoped) const {
  std::vector<Quad> quads;
  const auto iri = [&](std::string_view text) { return scoped.iri(text); };
  const auto say = [&](const Node* subject, std::string_view predicate, const Node* object) {
    quads.push_back({subject, nodes_.iri(predicate), object});
  };
  const Node* integer = iri(xsd::integer);
  const Node* dataset = iri(iri_);
  const Node* run = iri(fmt::format("{}/generation", iri_));
  const Node* agent = iri(fmt::format("{}agent/musclekg-{}", base_, slug(version_)));
  say(dataset, rdf::type, iri(void_::Dataset));
  say(dataset, dcterms::title, scoped.text(records_ == 1 ? title_ : fmt::format("Facts on muscles, from {} records", records_), "en"));
  if (records_ == 1) {
    say(dataset, dcterms::subject, iri(subject_));
    if (!source_.empty()) say(dataset, dcterms::source, iri(source_));
  }
  say(dataset, dcterms::spatial, iri(obo::homoSapiens));
  if (!licence_.empty()) say(dataset, dcterms::license, iri(licence_));
  if (created_) say(dataset, dcterms::created, scoped.literal(iso_date(*created_), iri(xsd::date)));
  for (const std::string_view vocabulary : {obo::base, fma::base, mkg::base}) say(dataset, void_::vocabulary, iri(vocabulary));
  say(dataset, void_::entities, scoped.literal(fmt::format("{}", records_), integer));
  say(dataset, prov::wasGeneratedBy, run);
  say(run, rdf::type, iri(prov::Activity));
  say(run, prov::wasAssociatedWith, agent);
  say(agent, rdf::type, iri(prov::SoftwareAgent));
  say(agent, rdfs::label, scoped.text(fmt::format("musclekg {}", version_), "en"));
  say(agent, owl::versionInfo, scoped.text(version_));
  say(dataset, void_::triples, scoped.literal(fmt::format("{}", triples + quads.size() + 1), integer));
  return quads;
}

}  // namespace musclekg
