// What all tests use: folders that go away again, the program with its outputs, records and statements that are collected.

#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "app/knowledge.h"
#include "base/diagnostics.h"
#include "base/input.h"
#include "base/text.h"
#include "model/record.h"
#include "rdf/quad_sink.h"
#include "read/format.h"

extern char** environ;

namespace musclekg::test {

inline std::string contents(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot be read: " + path.string());
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

/// Makes the folders above the file, too.
inline void write_file(const std::filesystem::path& path, std::string_view text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream stream(path, std::ios::binary);
  stream.write(text.data(), static_cast<std::streamsize>(text.size()));
  if (!stream.flush()) throw std::runtime_error("cannot be written: " + path.string());
}

/// A folder of the test's own, removed with all it holds at the end.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "musclekg-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code none;
    std::filesystem::remove_all(path_, none);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::string operator/(std::string_view name) const { return (path_ / name).string(); }

  /// Writes a file into the folder and returns its path.
  std::string write(std::string_view name, std::string_view text) const {
    write_file(path_ / name, text);
    return *this / name;
  }
  std::string read(std::string_view name) const { return contents(path_ / name); }

  /// The names in the folder, sorted.
  std::vector<std::string> names() const {
    std::vector<std::string> result;
    for (const auto& entry : std::filesystem::directory_iterator(path_)) result.push_back(entry.path().filename().string());
    std::sort(result.begin(), result.end());
    return result;
  }

 private:
  std::filesystem::path path_;
};

/// `text` as a gzip file (RFC 1952).
inline std::string gzip(std::string_view text) {
  z_stream stream{};
  if (deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::runtime_error("zlib");
  std::string result(deflateBound(&stream, static_cast<uLong>(text.size())) + 32, '\0');
  std::string bytes(text);
  stream.next_in = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(result.data());
  stream.avail_out = static_cast<uInt>(result.size());
  const int code = deflate(&stream, Z_FINISH);
  result.resize(stream.total_out);
  deflateEnd(&stream);
  if (code != Z_STREAM_END) throw std::runtime_error("zlib");
  return result;
}

struct Result {
  int exit = -1;  ///< 128 and the signal's number when a signal ended the program
  std::string out;
  std::string err;
};

/// How the program is run: variables are set besides those of the test's own environment, but for SOURCE_DATE_EPOCH and
/// LC_ALL, LANG and TZ, which the program has only when they are named here. `folder`: where it runs.
struct Surroundings {
  std::map<std::string, std::string> variables;
  std::filesystem::path folder;
  std::string out;  ///< a file or device that gets its standard output instead of Result::out
};

inline Result run_program(const std::vector<std::string>& arguments, std::string_view input = {}, const Surroundings& surroundings = {}) {
  const TemporaryFolder folder;
  const std::string in = folder.write("in", input), err = folder / "err";
  const std::string out = surroundings.out.empty() ? folder / "out" : surroundings.out;
  std::vector<std::string> words = {PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);

  std::map<std::string, std::string> variables = surroundings.variables;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const std::string_view text(*variable);
    const std::string name(text.substr(0, text.find('=')));
    if (name == "SOURCE_DATE_EPOCH" || name == "LC_ALL" || name == "LANG" || name == "TZ") continue;
    variables.emplace(name, text.substr(std::min(text.size(), name.size() + 1)));
  }
  std::vector<std::string> lines;
  for (const auto& [name, value] : variables) lines.push_back(name + "=" + value);
  std::vector<char*> environment;
  for (std::string& line : lines) environment.push_back(line.data());
  environment.push_back(nullptr);

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, in.c_str(), O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666);
  posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666);
  if (!surroundings.folder.empty()) posix_spawn_file_actions_addchdir_np(&actions, surroundings.folder.c_str());
  pid_t process = 0;
  const int fault = posix_spawn(&process, PROGRAM, &actions, nullptr, argv.data(), environment.data());
  posix_spawn_file_actions_destroy(&actions);
  if (fault != 0) throw std::runtime_error("the program cannot be started");
  int status = 0;
  if (::waitpid(process, &status, 0) != process) throw std::runtime_error("the program cannot be waited for");
  Result result;
  result.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  if (surroundings.out.empty()) result.out = contents(out);
  result.err = contents(err);
  return result;
}

/// Findings as the program prints them, one behind the other, each with a line end.
inline std::string printed(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.kept()) text += format(diagnostic) + "\n";
  return text;
}

/// A record in one line of text: "name (id): key=words(id){key=words}", in the order of its fields.
inline std::string describe(const Record& record) {
  std::string text;
  const auto words = [&](const Field& field) {
    text += field.text;
    if (!field.id.empty()) text.append(" <").append(field.id).append(">");
  };
  const auto inner = [&](std::uint32_t owner, const auto& self) -> void {
    if (record.fields[owner].end == owner + 1) return;
    text += owner == 0 ? ": " : "{";
    bool first = true;
    for (std::uint32_t i = owner + 1; i < record.fields[owner].end; i = record.fields[i].end) {
      if (!first) text += ", ";
      first = false;
      text.append(name_of(record.fields[i].relation)).append("=");
      words(record.fields[i]);
      self(i, self);
    }
    if (owner != 0) text += "}";
  };
  words(record.muscle());
  inner(0, inner);
  return text;
}

/// What a reader makes of a text.
struct ReadRecords {
  std::vector<std::string> records;  ///< each as `describe` tells it; a rejected one is "rejected"
  std::vector<Position> places;
  std::string findings;  ///< as printed, the file being "input"
};

/// Reads bytes with the reader of that name. The file is called "input" in the findings.
inline ReadRecords read_records(std::string_view format, std::string_view text) {
  const Format* reader = format_named(format);
  if (reader == nullptr) throw std::runtime_error("no such format");
  const TemporaryFolder folder;
  const std::string path = folder.write("input", text);
  Diagnostics diagnostics;
  ReadRecords result;
  Input input(path);
  reader->read(input, diagnostics, [&](const Record& record, bool whole) {
    result.records.push_back(whole ? describe(record) : "rejected");
    result.places.push_back(record.where);
  });
  std::string findings = printed(diagnostics);
  for (std::size_t at; (at = findings.find(path)) != std::string::npos;) findings.replace(at, path.size(), "input");
  result.findings = findings;
  return result;
}

/// Keeps what it is sent, as N-Triples lines; statements that an earlier topic made are kept, too.
class CollectingSink : public QuadSink {
 public:
  void prefix(std::string_view name, std::string_view iri) override { prefixes.emplace_back(name, iri); }
  void begin(const Node* topic) override { topics.emplace_back(topic->ntriples); }
  void quad(const Quad& quad) override {
    std::string line;
    for (const Node* node : {quad.subject, quad.predicate, quad.object}) line.append(node->ntriples).append(" ");
    if (quad.graph != nullptr) line.append(quad.graph->ntriples).append(" ");
    lines.push_back(line + ".");
  }
  void end() override { ++ended; }
  void finish() override { finished = true; }

  std::vector<std::pair<std::string, std::string>> prefixes;
  std::vector<std::string> topics, lines;
  std::size_t ended = 0;
  bool finished = false;
};

inline std::filesystem::path project(std::string_view name) { return std::filesystem::path(PROJECT_ROOT) / name; }

/// The bundled records, `facts/*.yaml`.
inline std::vector<std::filesystem::directory_entry> fact_files() {
  std::vector<std::filesystem::directory_entry> files;
  for (const auto& entry : std::filesystem::directory_iterator(project("facts")))
    if (entry.is_regular_file()) files.push_back(entry);
  return files;
}

/// The folder of reference data beside the project; see MUSCLEKG_NEEDS_SHARED.
inline std::filesystem::path shared() { return project("../shared").lexically_normal(); }

inline bool in_continuous_integration() {
  const char* value = std::getenv("CI");
  return value != nullptr && *value != '\0';
}

/// What the bundled folder `ontology/` says, loaded once for all tests.
inline const Knowledge& bundled_knowledge() {
  static Diagnostics diagnostics;
  static const Knowledge knowledge(project("ontology").string(), {}, {}, "https://w3id.org/musclekg/", diagnostics);
  if (diagnostics.count(Severity::Error) > 0) throw std::runtime_error(printed(diagnostics));
  return knowledge;
}

}  // namespace musclekg::test

/// Skips the test where the file or folder `name` of the reference data is missing; fails instead where the variable CI is set.
#define MUSCLEKG_NEEDS_SHARED(name)                                                                                  \
  do {                                                                                                               \
    const auto needed = musclekg::test::shared() / (name);                                                           \
    if (std::filesystem::exists(needed)) break;                                                                      \
    if (musclekg::test::in_continuous_integration()) FAIL() << "the reference data is missing: " << needed.string(); \
    GTEST_SKIP() << "needs the reference data " << needed.string() << ", which is not there";                        \
  } while (false)
