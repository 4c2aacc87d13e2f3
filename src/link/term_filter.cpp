#include "link/term_filter.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

namespace musclekg {

namespace {

constexpr std::string_view kUnion = "NCBITaxon_Union";

std::optional<std::uint64_t> number_of(std::string_view digits) {
  std::uint64_t number = 0;
  const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.empty() || code != std::errc() || end != digits.data() + digits.size()) return {};
  return number;
}

/// The term and the classes it is a kind of, each once.
std::vector<TermId> with_superclasses(const TermIndex& terms, TermId term) {
  std::vector<TermId> all = {term};
  std::set<TermId> seen = {term};
  for (std::size_t at = 0; at < all.size(); ++at)
    for (const TermId superclass : terms[all[at]].superclasses)
      if (seen.insert(superclass).second) all.push_back(superclass);
  return all;
}

/// What an index says of a taxon.
class TaxonChoice {
 public:
  TaxonChoice(const TermIndex& terms, const std::string& taxon) : terms_(terms), lineage_{taxon} {
    if (const TermId id = terms.find_iri(taxon); id != kNoTerm)
      for (const TermId above : with_superclasses(terms, id)) lineage_.insert(terms[above].iri);
  }

  bool lineage_known() const { return lineage_.size() > 1; }

  enum class Verdict : std::uint8_t { In, NotIn, Unknown };

  Verdict of(TermId term) const {
    Verdict verdict = Verdict::In;
    for (const TermId id : with_superclasses(terms_, term)) {
      const auto in_lineage = [this](const std::string& iri) { return lineage_.contains(iri); };
      const std::vector<std::string>& only = terms_[id].only_in_taxa;
      const std::vector<std::string>& never = terms_[id].never_in_taxa;
      if (std::any_of(never.begin(), never.end(), in_lineage)) return Verdict::NotIn;
      if (only.empty() || std::any_of(only.begin(), only.end(), in_lineage)) continue;
      const auto is_union = [](const std::string& iri) { return iri.find(kUnion) != std::string::npos; };
      if (lineage_known() && std::none_of(only.begin(), only.end(), is_union)) return Verdict::NotIn;
      verdict = Verdict::Unknown;
    }
    return verdict;
  }

 private:
  const TermIndex& terms_;
  std::set<std::string> lineage_;
};

}  // namespace

std::optional<IdBlock> IdBlock::parse(std::string_view text) {
  IdBlock block;
  const std::size_t colon = text.find(':');
  block.prefix = text.substr(0, colon);
  const auto plain = [](char c) { return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '_' || c == '.'; };
  if (block.prefix.empty() || !std::all_of(block.prefix.begin(), block.prefix.end(), plain)) return {};
  if (colon == std::string_view::npos) return block;
  const std::string_view numbers = text.substr(colon + 1);
  const std::size_t dash = numbers.find('-');
  const auto first = number_of(numbers.substr(0, dash)),
             last = dash == std::string_view::npos ? first : number_of(numbers.substr(dash + 1));
  if (!first || !last || *first > *last) return {};
  block.first = *first;
  block.last = *last;
  block.numbered = true;
  return block;
}

bool IdBlock::has(std::string_view id) const {
  if (!id.starts_with(prefix) || id.size() <= prefix.size() || id[prefix.size()] != ':') return false;
  if (!numbered) return true;
  const auto number = number_of(id.substr(prefix.size() + 1));
  return number && first <= *number && *number <= last;
}

TermFilter::TermFilter(const TermIndex& terms, const Prefixes& prefixes, const TermChoice& choice, Diagnostics& diagnostics)
    : taken_(terms.size(), 1) {
  std::optional<TaxonChoice> taxon;
  if (!choice.taxon.empty()) taxon.emplace(terms, choice.taxon);
  std::size_t unknown = 0;
  for (TermId id = 0; id < terms.size(); ++id) {
    const Term& term = terms[id];
    bool taken = choice.kinds == ~KindSet{0} || (term.kinds & choice.kinds) != 0;
    if (taken && !choice.blocks.empty()) {
      const std::string text = prefixes.id_of(term.iri);
      taken = std::any_of(choice.blocks.begin(), choice.blocks.end(), [&](const IdBlock& block) { return block.has(text); });
    }
    if (taken && taxon && !term.obsolete && !term.label.empty()) {
      const TaxonChoice::Verdict verdict = taxon->of(id);
      taken = verdict != TaxonChoice::Verdict::NotIn;
      unknown += verdict == TaxonChoice::Verdict::Unknown;
    }
    taken_[id] = taken;
  }
  constexpr Location kOntologies{"<ontologies>", {}};
  if (unknown > 0)
    diagnostics.warning(
        kOntologies, "taxon-lineage",
        fmt::format("terms that are only in other taxa are kept ({}): {}", unknown,
                    taxon->lineage_known() ? std::string("no loaded ontology says which taxa a union has")
                                           : fmt::format("no loaded ontology says what {} is a kind of", prefixes.id_of(choice.taxon))),
        "load NCBITaxon, or the part of it with this taxon and those above it, with --ontology");
}

}  // namespace musclekg
