// JSON (RFC 8259) as the events of a record, through simdjson's On-Demand parser, which tells the place of every value.

#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "base/diagnostics.h"
#include "read/format.h"
#include "read/record_builder.h"

namespace musclekg {

/// Bytes that must be readable behind every text given to JsonEvents; what they hold does not matter.
inline constexpr std::size_t kJsonPadding = 64;

/// A parser that is used again and again; its memory grows to the longest text.
class JsonEvents {
 public:
  JsonEvents();
  ~JsonEvents();

  /// Gives the JSON value `text` to `builder` as the value of the key that is awaited. `where` is the place of its first
  /// byte. Faults in the syntax are reported to `builder`. Its strings live until the next call.
  void read_value(std::string_view text, Position where, RecordBuilder& builder);

  /// Gives the JSON object `text`, or with `many` each object of the array `text`, to `handler` as a record. Broken syntax
  /// rejects the record it stands in, and what follows it in the same text.
  void read_records(std::string_view text, Position where, bool many, std::string_view file, RecordBuilder& builder,
                    const RecordHandler& handler);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace musclekg
