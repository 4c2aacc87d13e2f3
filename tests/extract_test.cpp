// The commands that read pages: what they share, and how they treat what is no page.

#include <nlohmann/json.hpp>

#include "test.h"

namespace musclekg::test {
namespace {

constexpr std::string_view kPage =
    "Biceps brachii\n\n"
    "== Origin ==\n"
    "The long head arises from the supraglenoid tubercle of the scapula.[1] The short head arises from the coracoid process.\n\n"
    "== Insertion ==\n"
    "It inserts into the radial tuberosity.\n\n"
    "== Nerve ==\n"
    "Musculocutaneous nerve (C5\xE2\x80\x93"
    "C7)\n\n"
    "== Action ==\n"
    "Flexion of the elbow and supination of the forearm.[1]\n\n"
    "== References ==\n"
    "1. Doe J. Muscles of the arm. Journal of Arms. 2019;12(3):45-50.\n";

/// What all statements of a page or of records are, sorted.
std::string graph(const std::string& path) {
  const Result run = run_program({"convert", path, "-o", "-", "--to", "ntriples", "-q"});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_FALSE(run.out.empty()) << path;
  return run.out;
}

/// That the record of a page, written as YAML, becomes what the page itself becomes.
void expect_same_graph(const std::string& page) {
  const TemporaryFolder folder;
  const std::string yaml = folder / "facts.yaml";
  const Result run = run_program({"extract", page, "-o", yaml, "--unread", "-q"});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_EQ(graph(page), graph(yaml)) << page;
}

TEST(Extract, ConvertOfAPageIsConvertOfItsYaml) {
  const TemporaryFolder folder;
  expect_same_graph(folder.write("biceps.txt", kPage));
}

TEST(Extract, ConvertOfRealPagesIsConvertOfTheirYaml) {
  MUSCLEKG_NEEDS_SHARED("pages/dev");
  std::size_t pages = 0;
  for (const auto& entry : std::filesystem::directory_iterator(shared() / "pages/dev")) {
    if (entry.path().extension() != ".txt") continue;
    expect_same_graph(entry.path().string());
    ++pages;
  }
  EXPECT_GE(pages, 20u);
}

TEST(Extract, JsonTellsEachFactByItsCharacters) {
  const TemporaryFolder folder;
  const std::string path = folder.write("biceps.txt", kPage);
  const Result run = run_program({"extract", path, "--to", "jsonl", "-q"});
  ASSERT_EQ(run.exit, 0) << run.err;
  EXPECT_EQ(std::count(run.out.begin(), run.out.end(), '\n'), 1);
  const nlohmann::json page = nlohmann::json::parse(run.out);
  EXPECT_EQ(page["file"], "biceps.txt");
  EXPECT_EQ(page["muscle"], "biceps brachii");
  std::vector<std::string> characters;
  for (const char c : kPage) {
    if ((static_cast<unsigned char>(c) & 0xC0) == 0x80) {
      characters.back() += c;
    } else {
      characters.emplace_back(1, c);
    }
  }
  ASSERT_GE(page["facts"].size(), 8u);
  for (const nlohmann::json& fact : page["facts"]) {
    std::string text;
    for (std::size_t i = fact["start"]; i < fact["end"]; ++i) text += characters[i];
    EXPECT_EQ(text, fact["text"]);
    const std::size_t begin = fact["start_byte"], end = fact["end_byte"];
    EXPECT_EQ(kPage.substr(begin, end - begin), fact["text"].get<std::string>());
  }
  EXPECT_EQ(page["references"].size(), 1u);
}

TEST(Extract, PagesAreDocumentsOfOneYaml) {
  const TemporaryFolder folder;
  const std::string one = folder.write("one.txt", kPage),
                    two = folder.write("two.txt", "Popliteus\n\nOrigin: lateral condyle of the femur\n");
  const Result run = run_program({"extract", two, "-", "--from", "text", "-q"}, kPage);
  ASSERT_EQ(run.exit, 0) << run.err;
  const ReadRecords read = read_records("yaml", run.out);
  EXPECT_EQ(read.findings, "");
  ASSERT_EQ(read.records.size(), 4u);
  EXPECT_TRUE(read.records[0].starts_with("popliteus: ")) << read.records[0];
  EXPECT_TRUE(read.records[1].starts_with("biceps brachii: ")) << read.records[1];
  EXPECT_TRUE(read.records[2].starts_with("long head of biceps brachii: part_of=biceps brachii")) << read.records[2];
}

TEST(Extract, JsonIsAnArrayOfThePages) {
  const TemporaryFolder folder;
  const std::string path = folder.write("one.txt", kPage);
  const Result run = run_program({"extract", path, path, "--to", "json", "-q"});
  const nlohmann::json pages = nlohmann::json::parse(run.out);
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[0], pages[1]);
}

TEST(Extract, TheSidecarWinsOverThePage) {
  const TemporaryFolder folder;
  const std::string path = folder.write("one.txt", kPage);
  folder.write("one.meta.yaml", "title: Another title\nurl: https://example.org/one\n");
  const Result run = run_program({"extract", path, "--to", "jsonl", "-q"});
  EXPECT_EQ(run.err, "");
  const nlohmann::json source = nlohmann::json::parse(run.out)["source"];
  EXPECT_EQ(source["title"], "Another title");
  EXPECT_EQ(source["url"], "https://example.org/one");
}

TEST(Extract, WhereNoPageCouldBeReadTheOutputStaysAsItWas) {
  const TemporaryFolder folder;
  const std::string out = folder.write("out.yaml", "name: mine\n");
  const std::string latin = folder.write("latin.txt",
                                         "Origin: f\xFC"
                                         "bula\n");
  const Result run = run_program({"extract", latin, folder / "missing.txt", "-o", out, "-q"});
  EXPECT_EQ(run.exit, 1);
  EXPECT_NE(run.err.find("latin.txt:1:10: error: "), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("missing.txt: error: "), std::string::npos) << run.err;
  EXPECT_EQ(folder.read("out.yaml"), "name: mine\n");
}

TEST(Extract, FilesOfRecordsAreRefusedUnlessTheyAreCalledPages) {
  const TemporaryFolder folder;
  for (const char* name : {"a.yaml", "a.json", "a.csv", "a.jsonl.gz"}) {
    const std::string path = folder.write(name, "Soleus\n\nOrigin: fibula\n");
    const Result refused = run_program({"extract", path});
    EXPECT_EQ(refused.exit, 2) << name;
    EXPECT_NE(refused.err.find("holds records, which convert reads"), std::string::npos) << refused.err;
    EXPECT_EQ(run_program({"extract", path, "--from", "text", "-q"}).exit, 0) << name;
  }
}

TEST(Extract, CompressedPagesAreRead) {
  const TemporaryFolder folder;
  const std::string plain = folder.write("one.txt", kPage), packed = folder.write("two.txt.gz", gzip(kPage));
  const auto facts = [](const std::string& path) {
    return nlohmann::json::parse(run_program({"extract", path, "--to", "jsonl", "-q"}).out)["facts"];
  };
  EXPECT_EQ(facts(plain), facts(packed));
}

TEST(Extract, BrokenTablesOfPagesStopOnlyTheCommandsThatReadPages) {
  const TemporaryFolder folder;
  for (const auto& entry : std::filesystem::directory_iterator(project("ontology")))
    if (entry.is_regular_file()) std::filesystem::copy_file(entry.path(), folder.path() / entry.path().filename());
  folder.write("page-headings.tsv", "nothing\n");
  const TemporaryFolder inputs;
  const std::string page = inputs.write("one.txt", kPage), record = inputs.write("one.yaml", "name: soleus\n");
  const std::string data = folder.path().string();
  const Result extract = run_program({"extract", page, "--data", data}),
               convert = run_program({"convert", page, "-o", "-", "--to", "turtle", "--data", data});
  EXPECT_EQ(extract.exit, 1);
  EXPECT_EQ(convert.exit, 1);
  EXPECT_EQ(extract.out + convert.out, "");
  EXPECT_NE(extract.err.find("page-headings.tsv"), std::string::npos) << extract.err;
  EXPECT_EQ(run_program({"convert", record, "-o", "-", "--to", "turtle", "--data", data, "-q"}).exit, 0);
}

}  // namespace
}  // namespace musclekg::test
