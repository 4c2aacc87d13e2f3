#include "extract/lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/table.h"
#include "base/text.h"
#include "extract/ordinals.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostMet = 1 << 16;
constexpr std::size_t kLongestAbbreviation = 8;  ///< in bytes
constexpr std::size_t kLongestWord = 80;         ///< in bytes; a longer one is nothing that is known

constexpr std::array<std::string_view, static_cast<std::size_t>(WordClass::Count)> kClassNames = {
    "determiner", "conjunction", "preposition", "locative", "pronoun", "relative", "boundary",  "verb", "copula",
    "adverb",     "hedge",       "dispute",     "negation", "filler",  "modifier", "same-side", "shape"};

constexpr std::array<std::pair<std::string_view, NounKind>, 8> kNounKinds = {{{"nerve", NounKind::Nerve},
                                                                              {"nerve-or-artery", NounKind::NerveOrArtery},
                                                                              {"artery", NounKind::Artery},
                                                                              {"vein", NounKind::Vein},
                                                                              {"muscle", NounKind::Muscle},
                                                                              {"joint", NounKind::Joint},
                                                                              {"body-part", NounKind::BodyPart},
                                                                              {"group", NounKind::Group}}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "l3", "th12", "co1".
bool is_level(std::string_view word) {
  const std::size_t digit = std::min(word.find_first_of("0123456789"), word.size());
  const std::string_view region = word.substr(0, digit), number = word.substr(digit);
  if (region != "c" && region != "t" && region != "th" && region != "l" && region != "s" && region != "co") return false;
  return !number.empty() && number.size() < 3 && std::all_of(number.begin(), number.end(), is_digit) && number != "0" &&
         (number.size() == 1 || number == "10" || number == "11" || number == "12");
}

/// The forms of an English verb: third person, gerund, past.
std::array<std::pair<std::string, MovementForm>, 4> forms_of(const std::string& base) {
  std::string stem = base, third = base + "s";
  if (base.ends_with('e')) stem.pop_back();
  if (base.ends_with('x') || base.ends_with("ss") || base.ends_with("sh") || base.ends_with("ch")) third = base + "es";
  if (base.ends_with('y') && !base.ends_with("ay")) third = base.substr(0, base.size() - 1) + "ies";
  const std::string doubled = base == "nod" ? "nodd" : stem;
  return {{{base, MovementForm::Verb},
           {third, MovementForm::Verb},
           {doubled + "ing", MovementForm::Gerund},
           {doubled + "ed", MovementForm::None}}};
}

/// Whether two forms of a word differ in their ending alone: "septa" and "septum", not "supraspinatus" and "supra spinatus".
bool is_plural_of(std::string_view word, std::string_view singular) {
  const std::size_t same =
      static_cast<std::size_t>(std::mismatch(word.begin(), word.end(), singular.begin(), singular.end()).first - word.begin());
  return singular.find(' ') == std::string_view::npos && same + 4 >= word.size() && singular.size() <= word.size() + 1 &&
         !singular.starts_with(word);
}

}  // namespace

bool Lexeme::has_adjective_ending() const {
  static constexpr std::array<std::string_view, 9> kEndings = {"al", "ar", "ic", "ous", "ior", "ary", "eal", "ate", "ine"};
  return lower.size() > 4 &&
         std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) { return lower.ends_with(ending); });
}

bool Lexeme::describes() const {
  if (portion == Portions::Kind::Direction || ordinal || is(WordClass::Modifier)) return true;
  return portion == Portions::Kind::None && noun == NounKind::None && !ends_names && has_adjective_ending();
}

bool is_clause_verb(Tokens tokens, std::size_t at) {
  if (!tokens[at].is(WordClass::Verb)) return false;
  const std::string& lower = tokens[at].word->lower;
  if (!lower.ends_with("ing") && !lower.ends_with("ed")) return true;
  const Lexeme* next = at + 1 < tokens.size() ? tokens[at + 1].word : nullptr;
  return next == nullptr ||
         (next->portion != Portions::Kind::Branch && next->portion != Portions::Kind::Part &&
          next->portion != Portions::Kind::StructureNoun && next->noun == NounKind::None && !next->is(WordClass::Filler));
}

Lexicon::Lexicon(const std::string& folder, const NameForms& forms, const Portions& portions, const Abbreviations& abbreviations,
                 const TermIndex& terms, Diagnostics& diagnostics)
    : forms_(forms), portions_(portions) {
  read_words(folder + "/page-words.tsv", diagnostics);
  read_nouns(folder + "/page-nouns.tsv", diagnostics);
  read_movements(folder + "/page-movements.tsv", diagnostics);
  take_abbreviations(abbreviations);
  take_last_words(terms);
}

void Lexicon::read_words(const std::string& path, Diagnostics& diagnostics) {
  const Table table = read_table(path, {"word", "class", "note"}, diagnostics);
  for (const Table::Row& row : table.rows) {
    const auto found = std::find(kClassNames.begin(), kClassNames.end(), row.cells[1]);
    if (found == kClassNames.end()) {
      diagnostics.error(table.at(row, 1), "page-table",
                        fmt::format("'class' is one of {}; found '{}'", fmt::join(kClassNames, ", "), row.cells[1]));
      continue;
    }
    std::uint32_t& classes = classes_[fold(row.cells[0])];
    const std::uint32_t bit = std::uint32_t{1} << static_cast<unsigned>(found - kClassNames.begin());
    if ((classes & bit) != 0)
      diagnostics.error(table.at(row, 0), "page-table", fmt::format("'{}' stands twice with this class", row.cells[0]));
    classes |= bit;
  }
}

void Lexicon::read_nouns(const std::string& path, Diagnostics& diagnostics) {
  const Table table = read_table(path, {"noun", "kind", "note"}, diagnostics);
  for (const Table::Row& row : table.rows) {
    const auto found = std::find_if(kNounKinds.begin(), kNounKinds.end(), [&](const auto& kind) { return kind.first == row.cells[1]; });
    if (found == kNounKinds.end()) {
      diagnostics.error(table.at(row, 1), "page-table", fmt::format("there is no kind of noun '{}'", row.cells[1]),
                        "write nerve, nerve-or-artery, artery, vein, muscle, joint, body-part or group");
    } else if (!nouns_.emplace(row.cells[0], found->second).second) {
      diagnostics.error(table.at(row, 0), "page-table", fmt::format("'{}' stands twice", row.cells[0]));
    }
  }
}

void Lexicon::read_movements(const std::string& path, Diagnostics& diagnostics) {
  const Table table = read_table(path, {"movement", "nouns", "verb", "agents", "common", "note"}, diagnostics);
  for (const Table::Row& row : table.rows) {
    const bool common = row.cells[4] == "yes";
    if (!common && !row.cells[4].empty())
      diagnostics.error(table.at(row, 4), "page-table", fmt::format("'common' is yes or empty; found '{}'", row.cells[4]));
    if (row.cells[0].empty()) {
      diagnostics.error(table.at(row, 0), "page-table", "the movement is missing");
      continue;
    }
    if (!row.cells[2].empty())
      for (auto& [text, form] : forms_of(row.cells[2]))
        if (form != MovementForm::None) movements_.try_emplace(std::move(text), Movement{row.cells[0], form, common});
    movements_.try_emplace(row.cells[0], Movement{row.cells[0], MovementForm::Noun, false});
    movements_.try_emplace(row.cells[0] + "s", Movement{row.cells[0], MovementForm::Noun, false});
    for (const std::string_view noun : split(row.cells[1], '|'))
      if (!noun.empty()) movements_.try_emplace(std::string(noun), Movement{row.cells[0], MovementForm::Noun, false});
    for (const std::string_view agent : split(row.cells[3], '|')) {
      if (agent.empty()) continue;
      movements_.try_emplace(std::string(agent), Movement{row.cells[0], MovementForm::Agent, common});
      movements_.try_emplace(std::string(agent) + "s", Movement{row.cells[0], MovementForm::Agent, common});
    }
  }
}

void Lexicon::take_abbreviations(const Abbreviations& abbreviations) {
  for (const Abbreviations::Row& row : abbreviations.rows()) {
    if (row.words.size() != 1 || !row.words.front().ends_with('.') || row.meaning.find(' ') != std::string::npos) continue;
    const std::string& written = row.words.front();
    if (written.front() < 'a' || written.front() > 'z') continue;  // capitals: Latin, or the same again
    const auto [at, is_new] = abbreviations_.try_emplace(written, row.meaning);
    if (!is_new && at->second != row.meaning) at.value().clear();
  }
}

void Lexicon::take_last_words(const TermIndex& terms) {
  const auto take = [this](std::string_view name) {
    const std::string folded = fold(name);
    const std::string_view last = std::string_view(folded).substr(folded.rfind(' ') + 1);
    if (!last.empty() && !is_digit(last.back())) last_words_.try_emplace(forms_.word(last), 1);
  };
  for (TermId id = 0; id < terms.size(); ++id) {
    const Term& term = terms[id];
    if (!term.label.empty()) take(term.label);
    for (const Synonym& synonym : term.synonyms)
      if (synonym.scope == Scope::Exact && synonym.type == SynonymType::None) take(synonym.text);
  }
}

Lexeme Lexicon::describe(std::string lower) const {
  Lexeme lexeme;
  lexeme.lower = std::move(lower);
  const std::string_view word = lexeme.lower;
  lexeme.normal = forms_.word(word);
  if (const auto found = classes_.find(word); found != classes_.end()) lexeme.classes = found->second;
  if (const auto found = nouns_.find(lexeme.normal); found != nouns_.end() && !lexeme.is(WordClass::Determiner))
    lexeme.noun = found->second;
  lexeme.portion = portions_.kind_of(lexeme.normal);
  if (lexeme.portion == Portions::Kind::None && word.find('-') != std::string_view::npos && portions_.names_portion(word))
    lexeme.portion = portions_.last_kind_of(word);
  if (const auto found = movements_.find(word); found != movements_.end()) {
    lexeme.movement = found->second.noun;
    lexeme.form = found->second.form;
    lexeme.common_verb = found->second.common_verb;
  }
  lexeme.number = std::all_of(word.begin(), word.end(), is_digit);
  lexeme.ordinal = !lexeme.number && number_of_ordinal(word) > 0;
  lexeme.level = is_level(word);
  lexeme.direction_only = lexeme.portion == Portions::Kind::Direction && forms_.noun_of(lexeme.normal).empty();
  lexeme.ends_names = last_words_.contains(lexeme.normal);
  lexeme.plural = lexeme.ends_names && lexeme.normal != word && is_plural_of(word, lexeme.normal);
  return lexeme;
}

const Lexeme& Lexicon::lexeme(std::string_view word) {
  const std::string lower = fold(word.substr(0, kLongestWord));
  const auto found = met_.find(lower);
  if (found != met_.end()) return *found->second;
  return *met_.emplace(lower, std::make_unique<Lexeme>(describe(lower))).first->second;
}

void Lexicon::forget_if_full() {
  if (met_.size() > kMostMet) met_.clear();
}

void Lexicon::cut(std::string_view words, WordSpan span, std::span<const WordSpan> marks, std::vector<PageToken>& tokens) {
  std::size_t at = span.begin;
  auto mark = marks.begin();
  const auto class_at = [&](std::size_t place, std::size_t& next, std::int32_t& code) {
    next = place;
    code = next_code_point(words, next);
    return class_of(code);
  };
  while (at < span.end) {
    while (mark != marks.end() && mark->end <= at) ++mark;
    if (mark != marks.end() && mark->begin <= at) {
      at = mark->end;
      continue;
    }
    const std::size_t limit = mark != marks.end() ? std::min<std::size_t>(mark->begin, span.end) : span.end;
    std::size_t next = at;
    std::int32_t code = 0;
    const CharacterClass first = class_at(at, next, code);
    if (first == CharacterClass::Blank || first == CharacterClass::LineEnd || first == CharacterClass::Ignorable) {
      at = next;
      continue;
    }
    if (first != CharacterClass::Word && code != '&') {
      static constexpr std::string_view kMarks = ",;:()/.";
      const bool known = code < 0x80 && kMarks.find(static_cast<char>(code)) != std::string_view::npos;
      const char kind = known ? static_cast<char>(code) : first == CharacterClass::Dash || code == 0x2014 ? '-' : '?';
      tokens.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(next), nullptr, kind});
      at = next;
      continue;
    }
    std::size_t end = next;  // behind the word so far
    while (end < limit && code != '&') {
      std::size_t behind = end;
      std::int32_t inner = 0;
      const CharacterClass kind = class_at(end, behind, inner);
      if (behind > limit) break;
      if (kind == CharacterClass::Word) {
        end = behind;
        continue;
      }
      if (behind >= limit) break;
      std::size_t further = behind;
      std::int32_t follower = 0;
      if (class_at(behind, further, follower) != CharacterClass::Word) break;
      const bool fraction = inner == '/' && is_digit(words[end - 1]) && is_digit(words[behind]) && end - at == 1;
      const bool hyphen = kind == CharacterClass::Dash && !is_digit(words[end - 1]) && !is_digit(words[behind]);
      const bool apostrophe = kind == CharacterClass::Apostrophe && words[behind] != 's';
      if (!fraction && !hyphen && !apostrophe) break;
      end = further;
    }
    if (end < limit && words[end] == '.' && end - at < kLongestAbbreviation) {
      const auto meaning = abbreviations_.find(fold(words.substr(at, end + 1 - at)));
      if (meaning != abbreviations_.end() && !meaning->second.empty()) {
        tokens.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end + 1), &lexeme(meaning->second), 0});
        at = end + 1;
        continue;
      }
    }
    tokens.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end), &lexeme(words.substr(at, end - at)), 0});
    at = end;
    if (at + 1 < limit && class_at(at, next, code) == CharacterClass::Apostrophe && words[next] == 's') at = next + 1;
  }
}

}  // namespace musclekg
