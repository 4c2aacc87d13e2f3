#include "map/link_register.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"

namespace musclekg {

void LinkRegister::add(const LinkedRecord& linked) {
  for (std::uint32_t i = 0; i < linked.fields.size(); ++i)
    for_each_link(linked, i, [this](std::string_view words, std::string_view slot, const Link& link) { add(words, slot, link); });
}

void LinkRegister::add(std::string_view words, std::string_view slot, const Link& link) {
  const TermId object = link.term != kNoTerm ? link.term : link.broader != kNoTerm ? link.broader : link.whole;
  std::string id = object == kNoTerm ? "" : terms_[object].iri;
  if (seen_.insert({std::string(trim(words)), std::string(slot), std::move(id), std::string(name_of(link.rule)), link.given_id}).second)
    found_.push_back(link_rows_.row(words, slot, link));
}

const std::vector<SssomRow>& LinkRegister::rows() {
  std::sort(found_.begin(), found_.end(), [](const SssomRow& a, const SssomRow& b) {
    return std::tie(a.subject_label, a.comment, a.object_id) < std::tie(b.subject_label, b.comment, b.object_id);
  });
  return found_;
}

}  // namespace musclekg
