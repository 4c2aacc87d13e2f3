#include "page_words.h"

#include <algorithm>
#include <utility>

#include "base/diagnostics.h"
#include "base/table.h"
#include "base/text.h"

namespace musclekg {

namespace {

/// Labels and exact synonyms of what fits the slot.
std::vector<std::string> names_of(const Knowledge& knowledge, std::string_view slot) {
  std::vector<std::string> names;
  const KindSet kinds = knowledge.slots.find(slot)->kinds;
  for (TermId id = 0; id < knowledge.terms.size(); ++id) {
    const Term& term = knowledge.terms[id];
    if (term.obsolete || term.label.empty() || (term.kinds & kinds) == 0) continue;
    names.push_back(term.label);
    for (const Synonym& synonym : term.synonyms)
      if (synonym.scope == Scope::Exact) names.push_back(synonym.text);
  }
  return names;
}

/// All that a cue stands for: "act/acts as" is "act as" and "acts as".
std::vector<std::string> spelled_out(std::string_view cue) {
  std::vector<std::string> texts = {""};
  for (const std::string_view word : split(cue, ' ')) {
    std::vector<std::string> longer;
    for (const std::string& text : texts)
      for (const std::string_view form : split(word, '/')) longer.push_back(text + (text.empty() ? "" : " ") + std::string(form));
    texts = std::move(longer);
  }
  return texts;
}

void read_cues(const std::string& folder, PageWords& words, Diagnostics& diagnostics) {
  const std::pair<std::string_view, std::vector<PageWords::Cue>*> relations[] = {
      {"origin", &words.origin}, {"insertion", &words.insertion}, {"innervation", &words.innervation}, {"artery", &words.artery},
      {"action", &words.action}, {"part_of", &words.group},       {"synergist", &words.synergist},     {"antagonist", &words.antagonist}};
  const Table table = read_table(folder + "/page-cues.tsv", {"cue", "relation", "argument", "introducers", "weak", "note"}, diagnostics);
  for (const Table::Row& row : table.rows)
    for (const auto& [relation, cues] : relations) {
      if (row.cells[1] != relation || row.cells[2] == "before") continue;
      std::vector<std::string> introducers;
      for (const std::string_view word : split(row.cells[3], ' '))
        if (!word.empty()) introducers.emplace_back(word);
      for (std::string& text : spelled_out(row.cells[0])) cues->push_back({std::move(text), introducers});
    }
}

}  // namespace

PageWords page_words(const Knowledge& knowledge) {
  PageWords words;
  Diagnostics diagnostics;
  words.muscles = names_of(knowledge, "muscle");
  words.attachments = names_of(knowledge, "attachment");
  words.nerves = names_of(knowledge, "nerve");
  words.arteries = names_of(knowledge, "artery");
  words.joints = names_of(knowledge, "joint");
  read_cues(knowledge.data, words, diagnostics);
  for (const Table::Row& row :
       read_table(knowledge.data + "/page-movements.tsv", {"movement", "nouns", "verb", "agents", "common", "note"}, diagnostics).rows)
    words.movements.push_back(row.cells[0]);
  for (const Table::Row& row : read_table(knowledge.data + "/page-headings.tsv", {"heading", "topics", "note"}, diagnostics).rows)
    for (std::size_t topic = 0; topic < std::size(words.headings); ++topic)
      if (row.cells[1] == name_of(static_cast<Topic>(topic))) words.headings[topic].push_back(row.cells[0]);
  for (const Table::Row& row : read_table(knowledge.data + "/page-topics.tsv", {"word", "topic", "weight", "note"}, diagnostics).rows)
    if (row.cells[1] == "clinical" || row.cells[1] == "exercise" || row.cells[1] == "variation") words.others.push_back(row.cells[0]);
  if (diagnostics.count(Severity::Error) > 0) throw Failure(format(diagnostics.kept().front()));
  return words;
}

}  // namespace musclekg
