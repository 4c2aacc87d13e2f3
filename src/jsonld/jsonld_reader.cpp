#include "jsonld/jsonld_reader.h"

#include <fmt/format.h>

#include "base/input.h"
#include "base/text.h"
#include "jsonld/document_loader.h"
#include "jsonld/jsonld_error.h"
#include "jsonld/processor.h"

namespace musclekg {

void read_jsonld(const std::string& path, NodeTable& nodes, const std::function<void(const Quad&)>& take) {
  Input input(path);
  DocumentLoader loader;
  std::size_t left_out = 0;
  try {
    left_out = to_rdf(parse_json(input.read_all()), {}, loader, nodes, take);
  } catch (const JsonFault& fault) {
    throw Failure(format({Severity::Error, input.name(), fault.position, fault.what(), "loading document failed", {}}));
  } catch (const JsonldError& error) {
    throw Failure(format({Severity::Error, input.name(), {}, error.what(), std::string(error.code), {}}));
  }
  if (left_out > 0) throw Failure(fmt::format("{}: {} statements are no RDF", input.name(), left_out));
}

std::vector<std::pair<std::string, std::string>> context_prefixes(const Json& document) {
  std::vector<std::pair<std::string, std::string>> result;
  if (!document.is_object() || !document.contains("@context")) return result;
  const Json& context = document["@context"];
  const auto add = [&](const Json& one) {
    if (!one.is_object()) return;
    for (const auto& [name, value] : one.items()) {
      if (!value.is_string()) continue;
      const auto& iri = value.get_ref<const std::string&>();
      if ((iri.ends_with('/') || iri.ends_with('#')) && valid_iri(iri) && slug(name) == ascii_lower(name)) result.emplace_back(name, iri);
    }
  };
  if (!context.is_array())
    add(context);
  else
    for (const Json& one : context) add(one);
  return result;
}

}  // namespace musclekg
