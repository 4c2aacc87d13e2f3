#include "extract/sections.h"

#include <algorithm>

#include "base/text.h"
#include "extract/page_muscle.h"

namespace musclekg {

namespace {

constexpr int kLeastWeight = 3;           ///< of words that tell a topic
constexpr std::size_t kMostJudged = 600;  ///< tokens of a block that are looked at

/// Topics whose blocks are typed by their own words: a description may hold everything.
constexpr TopicSet kOpen = bit(Topic::Structure);
constexpr TopicSet kRelations =
    bit(Topic::Origin) | bit(Topic::Insertion) | bit(Topic::Innervation) | bit(Topic::Artery) | bit(Topic::Action);
constexpr TopicSet kOutside = bit(Topic::Skipped) | bit(Topic::Background) | bit(Topic::Relations);

class Roles {
 public:
  Roles(const Page& page, const std::vector<std::vector<Sentence>>& sentences, Lexicon& lexicon, const TopicWords& words,
        const PageMatter& matter, std::vector<Section>& sections)
      : page_(page), sentences_(sentences), lexicon_(lexicon), words_(words), matter_(matter), sections_(sections) {}

  std::vector<BlockRole> assign() {
    std::vector<BlockRole> roles(page_.blocks.size());
    for (std::uint32_t i = 0; i < page_.blocks.size(); ++i) {
      const Block& block = page_.blocks[i];
      BlockRole& role = roles[i];
      if (block.kind == Block::Kind::Heading) {
        take_heading(block, i);
        role.kind = BlockRole::Kind::Heading;
        in_references_ = (heading_ & bit(Topic::References)) != 0;
      } else if (block.kind == Block::Kind::Aside && (heading_ & kRelations) == 0) {
        role.kind = BlockRole::Kind::Outside;
      } else if (block.kind == Block::Kind::Field && block.topics == 0) {
        take_unknown_label(block, role);
      } else if (block.kind == Block::Kind::Field) {
        role.topics = block.topics;
        role.section = section(role.topics, Section::Basis::Label, block.label, block.source);
        if ((role.topics & bit(Topic::Credits)) != 0) role.kind = BlockRole::Kind::Credit;
        if ((role.topics & kOutside) != 0 && (role.topics & ~kOutside) == 0) role.kind = BlockRole::Kind::Outside;
      } else {
        take_text(i, role);
      }
      if (role.kind == BlockRole::Kind::Body) role.part = part_;
    }
    return roles;
  }

 private:
  /// "Long head: ..." under a heading; what any other unknown label announces is passed over.
  void take_unknown_label(const Block& block, BlockRole& role) {
    std::vector<PageToken> tokens;
    lexicon_.cut(block.label, {0, static_cast<std::uint32_t>(block.label.size())}, {}, tokens);
    const std::size_t part = muscle_part_at(tokens);
    role.topics = heading_;
    if (part == 0 || part != tokens.size() || heading_ == 0) {
      role.kind = BlockRole::Kind::Outside;
      return;
    }
    part_ = fold(block.label);
    role.section = section(heading_, Section::Basis::Heading, heading_words_, block.source);
  }

  void take_heading(const Block& block, std::uint32_t index) {
    std::vector<PageToken> tokens;
    lexicon_.cut(block.words, {0, static_cast<std::uint32_t>(block.words.size())}, {}, tokens);
    const std::size_t part = muscle_part_at(tokens);
    const bool names_part = part > 0 && part == tokens.size();
    if (names_part && block.topics == 0) {
      part_ = fold(block.words);
      if (part_.starts_with("the ")) part_.erase(0, 4);
      return;
    }
    if (index > 0 || block.topics != 0) part_.clear();
    if (block.topics != 0 || block.level <= level_) {
      heading_ = block.topics;
      heading_words_ = block.words;
      level_ = block.level;
    }
  }

  void take_text(std::uint32_t index, BlockRole& role) {
    const Block& block = page_.blocks[index];
    const bool under_references = (heading_ & bit(Topic::References)) != 0;
    if (matter_.is_reference(block, under_references || in_references_)) {
      in_references_ = true;
      role.kind = BlockRole::Kind::Reference;
      role.topics = bit(Topic::References);
      role.section = section(role.topics, under_references ? Section::Basis::Heading : Section::Basis::Inferred,
                             under_references ? heading_words_ : "form of a reference", block.source);
      return;
    }
    if ((heading_ & bit(Topic::Credits)) != 0 || !matter_.contributors_of(block).empty()) {
      role.kind = BlockRole::Kind::Credit;
      role.topics = bit(Topic::Credits);
      role.section = section(role.topics, Section::Basis::Inferred, "names of contributors", block.source);
      return;
    }
    if (under_references || ((heading_ & kOutside) != 0 && (heading_ & ~kOutside) == 0)) {
      role.kind = BlockRole::Kind::Outside;
      role.topics = heading_;
      role.section = section(heading_, Section::Basis::Heading, heading_words_, block.source);
      return;
    }
    if (matter_.is_palpation(block.words.substr(0, 400))) {
      role.topics = bit(Topic::Palpation);
      role.section = section(role.topics, Section::Basis::Inferred, "palpation", block.source);
      return;
    }
    constexpr TopicSet kEnds = bit(Topic::Origin) | bit(Topic::Insertion);
    if ((heading_ & ~(kEnds | bit(Topic::Attachment))) == 0 && ((heading_ & kEnds) == kEnds || heading_ == bit(Topic::Attachment)) &&
        take_bare_attachment(index, role))
      return;
    if (heading_ != 0 && (heading_ & kOpen) == 0) {
      role.topics = heading_;
      role.section = section(heading_, Section::Basis::Heading, heading_words_, block.source);
      return;
    }
    infer(index, role);
  }

  /// Under "Attachments", a paragraph of names alone: the first is the origin, the next the insertion.
  bool take_bare_attachment(std::uint32_t index, BlockRole& role) {
    if (sentences_[index].empty()) return false;
    const Sentence& first = sentences_[index].front();
    std::vector<PageToken> tokens;
    lexicon_.cut(page_.blocks[index].words, first.words, first.marks, tokens);
    if (tokens.empty() || has_verb(tokens) ||
        std::any_of(tokens.begin(), tokens.end(), [](const PageToken& token) { return token.mark == ':'; }))
      return false;
    const bool onto = tokens.front().is("into") || tokens.front().is("onto") || tokens.front().is("to");
    const Topic topic = onto || (origin_told_ && !tokens.front().is("from")) ? Topic::Insertion : Topic::Origin;
    origin_told_ = origin_told_ || topic == Topic::Origin;
    role.topics = bit(topic);
    role.section = section(role.topics, Section::Basis::Inferred,
                           topic == Topic::Origin ? "the first under the heading" : "behind the origin", page_.blocks[index].source);
    return true;
  }

  void infer(std::uint32_t index, BlockRole& role) {
    const Block& block = page_.blocks[index];
    std::vector<PageToken> tokens;
    std::size_t first_sentence = 0;  // its tokens
    for (const Sentence& sentence : sentences_[index]) {
      lexicon_.cut(block.words, sentence.words, sentence.marks, tokens);
      if (first_sentence == 0) first_sentence = tokens.size();
      if (tokens.size() > kMostJudged) break;
    }
    const TopicWords::Verdict verdict = words_.judge(tokens);
    const bool opening = index <= 2 && heading_ == 0;
    if (verdict.weight < kLeastWeight || (opening && verdict.topic == Topic::Exercise)) {
      role.topics = heading_ != 0 ? heading_ : bit(Topic::Structure);
      role.section = section(role.topics, heading_ != 0 ? Section::Basis::Heading : Section::Basis::Inferred,
                             heading_ != 0 ? heading_words_ : "no telling words", block.source);
      return;
    }
    Topic topic = verdict.topic;
    std::string by = verdict.by;
    if (topic == Topic::Relations || topic == Topic::Variation || topic == Topic::Background) topic = Topic::Structure;
    if (topic == Topic::Attachment) {
      const std::string_view first =
          tokens.empty() || tokens.front().word == nullptr ? std::string_view() : std::string_view(tokens.front().word->lower);
      if (first == "into" || first == "onto" || first == "to") {
        topic = Topic::Insertion;
        by += "; begins with \"" + std::string(first) + "\"";
      } else if (first == "from") {
        topic = Topic::Origin;
        by += "; begins with \"from\"";
      } else if (!has_verb(Tokens(tokens).first(first_sentence))) {
        topic = origin_told_ ? Topic::Insertion : Topic::Origin;
        by += origin_told_ ? "; behind the origin" : "; the first of them";
      }
      origin_told_ = origin_told_ || topic == Topic::Origin;
    }
    role.topics = bit(topic) | (heading_ & kOpen);
    role.section = section(role.topics, Section::Basis::Inferred, by, block.source);
  }

  static bool has_verb(Tokens tokens) {
    return std::any_of(tokens.begin(), tokens.end(), [](const PageToken& token) {
      if (token.word == nullptr) return false;
      const std::string& lower = token.word->lower;
      return token.is(WordClass::Copula) || lower.starts_with("aris") || lower.starts_with("originat") || lower.starts_with("attach") ||
             lower.starts_with("insert");
    });
  }

  /// The index of the section that a block belongs to: the last one, where it is about the same and known by the same.
  std::uint32_t section(TopicSet topics, Section::Basis basis, std::string by, Span where) {
    if (!sections_.empty() && sections_.back().topics == topics && sections_.back().basis == basis && basis != Section::Basis::Inferred &&
        sections_.back().by == by) {
      sections_.back().where.end = where.end;
    } else {
      sections_.push_back({topics, basis, std::move(by), where});
    }
    return static_cast<std::uint32_t>(sections_.size() - 1);
  }

  const Page& page_;
  const std::vector<std::vector<Sentence>>& sentences_;
  Lexicon& lexicon_;
  const TopicWords& words_;
  const PageMatter& matter_;
  std::vector<Section>& sections_;
  TopicSet heading_ = 0;
  std::string heading_words_;
  std::uint8_t level_ = 255;
  std::string part_;
  bool in_references_ = false;
  bool origin_told_ = false;
};

}  // namespace

std::vector<BlockRole> roles_of(const Page& page, const std::vector<std::vector<Sentence>>& sentences, Lexicon& lexicon,
                                const TopicWords& words, const PageMatter& matter, std::vector<Section>& sections) {
  return Roles(page, sentences, lexicon, words, matter, sections).assign();
}

}  // namespace musclekg
