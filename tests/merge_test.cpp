// Many records of one run: what one of them must not do to another.

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <cstdlib>
#include <set>
#include <string>

#include "test.h"

namespace musclekg::test {
namespace {

Result merged(const std::string& lines) {
  return run_program({"convert", "-", "--from", "jsonl", "--to", "ntriples", "-o", "-", "-q"}, lines);
}

/// A record that is rejected because its name was there must not count as having described the terms it uses.
TEST(Merge, ARejectedDuplicateTakesNoLabelAway) {
  const Result result = merged(
      "{\"name\":\"sartorius\",\"innervation\":\"femoral nerve\"}\n"
      "{\"name\":\"sartorius\",\"innervation\":\"obturator nerve\"}\n"
      "{\"name\":\"gracilis\",\"innervation\":\"obturator nerve\"}\n");
  EXPECT_EQ(result.exit, 1);
  EXPECT_NE(result.err.find("[duplicate-record]"), std::string::npos) << result.err;
  EXPECT_NE(result.out.find("UBERON_0005465> <http://www.w3.org/2000/01/rdf-schema#label> \"obturator nerve\"@en"), std::string::npos)
      << result.out;
}

/// The cells of their lists are the only blank nodes; two records never share one, however alike their names are.
TEST(Merge, RecordsWithNamesAlikeShareNoBlankNode) {
  const auto record = [](const std::string& name) {
    return "{\"name\":\"" + name + "\",\"references\":[{\"number\":1,\"authors\":[\"A\",\"B\"]}]}\n";
  };
  const Result result = merged(record("3x") + record("m3x") + record("m3x-2") + record("list 3x"));
  EXPECT_EQ(result.exit, 0) << result.err;
  std::set<std::string> cells;
  std::size_t firsts = 0;
  for (std::size_t at = 0; at < result.out.size(); at = result.out.find('\n', at) + 1) {
    const std::string line = result.out.substr(at, result.out.find('\n', at) - at);
    if (line.find("#first>") == std::string::npos) continue;
    ++firsts;
    cells.insert(line.substr(0, line.find(' ')));
  }
  EXPECT_EQ(firsts, 8U);
  EXPECT_EQ(cells.size(), firsts) << result.out;
}

/// Kibibytes of the largest process that this one has waited for.
long peak_of_children() {
  rusage usage{};
  getrusage(RUSAGE_CHILDREN, &usage);
  return usage.ru_maxrss;
}

/// A file a record: nothing of a file is kept when it is written. 3,000 files took 4 MiB more than 300 when it was.
TEST(Merge, AFileARecordKeepsNothingOfTheFilesBefore) {
  // A sanitizer would otherwise hold freed memory back. Other builds do not read this.
  ASSERT_EQ(::setenv("ASAN_OPTIONS", "quarantine_size_mb=0:thread_local_quarantine_size_kb=0", 1), 0);
  const TemporaryFolder folder;
  const auto records = [](int count) {
    std::string lines;
    for (int i = 0; i < count; ++i)
      lines += "{\"name\":\"muscle " + std::to_string(i) + "\",\"source\":{\"title\":\"Page " + std::to_string(i) + "\"}}\n";
    return lines;
  };
  const std::string few = folder.write("few.jsonl", records(300)), many = folder.write("many.jsonl", records(3000));
  EXPECT_EQ(run_program({"convert", few, "-o", folder / "few", "--to", "ntriples", "-q"}).exit, 0);
  const long before = peak_of_children();
  EXPECT_EQ(run_program({"convert", many, "-o", folder / "many", "--to", "ntriples", "-q"}).exit, 0);
  EXPECT_LT(peak_of_children() - before, 2048);
}

TEST(Merge, ADeviceIsWrittenAsAFile) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.jsonl", "{\"name\":\"sartorius\"}\n");
  const Result result = run_program({"convert", input, "-o", "/dev/full", "--to", "turtle", "-q"});
  EXPECT_EQ(result.exit, 1);
  EXPECT_EQ(result.err.substr(result.err.rfind("musclekg:")), "musclekg: error: /dev/full: cannot be written: No space left on device\n");
}

}  // namespace
}  // namespace musclekg::test
