#include "link/coordination.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostNames = 16, kMostWays = 40, kMostWords = 24;
constexpr int kLongestRange = 40;

constexpr std::array<std::string_view, 20> kOrdinals = {
    "first",    "second",  "third",      "fourth",     "fifth",     "sixth",     "seventh",     "eighth",     "ninth",      "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};

using Words = std::vector<std::string>;

/// A number as it is written in a range: "6th", "sixth", "6", "C6".
struct Counted {
  enum class Form { Ordinal, Digits, Prefixed } form;
  std::string prefix;  ///< of Prefixed: "C"
  int number;
};

bool all_digits(std::string_view text) {
  return !text.empty() && text.size() < 4 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = 10 * value + (c - '0');
  return value;
}

std::optional<Counted> counted(std::string_view word) {
  const auto ordinal = std::find(kOrdinals.begin(), kOrdinals.end(), word);
  if (ordinal != kOrdinals.end()) return Counted{Counted::Form::Ordinal, {}, static_cast<int>(ordinal - kOrdinals.begin()) + 1};
  if (all_digits(word)) return Counted{Counted::Form::Digits, {}, number_of(word)};
  const std::size_t digit = word.find_first_of("0123456789");
  if (digit == std::string_view::npos) return {};
  const std::size_t end = std::min(word.find_first_not_of("0123456789", digit), word.size());
  const std::string_view tail = word.substr(end);
  if (!all_digits(word.substr(digit, end - digit))) return {};
  if (digit == 0 && (tail == "st" || tail == "nd" || tail == "rd" || tail == "th"))
    return Counted{Counted::Form::Ordinal, {}, number_of(word.substr(0, end))};
  if (digit > 0 && digit < 3 && tail.empty())
    return Counted{Counted::Form::Prefixed, std::string(word.substr(0, digit)), number_of(word.substr(digit))};
  return {};
}

std::string written(const Counted& value, int number) {
  if (value.form == Counted::Form::Digits) return fmt::format("{}", number);
  if (value.form == Counted::Form::Prefixed) return fmt::format("{}{}", value.prefix, number);
  if (number >= 1 && number <= static_cast<int>(kOrdinals.size())) return std::string(kOrdinals[static_cast<std::size_t>(number - 1)]);
  return fmt::format("{}th", number);
}

/// The members of a range but for its last, which stays with the words behind it; nothing when it is none.
std::optional<Words> counted_out(std::string_view first, std::string_view last) {
  const auto from = counted(first);
  auto to = counted(last);
  if (!from || !to) return {};
  if (from->form == Counted::Form::Prefixed && to->form == Counted::Form::Digits)
    to = Counted{Counted::Form::Prefixed, from->prefix, to->number};
  if (from->form == Counted::Form::Digits && to->form == Counted::Form::Ordinal) to->form = Counted::Form::Ordinal;
  if (from->form == Counted::Form::Prefixed && (to->form != Counted::Form::Prefixed || to->prefix != from->prefix)) return {};
  if (from->number >= to->number || to->number - from->number > kLongestRange) return {};
  Words members;
  for (int number = from->number; number <= to->number; ++number) members.push_back(written(*to, number));
  return members;
}

Words words_in(std::string_view text) {
  Words words;
  for (const std::string_view word : split(text, ' '))
    if (!word.empty()) words.emplace_back(word);
  return words;
}

std::string joined(const Words& words, std::size_t begin, std::size_t end) {
  std::string result;
  for (std::size_t i = begin; i < end; ++i) result.append(result.empty() ? "" : " ").append(words[i]);
  return result;
}

bool means_to(std::string_view word) { return word == "to" || word == "through" || word == "thru"; }

bool is_preposition(std::string_view word) {
  const std::string lower = ascii_lower(word);
  return lower == "of" || lower == "from" || lower == "on";
}

/// The parts of a coordination, with ranges counted out: "6th-12th ribs" is "sixth", ..., "twelfth ribs".
std::vector<Words> parts_of(std::string_view text) {
  std::string spaced;
  const std::string plain = with_plain_dashes(text);
  for (std::size_t at = 0; at < plain.size(); ++at) {
    const char c = plain[at];
    if (c == ',' || c == ';' || c == '&' || c == '/') {
      spaced += " , ";
    } else {
      spaced += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
    }
  }
  std::vector<Words> parts(1);
  const Words words = words_in(spaced);
  const auto is_end = [](std::string_view word) { return word == "," || ascii_lower(word) == "and"; };
  const auto is_to = [](std::string_view word) { return word == "-" || means_to(ascii_lower(word)); };
  const auto count_out = [&](const Words& members) {
    for (const std::string& member : members) {
      parts.back().push_back(member);
      if (&member != &members.back()) parts.emplace_back();
    }
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_end(words[i])) {
      if (!parts.back().empty()) parts.emplace_back();
      continue;
    }
    if (i + 2 < words.size() && is_to(words[i + 1]))
      if (const auto members = counted_out(words[i], words[i + 2])) {
        count_out(*members);
        i += 2;
        continue;
      }
    const std::size_t dash = words[i].find('-');
    if (dash != std::string::npos)
      if (const auto members = counted_out(std::string_view(words[i]).substr(0, dash), std::string_view(words[i]).substr(dash + 1))) {
        count_out(*members);
        continue;
      }
    parts.back().push_back(words[i]);
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

/// How many words of the first part the others share at least: with "of" in the first part alone, those up to it when the noun
/// before it is plural ("upper borders of second and third ribs"). When it is singular ("head of fibula and tibia") nobody can tell:
/// npos.
std::size_t least_shared_front(const std::vector<Words>& parts) {
  const Words& first = parts.front();
  const auto has_preposition = [](const Words& part) { return std::any_of(part.begin(), part.end(), is_preposition); };
  if (!has_preposition(first) || std::any_of(parts.begin() + 1, parts.end(), has_preposition)) return 0;
  std::size_t last = 0, begin = 0;
  for (std::size_t i = first.size(); i-- > 0;)
    if (is_preposition(first[i])) {
      last = std::max(last, i);
      begin = i;
    }
  if (begin == 0) return std::string::npos;
  const std::string noun = fold(first[begin - 1]);
  return singular(noun) == noun ? std::string::npos : last + 1;
}

}  // namespace

bool may_coordinate(std::string_view text) {
  static constexpr std::array<std::string_view, 5> kWords = {"and", "to", "through", "thru", "via"};
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == ',' || c == '/' || c == '&' || c == ';' || c == '-' || static_cast<unsigned char>(c) >= 0x80) return true;
    if (!blank(c)) continue;
    const std::string_view rest = text.substr(at + 1);
    const char letter = rest.empty() ? ' ' : static_cast<char>(rest.front() | 0x20);
    if (letter != 'a' && letter != 't' && letter != 'v') continue;
    for (const std::string_view word : kWords) {
      if (rest.size() <= word.size() || !blank(rest[word.size()])) continue;
      if (std::equal(word.begin(), word.end(), rest.begin(), [](char wanted, char found) { return wanted == (found | 0x20); })) return true;
    }
  }
  return false;
}

std::vector<std::vector<std::string>> coordinations(std::string_view text) {
  const std::vector<Words> parts = parts_of(text);
  if (parts.size() < 2 || parts.size() > kMostNames) return {};
  for (const Words& part : parts)
    if (part.size() > kMostWords) return {};
  const Words &first = parts.front(), &last = parts.back();
  std::vector<Words> ways;
  const std::size_t least_front = least_shared_front(parts);
  if (least_front == std::string::npos) return {};
  const auto add = [&](std::size_t shared_front, std::size_t shared_back) {
    if (ways.size() >= kMostWays || shared_front < least_front) return;
    const std::string front = joined(first, 0, shared_front), back = joined(last, last.size() - shared_back, last.size());
    Words names;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      std::string name = i > 0 && !front.empty() ? front + " " : "";
      name += joined(parts[i], 0, parts[i].size());
      if (i + 1 < parts.size() && !back.empty()) name += " " + back;
      names.push_back(std::move(name));
    }
    ways.push_back(std::move(names));
  };
  add(0, 0);
  for (std::size_t back = last.size() - 1; back > 0; --back) add(0, back);
  for (std::size_t front = first.size() - 1; front > 0; --front) add(front, 0);
  for (std::size_t front = first.size() - 1; front > 0; --front)
    for (std::size_t back = last.size() - 1; back > 0; --back) add(front, back);
  return ways;
}

std::vector<std::string> levels_of(std::string_view text, const std::vector<std::string>& order) {
  std::string plain = ascii_lower(with_plain_dashes(text));
  std::replace_if(
      plain.begin(), plain.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  for (const std::string_view word : {" through ", " thru ", " to "})
    for (std::size_t at; (at = plain.find(word)) != std::string::npos;) plain.replace(at, word.size(), "-");
  for (std::size_t at; (at = plain.find(" and ")) != std::string::npos;) plain.replace(at, 5, ",");
  for (char& c : plain)
    if (c == '/' || c == '&' || c == ';') c = ',';
  const auto place_of = [&](std::string_view name) {
    const auto found = std::find_if(order.begin(), order.end(), [&](const std::string& level) {
      return std::equal(level.begin(), level.end(), name.begin(), name.end(), [](char a, char b) {
        return std::toupper(static_cast<unsigned char>(a)) == std::toupper(static_cast<unsigned char>(b));
      });
    });
    return static_cast<std::size_t>(found - order.begin());
  };
  std::vector<std::string> result;
  std::string region;  // of the level before: in "L2, 3 and 4" the 3 is L3
  const auto complete = [&](std::string_view written) {
    std::string name;
    for (const char c : written)
      if (c != ' ') name += c;
    if (all_digits(name)) {
      name.insert(0, region);
    } else {
      region = name.substr(0, name.find_first_of("0123456789"));
    }
    return place_of(name);
  };
  for (const std::string_view part : split(plain, ',')) {
    if (trim(part).empty()) continue;
    const std::size_t dash = part.find('-');
    const std::size_t begin = complete(part.substr(0, dash));
    const std::size_t end = dash == std::string_view::npos ? begin : complete(part.substr(dash + 1));
    if (begin >= order.size() || end >= order.size() || end < begin) return {};
    for (std::size_t level = begin; level <= end; ++level)
      if (std::find(result.begin(), result.end(), order[level]) == result.end()) result.push_back(order[level]);
  }
  return result;
}

}  // namespace musclekg
