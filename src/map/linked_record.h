// A record whose names have been linked: the middle of the journey, between reading and mapping.

#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "link/levels.h"
#include "link/linker.h"
#include "map/mapping.h"
#include "model/record.h"

namespace musclekg {

/// What one field's words stand for. The links belong to the linker.
struct LinkedField {
  const FieldRule* rule = nullptr;
  const Link* link = nullptr;          ///< of a Term or Group; of an Action: the movement
  const Link* joint = nullptr;         ///< of an Action: where it is; may be nullptr
  const Link* part = nullptr;          ///< of an Action: the part of the body that moves; may be nullptr
  const SpinalLevel* level = nullptr;  ///< of a Level
  std::string_view words;              ///< what `link` was made of; without the whole that `of` gives
  std::string_view joint_words;        ///< what `joint` was made of
  std::string_view part_words;         ///< what `part` was made of
};

struct LinkedRecord {
  const Record* record = nullptr;
  std::vector<LinkedField> fields;  ///< one for each of the record's
};

/// Links the record's own name. The link is valid until the next record's.
const Link& link_muscle(const Record& record, const Mapping& mapping, Linker& linker);

/// Links every name of a record, of which `own` is the muscle's. What cannot be (a wrong id, an unknown level) is reported, and false comes
/// back: the record is then to be rejected. Names that no ontology has are linked to provisional terms, which is no fault.
bool link_record(const Record& record, const Link& own, const Mapping& mapping, const SpinalLevels& levels, Linker& linker,
                 Diagnostics& diagnostics, LinkedRecord& linked);

}  // namespace musclekg
