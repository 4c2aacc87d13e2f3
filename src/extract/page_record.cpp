#include "extract/page_record.h"

#include <fmt/format.h>
#include <tsl/robin_map.h>

#include <algorithm>

#include "extract/record_bearers.h"
#include "extract/record_teller.h"

namespace musclekg {

namespace {

std::vector<std::string> without_repetition(std::vector<std::string> texts) {
  tsl::robin_map<std::string, char> met;
  std::erase_if(texts, [&](const std::string& text) { return !met.try_emplace(text, char{0}).second; });
  return texts;
}

Shape shape_of(FactKey key) {
  switch (key) {
    case FactKey::Insertion:
      return Shape::Insertion;
    case FactKey::Innervation:
      return Shape::Innervation;
    case FactKey::Artery:
      return Shape::ArterialSupply;
    case FactKey::Action:
      return Shape::Action;
    default:
      return Shape::Value;
  }
}

class PageRecords {
 public:
  PageRecords(const PageFacts& facts, std::string_view source, const Places& places, RecordEvents& events)
      : facts_(facts), source_(source), events_(events), teller_(facts, places, events), references_(facts.references) {}

  void tell_introduction();
  void tell(const FactBearer& bearer, bool is_muscle);
  void tell_without_record();
  void tell_unread();

 private:
  void tell(FactKey key, const FactValue& value, std::vector<std::uint32_t>& cited);
  void tell_places(const std::vector<const Fact*>& facts, FactRelation but);
  void tell_roots(const FactValue& value, Span where);

  std::string_view words_of(Span span) const {
    const std::size_t begin = std::min<std::size_t>(span.begin, source_.size());
    return source_.substr(begin, std::max<std::size_t>(span.end, begin) - begin);
  }
  Span place_of(const FactValue& value) const { return value.first == nullptr ? facts_.muscle_where : value.first->where; }

  const PageFacts& facts_;
  std::string_view source_;
  RecordEvents& events_;
  RecordTeller teller_;
  References references_;
  std::vector<Span> places_;
};

void PageRecords::tell_introduction() {
  events_.comment(fmt::format("Read from {}. Above each value stand the words of the page that say it.", facts_.file));
  std::string names;
  for (const std::string& synonym : facts_.synonyms) names += (names.empty() ? "; also called " : ", ") + in_one_line(synonym);
  if (!facts_.muscle_where.empty() || !names.empty()) teller_.quote(facts_.muscle_where, words_of(facts_.muscle_where), {}, names);
}

void PageRecords::tell_without_record() {
  tell_introduction();
  for (const Fact& fact : facts_.facts) teller_.quote(fact.where, fact.text, fmt::format("{}: ", name_of(fact.relation)));
}

void PageRecords::tell_unread() {
  for (const Span& span : facts_.unread) teller_.quote(span, words_of(span), "unread: ");
}

void PageRecords::tell(const FactBearer& bearer, bool is_muscle) {
  events_.begin(facts_.muscle_where);
  if (is_muscle) tell_introduction();
  teller_.put(Shape::Record, "name", bearer.name, facts_.muscle_where);
  std::vector<std::uint32_t> cited;
  for (std::size_t i = 0; i < kFactKeyCount; ++i) {
    const std::vector<FactValue>& values = bearer.values[i];
    if (values.empty()) continue;
    events_.key(name_of(static_cast<FactKey>(i)), place_of(values.front()));
    events_.begin_list(place_of(values.front()));
    for (const FactValue& value : values) tell(static_cast<FactKey>(i), value, cited);
    events_.end_list();
  }
  for (const FactAside& aside : bearer.asides)
    teller_.quote(aside.fact->where, aside.fact->text,
                  fmt::format("{}: {}{}{}: ", aside.why, name_of(aside.fact->relation), aside.fact->muscle_part.empty() ? "" : " of ",
                              in_one_line(aside.fact->muscle_part)));
  if (is_muscle) {
    tell_claims(facts_, references_, teller_);
    tell_palpation(facts_, references_, teller_);
    references_.tell(teller_, nullptr);
    tell_source(facts_.source, facts_.muscle_where, teller_);
  } else {
    std::sort(cited.begin(), cited.end());
    references_.tell(teller_, &cited);
  }
  events_.end();
}

/// Tells where facts stand, but for those of a relation.
void PageRecords::tell_places(const std::vector<const Fact*>& facts, FactRelation but) {
  places_.clear();
  for (const Fact* fact : facts)
    if (fact->relation != but && (places_.empty() || places_.back() != fact->where)) places_.push_back(fact->where);
  events_.places(places_);
}

void PageRecords::tell_roots(const FactValue& value, Span where) {
  if (value.roots.empty()) return;
  std::vector<std::string> names;
  for (const auto& [name, fact] : value.roots) names.push_back(name);
  events_.key("roots", where);
  events_.begin_list(where);
  for (const std::string& name : without_repetition(std::move(names))) {
    std::vector<const Fact*> facts;
    for (const auto& [other, fact] : value.roots)
      if (other == name) facts.push_back(fact);
    tell_places(facts, FactRelation::Count);
    events_.text(name, where);
  }
  events_.end_list();
}

void PageRecords::tell(FactKey key, const FactValue& value, std::vector<std::uint32_t>& cited) {
  const Span where = place_of(value);
  std::vector<std::uint32_t> numbers, by_sentence, by_paragraph;
  Remarks remarks;
  Span last;
  for (const Fact* fact : value.facts) {
    if (fact->where != last) teller_.quote(fact->where, fact->text);
    last = fact->where;
    if (!fact->fibre_type.empty()) remarks.add(in_one_line(fact->fibre_type) + " fibres");
    if (key != FactKey::Action) remarks.add(in_one_line(fact->condition));
    if (key != FactKey::Insertion)
      for (const std::string& passed : fact->via) remarks.add("via " + in_one_line(passed));
    numbers.insert(numbers.end(), fact->citations.begin(), fact->citations.end());
    std::vector<std::uint32_t>& marked = fact->citation_basis == CitationBasis::Paragraph ? by_paragraph : by_sentence;
    marked.insert(marked.end(), fact->citations.begin(), fact->citations.end());
  }
  const std::vector<std::uint32_t> cites = references_.known(numbers, remarks);
  cited.insert(cited.end(), cites.begin(), cites.end());
  const Basis basis = basis_of(cites, std::move(by_sentence), std::move(by_paragraph));
  remarks.add(basis.remark);
  const Shape shape = shape_of(key);
  tell_places(value.facts, FactRelation::SpinalRoot);
  events_.begin_map(where);
  teller_.put(shape, key == FactKey::Action ? "movement" : "name", value.name, where);
  if (key == FactKey::Action && !in_one_line(value.first->movement).empty())
    teller_.put(shape, value.first->at_joint ? "joint" : "part", value.first->moved, where);
  teller_.put(shape, "qualifier", value.qualifier, where);
  teller_.put("via", without_repetition(value.via), where);
  tell_roots(value, where);
  teller_.put_cites(cites, basis.paragraph, where);
  teller_.put(shape, "note", remarks.text(), where);
  events_.end_map();
}

}  // namespace

void tell_records(const PageFacts& facts, const Page& page, const Places& places, const PageRecordTables& tables, bool unread,
                  RecordEvents& events) {
  PageRecords records(facts, page.source, places, events);
  if (in_one_line(facts.muscle).empty()) {
    records.tell_without_record();
  } else {
    const RecordBearers sorted(facts, tables);
    for (const FactBearer& bearer : sorted.bearers()) records.tell(bearer, &bearer == &sorted.bearers().front());
  }
  if (unread) records.tell_unread();
}

}  // namespace musclekg
