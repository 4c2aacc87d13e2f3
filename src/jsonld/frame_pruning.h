// What is taken away from a framed document that says nothing.

#pragma once

#include "jsonld/json.h"

namespace musclekg {

/// Takes @id from each node object of an expanded, framed document whose identifier is that of a blank node and is mentioned once in all of
/// it: there. What stands in literals is no mention.
void prune_blank_labels(Json& framed);

}  // namespace musclekg
