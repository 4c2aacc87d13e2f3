// Notes of a page that the markup holds at their marks, numbered in the order of their first mark.

#pragma once

#include <tsl/robin_map.h>

#include <functional>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "model/page.h"

namespace musclekg {

class PageNotes {
 public:
  explicit PageNotes(Page& page) : page_(page) {}

  /// The number of the note of that name, which is made where there is none; an empty name is always a new one.
  std::uint32_t number_of(std::string_view name) {
    const auto number = static_cast<std::uint32_t>(page_.notes.size() + 1);
    if (!name.empty()) {
      const auto [found, fresh] = numbers_.try_emplace(std::string(name), number);
      if (!fresh) return found->second;
    }
    page_.notes.emplace_back().number = number;
    return number;
  }

  /// The note of that number, to be filled in.
  Note& operator[](std::uint32_t number) { return page_.notes[number - 1]; }

 private:
  Page& page_;
  tsl::robin_map<std::string, std::uint32_t, TextHash, std::equal_to<>> numbers_;
};

}  // namespace musclekg
