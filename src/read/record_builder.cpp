#include "read/record_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <span>
#include <utility>

#include "base/text.h"

namespace musclekg {

namespace {

/// Words for messages, in the order of the table: "a, b, c".
std::string list_of_keys(Shape shape) {
  std::string result;
  for (Shape owner = shape; owner != Shape::None; owner = base_of(owner))
    for (const Key& key : keys_of(owner)) result += fmt::format("{}{}", result.empty() ? "" : ", ", key.name);
  return result;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& words) {
  const auto near = nearest(word, words);
  return near ? fmt::format("did you mean '{}'?", *near) : std::string();
}

/// Bit of a key among those of its shape and its base.
std::uint64_t bit_of(const Key& key) {
  const auto index = static_cast<std::size_t>(&key - keys_of(key.owner).data());
  return std::uint64_t{1} << (index + (key.owner == Shape::Value ? 32 : 0));
}

/// The number of a text of at most nine digits.
std::uint32_t number_of(std::string_view text) {
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

void RecordBuilder::begin(std::string_view file, Position where) {
  record_.file = file;
  record_.where = where;
  record_.fields.clear();
  record_.places.clear();
  next_place_ = 0;
  record_.fields.push_back({Relation::Muscle, kNoParent, 1, {}, {}, where, where});
  frames_.clear();
  frames_.push_back({Shape::Record, 0, where});
  passed_over_ = 0;
  whole_ = true;
}

void RecordBuilder::error(Position where, std::string_view rule, std::string text, std::string hint) {
  whole_ = false;
  diagnostics_.error({record_.file, where}, rule, std::move(text), std::move(hint));
}

void RecordBuilder::key(std::string_view name, Position where) {
  if (passed_over_ > 0) return;
  Frame& frame = frames_.back();
  frame.key = find_key(frame.shape, name);
  if (frame.key == nullptr) {
    std::vector<std::string_view> names;
    for (Shape owner = frame.shape; owner != Shape::None; owner = base_of(owner))
      for (const Key& key : keys_of(owner)) names.push_back(key.name);
    error(where, "unknown-key",
          fmt::format("unknown key '{}' in {}; the keys are {}", name, name_of(frame.shape), list_of_keys(frame.shape)),
          did_you_mean(name, names));
    return;
  }
  const std::uint64_t bit = bit_of(*frame.key);
  if (frame.seen & bit) {
    error(where, "duplicate-key", fmt::format("key '{}' stands twice in {}", name, name_of(frame.shape)),
          frame.key->many ? "write one key with a list of values" : "keep one of them");
    frame.key = nullptr;
    return;
  }
  frame.seen |= bit;
}

void RecordBuilder::refuse_key(Position where, std::string text) {
  if (passed_over_ > 0) return;
  error(where, "wrong-type", std::move(text));
  frames_.back().key = nullptr;
}

std::uint32_t RecordBuilder::add_field(const Key& key, std::string_view text, Position where) {
  const auto index = static_cast<std::uint32_t>(record_.fields.size());
  record_.fields.push_back({key.relation, frames_.back().field, index + 1, text, {}, where, where});
  record_.fields.back().place = std::exchange(next_place_, 0);
  return index;
}

void RecordBuilder::wrong_type(const Key& key, std::string_view found, Position where) {
  std::string text = fmt::format("'{}' takes {}{}, found {}", key.name, key.many ? "one or a list of: " : "", what_it_takes(key), found);
  std::string hint;
  if (key.type == Type::Choice) {
    text = fmt::format("'{}' takes one of {}; found {}", key.name, fmt::join(split(key.choices, '|'), ", "), found);
    hint = did_you_mean(trim(found), split(key.choices, '|'));
  } else if (key.type == Type::Text && key.inner == Shape::None) {
    hint = "put it in quotes if it is meant as text";
  }
  error(where, "wrong-type", std::move(text), std::move(hint));
}

void RecordBuilder::places(std::span<const Span> places) {
  next_place_ = places.empty() ? 0 : static_cast<std::uint32_t>(record_.places.size()) + 1;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto next = static_cast<std::uint32_t>(i + 1 < places.size() ? record_.places.size() + 2 : 0);
    record_.places.push_back({places[i], next});
  }
}

bool RecordBuilder::accepts(const Key& key, std::string_view text, ScalarKind kind, Position where) {
  if (!is_of_type(key, text, kind)) {
    const char* what = kind == ScalarKind::Boolean                            ? "the truth value "
                       : kind == ScalarKind::Number && key.type == Type::Text ? "the number "
                                                                              : "";
    const char* quote = *what == '\0' ? "'" : "";
    wrong_type(key, fmt::format("{}{}{}{}", what, quote, text, quote), where);
    return false;
  }
  if (trim(text).empty()) {
    error(where, "empty-value", fmt::format("'{}' is empty", key.name), "leave the key out where there is nothing to say");
    return false;
  }
  if (const std::size_t at = find_control_character(text); at != std::string_view::npos) {
    error(where, "control-character",
          fmt::format("'{}' holds the control character U+{:04X}", key.name, static_cast<unsigned char>(text[at])), "take it out");
    return false;
  }
  return true;
}

void RecordBuilder::scalar(std::string_view text, ScalarKind kind, Position where) {
  if (passed_over_ > 0) return;
  Frame& frame = frames_.back();
  if (frame.key == nullptr) return;
  const Key& key = *frame.key;
  if (kind == ScalarKind::Null) {
    if (!frame.in_list) frame.empty |= bit_of(key);  // as if the key were not there
    return;
  }
  if (!accepts(key, text, kind, where)) return;
  text = trim(text);
  Field& owner = record_.fields[frame.field];
  if (key.names_owner) {
    owner.text = text;
    owner.where = where;
  } else if (key.relation == Relation::Id) {
    owner.id = text;
    owner.id_where = where;
  } else {
    add_field(key, text, where);
  }
}

void RecordBuilder::begin_map(Position where) {
  if (passed_over_ > 0 || frames_.back().key == nullptr) {
    ++passed_over_;
    return;
  }
  const Key& key = *frames_.back().key;
  if (key.inner == Shape::None) {
    wrong_type(key, "a map", where);
    ++passed_over_;
    return;
  }
  const std::uint32_t field = add_field(key, {}, where);
  frames_.push_back({key.inner, field, where});
}

void RecordBuilder::end_map() {
  if (passed_over_ > 0) {
    --passed_over_;
    return;
  }
  close(frames_.back());
  frames_.pop_back();
}

void RecordBuilder::begin_list(Position where) {
  Frame& frame = frames_.back();
  if (passed_over_ > 0 || frame.key == nullptr) {
    ++passed_over_;
    return;
  }
  if (!frame.key->many || frame.in_list) {
    wrong_type(*frame.key, "a list", where);
    ++passed_over_;
    return;
  }
  frame.in_list = true;
}

void RecordBuilder::end_list() {
  if (passed_over_ > 0) {
    --passed_over_;
    return;
  }
  frames_.back().in_list = false;
}

void RecordBuilder::close(const Frame& frame) {
  record_.fields[frame.field].end = static_cast<std::uint32_t>(record_.fields.size());
  put_in_order(frame.field);
  for (Shape owner = frame.shape; owner != Shape::None; owner = base_of(owner)) {
    for (const Key& key : keys_of(owner)) {
      if (key.required && !(frame.seen & ~frame.empty & bit_of(key)))
        error(frame.where, "missing-key", fmt::format("{} needs the key '{}': {}", name_of(frame.shape), key.name, key.meaning));
    }
  }
}

void RecordBuilder::put_in_order(std::uint32_t owner) {
  std::vector<Field>& fields = record_.fields;
  const std::uint32_t first = owner + 1, last = fields[owner].end;
  children_.clear();
  for (std::uint32_t i = first; i < last; i = fields[i].end) children_.push_back(i);
  const auto before = [&](std::uint32_t a, std::uint32_t b) { return fields[a].relation < fields[b].relation; };
  if (std::is_sorted(children_.begin(), children_.end(), before)) return;
  std::stable_sort(children_.begin(), children_.end(), before);
  ordered_.clear();
  for (const std::uint32_t child : children_) {
    const std::uint32_t shift = first + static_cast<std::uint32_t>(ordered_.size()) - child;  // wraps, as it is added back
    for (std::uint32_t i = child; i < fields[child].end; ++i) {
      Field field = fields[i];
      if (field.parent != owner) field.parent += shift;
      field.end += shift;
      ordered_.push_back(field);
    }
  }
  std::copy(ordered_.begin(), ordered_.end(), fields.begin() + first);
}

void RecordBuilder::check_citations() {
  numbers_.clear();
  for (const Field& field : record_.fields)
    if (field.relation == Relation::Reference && !field.text.empty()) numbers_.push_back(number_of(field.text));
  std::sort(numbers_.begin(), numbers_.end());
  if (std::adjacent_find(numbers_.begin(), numbers_.end()) != numbers_.end()) {
    std::vector<std::uint32_t> left = numbers_;
    left.erase(std::unique(left.begin(), left.end()), left.end());
    std::vector<bool> met(left.size());
    for (const Field& field : record_.fields) {
      if (field.relation != Relation::Reference || field.text.empty()) continue;
      const auto place = std::lower_bound(left.begin(), left.end(), number_of(field.text)) - left.begin();
      if (met[static_cast<std::size_t>(place)])
        error(field.where, "duplicate-reference", fmt::format("reference {} is there twice", field.text), "give each its own number");
      met[static_cast<std::size_t>(place)] = true;
    }
    numbers_ = std::move(left);
  }
  for (const Field& field : record_.fields) {
    if (field.relation != Relation::Cites || std::binary_search(numbers_.begin(), numbers_.end(), number_of(field.text))) continue;
    constexpr std::size_t kMostNamed = 20;
    const std::span<const std::uint32_t> named(numbers_.data(), std::min(numbers_.size(), kMostNamed));
    error(field.where, "dangling-citation",
          numbers_.empty() ? fmt::format("cites reference {}, but the record has no references", field.text)
                           : fmt::format("cites reference {}; the references are {}{}", field.text, fmt::join(named, ", "),
                                         named.size() < numbers_.size() ? ", ..." : ""));
  }
}

bool RecordBuilder::end() {
  close(frames_.front());
  check_citations();
  return whole_;
}

}  // namespace musclekg
