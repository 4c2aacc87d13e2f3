#include "app/column_mappings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "read/column_mapping.h"

namespace musclekg {

namespace {

/// Reports slots and kinds that there are not, with their place.
void check_kinds(const ColumnMapping& mapping, const SlotTable& slots, const KindTable& kinds, Diagnostics& diagnostics) {
  const auto unknown = [&](Position where, std::string_view what, std::string_view name, const std::vector<std::string_view>& names) {
    const auto near = nearest(name, names);
    diagnostics.error({mapping.file, where}, "column-mapping",
                      fmt::format("'{}' is no {}; the {}s are {}", name, what, what, fmt::join(names, ", ")),
                      near ? fmt::format("did you mean '{}'?", *near) : "");
  };
  for (const TableColumns& table : mapping.tables)
    for (const StructureColumns& structure : table.structures)
      if (slots.find(structure.slot) == nullptr) unknown(structure.slot_where, "slot", structure.slot, slots.names());
  const std::string all = kinds.names(~KindSet{0});
  std::vector<std::string_view> names;
  for (const std::string_view name : split(all, ',')) names.push_back(trim(name));
  for (const TypeWord& type : mapping.types)
    for (const std::string& kind : type.kinds)
      if (kinds.bit(kind) == 0) unknown(type.where, "kind", kind, names);
}

}  // namespace

std::vector<ColumnMapping> load_columns(const std::vector<std::string>& paths, const Knowledge& knowledge, Diagnostics& diagnostics) {
  std::vector<ColumnMapping> mappings;
  for (const std::string& path : paths) {
    mappings.push_back(read_column_mapping(path, diagnostics));
    check_kinds(mappings.back(), knowledge.slots, knowledge.kinds, diagnostics);
  }
  return mappings;
}

std::vector<std::string> bundled_columns(const std::string& data) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(data + "/columns"))
    if (entry.path().extension() == ".yaml") paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace musclekg
