// How right the linker is, on names with known answers: the names of a page, and the authors' names of a table against the
// ids its curators gave.
//
//   musclekg-evaluate TABLE|PAGE FILE [--ontology FILE]... [--known FILE] [--floor PRECISION RECALL] [--list]
//
// PAGE: a table slot, mention, id, note (tests/evaluation/seed.tsv). TABLE: a table in CSV, whose columns AS/n and AS/n/ID (or
// X and XID) hold names and ids. --known: a table name, id, verdict, note of answers that are not the given one and were looked at:
// verdict "theirs" (the given id is wrong), "ours" (the linker is wrong), "either". Exit 1 below the floor.

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <set>

#include "app/knowledge.h"
#include "base/input.h"
#include "base/table.h"
#include "base/text.h"
#include "link/coordination.h"
#include "read/csv_row.h"

namespace musclekg {
namespace {

struct Question {
  std::string slot;
  std::string name;
  std::set<std::string> ids;  ///< empty: none is right
  bool portion = false;       ///< of the id: the link goes to it as the broader one
};

struct Counts {
  std::size_t asked = 0;     ///< names that have a right id
  std::size_t right = 0;     ///< linked to it
  std::size_t wrong = 0;     ///< linked to another, or linked where nothing is right
  std::size_t open = 0;      ///< left open with candidates
  std::size_t none = 0;      ///< no term, though there is a right one
  std::size_t unlinked = 0;  ///< rightly not linked

  double precision() const { return right + wrong == 0 ? 1 : static_cast<double>(right) / static_cast<double>(right + wrong); }
  double recall() const { return asked == 0 ? 1 : static_cast<double>(right) / static_cast<double>(asked); }
};

std::vector<Question> questions_of_page(const std::string& path, Diagnostics& diagnostics) {
  std::vector<Question> questions;
  const Table table = read_table(path, {"slot", "mention", "id", "note"}, diagnostics);
  for (const Table::Row& row : table.rows) {
    Question question{row.cells[0], row.cells[1], {}};
    for (const std::string_view id : split(row.cells[2], '|'))
      if (id != "-") question.ids.emplace(trim(id));
    question.portion = row.cells[3].starts_with("portion");
    questions.push_back(std::move(question));
  }
  return questions;
}

/// Every different pair of name and id, in the order of the table.
std::vector<Question> questions_of_table(const std::string& path) {
  std::vector<Question> questions;
  std::vector<std::pair<std::size_t, std::size_t>> columns;  // name, id
  std::set<std::pair<std::string, std::string>> seen;
  const std::string text = read_file(path);
  Arena texts;
  Row row;
  for (const std::string_view line : split(text, '\n')) {
    cut_row(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line, ',', {1, 1}, texts, row);
    const auto cell = [&](std::size_t i) { return i < row.cells.size() ? std::string(trim(row.cells[i].text)) : std::string(); };
    if (columns.empty()) {
      for (std::size_t i = 0; i < row.cells.size(); ++i)
        for (std::size_t j = 0; j < row.cells.size(); ++j)
          if ((cell(i).starts_with("AS/") && cell(j) == cell(i) + "/ID") || (!cell(i).empty() && cell(j) == cell(i) + "ID")) columns.emplace_back(i, j);
      continue;
    }
    for (const auto& [name, id] : columns)
      if (cell(id).starts_with("UBERON:") || cell(id).starts_with("FMA:"))
        if (seen.emplace(cell(name), cell(id)).second) questions.push_back({"any", cell(name), {cell(id)}});
  }
  return questions;
}

class Evaluation {
 public:
  explicit Evaluation(const Knowledge& knowledge) : knowledge_(knowledge), linker_(knowledge.link_tables()) {}

  void take_known(const std::string& path, Diagnostics& diagnostics) {
    const Table table = read_table(path, {"name", "id", "verdict", "note"}, diagnostics);
    for (const Table::Row& row : table.rows) known_[{row.cells[0], row.cells[1]}] = row.cells[2];
  }

  void ask(const Question& question) {
    std::set<std::string> answers;
    std::string how;
    bool open = false;
    if (question.slot == "level") {
      for (const std::string& level : levels_of(question.name, knowledge_.levels->order()))
        answers.insert(id_of(knowledge_.levels->find(level)->nerve));
      how = "levels";
    } else {
      const SlotTable::Slot* slot = knowledge_.slots.find(question.slot);
      if (slot == nullptr) throw Failure("no slot " + question.slot);
      linker_.set_muscle(muscle_);
      const Link& link = linker_.link(*slot, {question.name, {}, {}, {}, {}, {}, {}, {}});
      const TermId term = question.portion && link.rule == LinkRule::Composed ? link.whole : link.term;
      if (term != kNoTerm) answers.insert(id_of(term));
      if (question.slot == "muscle" && muscle_ == kNoTerm) muscle_ = link.term;
      how = name_of(link.rule);
      open = !link.candidates.empty();
    }
    judge(question, answers, open, how);
  }

  const Counts& counts() const { return counts_; }
  const std::map<std::string, std::pair<std::size_t, std::size_t>>& by_prefix() const { return by_prefix_; }
  const std::map<std::string, std::size_t>& by_rule() const { return by_rule_; }
  const std::vector<std::string>& rows() const { return rows_; }
  std::size_t unknown_differences() const { return unknown_; }
  std::size_t theirs() const { return theirs_; }

 private:
  std::string id_of(TermId term) const { return term == kNoTerm ? "-" : knowledge_.prefixes.id_of(knowledge_.terms[term].iri); }

  void judge(const Question& question, const std::set<std::string>& answers, bool open, const std::string& how) {
    std::set<std::string> wanted;
    for (const std::string& id : question.ids) {
      const TermId term = knowledge_.terms.find_iri(knowledge_.prefixes.iri_of_id(id).value_or(id));
      wanted.insert(term == kNoTerm ? id : id_of(term));
    }
    if (!wanted.empty()) ++counts_.asked;
    const std::size_t right_before = counts_.right;
    const char* verdict = "right";
    if (answers == wanted) {
      ++(wanted.empty() ? counts_.unlinked : counts_.right);
    } else if (!answers.empty()) {
      const auto known = known_.find({question.name, *answers.begin()});
      const std::string looked_at = known == known_.end() ? "" : known->second;
      if (looked_at == "theirs" || looked_at == "either") {
        ++counts_.right;
        ++theirs_;
        verdict = "right, the given id is not";
      } else {
        if (looked_at.empty()) ++unknown_;
        ++counts_.wrong;
        verdict = "WRONG";
      }
    } else {
      ++(open ? counts_.open : counts_.none);
      verdict = open ? "open" : "none";
    }
    if (!question.ids.empty()) {
      auto& [asked, right] = by_prefix_[question.ids.begin()->substr(0, question.ids.begin()->find(':'))];
      ++asked;
      right += counts_.right - right_before;
    }
    if (counts_.right > right_before) ++by_rule_[how];
    rows_.push_back(fmt::format("{}\t{}\t{}\t{}\t{}\t{}", question.slot, question.name, fmt::join(question.ids, "|"),
                                fmt::join(answers, "|"), how, verdict));
  }

  const Knowledge& knowledge_;
  Linker linker_;
  TermId muscle_ = kNoTerm;  ///< the first muscle of a page is what it is about
  std::map<std::pair<std::string, std::string>, std::string> known_;
  Counts counts_;
  std::vector<std::string> rows_;
  std::map<std::string, std::pair<std::size_t, std::size_t>> by_prefix_;  ///< asked, right
  std::map<std::string, std::size_t> by_rule_;                            ///< right
  std::size_t unknown_ = 0, theirs_ = 0;
};

int run(const std::vector<std::string>& arguments) {
  if (arguments.size() < 2 || (arguments[0] != "TABLE" && arguments[0] != "PAGE"))
    throw Failure("usage: musclekg-evaluate TABLE|PAGE FILE [--ontology FILE]... [--known FILE] [--floor PRECISION RECALL] [--list]");
  std::vector<std::string> ontologies;
  std::string known;
  double precision = 0, recall = 0;
  bool list = false;
  for (std::size_t i = 2; i < arguments.size(); ++i) {
    if (arguments[i] == "--ontology") ontologies.push_back(arguments.at(++i));
    if (arguments[i] == "--known") known = arguments.at(++i);
    if (arguments[i] == "--list") list = true;
    if (arguments[i] == "--floor") {
      precision = std::atof(arguments.at(i + 1).c_str());
      recall = std::atof(arguments.at(i + 2).c_str());
      i += 2;
    }
  }
  Diagnostics diagnostics;
  const Knowledge knowledge(find_data(), ontologies, {}, "https://w3id.org/musclekg/", diagnostics);
  Evaluation evaluation(knowledge);
  if (!known.empty()) evaluation.take_known(known, diagnostics);
  for (const Question& question : arguments[0] == "PAGE" ? questions_of_page(arguments[1], diagnostics) : questions_of_table(arguments[1]))
    evaluation.ask(question);
  for (const Diagnostic& diagnostic : diagnostics.kept())
    if (diagnostic.severity == Severity::Error) throw Failure(format(diagnostic));
  const Counts& counts = evaluation.counts();
  for (const std::string& row : evaluation.rows())
    if (list || !row.ends_with("\tright")) fmt::print("{}\n", row);
  fmt::print(
      "{} names with a right id: {} linked to it ({} where the given id is not the right one), {} wrong, {} left open, {} without a term; "
      "{} names without a right id not linked\n",
      counts.asked, counts.right, evaluation.theirs(), counts.wrong, counts.open, counts.none, counts.unlinked);
  for (const auto& [prefix, pair] : evaluation.by_prefix()) fmt::print("{}: {} of {}\n", prefix, pair.second, pair.first);
  for (const auto& [rule, right] : evaluation.by_rule()) fmt::print("by {}: {}\n", rule, right);
  fmt::print("precision {:.3f}, recall {:.3f}\n", counts.precision(), counts.recall());
  if (evaluation.unknown_differences() > 0) fmt::print("{} differences have not been looked at\n", evaluation.unknown_differences());
  return counts.precision() < precision || counts.recall() < recall ? 1 : 0;
}

}  // namespace
}  // namespace musclekg

int main(int argc, char** argv) {
  try {
    return musclekg::run({argv + 1, argv + argc});
  } catch (const std::exception& fault) {
    fmt::print(stderr, "musclekg-evaluate: {}\n", fault.what());
    return 2;
  }
}
