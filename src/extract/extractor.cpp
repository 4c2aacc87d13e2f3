#include "extract/extractor.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "base/text.h"
#include "extract/fact_reader.h"
#include "extract/page_muscle.h"
#include "extract/page_source.h"
#include "extract/sections.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostIntroduction = 4;     ///< blocks at the beginning that may say "muscle"
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

/// One page.
class Extraction {
 public:
  Extraction(const Page& page, ExtractTables& tables) : page_(page), tables_(tables), muscle_(tables.lexicon, tables.muscles) {}

  PageFacts run() {
    result_.file = page_.file;
    result_.layout = page_.layout;
    result_.source = source_of(page_);
    sentences_.resize(page_.blocks.size());
    for (std::uint32_t i = 0; i < page_.blocks.size(); ++i)
      if (page_.blocks[i].kind != Block::Kind::Heading) sentences_[i] = sentences_of(page_, i);
    roles_ = roles_of(page_, sentences_, tables_.lexicon, tables_.topics, tables_.matter, result_.sections);
    name_muscle();
    FactReader reader(tables_.lexicon, tables_.cues, tables_.link, muscle_, result_.facts);
    for (std::uint32_t i = 0; i < page_.blocks.size(); ++i) read_block(i, reader);
    put_in_order(result_.facts);
    for (const Note& note : page_.notes) result_.references.push_back(tables_.matter.reference_of(note));
    for (PageReference& reference : result_.references)
      if (const auto found = markers_.find(reference.number); found != markers_.end()) reference.markers = found->second;
    return std::move(result_);
  }

 private:
  const std::vector<PageToken>& tokens_of(std::uint32_t block, const Sentence& sentence) {
    tokens_.clear();
    tables_.lexicon.cut(page_.blocks[block].words, sentence.words, sentence.marks, tokens_);
    return tokens_;
  }

  /// By the title, else by the first sentence that says what it is; other names from that sentence.
  void name_muscle() {
    if (!page_.title.empty()) muscle_.set_title(page_.title);
    for (std::uint32_t i = 0; i < page_.blocks.size(); ++i) {
      if (roles_[i].kind != BlockRole::Kind::Body || page_.blocks[i].kind == Block::Kind::Field || sentences_[i].empty()) continue;
      const Sentence& first = sentences_[i].front();
      const std::vector<PageToken>& tokens = tokens_of(i, first);
      if (!muscle_.take_definition(tokens, page_.blocks[i].words) && !muscle_.known()) continue;
      add_whole(i, first, tokens);
      if (tokens.size() > kLongestTitleTokens) break;
    }
    if (!is_about_muscle()) muscle_.forget();
    result_.muscle = muscle_.name();
    result_.synonyms = muscle_.synonyms();
  }

  /// Whether an ontology has the muscle, or the page speaks of a muscle, or has sections for two ends, a nerve or an action of one.
  bool is_about_muscle() const {
    if (!muscle_.known() || muscle_.is_muscle(muscle_.name())) return true;
    std::size_t looked_at = 0;
    TopicSet topics = 0;
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      if (roles_[i].kind == BlockRole::Kind::Heading || looked_at++ < kMostIntroduction)
        if (ascii_lower(page_.blocks[i].words).find("muscle") != std::string::npos) return true;
      const Section::Basis basis =
          roles_[i].section < result_.sections.size() ? result_.sections[roles_[i].section].basis : Section::Basis::Inferred;
      if (roles_[i].kind == BlockRole::Kind::Body && basis != Section::Basis::Inferred) topics |= roles_[i].topics;
    }
    constexpr TopicSet kOfMuscles = bit(Topic::Origin) | bit(Topic::Insertion) | bit(Topic::Innervation) | bit(Topic::Action);
    return std::popcount(topics & kOfMuscles) >= 2;
  }

  /// "The deep head of pronator teres is ...": what the head is part of.
  void add_whole(std::uint32_t block, const Sentence& sentence, Tokens tokens) {
    const std::size_t of = muscle_.name().find(" of ");
    if (of == std::string::npos || !muscle_.is_muscle(std::string_view(muscle_.name()).substr(of + 4))) return;
    for (std::size_t at = 1; at < tokens.size(); ++at) {
      if (tokens[at].is(WordClass::Copula) || tokens[at].is(WordClass::Verb)) return;
      const MuscleNames::Found found = tables_.muscles.find(tokens, at);
      if (found.size == 0 || !tokens[at - 1].is("of")) continue;
      const Block& page_block = page_.blocks[block];
      const std::uint32_t end = tokens[at + found.size - 1].end;
      Fact& fact = result_.facts.emplace_back();
      fact.relation = FactRelation::PartOf;
      fact.where = page_block.source_of(tokens[at].begin, end);
      fact.text = page_block.words.substr(tokens[at].begin, end - tokens[at].begin);
      fact.head = fold(fact.text);
      fact.citations = sentence.citations;
      fact.citation_basis = sentence.basis;
      fact.sentence = page_block.source_of(sentence.words.begin, sentence.words.end);
      fact.section = roles_[block].section;
      return;
    }
  }

  void read_block(std::uint32_t index, FactReader& reader) {
    const Block& block = page_.blocks[index];
    const BlockRole& role = roles_[index];
    if (role.kind == BlockRole::Kind::Reference) {
      const auto counted = static_cast<std::uint32_t>(result_.references.size() + 1);
      result_.references.push_back(tables_.matter.reference_of(block, counted));
    } else if (role.kind == BlockRole::Kind::Credit) {
      for (PageContributor& contributor : tables_.matter.contributors_of(block))
        result_.source.contributors.push_back(std::move(contributor));
    }
    if (role.kind != BlockRole::Kind::Body) return;
    reader.begin(block, role);
    for (const Sentence& sentence : sentences_[index]) {
      const Span where = block.source_of(sentence.words.begin, sentence.words.end);
      const bool read = read_sentence(index, sentence, where, reader);
      for (const std::uint32_t number : sentence.marked) ++markers_[number];
      result_.body_bytes += where.end - where.begin;
      if (read) {
        result_.body_bytes_read += where.end - where.begin;
      } else {
        result_.unread.push_back(where);
      }
    }
  }

  /// Whether the sentence gave something.
  bool read_sentence(std::uint32_t index, const Sentence& sentence, Span where, FactReader& reader) {
    const TopicSet topics = roles_[index].topics;
    if ((topics & bit(Topic::Clinical)) != 0) {
      result_.claims.push_back(tables_.matter.claim_of(page_, sentence));
      result_.claims.back().about = muscles_in(index, sentence);
      return true;
    }
    if ((topics & bit(Topic::Palpation)) != 0) {
      const std::string& words = page_.blocks[index].words;
      result_.palpation.push_back(
          {words.substr(sentence.words.begin, sentence.words.end - sentence.words.begin), where, sentence.citations, sentence.basis});
      return true;
    }
    if ((topics & kNoAnatomy) != 0 && (topics & ~kNoAnatomy) == 0) return false;
    return reader.read(sentence) > 0;
  }

  /// The muscles that a sentence names, each once: the page's under its name.
  std::vector<std::string> muscles_in(std::uint32_t block, const Sentence& sentence) {
    std::vector<std::string> names;
    const std::vector<PageToken>& tokens = tokens_of(block, sentence);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      const MuscleNames::Found found = tables_.muscles.find(tokens, at);
      if (found.size == 0) continue;
      const std::uint32_t begin = tokens[at].begin, end = tokens[at + found.size - 1].end;
      std::string name = fold(std::string_view(page_.blocks[block].words).substr(begin, end - begin));
      if (muscle_.is_named(name)) name = muscle_.name();
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
      at += found.size - 1;
    }
    return names;
  }

  const Page& page_;
  ExtractTables& tables_;
  PageMuscle muscle_;
  PageFacts result_;
  std::vector<std::vector<Sentence>> sentences_;  ///< by block
  std::vector<BlockRole> roles_;                  ///< by block
  std::vector<PageToken> tokens_;
  tsl::robin_map<std::uint32_t, std::uint32_t> markers_;  ///< marks of the text, by the number they point at
};

}  // namespace

ExtractTables::ExtractTables(const std::string& folder, const LinkTables& tables, Diagnostics& diagnostics)
    : link(tables),
      lexicon(folder, tables.forms, tables.portions, tables.abbreviations, tables.terms, diagnostics),
      cues(folder + "/page-cues.tsv", diagnostics),
      topics(folder + "/page-topics.tsv", diagnostics),
      muscles(tables.terms, muscle_kinds(tables.kinds), tables.forms),
      matter(folder, diagnostics) {}

PageFacts Extractor::extract(const Page& page) {
  tables_.lexicon.forget_if_full();
  return Extraction(page, tables_).run();
}

}  // namespace musclekg
