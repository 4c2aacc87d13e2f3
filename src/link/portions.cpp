#include "link/portions.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/table.h"
#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::array<std::pair<std::string_view, Portions::Kind>, 5> kKinds = {{{"direction", Portions::Kind::Direction},
                                                                                {"amount", Portions::Kind::Amount},
                                                                                {"part", Portions::Kind::Part},
                                                                                {"branch", Portions::Kind::Branch},
                                                                                {"structure-noun", Portions::Kind::StructureNoun}}};

}  // namespace

Portions::Portions(const std::string& path, const NameForms& forms, Diagnostics& diagnostics) : forms_(forms) {
  const Table table = read_table(path, {"words", "kind", "note"}, diagnostics);
  for (const Table::Row& row : table.rows) {
    const auto found = std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& kind) { return kind.first == row.cells[1]; });
    if (found == kKinds.end()) {
      diagnostics.error(table.at(row, 1), "table",
                        fmt::format("'kind' is direction, amount, part, branch or structure-noun; found '{}'", row.cells[1]));
      continue;
    }
    kinds_.emplace(forms_.normal(row.cells[0]), found->second);
  }
}

Portions::Kind Portions::kind_of(std::string_view word) const {
  const auto found = kinds_.find(word);
  return found == kinds_.end() ? Kind::None : found->second;
}

Portions::Kind Portions::last_kind_of(std::string_view phrase) const {
  const std::string normal = forms_.normal(phrase);
  return kind_of(std::string_view(normal).substr(normal.rfind(' ') + 1));
}

bool Portions::names_part(std::string_view phrase) const {
  const Kind kind = last_kind_of(phrase);
  return kind == Kind::Part || kind == Kind::Amount || kind == Kind::Branch || kind == Kind::StructureNoun;
}

bool Portions::names_portion(std::string_view phrase) const {
  const std::string normal = forms_.normal(phrase);
  if (normal.empty()) return false;
  if (kind_of(normal) != Kind::None) return kind_of(normal) != Kind::StructureNoun;
  const std::vector<std::string_view> words = words_of(normal);
  return std::all_of(words.begin(), words.end(), [this](std::string_view word) {
    const Kind kind = kind_of(word);
    return word == "and" || (kind != Kind::None && kind != Kind::StructureNoun);
  });
}

}  // namespace musclekg
