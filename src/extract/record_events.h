// A record as events, whatever is made of it: YAML, or the record itself.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "model/page.h"

namespace musclekg {

/// The order of calls: begin, then for each key: key and one value, then end. A value is a text or a number; or begin_map, keys and values,
/// end_map; or begin_list, values, end_list. The values of one list are all maps or none is. Comments may stand before a key, before a map
/// of a list, and outside of records. Every call tells the words of the page that it comes from. Texts are valid during the call only.
class RecordEvents {
 public:
  virtual ~RecordEvents() = default;

  virtual void begin(Span where) = 0;
  virtual void key(std::string_view name, Span where) = 0;
  virtual void text(std::string_view text, Span where) = 0;
  virtual void number(std::uint32_t number, Span where) = 0;
  virtual void begin_map(Span where) = 0;
  virtual void end_map() = 0;
  virtual void begin_list(Span where) = 0;
  virtual void end_list() = 0;
  virtual void end() = 0;

  /// Before a text or a map: all places of the page that say it, in order. Without it only the place the call itself tells is known.
  virtual void places(std::span<const Span>) {}

  /// A remark for those who read the record; may hold any characters.
  virtual void comment(std::string_view text) = 0;
};

}  // namespace musclekg
