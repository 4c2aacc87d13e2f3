// The floors of src/: who may include whom, and where the headers of libraries may stand.

#include <set>

#include "test.h"

namespace musclekg::test {
namespace {

const std::map<std::string, std::set<std::string>> kMayInclude = {
    {"base", {"base"}},
    {"model", {"model", "base"}},
    {"rdf", {"rdf", "base"}},
    {"read", {"read", "model", "base"}},
    {"terms", {"terms", "rdf", "model", "base"}},
    {"link", {"link", "terms", "rdf", "model", "base"}},
    {"extract", {"extract", "link", "terms", "rdf", "model", "base"}},
    {"map", {"map", "link", "terms", "rdf", "model", "base"}},
    {"audit", {"audit", "link", "terms", "rdf", "model", "base"}},
    {"check", {"check", "terms", "rdf", "model", "base"}},
    {"jsonld", {"jsonld", "rdf", "model", "base"}},
    {"sparql", {"sparql", "rdf", "base"}},
    {"store", {"store", "rdf", "base"}},
    {"app", {"app", "audit", "check", "sparql", "store", "map", "extract", "link", "terms", "read", "jsonld", "rdf", "model", "base"}},
    {"main.cpp", {"app", "base"}},
};

/// A header of a library, and the files or rooms of src/ that may include it.
struct LibraryRoom {
  const char* header;
  std::vector<std::string> rooms;
};

const LibraryRoom kLibraryRooms[] = {
    {"raptor2", {"rdf/raptor.cpp"}},
    {"yaml-cpp/", {"read/column_mapping.cpp", "read/yaml.cpp", "read/page_sidecar.cpp"}},
    {"simdjson", {"read/json_events.cpp"}},
    {"nlohmann/", {"jsonld/", "sparql/answer_reader.cpp", "app/report.cpp", "app/page_json.cpp", "app/why_json.cpp"}},
    {"nettle/", {"base/sha256.h", "sparql/text_functions.cpp"}},
    {"curl/", {"store/http.cpp"}},
    {"pcre2.h", {"base/pattern.cpp"}},
    {"utf8proc", {"base/text.cpp", "base/letter_case.cpp"}},
    {"zlib.h", {"base/input.cpp"}},
    {"libxml/", {"read/page_html_parser.cpp"}},
    {"CLI/", {"app/", "main.cpp"}},
};

struct Include {
  std::string file;  ///< below src/
  std::string target;
  bool own;  ///< in quotes
};

/// All #include lines below src/.
std::vector<Include> includes() {
  std::vector<Include> result;
  const std::filesystem::path root = project("src");
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    const std::string text = contents(entry.path());
    const std::string file = entry.path().lexically_relative(root).generic_string();
    for (const std::string_view row : split(text, '\n')) {
      std::string_view line = trim(row);
      if (!line.starts_with('#')) continue;
      line = trim(line.substr(1));
      if (!line.starts_with("include")) continue;
      line = trim(line.substr(7));
      const bool own = line.starts_with('"');
      const std::size_t end = line.find(own ? '"' : '>', 1);
      if (end != std::string_view::npos) result.push_back({file, std::string(line.substr(1, end - 1)), own});
    }
  }
  return result;
}

std::string room_of(const std::string& path) { return path.substr(0, path.find('/')); }

TEST(Layers, EveryFileIncludesOnlyItsFloorAndThoseBelow) {
  std::set<std::string> rooms;
  for (const Include& include : includes()) {
    if (!include.own) continue;
    const std::string room = room_of(include.file);
    ASSERT_TRUE(kMayInclude.contains(room)) << include.file << " stands in a room this test does not know";
    EXPECT_TRUE(kMayInclude.at(room).contains(room_of(include.target))) << include.file << " includes " << include.target;
    EXPECT_TRUE(std::filesystem::exists(project("src") / include.target))
        << include.file << " includes " << include.target << ", which is no path below src/";
    rooms.insert(room);
  }
  EXPECT_EQ(rooms.size(), kMayInclude.size()) << "a room has no file with an include";
}

TEST(Layers, NoHeadersIncludeEachOtherInACircle) {
  std::map<std::string, std::set<std::string>> reached;
  for (const Include& include : includes())
    if (include.own && include.file.ends_with(".h")) reached[include.file].insert(include.target);
  for (bool grown = true; grown;) {
    grown = false;
    for (auto& [file, targets] : reached)
      for (const std::string& target : std::set<std::string>(targets))
        if (const auto next = reached.find(target); next != reached.end())
          for (const std::string& further : next->second) grown |= targets.insert(further).second;
  }
  ASSERT_FALSE(reached.empty());
  for (const auto& [file, targets] : reached) EXPECT_FALSE(targets.contains(file)) << file << " includes itself by way of others";
}

TEST(Layers, NoReaderIncludesAnother) {
  const std::set<std::string> readers = {"yaml", "json", "csv"};
  for (const Include& include : includes()) {
    const std::filesystem::path file(include.file), target(include.target);
    if (file.parent_path() != "read" || !readers.contains(file.stem().string())) continue;
    if (target.parent_path() != "read" || target.stem() == file.stem()) continue;
    EXPECT_FALSE(readers.contains(target.stem().string())) << include.file << " includes " << include.target;
  }
}

TEST(Layers, HeadersOfLibrariesStayInTheirRooms) {
  for (const LibraryRoom& library : kLibraryRooms) {
    bool used = false;
    for (const Include& include : includes()) {
      if (!include.target.starts_with(library.header)) continue;
      used = true;
      EXPECT_TRUE(
          std::any_of(library.rooms.begin(), library.rooms.end(),
                      [&](const std::string& room) { return room.ends_with('/') ? include.file.starts_with(room) : include.file == room; }))
          << include.file << " includes " << include.target;
    }
    EXPECT_TRUE(used) << "no file includes " << library.header << ": the row can go";
  }
}

}  // namespace
}  // namespace musclekg::test
