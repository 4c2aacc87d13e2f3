// JSON documents (one record, or an array of records) and JSON Lines (one record a line).

#include "base/text.h"
#include "read/json_events.h"
#include "read/line_reader.h"
#include "read/readers.h"

namespace musclekg {

void read_json(Input& input, Diagnostics& diagnostics, const RecordHandler& handler) {
  std::string text = input.read_all();
  const std::size_t size = text.size();
  text.append(kJsonPadding, ' ');
  std::string_view view(text.data(), size);
  if (view.starts_with("\xEF\xBB\xBF")) view.remove_prefix(3);
  RecordBuilder builder(diagnostics);
  if (trim(view).empty()) return;
  JsonEvents().read_records(view, {1, 1}, true, input.name(), builder, handler);
}

void read_jsonl(Input& input, Diagnostics& diagnostics, const RecordHandler& handler) {
  RecordBuilder builder(diagnostics);
  JsonEvents events;
  LineReader lines(input, kJsonPadding);
  while (lines.next()) {
    if (trim(lines.line()).empty()) continue;
    events.read_records(lines.line(), {lines.number(), 1}, false, input.name(), builder, handler);
  }
}

}  // namespace musclekg
