// Rows of named columns for eyes or for programs: an aligned table, TSV, or JSON.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace musclekg {

enum class ReportFormat : std::uint8_t { Table, Tsv, Json };

inline constexpr std::string_view kReportFormats = "table, tsv, json";

/// The format of that name, or nothing.
std::optional<ReportFormat> report_format_named(std::string_view name);

/// Rows with the same columns. A cell holds any number of values: written in one with " | " between them, in JSON as an array
/// in columns that can have several.
class Report {
 public:
  struct Column {
    std::string name;
    bool many = false;
  };
  using Cell = std::vector<std::string>;

  explicit Report(std::vector<Column> columns) : columns_(std::move(columns)) {}

  /// `cells`: one for each column.
  void add(std::vector<Cell> cells) { rows_.push_back(std::move(cells)); }

  bool empty() const { return rows_.empty(); }

  /// In a table columns that are empty in all rows are left out, and one row alone is written as a line a column. TSV: tabs and
  /// line ends in values become blanks; a header line. JSON: an array of objects.
  std::string text(ReportFormat format) const;

 private:
  std::string table() const;
  std::string tsv() const;
  std::string json() const;

  std::vector<Column> columns_;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace musclekg
