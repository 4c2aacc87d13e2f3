// New names for blank nodes, numbered in the order they are asked for.

#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace musclekg {

/// Generate Blank Node Identifier (JSON-LD 1.1 API, section 7.4): "_:b0", "_:b1", ... One object is used for one document.
class BlankLabels {
 public:
  /// A name that was not given before.
  std::string make() { return "_:b" + std::to_string(made_++); }

  /// The name for `old`: the same one for the same text. The reference lives as long as this object.
  const std::string& of(std::string_view old) {
    const auto found = names_.find(old);
    return found != names_.end() ? found->second : names_.emplace(old, make()).first->second;
  }

 private:
  std::map<std::string, std::string, std::less<>> names_;
  std::size_t made_ = 0;
};

/// Whether the text names a blank node ("_:...").
inline bool is_blank_label(std::string_view id) { return id.starts_with("_:"); }

}  // namespace musclekg
