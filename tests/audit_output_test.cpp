// What an audit writes, and what it finds in the tables of the Human Reference Atlas.

#include <algorithm>
#include <string>
#include <vector>

#include "audit/audit_report.h"
#include "audit_fixture.h"

namespace musclekg::audit_test {
namespace {

TEST(AuditOutput, WhatIsSaidTwiceIsJudgedOnceAndReportedAtEachPlace) {
  const AuditResult result = audited({"name,id,n\nrectus femoris,UBERON:0001380,1\nrectus femoris,UBERON:0001380,2\n"});
  EXPECT_EQ(result.distinct, 1u);
  EXPECT_EQ(findings(result),
            "a.csv:2 label-mismatch error UBERON:0001380 > UBERON:0001378\na.csv:3 label-mismatch error UBERON:0001380 > UBERON:0001378\n");
}

TEST(AuditOutput, TheOrderOfTablesChangesNothing) {
  const std::string one =
      "name,id\ntriceps brachii,UBERON:0001509\nlong head of triceps brachii,UBERON:0001509\nvastus medialis,FMA:22432\n";
  const std::string other = "name,id\nvastus medialis muscle,UBERON:0001380\nmedial head of triceps brachii muscle,UBERON:0001509\n";
  const auto said = [](const AuditResult& result) {
    std::vector<std::string> lines;
    for (const Judgement& judgement : result.judgements)
      lines.push_back(fmt::format("{} {} {} {}", name_of(judgement.rule), judgement.given, judgement.found, judgement.why));
    std::sort(lines.begin(), lines.end());
    return fmt::format("{}", fmt::join(lines, "\n"));
  };
  EXPECT_EQ(said(audited({one, other})), said(audited({other, one})));
}

TEST(AuditOutput, NewTermsAreATemplateForRobot) {
  const AuditResult result =
      audited({"name,id\nhook of vastus medialis,\nsecret nerve,\nvastus medialis,\nhidden slip of vastus medialis,UBERON:0001380\n"
               "secret nerve,\n"});
  EXPECT_EQ(written(write_new_terms, result),
            "ID\tLabel\tType\tParent\tPart of\tBranch of\tAuthor's words\tListed under\tSource\n"
            "ID\tLABEL\tTYPE\tSC %\tSC 'part of' some %\tSC 'branching part of' some %\tA skos:altLabel\tA IAO:0000116\tA IAO:0000119\n"
            "BFO:0000050\tpart of\towl:ObjectProperty\t\t\t\t\t\t\n"
            "RO:0002380\tbranching part of\towl:ObjectProperty\t\t\t\t\t\t\n"
            "mkt:hidden-slip-of-vastus-medialis\thidden slip of vastus medialis\towl:Class\t\tUBERON:0001380\t\t\t\ta.csv:5\n"
            "mkt:hook-of-vastus-medialis\thook of vastus medialis\towl:Class\t\tUBERON:0001380\t\t\t\ta.csv:2\n"
            "mkt:secret-nerve\tsecret nerve\towl:Class\tUBERON:0001021\t\t\t\t\ta.csv:3 and 1 more places\n");
}

TEST(AuditOutput, RobotIsToldThePrefixesThatItDoesNotKnow) {
  std::string text;
  for (const auto& [prefix, iri] : robot_prefixes(bundled_knowledge().prefixes)) text += fmt::format("{}: {}\n", prefix, iri);
  EXPECT_EQ(text, "FMA: http://purl.org/sig/ont/fma/fma\nmkt: https://w3id.org/musclekg/term/\n");
}

TEST(AuditOutput, MappingHasARowForEachName) {
  const AuditResult result = audited({"name,id\nvastus medialis,UBERON:0001380\npatella,\nsecret thing,\niliacus muscle,UBERON:0001267\n"});
  std::string text;
  for (const SssomRow& row : result.mapping)
    text += fmt::format("{}: {} {}\n", row.subject_label, row.predicate_id, bundled_knowledge().prefixes.id_of(row.object_id));
  EXPECT_EQ(text,
            "vastus medialis: skos:exactMatch UBERON:0001380\npatella: skos:exactMatch UBERON:0002446\n"
            "secret thing: skos:exactMatch sssom:NoTermFound\niliacus muscle: skos:exactMatch UBERON:0001369\n");
}

TEST(AuditOutput, TheReportCounts) {
  const std::string text =
      audit_report(audited({"name,id\nvastus medialis,UBERON:0001380\nrectus femoris,UBERON:0001380\npatella,\nnerve,ILX:1\n"}), "Audit");
  EXPECT_TRUE(text.starts_with("# Audit\n\n## Tables\n"));
  EXPECT_NE(text.find("| a.csv | 4 | 0 | 1 | 4 | 1 | 1 | 1 | 1 | 1 |"), std::string::npos) << text;
  EXPECT_NE(text.find("Of 2 ids that were audited, 1 are right (50.0 %)."), std::string::npos) << text;
  EXPECT_NE(
      text.find(
          "| label-mismatch | the author's words, or the label beside the id, are no name of what the id stands for | 1 | 0 | 0 | 1 |"),
      std::string::npos)
      << text;
}

TEST(AuditOutput, NothingInNothingOut) {
  const AuditResult result = audited({"name,id\n"});
  EXPECT_EQ(findings(result), "");
  EXPECT_NE(audit_report(result, "Audit").find("0 of them differ"), std::string::npos);
}

/// The faults that are known of the tables of the Human Reference Atlas.

TEST(AuditOutput, EveryRuleHasANameAndAMeaning) {
  ASSERT_EQ(audit_rules().size(), kAuditRules);
  for (std::size_t at = 0; at < kAuditRules; ++at) {
    EXPECT_EQ(static_cast<std::size_t>(audit_rules()[at].rule), at);
    EXPECT_FALSE(audit_rules()[at].name.empty());
    EXPECT_FALSE(audit_rules()[at].meaning.empty());
  }
}

}  // namespace
}  // namespace musclekg::audit_test
