// What tells the blank nodes of two datasets apart, and which of them are the same.

#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "base/hash.h"
#include "rdf/canonical_hash.h"
#include "rdf/numbered_dataset.h"

namespace musclekg {

/// The statements with blank nodes of two datasets, with one numbering: equal IRIs and literals have one number, the blank nodes of the
/// second dataset stand behind those of the first.
struct DatasetPair {
  NumberedDataset both;
  std::uint32_t blanks_of_first = 0;

  std::size_t side(std::uint32_t blank) const { return blank < blanks_of_first ? 0 : 1; }
};

inline constexpr std::uint32_t kNoPartner = std::numeric_limits<std::uint32_t>::max();

/// Colours the blank nodes by what is said of them, then again and again by the colours of their neighbours (colour refinement). A blank
/// node that is alone with a colour in each of the datasets has its counterpart in the other one, and is taken for the same from then on,
/// however their further neighbours differ: so a difference keeps to its place. If the datasets are the same, these counterparts are
/// the only possible ones.
///
/// Colours do not depend on the labels of nodes and the order of statements. Each time that a neighbour gets another colour the statements
/// of a node are looked at again; how often is bounded, and where that is too little, nodes that differ keep one colour.
class NodeColours {
 public:
  /// `mentions` are needed while it is made.
  NodeColours(const DatasetPair& pair, const Mentions& mentions);

  std::uint32_t colour(std::uint32_t blank) const { return colour_of_[blank]; }

  /// Its first colour: what is said of it but for its neighbours.
  std::uint32_t first_colour(std::uint32_t blank) const { return first_colour_of_[blank]; }

  /// A digest of what the colour stands for.
  const Fingerprint& name(std::uint32_t blank) const { return colours_[colour_of_[blank]].name; }

  /// How many nodes of a dataset have the colour.
  std::uint32_t count(std::uint32_t colour, std::size_t side) const { return colours_[colour].counts[side]; }

  /// The counterpart, or kNoPartner.
  std::uint32_t partner(std::uint32_t blank) const { return partners_[blank]; }

 private:
  struct Colour {
    Fingerprint name;
    std::array<std::uint32_t, 2> counts{};
    std::array<std::uint64_t, 2> sums{};  ///< of the nodes: of one node, that node
  };

  /// A node to be coloured anew, with what its neighbours say.
  struct Sample {
    std::uint32_t colour;
    Fingerprint said;
    std::uint32_t blank;

    friend auto operator<=>(const Sample&, const Sample&) = default;
  };

  Fingerprint said_of(std::uint32_t blank);
  std::vector<std::uint32_t> recolour(const std::vector<std::uint32_t>& blanks, bool first);
  void split(const Sample* begin, const Sample* end, bool first, std::vector<std::uint32_t>& changed);
  void give(std::uint32_t blank, std::uint32_t colour);
  void find_partners(std::uint32_t colour);
  std::vector<std::uint32_t> neighbours(const std::vector<std::uint32_t>& blanks);
  bool undecided(std::uint32_t blank) const;

  const DatasetPair& pair_;
  const Mentions& mentions_;
  std::vector<Fingerprint> ground_;  ///< by number
  std::vector<Colour> colours_;
  std::vector<std::uint32_t> colour_of_, first_colour_of_, partners_;
  std::vector<std::uint32_t> seen_;  ///< by blank node: the round in which it was found to be a neighbour
  std::uint32_t round_ = 0;
  std::uint64_t looked_at_ = 0;  ///< statements, each time
};

}  // namespace musclekg
