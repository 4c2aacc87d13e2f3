// From a sentence to its facts.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/action_names.h"
#include "extract/frames.h"
#include "extract/inner_label.h"
#include "extract/page_facts.h"
#include "extract/page_muscle.h"
#include "extract/sections.h"
#include "extract/sentence.h"
#include "extract/structure_names.h"
#include "link/linker.h"

namespace musclekg {

/// Reads the sentences of one page, in order; what one says of whom goes on to the next.
class FactReader {
 public:
  FactReader(Lexicon& lexicon, const CueTable& cues, const LinkTables& link, const PageMuscle& muscle, std::vector<Fact>& facts);

  /// Begins a block, with the role it has.
  void begin(const Block& block, const BlockRole& role);

  /// Adds the facts of a sentence of the block that was begun. Returns how many.
  std::size_t read(const Sentence& sentence);

 private:
  /// What stands in one text besides the words themselves.
  struct Situation {
    ClauseSubject subject;
    std::string part;  ///< of the muscle
    std::string fibre_type;
    bool hedged = false;
    bool disputed = false;
    bool negative = false;
  };

  void read_piece(Tokens tokens);
  void read_clause(Tokens tokens);
  void read_movements(Tokens tokens, const std::vector<Frame>& frames);
  std::vector<PageToken> without_muscles(Tokens tokens) const;
  static Tokens muscles_of(Tokens tokens);
  void read_frame(Tokens sentence, const Frame& whole);
  void read_frame(Tokens sentence, const Frame& frame, Situation situation);
  std::size_t next_part(Tokens names, std::string& part) const;
  void read_fragment(Tokens tokens, bool behind);
  void add_actions(Tokens tokens, const Situation& situation, bool of_muscle);
  void read_roots(Tokens tokens, const Situation& situation);
  std::string written_out(const std::string& name, WordSpan words) const;
  Situation situation_of(const Frame& frame);
  FactRelation attachment_of(const Frame& frame) const;

  std::size_t add_names(FactRelation relation, Tokens tokens, const Situation& situation);
  void add_course(Tokens tokens, const Situation& situation);
  void add_groups(Tokens tokens, const Situation& situation, bool weak);
  void add_attachments(FactRelation relation, Tokens sentence, const Frame& frame, const Situation& situation);
  bool is_muscle(std::string_view name) const { return muscle_.is_muscle(name); }
  Fact& add(FactRelation relation, WordSpan words, std::string head, const Situation& situation);
  bool in(Topic topic) const { return (role_->topics & bit(topic)) != 0; }
  bool only(FactRelation& relation) const;
  const SlotTable::Slot* slot(std::string_view name) const { return link_.slots.find(name); }

  Lexicon& lexicon_;
  const CueTable& cues_;
  const LinkTables& link_;
  const PageMuscle& muscle_;
  std::vector<Fact>& facts_;
  StructureReader structures_;

  const Block* block_ = nullptr;
  const BlockRole* role_ = nullptr;
  const Sentence* sentence_ = nullptr;
  std::vector<PageToken> tokens_;
  ClauseSubject subject_;     ///< of the clause before
  LabelledTokens label_;      ///< the label in front of what is being read: "Long head:"
  std::string last_name_;     ///< the last structure that was named, which "which" may mean
  bool origin_told_ = false;  ///< a fact on the page was one
};

}  // namespace musclekg
