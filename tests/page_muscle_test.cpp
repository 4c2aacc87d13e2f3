// The muscle that a page is about, and what clauses speak of.

#include "extract/page_muscle.h"

#include "extract_fixture.h"

namespace musclekg::extract_test {
namespace {

PageMuscle titled(std::string_view title) {
  PageMuscle muscle(extract_tables().lexicon, extract_tables().muscles);
  if (!title.empty()) muscle.set_title(title);
  return muscle;
}

std::string name_in_title(std::string_view title) { return titled(title).name(); }

/// The name that a definition gives, and behind it the other names.
Lines defined(std::string_view sentence, std::string_view title = {}) {
  PageMuscle muscle = titled(title);
  const Text text(sentence);
  const bool gave = muscle.take_definition(text.tokens(), text.words());
  EXPECT_EQ(gave, title.empty() && muscle.known());
  Lines names = {muscle.name()};
  names.insert(names.end(), muscle.synonyms().begin(), muscle.synonyms().end());
  return names;
}

/// "unsaid", "muscle", "muscle: long head", "other: brachialis".
std::string subject(std::string_view words, std::string_view title = "Biceps brachii") {
  const PageMuscle muscle = titled(title);
  const Text text(words);
  const auto found = muscle.subject_of(text.tokens(), text.words());
  using Kind = decltype(found.kind);
  if (found.kind == Kind::Other) return "other: " + found.name;
  return (found.kind == Kind::Unsaid ? "unsaid" : "muscle") + (found.part.empty() ? "" : ": " + found.part);
}

TEST(PageMuscle, TheTitleWithoutWhatSitesAddToIt) {
  EXPECT_EQ(name_in_title("Soleus"), "soleus");
  EXPECT_EQ(name_in_title("Soleus | Physiopedia"), "soleus");
  EXPECT_EQ(name_in_title("Gracilis - Wikipedia"), "gracilis");
  EXPECT_EQ(name_in_title("Biceps brachii (muscle)"), "biceps brachii");
  EXPECT_EQ(name_in_title("Soleus muscle: Overview"), "soleus");
  EXPECT_EQ(name_in_title("The Soleus muscle"), "soleus");
  EXPECT_EQ(name_in_title("Musculus soleus"), "soleus");
  EXPECT_EQ(name_in_title("M. soleus"), "soleus");
  EXPECT_EQ(name_in_title("Tibialis anterior muscle"), "tibialis anterior");
}

TEST(PageMuscle, ADefinitionGivesTheNameWhereThereIsNoTitle) {
  EXPECT_EQ(defined("The soleus is a muscle of the leg."), Lines{"soleus"});
  EXPECT_EQ(defined("In the human body, the soleus is a muscle."), Lines{"soleus"});
  EXPECT_EQ(defined("The biceps brachii (or biceps) is a muscle."), Lines{"biceps brachii"});
  EXPECT_EQ(defined("Soleus"), Lines{"soleus"});
}

TEST(PageMuscle, TheTitleComesFirst) { EXPECT_EQ(defined("The gastrocnemius is a muscle.", "Soleus"), Lines{"soleus"}); }

TEST(PageMuscle, NamesOfTheSameMuscle) {
  const PageMuscle muscle = titled("Tibialis anterior");
  EXPECT_TRUE(muscle.is_named("tibialis anterior"));
  EXPECT_TRUE(muscle.is_named("Tibialis anterior muscle"));
  EXPECT_FALSE(muscle.is_named("tibialis posterior"));
  EXPECT_TRUE(muscle.is_muscle("tibialis posterior"));
  EXPECT_FALSE(muscle.is_muscle("tibia"));
}

TEST(PageMuscle, HowFarANameOfAMuscleGoes) {
  const PageMuscle muscle = titled("Soleus");
  const auto size = [&](std::string_view words) { return muscle.muscle_at(Text(words).tokens(), 0); };
  EXPECT_EQ(size("biceps brachii muscle and more"), 3u);
  EXPECT_EQ(size("soleus"), 1u);
  EXPECT_EQ(size("tibia"), 0u);
  EXPECT_EQ(size("deltoid tuberosity"), 0u);
}

TEST(PageMuscle, WhatAClauseSpeaksOf) {
  EXPECT_EQ(subject("The biceps brachii muscle"), "muscle");
  EXPECT_EQ(subject("In the arm, the biceps brachii"), "muscle");
  EXPECT_EQ(subject("It"), "unsaid");
  EXPECT_EQ(subject("the muscle"), "unsaid");
  EXPECT_EQ(subject(""), "unsaid");
  EXPECT_EQ(subject("The brachialis"), "other: brachialis");
  EXPECT_EQ(subject("The tendon of the brachialis"), "other: brachialis");
  EXPECT_EQ(subject("The musculocutaneous nerve"), "other: the musculocutaneous nerve");
}

TEST(PageMuscle, WhatAPrepositionBringsInIsNoSubject) { EXPECT_EQ(subject("The fibers from the clavicle"), "unsaid"); }

TEST(PageMuscle, PartsOfTheMuscle) {
  EXPECT_EQ(subject("the short head"), "muscle: short head");
  EXPECT_EQ(subject("The long head of the biceps brachii"), "muscle: long head");
  EXPECT_EQ(subject("clavicular fibers", "Deltoid"), "muscle: clavicular fibers");
  EXPECT_EQ(subject("The upper fibers", "Trapezius"), "muscle: upper fibers");
}

TEST(PageMuscle, HowFarANameOfAPartGoes) {
  const auto size = [](std::string_view words) { return muscle_part_at(Text(words).tokens()); };
  EXPECT_EQ(size("the long head of it"), 3u);
  EXPECT_EQ(size("superior oblique part"), 3u);
  EXPECT_EQ(size("clavicular fibers"), 2u);
  EXPECT_EQ(size("heads"), 0u);
  EXPECT_EQ(size("the tibia"), 0u);
  EXPECT_EQ(size(""), 0u);
}

}  // namespace
}  // namespace musclekg::extract_test
