#include "jsonld/document_loader.h"

#include <fmt/format.h>

#include "base/input.h"
#include "base/text.h"
#include "jsonld/jsonld_error.h"

namespace musclekg {

namespace {

constexpr std::string_view kFailed = "loading document failed";

/// Whether a path below a folder stays in it, also after the decoding of percent signs.
bool stays_below(std::string_view path) {
  if (path.empty() || path.find('%') != std::string_view::npos || path.find('\\') != std::string_view::npos) return false;
  for (const std::string_view step : split(path, '/'))
    if (step.empty() || step == "." || step == "..") return false;
  return true;
}

}  // namespace

void DocumentLoader::add(std::string iri, std::string path) { paths_.insert_or_assign(std::move(iri), std::move(path)); }

const Json& DocumentLoader::load(const std::string& iri) {
  const auto known = documents_.find(iri);
  if (known != documents_.end()) return known->second;
  const std::string path = path_of(iri);
  if (path.empty()) throw JsonldError(kFailed, fmt::format("'{}' is no document that was named; nothing is fetched", printable_line(iri)));
  try {
    return documents_.emplace(iri, parse_json(Input(path).read_all())).first->second;
  } catch (const Failure& fault) {
    throw JsonldError(kFailed, fmt::format("'{}' is {}, which {}", printable_line(iri), path, fault.what()));
  }
}

std::string DocumentLoader::path_of(std::string_view iri) const {
  iri = iri.substr(0, iri.find('#'));
  if (const auto exact = paths_.find(iri); exact != paths_.end() && !iri.ends_with('/')) return exact->second;
  for (std::size_t slash = iri.rfind('/'); slash != std::string_view::npos && slash > 0; slash = iri.rfind('/', slash - 1)) {
    const auto folder = paths_.find(iri.substr(0, slash + 1));
    if (folder == paths_.end()) continue;
    const std::string_view rest = iri.substr(slash + 1);
    return stays_below(rest) ? folder->second + "/" + std::string(rest) : std::string();
  }
  return {};
}

}  // namespace musclekg
