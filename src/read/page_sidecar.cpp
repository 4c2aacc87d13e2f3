#include "read/page_sidecar.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <set>
#include <vector>

#include "base/input.h"
#include "base/text.h"
#include "model/record_keys.h"
#include "model/scalar.h"

namespace musclekg {

namespace {

constexpr std::size_t kLargest = 1 << 20;  ///< bytes

struct SidecarKey {
  std::string_view name;
  std::string_view of_source;  ///< the key of a record's source that it is
  std::string PageSidecar::*text;
};

constexpr SidecarKey kKeys[] = {{"title", "title", &PageSidecar::title},       {"publisher", "publisher", &PageSidecar::publisher},
                                {"licence", "licence", &PageSidecar::licence}, {"url", "url", &PageSidecar::url},
                                {"date", "date", &PageSidecar::date},          {"retrieved", "retrieved", &PageSidecar::retrieved},
                                {"version", "version", &PageSidecar::version}, {"revision", "version", &PageSidecar::version}};

Position position_of(const YAML::Mark& mark) {
  return mark.is_null() ? Position{1, 1} : Position{static_cast<std::uint32_t>(mark.line + 1), static_cast<std::uint32_t>(mark.column + 1)};
}

/// Reports a key that is unknown, or is there twice; otherwise returns it.
const SidecarKey* key_of(const YAML::Node& node, std::set<std::string_view>& met, std::string_view file, Diagnostics& diagnostics) {
  const Location where{file, position_of(node.Mark())};
  const std::string name = node.IsScalar() ? node.Scalar() : "";
  std::vector<std::string_view> names;
  for (const SidecarKey& key : kKeys) {
    names.push_back(key.name);
    if (key.name != name) continue;
    if (met.insert(key.of_source).second) return &key;
    diagnostics.error(where, "page-sidecar", fmt::format("the key '{}' is there twice", key.of_source), "keep one of them");
    return nullptr;
  }
  const auto near = nearest(name, names);
  diagnostics.error(where, "page-sidecar", fmt::format("unknown key '{}'; the keys are {}", name, fmt::join(names, ", ")),
                    near ? fmt::format("did you mean '{}'?", *near) : "");
  return nullptr;
}

void read_pair(const YAML::Node& name, const YAML::Node& value, std::set<std::string_view>& met, std::string_view file,
               PageSidecar& sidecar, Diagnostics& diagnostics) {
  const SidecarKey* key = key_of(name, met, file, diagnostics);
  if (key == nullptr || value.IsNull()) return;
  const Key& type = *find_key(Shape::Source, key->of_source);
  const std::string text = value.IsScalar() ? std::string(trim(value.Scalar())) : std::string();
  const ScalarKind kind = value.Tag() == "?" ? plain_kind(text) : ScalarKind::String;
  if (text.empty() || find_control_character(text) != std::string_view::npos || !is_of_type(type, text, kind)) {
    diagnostics.error({file, position_of(value.Mark())}, "page-sidecar", fmt::format("'{}' takes {}", key->name, what_it_takes(type)),
                      type.type == Type::Text && kind != ScalarKind::String ? "put it in quotes if it is meant as text" : "");
    return;
  }
  sidecar.*(key->text) = text;
}

}  // namespace

std::string sidecar_of(std::string_view page) {
  if (page.ends_with(".gz")) page.remove_suffix(3);
  std::filesystem::path path(page);
  return path.replace_extension(".meta.yaml").string();
}

PageSidecar read_sidecar(std::string_view page, Diagnostics& diagnostics) {
  PageSidecar sidecar;
  const std::string path = sidecar_of(page);
  std::error_code fault;
  if (page == "-" || !std::filesystem::exists(path, fault)) return sidecar;
  const std::string text = Input(path).read_all(kLargest);
  if (const std::size_t at = find_invalid_utf8(text); at != std::string_view::npos) {
    diagnostics.error({path, {}}, "page-sidecar", fmt::format("byte {} is not UTF-8", at), "save the file as UTF-8");
    return sidecar;
  }
  try {
    const YAML::Node root = YAML::Load(text);
    if (root.IsNull()) return sidecar;
    if (!root.IsMap()) {
      diagnostics.error({path, position_of(root.Mark())}, "page-sidecar", "must be a map of keys and values", "begin with 'url: ...'");
      return sidecar;
    }
    std::set<std::string_view> met;
    for (const auto& pair : root) read_pair(pair.first, pair.second, met, path, sidecar, diagnostics);
  } catch (const YAML::Exception& exception) {
    diagnostics.error({path, position_of(exception.mark)}, "page-sidecar", exception.msg);
  }
  return sidecar;
}

}  // namespace musclekg
