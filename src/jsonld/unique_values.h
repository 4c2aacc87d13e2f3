// Arrays in which each value stands once.

#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <unordered_map>

#include "jsonld/json.h"

namespace musclekg {

/// Fills arrays without repetition, in time linear in what is appended. The arrays must stay where they are while this object lives, and
/// only grow.
class UniqueValues {
 public:
  /// Appends `value` to the array `values` unless an equal value (numbers by their value) was appended to it here before.
  void append(Json& values, Json value) {
    if (values.size() < kFew) {
      for (const Json& other : values)
        if (other == value) return;
      values.push_back(std::move(value));
      return;
    }
    auto [found, is_new] = places_.try_emplace(&values);
    Places& places = found->second;
    if (is_new)
      for (std::size_t i = 0; i != values.size(); ++i) places.emplace(hash(values[i]), i);
    const std::size_t key = hash(value);
    for (auto [at, end] = places.equal_range(key); at != end; ++at)
      if (values[at->second] == value) return;
    places.emplace(key, values.size());
    values.push_back(std::move(value));
  }

 private:
  using Places = std::unordered_multimap<std::size_t, std::size_t>;  ///< hash -> place in the array
  static constexpr std::size_t kFew = 16;                            ///< up to here looking at each is quicker

  static std::size_t mix(std::size_t seed, std::size_t value) { return (seed ^ value) * 0x9E3779B97F4A7C15U + (seed >> 29U); }

  static std::size_t hash(const Json& value) {
    auto result = static_cast<std::size_t>(value.is_number() ? Json::value_t::number_float : value.type());
    if (value.is_number()) return mix(result, std::hash<double>()(value.get<double>()));
    if (value.is_string()) return mix(result, std::hash<std::string>()(value.get_ref<const std::string&>()));
    if (value.is_boolean()) return mix(result, value.get<bool>() ? 1 : 0);
    if (value.is_array())
      for (const Json& item : value) result = mix(result, hash(item));
    if (value.is_object())
      for (const auto& [name, item] : value.items()) result = mix(mix(result, std::hash<std::string>()(name)), hash(item));
    return result;
  }

  std::unordered_map<const Json*, Places> places_;
};

}  // namespace musclekg
