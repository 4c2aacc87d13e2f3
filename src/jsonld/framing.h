// Framing: the nodes of a document that match a frame, as trees of the frame's form.

#pragma once

#include <cstddef>

#include "jsonld/frame_object.h"
#include "jsonld/json.h"
#include "jsonld/jsonld_options.h"

namespace musclekg {

/// What steers framing (JSON-LD 1.1 Framing, section 5.3.2); a frame object's own @embed, @explicit, @omitDefault and @requireAll go
/// before.
struct FramingOptions {
  Embed embed = Embed::Once;
  bool explicit_inclusion = false;
  bool omit_default = false;
  bool require_all = false;
  bool frame_default = false;      ///< not all graphs as one are framed but the default graph: a key at the frame's top means @graph
  bool prune_blank_labels = true;  ///< not in json-ld-1.0: the @id of a blank node that nothing else mentions is left out
};

/// The framing options among those of the API; `frame_default` is for the caller to find out.
FramingOptions framing_options(const JsonldOptions& options, bool frame_default);

/// From the framing state on to the replacement of @preserve in the API's frame() (section 5.1): Framing (section 4.1) of an expanded
/// document with an expanded frame, which is a map or an array of at most one map (none matches all). The result is an expanded array of
/// node objects in the order of their identifiers, ready for compaction: @preserve is replaced by what it holds, and identifiers of blank
/// nodes are pruned if the options say so. A property without value and default has the string "@null" as its value, which compaction is
/// to keep and replace_null_markers takes away.
///
/// Where the Recommendation leaves room, as its known processors do: @id or @type alone decides unless all is required; the nodes that a
/// node pattern and @reverse speak of are sought in the graph that framing began with; what refers to a node at the top (@reverse) begins
/// a tree of its own; text passes a frame object that is no value pattern unless that wants a type.
///
/// Throws JsonldError "invalid frame" and "invalid @embed value", what node_map throws, and Failure where the result would nest deeper than
/// kDeepestEmbedding node objects, or repeat the document's values a hundred times over and more than a million times. Linear in document
/// and result; @included and @graph of a frame look at all nodes of a graph for each node that they stand with.
Json frame_expanded(const Json& expanded, const Json& expanded_frame, const FramingOptions& options);

inline constexpr std::size_t kDeepestEmbedding = 400;

/// What is left to be done in the compacted document: each string "@null" becomes null, and an array of nothing but such nulls becomes
/// empty.
void replace_null_markers(Json& compacted);

}  // namespace musclekg
