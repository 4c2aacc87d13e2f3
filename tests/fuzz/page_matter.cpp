// A page's only block: its sentences, and what it is as a reference, as a line of contributors and as claims. The first byte: kind of the
// block, and whether it stands in a list of references; the second: how far its marks stand apart.

#include "extract/page_matter.h"

#include <set>

#include "fuzz.h"

namespace {

using namespace musclekg;
using fuzz::must;

bool is_text(std::string_view text) { return find_invalid_utf8(text) == std::string_view::npos; }

void must_be_blank(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const CharacterClass kind = class_of(next_code_point(words, at));
    must(kind == CharacterClass::Blank || kind == CharacterClass::LineEnd || kind == CharacterClass::Ignorable,
         "what is in no sentence and no mark is white space");
  }
}

void check_sentences(const Page& page, const std::vector<Sentence>& sentences) {
  const std::string_view words = page.blocks[0].words;
  std::uint32_t at = 0;
  const auto pass = [&](std::uint32_t begin) {
    if (begin > at && !sentences.empty()) must_be_blank(words.substr(at, begin - at));
  };
  for (const Sentence& sentence : sentences) {
    must(sentence.words.begin < sentence.words.end && sentence.words.end <= words.size(), "a sentence has words");
    must(at <= sentence.words.begin, "sentences come in order");
    must(is_text(words.substr(sentence.words.begin, sentence.words.end - sentence.words.begin)), "a sentence is UTF-8");
    bool inside = false;
    for (const WordSpan& mark : sentence.marks) {
      must(mark.begin < mark.end && mark.end <= words.size(), "a mark has a place");
      if (!inside && mark.end > sentence.words.begin) {
        pass(sentence.words.begin);
        at = sentence.words.end;
        inside = true;
      }
      if (mark.begin < sentence.words.end && inside) continue;
      pass(mark.begin);
      at = mark.end;
    }
    if (!inside) {
      pass(sentence.words.begin);
      at = sentence.words.end;
    }
    must(sentence.citations.empty() == (sentence.basis == CitationBasis::None), "citations have a basis");
    must(std::set<std::uint32_t>(sentence.citations.begin(), sentence.citations.end()).size() == sentence.citations.size(), "each once");
  }
  pass(static_cast<std::uint32_t>(words.size()));
}

void check_reference(const PageReference& reference) {
  for (const std::string* text : {&reference.text, &reference.title, &reference.journal, &reference.publisher, &reference.volume,
                                  &reference.issue, &reference.pages, &reference.doi, &reference.pmid})
    must(is_text(*text), "the parts of a reference are UTF-8");
  for (const std::string& author : reference.authors) must(!author.empty() && is_text(author), "an author has a name");
  for (const std::string* date : {&reference.date, &reference.accessed}) must(date->empty() || valid_date(*date), "a date exists");
  must(reference.url.empty() || valid_iri(reference.url), "an address is an IRI");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Diagnostics diagnostics;
  static const PageMatter matter(MUSCLEKG_DATA, diagnostics);
  if (size < 2) return 0;
  const std::string_view words = fuzz::view(data + 2, size - 2);
  if (!is_text(words)) return 0;

  Page page;
  Block& block = page.blocks.emplace_back();
  block.kind = static_cast<Block::Kind>(data[0] % 5);
  block.words = words;
  block.pieces = {{0, 0, static_cast<std::uint32_t>(words.size())}};
  block.source = {0, static_cast<std::uint32_t>(words.size())};
  if (data[1] != 0)
    for (std::uint32_t at = 0; at <= words.size(); at += data[1]) block.marks.push_back({at, at % 9 + 1, {}});

  const std::vector<Sentence> sentences = sentences_of(page, 0);
  check_sentences(page, sentences);
  for (const Sentence& sentence : sentences) {
    const ClinicalClaim claim = matter.claim_of(page, sentence);
    must(is_text(claim.text), "a claim is UTF-8");
    must(claim.kind.empty() == claim.stance.empty(), "a claim of a kind has a stance");
    matter.is_palpation(claim.text);
  }
  matter.is_reference(block, (data[0] & 0x80) != 0);
  check_reference(matter.reference_of(block, 1));
  for (const PageContributor& person : matter.contributors_of(block))
    must(!person.name.empty() && is_text(person.name), "a person has a name");

  Note note{1, block, {}};
  const std::vector<std::string_view> values = split(words, '\n');
  for (std::size_t i = 0; i + 1 < values.size(); i += 2) note.arguments.emplace_back(values[i], values[i + 1]);
  check_reference(matter.reference_of(note));
  return 0;
}
