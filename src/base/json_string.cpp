#include "base/json_string.h"

#include <fmt/format.h>

#include <algorithm>

namespace musclekg {

std::string json_string(std::string_view text) {
  const auto plain = [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; };
  std::string result = "\"";
  if (std::all_of(text.begin(), text.end(), plain)) return result.append(text) += '"';
  for (const char c : text) {
    switch (c) {
      case '"':
        result += "\\\"";
        break;
      case '\\':
        result += "\\\\";
        break;
      case '\b':
        result += "\\b";
        break;
      case '\f':
        result += "\\f";
        break;
      case '\n':
        result += "\\n";
        break;
      case '\r':
        result += "\\r";
        break;
      case '\t':
        result += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          result += fmt::format("\\u{:04x}", c);
        } else {
          result += c;
        }
    }
  }
  return result += '"';
}

}  // namespace musclekg
