#include "jsonld/processor.h"

#include "jsonld/active_context.h"
#include "jsonld/compaction.h"
#include "jsonld/expansion.h"
#include "jsonld/flattening.h"
#include "jsonld/framing.h"
#include "jsonld/iri_expansion.h"
#include "jsonld/to_rdf.h"
#include "jsonld/value_objects.h"

namespace musclekg {

namespace {

/// A context as it is given to the API: what stands under @context, where there is one.
const Json& bare(const Json& context) { return has(context, "@context") ? context["@context"] : context; }

ContextPointer with_expand_context(const JsonldOptions& options, DocumentLoader& loader) {
  const ContextPointer active = initial_context(options);
  return options.expand_context.is_null() ? active
                                          : process_context(active, bare(options.expand_context), options.base, ContextProcessing{loader});
}

Json expand_element(const Json& element, bool frame, const JsonldOptions& options, DocumentLoader& loader) {
  return JsonldExpansion(options.base, frame, loader).document(with_expand_context(options, loader), element);
}

/// The context of the result, made active; `local` is bare.
ContextPointer result_context(const Json& local, const JsonldOptions& options, DocumentLoader& loader) {
  ContextPointer active = process_context(initial_context(options), local, options.base, ContextProcessing{loader});
  if (options.compact_to_relative || !active->base || *active->base != options.base) return active;
  auto result = std::make_shared<ActiveContext>(*active);
  result->base.reset();
  return result;
}

bool is_nothing(const Json& context) { return context.is_null() || ((context.is_object() || context.is_array()) && context.empty()); }

/// Step 8 and 9 of compact(): an object, with the context.
Json under_context(Json compacted, const Json& local, const ContextPointer& active, const JsonldCompaction& compaction) {
  if (compacted.is_array()) {
    Json object = Json::object();
    if (!compacted.empty()) object[compaction.name(*active, "@graph")] = std::move(compacted);
    compacted = std::move(object);
  }
  if (!is_nothing(local)) compacted["@context"] = local;
  return compacted;
}

Json compact_expanded(const Json& expanded, const Json& context, const JsonldOptions& options, DocumentLoader& loader) {
  const Json& local = bare(context);
  const ContextPointer active = result_context(local, options, loader);
  JsonldCompaction compaction(options.compact_arrays, options.compact_to_relative, loader);
  return under_context(compaction.document(active, expanded), local, active, compaction);
}

/// Whether a key of the frame's top level means @graph.
bool frames_default_graph(const Json& frame, const ActiveContext& active) {
  const Json& top = frame.is_array() && frame.size() == 1 ? frame[0] : frame;
  if (!top.is_object()) return false;
  for (const auto& [key, value] : top.items())
    if (expand_iri(active, key, false, true) == "@graph") return true;
  return false;
}

}  // namespace

Json expand(const Json& document, const JsonldOptions& options, DocumentLoader& loader) {
  return expand_element(document, false, options, loader);
}

Json compact(const Json& document, const Json& context, const JsonldOptions& options, DocumentLoader& loader) {
  return compact_expanded(expand(document, options, loader), context, options, loader);
}

Json flatten(const Json& document, const Json& context, const JsonldOptions& options, DocumentLoader& loader) {
  Json flattened = flatten_expanded(expand(document, options, loader));
  if (context.is_null()) return flattened;
  const Json& local = bare(context);
  const ContextPointer active = result_context(local, options, loader);
  JsonldCompaction compaction(options.compact_arrays, options.compact_to_relative, loader);
  Json compacted = compaction.document(active, flattened);
  if (compacted.is_object() && !compacted.empty()) compacted = as_array(std::move(compacted));
  return under_context(std::move(compacted), local, active, compaction);
}

Json frame(const Json& document, const Json& frame, const JsonldOptions& options, DocumentLoader& loader) {
  const Json expanded = expand(document, options, loader);
  const Json local = has(frame, "@context") ? frame["@context"] : Json::object();
  const ContextPointer active = result_context(local, options, loader);
  const Json expanded_frame = expand_element(frame, true, options, loader);
  const bool default_graph = frames_default_graph(frame, *active);
  const Json framed = frame_expanded(expanded, expanded_frame, framing_options(options, default_graph));
  JsonldCompaction compaction(options.compact_arrays, options.compact_to_relative, loader);
  Json compacted = compaction.document(active, framed);
  replace_null_markers(compacted);
  const bool omit_graph = options.omit_graph.value_or(!options.processing_mode_10);
  if (compacted.is_array() || !omit_graph) {
    if (compacted.is_object() && compacted.empty()) compacted = Json::array();
    Json nodes = as_array(std::move(compacted));
    if (omit_graph && nodes.size() == 1) {
      compacted = Json(std::move(nodes[0]));
    } else if (omit_graph && nodes.empty()) {
      compacted = Json::object();
    } else {
      compacted = Json::object();
      compacted[compaction.name(*active, "@graph")] = std::move(nodes);
    }
  }
  if (!is_nothing(local)) compacted["@context"] = local;
  return compacted;
}

std::size_t to_rdf(const Json& document, const JsonldOptions& options, DocumentLoader& loader, NodeTable& nodes,
                   const std::function<void(const Quad&)>& take) {
  return expanded_to_rdf(expand(document, options, loader), options, nodes, take);
}

}  // namespace musclekg
