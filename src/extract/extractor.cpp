#include "extract/extractor.h"

#include <algorithm>
#include <numeric>

#include "extract/fact_reader.h"
#include "extract/page_muscle.h"
#include "extract/sections.h"

namespace musclekg {

namespace {

constexpr std::size_t kLongestTitleTokens = 12;  ///< a shorter block may be a title; the definition follows

/// Puts facts in the order of the source; roots keep their nerve.
void put_in_order(std::vector<Fact>& facts) {
  std::vector<std::int32_t> order(facts.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) {
    return facts[static_cast<std::size_t>(a)].where.begin < facts[static_cast<std::size_t>(b)].where.begin;
  });
  std::vector<std::int32_t> place(facts.size());
  std::vector<Fact> sorted;
  sorted.reserve(facts.size());
  for (const std::int32_t old : order) {
    place[static_cast<std::size_t>(old)] = static_cast<std::int32_t>(sorted.size());
    sorted.push_back(std::move(facts[static_cast<std::size_t>(old)]));
  }
  for (Fact& fact : sorted)
    if (fact.of >= 0) fact.of = place[static_cast<std::size_t>(fact.of)];
  facts = std::move(sorted);
}

KindSet muscle_kinds(const KindTable& kinds) { return kinds.bit("muscle") | kinds.bit("muscle-part") | kinds.bit("muscle-group"); }

}  // namespace

ExtractTables::ExtractTables(const std::string& folder, const LinkTables& tables, Diagnostics& diagnostics)
    : link(tables),
      lexicon(folder, tables.forms, tables.portions, tables.abbreviations, tables.terms, diagnostics),
      cues(folder + "/page-cues.tsv", diagnostics),
      topics(folder + "/page-topics.tsv", diagnostics),
      muscles(tables.terms, muscle_kinds(tables.kinds), tables.forms),
      matter(folder, diagnostics) {}

PageFacts Extractor::extract(const Page& page) {
  PageFacts result;
  result.file = page.file;
  result.layout = page.layout;
  tables_.lexicon.forget_if_full();
  std::vector<std::vector<Sentence>> sentences(page.blocks.size());
  for (std::uint32_t i = 0; i < page.blocks.size(); ++i)
    if (page.blocks[i].kind != Block::Kind::Heading) sentences[i] = sentences_of(page, i);
  const std::vector<BlockRole> roles = roles_of(page, sentences, tables_.lexicon, tables_.topics, tables_.matter, result.sections);

  PageMuscle muscle(tables_.lexicon, tables_.muscles);
  if (!page.title.empty()) muscle.set_title(page.title);
  std::vector<Token> tokens;
  for (std::uint32_t i = 0; i < page.blocks.size(); ++i) {
    if (roles[i].kind != BlockRole::Kind::Body || page.blocks[i].kind == Block::Kind::Field || sentences[i].empty()) continue;
    tokens.clear();
    tables_.lexicon.cut(page.blocks[i].words, sentences[i].front().words, sentences[i].front().marks, tokens);
    if (!muscle.take_definition(tokens, page.blocks[i].words) && !muscle.known()) continue;
    if (tokens.size() > kLongestTitleTokens) break;
  }
  result.muscle = muscle.name();
  result.synonyms = muscle.synonyms();
  result.source.title = page.title;

  FactReader reader(tables_.lexicon, tables_.cues, tables_.link, muscle, result.facts);
  for (std::uint32_t i = 0; i < page.blocks.size(); ++i) {
    const Block& block = page.blocks[i];
    const BlockRole& role = roles[i];
    if (role.kind == BlockRole::Kind::Reference) {
      result.references.push_back(tables_.matter.reference_of(block, static_cast<std::uint32_t>(result.references.size() + 1)));
    } else if (role.kind == BlockRole::Kind::Credit) {
      for (PageContributor& contributor : tables_.matter.contributors_of(block))
        result.source.contributors.push_back(std::move(contributor));
    }
    if (role.kind != BlockRole::Kind::Body) continue;
    reader.begin(block, role);
    for (const Sentence& sentence : sentences[i]) {
      const Span where = block.source_of(sentence.words.begin, sentence.words.end);
      bool read = true;
      if ((role.topics & bit(Topic::Clinical)) != 0) {
        result.claims.push_back(tables_.matter.claim_of(page, sentence));
      } else if ((role.topics & bit(Topic::Palpation)) != 0) {
        result.palpation.push_back({block.words.substr(sentence.words.begin, sentence.words.end - sentence.words.begin), where,
                                    sentence.citations, sentence.basis});
      } else if ((role.topics & kNoAnatomy) != 0 && (role.topics & ~kNoAnatomy) == 0) {
        read = false;
      } else {
        read = reader.read(sentence) > 0;
      }
      result.body_bytes += where.end - where.begin;
      if (read) {
        result.body_bytes_read += where.end - where.begin;
      } else {
        result.unread.push_back(where);
      }
    }
  }
  put_in_order(result.facts);
  for (const Note& note : page.notes) result.references.push_back(tables_.matter.reference_of(note));
  return result;
}

}  // namespace musclekg
