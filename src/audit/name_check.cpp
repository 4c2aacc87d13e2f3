#include "audit/name_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "audit/term_words.h"
#include "base/text.h"
#include "link/phrase.h"

namespace musclekg {

/// The kinds of kinds.tsv are called by nouns of names: "bone-part" is a kind that the noun "bone" may mean, too.
void NameCheck::learn_nouns() {
  const std::string all = tables_.kinds.names(~KindSet{0});
  for (const std::string_view part : split(all, ',')) {
    const std::string_view kind = trim(part), noun = kind.substr(0, kind.find('-'));
    const auto found = std::find_if(nouns_.begin(), nouns_.end(), [&](const auto& row) { return row.first == noun; });
    if (found != nouns_.end()) {
      found->second |= tables_.kinds.bit(kind);
    } else {
      nouns_.emplace_back(noun, tables_.kinds.bit(kind));
    }
  }
}

std::string NameCheck::noun_of(std::string_view words) const {
  const std::string normal = tables_.forms.normal(words);
  std::string_view noun;
  for (const std::string_view word : words_of(normal)) {
    if (!noun.empty() && (word == "of" || word == "to" || word == "for" || word == "from" || word == "," || word == "(")) break;
    noun = word;
  }
  return std::string(noun);
}

KindSet NameCheck::kinds_of_noun(std::string_view words) const {
  const std::string noun = noun_of(words);
  for (const auto& [name, kinds] : nouns_)
    if (name == noun) return kinds;
  return 0;
}

std::string NameCheck::arranged(std::string_view name) const {
  return tables_.forms.arranged(tables_.forms.normal(name), ~KindSet{0}).name;
}

Link NameCheck::link(const SlotTable::Slot& slot, std::string_view words) const {
  Mention mention;
  mention.name = words;
  return linker_.link(slot, mention);
}

TermId NameCheck::named_by(const SlotTable::Slot& slot, std::string_view words) const {
  if (words.empty()) return kNoTerm;
  Link found = link(slot, words);
  if (found.term == kNoTerm && found.candidates.empty()) found = link(*linker_.slots().any, words);
  return found.term;
}

bool NameCheck::is_name(TermId term, const SlotTable::Slot& slot, std::string_view words) const {
  Link found;
  if (!linker_.take_name(term, slot, words, found)) return false;
  const std::string normal = tables_.forms.normal(words);
  if (tables_.forms.normal(found.matched) == normal) return true;
  const KindSet said = tables_.forms.arranged(normal, ~KindSet{0}).left_out;  // "abdomen muscle" is no name of the abdomen
  return said == 0 || tables_.terms[term].kinds == 0 || (said & tables_.terms[term].kinds) != 0;
}

bool NameCheck::fits(TermId term, const SlotTable::Slot& slot, std::string_view words) const {
  if (is_name(term, slot, words)) return true;
  for (const SlotTable::Slot* each : {&slot, linker_.slots().any}) {
    const Link found = link(*each, words);
    if (found.term == term || std::find(found.candidates.begin(), found.candidates.end(), term) != found.candidates.end()) return true;
  }
  return false;
}

/// The words name a part or a kind of what the id stands for: by what the ontologies say of the term that has the words, else by what
/// stands behind "of" in them.
bool NameCheck::check_part(const NamedAs& name, const std::string& id, TermId term, const Link& meant, std::vector<Judgement>& to) const {
  Judgement judgement{AuditRule::WholeForPart, AuditLevel::Warning, id, {}, {}};
  if (meant.term != kNoTerm) {
    if (!tables_.terms.is_within(meant.term, term)) return false;
    judgement.level = AuditLevel::Error;
    judgement.found = id_of(tables_, meant.term);
    judgement.why =
        fmt::format("'{}' is {}, which lies within {} or is a kind of it", name.words, told(tables_, meant.term), told(tables_, term));
    to.push_back(std::move(judgement));
    return true;
  }
  TermId whole = meant.whole != kNoTerm ? meant.whole : meant.branch_of;
  std::string part;
  for (const Phrase& phrase : phrases_of(plain(name.words), tables_.portions)) {
    if (whole == kNoTerm && is_name(term, *linker_.slots().any, phrase.whole)) whole = term;
    if (whole == kNoTerm) continue;
    part = phrase.head;
    break;
  }
  if (whole != term) return false;
  judgement.why = fmt::format("{} is the whole; '{}' names {} of it", told(tables_, term), name.words,
                              part.empty() || part == plain(name.words) ? "a part" : fmt::format("a part ('{}')", part));
  to.push_back(std::move(judgement));
  return true;
}

/// Whether words have the noun of the term's label, with or without one that only repeats the kind ("muscle").
bool NameCheck::has_noun_of(std::string_view words, TermId term) const {
  const std::string& label = tables_.terms[term].label;
  return noun_of(words) == noun_of(label) || noun_of(arranged(words)) == noun_of(arranged(label));
}

/// Whether words have all that the term's label has, but for nouns such as "part", and perhaps more.
bool NameCheck::has_words_of(std::string_view words, TermId term) const {
  const std::string said = arranged(words), is = arranged(tables_.terms[term].label);
  const std::vector<std::string_view> all = words_of(said);
  const std::vector<std::string_view> wanted = words_of(is);
  return std::all_of(wanted.begin(), wanted.end(), [&](std::string_view word) {
    return tables_.portions.kind_of(word) == Portions::Kind::Part || std::find(all.begin(), all.end(), word) != all.end();
  });
}

/// Tells what is wrong with the words. Whether they are no name of the term; a slip of the pen in one is still a name.
bool NameCheck::check_words(const NamedAs& name, const std::string& id, TermId term, bool label_fits, std::vector<Judgement>& to) {
  if (name.words.empty()) return false;
  Link known;
  const bool fit = fits(term, *name.slot, name.words);
  const bool exact = linker_.take_name(term, *name.slot, name.words, known) && known.matched_field != "oboInOwl:hasRelatedSynonym";
  if (fit && exact) return false;
  if (std::string mended = misspelling_.mended(term, name.words); !mended.empty() && fits(term, *name.slot, mended)) {
    std::string why = fmt::format("'{}' has a word that no label knows; '{}' is a name of {}", name.words, mended, told(tables_, term));
    to.push_back({AuditRule::MisspeltName, AuditLevel::Warning, std::string(name.words), std::move(mended), std::move(why)});
    return false;
  }
  if (fit) return false;
  Link meant = link(*name.slot, name.words);
  if (meant.term == kNoTerm && meant.candidates.empty()) {
    if (Link other = link(*linker_.slots().any, name.words); other.term != kNoTerm || !other.candidates.empty()) meant = std::move(other);
  }
  if (check_part(name, id, term, meant, to)) return true;
  const bool sure = !label_fits || (meant.term != kNoTerm && meant.rule <= LinkRule::LatinName);
  Judgement judgement{AuditRule::LabelMismatch, sure ? AuditLevel::Error : AuditLevel::Warning, id, {}, {}};
  judgement.why = fmt::format("{} is '{}', not '{}'", id, tables_.terms[term].label, name.words);
  const KindSet said = kinds_of_noun(name.words), are = tables_.terms[term].kinds;
  const SlotTable::Slot& any = *linker_.slots().any;
  if (meant.term != kNoTerm &&
      (is_name(meant.term, any, tables_.terms[term].label) || is_name(term, any, tables_.terms[meant.term].label))) {
    judgement = {AuditRule::Bridge, AuditLevel::Note, id, id_of(tables_, meant.term), {}};
    judgement.why =
        fmt::format("{} has a name of {}, too: no bridge says whether they are one", told(tables_, meant.term), told(tables_, term));
  } else if (meant.term != kNoTerm) {
    judgement.found = id_of(tables_, meant.term);
    const bool wider = tables_.terms.is_within(term, meant.term);
    if (wider) {
      judgement.level = AuditLevel::Note;
    } else if (meant.rule >= LinkRule::Elliptic) {
      judgement.level = AuditLevel::Warning;
    }
    judgement.why += fmt::format(", which is {}{}", told(tables_, meant.term), wider ? " and wider than the id" : "");
  } else if (!meant.candidates.empty()) {
    judgement.found = ids_of(tables_, meant.candidates);
    judgement.why += ", which several other terms are called";
  } else if (said != 0 && are != 0 && (said & are) == 0) {
    judgement.level = AuditLevel::Error;
    judgement.why += fmt::format(": the name is that of a {}, the term {}", noun_of(name.words), tables_.kinds.of_kind(are));
  } else {
    const bool same_noun = noun_of(name.words) == noun_of(tables_.terms[term].label);
    judgement.level =
        (label_fits && (same_noun || has_words_of(name.words, term))) || (has_noun_of(name.words, term) && has_words_of(name.words, term))
            ? AuditLevel::Note
            : AuditLevel::Warning;
    judgement.why = fmt::format("'{}' is no known name of {}", name.words, told(tables_, term));
  }
  to.push_back(std::move(judgement));
  return true;
}

void NameCheck::check_label(const NamedAs& name, const std::string& id, TermId term, std::vector<Judgement>& to) const {
  const std::string& label = tables_.terms[term].label;
  Judgement judgement{AuditRule::LabelDiffers, AuditLevel::Note, std::string(name.label), label, {}};
  if (fold(name.label) == fold(label)) {
    judgement.why = fmt::format("{} is written '{}': only case or spacing differs", id, label);
  } else if (is_name(term, *linker_.slots().any, name.label)) {
    judgement.why = fmt::format("'{}' is another name of {}", name.label, told(tables_, term));
  } else if (const TermId other = named_by(*name.slot, name.label); other != kNoTerm) {
    judgement.rule = AuditRule::LabelMismatch;
    judgement.level = AuditLevel::Error;
    judgement.given = id;
    judgement.found = id_of(tables_, other);
    judgement.why = fmt::format("beside {} stands the label '{}', which is {}", told(tables_, term), name.label, told(tables_, other));
  } else {
    judgement.level = AuditLevel::Warning;
    judgement.why = fmt::format("the label of {} is '{}'; '{}' is no name of it that is known", id, label, name.label);
  }
  to.push_back(std::move(judgement));
}

void NameCheck::check_kind(const NamedAs& name, const std::string& id, TermId term, std::vector<Judgement>& to) const {
  const KindSet are = tables_.terms[term].kinds;
  if (are == 0) return;
  const auto tell = [&](AuditLevel level, std::string why) {
    to.push_back({AuditRule::WrongKind, level, id, {}, fmt::format("{} is {}; {}", told(tables_, term), tables_.kinds.of_kind(are), why)});
  };
  if (name.slot->kinds != ~KindSet{0} && (are & name.slot->kinds) == 0) {
    tell(AuditLevel::Error, fmt::format("the column is for {}", tables_.kinds.names(name.slot->kinds)));
  } else if (name.type_kinds != 0 && (are & name.type_kinds) == 0) {
    tell(AuditLevel::Warning, fmt::format("the row calls it '{}'", name.type));
  }
}

std::vector<Judgement> NameCheck::check(const NamedAs& name, const std::string& id, TermId term, bool bridged) {
  std::vector<Judgement> result;
  const Term& found = tables_.terms[term];
  if (found.label.empty()) return result;
  const bool same_label = name.label.empty() || name.label == found.label;
  const bool label_fits = !name.label.empty() && (same_label || is_name(term, *linker_.slots().any, name.label));
  const bool words_differ = check_words(name, id, term, label_fits, result);
  if (!same_label && !(bridged && label_fits) && !(words_differ && !label_fits && fold(name.label) == fold(name.words)))
    check_label(name, id, term, result);
  const bool error = std::any_of(result.begin(), result.end(), [](const Judgement& one) { return one.level == AuditLevel::Error; });
  if (!error) check_kind(name, id, term, result);
  return result;
}

}  // namespace musclekg
