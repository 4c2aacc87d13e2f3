#include "check/check_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/diagnostics.h"
#include "base/text.h"
#include "check/wording.h"

namespace musclekg {

namespace {

std::string_view word(Level level) {
  switch (level) {
    case Level::Error:
      return "error";
    case Level::Warning:
      return "warning";
    case Level::Info:
      return "info";
  }
  return {};
}

/// What a finding is about, where its message does not tell it: of SHACL's findings with the edge that is at fault.
std::string subject_of(const Finding& finding, const NodeNames& names) {
  if (finding.focus == nullptr) return {};
  std::string text = names.named(finding.focus);
  if (finding.shape == nullptr) return finding.message.find(text) == std::string::npos ? text : std::string();
  if (finding.path != nullptr && finding.path->kind == Node::Kind::Iri) text += " " + names.brief(finding.path);
  if (finding.value != nullptr && finding.value != finding.focus)
    text += " " + (finding.value->kind == Node::Kind::Literal ? quoted(finding.value->value) : names.named(finding.value));
  return text;
}

}  // namespace

void CheckReport::add(Finding&& finding) {
  ++counts_[static_cast<std::size_t>(finding.level)];
  findings_.push_back(std::move(finding));
}

void CheckReport::sort() {
  const auto key = [](const Finding& finding) {
    return std::tuple(finding.file.empty(), std::string_view(finding.file), finding.where.line, finding.where.column);
  };
  std::stable_sort(findings_.begin(), findings_.end(), [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
}

std::string CheckReport::text(const NodeNames& names, std::string_view graph, Level level, std::size_t most) const {
  std::string result;
  std::map<std::string_view, std::size_t> of_rule;
  for (const Finding& finding : findings_) {
    if (finding.level > level || ++of_rule[finding.rule] > most) continue;
    std::string line = printable_line(finding.file.empty() ? graph : finding.file);
    if (finding.where.line > 0) line += fmt::format(":{}:{}", finding.where.line, finding.where.column);
    const std::string subject = subject_of(finding, names);
    line += fmt::format(": {}: {}{}{} [{}]", word(finding.level), printable_line(subject), subject.empty() ? "" : ": ",
                        printable_line(finding.message), finding.rule);
    result += line + "\n";
  }
  for (const auto& [rule, count] : of_rule)
    if (count > most) result += fmt::format("and {} more [{}]\n", count - most, rule);
  return result;
}

std::string CheckReport::totals() const {
  return fmt::format("{}, {}, {}", counted(count(Level::Error), "error"), counted(count(Level::Warning), "warning"),
                     counted(count(Level::Info), "info"));
}

std::string CheckReport::tsv(const NodeNames& names) const {
  std::string result = "Level\tRule Name\tSubject\tProperty\tValue\n";
  for (const Finding& finding : findings_) {
    const std::string property = finding.path == nullptr || finding.path->kind != Node::Kind::Iri ? "" : names.id(finding.path);
    // Where no node is at fault, the message is all there is to say.
    const std::string value = finding.value != nullptr ? names.id(finding.value) : finding.focus == nullptr ? finding.message : "";
    result += fmt::format("{}\t{}\t{}\t{}\t{}\n", name_of(finding.level), finding.rule, printable_line(names.id(finding.focus)),
                          printable_line(property), printable_line(value));
  }
  return result;
}

}  // namespace musclekg
