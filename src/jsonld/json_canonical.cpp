#include "jsonld/json_canonical.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json_string.h"
#include "jsonld/context.h"

namespace musclekg {

namespace {

/// The order of UTF-16 code units: that of the bytes of UTF-8, but characters beyond U+FFFF come before those from U+E000.
bool before_in_utf16(std::string_view a, std::string_view b) {
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (in_a == a.end() || in_b == b.end()) return in_b != b.end();
  const auto left = static_cast<unsigned char>(*in_a);
  const auto right = static_cast<unsigned char>(*in_b);
  const bool surrogates_left = left >= 0xF0;
  const bool surrogates_right = right >= 0xF0;
  if (surrogates_left && !surrogates_right && right >= 0xEE) return true;
  if (surrogates_right && !surrogates_left && left >= 0xEE) return false;
  return left < right;
}

void append_object(std::string& out, const Json& object);

void append_value(std::string& out, const Json& value) {
  if (value.is_object()) {
    append_object(out, value);
  } else if (value.is_array()) {
    out += '[';
    bool first = true;
    for (const Json& item : value) {
      if (!std::exchange(first, false)) out += ',';
      append_value(out, item);
    }
    out += ']';
  } else if (value.is_string()) {
    out += json_string(value.get_ref<const std::string&>());
  } else if (value.is_boolean()) {
    out += value.get<bool>() ? "true" : "false";
  } else if (value.is_number()) {
    out += ecmascript_number(value.get<double>());
  } else {
    out += "null";
  }
}

void append_object(std::string& out, const Json& object) {
  std::vector<std::pair<std::string_view, const Json*>> members;
  members.reserve(object.size());
  for (auto member = object.begin(); member != object.end(); ++member) members.emplace_back(member.key(), &*member);
  std::sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return before_in_utf16(a.first, b.first); });
  out += '{';
  bool first = true;
  for (const auto& member : members) {
    if (!std::exchange(first, false)) out += ',';
    out += json_string(member.first);
    out += ':';
    append_value(out, *member.second);
  }
  out += '}';
}

}  // namespace

std::string ecmascript_number(double number) {
  if (!std::isfinite(number)) return "null";
  if (number == 0) return "0";
  std::array<char, 40> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::fabs(number), std::chars_format::scientific).ptr;
  const std::string_view shortest(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  const std::size_t e = shortest.find('e');
  std::string digits(1, shortest[0]);
  if (e > 2) digits += shortest.substr(2, e - 2);
  int exponent = 0;
  const char* const sign = shortest.data() + e + 1;
  std::from_chars(*sign == '+' ? sign + 1 : sign, end, exponent);
  const int count = static_cast<int>(digits.size());
  const int point = exponent + 1;  // digits before the decimal point
  std::string out = number < 0 ? "-" : "";
  if (count <= point && point <= 21) return out + digits + std::string(static_cast<std::size_t>(point - count), '0');
  if (0 < point && point <= 21) return out + digits.insert(static_cast<std::size_t>(point), ".");
  if (-6 < point && point <= 0) return out + "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  if (count > 1) digits.insert(1, ".");
  return out + digits + (exponent < 0 ? "e-" : "e+") + std::to_string(std::abs(exponent));
}

std::string canonical_json(const Json& value) {
  std::string out;
  append_value(out, value);
  return out;
}

}  // namespace musclekg
