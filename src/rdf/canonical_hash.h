// The hashes of RDFC-1.0: what tells one blank node from another.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/sha256.h"
#include "rdf/numbered_dataset.h"

namespace musclekg {

/// Blank nodes so alike and so linked that canonical labels for them would take too long (RDFC-1.0, 7.1).
class PoisonGraph : public Failure {
 public:
  using Failure::Failure;
};

/// The statements that mention each blank node (RDFC-1.0, 4.3: the mention set). A blank node is given by its index from 0.
class Mentions {
 public:
  explicit Mentions(const NumberedDataset& dataset);

  /// Places in `dataset.quads`, each once.
  std::span<const std::uint32_t> of(std::uint32_t blank) const {
    return std::span(quads_).subspan(begins_[blank], begins_[blank + 1] - begins_[blank]);
  }

 private:
  std::vector<std::size_t> begins_;
  std::vector<std::uint32_t> quads_;
};

inline constexpr std::uint32_t kNoLabel = ~std::uint32_t{0};

/// What canonicalization knows of the blank nodes (RDFC-1.0, 4.3: the canonicalization state), by index.
struct CanonicalState {
  explicit CanonicalState(const NumberedDataset& numbered);

  const NumberedDataset& dataset;
  Mentions mentions;
  std::vector<Sha256::Bytes> first_degree;
  std::vector<std::uint32_t> rank;    ///< of the first-degree hash among all
  std::vector<std::uint32_t> issued;  ///< the number of the canonical label, or kNoLabel
  /// The first of the blank nodes of which exactly the same is said, of the very same neighbours: two such nodes can be exchanged.
  std::vector<std::uint32_t> twin;
};

/// Hash First Degree Quads (4.6). Time and memory: a sort of the statements that mention the node.
Sha256::Bytes hash_first_degree(const NumberedDataset& dataset, const Mentions& mentions, std::uint32_t blank);

/// Hash N-Degree Quads (4.8), with a stack of its own, as deep as there are blank nodes without canonical label. Of the orders of nodes
/// that can be exchanged it tries one: the others have the same hash and lead to the same labels.
///
/// The hash says how nodes are linked, but not in which graph. Where that leaves several paths with the least hash, the Recommendation lets
/// the order of the input choose. Here `whole` does: a digest of all that is said of the nodes on the path, which differs where the
/// choice would be seen.
class NDegreeHasher {
 public:
  /// `steps`: the most that all calls together may take: one for each blank node that is met or put in order. `state` outlives this.
  NDegreeHasher(const CanonicalState& state, std::uint64_t steps);

  struct Hash {
    Sha256::Bytes linked;      ///< the hash of the Recommendation
    Sha256::Bytes whole = {};  ///< zero where `linked` says all

    friend auto operator<=>(const Hash&, const Hash&) = default;
  };

  struct Result {
    Hash hash;
    std::span<const std::uint32_t> issued;  ///< the nodes in the order of their temporary labels; until the next call
  };

  /// With a temporary issuer that has issued a label to `blank` only. Throws PoisonGraph behind the last step.
  Result hash(std::uint32_t blank);

  /// Those taken so far.
  std::uint64_t steps() const { return steps_ - left_; }

 private:
  struct Related {
    Sha256::Bytes hash;
    std::uint32_t blank;
    std::uint32_t key;  ///< alike for nodes that can be exchanged
  };

  enum class Stage : std::uint8_t { NextHash, NextPermutation, Recursion };

  /// A call, with the place it has come to.
  struct Call {
    Stage stage = Stage::NextHash;
    bool single = false;       ///< there is one permutation
    bool last_chosen = false;  ///< the last permutation is the chosen one: its labels are still issued
    Sha256 data;               ///< data to hash
    Sha256 whole;
    std::vector<Related> related;              ///< by hash (4.8.3, H_n)
    std::size_t begin = 0, end = 0;            ///< of those with the current hash
    std::size_t issued_before = 0;             ///< temporary labels issued before its permutations
    std::vector<std::size_t> order;            ///< the permutation: for each place the first of `related` with the same key
    std::vector<std::uint32_t> recursion;      ///< nodes to be called for
    std::size_t called = 0;                    ///< how many of them have been
    std::string path, chosen;                  ///< `chosen` is empty before the first
    std::string whole_path, whole_chosen;      ///< digests of the inner calls
    std::vector<std::uint32_t> chosen_issuer;  ///< nodes labelled on the chosen path; unused where there is one permutation

    bool worse() const { return !chosen.empty() && path > chosen; }
  };

  void enter(std::uint32_t blank);
  void begin_hash(Call& call);
  void begin_permutation(Call& call);
  void end_permutation(Call& call, bool worse);
  void end_hash(Call& call);
  void take_result(Call& call, const Hash& hash);
  void describe(Call& call, std::uint32_t blank);

  Sha256::Bytes related_hash(char position, const NumberedQuad& quad, std::uint32_t related);
  void append_label(std::string& out, std::uint32_t blank) const;
  void issue(std::uint32_t blank);
  void take_back(std::size_t count);
  void spend(std::uint64_t steps);

  const CanonicalState& state_;
  std::uint64_t steps_, left_;
  bool several_graphs_;                ///< `linked` does not say all
  std::vector<std::uint32_t> labels_;  ///< temporary ones, by blank node; or kNoLabel
  std::vector<std::uint32_t> trail_;   ///< the nodes that have one, in the order of issue
  std::vector<Call> calls_;            ///< the first `depth_` are under way, the others keep their memory
  std::size_t depth_ = 0;
  std::vector<std::size_t> placed_;
  std::string scratch_;
  Sha256 digest_;
};

/// Appends the digest as lower-case hexadecimal digits.
void append_hex(std::string& out, const Sha256::Bytes& digest);

}  // namespace musclekg
