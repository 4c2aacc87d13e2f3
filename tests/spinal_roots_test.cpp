// Spinal levels in what is said of a nerve, and labels within a text.

#include "extract/spinal_roots.h"

#include "extract/inner_label.h"
#include "extract_fixture.h"

namespace musclekg::extract_test {
namespace {

/// "L2 <L2>": the level and the words it comes from.
Lines roots(std::string_view words) {
  const Text text(words);
  Lines lines;
  for (const SpinalRoot& root : spinal_roots_of(text.tokens(), extract_tables().lexicon))
    lines.push_back(fmt::format("{} <{}>", root.level, text.at(root.words)));
  return lines;
}

TEST(SpinalRoots, EachLevelIsOne) {
  EXPECT_EQ(roots("L2, L3, L4"), (Lines{"L2 <L2>", "L3 <L3>", "L4 <L4>"}));
  EXPECT_EQ(roots("(L4, L5 and S1)"), (Lines{"L4 <L4>", "L5 <L5>", "S1 <S1>"}));
  EXPECT_EQ(roots("S1/S2"), (Lines{"S1 <S1>", "S2 <S2>"}));
  EXPECT_EQ(roots("l3"), Lines{"L3 <l3>"});
  EXPECT_EQ(roots("Th5"), Lines{"T5 <Th5>"});
  EXPECT_EQ(roots("Co1"), Lines{"Co1 <Co1>"});
}

TEST(SpinalRoots, NumbersGoOnInTheRegion) {
  EXPECT_EQ(roots("L2, 3 and 4"), (Lines{"L2 <L2>", "L3 <3>", "L4 <4>"}));
  EXPECT_EQ(roots("C5,6"), (Lines{"C5 <C5>", "C6 <6>"}));
}

TEST(SpinalRoots, ThoseOfARangeHaveTheWordsOfTheWhole) {
  EXPECT_EQ(roots("L2 through L4"), (Lines{"L2 <L2 through L4>", "L3 <L2 through L4>", "L4 <L2 through L4>"}));
  EXPECT_EQ(roots("C8-T1"), (Lines{"C8 <C8-T1>", "T1 <C8-T1>"}));
  EXPECT_EQ(roots("C7\xE2\x80\x93T1"), (Lines{"C7 <C7\xE2\x80\x93T1>", "C8 <C7\xE2\x80\x93T1>", "T1 <C7\xE2\x80\x93T1>"}));
}

TEST(SpinalRoots, ARangeThatRunsBackwardsIsItsTwoEnds) { EXPECT_EQ(roots("L4-L2"), (Lines{"L4 <L4>", "L2 <L2>"})); }

TEST(SpinalRoots, NervesThatAreCounted) {
  EXPECT_EQ(roots("first sacral nerve"), Lines{"S1 <first sacral nerve>"});
  EXPECT_EQ(roots("third cervical spinal nerve"), Lines{"C3 <third cervical spinal nerve>"});
  EXPECT_EQ(roots("second lumbar root"), Lines{"L2 <second lumbar root>"});
  EXPECT_EQ(roots("sixth and seventh cervical nerves"), (Lines{"C6 <sixth and seventh cervical nerves>", "C7 <seventh cervical nerves>"}));
}

TEST(SpinalRoots, VertebraeAreNoRoots) {
  EXPECT_EQ(roots("vertebra L1"), Lines());
  EXPECT_EQ(roots("vertebrae C3 to C5"), Lines());
  EXPECT_EQ(roots("third cervical vertebra"), Lines());
}

TEST(SpinalRoots, LevelsThatDoNotExistAreNone) {
  EXPECT_EQ(roots("L7"), Lines());
  EXPECT_EQ(roots("C9"), Lines());
  EXPECT_EQ(roots("T13"), Lines());
  EXPECT_EQ(roots("ninth cervical nerve"), Lines());
  EXPECT_EQ(roots("femoral nerve"), Lines());
}

/// "long head: humerus", "motor: tibial nerve", ": humerus" without a label.
Lines labelled(std::string_view words, const LabelledTokens& before = {}) {
  const Text text(words);
  Lines lines;
  for (const LabelledTokens& one : cut_at_labels(text.tokens(), text.words(), before)) {
    const std::string both = one.part + (one.part.empty() || one.fibre_type.empty() ? "" : ", ") + one.fibre_type;
    lines.push_back(both + ": " + text.at(one.tokens));
  }
  return lines;
}

TEST(InnerLabel, PartsOfTheMuscle) {
  EXPECT_EQ(labelled("Short head: coracoid process; Long head: supraglenoid tubercle"),
            (Lines{"short head: coracoid process;", "long head: supraglenoid tubercle"}));
  EXPECT_EQ(labelled("The deep part: tibia"), Lines{"deep part: tibia"});
  EXPECT_EQ(labelled("clavicular head \xE2\x80\x93 clavicle"), Lines{"clavicular head: clavicle"});
}

TEST(InnerLabel, TypesOfFibres) {
  EXPECT_EQ(labelled("Motor: accessory nerve; sensory: C3 and C4"), (Lines{"motor: accessory nerve;", "sensory: C3 and C4"}));
  EXPECT_EQ(labelled("Proprioception: cervical plexus"), Lines{"proprioceptive: cervical plexus"});
}

TEST(InnerLabel, WhatStandsBeforeTheFirstLabelHasTheOneBefore) {
  LabelledTokens before;
  before.part = "long head";
  EXPECT_EQ(labelled("scapula, short head: humerus", before), (Lines{"long head: scapula,", "short head: humerus"}));
  EXPECT_EQ(labelled("scapula", before), Lines{"long head: scapula"});
}

TEST(InnerLabel, ALabelAloneGoesOnToTheNextText) { EXPECT_EQ(labelled("Long head:"), Lines{"long head: "}); }

TEST(InnerLabel, OtherWordsBeforeAColonAreNoLabel) {
  EXPECT_EQ(labelled("Note: coracoid process"), Lines{": Note: coracoid process"});
  EXPECT_EQ(labelled("a well-known part of it"), Lines{": a well-known part of it"});
}

TEST(InnerLabel, ThePartThatALabelNamesBehindItsTopic) {
  const auto part = [](std::string_view label) {
    const Text text(label);
    return part_in_label(text.tokens(), text.words());
  };
  EXPECT_EQ(part("Origin, radial head"), "radial head");
  EXPECT_EQ(part("Origin (radial head)"), "radial head");
  EXPECT_EQ(part("Origin of the long head"), "long head");
  EXPECT_EQ(part("Origin"), "");
}

}  // namespace
}  // namespace musclekg::extract_test
