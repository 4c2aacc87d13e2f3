#include "jsonld/frame_object.h"

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "base/text.h"
#include "jsonld/jsonld_error.h"

namespace musclekg {

namespace {

[[noreturn]] void invalid_frame(const char* what, const Json& found) {
  throw JsonldError("invalid frame", fmt::format("{}: {}", what, printable_line(found.dump().substr(0, 80))));
}

/// A flag's value in the forms that expansion may leave it in: bare, as a value object, in an array; nullptr where none is given.
const Json* flag_value(const Json& frame, const char* name) {
  const Json* value = entry(frame, name);
  for (int i = 0; value != nullptr && i != 3; ++i) {
    if (value->is_array())
      value = value->empty() ? nullptr : &value->front();
    else if (value->is_object())
      value = entry(*value, "@value");
  }
  return value != nullptr && !value->is_null() ? value : nullptr;
}

bool boolean_flag(const Json& frame, const char* name, bool otherwise) {
  const Json* value = flag_value(frame, name);
  if (value == nullptr) return otherwise;
  if (value->is_boolean()) return value->get<bool>();
  if (*value == "true") return true;
  if (*value == "false") return false;
  invalid_frame(name, *value);
}

Embed embed_flag(const Json& frame, Embed otherwise) {
  const Json* value = flag_value(frame, "@embed");
  if (value == nullptr) return otherwise;
  if (*value == "@once" || *value == true || *value == "true") return Embed::Once;
  if (*value == "@never" || *value == false || *value == "false") return Embed::Never;
  if (*value == "@always") return Embed::Always;
  throw JsonldError("invalid @embed value",
                    fmt::format("@embed is {}, not @always, @once or @never", printable_line(value->dump().substr(0, 80))));
}

bool is_iri(const Json& value) { return value.is_string() && valid_iri(value.get_ref<const std::string&>()); }

void check_ids(const Json& ids) {
  if (ids.is_array()) {
    for (const Json& id : ids) check_ids(id);
  } else if (!is_iri(ids) && !(ids.is_object() && ids.empty())) {
    invalid_frame("an @id of a frame is neither an IRI nor {}", ids);
  }
}

void check_types(const Json& types) {
  if (types.is_array()) {
    for (const Json& type : types) check_types(type);
  } else if (types.is_object() ? !types.empty() && !types.contains("@default") : !is_iri(types) && types != "@json") {
    invalid_frame("a @type of a frame is neither an IRI nor {} nor has @default", types);
  }
}

void check_frames(const Json& frames) {
  if (!frames.is_array()) return check_frame(frames);
  for (const Json& frame : frames) check_frame(frame);
}

}  // namespace

const Json* entry(const Json& object, std::string_view name) {
  const auto found = object.find(name);
  return found != object.end() ? &*found : nullptr;
}

const Json* first_object(const Json* array) {
  if (array == nullptr || array->is_object()) return array;
  return array->is_array() && !array->empty() && array->front().is_object() ? &array->front() : nullptr;
}

void check_frame(const Json& frame) {
  if (!frame.is_object()) invalid_frame("a frame is no object", frame);
  frame_flags({&frame, {}});
  omits_default(frame, false);
  if (frame.contains("@value")) return;
  for (auto member = frame.begin(); member != frame.end(); ++member) {
    const std::string& name = member.key();
    if (name == "@id") {
      check_ids(*member);
    } else if (name == "@type") {
      check_types(*member);
    } else if (name == "@reverse") {
      if (!member->is_object()) invalid_frame("@reverse of a frame is no object", *member);
      for (const Json& frames : *member) check_frames(frames);
    } else if (name == "@graph" || name == "@included" || name == "@list" || !name.starts_with('@')) {
      check_frames(*member);
    }
  }
  if (const Json* included = entry(frame, "@included"); included != nullptr && included->is_array() && included->size() > 1)
    invalid_frame("@included of a frame has more than one frame", *included);
}

FrameFlags frame_flags(const FrameObject& frame) {
  return {embed_flag(*frame.object, frame.flags.embed), boolean_flag(*frame.object, "@explicit", frame.flags.explicit_inclusion),
          boolean_flag(*frame.object, "@requireAll", frame.flags.require_all)};
}

bool omits_default(const Json& frame, bool otherwise) { return boolean_flag(frame, "@omitDefault", otherwise); }

}  // namespace musclekg
