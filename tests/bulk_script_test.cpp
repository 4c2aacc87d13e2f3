// musclekg load --script: files and scripts for bulk loaders.

#include "store/bulk_script.h"

#include <sys/stat.h>

#include <cstdlib>

#include "fake_store.h"
#include "test.h"

namespace musclekg::test {
namespace {

/// Runs a shell command in `folder`, with the programs of `path` first.
int run_shell(const std::string& command, const std::filesystem::path& folder, const std::filesystem::path& path = {}) {
  const std::string line =
      "cd '" + folder.string() + "' && PATH='" + path.string() + "':\"$PATH\" && export PATH && { " + command + "; } >out 2>err";
  return WEXITSTATUS(std::system(line.c_str()));
}

TEST(BulkScript, IsGoodShellForAllLoaders) {
  for (const BulkLoader& loader : bulk_loaders()) {
    const TemporaryFolder folder;
    const Result result =
        run_program({"load", "-", "--from", "nquads", "--script", std::string(loader.name), "-o", folder / "it's here"},
                    "<urn:a> <urn:p> \"x. \\n .\" <urn:g> .\n<urn:a> <urn:p> <urn:b> <urn:h> .\n<urn:b> <urn:p> <urn:b> <urn:h> .\n");
    EXPECT_EQ(result.exit, 0) << result.err;
    const std::filesystem::path made = folder.path() / "it's here";
    EXPECT_EQ(std::system(("sh -n \"" + (made / "load.sh").string() + "\"").c_str()), 0) << loader.name;
    EXPECT_EQ(::access((made / "load.sh").c_str(), X_OK), 0);
    if (loader.graph_files) {
      EXPECT_EQ(contents(made / "graph-1.nt"), "<urn:a> <urn:p> \"x. \\n .\" .\n");
      EXPECT_EQ(contents(made / "graph-1.nt.graph"), "urn:g\n");
      EXPECT_EQ(contents(made / "graphs.tsv"), "1\tgraph-1.nt\turn:g\n2\tgraph-2.nt\turn:h\n");
    } else {
      EXPECT_EQ(contents(made / "data.nq"),
                "<urn:a> <urn:p> \"x. \\n .\" <urn:g> .\n<urn:a> <urn:p> <urn:b> <urn:h> .\n<urn:b> <urn:p> <urn:b> <urn:h> .\n");
      EXPECT_EQ(contents(made / "graphs.tsv"), "1\tdata.nq\turn:g\n2\tdata.nq\turn:h\n");
    }
  }
}

TEST(BulkScript, ComparesTheNumbers) {
  const TemporaryFolder folder;
  ASSERT_EQ(run_program({"load", "-", "--from", "nquads", "--script", "oxigraph", "-o", folder / "made"},
                        "<urn:a> <urn:p> <urn:b> .\n<urn:a> <urn:p> <urn:b> <urn:g> .\n")
                .exit,
            0);
  const auto program = [&folder](std::string_view number) {
    const std::string path = folder.write(
        "bin/oxigraph", "#!/bin/sh\necho \"$@\" >>calls\n[ \"$1\" = load ] || printf 'n\\r\\n" + std::string(number) + "\\r\\n'\n");
    ::chmod(path.c_str(), 0755);
  };
  program("1");
  EXPECT_EQ(run_shell("made/load.sh", folder.path(), folder.path() / "bin"), 0) << folder.read("err");
  EXPECT_EQ(folder.read("out"), "the default graph: 1 triples, the database holds 1\n<urn:g>: 1 triples, the database holds 1\n");
  EXPECT_TRUE(has(folder.read("calls"), "load --location database --file ")) << folder.read("calls");
  program("0");
  EXPECT_EQ(run_shell("made/load.sh", folder.path(), folder.path() / "bin"), 1);
  EXPECT_EQ(folder.read("err"), "error: the numbers differ\n");
}

TEST(BulkScript, TakesNoGraphFromVirtuosoThatHasNoName) {
  const TemporaryFolder folder;
  const Result result =
      run_program({"load", "-", "--from", "ntriples", "--script", "virtuoso", "-o", folder / "made"}, "<urn:a> <urn:p> <urn:b> .\n");
  EXPECT_EQ(result.exit, 2);
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "made"));
}

}  // namespace
}  // namespace musclekg::test
