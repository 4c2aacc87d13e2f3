// The same facts give the same bytes: in whatever order they are named, on whatever machine, at whatever time.

#include "test.h"

namespace musclekg::test {
namespace {

std::vector<std::string> bundled_facts() {
  std::vector<std::string> result;
  for (const auto& entry : fact_files()) result.push_back(entry.path().string());
  std::sort(result.begin(), result.end());
  return result;
}

/// All outputs of one conversion of the bundled facts, one behind the other: a file for each record in three syntaxes, and
/// the merged graph.
std::string outputs(const std::vector<std::string>& inputs, const std::map<std::string, std::string>& variables = {}) {
  const TemporaryFolder folder;
  std::string result;
  const auto run = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin() + 1, inputs.begin(), inputs.end());
    const Result ended = run_program(arguments, {}, {variables, folder.path(), {}});
    EXPECT_EQ(ended.exit, 0) << ended.err;
    result += ended.out + ended.err;
  };
  run({"convert", "-o", "each", "--to", "ntriples,turtle,jsonld"});
  run({"convert", "-o", "-", "--to", "turtle"});
  run({"convert", "-o", "-", "--to", "jsonld"});
  run({"convert", "-o", "-", "--to", "nquads"});
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "each")) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  EXPECT_EQ(files.size(), 3 * bundled_facts().size());
  for (const auto& file : files) result += file.filename().string() + "\n" + contents(file);
  return result;
}

const std::string& expected_outputs() {
  static const std::string result = outputs(bundled_facts());
  return result;
}

TEST(Determinism, TwoRunsGiveTheSameBytes) { EXPECT_TRUE(outputs(bundled_facts()) == expected_outputs()); }

TEST(Determinism, TheOrderOfTheFilesMeansNothing) {
  std::vector<std::string> inputs = bundled_facts();
  std::reverse(inputs.begin(), inputs.end());
  EXPECT_TRUE(outputs(inputs) == expected_outputs());
  std::rotate(inputs.begin(), inputs.begin() + 4, inputs.end());
  EXPECT_TRUE(outputs(inputs) == expected_outputs());
}

TEST(Determinism, AFileNamedTwiceIsReadOnce) {
  std::vector<std::string> inputs = bundled_facts();
  inputs.push_back(inputs.front());
  EXPECT_TRUE(outputs(inputs) == expected_outputs());
}

TEST(Determinism, FilesInOtherFoldersGiveTheSameGraph) {
  const TemporaryFolder folder;
  std::vector<std::string> inputs;
  for (const std::string& path : bundled_facts()) {
    const std::filesystem::path name = std::filesystem::path(path).filename();
    // The folders sort the other way round than the names.
    const std::string copy = "z" + std::to_string(9 - inputs.size()) + "/" + name.string();
    inputs.push_back(folder.write(copy, contents(path)));
  }
  const auto graph = [](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"convert", "-o", "-", "--to", "ntriples", "-q"});
    const std::string out = run_program(arguments).out;
    auto lines = split(out, '\n');
    std::sort(lines.begin(), lines.end());
    return std::vector<std::string>(lines.begin(), lines.end());
  };
  EXPECT_EQ(graph(inputs), graph(bundled_facts()));
}

TEST(Determinism, LanguageAndTimeZoneMeanNothing) {
  for (const char* locale : {"C", "C.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8"})
    EXPECT_TRUE(outputs(bundled_facts(), {{"LC_ALL", locale}, {"LANG", locale}}) == expected_outputs()) << locale;
  for (const char* zone : {"UTC", "Pacific/Kiritimati", "America/Los_Angeles"})
    EXPECT_TRUE(outputs(bundled_facts(), {{"TZ", zone}}) == expected_outputs()) << zone;
}

TEST(Determinism, TheDayIsWrittenOnlyWhenItIsGivenAndAlwaysInUtc) {
  EXPECT_EQ(expected_outputs().find("/created>"), std::string::npos);
  const std::string dated = outputs(bundled_facts(), {{"SOURCE_DATE_EPOCH", "1700000000"}, {"TZ", "Pacific/Kiritimati"}});
  EXPECT_NE(dated.find("<http://purl.org/dc/terms/created> \"2023-11-14\"^^<http://www.w3.org/2001/XMLSchema#date>"), std::string::npos);
  EXPECT_TRUE(outputs(bundled_facts(), {{"SOURCE_DATE_EPOCH", "1700000000"}, {"TZ", "UTC"}}) == dated);
}

TEST(Determinism, TheOrderOfTheRecordsInAFileMeansNothingToTheirOwnFiles) {
  const TemporaryFolder folder;
  const std::string a = "name: vastus medialis\norigins: {name: bump of nowhere, of: femur}\n",
                    b = "name: vastus lateralis\norigins: [bump of nowhere, femur]\n";
  folder.write("one/facts.yaml", a + "---\n" + b);
  folder.write("two/facts.yaml", b + "---\n" + a);
  for (const char* order : {"one", "two"}) {
    const Result result =
        run_program({"convert", "facts.yaml", "-o", "out", "--to", "turtle,jsonld,ntriples", "-q"}, {}, {{}, folder / order, {}});
    ASSERT_EQ(result.exit, 0) << result.err;
  }
  for (const char* file : {"vastus-medialis.ttl", "vastus-medialis.jsonld", "vastus-medialis.nt", "vastus-lateralis.ttl",
                           "vastus-lateralis.jsonld", "vastus-lateralis.nt"})
    EXPECT_EQ(folder.read(std::string("one/out/") + file), folder.read(std::string("two/out/") + file)) << file;
}

TEST(Determinism, ChangesWithTheFacts) {
  const auto graph = [](std::string_view origin) {
    return run_program({"convert", "-", "--from", "yaml", "-o", "-", "--to", "ntriples", "-q"},
                       "name: vastus medialis\norigins: " + std::string(origin) + "\n")
        .out;
  };
  EXPECT_NE(graph("femur"), graph("tibia"));
  EXPECT_EQ(graph("femur"), graph("the femur"));
}

}  // namespace
}  // namespace musclekg::test
