// Which nodes and values match a frame.

#pragma once

#include <cstddef>
#include <functional>
#include <unordered_map>

#include "jsonld/json.h"

namespace musclekg {

/// Value Pattern Matching (JSON-LD 1.1 Framing, section 4.3): whether a value object matches a pattern. A pattern without @value, @type and
/// @language matches all; @language is compared without regard to case.
bool value_matches(const Json& pattern, const Json& value);

/// Frame Matching (section 4.2). The frames and nodes it is given must stay where they are while it lives: what it finds out about node
/// patterns it keeps, so that each pattern looks at each node once.
class FrameMatching {
 public:
  /// `subjects`: {id: node object}, where the values of node patterns are sought.
  explicit FrameMatching(const Json& subjects) : subjects_(subjects) {}

  /// `frame` was checked (check_frame).
  bool matches(const Json& node, const Json& frame, bool require_all);

 private:
  enum class Outcome : std::uint8_t { Match, NoMatch, Ignored, Refused };

  struct Question {
    const Json* node;
    const Json* pattern;
    bool require_all;

    friend bool operator==(const Question&, const Question&) = default;
  };
  struct QuestionHash {
    std::size_t operator()(const Question& question) const {
      const std::hash<const Json*> hash;
      return hash(question.node) * 31 + hash(question.pattern) * 2 + (question.require_all ? 1 : 0);
    }
  };

  Outcome property(const Json* values, const Json& frames, bool require_all);
  bool any_value(const Json& values, const Json& frames, bool require_all);
  bool any_list_item(const Json& values, const Json& pattern, bool require_all);
  bool node_matches(const Json& value, const Json& pattern, bool require_all);

  const Json& subjects_;
  std::unordered_map<Question, bool, QuestionHash> answers_;
};

}  // namespace musclekg
