// musclekg annotate, as it is called: inputs, outputs, options, faults.

#include <nlohmann/json.hpp>

#include "test.h"

namespace musclekg::test {
namespace {

constexpr std::string_view kHeader = "document\tstart\tend\tstart_code_point\tend_code_point\ttext\tid\tlabel\trule\n";

/// Terms of their own, beside the bundled ones.
constexpr std::string_view kOntology =
    "format-version: 1.2\n"
    "ontology: test\n\n"
    "[Term]\nid: T:1\nname: tava\nsynonym: \"tavum majus\" EXACT []\nis_a: UBERON:0001021 ! nerve\n\n"
    "[Term]\nid: T:2\nname: lomus\nsynonym: \"LMS\" EXACT ABBREVIATION []\nis_a: UBERON:0001637 ! artery\n\n"
    "[Term]\nid: T:3\nname: lomus of tava\n\n"
    "[Term]\nid: T:4\nname: old kirum\nis_obsolete: true\n\n"
    "[Term]\nid: T:15\nname: finlet\nrelationship: never_in_taxon NCBITaxon:40674 ! Mammalia\n\n"
    "[Term]\nid: T:16\nname: small finlet\nis_a: T:15 ! finlet\n\n"
    "[Term]\nid: T:17\nname: fishlet\nrelationship: only_in_taxon NCBITaxon:32443 ! Teleostei\n\n"
    "[Term]\nid: T:18\nname: hairlet\nrelationship: only_in_taxon NCBITaxon:40674 ! Mammalia\n\n"
    "[Typedef]\nid: never_in_taxon\n\n[Typedef]\nid: only_in_taxon\n\n";

constexpr std::string_view kTaxa =
    "format-version: 1.2\n"
    "ontology: taxa\n\n"
    "[Term]\nid: NCBITaxon:9606\nname: Homo sapiens\nis_a: NCBITaxon:40674 ! Mammalia\n\n"
    "[Term]\nid: NCBITaxon:40674\nname: Mammalia\n\n"
    "[Term]\nid: NCBITaxon:32443\nname: Teleostei\n\n";

/// A folder with the ontologies, in which the program runs.
class Annotate : public testing::Test {
 protected:
  Annotate() {
    folder_.write("test.obo", kOntology);
    folder_.write("taxa.obo", kTaxa);
  }

  Result run(std::vector<std::string> arguments, std::string_view input = {}) {
    arguments.insert(arguments.begin(), "annotate");
    for (const char* word : {"--ontology", "test.obo", "-q"}) arguments.emplace_back(word);
    Surroundings surroundings;
    surroundings.folder = folder_.path();
    return run_program(arguments, input, surroundings);
  }

  /// The texts found in standard input, with their ids, one behind the other.
  std::string found(std::string_view text, std::vector<std::string> arguments = {}) {
    arguments.insert(arguments.begin(), {"-", "--to", "jsonl"});
    const Result result = run(std::move(arguments), text);
    EXPECT_EQ(result.exit, 0) << result.err;
    std::string all;
    for (const std::string_view line : split(result.out, '\n')) {
      if (line.empty()) continue;
      const auto row = nlohmann::json::parse(line);
      all += (all.empty() ? "" : "; ") + row["text"].get<std::string>() + "=" + row["id"].get<std::string>();
    }
    return all;
  }

  TemporaryFolder folder_;
};

TEST_F(Annotate, WritesARowForEachMention) {
  folder_.write("a.txt",
                "\xC3\x9C"
                "ber tavum\nMajus: the lomus.\n");
  const Result result = run({"a.txt"});
  EXPECT_EQ(result.exit, 0);
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(result.out, std::string(kHeader) + "a.txt\t6\t17\t5\t16\ttavum Majus\tT:1\ttava\texact synonym\n" +
                            "a.txt\t23\t28\t22\t27\tlomus\tT:2\tlomus\tlabel\n");
}

TEST_F(Annotate, WritesJsonLines) {
  folder_.write("a \"b\".txt", "tavum\nmajus");
  const Result result = run({"a \"b\".txt", "--to", "jsonl"});
  EXPECT_EQ(result.exit, 0);
  EXPECT_EQ(
      result.out,
      "{\"document\":\"a \\\"b\\\".txt\",\"start\":0,\"end\":11,\"start_code_point\":0,\"end_code_point\":11,\"text\":\"tavum\\nmajus\","
      "\"id\":\"T:1\",\"label\":\"tava\",\"rule\":\"exact synonym\"}\n");
}

TEST_F(Annotate, TakesDocumentsInTheOrderGivenEachForItself) {
  folder_.write("b.txt", "lomus of tava (LT), LT");
  folder_.write("a.txt", "LT and tava");
  folder_.write("c.txt.gz", gzip("LMS"));
  folder_.write("empty.txt", "");
  const Result result = run({"b.txt", "a.txt", "empty.txt", "-", "c.txt.gz"}, "tava");
  EXPECT_EQ(result.exit, 0) << result.err;
  EXPECT_EQ(result.out, std::string(kHeader) + "b.txt\t0\t13\t0\t13\tlomus of tava\tT:3\tlomus of tava\tlabel\n" +
                            "b.txt\t15\t17\t15\t17\tLT\tT:3\tlomus of tava\tabbreviation defined in the text\n" +
                            "b.txt\t20\t22\t20\t22\tLT\tT:3\tlomus of tava\tabbreviation defined in the text\n" +
                            "a.txt\t7\t11\t7\t11\ttava\tT:1\ttava\tlabel\n" + "<stdin>\t0\t4\t0\t4\ttava\tT:1\ttava\tlabel\n" +
                            "c.txt.gz\t0\t3\t0\t3\tLMS\tT:2\tlomus\tabbreviation\n");
}

TEST_F(Annotate, FindsNoObsoleteTerms) { EXPECT_EQ(found("old kirum, tava"), "tava=T:1"); }

TEST_F(Annotate, FindsBundledTermsToo) { EXPECT_EQ(found("the vastus medialis muscle"), "vastus medialis muscle=UBERON:0001380"); }

TEST_F(Annotate, TellsWhatItFoundUnlessItIsToBeQuiet) {
  folder_.write("a.txt", "tava, lomus, tava, LMS");
  Surroundings surroundings;
  surroundings.folder = folder_.path();
  const Result result = run_program({"annotate", "a.txt", "--ontology", "test.obo", "-o", "out.tsv"}, {}, surroundings);
  EXPECT_EQ(result.exit, 0);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.err, "inputs   1 read, 22 bytes\nmentions 4 = 3 by label + 1 by abbreviation\n");
  EXPECT_EQ(folder_.read("out.tsv").substr(0, kHeader.size()), kHeader);
}

TEST_F(Annotate, GoesOnBehindInputsThatCannotBeRead) {
  folder_.write("bad.txt", "tava and\nlomus \xFF tava");
  folder_.write("binary", std::string_view("lomus\0tava", 10));
  folder_.write("broken.gz", gzip("tava tava tava").substr(0, 22));
  folder_.write("good.txt", "tava");
  const Result result = run({"bad.txt", "missing.txt", "binary", "broken.gz", "good.txt"});
  EXPECT_EQ(result.exit, 1);
  EXPECT_EQ(result.err,
            "bad.txt:2:7: error: byte 15 is not UTF-8; only what stands before it was annotated [not-utf8]\n"
            "  save the file as UTF-8\n"
            "missing.txt: error: cannot be opened: No such file or directory [input]\n"
            "binary:1:6: error: byte 5 is zero: this is no text; only what stands before it was annotated [binary]\n"
            "  turn the document into plain text\n"
            "broken.gz: error: the compressed data ends in the middle [input]\n");
  EXPECT_EQ(result.out, std::string(kHeader) + "bad.txt\t0\t4\t0\t4\ttava\tT:1\ttava\tlabel\n" +
                            "bad.txt\t9\t14\t9\t14\tlomus\tT:2\tlomus\tlabel\n" + "binary\t0\t5\t0\t5\tlomus\tT:2\tlomus\tlabel\n" +
                            "good.txt\t0\t4\t0\t4\ttava\tT:1\ttava\tlabel\n");
}

TEST_F(Annotate, LeavesTheOldFileWhenNothingCanBeRead) {
  folder_.write("out.tsv", "old");
  EXPECT_EQ(run({"missing.txt", "-o", "out.tsv"}).exit, 1);
  EXPECT_EQ(folder_.read("out.tsv"), "old");
}

TEST_F(Annotate, AFullDiskStopsTheRun) {
  folder_.write("a.txt", "tava");
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "needs /dev/full";
  const Result result = run({"a.txt", "-o", "/dev/full"});
  EXPECT_EQ(result.exit, 1);
  EXPECT_NE(result.err.find("/dev/full: cannot be written: No space left on device"), std::string::npos) << result.err;
}

TEST_F(Annotate, TakesTermsOfAKindOnly) {
  const std::string_view text = "tava, lomus, lomus of tava, knee, flexion";
  EXPECT_EQ(found(text, {"--kind", "nerve"}), "tava=T:1; tava=T:1");
  EXPECT_EQ(found(text, {"--kind", "nerve,artery"}), "tava=T:1; lomus=T:2; lomus=T:2; tava=T:1");
  EXPECT_EQ(found(text, {"--ids", "T"}), "tava=T:1; lomus=T:2; lomus of tava=T:3");
  EXPECT_EQ(found("flexion, tava", {"--kind", "movement"}), "flexion=FMA:23861");
}

TEST_F(Annotate, TakesTermsWithCertainIdsOnly) {
  const std::string_view text = "tava, lomus, finlet, knee";
  EXPECT_EQ(found(text, {"--ids", "T:2-15"}), "lomus=T:2; finlet=T:15");
  EXPECT_EQ(found(text, {"--ids", "T:1,UBERON"}), "tava=T:1; knee=UBERON:0001465");
  EXPECT_EQ(found(text, {"--ids", "T:1", "--ids", "T:15"}), "tava=T:1; finlet=T:15");
}

TEST_F(Annotate, LeavesOutWhatCannotBeInATaxon) {
  const std::string_view text = "tava, finlet, small finlet, fishlet, hairlet";
  const std::vector<std::string> with_taxa = {"--ids", "T", "--ontology", "taxa.obo", "--taxon"};
  const auto in = [&](std::string taxon) {
    std::vector<std::string> arguments = with_taxa;
    arguments.push_back(std::move(taxon));
    return found(text, arguments);
  };
  EXPECT_EQ(in("NCBITaxon:9606"), "tava=T:1; hairlet=T:18");
  EXPECT_EQ(in("NCBITaxon:40674"), "tava=T:1; fishlet=T:17; hairlet=T:18") << "what is above this one is not known";
  const Result result =
      run_program({"annotate", "-", "--ontology", folder_ / "test.obo", "--taxon", "NCBITaxon:40674", "--ids", "T"}, text);
  EXPECT_EQ(result.exit, 0);
  EXPECT_EQ(
      result.err.substr(0, result.err.find('\n') + 1),
      "<ontologies>: warning: terms that are only in other taxa are kept (1): no loaded ontology says what NCBITaxon:40674 is a kind of "
      "[taxon-lineage]\n");
}

TEST_F(Annotate, PassesStopNamesOver) {
  folder_.write("stop.tsv", "name\tnote\n# why\nTavas\tan example\n");
  EXPECT_EQ(found("tava, lomus of tava, tavum majus", {"--stop", "stop.tsv"}), "lomus of tava=T:3; tavum majus=T:1");
  EXPECT_EQ(found("muscle, organ, tissue, tava"), "tava=T:1") << "those of ontology/stop-names.tsv";
  folder_.write("wrong.tsv", "names\ntava\n");
  const Result result = run({"-", "--stop", "wrong.tsv"});
  EXPECT_EQ(result.exit, 1);
  EXPECT_NE(result.err.find("wrong.tsv:1:1: error: the columns must be name, note [table]"), std::string::npos) << result.err;
}

TEST_F(Annotate, RefusesCommandLinesThatCannotBeMeant) {
  const std::tuple<std::string, std::string, std::string> rows[] = {
      {"--kind", "nrve", "; did you mean 'nerve'?"},
      {"--ids", "UBRON", "; did you mean 'UBERON'?"},
      {"--ids", "T:9-3", "is neither a prefix (UBERON) nor one with numbers (FMA:0-99999)"},
      {"--ids", "", "is neither a prefix"},
      {"--taxon", "human", "is no id such as NCBITaxon:9606"},
      {"--taxon", "UBERON:0000981", "is no id such as NCBITaxon:9606"},
      {"--to", "json", "--to 'json' is none of tsv, jsonl; did you mean 'jsonl'?"},
  };
  for (const auto& [option, value, expected] : rows) {
    const Result result = run({"-", option, value});
    EXPECT_EQ(result.exit, 2) << option << " " << value;
    EXPECT_NE(result.err.find(expected), std::string::npos) << result.err;
  }
}

TEST_F(Annotate, GivesTheSameBytesAgain) {
  MUSCLEKG_NEEDS_SHARED("pages/dev");
  std::vector<std::string> arguments;
  for (const auto& entry : std::filesystem::directory_iterator(shared() / "pages/dev")) arguments.push_back(entry.path().string());
  std::sort(arguments.begin(), arguments.end());
  const Result first = run(arguments), second = run(arguments);
  EXPECT_EQ(first.exit, 0) << first.err;
  EXPECT_GT(std::count(first.out.begin(), first.out.end(), '\n'), 300);
  EXPECT_EQ(first.out, second.out);
}

}  // namespace
}  // namespace musclekg::test
