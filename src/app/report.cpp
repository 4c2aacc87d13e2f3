#include "app/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace musclekg {

namespace {

std::string joined(const Report::Cell& cell) { return fmt::format("{}", fmt::join(cell, " | ")); }

/// Without line ends and tabs, which end a row or a cell.
std::string in_one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

/// Width on a terminal, taking each code point as one column.
std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string padded(std::string text, std::size_t width) {
  text.append(width - std::min(width, width_of(text)), ' ');
  return text;
}

}  // namespace

std::optional<ReportFormat> report_format_named(std::string_view name) {
  if (name == "table") return ReportFormat::Table;
  if (name == "tsv") return ReportFormat::Tsv;
  if (name == "json") return ReportFormat::Json;
  return {};
}

std::string Report::text(ReportFormat format) const {
  switch (format) {
    case ReportFormat::Table:
      return table();
    case ReportFormat::Tsv:
      return tsv();
    case ReportFormat::Json:
      return json();
  }
  return {};
}

std::string Report::table() const {
  std::vector<std::size_t> widths(columns_.size());
  std::string result;
  if (rows_.size() == 1) {
    std::size_t widest = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (!rows_[0][i].empty()) widest = std::max(widest, width_of(columns_[i].name));
    for (std::size_t i = 0; i < columns_.size(); ++i)
      for (const std::string& value : rows_[0][i])
        result += fmt::format("{}  {}\n", padded(&value == &rows_[0][i].front() ? columns_[i].name : "", widest), in_one_line(value));
    return result;
  }
  for (std::size_t i = 0; i < columns_.size(); ++i)
    for (const auto& row : rows_)
      if (!row[i].empty()) widths[i] = std::max({widths[i], width_of(columns_[i].name), width_of(joined(row[i]))});
  const auto line = [&](const auto& text_of) {
    std::string written;
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (widths[i] > 0) written += padded(in_one_line(text_of(i)), widths[i]) + "  ";
    written.erase(written.find_last_not_of(' ') + 1);
    result += written + "\n";
  };
  if (!rows_.empty()) line([&](std::size_t i) { return columns_[i].name; });
  for (const auto& row : rows_) line([&](std::size_t i) { return joined(row[i]); });
  return result;
}

std::string Report::tsv() const {
  std::string result;
  for (std::size_t i = 0; i < columns_.size(); ++i) result += (i ? "\t" : "") + columns_[i].name;
  result += "\n";
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < columns_.size(); ++i) result += (i ? "\t" : "") + in_one_line(joined(row[i]));
    result += "\n";
  }
  return result;
}

std::string Report::json() const {
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  for (const auto& row : rows_) {
    nlohmann::ordered_json object = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].many) {
        object[columns_[i].name] = row[i];
      } else if (!row[i].empty()) {
        object[columns_[i].name] = row[i].front();
      }
    }
    rows.push_back(std::move(object));
  }
  return rows.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace musclekg
