// The reader of each input format; see `Format::read`. One file each, and none includes another.

#pragma once

#include "read/format.h"

namespace musclekg {

void read_csv(Input& input, Diagnostics& diagnostics, const RecordHandler& handler);
void read_json(Input& input, Diagnostics& diagnostics, const RecordHandler& handler);
void read_jsonl(Input& input, Diagnostics& diagnostics, const RecordHandler& handler);
void read_tsv(Input& input, Diagnostics& diagnostics, const RecordHandler& handler);
void read_yaml(Input& input, Diagnostics& diagnostics, const RecordHandler& handler);

}  // namespace musclekg
