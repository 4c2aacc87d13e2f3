// Cues and what stands around them, the table of cues, and the table of words that tell a topic.

#include "extract/frames.h"

#include "extract/topic_words.h"
#include "extract_fixture.h"

namespace musclekg::extract_test {
namespace {

std::string name_of(CueRelation relation) {
  switch (relation) {
    case CueRelation::Attachment:
      return "attachment";
    case CueRelation::Supply:
      return "supply";
    case CueRelation::Course:
      return "course";
    case CueRelation::Other:
      return "other";
    default:
      return std::string(musclekg::name_of(static_cast<FactRelation>(relation)));
  }
}

/// "origin: it | the fibula", and what else is known of the frame: relation, subject, argument.
Lines frames(std::string_view words, const CueTable& cues = extract_tables().cues) {
  const Text text(words);
  Lines lines;
  for (const Frame& frame : frames_of(text.tokens(), cues)) {
    std::string& line = lines.emplace_back(fmt::format("{}: {} | {}", name_of(frame.relation), told(frame.subject), told(frame.argument)));
    if (frame.weak) line += "; weak";
    if (frame.relative) line += "; relative";
    if (frame.hedged) line += "; hedged";
    if (frame.negative) line += "; negative";
  }
  return lines;
}

TEST(Frames, EachCueHasItsSubjectAndItsNames) {
  EXPECT_EQ(frames("The soleus arises from the fibula and inserts into the calcaneus."),
            (Lines{"origin: the soleus | the fibula", "insertion: and | the calcaneus"}));
  EXPECT_EQ(frames("Its origin is the tibia; its insertion is the calcaneus"),
            (Lines{"origin: its | the tibia", "insertion: ; its | the calcaneus"}));
}

TEST(Frames, TheLongestCueCounts) {
  EXPECT_EQ(frames("It is attached proximally to the fibula and distally to the calcaneus"),
            (Lines{"origin: it is | the fibula", "insertion: and | the calcaneus"}));
  EXPECT_EQ(frames("It acts to flex the knee."), Lines{"action: it | flex the knee"});
}

TEST(Frames, WordsStandBetweenACueAndItsIntroducer) {
  const Text text("It is inserted by its apex into the patella.");
  const std::vector<Frame> found = frames_of(text.tokens(), extract_tables().cues);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(told(found[0].between), "by its apex into");
  EXPECT_EQ(told(found[0].argument), "the patella");
}

TEST(Frames, ACueWithoutItsIntroducerIsNone) {
  EXPECT_EQ(frames("the origin"), Lines());
  EXPECT_EQ(frames("It inserts."), Lines());
  EXPECT_EQ(frames("It arises; the tibia lies in front"), Lines());
}

TEST(Frames, NamesEndWhereAnotherClauseBegins) {
  EXPECT_EQ(frames("It arises from the rib where it is thick."), Lines{"origin: it | the rib"});
  EXPECT_EQ(frames("It arises from the rib; the hip lies below"), Lines{"origin: it | the rib"});
  EXPECT_EQ(frames("It arises from the rib but the hip is free"), Lines{"origin: it | the rib"});
  const Text text("the femur, which is long");
  EXPECT_EQ(told(text.tokens().first(end_of_names(text.tokens(), 0))), "the femur ,");
  const Text aside("the femur (which is long) and tibia");
  EXPECT_EQ(end_of_names(aside.tokens(), 0), aside.tokens().size());
}

TEST(Frames, WhatStandsBeforeItsCueIsTheSubject) {
  const Text text("The tibial nerve innervates the soleus.");
  const std::vector<Frame> found = frames_of(text.tokens(), extract_tables().cues);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].place, CueTable::Argument::Before);
  EXPECT_EQ(told(found[0].subject), "the tibial nerve");
}

TEST(Frames, WhichIsARelativeSubject) {
  EXPECT_EQ(frames("It inserts into the patella, which arises from the femur."),
            (Lines{"insertion: it | the patella", "origin: , which | the femur; relative"}));
}

TEST(Frames, NegationAndHedgesNearTheCue) {
  EXPECT_EQ(frames("It does not insert into the talus."), Lines{"insertion: it does not | the talus; negative"});
  EXPECT_EQ(frames("It sometimes arises from the femur."), Lines{"origin: it sometimes | the femur; hedged"});
}

TEST(Frames, WeakCuesAreMarked) {
  EXPECT_EQ(frames("It forms the calf."), Lines{"part_of: it | the calf; weak"});
  EXPECT_EQ(frames("It forms part of the triceps surae."), Lines{"part_of: it | the triceps surae"});
}

constexpr std::string_view kHeader = "cue\trelation\targument\tintroducers\tweak\tnote\n";

/// What is wrong with a table of cues, without its folder.
std::string faults(std::string_view rows) {
  const TemporaryFolder folder;
  const std::string path = folder.write("page-cues.tsv", std::string(kHeader).append(rows));
  Diagnostics diagnostics;
  const CueTable cues(path, diagnostics);
  std::string text = printed(diagnostics);
  for (std::size_t at; (at = text.find(path)) != std::string::npos;) text.replace(at, path.size(), "page-cues.tsv");
  return text;
}

TEST(CueTable, FaultsHaveTheirPlace) {
  EXPECT_EQ(faults("arises\torigin\tthrough\tfrom\t\tnote\n"), "");
  EXPECT_EQ(faults("# a remark\narises\torign\tthrough\tfrom\t\t\n"),
            "page-cues.tsv:3:8: error: 'relation' is one of origin, insertion, innervation, spinal_root, artery, part_of, synergist, "
            "antagonist, action, joint_acted_on, joined_with, attachment, supply, course, other; found 'orign' [page-table]\n");
  EXPECT_EQ(faults("arises\torigin\tbehind\tfrom\t\t\n"),
            "page-cues.tsv:2:15: error: 'argument' is after, before or through; found 'behind' [page-table]\n");
  EXPECT_EQ(faults("\torigin\tafter\t\t\t\n"), "page-cues.tsv:2:1: error: the cue is missing [page-table]\n");
}

TEST(CueTable, IntroducersStandWithThroughAlone) {
  EXPECT_EQ(faults("arises\torigin\tthrough\t\t\t\n"),
            "page-cues.tsv:2:23: error: introducers stand with the argument 'through', and only there [page-table]\n");
  EXPECT_EQ(faults("springs\torigin\tafter\tfrom\t\t\n"),
            "page-cues.tsv:2:22: error: introducers stand with the argument 'through', and only there [page-table]\n");
}

TEST(CueTable, ARowWithAFaultIsLeftOutAndTheOthersAreRead) {
  const TemporaryFolder folder;
  const std::string path =
      folder.write("page-cues.tsv", std::string(kHeader) + "wanders\torign\tafter\t\t\t\nsprings/sprang from\torigin\tafter\t\t\t\n");
  Diagnostics diagnostics;
  const CueTable cues(path, diagnostics);
  EXPECT_EQ(diagnostics.count(Severity::Error), 1u);
  EXPECT_EQ(frames("it SPRANG from the rib", cues), Lines{"origin: it | the rib"});
  EXPECT_EQ(frames("it wanders the rib", cues), Lines());
}

TEST(CueTable, ArticlesAndAdjectivesMayStandWithinACue) {
  const TemporaryFolder folder;
  Diagnostics diagnostics;
  const CueTable cues(folder.write("page-cues.tsv", std::string(kHeader) + "forms part of\tpart_of\tafter\t\t\t\n"), diagnostics);
  EXPECT_EQ(frames("it forms the lateral part of the calf", cues), Lines{"part_of: it | the calf"});
  EXPECT_EQ(frames("it forms and is part of the calf", cues), Lines());
}

TEST(TopicWords, FaultsHaveTheirPlace) {
  const TemporaryFolder folder;
  const std::string path =
      folder.write("page-topics.tsv", "word\ttopic\tweight\tnote\nx\tnothing\t1\t\ny\torigin\t0\t\ny\torigin\tten\t\n");
  Diagnostics diagnostics;
  const TopicWords words(path, diagnostics);
  EXPECT_EQ(printed(diagnostics), path + ":2:3: error: there is no topic 'nothing' [page-table]\n" + path +
                                      ":3:10: error: 'weight' is a number from 1 to 9; found '0' [page-table]\n" + path +
                                      ":4:10: error: 'weight' is a number from 1 to 9; found 'ten' [page-table]\n");
}

TEST(TopicWords, TheHeaviestTopicWins) {
  const TemporaryFolder folder;
  Diagnostics diagnostics;
  const TopicWords words(folder.write("page-topics.tsv",
                                      "word\ttopic\tweight\tnote\nnerve\tinnervation\t4\t\nartery\tartery\t3\t\n"
                                      "vessel\tartery\t2\t\n"),
                         diagnostics);
  const auto judged = [&](std::string_view text) {
    const TopicWords::Verdict verdict = words.judge(Text(text).tokens());
    return fmt::format("{} {} {}", musclekg::name_of(verdict.topic), verdict.weight, verdict.by);
  };
  EXPECT_EQ(judged("a nerve and an artery"), "innervation 4 nerve");
  EXPECT_EQ(judged("a nerve, an artery and vessels"), "artery 5 artery, vessel");
  EXPECT_EQ(judged("arteries, an artery and a nerve"), "innervation 4 nerve");
  EXPECT_EQ(words.judge(Text("a long word").tokens()).weight, 0);
}

}  // namespace
}  // namespace musclekg::extract_test
