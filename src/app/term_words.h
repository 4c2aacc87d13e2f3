// From words on the command line to a term, for questions.

#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "app/knowledge.h"
#include "sparql/query_dataset.h"

namespace musclekg {

/// What words were taken for.
struct NamedTerm {
  std::string iri;
  std::string label;  ///< may be empty
};

/// The term that `words` mean: an IRI, id or prefixed name as it is; the term to which the linker links the name in the slot `kind`
/// ("anatomy": any), if the dataset speaks of it or of no other by that name; or what the dataset itself gives that label. Throws Failure
/// when there is none, or several, which are named. An empty dataset has no say. `read_names`, if there is such a function, is called
/// where the linker finds no term, to add to the dataset what a server calls by the words.
NamedTerm term_of_words(const std::string& words, std::string_view kind, const Knowledge& knowledge, const QueryDataset& dataset,
                        const std::function<void()>& read_names);

}  // namespace musclekg
