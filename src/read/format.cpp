#include "read/format.h"

#include "base/text.h"
#include "read/readers.h"

namespace musclekg {

namespace {

constexpr Format kFormats[] = {
    {"csv", "csv", "text/csv", read_csv},
    {"json", "json", "application/json", read_json},
    {"jsonl", "jsonl|ndjson", "application/jsonl", read_jsonl},
    {"tsv", "tsv|tab", "text/tab-separated-values", read_tsv},
    {"yaml", "yaml|yml", "application/yaml", read_yaml},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* format_named(std::string_view name) {
  for (const Format& format : kFormats)
    if (format.name == name) return &format;
  return nullptr;
}

const Format* format_of(std::string_view path) {
  if (path.ends_with(".gz")) path.remove_suffix(3);
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return nullptr;
  for (const Format& format : kFormats)
    for (const std::string_view extension : split(format.extensions, '|'))
      if (path.substr(dot + 1) == extension) return &format;
  return nullptr;
}

}  // namespace musclekg
