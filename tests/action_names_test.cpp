// Movements in running text: what moves, which way, under which condition, and the joints that are named.

#include "extract/action_names.h"

#include "extract_fixture.h"

namespace musclekg::extract_test {
namespace {

ActionList read(const Text& text, bool of_muscle = true) { return read_actions(text.tokens(), text.words(), of_muscle); }

/// "flexion of knee (joint); qualifier weak; condition unilateral"
Lines actions(std::string_view words, bool of_muscle = true) {
  Lines lines;
  for (const ActionName& action : read(Text(words), of_muscle).actions) {
    std::string& line = lines.emplace_back(action.movement);
    if (!action.moved.empty()) line += " of " + action.moved;
    if (action.at_joint) line += " (joint)";
    if (!action.qualifier.empty()) line += "; qualifier " + action.qualifier;
    if (!action.condition.empty()) line += "; condition " + action.condition;
  }
  return lines;
}

Lines joints(std::string_view words) {
  Lines lines;
  for (const JointName& joint : read(Text(words)).joints) lines.push_back(joint.name);
  return lines;
}

TEST(ActionNames, VerbsAndNounsOfMovementAreTheSame) {
  EXPECT_EQ(actions("flexes the knee"), Lines{"flexion of knee (joint)"});
  EXPECT_EQ(actions("flexion of the knee"), Lines{"flexion of knee (joint)"});
  EXPECT_EQ(actions("knee flexion"), Lines{"flexion of knee (joint)"});
  EXPECT_EQ(actions("a flexor of the knee"), Lines{"flexion of knee (joint)"});
  EXPECT_EQ(actions("extension at the knee joint"), Lines{"extension of knee joint (joint)"});
}

TEST(ActionNames, ANameOfAMuscleIsNoMovement) { EXPECT_EQ(actions("flexor carpi ulnaris"), Lines()); }

TEST(ActionNames, AMovementMayStandAlone) { EXPECT_EQ(actions("dorsiflexion"), Lines{"dorsiflexion"}); }

TEST(ActionNames, JoinedMovementsShareWhatTheyMove) {
  EXPECT_EQ(actions("flexes and abducts the arm"), (Lines{"flexion of arm", "abduction of arm"}));
  EXPECT_EQ(actions("adducts, flexes and medially rotates the humerus"),
            (Lines{"adduction of humerus", "flexion of humerus", "medial rotation of humerus"}));
}

TEST(ActionNames, EachOfSeveralThingsIsMoved) {
  EXPECT_EQ(actions("flexes the hip and knee joints"), (Lines{"flexion of hip joint (joint)", "flexion of knee joint (joint)"}));
  EXPECT_EQ(actions("elevates the third, fourth and fifth ribs"),
            (Lines{"elevation of third rib", "elevation of fourth rib", "elevation of fifth rib"}));
}

TEST(ActionNames, MovementsWithObjectsOfTheirOwn) {
  EXPECT_EQ(actions("knee flexion and hip extension"), (Lines{"flexion of knee (joint)", "extension of hip (joint)"}));
  EXPECT_EQ(actions("flexion of the elbow and supination of the forearm"), (Lines{"flexion of elbow (joint)", "supination of forearm"}));
  EXPECT_EQ(actions("flexes the leg; extends the thigh"), (Lines{"flexion of leg", "extension of thigh"}));
}

TEST(ActionNames, DirectionsStandBeforeOrBehind) {
  EXPECT_EQ(actions("lateral rotation of the thigh"), Lines{"lateral rotation of thigh"});
  EXPECT_EQ(actions("laterally rotates the thigh"), Lines{"lateral rotation of thigh"});
  EXPECT_EQ(actions("medial and lateral rotation of the arm"), (Lines{"medial rotation of arm", "lateral rotation of arm"}));
  EXPECT_EQ(actions("draws the scapula downward and forward"), Lines{"drawing of scapula; qualifier downward forward"});
  EXPECT_EQ(actions("cervical flexion"), Lines{"cervical flexion"});
}

TEST(ActionNames, SidesAreQualifiers) {
  EXPECT_EQ(actions("ipsilateral rotation of the head"), Lines{"rotation of head; qualifier ipsilateral"});
  EXPECT_EQ(actions("rotates the head to the opposite side"), Lines{"rotation of head; qualifier contralateral"});
  EXPECT_EQ(actions("rotates the head to the same side"), Lines{"rotation of head; qualifier ipsilateral"});
}

TEST(ActionNames, ConditionsStandBeforeOrBehind) {
  EXPECT_EQ(actions("When the foot is fixed, it extends the hip."), Lines{"extension of hip (joint); condition when the foot is fixed"});
  EXPECT_EQ(actions("flexes the thigh when the knee is extended"), Lines{"flexion of thigh; condition when the knee is extended"});
  EXPECT_EQ(actions("bilaterally, extends the head; unilaterally, bends the neck to the same side"),
            (Lines{"extension of head; condition bilateral", "flexion of neck; qualifier ipsilateral; condition unilateral"}));
  EXPECT_EQ(actions("unilateral contraction rotates the head"), Lines{"rotation of head; condition unilateral"});
}

TEST(ActionNames, WhatMovesKeepsItsWhole) {
  EXPECT_EQ(actions("flexion of the distal phalanx of the thumb"), Lines{"flexion of distal phalanx of thumb"});
}

TEST(ActionNames, CommonVerbsCountWhereTheTextTellsWhatTheMuscleDoes) {
  EXPECT_EQ(actions("draws the scapula downward", true), Lines{"drawing of scapula; qualifier downward"});
  EXPECT_EQ(actions("draws the scapula downward", false), Lines());
  EXPECT_EQ(actions("extends over the tibia", false), Lines());
  EXPECT_EQ(actions("extends the knee", false), Lines{"extension of knee (joint)"});
}

TEST(ActionNames, JointsThatAreNamed) {
  EXPECT_EQ(joints("flexes the forearm at the elbow"), Lines{"elbow"});
  EXPECT_EQ(joints("flexes the hip and knee joints"), (Lines{"hip joint", "knee joint"}));
  EXPECT_EQ(joints("flexes the arm"), Lines());
  EXPECT_EQ(actions("It flexes and laterally rotates the thigh at the hip joint."),
            (Lines{"flexion of thigh", "lateral rotation of thigh"}));
}

TEST(ActionNames, Words) {
  const Text text("It flexes and abducts the arm at the shoulder joint.");
  const ActionList list = read(text);
  ASSERT_EQ(list.actions.size(), 2u);
  EXPECT_EQ(text.at(list.actions[0].words), "flexes");
  EXPECT_EQ(text.at(list.actions[1].words), "abducts the arm");
  EXPECT_EQ(text.at(list.actions[1].moved_words), "arm");
  ASSERT_EQ(list.joints.size(), 1u);
  EXPECT_EQ(text.at(list.joints[0].words), "shoulder joint");
}

}  // namespace
}  // namespace musclekg::extract_test
