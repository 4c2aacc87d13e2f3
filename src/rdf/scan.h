// Reading the small parts of lexical forms: each function takes what it finds off the front of a text.

#pragma once

#include <cstddef>
#include <string_view>

namespace musclekg::scan {

inline bool digit(char c) { return c >= '0' && c <= '9'; }
inline bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

inline std::string_view take_digits(std::string_view& text) {
  std::size_t size = 0;
  while (size < text.size() && digit(text[size])) ++size;
  const std::string_view digits = text.substr(0, size);
  text.remove_prefix(size);
  return digits;
}

inline bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

inline void take_sign(std::string_view& text) {
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) text.remove_prefix(1);
}

/// Takes two digits between `low` and `high`.
inline bool take_pair(std::string_view& text, int low, int high, int* value = nullptr) {
  if (text.size() < 2 || !digit(text[0]) || !digit(text[1])) return false;
  const int number = 10 * (text[0] - '0') + (text[1] - '0');
  text.remove_prefix(2);
  if (value != nullptr) *value = number;
  return number >= low && number <= high;
}

}  // namespace musclekg::scan
