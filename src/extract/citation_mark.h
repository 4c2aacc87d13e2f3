// Citation marks that are written in the words: "[1]", "[3-5]", "¹²".

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace musclekg {

struct CitationMark {
  std::uint32_t begin = 0;  ///< bytes of the words
  std::uint32_t end = 0;
  std::vector<std::uint32_t> numbers;  ///< from 1 up to 999, ranges counted out; none where it cites nothing ("[citation needed]")
};

/// The mark in brackets that begins at `at`, with the page behind it ("[1]:23").
std::optional<CitationMark> bracketed_mark(std::string_view words, std::size_t at);

/// The mark of superscript digits that begins at `at`.
std::optional<CitationMark> superscript_mark(std::string_view words, std::size_t at);

/// The mark of plain digits that begins at `at`; whether they are one, only what stands around tells.
std::optional<CitationMark> plain_mark(std::string_view words, std::size_t at);

}  // namespace musclekg
