// Turtle and TriG for people: grouped by subject, sorted, prefixed names, and the names of things behind their ids as comments.

#pragma once

#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "base/output.h"
#include "rdf/quad_sink.h"

namespace musclekg {

/// Labels of nodes that the graph itself does not describe (its properties), for the comments: used where the name of a node
/// does not say what it means.
using Labels = std::vector<std::pair<const Node*, std::string_view>>;

/// Turtle 1.1; graph names are left out. Within a topic: the topic's own block first, then the other subjects by IRI; in a block rdf:type,
/// then rdfs:label, then the predicates by IRI, the objects by their N-Triples form. Statements that an earlier topic made, too, stand
/// again only in the topic's own block.
///
/// What it never does, because it damages data elsewhere: it writes every literal but canonical integers and booleans with
/// its datatype, on one line, and keeps language tags as they are; prefixes stand at the top only; the '.'
/// that ends a statement ends its line, and no other line ends in '.', so that readers can cut the file there (QLever).
std::unique_ptr<QuadSink> turtle_writer(Output& output, const Labels& labels);

/// TriG 1.1: as Turtle; what a topic says in named graphs stands behind what it says in the default graph, a block for each graph in the
/// order of their N-Triples forms. A graph whose statements come with several topics has several blocks.
std::unique_ptr<QuadSink> trig_writer(Output& output, const Labels& labels);

}  // namespace musclekg
