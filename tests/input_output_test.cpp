// Files in and out: compression, what cannot be read, and that a failed run changes nothing.

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

#include "base/input.h"
#include "base/output.h"
#include "test.h"

namespace musclekg::test {
namespace {

constexpr std::string_view kRecord = "name: vastus medialis\norigins: femur\n";

/// What is thrown, without the folder the test made.
template <class Action>
std::string failure_of(const TemporaryFolder& folder, Action action) {
  try {
    action();
  } catch (const Failure& failure) {
    std::string text = failure.what();
    const std::string path = folder.path().string() + "/";
    if (const std::size_t at = text.find(path); at != std::string::npos) text.erase(at, path.size());
    return text;
  }
  return "nothing was thrown";
}

TEST(Input, ReadsPlainAndCompressedFilesAlikeWhateverTheName) {
  const TemporaryFolder folder;
  const std::string text = "line\n" + std::string(300000, 'x') + "\n";
  EXPECT_EQ(Input(folder.write("a", text)).read_all(), text);
  EXPECT_EQ(Input(folder.write("b.gz", gzip(text))).read_all(), text);
  EXPECT_EQ(Input(folder.write("c.yaml", gzip(text))).read_all(), text);
  EXPECT_EQ(Input(folder.write("d.gz", text)).read_all(), text);
  EXPECT_EQ(Input(folder.write("e.gz", gzip("one\n") + gzip("two\n"))).read_all(), "one\ntwo\n");
  EXPECT_EQ(Input(folder.write("f", "")).read_all(), "");
}

TEST(Input, FailsOnCompressedDataThatIsCutOff) {
  const TemporaryFolder folder;
  std::string noise;
  for (unsigned value = 1; noise.size() < 200000; value = value * 1103515245 + 12345) noise += std::to_string(value);
  const std::string whole = gzip(noise);
  for (const std::size_t size : {whole.size() - 1, whole.size() - 8, whole.size() / 2, std::size_t{18}}) {
    const std::string path = folder.write("a.gz", whole.substr(0, size));
    EXPECT_EQ(failure_of(folder, [&] { Input(path).read_all(); }), "a.gz: the compressed data ends in the middle") << size;
  }
}

TEST(Input, FailsOnCompressedDataThatIsBroken) {
  const TemporaryFolder folder;
  std::string bytes = gzip(std::string(1000, 'a') + "end");
  bytes[bytes.size() - 6] = static_cast<char>(bytes[bytes.size() - 6] ^ 1);  // the checksum
  const std::string path = folder.write("a.gz", bytes);
  EXPECT_TRUE(failure_of(folder, [&] { Input(path).read_all(); }).starts_with("a.gz: cannot be read: ")) << "checksum";
}

TEST(Input, FailsWithoutTheFileAndOnAFolder) {
  const TemporaryFolder folder;
  EXPECT_EQ(failure_of(folder, [&] { Input(folder / "none.yaml"); }), "none.yaml: cannot be opened: No such file or directory");
  std::filesystem::create_directory(folder / "sub.yaml");
  EXPECT_EQ(failure_of(folder, [&] { Input(folder / "sub.yaml"); }), "sub.yaml: is a directory; name the files in it");
}

TEST(Input, FailsOnMoreThanTheLimit) {
  const TemporaryFolder folder;
  const std::string path = folder.write("a", "12345");
  EXPECT_EQ(Input(path).read_all(5), "12345");
  EXPECT_EQ(failure_of(folder, [&] { Input(path).read_all(4); }), "a: more than 4 bytes in one document; split it, or use JSON Lines");
}

TEST(Output, GivesTheFileItsNameOnlyAtTheEnd) {
  const TemporaryFolder folder;
  folder.write("a.nt", "old");
  {
    Output output(folder / "a.nt");
    output.write("new");
    EXPECT_EQ(folder.read("a.nt"), "old");
    EXPECT_EQ(output.size(), 3u);
    output.commit();
    EXPECT_EQ(folder.read("a.nt"), "new");
  }
  EXPECT_EQ(folder.names(), std::vector<std::string>{"a.nt"});
}

TEST(Output, LeavesTheOldFileWhereItIsNotCommitted) {
  const TemporaryFolder folder;
  folder.write("a.nt", "old");
  {
    Output output(folder / "a.nt");
    output.write(std::string(1 << 20, 'x'));
  }
  EXPECT_EQ(folder.read("a.nt"), "old");
  EXPECT_EQ(folder.names(), std::vector<std::string>{"a.nt"});
}

TEST(Output, WritesMoreThanItsBufferInOrder) {
  const TemporaryFolder folder;
  std::string expected;
  Output output(folder / "a");
  for (int i = 0; i < 100000; ++i) {
    const std::string line = std::to_string(i) + "\n";
    output.write(line);
    expected += line;
  }
  const std::string large(3 << 20, 'y');
  output.write(large);
  output.write('.');
  output.commit();
  EXPECT_EQ(folder.read("a"), expected + large + ".");
  EXPECT_EQ(output.size(), expected.size() + large.size() + 1);
}

TEST(Output, FailsWithoutTheFolder) {
  const TemporaryFolder folder;
  EXPECT_EQ(failure_of(folder, [&] { Output(folder / "none/a.nt"); }),
            "none/a.nt: cannot be opened for writing: No such file or directory");
}

TEST(Output, KeepsTheModeOfTheFileItReplaces) {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.nt", "old");
  ASSERT_EQ(::chmod(path.c_str(), 0600), 0);
  Output output(path);
  output.write("new");
  output.commit();
  struct stat status {};
  ASSERT_EQ(::stat(path.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
}

TEST(Output, WritesThroughALinkAndLeavesTheLink) {
  const TemporaryFolder folder;
  folder.write("target/a.nt", "old");
  std::filesystem::create_symlink("target/a.nt", folder / "a.nt");
  {
    Output output(folder / "a.nt");
    output.write("new");
    output.commit();
  }
  EXPECT_TRUE(std::filesystem::is_symlink(folder / "a.nt"));
  EXPECT_EQ(folder.read("target/a.nt"), "new");
}

TEST(Program, SaysThatTheDeviceIsFull) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.yaml", kRecord);
  const Result file = run_program({"convert", input, "-o", "/dev/full", "--to", "ntriples", "-q"});
  EXPECT_EQ(file.exit, 1);
  const Result merged = run_program({"convert", input, "--merge", "/dev/full", "--to", "ntriples", "-q"});
  EXPECT_EQ(merged.exit, 1);
  EXPECT_EQ(merged.err, "musclekg: error: /dev/full: cannot be written: No space left on device\n");
  const Result out = run_program({"convert", input, "-o", "-", "--to", "ntriples", "-q"}, {}, {{}, {}, "/dev/full"});
  EXPECT_EQ(out.exit, 1);
  EXPECT_EQ(out.err, "musclekg: error: <stdout>: cannot be written: No space left on device\n");
}

TEST(Program, SaysThatTheDeviceIsFullWhenItPrintsText) {
  for (const char* command : {"schema", "--help", "--version"}) {
    const Result result = run_program({command}, {}, {{}, {}, "/dev/full"});
    EXPECT_EQ(result.exit, 1) << command;
    EXPECT_NE(result.err.find("No space left on device"), std::string::npos) << command << ": " << result.err;
  }
}

/// Runs the program with a bound on the size of the files it writes.
Result run_with_file_limit(rlim_t bytes, const std::vector<std::string>& arguments) {
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);  // the program inherits it: writing then fails with EFBIG
  const rlimit bounded{bytes, before.rlim_max};
  setrlimit(RLIMIT_FSIZE, &bounded);
  const Result result = run_program(arguments);
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  return result;
}

TEST(Program, LeavesAnOldFileWhereTheNewOneCannotBeWritten) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.yaml", kRecord);
  std::filesystem::create_directory(folder / "out");
  folder.write("out/all.nt", "old\n");
  const Result result = run_with_file_limit(1024, {"convert", input, "--merge", folder / "out/all.nt", "-q"});
  EXPECT_EQ(result.exit, 1);
  EXPECT_EQ(result.err, "musclekg: error: " + (folder / "out/all.nt") + ": cannot be written: File too large\n");
  EXPECT_EQ(folder.read("out/all.nt"), "old\n");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder / "out"), {}), 1) << "a temporary file was left";
}

TEST(Program, SaysThatAFolderCannotBeMadeOrWrittenInto) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.yaml", kRecord);
  folder.write("file", "a regular file\n");
  const Result made = run_program({"convert", input, "-o", folder / "file/sub", "-q"});
  EXPECT_EQ(made.exit, 1);
  EXPECT_EQ(made.err, "musclekg: error: " + (folder / "file/sub") + ": cannot be made: Not a directory\n");
  const Result written = run_program({"convert", input, "--merge", folder / "none/all.nt", "-q"});
  EXPECT_EQ(written.exit, 1);
  EXPECT_EQ(written.err, "musclekg: error: " + (folder / "none/all.nt") + ": cannot be opened for writing: No such file or directory\n");
}

/// Nobody can make a file in /proc.
TEST(Program, SaysThatAFolderMayNotBeWrittenInto) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.yaml", kRecord);
  const Result result = run_program({"convert", input, "-o", "/proc", "--to", "ntriples", "-q"});
  EXPECT_EQ(result.exit, 1);
  EXPECT_EQ(result.err.find("musclekg: error: /proc/vastus-medialis.nt: cannot be opened for writing: "), 0U) << result.err;
}

TEST(Program, ReadsCompressedRecordsFromStandardInput) {
  const Result plain = run_program({"convert", "-", "--from", "yaml", "-o", "-", "--to", "ntriples", "-q"}, kRecord);
  const Result compressed = run_program({"convert", "-", "--from", "yaml", "-o", "-", "--to", "ntriples", "-q"}, gzip(kRecord));
  EXPECT_EQ(plain.exit, 0) << plain.err;
  EXPECT_FALSE(plain.out.empty());
  EXPECT_EQ(plain.out, compressed.out);
}

TEST(Program, RejectsARecordWhoseCompressedDataIsCutOff) {
  const TemporaryFolder folder;
  const std::string whole = gzip(kRecord);
  const std::string cut = folder.write("cut.yaml.gz", whole.substr(0, whole.size() - 9));
  const Result result = run_program({"convert", cut, "-o", "-", "--to", "ntriples"});
  EXPECT_EQ(result.exit, 1);
  EXPECT_TRUE(result.err.starts_with(cut + ": error: the compressed data ends in the middle [input]\n")) << result.err;
  EXPECT_NE(result.err.find("records  0 read = 0 exported + 0 rejected\n"), std::string::npos);
}

}  // namespace
}  // namespace musclekg::test
