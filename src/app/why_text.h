// Explanations as text that a person reads, and as JSON.

#pragma once

#include <span>
#include <string>

#include "app/explanation.h"

namespace musclekg {

/// A heading for the edge, then a paragraph for each statement about it, or for the chain that it follows from. Lines of up to 100
/// characters; control characters as \u escapes.
std::string why_text(const Explanation& explanation);

/// The same in a few lines: who says so, or what it follows from, and where.
std::string why_brief(const Explanation& explanation);

/// An array of objects with all that is known.
std::string why_json(std::span<const Explanation> explanations);

}  // namespace musclekg
