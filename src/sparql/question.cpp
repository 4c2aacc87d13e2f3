#include "sparql/question.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/input.h"
#include "base/text.h"
#include "sparql/sparql_lexer.h"

namespace musclekg {

namespace {

constexpr std::size_t kLargest = 1 << 20;  ///< bytes of a question

/// The variables that a query speaks of; faults of syntax are told when it is asked.
std::set<std::string> variables_in(std::string_view text) {
  std::set<std::string> result;
  try {
    SparqlLexer lexer(text);
    for (SparqlToken token = lexer.next(); token.kind != SparqlToken::Kind::End; token = lexer.next())
      if (token.kind == SparqlToken::Kind::Variable) result.insert(token.text);
  } catch (const ScanFault&) {
  }
  return result;
}

/// The word at the beginning, taken off with the blanks behind it.
std::string_view take_word(std::string_view& text) {
  const std::size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text = trim(text.substr(end));
  return word;
}

}  // namespace

Question read_question(const std::string& path, Diagnostics& diagnostics) {
  Question result;
  result.path = path;
  result.name = std::filesystem::path(path).stem().string();
  result.text = Input(path).read_all(kLargest);
  const std::set<std::string> variables = variables_in(result.text);
  std::uint32_t number = 0;
  for (const std::string_view row : split(result.text, '\n')) {
    ++number;
    std::string_view line = trim(row);
    if (line.empty()) continue;
    if (!line.starts_with('#')) break;
    line = trim(line.substr(1));
    const auto said = [&line](std::string_view key) {
      if (!line.starts_with(key)) return false;
      line = trim(line.substr(key.size()));
      return true;
    };
    if (said("title:")) {
      result.title = line;
    } else if (said("profiles:")) {
      for (const std::string_view profile : split(line, ',')) result.profiles.emplace_back(trim(profile));
    } else if (said("parameter:")) {
      QuestionParameter parameter;
      parameter.name = take_word(line);
      parameter.kind = take_word(line);
      parameter.description = line;
      if (parameter.kind.empty()) {
        diagnostics.error({path, {number, 1}}, "question-file", "a parameter is 'NAME KIND WORDS'");
      } else if (!variables.contains(parameter.name)) {
        diagnostics.error({path, {number, 1}}, "question-file", fmt::format("the query has no variable ?{}", parameter.name));
      } else {
        result.parameters.push_back(std::move(parameter));
      }
    }
  }
  if (result.title.empty()) diagnostics.error({path, {1, 1}}, "question-file", "a question needs a line '# title: WORDS'");
  return result;
}

std::vector<Question> read_questions(const std::vector<std::string>& folders, Diagnostics& diagnostics) {
  std::map<std::string, std::string> paths;
  for (const std::string& folder : folders) {
    std::error_code error;
    const std::filesystem::directory_iterator files(folder, error);
    if (error) throw Failure(fmt::format("{}: {}", folder, error.message()));
    for (const auto& entry : files)
      if (entry.path().extension() == ".rq") paths[entry.path().stem().string()] = entry.path().string();
  }
  std::vector<Question> result;
  for (const auto& [name, path] : paths) result.push_back(read_question(path, diagnostics));
  return result;
}

std::string with_terms(const Question& question, const std::map<std::string, std::string>& terms) {
  std::string result;
  std::size_t at = 0;
  const std::string_view text = question.text;
  try {
    SparqlLexer lexer(text);
    for (SparqlToken token = lexer.next(); token.kind != SparqlToken::Kind::End; token = lexer.next()) {
      if (token.kind != SparqlToken::Kind::Variable) continue;
      const auto term = terms.find(token.text);
      if (term == terms.end()) continue;
      result += text.substr(at, token.begin - at);
      result += term->second;
      at = token.end;
    }
  } catch (const ScanFault&) {  // told with its place when it is asked
  }
  result += text.substr(at);
  return result;
}

}  // namespace musclekg
