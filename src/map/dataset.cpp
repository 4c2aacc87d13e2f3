#include "map/dataset.h"

#include <fmt/format.h>

#include "base/text.h"
#include "rdf/vocabulary.h"

namespace musclekg {

DatasetDescription::DatasetDescription(std::string_view base, std::string_view name, std::string_view version,
                                       std::optional<std::int64_t> created, NodeTable& nodes)
    : base_(base), version_(version), created_(created), nodes_(nodes), dataset_(nodes.iri(fmt::format("{}{}", base, name))) {}

void DatasetDescription::add(const MappedRecord& record) {
  const std::string licence(record.licence ? record.licence->value : std::string_view());
  if (++records_ > 1) {
    if (licence != licence_) licence_.clear();
    return;
  }
  licence_ = licence;
  title_ = fmt::format("Facts on the {}", record.label);
  if (!record.source_title.empty()) title_ += fmt::format(", from \"{}\"", record.source_title);
  subject_ = nodes_.iri(record.muscle->value);
  if (record.source) source_ = nodes_.iri(record.source->value);
}

std::vector<Quad> DatasetDescription::statements(std::size_t triples) const {
  std::vector<Quad> quads;
  const Node* integer = nodes_.iri(xsd::integer);
  const auto say = [&](const Node* subject, std::string_view predicate, const Node* object) {
    quads.push_back({subject, nodes_.iri(predicate), object});
  };
  const auto iri = [&](std::string_view text) { return nodes_.iri(text); };
  const Node* run = iri(fmt::format("{}/generation", dataset_->value));
  const Node* agent = iri(fmt::format("{}agent/musclekg-{}", base_, slug(version_)));
  say(dataset_, rdf::type, iri(void_::Dataset));
  say(dataset_, dcterms::title, nodes_.text(records_ == 1 ? title_ : fmt::format("Facts on muscles, from {} records", records_), "en"));
  if (records_ == 1) {
    say(dataset_, dcterms::subject, subject_);
    if (source_) say(dataset_, dcterms::source, source_);
  }
  say(dataset_, dcterms::spatial, iri(obo::homoSapiens));
  if (!licence_.empty()) say(dataset_, dcterms::license, iri(licence_));
  if (created_) say(dataset_, dcterms::created, nodes_.literal(iso_date(*created_), iri(xsd::date)));
  for (const std::string_view vocabulary :
       {"http://purl.obolibrary.org/obo/", "http://purl.org/sig/ont/fma/", "https://w3id.org/musclekg/vocab#"})
    say(dataset_, void_::vocabulary, iri(vocabulary));
  say(dataset_, void_::entities, nodes_.literal(fmt::format("{}", records_), integer));
  say(dataset_, prov::wasGeneratedBy, run);
  say(run, rdf::type, iri(prov::Activity));
  say(run, prov::wasAssociatedWith, agent);
  say(agent, rdf::type, iri(prov::SoftwareAgent));
  say(agent, rdfs::label, nodes_.text(fmt::format("musclekg {}", version_), "en"));
  say(agent, owl::versionInfo, nodes_.text(version_));
  say(dataset_, void_::triples, nodes_.literal(fmt::format("{}", triples + quads.size() + 1), integer));
  return quads;
}

}  // namespace musclekg
