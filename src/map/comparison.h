// Where sources contradict each other: what each says of the same thing, and where.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "map/edge.h"
#include "map/linked_record.h"
#include "rdf/prefixes.h"
#include "terms/term_index.h"

namespace musclekg {

/// A thing of which two sources do not say the same. Values are "id 'label'"; several are parted by "; ".
struct Disagreement {
  std::string relation;  ///< "innervation"
  std::string subject;
  std::string verdict;  ///< "differ", "withdrawn" or "more": see Comparison::rows
  std::string first_source, first_says, first_places;
  std::string second_source, second_says, second_places;
};

/// Gathers what sources state of origin, insertion, nerves, blood supply, drainage and antagonists. A source is a file; what releases of
/// Uberon state is one more. Memory grows with the different facts of each source, of which the first three places are kept.
class Comparison {
 public:
  /// `terms` and `prefixes` live as long.
  Comparison(const TermIndex& terms, const Prefixes& prefixes) : terms_(terms), prefixes_(prefixes) {}

  /// Takes the axioms of `axioms.tsv` as one more source. Faults are reported.
  void load_axioms(const std::string& path, Diagnostics& diagnostics);

  /// Takes an edge of a record that its source says itself; others, and those of other relations, are passed over.
  void add(const LinkedRecord& linked, const Edge& edge);

  /// What two sources that speak of the same relation of the same thing say differently: "differ" where each has a value that the other
  /// has not, "more" where only the first has, "withdrawn" where the second states that it is not so. A value is not compared with itself
  /// alone: one that is part or kind of the other's, or the other way round, agrees with it, and so does a provisional term that is part,
  /// branch or kind of the other. By relation, subject and source, whatever
  /// the order of adding. Linear in the facts, but for the values of one thing, each of which is compared with each.
  std::vector<Disagreement> rows() const;

 private:
  struct Place {
    Position where;  ///< by which they are ordered; of axioms none
    std::string text;
  };
  struct Said {
    std::string label;  ///< the words of the source, where no term is known
    std::vector<Place> places;
    std::size_t count = 0;
  };
  using Values = std::map<std::string, Said>;  ///< by IRI
  using Sources = std::map<std::string, Values, std::less<>>;

  void say(std::size_t relation, std::string_view subject, std::string_view object, std::string_view source, std::string_view label,
           Place place);
  bool agree(const std::string& a, const std::string& b) const;
  std::string named(const std::string& iri, std::string_view label) const;
  std::string list(const Values& values, const std::vector<std::string>& which) const;
  std::string places(const Values& values, const std::vector<std::string>& which) const;
  std::vector<std::string> not_in(const Values& values, const Values& others) const;
  void compare(const std::pair<std::size_t, std::string>& thing, const Sources& sources, std::vector<Disagreement>& rows) const;

  const TermIndex& terms_;
  const Prefixes& prefixes_;
  std::map<std::pair<std::size_t, std::string>, Sources> said_;  ///< by relation and IRI of the subject
  std::map<std::pair<std::size_t, std::string>, Values> withdrawn_;
  std::map<std::string, TermId> ties_;                      ///< of provisional terms: what they are part, branch or kind of
  std::map<std::string, std::string, std::less<>> labels_;  ///< of subjects that are no terms, in the words of the first source
};

}  // namespace musclekg
