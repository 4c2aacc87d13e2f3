#include "extract/record_teller.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "base/text.h"
#include "model/scalar.h"

namespace musclekg {

namespace {

constexpr std::uint32_t kMostNumber = 999'999'999;  ///< of what a record's integers may be

}  // namespace

std::string in_one_line(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    if (static_cast<unsigned char>(c) > 0x20 && c != 0x7F) {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

void Remarks::add(std::string remark) {
  if (!remark.empty() && std::find(remarks_.begin(), remarks_.end(), remark) == remarks_.end()) remarks_.push_back(std::move(remark));
}

std::string Remarks::text() const { return fmt::format("{}", fmt::join(remarks_, "; ")); }

Basis basis_of(std::span<const std::uint32_t> cites, std::vector<std::uint32_t> by_sentence, std::vector<std::uint32_t> by_paragraph) {
  std::sort(by_sentence.begin(), by_sentence.end());
  std::sort(by_paragraph.begin(), by_paragraph.end());
  std::vector<std::uint32_t> numbers;
  for (const std::uint32_t number : cites)
    if (std::binary_search(by_paragraph.begin(), by_paragraph.end(), number) &&
        !std::binary_search(by_sentence.begin(), by_sentence.end(), number))
      numbers.push_back(number);
  if (numbers.empty()) return {};
  if (numbers.size() == cites.size()) return {true, {}};
  return {false, fmt::format("cited by the last mark of its paragraph: {}", fmt::join(numbers, ", "))};
}

std::string RecordTeller::place_of(Span where) const {
  const Position position = places_.position(where.begin);
  return fmt::format("{}:{}:{}", file_, position.line, position.column);
}

void RecordTeller::quote(Span where, std::string_view words, std::string_view before, std::string_view behind) {
  events_.comment(fmt::format("{}{} \"{}\"{}", before, place_of(where), in_one_line(words), behind));
}

void RecordTeller::put(Shape owner, std::string_view name, std::string_view text, Span where, Remarks& remarks) {
  const std::string value = in_one_line(text);
  if (value.empty()) return;
  const Key* key = find_key(owner, name);
  if (key == nullptr || !is_of_type(*key, value, ScalarKind::String)) return remarks.add(fmt::format("{} as written: {}", name, value));
  events_.key(name, where);
  events_.text(value, where);
}

void RecordTeller::put(Shape owner, std::string_view name, std::string_view text, Span where) {
  Remarks none;
  put(owner, name, text, where, none);
}

void RecordTeller::put(std::string_view name, const std::vector<std::string>& texts, Span where) {
  bool any = false;
  for (const std::string& text : texts) {
    const std::string value = in_one_line(text);
    if (value.empty()) continue;
    if (!any) {
      events_.key(name, where);
      events_.begin_list(where);
    }
    any = true;
    events_.text(value, where);
  }
  if (any) events_.end_list();
}

void RecordTeller::put_cites(std::span<const std::uint32_t> numbers, bool by_paragraph, Span where) {
  if (numbers.empty()) return;
  events_.key("cites", where);
  if (numbers.size() == 1) {
    events_.number(numbers.front(), where);
  } else {
    events_.begin_list(where);
    for (const std::uint32_t number : numbers) events_.number(number, where);
    events_.end_list();
  }
  if (by_paragraph) put(Shape::Value, "citation_scope", "paragraph", where);
}

References::References(const std::vector<PageReference>& references) {
  for (const PageReference& reference : references) by_number_.push_back(&reference);
  const auto number = [](const PageReference* reference) { return reference->number; };
  std::stable_sort(by_number_.begin(), by_number_.end(),
                   [&](const PageReference* a, const PageReference* b) { return number(a) < number(b); });
  std::uint32_t last = 0;
  std::erase_if(by_number_, [&](const PageReference* reference) {
    const bool taken = reference->number == last || reference->number > kMostNumber;
    if (taken) others_.push_back(reference);
    last = reference->number;
    return taken;
  });
}

std::vector<std::uint32_t> References::known(std::span<const std::uint32_t> numbers, Remarks& remarks) const {
  std::vector<std::uint32_t> result, unknown;
  std::unordered_set<std::uint32_t> met;
  for (const std::uint32_t number : numbers) {
    if (!met.insert(number).second) continue;
    const auto place = std::lower_bound(by_number_.begin(), by_number_.end(), number,
                                        [](const PageReference* reference, std::uint32_t wanted) { return reference->number < wanted; });
    (place != by_number_.end() && (*place)->number == number ? result : unknown).push_back(number);
  }
  if (!unknown.empty()) remarks.add(fmt::format("cites {}, which the page does not list", fmt::join(unknown, ", ")));
  return result;
}

void References::tell(RecordTeller& teller, const std::vector<std::uint32_t>* numbers) const {
  RecordEvents& events = teller.events();
  bool any = false;
  for (const PageReference* reference : by_number_) {
    if (numbers != nullptr && !std::binary_search(numbers->begin(), numbers->end(), reference->number)) continue;
    const Span where = reference->where;
    if (!any) {
      events.key("references", where);
      events.begin_list(where);
    }
    any = true;
    teller.quote(where, reference->text);
    events.begin_map(where);
    events.key("number", where);
    events.number(reference->number, where);
    Remarks remarks;
    teller.put(Shape::Reference, "type", reference->type, where, remarks);
    teller.put("authors", reference->authors, where);
    const std::pair<std::string_view, const std::string*> texts[] = {
        {"title", &reference->title}, {"journal", &reference->journal},   {"publisher", &reference->publisher},
        {"date", &reference->date},   {"accessed", &reference->accessed}, {"volume", &reference->volume},
        {"issue", &reference->issue}, {"pages", &reference->pages},       {"url", &reference->url},
        {"doi", &reference->doi},     {"pmid", &reference->pmid},         {"design", &reference->design}};
    for (const auto& [name, text] : texts) teller.put(Shape::Reference, name, *text, where, remarks);
    if (reference->backlinks > 0) {
      events.key("backlinks", where);
      events.number(reference->backlinks, where);
      if (reference->markers > 0) {
        events.key("markers", where);
        events.number(reference->markers, where);
      }
    }
    if (reference->title.empty() && !in_one_line(reference->text).empty()) remarks.add("as written: " + in_one_line(reference->text));
    teller.put(Shape::Reference, "note", remarks.text(), where);
    events.end_map();
  }
  if (any) events.end_list();
  if (numbers != nullptr) return;
  for (const PageReference* reference : others_)
    teller.quote(reference->where, reference->text, "a reference without a number of its own: ");
}

namespace {

/// A list of maps with a text, its citations, and what `more` tells.
template <class Notes, class More>
void tell_notes(std::string_view name, Shape shape, const Notes& notes, const References& references, RecordTeller& teller, More more) {
  RecordEvents& events = teller.events();
  bool any = false;
  for (const auto& note : notes) {
    if (in_one_line(note.text).empty()) continue;
    if (!any) {
      events.key(name, note.where);
      events.begin_list(note.where);
    }
    any = true;
    events.comment(teller.place_of(note.where));
    events.places({&note.where, 1});
    events.begin_map(note.where);
    teller.put(shape, "text", note.text, note.where);
    Remarks remarks;
    more(note, remarks);
    const std::vector<std::uint32_t> cites = references.known(note.citations, remarks);
    const Basis basis = note.citation_basis == CitationBasis::Paragraph ? basis_of(cites, {}, note.citations) : Basis{};
    remarks.add(basis.remark);
    teller.put_cites(cites, basis.paragraph, note.where);
    teller.put(shape, "note", remarks.text(), note.where);
    events.end_map();
  }
  if (any) events.end_list();
}

}  // namespace

void tell_claims(const PageFacts& facts, const References& references, RecordTeller& teller) {
  tell_notes("clinical_claims", Shape::Claim, facts.claims, references, teller, [&](const ClinicalClaim& claim, Remarks& remarks) {
    teller.put(Shape::Claim, "kind", claim.kind, claim.where, remarks);
    teller.put(Shape::Claim, "stance", claim.stance, claim.where, remarks);
    teller.put("about", claim.about.empty() ? std::vector<std::string>{facts.muscle} : claim.about, claim.where);
    teller.put("disputes", claim.disputes, claim.where);
  });
}

void tell_palpation(const PageFacts& facts, const References& references, RecordTeller& teller) {
  tell_notes("palpation", Shape::Palpation, facts.palpation, references, teller, [](const PalpationNote&, Remarks&) {});
}

void tell_source(const PageSource& source, Span where, RecordTeller& teller) {
  const std::pair<std::string_view, const std::string*> before[] = {{"title", &source.title}, {"publisher", &source.publisher}};
  const std::pair<std::string_view, const std::string*> behind[] = {{"licence", &source.licence},
                                                                    {"url", &source.url},
                                                                    {"date", &source.date},
                                                                    {"retrieved", &source.retrieved},
                                                                    {"version", &source.version}};
  const auto empty = [](const auto& texts) {
    return std::all_of(std::begin(texts), std::end(texts), [](const auto& text) { return in_one_line(*text.second).empty(); });
  };
  const auto named = [](const PageContributor& contributor) { return !in_one_line(contributor.name).empty(); };
  const bool credited = std::any_of(source.contributors.begin(), source.contributors.end(), named);
  if (empty(before) && empty(behind) && !credited && in_one_line(source.note).empty()) return;
  RecordEvents& events = teller.events();
  events.key("source", where);
  events.begin_map(where);
  Remarks remarks;
  for (const auto& [name, text] : before) teller.put(Shape::Source, name, *text, where, remarks);
  if (credited) {
    events.key("contributors", where);
    events.begin_list(where);
    for (const PageContributor& contributor : source.contributors) {
      if (!named(contributor)) continue;
      events.begin_map(contributor.where);
      teller.put(Shape::Contributor, "name", contributor.name, contributor.where);
      teller.put(Shape::Contributor, "role", contributor.role, contributor.where, remarks);
      events.end_map();
    }
    events.end_list();
  }
  for (const auto& [name, text] : behind) teller.put(Shape::Source, name, *text, where, remarks);
  remarks.add(in_one_line(source.note));
  teller.put(Shape::Source, "note", remarks.text(), where);
  events.end_map();
}

}  // namespace musclekg
