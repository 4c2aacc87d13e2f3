// The profiles of an output: which layers of the graph are written, and the named graphs they go into.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "rdf/node.h"

namespace musclekg {

/// A layer that a user chooses.
enum class Profile : std::uint8_t { Direct, Terms, Closure, Owl, Claims, Evidence, Links, Source, Rows, Meta, Count };
inline constexpr std::size_t kProfileCount = static_cast<std::size_t>(Profile::Count);

/// A set of profiles, one bit each.
using ProfileSet = std::uint32_t;
constexpr ProfileSet bit(Profile profile) { return ProfileSet{1} << static_cast<unsigned>(profile); }
constexpr bool contains(ProfileSet set, Profile profile) { return (set & bit(profile)) != 0; }

inline constexpr ProfileSet kAllProfiles = (ProfileSet{1} << kProfileCount) - 1;

/// What is written where no profile is chosen: the facts, what they are about, and where they come from.
inline constexpr ProfileSet kPlainProfiles =
    bit(Profile::Direct) | bit(Profile::Terms) | bit(Profile::Claims) | bit(Profile::Source) | bit(Profile::Meta);

/// The same for tables of authors: all but OWL.
inline constexpr ProfileSet kTableProfiles = kAllProfiles & ~bit(Profile::Owl);

/// A named graph of a dataset; Default is the one without a name.
enum class GraphName : std::uint8_t { Default, Direct, Terms, Closure, Anchor, Owl, Evidence, Links, Source, Rows, Count };
inline constexpr std::size_t kGraphCount = static_cast<std::size_t>(GraphName::Count);

struct ProfileRow {
  Profile profile;
  std::string_view name;     ///< for --profile
  GraphName graph;           ///< where its statements go
  std::string_view meaning;  ///< one line for the help and the README
};
std::span<const ProfileRow> profiles();
std::optional<Profile> profile_named(std::string_view name);
constexpr GraphName graph_of(Profile profile);

struct GraphRow {
  GraphName graph;
  std::string_view name;     ///< last part of its IRI, and of its file's name
  ProfileSet profiles;       ///< those that write into it
  std::string_view title;    ///< for the description of the dataset
  std::string_view reading;  ///< local name of the mkg:Profile that says how to read it; empty for the description itself
};
std::span<const GraphRow> graphs();

/// The nodes of a dataset's graphs: nullptr for the default graph, and for all where graphs are not named.
class GraphNodes {
 public:
  /// All in the default graph.
  GraphNodes() = default;

  /// Names the graphs of the dataset `iri`, whose nodes are made in `nodes` and live as long as they do there.
  GraphNodes(std::string_view iri, NodeTable& nodes);

  const Node* of(GraphName graph) const { return nodes_[static_cast<std::size_t>(graph)]; }
  const Node* of(Profile profile) const { return of(graph_of(profile)); }

 private:
  std::array<const Node*, kGraphCount> nodes_{};
};

constexpr GraphName graph_of(Profile profile) {
  switch (profile) {
    case Profile::Direct:
      return GraphName::Direct;
    case Profile::Terms:
      return GraphName::Terms;
    case Profile::Closure:
      return GraphName::Closure;
    case Profile::Owl:
      return GraphName::Owl;
    case Profile::Claims:
    case Profile::Evidence:
      return GraphName::Evidence;
    case Profile::Links:
      return GraphName::Links;
    case Profile::Source:
      return GraphName::Source;
    case Profile::Rows:
      return GraphName::Rows;
    case Profile::Meta:
    case Profile::Count:
      break;
  }
  return GraphName::Default;
}

}  // namespace musclekg
