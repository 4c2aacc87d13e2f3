// Tables of authors through the program: what becomes of each row, in whatever syntax, and the tables written again.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "test.h"

namespace musclekg::test {
namespace {

constexpr std::string_view kMapping =
    "name: t\n"
    "relations:\n"
    "  innervates: {is: innervation, turned: true}\n"
    "  drains and supplies: [{is: blood_supply, turned: true}, {is: drainage, turned: true}]\n"
    "tables:\n"
    "  - name: rows\n"
    "    recognised_by: [A, Relation, B]\n"
    "    structures:\n"
    "      a: {words: A, id: A id}\n"
    "      b: {words: B, id: B id}\n"
    "    statements: [{subject: a, relation_in: Relation, object: b}]\n"
    "    references: [{words: Source, id: DOI}]\n";

constexpr std::string_view kHeader = "A,A id,Relation,B,B id,Source,DOI\n";

/// What the program makes of rows: N-Quads, and what it says.
Result converted(std::string_view rows, const std::vector<std::string>& options = {"--profile", "direct"}) {
  const TemporaryFolder folder;
  std::vector<std::string> words = {"convert",   folder.write("t.csv", std::string(kHeader).append(rows)),
                                    "--columns", folder.write("t.yaml", kMapping),
                                    "--to",      "nquads",
                                    "-o",        "-"};
  words.insert(words.end(), options.begin(), options.end());
  return run_program(words);
}

bool states(const Result& result, std::string_view subject, std::string_view predicate, std::string_view object) {
  const std::string line =
      fmt::format("<http://purl.obolibrary.org/obo/{}> <{}> <http://purl.obolibrary.org/obo/{}> ", subject, predicate, object);
  return result.out.find(line) != std::string::npos;
}

constexpr std::string_view kInnervatedBy = "http://purl.obolibrary.org/obo/RO_0002005";

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t number = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++number;
  return number;
}

TEST(TableConversion, AMuscleIsSupplied) {
  const Result result = converted("femoral nerve,UBERON:0001267,innervates,sartorius,UBERON:0001373,,\n");
  EXPECT_EQ(result.exit, 0) << result.err;
  EXPECT_TRUE(states(result, "UBERON_0001373", kInnervatedBy, "UBERON_0001267")) << result.out;
  EXPECT_NE(result.err.find("rows     1 read = 1 exported + 0 exported with a warning + 0 rejected"), std::string::npos) << result.err;
}

TEST(TableConversion, TheNameDecidesWhereTheIdIsAnothers) {
  const Result result = converted("femoral nerve,UBERON:0001267,innervates,iliacus,UBERON:0001267,,\n");
  EXPECT_EQ(result.exit, 0);
  EXPECT_TRUE(states(result, "UBERON_0001369", kInnervatedBy, "UBERON_0001267")) << result.out;
  EXPECT_FALSE(states(result, "UBERON_0001267", kInnervatedBy, "UBERON_0001267")) << "no nerve supplies itself";
  EXPECT_NE(result.err.find("[id-label-mismatch]"), std::string::npos) << result.err;
}

TEST(TableConversion, TheIdIsTakenWhereNoTermHasTheName) {
  const Result result = converted("femoral nerve,,innervates,the tailor's own,UBERON:0001373,,\n");
  EXPECT_TRUE(states(result, "UBERON_0001373", kInnervatedBy, "UBERON_0001267")) << result.out;
  EXPECT_NE(result.err.find("no term has the name: the id is taken [id-label-mismatch]"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("1 by author's id"), std::string::npos) << result.err;
}

TEST(TableConversion, AnIdThatThereIsNotLosesNothing) {
  const Result result = converted("femoral nerve,UBERON:9999999,innervates,sartorius,X:1,,\n");
  EXPECT_EQ(result.exit, 0);
  EXPECT_TRUE(states(result, "UBERON_0001373", kInnervatedBy, "UBERON_0001267")) << result.out;
  EXPECT_EQ(count(result.err, "[unknown-id]"), 2U) << result.err;
  EXPECT_NE(result.err.find("0 exported + 1 exported with a warning"), std::string::npos) << result.err;
}

TEST(TableConversion, ObsoleteIdsLeadToWhatReplacesThem) {
  const Result result = converted("femoral nerve,,innervates,visceral epithelial layer of glomerular capsule,UBERON:0006852,,\n");
  EXPECT_TRUE(states(result, "UBERON_0005751", kInnervatedBy, "UBERON_0001267")) << result.out;
  EXPECT_EQ(result.out.find("UBERON_0006852"), std::string::npos);
}

TEST(TableConversion, HeadsWithTheIdOfTheirMuscleAreTheHeads) {
  const Result result = converted("tibial nerve,,innervates,long head of biceps femoris,UBERON:0001374,,\n");
  EXPECT_NE(result.out.find("<http://purl.org/sig/ont/fma/fma45887> <http://purl.obolibrary.org/obo/RO_0002005>"), std::string::npos)
      << result.out;
  EXPECT_FALSE(states(result, "UBERON_0001374", kInnervatedBy, "UBERON_0001323"));
}

TEST(TableConversion, AVesselThatDrainsAndSuppliesDoesBoth) {
  const Result result = converted("femoral artery,,drains and supplies,sartorius,,,\n");
  EXPECT_TRUE(states(result, "UBERON_0002060", "http://purl.obolibrary.org/obo/RO_0020101", "UBERON_0001373")) << result.out;
  EXPECT_TRUE(states(result, "UBERON_0002060", "http://purl.obolibrary.org/obo/RO_0020102", "UBERON_0001373"));
  EXPECT_TRUE(states(result, "UBERON_0001373", "https://w3id.org/musclekg/vocab#hasArterialSupply", "UBERON_0002060")) << "it is an artery";
}

TEST(TableConversion, ASpinalNerveTellsItsLevel) {
  const Result result = converted("third lumbar nerve,FMA:6414,innervates,quadratus lumborum,,,\n");
  EXPECT_NE(result.out.find("vocab#hasSegmentalInnervation> <https://w3id.org/musclekg/term/spinal-level-L3>"), std::string::npos)
      << result.out;
}

TEST(TableConversion, RowsThatStandTwiceAreKeptAndToldOf) {
  const std::string row = "femoral nerve,,innervates,sartorius,,,\n";
  const Result result = converted(row + row + " femoral nerve ,,innervates,sartorius,,,\n", {"--profile", "direct,evidence"});
  EXPECT_EQ(count(result.err, "[duplicate-row]"), 2U) << result.err;
  EXPECT_NE(result.err.find("3 read = 1 exported + 2 exported with a warning"), std::string::npos) << result.err;
  EXPECT_EQ(count(result.out, "vocab#anchor>"), 3U) << "each row is evidence of its own";
}

TEST(TableConversion, WhatManyRowsCiteIsToldOnce) {
  const Result result = converted(
      "femoral nerve,,innervates,sartorius,,A book,https://doi.org/10.1/x\n"
      "femoral nerve,,innervates,pectineus,,A book,https://doi.org/10.1/x\n",
      {"--profile", "source,evidence"});
  EXPECT_EQ(count(result.out, "purl.org/dc/terms/title> \"A book\""), 1U) << result.out;
  EXPECT_EQ(count(result.out, "<https://w3id.org/musclekg/t/t/reference/1> <https://w3id.org/musclekg/t/graph/evidence>"), 2U)
      << result.out;
}

TEST(TableConversion, SyntaxesAndOrderSayTheSame) {
  const TemporaryFolder folder;
  const std::string mapping = folder.write("t.yaml", kMapping);
  const std::string one =
      folder.write("one.csv", std::string(kHeader) + "femoral nerve,,innervates,sartorius,,,\nx,,innervates,pectineus,,,\n");
  const std::string two = folder.write("two.csv", std::string(kHeader) + "femoral nerve,,innervates,pectineus,,,\n");
  ASSERT_EQ(
      run_program({"convert", one, two, "--columns", mapping, "--to", "nquads,trig,jsonld", "-o", folder / "a", "--verify", "-q"}).exit, 0);
  ASSERT_EQ(run_program({"convert", two, one, "--columns", mapping, "--to", "nquads,trig,jsonld", "-o", folder / "b", "-q"}).exit, 0);
  for (const char* file : {"t.nq", "t.trig", "t.jsonld"})
    EXPECT_EQ(folder.read(std::string("a/") + file), folder.read(std::string("b/") + file));
  for (const char* file : {"a/t.trig", "a/t.jsonld"}) EXPECT_EQ(run_program({"diff", folder / "a/t.nq", folder / file}).exit, 0) << file;
  ASSERT_EQ(run_program({"convert", one, two, "--columns", mapping, "--merge", folder / "alone.nq", "-q"}).exit, 0);
  const Result difference = run_program({"diff", folder / "a/t.nq", folder / "alone.nq"});
  for (const std::string_view line : split(difference.out, '\n'))
    EXPECT_TRUE(line.empty() || line.find("musclekg/t") != std::string_view::npos) << "only what is said of the files differs: " << line;
  EXPECT_EQ(run_program({"check", folder / "a/t.nq", "--ontology", project("ontology/atlas.obo").string(), "-q"}).exit, 0);
}

TEST(TableConversion, TheWordsAreNotToldWhereTheyMustNotBe) {
  for (const char* policy : {"hash", "none"}) {
    const Result result = converted("a nerve of my own,,innervates,sartorius,,,\n", {"--quotes", policy});
    EXPECT_EQ(result.out.find("csvw#Row"), std::string::npos);
    EXPECT_EQ(result.out.find("\"innervates\""), std::string::npos);
    EXPECT_EQ(result.out.find("/row/"), std::string::npos);
    EXPECT_EQ(result.out.find("a nerve of my own"), std::string::npos) << policy;
  }
}

TEST(TableConversion, TheBooksBalance) {
  const Result result = converted(
      "femoral nerve,UBERON:0001267,innervates,sartorius,UBERON:0001373,,\n"  // good
      "femoral nerve,UBERON:0001267,innervates,iliacus,UBERON:0001267,,\n"    // doubtful: the id is another's
      ",,,,,,\n"                                                              // blank: not counted
      "a nerve of my own,,innervates,sartorius,,,\n"                          // doubtful: no term
      "femoral nerve,,knows,sartorius,,,\n"
      "femoral nerve,,innervates,,,,\n"
      ",,,,,A book,\n"
      "femoral nerve,,innervates,sartorius,,,,one too many\n",
      {"--profile", "direct,rows"});
  EXPECT_EQ(result.exit, 1);
  EXPECT_NE(result.err.find("rows     7 read = 1 exported + 2 exported with a warning + 4 rejected\n"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("5 exported + 1 exported with a provisional term + 0 kept for other profiles + 0 rejected\n"),
            std::string::npos);
  EXPECT_EQ(count(result.out, "csvw#Row> "), 8U) << "each row is told, rejected or blank";
  EXPECT_EQ(count(result.out, "vocab#rejected> "), 4U) << "and why it was rejected";
  EXPECT_EQ(count(result.out, "RO_0002005> "), 3U);
  for (const char* reason : {"'knows' is no word for a relation in", "names no 'b'", "names no structure", "8 cells, but the header has 7"})
    EXPECT_NE(result.out.find(reason), std::string::npos) << reason;
}

TEST(TableConversion, WhatBreaksARuleOfRecordsIsExportedWithAWarning) {
  const std::string rows = "femoral nerve,,innervates,sartorius,,,\nfemoral nerve,,innervates,femoral nerve,,,\n";
  Result result = converted(rows);
  EXPECT_EQ(result.exit, 0);
  EXPECT_EQ(count(result.out, "RO_0002005> "), 1U);
  EXPECT_EQ(count(result.err, "[self-edge]"), 1U) << result.err;
  EXPECT_NE(result.err.find("rows     2 read = 1 exported + 1 exported with a warning + 0 rejected\n"), std::string::npos) << result.err;
  result = converted(rows, {"--profile", "direct", "--strict"});
  EXPECT_EQ(result.exit, 1);
  EXPECT_NE(result.err.find("1 exported + 1 exported with a warning + 0 rejected\n"), std::string::npos) << result.err;
}

TEST(TableConversion, ANameWithoutATermIsToldOnceAndCountedInEachRow) {
  const Result result = converted("my own nerve,,innervates,sartorius,,,\nmy own nerve,,innervates,pectineus,,,\n");
  EXPECT_EQ(count(result.err, "[provisional-term]"), 1U) << result.err;
  EXPECT_NE(result.err.find("rows     2 read = 0 exported + 2 exported with a warning + 0 rejected\n"), std::string::npos) << result.err;
}

TEST(TableConversion, PathsOfThisMachineAreNotTold) {
  const TemporaryFolder folder;
  const std::string table = folder.write("deep/er/t.csv", std::string(kHeader) + "femoral nerve,,innervates,sartorius,,,\nx,,y,z,,,\n");
  ASSERT_EQ(run_program({"convert", table, "--columns", folder.write("deep/t.yaml", kMapping), "--merge", folder / "g.nq", "-q",
                         "--profile", "all", "--describe", folder / "meta.ttl"})
                .exit,
            1);
  for (const char* file : {"g.nq", "meta.ttl"}) EXPECT_EQ(folder.read(file).find("deep"), std::string::npos) << file;
  EXPECT_EQ(folder.read("g.nq").find(folder.path().string()), std::string::npos);
  EXPECT_NE(folder.read("g.nq").find("vocab#file> \"t.csv\""), std::string::npos);
}

TEST(TableConversion, SyntaxesWithoutGraphsSayTheSame) {
  const TemporaryFolder folder;
  const std::string table = folder.write("t.csv", std::string(kHeader) +
                                                      "femoral nerve,,innervates,sartorius,,A book,https://doi.org/10.1/x\n"
                                                      "my own nerve,,innervates,pectineus,,A book,https://doi.org/10.1/x\n");
  const std::string mapping = folder.write("t.yaml", kMapping);
  for (const char* syntax : {"turtle", "ntriples"})
    ASSERT_EQ(run_program({"convert", table, "--columns", mapping, "--to", syntax, "--merge", folder / (std::string(syntax) + ".ttl"),
                           "--profile", "direct,terms,source,evidence,rows", "--verify", "-q"})
                  .exit,
              0)
        << syntax;
  const Result difference = run_program({"diff", folder / "turtle.ttl", folder / "ntriples.ttl"});
  EXPECT_EQ(difference.exit, 0) << difference.out << difference.err;
}

TEST(TableConversion, EachRowHasAxiomsOfItsOwn) {
  const TemporaryFolder folder;
  const std::string table = folder.write("t.csv", std::string(kHeader) +
                                                      "femoral nerve,,innervates,sartorius,,,\nfemoral nerve,,innervates,pectineus,,,\n"
                                                      "obturator nerve,,innervates,gracilis,,,\n");
  const std::string mapping = folder.write("t.yaml", kMapping);
  ASSERT_EQ(run_program({"convert", table, "--columns", mapping, "--to", "nquads,trig,jsonld", "-o", folder / "g", "--profile", "all",
                         "--verify", "-q"})
                .exit,
            0);
  for (const char* file : {"g/t.trig", "g/t.jsonld"}) EXPECT_EQ(run_program({"diff", folder / "g/t.nq", folder / file}).exit, 0) << file;
  const std::string graph = folder.read("g/t.nq");
  std::map<std::string, std::size_t> restrictions;
  for (const std::string_view line : split(graph, '\n'))
    if (line.find("owl#someValuesFrom> ") != std::string_view::npos) ++restrictions[std::string(line.substr(0, line.find(' ')))];
  EXPECT_EQ(restrictions.size(), 6U) << "of each muscle: what is human, and its nerve";
  for (const auto& [blank, number] : restrictions) EXPECT_EQ(number, 1U) << blank;
}

TEST(TableConversion, RowsNeedAMapping) {
  const Result result =
      run_program({"convert", project("facts/vastus-medialis.yaml").string(), "--profile", "rows", "-o", "-", "--to", "nquads"});
  EXPECT_EQ(result.exit, 2);
  EXPECT_NE(result.err.find("--profile rows tells the rows of tables: say with --columns how they are read"), std::string::npos);
}

TEST(TableConversion, TwoFilesOfOneNameAreTwoTables) {
  const TemporaryFolder folder;
  const std::string mapping = folder.write("t.yaml", kMapping);
  std::filesystem::create_directories(folder.path() / "x");
  const std::string rows = std::string(kHeader) + "femoral nerve,,innervates,sartorius,,,\n";
  ASSERT_EQ(run_program({"convert", folder.write("t.csv", rows), folder.write("x/t.csv", rows), "--columns", mapping, "--merge",
                         folder / "g.nq", "-q"})
                .exit,
            0);
  const std::string graph = folder.read("g.nq");
  EXPECT_NE(graph.find("<https://w3id.org/musclekg/t/t/row/2>"), std::string::npos);
  EXPECT_NE(graph.find("<https://w3id.org/musclekg/t/t-2/row/2>"), std::string::npos);
}

TEST(TableConversion, TablesAreWrittenAgainFromTheGraphAlone) {
  const TemporaryFolder folder;
  const std::string table =
      folder.write("t.csv", "Title of it all\n" + std::string(kHeader) +
                                "femoral nerve,,innervates,sartorius,,\"A \"\"book\"\", old\",\n,,,,,,\nrejected,,says,it all,,,\n "
                                "\n\"two\nlines\",,innervates,sartorius,,,\n");
  ASSERT_EQ(run_program({"convert", table, "--columns", folder.write("t.yaml", kMapping), "--merge", folder / "g.nq", "-q"}).exit, 1)
      << "a row is rejected";
  Result result = run_program({"audit", "--rebuild", folder / "g.nq", table, "-o", folder / "again"});
  EXPECT_EQ(result.exit, 0) << result.err;
  EXPECT_NE(result.err.find("7 rows, all equal"), std::string::npos) << result.err;
  std::string graph = folder.read("g.nq");
  const std::size_t cell = graph.find("/column/6> \"A \\\"book");
  ASSERT_NE(cell, std::string::npos);
  graph.erase(graph.rfind('\n', cell), graph.find('\n', cell) - graph.rfind('\n', cell));
  result = run_program({"audit", "--rebuild", folder.write("less.nq", graph), table});
  EXPECT_EQ(result.exit, 1);
  EXPECT_NE(result.err.find("row 3 is not in the graph"), std::string::npos) << result.err;
}

// ---- The Human Reference Atlas ------------------------------------------------------------------------------------------

std::vector<std::string> atlas_tables() {
  std::vector<std::string> tables;
  for (const auto& entry : std::filesystem::directory_iterator(shared() / "hra")) tables.push_back(entry.path().string());
  return tables;
}

TEST(AtlasTables, EveryRowIsExportedAndCanBeWrittenAgain) {
  MUSCLEKG_NEEDS_SHARED("hra");
  const TemporaryFolder folder;
  std::vector<std::string> words = {"convert", "--columns", project("ontology/columns/hra.yaml").string(), "--merge", folder / "hra.nq"};
  const std::vector<std::string> tables = atlas_tables();
  words.insert(words.end(), tables.begin(), tables.end());
  const Result result = run_program(words);
  EXPECT_EQ(result.exit, 0);
  EXPECT_NE(result.err.find("rows     1554 read = 1007 exported + 547 exported with a warning + 0 rejected"), std::string::npos);
  std::vector<std::string> rebuild = {"audit", "--rebuild", folder / "hra.nq"};
  rebuild.insert(rebuild.end(), tables.begin(), tables.end());
  const Result rebuilt = run_program(rebuild);
  EXPECT_EQ(rebuilt.exit, 0) << rebuilt.err;
  EXPECT_NE(rebuilt.err.find("compared 5 with their files: 1609 rows, all equal"), std::string::npos) << rebuilt.err;
}

/// `output/hra/hra.trig.gz` is what the program makes of the tables today, but for the names under which the files were read.
TEST(AtlasTables, TheGraphThatIsKeptIsTodays) {
  MUSCLEKG_NEEDS_SHARED("hra");
  const TemporaryFolder folder;
  std::vector<std::string> words = {"convert", "--columns",   project("ontology/columns/hra.yaml").string(), "--to", "trig", "-q",
                                    "-o",      folder / "now"};
  const std::vector<std::string> tables = atlas_tables();
  words.insert(words.end(), tables.begin(), tables.end());
  ASSERT_EQ(run_program(words).exit, 0);
  const Result difference = run_program({"diff", project("output/hra/hra.trig.gz").string(), folder / "now/hra.trig"});
  for (const std::string_view line : split(difference.out, '\n'))
    EXPECT_TRUE(line.empty() || line.find("vocab#file>") != std::string_view::npos || line.find(" removed, ") != std::string_view::npos)
        << line << "\nwrite output/hra anew, as the README says";
}

}  // namespace
}  // namespace musclekg::test
