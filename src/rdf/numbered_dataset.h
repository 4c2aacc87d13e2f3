// A dataset by numbers: statements that compare and sort as integers do.

#pragma once

#include <compare>
#include <cstdint>
#include <string_view>
#include <vector>

namespace musclekg {

/// A statement by the numbers of its terms; `graph` is 0 in the default graph.
struct NumberedQuad {
  std::uint32_t subject, predicate, object, graph;

  friend auto operator<=>(const NumberedQuad&, const NumberedQuad&) = default;
};

/// Terms have the numbers from 1: first the IRIs and literals, then the blank nodes.
struct NumberedDataset {
  std::vector<std::string_view> forms = {std::string_view()};  ///< canonical N-Triples forms of the IRIs and literals, by number
  std::uint32_t blanks = 0;                                    ///< how many blank nodes
  std::vector<NumberedQuad> quads;                             ///< each once

  std::uint32_t first_blank() const { return static_cast<std::uint32_t>(forms.size()); }
  bool is_blank(std::uint32_t term) const { return term >= first_blank(); }
};

}  // namespace musclekg
