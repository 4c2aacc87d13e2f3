#include <utf8proc.h>

#include <string>
#include <string_view>

#include "base/text.h"

namespace musclekg {

namespace {

std::string map_letters(std::string_view text, utf8proc_int32_t (*map)(utf8proc_int32_t)) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const std::int32_t code_point = next_code_point(text, at);
    if (code_point < 0) {
      result += text.substr(begin, at - begin);
    } else {
      append_utf8(result, static_cast<std::uint32_t>(map(code_point)));
    }
  }
  return result;
}

}  // namespace

std::string upper_case(std::string_view text) {
  std::string result = map_letters(text, [](utf8proc_int32_t letter) { return letter == 0xDF ? letter : utf8proc_toupper(letter); });
  for (std::size_t at = result.find("\xC3\x9F"); at != std::string::npos; at = result.find("\xC3\x9F", at)) result.replace(at, 2, "SS");
  return result;
}

std::string lower_case(std::string_view text) { return map_letters(text, utf8proc_tolower); }

}  // namespace musclekg
