// The part of the audit that looks at all names together, when the last row was read.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "audit/audit.h"
#include "audit/term_words.h"
#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostTold = 8;

/// "'a', 'b' and 3 more".
std::string quoted(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t at = 0; at < std::min(names.size(), kMostTold); ++at) text += fmt::format("{}'{}'", at > 0 ? ", " : "", names[at]);
  if (names.size() > kMostTold) text += fmt::format(" and {} more", names.size() - kMostTold);
  return text;
}

std::string_view prefix_of(std::string_view id) { return id.substr(0, id.find(':')); }

}  // namespace

AuditPlace Audit::place_of(const Occurrence& occurrence, AuditRule rule) const {
  const Columns& columns = structures_[occurrence.structure];
  std::uint32_t column = columns.id != 0 ? columns.id : columns.words;
  if (rule == AuditRule::LabelDiffers && columns.label != 0) column = columns.label;
  if (rule == AuditRule::MisspeltName && columns.words != 0) column = columns.words;
  return {occurrence.file, occurrence.line, column};
}

AuditResult Audit::finish() {
  result_.distinct = names_.size();
  drop_coarse_headings();
  for (const DoubtedParent& doubted : doubted_)
    parents_.other_heading(doubted.child, doubted.parent, headings_[doubted.heading], result_.judgements[doubted.judgement]);
  doubt_headings();
  find_two_ids();
  find_one_id();
  correct_occurrences();
  count_and_sort();
  make_mapping();
  make_new_terms();
  return std::move(result_);
}

/// A heading within which another one of its level lies does not compete with that level: "muscle of hand" beside "thenar muscle".
void Audit::drop_coarse_headings() {
  for (tsl::robin_set<TermId>& headings : headings_) {
    std::vector<TermId> coarse;
    for (const TermId heading : headings)
      for (const TermId above : tables_.terms.within(heading))
        if (above != heading && headings.contains(above)) coarse.push_back(above);
    for (const TermId heading : coarse) headings.erase(heading);
  }
}

/// A heading without an id is hardly the term that has its name where nothing that the table lists under it lies within that term: a
/// group may be called like the one muscle of it that has no name of its own.
void Audit::doubt_headings() {
  std::map<std::uint32_t, std::pair<std::size_t, std::size_t>> children;  // by heading: those that are known, and those that lie within it
  for (const auto& name : names_) {
    if (name->parent == 0 || !name->right) continue;
    const Name& heading = *names_[name->parent - 1];
    if (heading.missing == kNoTerm) continue;
    auto& [known, within] = children[name->parent - 1];
    ++known;
    if (name->verdict.term != heading.missing && tables_.terms.is_within(name->verdict.term, heading.missing)) ++within;
  }
  for (const auto& [number, counts] : children) {
    if (counts.second > 0) continue;
    Judgement& judgement = result_.judgements[names_[number]->judgements.front()];
    judgement.level = AuditLevel::Note;
    judgement.why += "; but nothing that the table lists under it lies within that";
  }
}

/// Gives each occurrence the findings of its name, and each shared name its places, which come in the order of the rows.
void Audit::correct_occurrences() {
  for (const Occurrence& occurrence : occurrences_) {
    for (const std::uint32_t judgement : names_[occurrence.name]->judgements)
      result_.corrections.push_back({place_of(occurrence, result_.judgements[judgement].rule), judgement});
    for (const std::uint32_t number : names_[occurrence.name]->shared) {
      SharedName& shared = result_.shared[number];
      if (shared.place_count++ < kMostPlaces) shared.places.push_back(place_of(occurrence, shared.rule));
    }
  }
}

/// Names that are the same but for their spelling, and have several ids.
void Audit::find_two_ids() {
  tsl::robin_map<Fingerprint, std::vector<std::uint32_t>, FingerprintHash> groups;
  std::vector<Fingerprint> order;
  for (std::uint32_t number = 0; number < names_.size(); ++number) {
    const Name& name = *names_[number];
    if (name.words.empty() || name.id.empty()) continue;
    const Fingerprint key = fingerprint(tables_.forms.normal(name.words));
    auto [found, is_new] = groups.emplace(key, std::vector<std::uint32_t>());
    if (is_new) order.push_back(key);
    found.value().push_back(number);
  }
  for (const Fingerprint& key : order) share_ids(groups[key]);
}

void Audit::share_ids(const std::vector<std::uint32_t>& group) {
  std::map<std::string, std::size_t> ids;      // and how often each is given
  std::map<std::string, std::size_t> unknown;  // prefixes of those that are no known terms, and how many
  std::set<TermId> terms, fitting;
  std::set<std::string> names;
  bool bridged = false;
  for (const std::uint32_t number : group) {
    const Name& name = *names_[number];
    std::size_t& count = ids[name.verdict.id];
    names.insert(name.words);
    if (name.verdict.term == kNoTerm) {
      if (count == 0) ++unknown[std::string(prefix_of(name.verdict.id))];
    } else {
      terms.insert(name.verdict.term);
      bridged |= name.verdict.bridged;
      if (name.words_fit) fitting.insert(name.verdict.term);
    }
    count += name.count;
  }
  if (ids.size() < 2) return;
  const bool two_unknown = std::any_of(unknown.begin(), unknown.end(), [](const auto& one) { return one.second > 1; });
  SharedName shared;
  shared.rule = terms.size() > 1 && bridged ? AuditRule::Bridge : AuditRule::TwoIds;
  shared.level = terms.size() > 1 || two_unknown ? AuditLevel::Warning : AuditLevel::Note;
  std::string told;
  for (const auto& [id, count] : ids) {
    shared.ids.push_back(id);
    if (shared.ids.size() > kMostTold) continue;
    told += fmt::format("{}{} {}", told.empty() ? "" : ", ", id, count == 1 ? "once" : fmt::format("{} times", count));
  }
  if (ids.size() > kMostTold) told += fmt::format(" and {} more", ids.size() - kMostTold);
  shared.names.assign(names.begin(), names.end());
  std::string why = fmt::format("'{}' has {} ids in the tables: {}", shared.names.front(), ids.size(), told);
  if (terms.size() > 1) {
    why +=
        shared.rule == AuditRule::Bridge ? "; no bridge between the ontologies says that they are one" : "; they stand for different terms";
  } else if (terms.size() == 1 && unknown.empty()) {
    why += "; they match, so that one of them is enough";
  }
  const std::string found = fitting.size() == 1                    ? id_of(tables_, *fitting.begin())
                            : terms.size() == 1 && unknown.empty() ? id_of(tables_, *terms.begin())
                                                                   : std::string();
  for (const std::uint32_t number : group) {
    Name& name = *names_[number];
    name.shared.push_back(static_cast<std::uint32_t>(result_.shared.size()));
    if (name.verdict.id == found) continue;
    name.judgements.push_back(keep({shared.rule, shared.level, name.id, found, why}));
  }
  result_.shared.push_back(std::move(shared));
}

/// Ids of which several names are told, and not all of them are names of the term. What stands for the id is the term where it is known.
void Audit::find_one_id() {
  std::map<std::string, std::vector<std::uint32_t>> groups;
  for (std::uint32_t number = 0; number < names_.size(); ++number) {
    const Name& name = *names_[number];
    if (name.words.empty() || name.id.empty()) continue;
    groups[name.verdict.term == kNoTerm ? name.verdict.id : id_of(tables_, name.verdict.term)].push_back(number);
  }
  for (const auto& [id, group] : groups) share_names(group);
}

void Audit::share_names(const std::vector<std::uint32_t>& group) {
  std::map<std::string, std::string> names;  // by form: as they are written
  std::set<std::string> ids, others;
  std::uint32_t first = group.front();
  bool any_other = false;
  const auto before = [this](const Name& a, const Name& b) {
    const Occurrence &one = occurrences_[a.first], &other = occurrences_[b.first];
    return std::tie(result_.files[one.file].name, one.line, one.structure) <
           std::tie(result_.files[other.file].name, other.line, other.structure);
  };
  for (const std::uint32_t number : group) {
    const Name& name = *names_[number];
    std::string& written = names[tables_.forms.arranged(tables_.forms.normal(name.words), ~KindSet{0}).name];
    if (written.empty() || name.words < written) written = name.words;
    ids.insert(name.verdict.id);
    if (name.words_fit) continue;
    others.insert(name.words);
    if (!any_other || before(name, *names_[first])) first = number;
    any_other = true;
  }
  if (names.size() < 2 || !any_other) return;
  Name& name = *names_[first];
  SharedName shared;
  shared.rule = AuditRule::OneId;
  shared.level = AuditLevel::Note;
  shared.ids.assign(ids.begin(), ids.end());
  for (const auto& [form, words] : names) shared.names.push_back(words);
  std::sort(shared.names.begin(), shared.names.end());
  std::string why = fmt::format("{} stands beside {} names: {}", name.verdict.id, names.size(), quoted(shared.names));
  if (name.verdict.term != kNoTerm)
    why += fmt::format("; no names of {} are {}", told(tables_, name.verdict.term), quoted({others.begin(), others.end()}));
  const std::uint32_t judgement = keep({AuditRule::OneId, shared.level, name.id, {}, std::move(why)});
  result_.corrections.push_back({place_of(occurrences_[name.first], AuditRule::OneId), judgement});
  for (const std::uint32_t number : group) names_[number]->shared.push_back(static_cast<std::uint32_t>(result_.shared.size()));
  result_.shared.push_back(std::move(shared));
}

void Audit::count_and_sort() {
  for (const Occurrence& occurrence : occurrences_) {
    AuditedFile& file = result_.files[occurrence.file];
    const Name& name = *names_[occurrence.name];
    ++file.names;
    if (name.id.empty()) continue;
    ++file.with_id;
    if (name.verdict.standing == IdVerdict::Standing::NotAudited) ++file.not_audited;
    if (name.right) ++file.right;
  }
  for (const Correction& correction : result_.corrections) {
    const Judgement& judgement = result_.judgements[correction.judgement];
    ++result_.files[correction.where.file].findings[static_cast<std::size_t>(judgement.rule)][static_cast<std::size_t>(judgement.level)];
  }
  const auto order = [this](const Correction& one) {
    return std::tuple(std::string_view(result_.files[one.where.file].name), one.where.file, one.where.line, one.where.column,
                      result_.judgements[one.judgement].rule, one.judgement);
  };
  std::sort(result_.corrections.begin(), result_.corrections.end(),
            [&](const Correction& a, const Correction& b) { return order(a) < order(b); });
  std::sort(result_.shared.begin(), result_.shared.end(), [](const SharedName& a, const SharedName& b) {
    return std::tie(a.rule, a.level, a.names, a.ids) < std::tie(b.rule, b.level, b.names, b.ids);
  });
}

void Audit::make_mapping() {
  if (!row_of_link_) return;
  std::set<std::tuple<std::string_view, std::string_view, std::string_view>> done;
  for (const auto& name : names_) {
    if (name->words.empty() || !done.emplace(name->words, name->slot->name, name->verdict.id).second) continue;
    linker_.forget_if_full();
    Mention mention;
    mention.name = name->words;
    mention.id = name->verdict.standing == IdVerdict::Standing::NotAudited ? std::string_view() : std::string_view(name->id);
    mention.of_table = true;
    const Link& link = linker_.link(*name->slot, mention);
    if (link.rule != LinkRule::Refused) result_.mapping.push_back(row_of_link_(name->words, name->slot->name, link));
  }
}

/// The root of a kind of kinds.tsv, where it has just one, or one that is called like the kind; else an empty text.
std::string Audit::root_of(std::string_view kind) const {
  const KindSet bit = tables_.kinds.bit(kind);
  std::vector<std::string> roots;
  for (const auto& [root, kinds] : tables_.kinds.roots()) {
    const TermId term = tables_.terms.find_iri(tables_.prefixes.iri_of_id(root).value_or(root));
    if (bit == 0 || kinds != bit || term == kNoTerm) continue;
    if (tables_.terms[term].label == kind) return root;
    roots.push_back(root);
  }
  return roots.size() == 1 ? roots.front() : std::string();
}

/// A class that a name that no term has is a kind of: a broader one that the linker knows, the root of what its noun says, the genus,
/// unless that lies elsewhere ("interlobular artery" is the kidney's), or the root of its column. An empty text where none is certain.
std::string Audit::parent_of(const Name& name, const Link& link) const {
  if (link.broader != kNoTerm && link.broader != link.genus && link.broader != link.branch_of && link.broader != link.whole)
    return id_of(tables_, link.broader);
  if (std::string root = root_of(name_check_.noun_of(name.words)); !root.empty()) return root;
  if (link.genus != kNoTerm && link.whole != kNoTerm) {
    const std::vector<TermId> path = tables_.terms.part_of_path(link.genus);
    const KindSet said = tables_.kinds.bit(tables_.forms.word(fold(words_of(name.words).back())));  // "sole of foot muscle" is no sole
    const bool fits = said == 0 || (said & tables_.terms[link.genus].kinds) != 0;
    if (fits && !path.empty() && tables_.terms.is_within(link.whole, path.front())) return id_of(tables_, link.genus);
  }
  return root_of(name.slot->name);
}

void Audit::make_new_terms() {
  std::map<std::string, NewTerm> terms;
  for (const auto& name : names_) {
    const bool part = std::any_of(name->judgements.begin(), name->judgements.end(), [this](std::uint32_t one) {
      return result_.judgements[one].rule == AuditRule::WholeForPart && result_.judgements[one].found.empty();
    });
    if (name->words.empty() || (!name->id.empty() && !part)) continue;
    linker_.forget_if_full();
    Mention mention;
    mention.name = name->words;
    const Link& link = linker_.link(*name->slot, mention);
    if (link.term != kNoTerm || !link.candidates.empty() || link.slug.empty()) continue;
    auto [found, is_new] = terms.try_emplace(link.slug);
    NewTerm& term = found->second;
    term.places += name->count;
    if (!is_new) continue;
    term.id = "mkt:" + link.slug;
    term.label = link.label;
    if (link.whole != kNoTerm) term.whole = id_of(tables_, link.whole);
    if (link.branch_of != kNoTerm) term.branch_of = id_of(tables_, link.branch_of);
    term.parent = parent_of(*name, link);
    term.words = name->words;
    if (name->parent != 0) term.listed_under = names_[name->parent - 1]->words;
    term.where = place_of(occurrences_[name->first], AuditRule::MissingId);
  }
  for (auto& [slug, term] : terms) result_.new_terms.push_back(std::move(term));
}

}  // namespace musclekg
