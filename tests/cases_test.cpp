// Golden cases: each folder of tests/cases is one run of the program with all that comes out of it.
//
//     command        the arguments behind the program's name, on one line; '...' keeps blanks together
//     stdin          what stands on standard input (may be missing)
//     environment    lines NAME=VALUE (may be missing); SOURCE_DATE_EPOCH is set only here
//     ...            input files
//     exit           the exit code
//     stdout, stderr what is printed
//     expected/      the files that come out, and no others (may be missing)
//
// The program runs in a copy of the folder. With MUSCLEKG_UPDATE_CASES=1 the last four are written anew.

#include <set>

#include "test.h"

namespace musclekg::test {
namespace {

const std::set<std::string> kExpectations = {"exit", "stdout", "stderr", "expected"};

std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  bool open = false, quoted = false;
  for (const char c : trim(line)) {
    if (c == '\'') {
      quoted = !quoted;
      if (!open) words.emplace_back();
      open = true;
    } else if (c == ' ' && !quoted) {
      open = false;
    } else {
      if (!open) words.emplace_back();
      open = true;
      words.back() += c;
    }
  }
  return words;
}

std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(project("tests/cases")))
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

/// Files below `folder`: path -> bytes.
std::map<std::string, std::string> tree(const std::filesystem::path& folder) {
  std::map<std::string, std::string> result;
  if (!std::filesystem::exists(folder)) return result;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) result.emplace(entry.path().lexically_relative(folder).generic_string(), contents(entry.path()));
  return result;
}

/// What came out of one run.
struct Outcome {
  Result result;
  std::map<std::string, std::string> files;  ///< new or changed ones
};

Outcome run_case(const std::filesystem::path& folder) {
  const TemporaryFolder place;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (!kExpectations.contains(entry.path().filename().string()))
      std::filesystem::copy(entry.path(), place.path() / entry.path().filename(), std::filesystem::copy_options::recursive);
  const auto before = tree(place.path());
  Surroundings surroundings;
  surroundings.folder = place.path();
  if (before.contains("environment"))
    for (const std::string_view line : split(before.at("environment"), '\n'))
      if (const std::size_t at = line.find('='); at != std::string_view::npos)
        surroundings.variables.emplace(line.substr(0, at), line.substr(at + 1));
  Outcome run;
  run.result = run_program(words_of(before.at("command")), before.contains("stdin") ? before.at("stdin") : "", surroundings);
  for (const auto& [name, bytes] : tree(place.path()))
    if (const auto old = before.find(name); old == before.end() || old->second != bytes) run.files.emplace(name, bytes);
  return run;
}

void update(const std::filesystem::path& folder, const Outcome& run) {
  std::filesystem::remove_all(folder / "expected");
  write_file(folder / "exit", std::to_string(run.result.exit) + "\n");
  write_file(folder / "stdout", run.result.out);
  write_file(folder / "stderr", run.result.err);
  for (const auto& [name, bytes] : run.files) write_file(folder / "expected" / name, bytes);
}

class Case : public testing::TestWithParam<std::string> {};

TEST_P(Case, GivesWhatIsExpected) {
  const std::filesystem::path folder = project("tests/cases") / GetParam();
  const Outcome run = run_case(folder);
  if (const char* wanted = std::getenv("MUSCLEKG_UPDATE_CASES"); wanted != nullptr && std::string_view(wanted) == "1") update(folder, run);
  EXPECT_EQ(std::to_string(run.result.exit) + "\n", contents(folder / "exit"));
  EXPECT_EQ(run.result.err, contents(folder / "stderr"));
  EXPECT_EQ(run.result.out, contents(folder / "stdout"));
  const auto expected = tree(folder / "expected");
  for (const auto& [name, bytes] : expected) {
    const auto found = run.files.find(name);
    if (found == run.files.end()) {
      ADD_FAILURE() << name << " did not come out";
    } else {
      EXPECT_EQ(found->second, bytes) << name;
    }
  }
  for (const auto& [name, bytes] : run.files) EXPECT_TRUE(expected.contains(name)) << name << " came out, too";
}

INSTANTIATE_TEST_SUITE_P(Cases, Case, testing::ValuesIn(cases()), [](const auto& name) {
  std::string result = name.param;
  std::replace(result.begin(), result.end(), '-', '_');
  return result;
});

TEST(Cases, AreThere) { EXPECT_GE(cases().size(), 15u); }

}  // namespace
}  // namespace musclekg::test
