#include "jsonld/json.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <unordered_set>
#include <vector>

#include "base/text.h"

namespace musclekg {

namespace {

Position position_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_end = before.rfind('\n');
  const auto lines = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
  return {lines + 1, static_cast<std::uint32_t>(offset - (line_end == std::string_view::npos ? 0 : line_end + 1) + 1)};
}

/// What nlohmann's parser says, without its number and its own words for the place.
std::string reason(std::string_view what) {
  const std::size_t bracket = what.find("] "), colon = what.find(": ");
  if (what.starts_with("[json.exception") && bracket != std::string_view::npos)
    what.remove_prefix((what.find("at line") < colon && colon != std::string_view::npos ? colon : bracket) + 2);
  return printable_line(what);
}

/// Reads bytes, and tells how far it has come.
class Cursor {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Cursor(const char* at, const char** farthest) : at_(at), farthest_(farthest) {}
  const char& operator*() const { return *at_; }
  Cursor& operator++() {
    *farthest_ = ++at_;
    return *this;
  }
  friend bool operator==(const Cursor& a, const Cursor& b) { return a.at_ == b.at_; }

 private:
  const char* at_;
  const char** farthest_;
};

/// Bounds the nesting, and finds names that stand twice in an object.
class Watch {
 public:
  bool operator()(int depth, Json::parse_event_t event, Json& value) {
    using Event = Json::parse_event_t;
    if ((event == Event::object_start || event == Event::array_start) && static_cast<std::size_t>(depth) >= kDeepestJson)
      throw JsonFault(fmt::format("is nested deeper than {}", kDeepestJson), {});
    if (event == Event::object_start) names_.emplace_back();
    if (event == Event::object_end) names_.pop_back();
    if (event == Event::key && !names_.back().insert(value.get_ref<const std::string&>()).second)
      throw JsonFault(fmt::format("an object has '{}' twice", printable_line(value.get_ref<const std::string&>())), {});
    return true;
  }

 private:
  std::vector<std::unordered_set<std::string>> names_;  ///< of the objects that are being read
};

}  // namespace

Json parse_json(std::string_view text) {
  const std::string_view whole = text;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (const std::size_t bad = find_invalid_utf8(text); bad != std::string_view::npos)
    throw JsonFault("is not UTF-8", position_of(whole, bad + (whole.size() - text.size())));
  const char* at = text.data();
  try {
    Watch watch;
    return Json::parse(Cursor(text.data(), &at), Cursor(text.data() + text.size(), &at), std::ref(watch));
  } catch (const JsonFault& fault) {
    throw JsonFault(fault.what(), position_of(whole, static_cast<std::size_t>(at - whole.data()) - 1));
  } catch (const Json::parse_error& error) {
    const std::size_t behind = error.byte + (whole.size() - text.size());
    throw JsonFault("is not JSON: " + reason(error.what()), position_of(whole, std::max<std::size_t>(behind, 1) - 1));
  } catch (const Json::exception& error) {
    throw JsonFault("is not JSON: " + reason(error.what()), {});
  }
}

}  // namespace musclekg
