// Texts that name several things at once: what they may mean, by their grammar alone.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace musclekg {

/// Whether a text has a comma, "and", "to", "via", a dash or the like, without which it names one thing. Cheap.
bool may_coordinate(std::string_view text);

/// The ways to split a text into the names it coordinates, each with two names at least, the likeliest first: as they stand
/// ("femur and patella"), with the end shared ("second, third and fourth metatarsal bones"), with the beginning shared ("transverse
/// processes of C1 and C2"), with both. What "of" in
/// the first name alone belongs to is told by the noun before it: if it is plural, to all; otherwise there is no way. Ranges of ordinals
/// and numbers are counted out ("6th-12th ribs"); those of more than 40, or that run backwards, are none. At most 16 names and 40 ways;
/// which of them is meant only the names can tell.
std::vector<std::vector<std::string>> coordinations(std::string_view text);

/// Spinal levels and ranges of them, one by one: "L2, 3 and 4", "C5,6", "L2-4", "T12 to L2", "C5/C6". `order`: all levels in
/// their order. Nothing when a part is no level.
std::vector<std::string> levels_of(std::string_view text, const std::vector<std::string>& order);

}  // namespace musclekg
