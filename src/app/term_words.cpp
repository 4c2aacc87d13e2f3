#include "app/term_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

const SlotTable::Slot& slot_of(std::string_view kind, const Knowledge& knowledge) {
  const SlotTable::Slot* const slot = knowledge.slots.find(kind == "anatomy" ? "any" : kind);
  if (slot == nullptr) throw Failure(fmt::format("a question asks for '{}', which is no slot of slots.tsv, nor anatomy or text", kind));
  return *slot;
}

/// What the dataset calls by a name, and all that is near it.
class NamesInDataset {
 public:
  NamesInDataset(const QueryDataset& dataset, const std::string& words) {
    const std::string wanted = fold(words);
    for (const Quad& quad : dataset.quads()) {
      terms_.insert(quad.subject->value);
      if (quad.object->kind == Node::Kind::Iri) terms_.insert(quad.object->value);
      if (quad.predicate->value != rdfs::label && quad.predicate->value != skos::altLabel) continue;
      if (quad.subject->kind != Node::Kind::Iri) continue;
      names_.insert(quad.object->value);
      if (fold(quad.object->value) == wanted) named_.insert(quad.subject->value);
    }
  }

  bool speaks_of(std::string_view iri) const { return terms_.contains(iri); }
  const std::set<std::string_view>& named() const { return named_; }
  std::string near_to(std::string_view words) const {
    const auto near = nearest(words, {names_.begin(), names_.end()});
    return near ? fmt::format("; did you mean '{}'?", *near) : "";
  }

 private:
  std::set<std::string_view> terms_, names_, named_;
};

}  // namespace

NamedTerm term_of_words(const std::string& words, std::string_view kind, const Knowledge& knowledge, const QueryDataset& dataset,
                        const std::function<void()>& read_names) {
  const SlotTable::Slot& slot = slot_of(kind, knowledge);
  std::string_view id = trim(words);
  if (id.starts_with('<') && id.ends_with('>')) id = id.substr(1, id.size() - 2);
  const auto label_of = [&knowledge](const std::string& iri) {
    const TermId term = knowledge.terms.find_iri(iri);
    return term == kNoTerm ? std::string() : std::string(knowledge.terms[term].label);
  };
  if (const auto iri = knowledge.prefixes.iri_of_id(id); iri && valid_iri(*iri) && id.find(' ') == std::string_view::npos)
    return {*iri, label_of(*iri)};
  if (const auto iri = knowledge.prefixes.expand(id); iri && valid_iri(*iri)) return {*iri, label_of(*iri)};

  Linker linker(knowledge.link_tables());
  const Link link = linker.link(slot, {words, {}, {}, {}, {}, {}, {}, {}});
  if (link.term == kNoTerm && read_names) read_names();
  const NamesInDataset names(dataset, words);
  if (link.term != kNoTerm) {
    const Term& term = knowledge.terms[link.term];
    if (names.speaks_of(term.iri) || names.named().empty()) return {std::string(term.iri), std::string(term.label)};
  }
  if (link.term == kNoTerm && link.other_kind != kNoTerm) {  // the name is a term's, but not of a kind that is asked for
    const Term& other = knowledge.terms[link.other_kind];
    if (names.named().empty() || (names.named().size() == 1 && names.named().contains(other.iri)))
      throw Failure(fmt::format("'{}' is {} ({}), and no {}", words, other.label, knowledge.prefixes.id_of(other.iri), kind));
  }
  if (names.named().size() == 1) return {std::string(*names.named().begin()), words};
  std::vector<std::string> meanings;
  for (const std::string_view iri : names.named()) meanings.push_back(knowledge.prefixes.id_of(iri));
  for (const TermId candidate : link.candidates)
    meanings.push_back(fmt::format("{} ({})", knowledge.terms[candidate].label, knowledge.prefixes.id_of(knowledge.terms[candidate].iri)));
  if (!meanings.empty()) throw Failure(fmt::format("'{}' may mean {}; give the id", words, fmt::join(meanings, ", ")));
  throw Failure(
      fmt::format("no {} named '{}' is known{}", kind == "anatomy" || kind == "any" ? "term" : kind, words, names.near_to(words)));
}

}  // namespace musclekg
