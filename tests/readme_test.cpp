// The README is executed: each command of its console blocks is run, and prints what stands below it.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/text.h"
#include "check/dataset_rules.h"
#include "map/profile.h"
#include "model/record_keys.h"
#include "read/record_schema.h"

namespace {

using namespace musclekg;
namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

struct Step {
  std::size_t line;
  std::string command;
  std::vector<std::string> expected;
};

/// The commands of the blocks that begin with "```console": a line that begins with "$ ", and what it prints.
std::vector<Step> steps_of(const std::string& text) {
  std::vector<Step> steps;
  std::istringstream lines(text);
  bool inside = false;
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.starts_with("```")) {
      inside = line == "```console";
    } else if (inside && line.starts_with("$ ")) {
      steps.push_back({number, line.substr(2), {}});
    } else if (inside && !steps.empty()) {
      steps.back().expected.push_back(line);
    }
  }
  return steps;
}

std::vector<std::string> without_blank_end(std::vector<std::string> lines) {
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

std::vector<std::string> run(const fs::path& folder, const std::string& command) {
  const std::string whole = "cd '" + folder.string() + "' && export LC_ALL=C && unset SOURCE_DATE_EPOCH && { " + command + "\n} 2>&1";
  FILE* pipe = ::popen(whole.c_str(), "r");
  std::string output;
  std::array<char, 4096> buffer;
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe)) output.append(buffer.data(), count);
  ::pclose(pipe);
  std::vector<std::string> lines;
  std::istringstream stream(output);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return without_blank_end(std::move(lines));
}

/// Whether lines match a pattern in which "..." stands for any number of lines.
bool matches(const std::vector<std::string>& lines, const std::vector<std::string>& pattern, std::size_t i = 0, std::size_t p = 0) {
  for (; p < pattern.size(); ++i, ++p) {
    if (pattern[p] == "...") {
      for (std::size_t next = i; next <= lines.size(); ++next)
        if (matches(lines, pattern, next, p + 1)) return true;
      return false;
    }
    if (i == lines.size() || lines[i] != pattern[p]) return false;
  }
  return i == lines.size();
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

TEST(Readme, CommandsPrintWhatItShows) {
  const fs::path root(PROJECT_ROOT);
  fs::path folder = fs::temp_directory_path() / "musclekg-readme-XXXXXX";
  std::string name = folder.string();
  ASSERT_NE(::mkdtemp(name.data()), nullptr);
  folder = name;
  fs::create_directory_symlink(fs::path(PROGRAM).parent_path(), folder / "build");
  for (const char* const part : {"facts", "scripts"}) fs::create_directory_symlink(root / part, folder / part);
  fs::create_directory(folder / "output");
  fs::create_directory_symlink(root / "output/hra", folder / "output/hra");
  const std::vector<Step> steps = steps_of(read(root / "README.md"));
  EXPECT_GE(steps.size(), 8U);
  for (const Step& step : steps) {
    const std::vector<std::string> printed = run(folder, step.command);
    EXPECT_TRUE(matches(printed, without_blank_end(step.expected))) << "README.md:" << step.line << ": $ " << step.command << "\nprints\n"
                                                                    << joined(printed) << "but the README shows\n"
                                                                    << joined(step.expected);
  }
  fs::remove_all(folder);
}

TEST(Readme, ExplainsEveryRuleOfDatasetsAndEveryProfile) {
  const std::string text = read(fs::path(PROJECT_ROOT) / "README.md");
  for (const DatasetRule& rule : dataset_rules()) {
    const std::string level = rule.level == Level::Error ? "error" : rule.level == Level::Warning ? "warning" : "info";
    EXPECT_NE(text.find("| `" + std::string(rule.id) + "` | " + level + " |"), std::string::npos) << rule.id << ", " << level;
  }
  for (const ProfileRow& row : profiles()) EXPECT_NE(text.find("| `" + std::string(row.name) + "` |"), std::string::npos) << row.name;
}

TEST(Readme, NamesEveryKeyOfTheRecordFormat) {
  const std::string text = read(fs::path(PROJECT_ROOT) / "README.md");
  for (const Key& key : record_keys()) EXPECT_NE(text.find("`" + std::string(key.name) + "`"), std::string::npos) << key.name;
}

TEST(Readme, TheSchemaInTheOntologyFolderIsThatOfTheProgram) {
  EXPECT_EQ(read(fs::path(PROJECT_ROOT) / "ontology/record.schema.json"), record_schema());
}

/// Every rule id in the sources is explained, and none that is not there.
TEST(Readme, ExplainsEveryRule) {
  const std::string text = read(fs::path(PROJECT_ROOT) / "README.md");
  std::set<std::string> used;
  const std::regex call(R"re((?:error|warning|refuse|refused|fault|StoreFault|RowFault)\s*[({][^;"]*"([a-z0-9]+(?:-[a-z0-9]+)*)",)re");
  const std::regex assigned(R"re(fault_rule = "([a-z-]+)")re");
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(PROJECT_ROOT) / "src")) {
    if (entry.path().extension() != ".cpp") continue;
    const std::string source = read(entry.path());
    for (const std::regex& pattern : {call, assigned})
      for (std::sregex_iterator match(source.begin(), source.end(), pattern), end; match != end; ++match) used.insert((*match)[1]);
  }
  std::set<std::string> explained;
  const std::string section = text.substr(text.find("## Diagnostics"), text.find("## Conformance") - text.find("## Diagnostics"));
  const std::regex row(R"re(`([a-z0-9-]+)`(?=[^|]*\| ))re");
  for (std::sregex_iterator match(section.begin(), section.end(), row), end; match != end; ++match) explained.insert((*match)[1]);
  EXPECT_EQ(used, explained);
}

}  // namespace
