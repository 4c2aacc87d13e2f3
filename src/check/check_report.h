// What checks found, as text and as a table.

#pragma once

#include <array>
#include <string>
#include <vector>

#include "check/finding.h"
#include "check/node_names.h"

namespace musclekg {

/// The findings of a check, and how many there are of each level.
class CheckReport {
 public:
  void add(Finding&& finding);

  const std::vector<Finding>& findings() const { return findings_; }
  std::size_t count(Level level) const { return counts_[static_cast<std::size_t>(level)]; }

  /// Those at places first, by file, line and column, then the others; within a place as they were found. To be called once, when all
  /// are there.
  void sort();

  /// A line for each finding: `file:line:column: error: subject: text [rule]`; `graph` takes the file's place where the graph tells
  /// none. Of each rule the first `most`, then how many more there are. `level`: only findings as bad as this.
  std::string text(const NodeNames& names, std::string_view graph, Level level, std::size_t most = 200) const;

  /// "2 errors, 1 warning, 0 infos".
  std::string totals() const;

  /// The columns of ROBOT's reports (Level, Rule Name, Subject, Property, Value), all findings.
  std::string tsv(const NodeNames& names) const;

 private:
  std::vector<Finding> findings_;
  std::array<std::size_t, 3> counts_{};
};

}  // namespace musclekg
