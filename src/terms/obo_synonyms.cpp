#include "terms/obo_synonyms.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "terms/synonym_types.h"

namespace musclekg {

namespace {

constexpr std::pair<std::string_view, Scope> kScopes[] = {
    {"EXACT", Scope::Exact}, {"NARROW", Scope::Narrow}, {"BROAD", Scope::Broad}, {"RELATED", Scope::Related}};

std::optional<Scope> scope_named(std::string_view word) {
  for (const auto& [name, scope] : kScopes)
    if (name == word) return scope;
  return {};
}

/// The scope that was just read as a word.
Scope read_scope(OboClause& clause, std::string_view word) {
  if (const auto scope = scope_named(word)) return *scope;
  std::string hint;
  for (const auto& [name, scope] : kScopes)
    if (is_spelled(word, name) || nearest(word, {name})) hint = fmt::format("did you mean {}?", name);
  clause.fail(clause.word_place(), fmt::format("unknown scope {}; expected EXACT, NARROW, BROAD or RELATED", quote(word)), hint);
  return Scope::Related;
}

std::string read_text(OboClause& clause) {
  std::string text = clause.quoted();
  if (trim(text).empty()) clause.fail(clause.word_place(), "no text between the quotes");
  return text;
}

}  // namespace

void OboSynonyms::declare(OboClause& clause) {
  const std::string id(clause.needed_word("id of the type"));
  clause.quoted();
  const std::string_view word = clause.word();
  const Scope scope = word.empty() ? Scope::Related : read_scope(clause, word);
  clause.finish();
  if (clause.well_formed()) scopes_.try_emplace(id, scope);
}

Synonym OboSynonyms::read(OboClause& clause) const {
  Synonym synonym{read_text(clause), Scope::Related, SynonymType::None};
  if (const std::string_view word = clause.word(); !word.empty()) {
    const auto declared = scope_named(word) ? scopes_.end() : scopes_.find(word);
    if (declared == scopes_.end()) {
      synonym.scope = read_scope(clause, word);
      synonym.type = synonym_type_named(clause.word());
    } else {
      synonym.scope = declared->second;
      synonym.type = synonym_type_named(word);
    }
  }
  clause.pass_list();
  clause.finish();
  return synonym;
}

Synonym OboSynonyms::read(OboClause& clause, Scope scope) const {
  Synonym synonym{read_text(clause), scope, SynonymType::None};
  clause.pass_list();
  clause.finish();
  return synonym;
}

}  // namespace musclekg
