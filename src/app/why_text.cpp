#include "app/why_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "check/wording.h"

namespace musclekg {

namespace {

constexpr std::size_t kWidth = 100;
constexpr std::size_t kMostAuthors = 3;

struct Words {
  std::string_view name, words;
};

constexpr Words kScopes[] = {
    {"SentenceMarker", "the mark stands in this sentence"},
    {"ParagraphFinalMarker", "the mark stands at the end of the paragraph, and is taken to cover it"},
    {"RecordValue", "the record gives it for this fact"},
};

std::string_view scope_in_words(std::string_view name) {
  const auto row = std::find_if(std::begin(kScopes), std::end(kScopes), [&](const Words& one) { return one.name == name; });
  return row == std::end(kScopes) ? std::string_view() : row->words;
}

/// Characters on a terminal, a code point being one.
std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// `text` in lines that begin with `indent` blanks, further ones with two more.
std::string wrapped(std::string_view text, std::size_t indent) {
  std::string result, line(indent, ' ');
  std::size_t width = indent;
  bool begun = false;
  const std::string clean = printable_line(text);
  for (const std::string_view word : split(clean, ' ')) {
    if (word.empty()) continue;
    const std::size_t size = width_of(word);
    if (begun && width + 1 + size > kWidth) {
      result += line + "\n";
      line.assign(indent + 2, ' ');
      width = indent + 2;
      begun = false;
    }
    if (begun) line += ' ', ++width;
    line += word;
    width += size;
    begun = true;
  }
  return result + line + "\n";
}

std::string in_words(const ExplainedEdge& edge) {
  return fmt::format("{} — {} → {}", edge.subject.named(), edge.predicate.brief(), edge.object.named());
}

std::string in_brief(const ExplainedEdge& edge) {
  return fmt::format("{} — {} → {}", edge.subject.brief(), edge.predicate.brief(), edge.object.brief());
}

std::string place(std::string_view file, const Position& where) {
  if (file.empty()) return {};
  return where.line > 0 ? fmt::format("{}:{}:{}", file, where.line, where.column) : std::string(file);
}

/// "“Vastus Medialis” (Physiopedia)", or the file, or what else there is.
std::string source_of(const ExplainedStatement& statement) {
  if (statement.title.empty()) return statement.file.empty() ? "The source" : statement.file;
  return fmt::format("“{}”{}", statement.title, statement.publisher.empty() ? "" : fmt::format(" ({})", statement.publisher));
}

std::string opening(const ExplainedStatement& statement) {
  const std::string section = statement.section.empty() ? "" : fmt::format(", in its section “{}”", statement.section);
  const char* end = statement.quote.empty() ? "." : ":";
  if (statement.basis == "ExpandedFromAnchor")
    return fmt::format("Written out from {}{}, which speaks of {}{}", source_of(statement), section,
                       statement.group.id.empty() ? "a group" : statement.group.named(), end);
  if (statement.basis == "DerivedByRule") return fmt::format("Derived from {}{}{}", source_of(statement), section, end);
  return fmt::format("Stated by {}{}{}", source_of(statement), section, end);
}

std::string citation(const ExplainedCitation& citation) {
  std::string authors;
  for (std::size_t i = 0; i < std::min(citation.authors.size(), kMostAuthors); ++i) authors += (i ? ", " : "") + citation.authors[i];
  if (citation.authors.size() > kMostAuthors) authors += " and others";
  return fmt::format("{}{}{}{}", citation.number.empty() ? "" : fmt::format("[{}] ", citation.number),
                     authors.empty() ? "" : authors + ": ", citation.title,
                     citation.year.empty() ? "" : fmt::format(" ({})", citation.year));
}

/// What the work is cited as, the works, and how far the mark reaches.
std::string citations(const ExplainedStatement& statement) {
  if (statement.citations.empty()) return "No work is cited for it.";
  std::string text, manner;
  for (const ExplainedCitation& one : statement.citations) {
    if (one.manner != manner)
      text += fmt::format("{}{}: ", text.empty() ? "" : "; ", manner.empty() ? "C" + one.manner.substr(1) : one.manner);
    if (one.manner == manner) text += "; ";
    manner = one.manner;
    text += citation(one);
  }
  const std::string_view scope = scope_in_words(statement.scope);
  return text + (scope.empty() ? "." : fmt::format("; {}.", scope));
}

std::string link(const ExplainedLink& link) {
  std::string text = link.words.empty() ? "Words that are not kept" : fmt::format("“{}”", link.words);
  const char* verb = link.words.empty() ? "have" : "has";
  text += link.found ? fmt::format(" {} read as {}", link.words.empty() ? "were" : "was", link.term.named())
                     : fmt::format(" {} no term in the ontologies", verb);
  if (!link.rule.empty()) text += link.found ? fmt::format(", by {}", link.rule) : fmt::format(" ({})", link.rule);
  if (!link.confidence.empty()) text += fmt::format(", confidence {}", link.confidence);
  if (!link.alternatives.empty()) text += fmt::format("; not as {}", link.alternatives);
  for (const std::string& remark : link.remarks) text += "; " + remark;
  return text + ".";
}

std::string paragraph(const ExplainedStatement& statement) {
  std::string text = wrapped(opening(statement), 2);
  if (!statement.quote.empty()) text += wrapped(fmt::format("“{}”", statement.quote), 4);
  if (const std::string at = place(statement.file, statement.where); !at.empty()) text += wrapped(at, 4);
  for (const std::string& rule : statement.rules) text += wrapped(fmt::format("Rule: {}{}", rule, rule.ends_with('.') ? "" : "."), 2);
  for (const std::string& qualifier : statement.qualifiers) text += wrapped(fmt::format("Qualifier: {}.", qualifier), 2);
  for (const std::string& note : statement.notes) text += wrapped(fmt::format("Note: {}", note), 2);
  text += wrapped(citations(statement), 2);
  if (!statement.evidence.id.empty()) text += wrapped(fmt::format("Evidence: {}.", statement.evidence.named()), 2);
  for (const ExplainedLink& one : statement.links) text += wrapped(link(one), 2);
  return text;
}

std::string source_of(const ExplainedStep& step) {
  switch (step.source) {
    case StepSource::Statement:
      return step.file.empty() ? "stated" : "stated, " + place(step.file, step.where);
    case StepSource::OwnTerm:
      return "how the term was made";
    case StepSource::Ontology:
      return "from the ontology";
    case StepSource::Graph:
      return "in the graph, which does not tell who says so";
  }
  return {};
}

constexpr std::string_view kUnexplained = "The graph tells neither who says so nor what it follows from.";

}  // namespace

std::string why_text(const Explanation& explanation) {
  std::string text = wrapped(in_words(explanation.edge), 0);
  for (const ExplainedStatement& statement : explanation.statements) text += "\n" + paragraph(statement);
  if (!explanation.statements.empty()) return text;
  if (explanation.chain.empty()) return text + "\n" + wrapped(kUnexplained, 2);
  text += "\n" + wrapped(explanation.chain.size() == 1 ? "It follows from:" : "It follows, step by step, from:", 2);
  for (std::size_t i = 0; i < explanation.chain.size(); ++i)
    text += wrapped(fmt::format("{}. {} ({})", i + 1, in_words(explanation.chain[i].edge), source_of(explanation.chain[i])), 4);
  return text + wrapped(fmt::format("Rule: {}.", explanation.chain_rule), 2);
}

std::string why_brief(const Explanation& explanation) {
  std::string text = wrapped(fmt::format("{} → {}", explanation.edge.predicate.brief(), explanation.edge.object.named()), 0);
  for (const ExplainedStatement& statement : explanation.statements) {
    std::string line = opening(statement);
    if (!statement.quote.empty()) line += fmt::format(" “{}”", statement.quote);
    std::set<std::string> numbers;
    for (const ExplainedCitation& one : statement.citations)
      if (!one.number.empty() && numbers.insert(one.number).second)
        line += fmt::format("{}[{}]", numbers.size() == 1 ? " " : "", one.number);
    if (const std::string at = place(statement.file, statement.where); !at.empty()) line += fmt::format(" {}", at);
    text += wrapped(line, 2);
  }
  if (!explanation.statements.empty()) return text;
  if (explanation.chain.empty()) return text + wrapped(kUnexplained, 2);
  std::string line = "Follows from: ";
  for (const ExplainedStep& step : explanation.chain)
    line += fmt::format("{}{} ({})", &step == &explanation.chain.front() ? "" : "; ", in_brief(step.edge), source_of(step));
  return text + wrapped(line + ".", 2);
}

}  // namespace musclekg
