// What the tests of the extraction share: its tables, texts cut into tokens, pages read to their facts, and facts told in one line.

#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/extractor.h"
#include "page_test.h"

namespace musclekg::extract_test {

using namespace musclekg::test;

/// The tables of `ontology/`, loaded once for all tests. Throws where they have a fault.
inline ExtractTables& extract_tables() {
  static Diagnostics diagnostics;
  static const LinkTables link = bundled_knowledge().link_tables();
  static ExtractTables tables(project("ontology").string(), link, diagnostics);
  if (diagnostics.count(Severity::Error) > 0) throw std::runtime_error(printed(diagnostics));
  return tables;
}

/// A text and its tokens.
class Text {
 public:
  explicit Text(std::string_view words) : words_(words) {
    extract_tables().lexicon.cut(words_, {0, static_cast<std::uint32_t>(words_.size())}, {}, tokens_);
  }
  Text(const Text&) = delete;

  Tokens tokens() const { return tokens_; }
  std::string_view words() const { return words_; }
  std::string at(WordSpan span) const { return words_.substr(span.begin, span.end - span.begin); }
  std::string at(Tokens tokens) const { return tokens.empty() ? std::string() : at(WordSpan{tokens.front().begin, tokens.back().end}); }

 private:
  std::string words_;
  std::vector<PageToken> tokens_;
};

/// Tokens as words, lower case, with blanks between; a mark is itself.
inline std::string told(Tokens tokens) {
  std::string text;
  for (const PageToken& token : tokens) {
    text.append(text.empty() ? "" : " ");
    if (token.word != nullptr) {
      text += token.word->lower;
    } else {
      text += token.mark;
    }
  }
  return text;
}

/// "origin: linea aspera", and behind it what else is known of the fact: "; qualifier upper half; part long head; via septum; variant".
/// Movements are in the head of an action already.
inline std::string told(const Fact& fact) {
  std::string text = fmt::format("{}: {}", name_of(fact.relation), fact.head);
  const auto add = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) text.append("; ").append(name).append(" ").append(value);
  };
  add("qualifier", fact.qualifier);
  add("part", fact.muscle_part);
  add("condition", fact.condition);
  add("said of", fact.subject);
  add("fibres", fact.fibre_type);
  for (const std::string& via : fact.via) add("via", via);
  if (fact.modality != Modality::Stated) text.append("; ").append(name_of(fact.modality));
  if (fact.negative) text += "; negative";
  return text;
}

/// A page and what was read from it.
struct ReadPage {
  Page page;
  PageFacts facts;

  /// All facts in their order, or those of one relation.
  Lines told(FactRelation wanted = FactRelation::Count) const {
    Lines lines;
    for (const Fact& fact : facts.facts)
      if (wanted == FactRelation::Count || fact.relation == wanted) lines.push_back(extract_test::told(fact));
    return lines;
  }
  std::string at(Span span) const { return page.source.substr(span.begin, span.end - span.begin); }

  /// The fact with that head; fails where there is none, or more than one.
  const Fact& fact(std::string_view head) const {
    const Fact* found = nullptr;
    for (const Fact& one : facts.facts) {
      if (one.head != head) continue;
      if (found != nullptr) throw std::runtime_error("two facts: " + std::string(head));
      found = &one;
    }
    if (found == nullptr) throw std::runtime_error("no fact: " + std::string(head));
    return *found;
  }
};

inline ReadPage read_facts(std::string text, std::string_view layout = "text") {
  ReadPage result{read_page_text(std::move(text), layout), {}};
  result.facts = Extractor(extract_tables()).extract(result.page);
  return result;
}

/// The facts of a page of that muscle with these words under a heading; an empty heading: in a paragraph below the definition.
inline Lines facts_under(std::string_view heading, std::string_view words, std::string_view muscle = "Soleus") {
  std::string text = fmt::format("{}\n\n", muscle);
  if (!heading.empty()) text += fmt::format("== {} ==\n", heading);
  return read_facts(text.append(words).append("\n")).told();
}

}  // namespace musclekg::extract_test
