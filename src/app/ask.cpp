// musclekg ask

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "app/commands.h"
#include "app/graph_query.h"
#include "app/knowledge.h"
#include "app/term_words.h"
#include "base/text.h"
#include "sparql/parse_query.h"
#include "sparql/question.h"

namespace musclekg {

namespace {

constexpr char kGraph[] = "output/muscles.nq";  ///< asked when no file is named

struct Arguments {
  std::vector<std::string> words, folders, ontologies;
  bool show = false;
  GraphQueryOptions graph;
};

void list(const std::vector<Question>& questions, Output& output) {
  std::vector<std::string> calls;
  std::size_t width = 0;
  for (const Question& question : questions) {
    calls.push_back(question.name);
    for (const QuestionParameter& parameter : question.parameters) calls.back() += fmt::format(" {}", upper_case(parameter.name));
    width = std::max(width, calls.back().size());
  }
  for (std::size_t i = 0; i < questions.size(); ++i) output.write(fmt::format("{:{}}  {}\n", calls[i], width, questions[i].title));
  output.commit();
}

const Question& question_named(const std::string& name, const std::vector<Question>& questions) {
  const auto found = std::find_if(questions.begin(), questions.end(), [&name](const Question& question) { return question.name == name; });
  if (found != questions.end()) return *found;
  std::vector<std::string_view> names;
  for (const Question& question : questions) names.push_back(question.name);
  const auto near = nearest(name, names);
  throw UsageError(
      fmt::format("there is no question '{}'{}", name, near ? fmt::format("; did you mean '{}'?", *near) : "; musclekg ask lists all"));
}

/// Warns of graphs that the question needs and the dataset, which tells its graphs apart, has not.
void check_profiles(const Question& question, const QueryDataset& dataset, Diagnostics& diagnostics) {
  const auto is_part = [](const Quad& quad, std::string_view part) {
    return quad.graph != nullptr && quad.graph->value.ends_with(fmt::format("/graph/{}", part));
  };
  const auto has = [&](std::string_view part) {
    return std::any_of(dataset.quads().begin(), dataset.quads().end(), [&](const Quad& quad) { return is_part(quad, part); });
  };
  if (!has("direct") && !has("terms")) return;
  for (const std::string& profile : question.profiles)
    if (!has(profile) && !(profile == "claims" && has("evidence")))  // the one is part of the other
      diagnostics.warning({question.path, {}}, "profile-missing",
                          fmt::format("the question looks into the graph '{}', which the dataset has not", profile),
                          fmt::format("convert with --profile {}", fmt::join(question.profiles, ",")));
}

int run(Arguments& arguments) {
  Diagnostics diagnostics;
  const std::string data = data_of(arguments.graph);
  std::vector<std::string> folders = {data + "/queries"};
  folders.insert(folders.end(), arguments.folders.begin(), arguments.folders.end());
  const std::vector<Question> questions = read_questions(folders, diagnostics);
  if (diagnostics.count(Severity::Error) > 0) {
    print(diagnostics, arguments.graph.quiet);
    return 1;
  }
  if (arguments.words.empty()) {
    Output output(arguments.graph.output);
    list(questions, output);
    return 0;
  }
  const Question& question = question_named(arguments.words.front(), questions);
  const std::size_t wanted = question.parameters.size();
  if (arguments.words.size() < 1 + wanted) {
    std::string words;
    for (const QuestionParameter& parameter : question.parameters)
      words += fmt::format(" {} ({})", upper_case(parameter.name), parameter.description);
    throw UsageError(fmt::format("say what is asked for: musclekg ask {}{}", question.name, words));
  }
  arguments.graph.files.assign(arguments.words.begin() + 1 + static_cast<std::ptrdiff_t>(wanted), arguments.words.end());
  if (arguments.graph.files.empty() && arguments.graph.endpoint.empty() && !arguments.show) {
    if (!std::filesystem::exists(kGraph))
      throw UsageError(fmt::format("say which files to ask, or --endpoint URL; {} is not here", kGraph));
    arguments.graph.files = {kGraph};
  }
  if (!arguments.show) check_graph_query(arguments.graph);

  const Knowledge knowledge(data, arguments.ontologies, {}, kBase, diagnostics);
  QueryDataset dataset;
  read_dataset(arguments.graph, dataset, diagnostics);
  if (arguments.graph.endpoint.empty()) check_profiles(question, dataset, diagnostics);
  print(diagnostics, arguments.graph.quiet);
  if (diagnostics.count(Severity::Error) > 0) return 1;

  std::map<std::string, std::string> terms;
  NodeTable nodes;
  for (std::size_t i = 0; i < wanted; ++i) {
    const QuestionParameter& parameter = question.parameters[i];
    const std::string& words = arguments.words[i + 1];
    if (parameter.kind == "text") {
      terms[parameter.name] = nodes.text(words)->ntriples;
      continue;
    }
    std::function<void()> read_names;
    if (!arguments.graph.endpoint.empty() && !arguments.show)
      read_names = [&] { read_names_from_server(words, arguments.graph, knowledge.prefixes, dataset); };
    const NamedTerm term = term_of_words(words, parameter.kind, knowledge, dataset, read_names);
    terms[parameter.name] = fmt::format("<{}>", term.iri);
    if (!arguments.graph.quiet && !arguments.show)
      fmt::print(stderr, "{}: {} ({})\n", parameter.name, term.label.empty() ? words : term.label, knowledge.prefixes.id_of(term.iri));
  }
  const std::string text = with_terms(question, terms);
  if (arguments.show) {
    Output output(arguments.graph.output);
    output.write(with_known_prefixes(text, knowledge.prefixes));
    output.commit();
    return 0;
  }
  if (!arguments.graph.endpoint.empty()) {
    answer_from_server(text, arguments.graph, knowledge.prefixes);
    return 0;
  }
  Diagnostics faults;
  const auto query = checked_query(text, question.path, knowledge.prefixes, faults);
  print(faults, arguments.graph.quiet);
  if (!query) return 1;
  check_form(arguments.graph, query->form);
  answer_from(dataset, *query, arguments.graph, knowledge.prefixes);
  return 0;
}

}  // namespace

CommandAction declare_ask(CLI::App& app) {
  const auto arguments = std::make_shared<Arguments>();
  app.add_option(
      "question", arguments->words,
      fmt::format("name of the question, what it asks for, and behind that RDF files, taken together; otherwise {}; nothing: all "
                  "questions are listed",
                  kGraph));
  app.add_flag("--show", arguments->show, "print the query instead of asking it");
  app.add_option("--questions", arguments->folders, "folder with questions of yours (*.rq); can be repeated")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
  app.add_option("--ontology", arguments->ontologies, "an ontology whose names are known, too; can be repeated")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
  declare_graph_query(app, arguments->graph);
  return [arguments] { return run(*arguments); };
}

}  // namespace musclekg
