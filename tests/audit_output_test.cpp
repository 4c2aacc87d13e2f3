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
            "mkt:secret-nerve\tsecret nerve\towl:Class\tUBERON:0001021\t\t\t\t\ta.csv:3 and 1 more\n");
}

TEST(AuditOutput, QuotesInATemplateAreThoseOfCsv) {
  const std::string text = written(write_new_terms, audited({"name,id\n\"\"\"odd\"\" nerve\",\n"}));
  EXPECT_NE(text.find("\nmkt:odd-nerve\t\"\"\"odd\"\" nerve\"\towl:Class\tUBERON:0001021\t"), std::string::npos) << text;
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
TEST(AuditOutput, FindsTheKnownFaultsOfTheAtlas) {
  MUSCLEKG_NEEDS_SHARED("hra");
  Diagnostics diagnostics;
  const Knowledge knowledge(project("ontology").string(), {project("ontology/atlas.obo").string()}, {}, kBase, diagnostics);
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(shared() / "hra"))
    if (entry.path().extension() == ".csv") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  const AuditResult result = audited_files(project("ontology/columns/hra.yaml").string(), files, knowledge);
  const std::string corrections = written(write_corrections, result), duplicates = written(write_duplicates, result);
  const auto count = [](const std::string& text, std::string_view part) {
    std::size_t times = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++times;
    return times;
  };
  const std::string nerves = "peripheral-nervous-system-organ-crosswalk.csv", vessels = "blood-vasculature-organ-crosswalk.csv";
  EXPECT_EQ(count(corrections, nerves + "\t249\tBodySubPartID\tlabel-mismatch\terror\tUBERON:0001267\tUBERON:0001369\t"), 1u)
      << "iliacus has the id of the femoral nerve";
  EXPECT_EQ(count(corrections, "\tpadded-id\twarning\t"), 5u) << "ids with blanks behind them";
  EXPECT_EQ(count(corrections, nerves + "\t309\t\tduplicate-row\t"), 1u);
  EXPECT_EQ(count(corrections, vessels + "\t207\tBodySubPartID\tobsolete-id\terror\tUBERON:0006852\tUBERON:0005751\t"), 1u);
  EXPECT_EQ(count(duplicates, "two-ids\tnote\t2\tFMA:22433|UBERON:0014847\tvastus intermedius muscle\t"), 1u);
  for (const char* head : {"\tFMA:37692\t'long head", "\tFMA:37693\t'medial head", "\tFMA:37694\t'lateral head"})
    EXPECT_EQ(count(corrections, std::string("\twhole-for-part\terror\tUBERON:0001509") + head), 2u)
        << "in the tables of nerves and of vessels";
  const auto table = std::find_if(result.files.begin(), result.files.end(),
                                  [](const AuditedFile& file) { return file.name == "musculoskeletal-crosswalk.csv"; });
  ASSERT_NE(table, result.files.end());
  EXPECT_EQ(table->rows, 187u);
  EXPECT_EQ(table->rows_without_id, 128u);
}

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
