#include "bench_text.h"

#include <fmt/format.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "app/knowledge.h"
#include "conversion.h"
#include "generate_text.h"
#include "link/annotator.h"
#include "measure.h"

namespace musclekg {

void measure_text(const Arguments& arguments) {
  Diagnostics diagnostics;
  const std::size_t bytes = arguments.text * 1000000;
  std::string text;
  {
    const Knowledge knowledge(find_data(), arguments.ontologies, {}, kBase, diagnostics);
    std::vector<std::string> names;
    for (TermId id = 0; id < knowledge.terms.size(); ++id) {
      const Term& term = knowledge.terms[id];
      if (!term.obsolete && !term.label.empty()) names.push_back(term.label);
      for (const Synonym& synonym : term.synonyms)
        if (!term.obsolete && synonym.scope == Scope::Exact) names.push_back(synonym.text);
    }
    text = generated_text(names, bytes);
  }
  const Run run = best_of(arguments.repeat, [&] {
    return measure([&](Work& work) {
      const auto start = std::chrono::steady_clock::now();
      const Knowledge knowledge(find_data(), arguments.ontologies, {}, kBase, diagnostics);
      const TermFilter filter(knowledge.terms, knowledge.prefixes, {}, diagnostics);
      KnownNames names({knowledge.terms, knowledge.forms, knowledge.prefixes, knowledge.cautions, knowledge.abbreviations, filter, {}});
      Annotator annotator(names);
      work.start_up = seconds_since(start);
      std::string_view left = text;
      const auto read = [&left](char* to, std::size_t size) {
        const std::size_t got = left.copy(to, size);
        left.remove_prefix(got);
        return got;
      };
      return !annotator.annotate(read, [&work](const Annotation&) { ++work.mentions; });
    });
  });
  ResultTable table({"search for names", "text MB", "mentions", "start-up s", "MB/s", "MB/CPU s", "peak MiB"});
  const double size = static_cast<double>(text.size()) / 1e6;
  table.add({"annotate", fmt::format("{:.0f}", size), fmt::format("{}", run.work.mentions), fmt::format("{:.2f}", run.work.start_up),
             fmt::format("{:.1f}", size / (run.wall - run.work.start_up)), fmt::format("{:.1f}", size / (run.cpu - run.work.start_up)),
             fmt::format("{:.1f}", run.peak)});
  table.print(arguments.markdown);
}

}  // namespace musclekg
