#include "app/annotation_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstring>

#include "base/json_string.h"
#include "base/text.h"
#include "jsonld/context.h"

namespace musclekg {

namespace {

constexpr std::size_t kLongestNumber = 20;

char* append(char* to, std::string_view text) {
  std::memcpy(to, text.data(), text.size());
  return to + text.size();
}

char* append(char* to, std::uint64_t number) { return std::to_chars(to, to + kLongestNumber, number).ptr; }

bool ends_cell(char c) { return c == '\t' || c == '\n' || c == '\r'; }

/// In a cell of TSV, where tabs and line ends become blanks.
char* append_cell(char* to, std::string_view text) {
  char* const end = append(to, text);
  std::replace_if(to, end, ends_cell, ' ');
  return end;
}

void begin_tsv(Output& output) { output.write("document\tstart\tend\tstart_code_point\tend_code_point\ttext\tid\tlabel\trule\n"); }

void write_tsv(Output& output, std::string_view document, const Annotation& annotation) {
  const Meaning& meaning = *annotation.meaning;
  char* const row = output.reserve(document.size() + 4 * kLongestNumber + annotation.text.size() + meaning.ids.size() +
                                   meaning.labels.size() + meaning.rule.size() + 9);
  char* to = append(row, document);
  for (const std::uint64_t number : {annotation.begin, annotation.end, annotation.begin_code_point, annotation.end_code_point}) {
    *to++ = '\t';
    to = append(to, number);
  }
  *to++ = '\t';
  to = append_cell(to, annotation.text);
  for (const std::string_view cell : {std::string_view(meaning.ids), std::string_view(meaning.labels), meaning.rule}) {
    *to++ = '\t';
    to = append(to, cell);
  }
  *to++ = '\n';
  output.advance(static_cast<std::size_t>(to - row));
}

std::string tsv_cell(std::string_view name) {
  std::string cell(name);
  std::replace_if(cell.begin(), cell.end(), ends_cell, ' ');
  return cell;
}

void begin_jsonl(Output&) {}

void write_jsonl(Output& output, std::string_view document, const Annotation& annotation) {
  const Meaning& meaning = *annotation.meaning;
  const auto number = [&output](std::string_view key, std::uint64_t value) {
    output.write(key);
    char* const digits = output.reserve(kLongestNumber);
    output.advance(static_cast<std::size_t>(append(digits, value) - digits));
  };
  output.write("{\"document\":");
  output.write(document);
  number(",\"start\":", annotation.begin);
  number(",\"end\":", annotation.end);
  number(",\"start_code_point\":", annotation.begin_code_point);
  number(",\"end_code_point\":", annotation.end_code_point);
  output.write(",\"text\":");
  output.write(json_string(annotation.text));
  output.write(",\"id\":");
  output.write(json_string(meaning.ids));
  output.write(",\"label\":");
  output.write(json_string(meaning.labels));
  output.write(",\"rule\":");
  output.write(json_string(meaning.rule));
  output.write("}\n");
}

/// A path need not be UTF-8; JSON must be.
std::string json_cell(std::string_view name) {
  std::string text(name);
  for (std::size_t at = 0; (at = find_invalid_utf8(text)) != std::string::npos;) text.replace(at, 1, "\xEF\xBF\xBD");
  return json_string(text);
}

constexpr AnnotationFormat kFormats[] = {
    {"tsv", begin_tsv, write_tsv, tsv_cell},
    {"jsonl", begin_jsonl, write_jsonl, json_cell},
};

}  // namespace

std::span<const AnnotationFormat> annotation_formats() { return kFormats; }

const AnnotationFormat* annotation_format_named(std::string_view name) {
  for (const AnnotationFormat& format : kFormats)
    if (format.name == name) return &format;
  return nullptr;
}

}  // namespace musclekg
