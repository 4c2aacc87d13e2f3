// The line that tells how far a run is.

#include "app/progress.h"

#include "test.h"

namespace musclekg::test {
namespace {

TEST(Progress, TellsShareRowsRateAndTimeLeft) {
  EXPECT_EQ(progress_line(420, 1000, 420'000, 4.0), "42 %  420,000 rows  105,000 rows/s  0:06 left");
  EXPECT_EQ(progress_line(1, 1000, 12, 5.0), "0 %  12 rows  2 rows/s  1:23:15 left");
  EXPECT_EQ(progress_line(1000, 1000, 7'654'321, 100.0), "100 %  7,654,321 rows  76,543 rows/s  0:00 left");
}

TEST(Progress, LeavesOutWhatIsNotKnown) {
  EXPECT_EQ(progress_line(0, 0, 999, 2.0), "999 rows  499 rows/s") << "of a pipe";
  EXPECT_EQ(progress_line(10, 1000, 64, 0.1), "1 %  64 rows") << "the first estimates are none";
  EXPECT_EQ(progress_line(2000, 1000, 64, 2.0), "100 %  64 rows  32 rows/s  0:00 left") << "a file that grows";
}

TEST(Progress, CountsTheBytesOfFilesAlone) {
  const TemporaryFolder folder;
  const std::string one = folder.write("one", "12345"), two = folder.write("two", "123");
  EXPECT_EQ(bytes_of({one, two}), 8U);
  EXPECT_EQ(bytes_of({one, "-"}), 0U);
  EXPECT_EQ(bytes_of({one, folder / "missing"}), 0U);
}

TEST(Progress, IsSilentWhereStandardErrorIsNoTerminal) {
  const Result result = run_program({"convert", project("facts/vastus-medialis.yaml").string(), "-o", "-", "--to", "ntriples"});
  EXPECT_EQ(result.err.find('\r'), std::string::npos);
}

}  // namespace
}  // namespace musclekg::test
