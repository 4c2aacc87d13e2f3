// What an expanded frame object asks for.

#pragma once

#include <string_view>

#include "jsonld/json.h"
#include "jsonld/jsonld_options.h"

namespace musclekg {

/// The flags that hold for one frame object, and for those made where it has none for a property.
struct FrameFlags {
  Embed embed = Embed::Once;
  bool explicit_inclusion = false;
  bool require_all = false;
};

/// A frame object with the flags that hold where it says nothing of them. The object is not owned.
struct FrameObject {
  const Json* object;
  FrameFlags flags;
};

/// Checks a frame object and all within it (JSON-LD 1.1 Framing, section 4.1.2, step 1, and the values of flags): throws JsonldError
/// "invalid frame" or "invalid @embed value".
void check_frame(const Json& frame);

/// The flags of a frame object, which was checked.
FrameFlags frame_flags(const FrameObject& frame);

/// The flag @omitDefault of a frame object, or `otherwise`.
bool omits_default(const Json& frame, bool otherwise);

/// The first frame object of `array`, which may be missing; nullptr: none, or no object.
const Json* first_object(const Json* array);

/// The entry of an object, or nullptr.
const Json* entry(const Json& object, std::string_view name);

}  // namespace musclekg
