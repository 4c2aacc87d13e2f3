// How read_actions reads a text.

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/action_names.h"

namespace musclekg {

/// What a word says of the direction of a movement: "lateral" of "laterally"; empty: nothing.
std::string direction_of(const PageToken& token);

/// "ipsilateral" or "contralateral"; empty where the word tells no side.
std::string side_of(const PageToken& token);

/// One text, read from its beginning to its end: movements wait until what they move is found.
class ActionReading {
 public:
  ActionReading(Tokens tokens, std::string_view words, bool of_muscle) : tokens_(tokens), words_(words), of_muscle_(of_muscle) {}

  /// To be called once.
  ActionList read();

 private:
  bool is_movement(std::size_t at) const;
  bool moves_part(std::size_t at) const;
  std::size_t movement_from(std::size_t at) const;
  bool take_condition();
  bool take_movement();
  bool is_object_word(const PageToken& token) const;
  std::string name_of(std::size_t begin, std::size_t end) const;
  void take_objects(MovementForm form);
  const PageToken& noun_token(std::size_t begin, std::size_t end) const;
  bool begins_object(std::size_t at) const;
  bool ends_object(std::size_t at) const;
  void take_ways(std::size_t count);
  void give_object(const std::string& name, WordSpan span, bool joint);
  bool take_joint();
  void settle();

  Tokens tokens_;
  std::string_view words_;
  bool of_muscle_;
  ActionList list_;
  std::vector<ActionName> pending_;               ///< movements that wait
  std::pair<std::string, WordSpan> last_object_;  ///< what "it" means
  bool negated_ = false;                          ///< a negation stands before the movement that follows
  std::string condition_;                         ///< of the movements that follow
  std::size_t at_ = 0;
  std::size_t floor_ = 0;   ///< no movement goes back behind this token
  std::size_t clause_ = 0;  ///< the first action of this clause
};

}  // namespace musclekg
