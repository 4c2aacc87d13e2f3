#include "check/constraint.h"

namespace musclekg {

std::string Constraint::found(const Violation& violation, const Wording& wording, const std::string& path) const {
  if (violation.value == nullptr) return "does not fit";
  if (path.empty()) return "is " + wording.name(violation.value);
  return "has the value " + wording.name(violation.value) + " of " + path;
}

void ValueConstraint::check(Inquiry& inquiry, const Node*, std::span<const Node* const> values, Violations& violations) const {
  for (const Node* value : values) {
    if (!holds(inquiry, value)) violations.add({this, value});
    if (violations.enough()) return;
  }
}

}  // namespace musclekg
