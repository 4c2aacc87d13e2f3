// What an audit says of the ids in tables: each rule with a case that has its fault and one that has not.

#include <string>

#include "audit_fixture.h"

namespace musclekg::audit_test {
namespace {

TEST(Audit, FindsNothingWhereAllIsRight) {
  EXPECT_EQ(of_row("vastus medialis,vastus medialis,UBERON:0001380,"), "");
  EXPECT_EQ(of_row("The vastus medialis muscle,,http://purl.obolibrary.org/obo/UBERON_0001380,"), "");
  EXPECT_EQ(of_row("musculus rectus femoris,,UBERON:0001378,"), "");
  EXPECT_EQ(of_row(",,UBERON:0001380,"), "") << "an id alone";
  EXPECT_EQ(of_row(",,,"), "") << "an empty row";
}

TEST(Audit, MalformedId) {
  EXPECT_EQ(of_row("vastus medialis,,UBERON 0001380,"), "a.csv:2 malformed-id error UBERON 0001380 > UBERON:0001380\n");
  EXPECT_EQ(of_row("vastus medialis,,UBERON_0001380,"), "a.csv:2 malformed-id error UBERON_0001380 > UBERON:0001380\n");
  EXPECT_EQ(of_row("vastus medialis,,uberon:0001380,"), "a.csv:2 malformed-id error uberon:0001380 > UBERON:0001380\n");
  EXPECT_EQ(of_row("vastus medialis,,UBERON:1380,"), "a.csv:2 malformed-id error UBERON:1380 > UBERON:0001380\n");
  EXPECT_EQ(of_row("vastus medialis,,UBERON:00013 80,"), "a.csv:2 malformed-id error UBERON:00013 80 > \n");
  EXPECT_EQ(of_row("vastus medialis,,the first,"), "a.csv:2 malformed-id error the first > \n");
  EXPECT_EQ(of_row("vastus medialis,,UBERON:000138x,"), "a.csv:2 malformed-id error UBERON:000138x > \n");
}

TEST(Audit, PaddedIdIsAWarningAndPaddedWordsAreANote) {
  EXPECT_EQ(of_row("vastus medialis,,UBERON:0001380 ,"), "a.csv:2 padded-id warning UBERON:0001380  > UBERON:0001380\n");
  EXPECT_EQ(of_row(" vastus medialis,,UBERON:0001380,"), "a.csv:2 padded-id note  vastus medialis > vastus medialis\n");
}

TEST(Audit, UnknownIdIsAnErrorWhereTheOntologyIsLoadedWhole) {
  EXPECT_EQ(of_row("long word,,UBERON:9999999,"), "a.csv:2 unknown-id error UBERON:9999999 > \n");
  EXPECT_EQ(of_row("vastus medialis,,UBERON:9999999,"), "a.csv:2 unknown-id error UBERON:9999999 > UBERON:0001380\n") << "by the words";
  EXPECT_EQ(of_row("long word,,FMA:99999,"), "a.csv:2 unknown-id note FMA:99999 > \n");
  EXPECT_EQ(of_row("medial head of triceps brachii,,FMA:037693,"), "a.csv:2 unknown-id note FMA:037693 > FMA:37693\n");
}

TEST(Audit, IdsOfOntologiesThatAreNotLoadedAreCountedAndNotJudged) {
  const AuditResult result = audited({"name,id\nobturator nerve,ILX:0794988\nvastus medialis,UBERON:0001380\n"});
  EXPECT_EQ(findings(result), "");
  EXPECT_EQ(result.files[0].not_audited, 1u);
  EXPECT_EQ(result.files[0].right, 1u);
  EXPECT_EQ(result.files[0].with_id, 2u);
}

TEST(Audit, ObsoleteIdWithWhatReplacesIt) {
  const Extended extended(
      "obo:UBERON_9000001 a owl:Class ; rdfs:label \"obsolete old muscle\" ; owl:deprecated true ; obo:IAO_0100001 obo:UBERON_0001380 .\n"
      "obo:UBERON_9000002 a owl:Class ; rdfs:label \"obsolete muscles\" ; owl:deprecated true ; oboInOwl:consider obo:UBERON_0001378 , "
      "obo:UBERON_0001380 .\n"
      "obo:UBERON_9000003 a owl:Class ; rdfs:label \"obsolete thing\" ; owl:deprecated true .\n");
  const AuditResult result = audited({"name,id\nold muscle,UBERON:9000001\nvastus,UBERON:9000002\nrectus femoris,UBERON:9000002\n"
                                      "nothing,UBERON:9000003\n"},
                                     extended.knowledge());
  EXPECT_EQ(findings(result, {AuditRule::OneId}),
            "a.csv:2 obsolete-id error UBERON:9000001 > UBERON:0001380\n"
            "a.csv:3 obsolete-id error UBERON:9000002 > UBERON:0001378|UBERON:0001380\n"
            "a.csv:4 obsolete-id error UBERON:9000002 > UBERON:0001378\n"
            "a.csv:5 obsolete-id error UBERON:9000003 > \n");
}

TEST(Audit, AnAlternativeIdIsObsolete) {
  const Extended extended("obo:UBERON_9000001 a owl:Class ; rdfs:label \"new muscle\" ; oboInOwl:hasAlternativeId \"UBERON:9000002\" .\n");
  EXPECT_EQ(findings(audited({"name,id\nnew muscle,UBERON:9000002\n"}, extended.knowledge())),
            "a.csv:2 obsolete-id error UBERON:9000002 > UBERON:9000001\n");
}

TEST(Audit, LabelMismatchIsAnErrorWhereAnotherTermHasTheWords) {
  EXPECT_EQ(of_row("rectus femoris,,UBERON:0001380,"), "a.csv:2 label-mismatch error UBERON:0001380 > UBERON:0001378\n");
  EXPECT_EQ(of_row("iliacus muscle,,UBERON:0001267,"), "a.csv:2 label-mismatch error UBERON:0001267 > UBERON:0001369\n")
      << "the id of its nerve";
  EXPECT_EQ(of_row("secret nerve,,UBERON:0001380,"), "a.csv:2 label-mismatch error UBERON:0001380 > \n") << "a nerve is no muscle";
  EXPECT_EQ(of_row("vastus medialis,rectus femoris,UBERON:0001380,"), "a.csv:2 label-mismatch error UBERON:0001380 > UBERON:0001378\n")
      << "the label";
  EXPECT_EQ(of_row("rectus femoris,vastus medialis,UBERON:0001380,"), "a.csv:2 label-mismatch error UBERON:0001380 > UBERON:0001378\n")
      << "the label only follows the id";
}

TEST(Audit, LabelMismatchIsLessWhereNoTermHasTheWords) {
  EXPECT_EQ(of_row("inner thigh puller,,UBERON:0001380,"), "a.csv:2 label-mismatch warning UBERON:0001380 > \n");
  EXPECT_EQ(of_row("strong vastus medialis muscle,,UBERON:0001380,"), "a.csv:2 label-mismatch note UBERON:0001380 > \n")
      << "it says more than the label, and has its noun";
}

TEST(Audit, MisspeltName) {
  EXPECT_EQ(of_row("vastus mediallis,,UBERON:0001380,"), "a.csv:2 misspelt-name warning vastus mediallis > vastus medialis\n");
  EXPECT_EQ(of_row("vastus lateralis,,UBERON:0001380,"), "a.csv:2 label-mismatch error UBERON:0001380 > UBERON:0001379\n")
      << "a word that ontologies know is no slip";
  const AuditResult result = audited({"name,label,id\nvastus mediallis,vastus medialis,UBERON:0001380\n"});
  EXPECT_EQ(result.files[0].right, 1u) << "the id is right";
  EXPECT_EQ(written(write_corrections, result),
            "file\tline\tcolumn\trule\tlevel\tgiven\tfound\twhy\n"
            "a.csv\t2\tname\tmisspelt-name\twarning\tvastus mediallis\tvastus medialis\t'vastus mediallis' has a word that no label knows; "
            "'vastus medialis' is a name of UBERON:0001380 'vastus medialis'\n");
}

TEST(Audit, WholeForPart) {
  EXPECT_EQ(of_row("long head of triceps brachii muscle,,UBERON:0001509,"), "a.csv:2 whole-for-part error UBERON:0001509 > FMA:37692\n");
  EXPECT_EQ(of_row("hidden slip of vastus medialis,,UBERON:0001380,"), "a.csv:2 whole-for-part warning UBERON:0001380 > \n");
  EXPECT_EQ(of_row("long head of triceps brachii muscle,,FMA:37692,"), "");
}

TEST(Audit, LabelDiffers) {
  EXPECT_EQ(of_row("vastus medialis,Vastus Medialis,UBERON:0001380,"), "a.csv:2 label-differs note Vastus Medialis > vastus medialis\n");
  EXPECT_EQ(of_row("vastus medialis,vastus medialis muscle,UBERON:0001380,"),
            "a.csv:2 label-differs note vastus medialis muscle > vastus medialis\n");
  EXPECT_EQ(of_row("vastus medialis,inner puller,UBERON:0001380,"), "a.csv:2 label-differs warning inner puller > vastus medialis\n");
  EXPECT_EQ(of_row("vastus medialis,Vastus medialis,FMA:22432,"), "a.csv:2 bridge note FMA:22432 > UBERON:0001380\n")
      << "the label that the other ontology gives";
}

TEST(Audit, WrongKindForTheColumnOrForTheRowsWord) {
  EXPECT_EQ(findings({"nerve,nerve_id\nfemoral nerve,UBERON:0001267\n"}), "");
  EXPECT_EQ(findings({"nerve,nerve_id\nvastus medialis,UBERON:0001380\n"}), "a.csv:2 wrong-kind error UBERON:0001380 > \n");
  EXPECT_EQ(of_row("vastus medialis,,UBERON:0001380,bone"), "a.csv:2 wrong-kind warning UBERON:0001380 > \n");
  EXPECT_EQ(of_row("patella,,UBERON:0002446,bone"), "");
  EXPECT_EQ(of_row("patella,,UBERON:0002446,something"), "") << "a word that the mapping does not know";
}

TEST(Audit, WrongParentIsAWarningTheOtherWayRound) {
  const std::string header = "a,a_id,b,b_id,c,c_id\n";
  EXPECT_EQ(findings({header + "quadriceps femoris,UBERON:0001377,vastus medialis,UBERON:0001380,,\n"}), "");
  EXPECT_EQ(findings({header + "vastus medialis,UBERON:0001380,quadriceps femoris,UBERON:0001377,,\n"}),
            "a.csv:2 wrong-parent warning UBERON:0001380 > \n");
  EXPECT_EQ(findings({header + "quadriceps femoris,UBERON:0001377,,,vastus medialis,UBERON:0001380\n"}), "") << "a level left out";
  EXPECT_EQ(findings({header + "quadriceps femoris,UBERON:0001377,rectus femoris,UBERON:0001380,,\n"}, {AuditRule::LabelMismatch}), "")
      << "an id that is wrong tells nothing";
}

TEST(Audit, WrongParentIsANoteUnlessTheTableHasTheRightOne) {
  const std::string header = "a,a_id,b,b_id,c,c_id\n", wrong = "triceps brachii,UBERON:0001509,vastus medialis,UBERON:0001380,,\n";
  EXPECT_TRUE(findings({header + wrong}).starts_with("a.csv:2 wrong-parent note UBERON:0001509 > "));
  const AuditResult both = audited({header + wrong + "quadriceps femoris,UBERON:0001377,vastus lateralis,UBERON:0001379,,\n"});
  EXPECT_EQ(findings(both), "a.csv:2 wrong-parent warning UBERON:0001509 > UBERON:0001377\n");
  EXPECT_EQ(
      why(both, AuditRule::WrongParent),
      "the table has UBERON:0001377 'quadriceps femoris', too, and there the ontology has UBERON:0001380 'vastus medialis', not under "
      "UBERON:0001509 'triceps brachii'\n");
}

TEST(Audit, AWiderHeadingIsNoOtherParent) {
  const std::string header = "a,a_id,b,b_id,c,c_id\n", wrong = "triceps brachii,UBERON:0001509,vastus medialis,UBERON:0001380,,\n";
  const std::string other = "quadriceps femoris,UBERON:0001377,vastus lateralis,UBERON:0001379,,\n";
  const std::string wider = "hindlimb muscle,UBERON:0003663,gastrocnemius,UBERON:0001388,,\n";
  const AuditResult result = audited({header + wrong + other + wider});
  EXPECT_NE(findings(result).find("a.csv:2 wrong-parent warning UBERON:0001509 > UBERON:0001377\n"), std::string::npos);
  EXPECT_EQ(why(result, AuditRule::WrongParent).find("hindlimb muscle"), std::string::npos);
}

TEST(Audit, ParentsAreToldByTheWordOfTheRow) {
  const std::string header = "x,x_id,how,y,y_id\n", pair = "quadriceps femoris,UBERON:0001377,{},vastus medialis,UBERON:0001380\n";
  const auto with = [&](const char* word) { return findings({header + fmt::format(fmt::runtime(pair), word)}); };
  EXPECT_EQ(with("part_of"), "a.csv:2 wrong-parent warning UBERON:0001380 > \n");
  EXPECT_EQ(with("contains"), "") << "turned";
  EXPECT_EQ(with("supplies"), "") << "lists nothing";
  EXPECT_EQ(with("whatever"), "");
}

TEST(Audit, BridgeTellsTheMatchingTerm) {
  EXPECT_EQ(of_row("vastus medialis,,FMA:22432,"), "a.csv:2 bridge note FMA:22432 > UBERON:0001380\n");
  EXPECT_EQ(of_row("medial head of triceps brachii,,FMA:37693,"), "") << "Uberon has none";
}

TEST(Audit, OneNameWithTwoIdsThatMatchIsANote) {
  const AuditResult result = audited({"name,id\nvastus medialis,FMA:22432\n", "name,id\nVastus medialis,UBERON:0001380\n"});
  EXPECT_EQ(findings(result, {AuditRule::Bridge}), "a.csv:2 two-ids note FMA:22432 > UBERON:0001380\n");
  EXPECT_EQ(written(write_duplicates, result),
            "rule\tlevel\tcount\tids\tnames\tplaces\n"
            "two-ids\tnote\t2\tFMA:22432|UBERON:0001380\tVastus medialis|vastus medialis\ta.csv:2|b.csv:2\n");
}

TEST(Audit, OneNameWithTwoIdsThatDoNotMatchIsAWarning) {
  EXPECT_EQ(findings({"name,id\niliacus muscle,UBERON:0001369\niliacus muscle,UBERON:0001267\niliacus,UBERON:0001369\n"},
                     {AuditRule::LabelMismatch, AuditRule::OneId}),
            "a.csv:3 two-ids warning UBERON:0001267 > UBERON:0001369\n");
  EXPECT_EQ(
      findings({"name,id\nvastus medialis,FMA:22432\nvastus medialis,UBERON:0001378\n"}, {AuditRule::LabelMismatch, AuditRule::OneId}),
      "a.csv:2 bridge note FMA:22432 > UBERON:0001380\na.csv:2 bridge warning FMA:22432 > UBERON:0001380\n"
      "a.csv:3 bridge warning UBERON:0001378 > UBERON:0001380\n")
      << "of two ontologies";
}

TEST(Audit, OneIdWithNamesThatAreNotItsTerms) {
  const AuditResult result =
      audited({"name,id\ntriceps brachii,UBERON:0001509\nlong head of triceps brachii,UBERON:0001509\n"
               "medial head of triceps brachii,UBERON:0001509\n"});
  EXPECT_EQ(findings(result, {AuditRule::WholeForPart}), "a.csv:3 one-id note UBERON:0001509 > \n");
  EXPECT_EQ(written(write_duplicates, result),
            "rule\tlevel\tcount\tids\tnames\tplaces\n"
            "one-id\tnote\t3\tUBERON:0001509\tlong head of triceps brachii|medial head of triceps brachii|triceps brachii\t"
            "a.csv:2|a.csv:3|a.csv:4\n");
  EXPECT_EQ(findings({"name,id\ntriceps brachii,UBERON:0001509\ntriceps,UBERON:0001509\n"}), "") << "all names of it";
}

TEST(Audit, MissingId) {
  EXPECT_EQ(of_row("vastus medialis,,,"), "a.csv:2 missing-id warning  > UBERON:0001380\n");
  EXPECT_EQ(of_row("fourth dorsal interosseous muscle,,,"), "a.csv:2 missing-id warning  > FMA:37427|FMA:37729\n") << "of hand or foot";
  EXPECT_EQ(of_row("hook of nothing,,,"), "a.csv:2 missing-id note  > \n");
}

TEST(Audit, AHeadingWithoutIdIsDoubtedWhenNothingUnderItIsWithin) {
  const std::string header = "a,a_id,b,b_id,c,c_id\n";
  EXPECT_EQ(findings({header + "quadriceps femoris,,vastus medialis,UBERON:0001380,,\n"}),
            "a.csv:2 missing-id warning  > UBERON:0001377\n");
  EXPECT_EQ(findings({header + "quadriceps femoris,,triceps brachii,UBERON:0001509,,\n"}), "a.csv:2 missing-id note  > UBERON:0001377\n");
}

TEST(Audit, DuplicateRowWhitespaceAside) {
  const AuditResult result =
      audited({"name,id,more\nvastus medialis,UBERON:0001380,1\nvastus medialis,UBERON:0001380,2\n"
               "vastus medialis, UBERON:0001380,1\n"});
  EXPECT_EQ(findings(result, {AuditRule::PaddedId}), "a.csv:4 duplicate-row warning  > \n");
  EXPECT_EQ(written(write_duplicates, result), "rule\tlevel\tcount\tids\tnames\tplaces\nduplicate-row\twarning\t2\t\t\ta.csv:2|a.csv:4\n");
  EXPECT_EQ(findings({"name,id\nvastus medialis,UBERON:0001380\n", "name,id\nvastus medialis,UBERON:0001380\n"}), "") << "of two tables";
}

}  // namespace
}  // namespace musclekg::audit_test
