// Actions at a joint, of a part of the body, and of a movement alone.

#include <set>

#include "test.h"

namespace musclekg::test {
namespace {

/// The statements on the vastus medialis's actions, and on these: "knee-extension type JointAction", namespaces left out.
std::set<std::string> statements(std::string_view actions) {
  const std::string record = "name: vastus medialis\nactions:\n" + std::string(actions);
  const Result run = run_program({"convert", "-", "--from", "yaml", "-o", "-", "--to", "ntriples", "-q"}, record);
  EXPECT_EQ(run.exit, 0) << run.err;
  std::set<std::string> result;
  for (const std::string_view line : split(run.out, '\n')) {
    std::string text;
    const std::size_t object = line.find(' ', line.find(' ') + 1) + 1;
    if (object == 0) continue;
    for (std::string_view node : {line.substr(0, line.find(' ')), line.substr(line.find(' ') + 1, object - line.find(' ') - 2),
                                  line.substr(object, line.size() - object - 2)}) {
      if (node.starts_with('<')) node = node.substr(node.find_last_of("/#") + 1, node.size() - node.find_last_of("/#") - 2);
      text.append(text.empty() ? "" : " ").append(node);
    }
    for (const char* word : {" hasAction ", " actsAtJoint ", " movesPart ", " movementType ", "Action", "RO_0002216"})
      if (text.find(word) != std::string::npos || text.find("ion label ") != std::string::npos) result.insert(text);
  }
  return result;
}

TEST(Actions, AtAJoint) {
  const std::set<std::string> expected = {"UBERON_0001380 hasAction knee-flexion",
                                          "UBERON_0001380 RO_0002216 knee-flexion",
                                          "UBERON_0001380 actsAtJoint UBERON_0001485",
                                          "knee-flexion type JointAction",
                                          "knee-flexion label \"flexion at the knee joint\"@en",
                                          "knee-flexion movementType fma23861",
                                          "knee-flexion actsAtJoint UBERON_0001485"};
  for (const char* action : {"flexion of the knee", "flexion at the Knee Joint", "{movement: flexion, joint: knee}",
                             "{movement: flexion, part: knee}", "{movement: {name: flexion, id: FMA:23861}, part: {name: knee joint}}"})
    EXPECT_EQ(statements("  - " + std::string(action) + "\n"), expected) << action;
}

TEST(Actions, OfAPartOfTheBody) {
  const std::set<std::string> expected = {"UBERON_0001380 hasAction thigh-flexion",          "UBERON_0001380 RO_0002216 thigh-flexion",
                                          "UBERON_0001380 movesPart UBERON_0000376",         "thigh-flexion type MuscleAction",
                                          "thigh-flexion label \"flexion of the thigh\"@en", "thigh-flexion movementType fma23861",
                                          "thigh-flexion movesPart UBERON_0000376"};
  for (const char* action : {"flexion of the thigh", "flexion of Thigh", "{movement: flexion, part: thigh}"})
    EXPECT_EQ(statements("  - " + std::string(action) + "\n"), expected) << action;
  EXPECT_TRUE(statements("  - {movement: support, part: pelvic organs}\n").contains("pelvic-organs-support movesPart pelvic-organs"));
  EXPECT_TRUE(statements("  - {movement: elevation, part: hand}\n").contains("UBERON_0001380 movesPart UBERON_0002398"))
      << "a part is no joint because a joint could be called so, too";
}

TEST(Actions, OfAMovementAlone) {
  const std::set<std::string> expected = {"UBERON_0001380 hasAction abduction-action", "UBERON_0001380 RO_0002216 abduction-action",
                                          "abduction-action type MuscleAction", "abduction-action label \"abduction\"@en",
                                          "abduction-action movementType fma23863"};
  for (const char* action : {"abduction", "{movement: abduction}"})
    EXPECT_EQ(statements("  - " + std::string(action) + "\n"), expected) << action;
}

TEST(Actions, WhereAJointAndAPartAreNamedTheActionIsAtTheJoint) {
  const std::set<std::string> found = statements("  - {movement: flexion, joint: elbow, part: forearm}\n");
  EXPECT_TRUE(found.contains("elbow-flexion type JointAction"));
  EXPECT_TRUE(found.contains("UBERON_0001380 movesPart UBERON_0002386"));
  EXPECT_FALSE(found.contains("elbow-flexion movesPart UBERON_0002386"));
}

TEST(Actions, WhatCallsItselfAJointIsOne) {
  EXPECT_TRUE(statements("  - flexion of the zygal joint\n").contains("zygal-flexion type JointAction"));
}

TEST(Actions, ATextWithoutAMovementIsAFault) {
  const Result run = run_program({"convert", "-", "--from", "yaml", "-o", "-", "--to", "ntriples", "-q"},
                                 "name: vastus medialis\nactions: extends the knee\n");
  EXPECT_EQ(run.exit, 1);
  EXPECT_EQ(run.err,
            "<stdin>:2:10: error: 'extends the knee' is neither a known movement nor one of something [action-syntax]\n"
            "  write \"extension of the knee joint\", or a map with 'movement', and 'joint' or 'part'\n");
}

}  // namespace
}  // namespace musclekg::test
