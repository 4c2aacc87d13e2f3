// Regular expressions of sh:pattern and of SPARQL, on PCRE2.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace musclekg {

/// A regular expression as SPARQL's REGEX takes it (XPath and XQuery Functions 3.0, section 5.6): it matches anywhere in a text unless it
/// says otherwise; '$' is the very end; '\d', '\w' and '\s' are Unicode's. Class subtraction ("[a-z-[aeiou]]"), '\i' and '\c' of XML are
/// not in the language of PCRE2 and refused. Not for several threads at once.
class Pattern {
 public:
  enum class Result : std::uint8_t { Match, NoMatch, GivenUp };

  /// Steps of one match, and how deep it may nest, before it is given up: some 0.05 s.
  static constexpr std::uint32_t kMatchLimit = 1'000'000, kDepthLimit = 10'000;

  /// `flags`: any of "ismxq". Without a value: `fault` then tells what is wrong, and where.
  static std::optional<Pattern> compile(std::string_view pattern, std::string_view flags, std::string& fault);

  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

  Result match(std::string_view text) const;

  /// The matches in a text, none within another, in their order. For each: where it and its groups begin and end, in bytes; npos for a
  /// group that has no part in it. Without a value when matching was given up.
  using Match = std::vector<std::pair<std::size_t, std::size_t>>;
  std::optional<std::vector<Match>> matches(std::string_view text) const;

 private:
  struct Compiled;

  explicit Pattern(std::unique_ptr<Compiled> compiled);

  std::unique_ptr<Compiled> compiled_;
};

}  // namespace musclekg
