#include "app/page_json.h"

#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "base/places.h"

namespace musclekg {

namespace {

using Json = nlohmann::ordered_json;

/// Sets a member unless the value is empty.
template <class Value>
void put(Json& object, const char* name, const Value& value) {
  if (!value.empty()) object[name] = value;
}

std::string_view name_of(Section::Basis basis) {
  switch (basis) {
    case Section::Basis::Heading:
      return "heading";
    case Section::Basis::Label:
      return "label";
    case Section::Basis::Inferred:
      return "inferred";
    case Section::Basis::Carried:
      break;
  }
  return "carried";
}

std::string_view name_of(CitationBasis basis) {
  switch (basis) {
    case CitationBasis::None:
      return {};
    case CitationBasis::Sentence:
      return "sentence";
    case CitationBasis::Paragraph:
      break;
  }
  return "paragraph";
}

class PageJson {
 public:
  PageJson(const PageFacts& facts, const Page& page) : facts_(facts), page_(page), places_(page.source) {}

  Json object(const std::string& path) const;

 private:
  void put_place(Json& object, Span where) const;
  Json fact(const Fact& fact) const;
  Json section(const Section& section) const;
  template <class Note>
  Json note(const Note& note) const;
  Json reference(const PageReference& reference) const;
  Json source() const;

  const PageFacts& facts_;
  const Page& page_;
  Places places_;
};

void PageJson::put_place(Json& object, Span where) const {
  const Position position = places_.position(where.begin);
  object["start"] = places_.code_points(where.begin);
  object["end"] = places_.code_points(where.end);
  object["start_byte"] = where.begin;
  object["end_byte"] = where.end;
  object["line"] = position.line;
  object["column"] = position.column;
}

Json PageJson::fact(const Fact& fact) const {
  Json object = {{"relation", musclekg::name_of(fact.relation)}, {"text", fact.text}, {"head", fact.head}};
  put_place(object, fact.where);
  put(object, "qualifier", fact.qualifier);
  put(object, "muscle_part", fact.muscle_part);
  put(object, "via", fact.via);
  put(object, "condition", fact.condition);
  put(object, "subject", fact.subject);
  if (fact.modality != Modality::Stated) object["modality"] = musclekg::name_of(fact.modality);
  if (fact.negative) object["polarity"] = "negative";
  put(object, "fibre_type", fact.fibre_type);
  put(object, "movement", fact.movement);
  put(object, fact.at_joint ? "joint" : "moved", fact.moved);
  if (fact.of >= 0 && static_cast<std::size_t>(fact.of) < facts_.facts.size())
    object["of"] = facts_.facts[static_cast<std::size_t>(fact.of)].head;
  put(object, "citations", fact.citations);
  put(object, "citation_basis", name_of(fact.citation_basis));
  if (fact.section < facts_.sections.size()) object["section"] = fact.section;
  return object;
}

Json PageJson::section(const Section& section) const {
  Json object;
  Json topics = Json::array();
  for (unsigned i = 0; i < static_cast<unsigned>(Topic::Count); ++i)
    if ((section.topics & bit(static_cast<Topic>(i))) != 0) topics.push_back(musclekg::name_of(static_cast<Topic>(i)));
  object["topics"] = std::move(topics);
  object["basis"] = name_of(section.basis);
  put(object, "by", section.by);
  put_place(object, section.where);
  return object;
}

template <class Note>
Json PageJson::note(const Note& note) const {
  Json object = {{"text", note.text}};
  put_place(object, note.where);
  if constexpr (requires { note.stance; }) {
    put(object, "kind", note.kind);
    put(object, "stance", note.stance);
    put(object, "about", note.about);
    put(object, "disputes", note.disputes);
  }
  put(object, "citations", note.citations);
  put(object, "citation_basis", name_of(note.citation_basis));
  return object;
}

Json PageJson::reference(const PageReference& reference) const {
  Json object;
  if (reference.number != 0) object["number"] = reference.number;
  put(object, "text", reference.text);
  put_place(object, reference.where);
  put(object, "type", reference.type);
  put(object, "authors", reference.authors);
  const std::pair<const char*, const std::string*> texts[] = {
      {"title", &reference.title}, {"journal", &reference.journal},   {"publisher", &reference.publisher},
      {"date", &reference.date},   {"accessed", &reference.accessed}, {"volume", &reference.volume},
      {"issue", &reference.issue}, {"pages", &reference.pages},       {"url", &reference.url},
      {"doi", &reference.doi},     {"pmid", &reference.pmid},         {"design", &reference.design}};
  for (const auto& [name, text] : texts) put(object, name, *text);
  if (reference.backlinks != 0) object["backlinks"] = reference.backlinks;
  return object;
}

Json PageJson::source() const {
  const PageSource& source = facts_.source;
  Json object = Json::object();
  put(object, "title", source.title);
  put(object, "publisher", source.publisher);
  Json contributors = Json::array();
  for (const PageContributor& contributor : source.contributors) {
    Json person = {{"name", contributor.name}};
    put(person, "role", contributor.role);
    contributors.push_back(std::move(person));
  }
  put(object, "contributors", contributors);
  put(object, "licence", source.licence);
  put(object, "url", source.url);
  put(object, "date", source.date);
  put(object, "retrieved", source.retrieved);
  put(object, "version", source.version);
  put(object, "note", source.note);
  return object;
}

Json PageJson::object(const std::string& path) const {
  const auto all = [](const auto& things, const auto& make) {
    Json array = Json::array();
    for (const auto& thing : things) array.push_back(make(thing));
    return array;
  };
  Json claimed = Json::array(), doubted = Json::array();
  for (const Fact& one : facts_.facts) (one.claimed() ? claimed : doubted).push_back(fact(one));
  Json object;
  object["file"] = path == "-" ? facts_.file : std::filesystem::path(path).filename().string();
  object["path"] = path;
  put(object, "layout", facts_.layout);
  put(object, "title", page_.title);
  put(object, "muscle", facts_.muscle);
  put(object, "synonyms", facts_.synonyms);
  object["facts"] = std::move(claimed);
  put(object, "not_claimed", doubted);
  put(object, "claims", all(facts_.claims, [&](const ClinicalClaim& claim) { return note(claim); }));
  put(object, "palpation", all(facts_.palpation, [&](const PalpationNote& one) { return note(one); }));
  put(object, "references", all(facts_.references, [&](const PageReference& one) { return reference(one); }));
  put(object, "source", source());
  put(object, "sections", all(facts_.sections, [&](const Section& one) { return section(one); }));
  put(object, "unread", all(facts_.unread, [&](Span span) {
        const std::string_view text = page_.source;
        const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
        Json unread = {{"text", text.substr(begin, span.end - span.begin)}};
        put_place(unread, span);
        return unread;
      }));
  if (facts_.body_bytes > 0)
    object["read_share"] =
        std::round(1000.0 * static_cast<double>(facts_.body_bytes_read) / static_cast<double>(facts_.body_bytes)) / 1000.0;
  return object;
}

}  // namespace

std::string page_json(const std::string& path, const PageFacts& facts, const Page& page, JsonStyle style) {
  const Json object = PageJson(facts, page).object(path);
  const auto replace = Json::error_handler_t::replace;
  if (style == JsonStyle::Line) return object.dump(-1, ' ', false, replace);
  const std::string text = object.dump(2, ' ', false, replace);
  std::string indented = "  ";
  for (const char c : text) {
    indented += c;
    if (c == '\n') indented += "  ";
  }
  return indented;
}

}  // namespace musclekg
