// Any bytes as a page, from its blocks to its facts and what is written of them. The first byte chooses its layout, or that it is found by
// content.

#include "app/knowledge.h"
#include "app/page_json.h"
#include "base/places.h"
#include "extract/extractor.h"
#include "extract/page_record.h"
#include "extract/record_yaml.h"
#include "fuzz.h"
#include "read/page_layout.h"

namespace {

using namespace musclekg;
using fuzz::must;

/// All that pages are read with.
struct Tables {
  Diagnostics diagnostics;
  Knowledge knowledge{find_data(), {}, {}, "https://w3id.org/musclekg/", diagnostics};
  LinkTables link = knowledge.link_tables();
  PageHeadings headings{knowledge.data + "/page-headings.tsv", diagnostics};
  ExtractTables extract{knowledge.data, link, diagnostics};
  Linker linker{link};
};

void must_lie_in(const Page& page, const Span& span) {
  must(span.begin <= span.end && span.end <= page.source.size(), "what was read lies in the source");
}

void must_be_text(std::string_view text) { must(find_invalid_utf8(text) == std::string_view::npos, "a text is UTF-8"); }

void check_fact(const Page& page, const PageFacts& read, std::size_t index) {
  const Fact& fact = read.facts[index];
  must_lie_in(page, fact.where);
  must_lie_in(page, fact.sentence);
  must(!fact.text.empty(), "a fact has words");
  must(fact.sentence.begin <= fact.where.begin && fact.where.end <= fact.sentence.end, "a fact lies in its sentence");
  must(index == 0 || read.facts[index - 1].where.begin <= fact.where.begin, "facts are in the order of the source");
  must(fact.relation < FactRelation::Count && fact.section < read.sections.size(), "a fact is of a relation and in a section");
  must(!fact.claimed() || !fact.head.empty(), "a claimed fact names something");
  must((fact.relation == FactRelation::Action) == !fact.movement.empty(), "an action, and nothing else, is a movement");
  must(fact.citations.empty() == (fact.citation_basis == CitationBasis::None), "citations have a basis");
  if (fact.of >= 0) {
    must(fact.relation == FactRelation::SpinalRoot, "just roots are of a nerve");
    must(static_cast<std::size_t>(fact.of) < read.facts.size(), "a root's nerve is a fact");
    const Fact& nerve = read.facts[static_cast<std::size_t>(fact.of)];
    must(nerve.relation == FactRelation::Innervation && nerve.sentence == fact.sentence, "it stands in the same sentence");
  }
  for (const std::string* text : {&fact.text, &fact.head, &fact.qualifier, &fact.muscle_part, &fact.condition, &fact.subject,
                                  &fact.fibre_type, &fact.movement, &fact.moved})
    must_be_text(*text);
  for (const std::string& via : fact.via) must(!via.empty() && find_invalid_utf8(via) == std::string_view::npos, "a passage has a name");
}

void check(const Page& page, const PageFacts& read) {
  must_be_text(read.muscle);
  must_lie_in(page, read.muscle_where);
  for (std::size_t i = 0; i < read.facts.size(); ++i) check_fact(page, read, i);
  for (const Section& section : read.sections) {
    must_lie_in(page, section.where);
    must(!section.by.empty(), "a section is known by something");
  }
  for (const ClinicalClaim& claim : read.claims) must_lie_in(page, claim.where);
  for (const PalpationNote& note : read.palpation) must_lie_in(page, note.where);
  for (const PageReference& reference : read.references) must_lie_in(page, reference.where);
  std::uint32_t before = 0;
  for (const Span& unread : read.unread) {
    must_lie_in(page, unread);
    must(before <= unread.begin, "unread sentences are in the order of the source");
    before = unread.end;
  }
  must(read.body_bytes_read <= read.body_bytes && read.body_bytes <= page.source.size(), "no more is read than there is");
}

/// The records that the YAML says are read without an error.
void check_yaml(const std::string& yaml) {
  must_be_text(yaml);
  static fuzz::MemoryFile file;
  Diagnostics diagnostics;
  Input input(file.put(yaml));
  format_named("yaml")->read(input, diagnostics, [](const Record&, bool whole) { must(whole, "a record is whole"); });
  if (diagnostics.count(Severity::Error) > 0) {
    for (const Diagnostic& one : diagnostics.kept()) std::fprintf(stderr, "%s\n", format(one).c_str());
    must(false, "the YAML is read back");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  static Tables tables;
  static Extractor extractor(tables.extract);
  const auto layouts = page_layouts();
  const std::size_t chosen = data[0] % (layouts.size() + 1);
  Diagnostics diagnostics;
  Page page;
  if (!read_page("fuzz", std::string(fuzz::view(data + 1, size - 1)), chosen < layouts.size() ? &layouts[chosen] : nullptr, tables.headings,
                 page, diagnostics))
    return 0;
  tables.linker.forget_if_full();
  const PageFacts read = extractor.extract(page);
  check(page, read);
  const std::string json = page_json("fuzz", read, page, JsonStyle::Line);
  must_be_text(json);
  must(json.find('\n') == std::string::npos, "a page is one line");
  must(json == page_json("fuzz", extractor.extract(page), page, JsonStyle::Line), "the same page gives the same facts");
  std::string text;
  RecordYaml yaml(text);
  tell_records(read, page, Places(page.source), {*tables.knowledge.levels, tables.knowledge.kinds, tables.linker}, true, yaml);
  check_yaml(text);
  return 0;
}
