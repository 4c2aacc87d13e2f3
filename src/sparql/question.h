// Named questions: queries with a title and parameters, one file each.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace musclekg {

/// A variable of a query that the asker gives a value.
struct QuestionParameter {
  std::string name;
  std::string kind;  ///< "text": a plain literal; "anatomy": any term; otherwise a slot of ontology/slots.tsv
  std::string description;
};

struct Question {
  std::string name;  ///< of its file, without ".rq"
  std::string path;
  std::string title;
  std::vector<QuestionParameter> parameters;
  std::vector<std::string> profiles;  ///< that the graph must have, as `convert --profile` names them
  std::string text;                   ///< the whole file
};

/// Reads the comment lines at the head of a question's file: "# title: WORDS", "# parameter: NAME KIND WORDS" (one for each, in the order
/// of the command line), "# profiles: NAME, NAME". Others are comments. What is missing or wrong is reported, [question-file].
Question read_question(const std::string& path, Diagnostics& diagnostics);

/// All files "*.rq" of the folders, by name; one in a later folder takes the place of one in an earlier.
std::vector<Question> read_questions(const std::vector<std::string>& folders, Diagnostics& diagnostics);

/// The text of the question with terms in place of parameters: SPARQL as N-Triples writes them, by name of the parameter.
std::string with_terms(const Question& question, const std::map<std::string, std::string>& terms);

}  // namespace musclekg
