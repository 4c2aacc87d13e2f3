#include "base/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace musclekg {

namespace {

/// Control characters as \\u escapes: what stands in an input must not steer the terminal that shows it.
std::string printable(std::string text) {
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  if (std::none_of(text.begin(), text.end(), control)) return text;
  std::string result;
  for (const char c : text) result += control(c) ? fmt::format("\\u{:04X}", static_cast<unsigned char>(c)) : std::string(1, c);
  return result;
}

}  // namespace

std::string format(const Diagnostic& diagnostic) {
  std::string result = diagnostic.file;
  if (diagnostic.position.line > 0) result += fmt::format(":{}:{}", diagnostic.position.line, diagnostic.position.column);
  result += fmt::format(": {}: {} [{}]", diagnostic.severity == Severity::Error ? "error" : "warning", diagnostic.text, diagnostic.rule);
  if (!diagnostic.hint.empty()) result += fmt::format("\n  {}", diagnostic.hint);
  return result;
}

void Diagnostics::error(Location where, std::string_view rule, std::string text, std::string hint) {
  add(Severity::Error, where, rule, std::move(text), std::move(hint));
}

void Diagnostics::warning(Location where, std::string_view rule, std::string text, std::string hint) {
  add(Severity::Warning, where, rule, std::move(text), std::move(hint));
}

void Diagnostics::add(Severity severity, Location where, std::string_view rule, std::string text, std::string hint) {
  ++counts_[static_cast<std::size_t>(severity)];
  const auto place = per_rule_.try_emplace(std::string(rule), 0).first;
  if (++place->second > limit_) return;
  kept_.push_back({severity, printable(std::string(where.file)), where.position, printable(std::move(text)), std::string(rule),
                   printable(std::move(hint))});
}

std::vector<Diagnostic> Diagnostics::by_place() const {
  std::map<std::string_view, std::size_t> file_order;
  for (const Diagnostic& diagnostic : kept_) file_order.try_emplace(diagnostic.file, file_order.size());
  std::vector<Diagnostic> result = kept_;
  std::stable_sort(result.begin(), result.end(), [&](const Diagnostic& a, const Diagnostic& b) {
    return std::tuple(file_order[a.file], a.position.line, a.position.column) <
           std::tuple(file_order[b.file], b.position.line, b.position.column);
  });
  return result;
}

std::map<std::string, std::size_t> Diagnostics::left_out() const {
  std::map<std::string, std::size_t> result;
  for (const auto& [rule, number] : per_rule_)
    if (number > limit_) result.emplace(rule, number - limit_);
  return result;
}

}  // namespace musclekg
