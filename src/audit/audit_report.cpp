#include "audit/audit_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostFrequent = 10;

constexpr std::string_view kOtherFiles =
    "## The other files\n\n"
    "| file | a line is |\n|---|---|\n"
    "| `corrections.tsv` | a finding at a place: in this line and column stands `given`; `found` should, where that is known |\n"
    "| `duplicates.tsv` | a row that stands twice, a name with several ids, or an id with several names, with all places |\n"
    "| `mapping.tsv` | a name and the term it was linked to, as SSSOM; one that a curator has corrected is read with `--mappings` |\n"
    "| `new-terms.tsv` | a name that no ontology has, as a template for `robot template`; the ids are provisional |\n\n"
    "An error is wrong, as far as the ontologies know. A warning most likely is, or something is to be decided. A note may stay.\n";

/// A text that breaks no table.
std::string cell(std::string_view text) {
  std::string result = printable_line(text);
  for (std::size_t at = 0; (at = result.find('|', at)) != std::string::npos; at += 2) result.replace(at, 1, "\\|");
  return result;
}

/// How often each judgement was made, by number.
std::vector<std::size_t> counts_of(const AuditResult& result) {
  std::vector<std::size_t> counts(result.judgements.size());
  for (const Correction& correction : result.corrections) ++counts[correction.judgement];
  return counts;
}

void tell_tables(const AuditResult& result, std::string& text) {
  text += "## Tables\n\n| table | rows | refused | rows that lack an id | names | without id | not audited | right |";
  for (std::size_t level = 0; level < kAuditLevels; ++level) text += fmt::format(" {}s |", name_of(static_cast<AuditLevel>(level)));
  text += "\n|---|";
  for (std::size_t column = 0; column < 7 + kAuditLevels; ++column) text += "--:|";
  text += '\n';
  AuditedFile all;
  all.name = "all";
  const auto tell = [&text](const AuditedFile& file) {
    text += fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} |", cell(file.name), file.rows, file.refused, file.rows_without_id,
                        file.names, file.names - file.with_id, file.not_audited, file.right);
    for (std::size_t level = 0; level < kAuditLevels; ++level) {
      std::size_t sum = 0;
      for (const auto& rule : file.findings) sum += rule[level];
      text += fmt::format(" {} |", sum);
    }
    text += '\n';
  };
  for (const AuditedFile& file : result.files) {
    tell(file);
    all.rows += file.rows, all.refused += file.refused, all.rows_without_id += file.rows_without_id, all.names += file.names,
        all.with_id += file.with_id;
    all.not_audited += file.not_audited, all.right += file.right;
    for (std::size_t rule = 0; rule < kAuditRules; ++rule)
      for (std::size_t level = 0; level < kAuditLevels; ++level) all.findings[rule][level] += file.findings[rule][level];
  }
  if (result.files.size() > 1) tell(all);
  const std::size_t audited = all.with_id - all.not_audited;
  text += fmt::format("\nA name is what a row says of one structure: words and id. {} of them differ. ", result.distinct);
  if (audited > 0)
    text += fmt::format("Of {} ids that were audited, {} are right ({:.1f} %).", audited, all.right,
                        100.0 * static_cast<double>(all.right) / static_cast<double>(audited));
  text += "\n\n";
}

void tell_rules(const AuditResult& result, const std::vector<std::size_t>& counts, std::string& text) {
  struct Total {
    std::size_t distinct = 0;
    std::array<std::size_t, kAuditLevels> places{};
  };
  std::array<Total, kAuditRules> totals;
  for (std::size_t at = 0; at < counts.size(); ++at) {
    if (counts[at] == 0) continue;
    Total& total = totals[static_cast<std::size_t>(result.judgements[at].rule)];
    ++total.distinct;
    total.places[static_cast<std::size_t>(result.judgements[at].level)] += counts[at];
  }
  text += "## Rules\n\n| rule | what it finds | errors | warnings | notes | that differ |\n|---|---|--:|--:|--:|--:|\n";
  for (const AuditRuleRow& row : audit_rules()) {
    const Total& total = totals[static_cast<std::size_t>(row.rule)];
    text += fmt::format("| {} | {} | {} | {} | {} | {} |\n", row.name, row.meaning, total.places[0], total.places[1], total.places[2],
                        total.distinct);
  }
  text += '\n';
}

void tell_frequent(const AuditResult& result, const std::vector<std::size_t>& counts, std::string& text) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t at = 0; at < counts.size(); ++at)
    if (counts[at] > 0 && result.judgements[at].level != AuditLevel::Note) order.push_back(at);
  const auto key = [&](std::uint32_t at) {
    const Judgement& judgement = result.judgements[at];
    return std::tuple(~counts[at], judgement.level, judgement.rule, std::string_view(judgement.why));
  };
  const std::size_t told = std::min(order.size(), kMostFrequent);
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(told), order.end(),
                    [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  if (told == 0) return;
  text += "## The most frequent errors and warnings\n\n| places | rule | given | found | why |\n|--:|---|---|---|---|\n";
  for (std::size_t at = 0; at < told; ++at) {
    const Judgement& judgement = result.judgements[order[at]];
    text += fmt::format("| {} | {} | {} | {} | {} |\n", counts[order[at]], name_of(judgement.rule), cell(judgement.given),
                        cell(judgement.found), cell(judgement.why));
  }
  text += '\n';
}

}  // namespace

std::string audit_report(const AuditResult& result, std::string_view title) {
  const std::vector<std::size_t> counts = counts_of(result);
  std::string text = fmt::format("# {}\n\n", printable_line(title));
  tell_tables(result, text);
  tell_rules(result, counts, text);
  tell_frequent(result, counts, text);
  text += fmt::format("{} names have no term in any ontology that is loaded, and are proposed as new ones. ", result.new_terms.size());
  text += fmt::format("{} rows stand twice.\n\n", result.duplicates.size());
  text += kOtherFiles;
  return text;
}

}  // namespace musclekg
