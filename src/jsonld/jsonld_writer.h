// JSON-LD: nested for people under our context, or flat for any dataset.

#pragma once

#include <memory>

#include "base/output.h"
#include "jsonld/context.h"
#include "rdf/quad_sink.h"

namespace musclekg {

/// JSON-LD 1.1. The document is an object with the context, written out, and the array "graph": the topics in their order,
/// each followed by the subjects of its statements that nothing in it mentions. Keys are sorted; nodes are always objects
/// with "id"; what the context calls a set is always an array. A node's statements stand where it is mentioned first; where
/// it is mentioned again, it has "id" and "label". Each topic is complete in itself: what an earlier topic said of a node is
/// said again. Streaming: holds one topic. The context lives as long as the writer.
///
/// What a topic says in named graphs stands behind what it says in the default graph: an object of "id", the graph's name, and
/// "graph", its nodes, for each graph in the order of their N-Triples forms. Such an object states what its graph states and nothing
/// of another graph, not even a label. Several topics have several objects for one graph (JSON-LD 1.1, 4.9, adds them up).
std::unique_ptr<QuadSink> jsonld_writer(Output& output, const Context& context);

/// The same, but flat: one node object for each subject of a topic, no node in another, and a context of the prefixes alone. Its "@graph"
/// is an array of node objects, and of objects for named graphs; a predicate with one object has no array.
std::unique_ptr<QuadSink> flat_jsonld_writer(Output& output);

}  // namespace musclekg
