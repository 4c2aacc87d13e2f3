// Which documents JSON-LD may name: those the user named, and nothing else.

#include "jsonld/document_loader.h"

#include "jsonld/jsonld_error.h"
#include "test.h"

namespace musclekg::test {
namespace {

/// The error code and text of loading an IRI; empty where it can be loaded.
std::string fault_of(DocumentLoader& loader, const std::string& iri) {
  try {
    loader.load(iri);
  } catch (const JsonldError& error) {
    return std::string(error.code) + ": " + error.what();
  }
  return {};
}

TEST(DocumentLoader, ServesFilesAndFoldersThatWereNamed) {
  const TemporaryFolder folder;
  folder.write("sub/a.jsonld", "{\"a\": 1}");
  folder.write("b.jsonld", "{\"b\": 1}");
  DocumentLoader loader;
  loader.add("http://e/sub/", folder / "sub");
  loader.add("http://e/b", folder / "b.jsonld");
  EXPECT_EQ(loader.load("http://e/sub/a.jsonld"), Json({{"a", 1}}));
  EXPECT_EQ(loader.load("http://e/b"), Json({{"b", 1}}));
  EXPECT_EQ(loader.load("http://e/b#part"), Json({{"b", 1}}));
}

TEST(DocumentLoader, RefusesEverythingElse) {
  const TemporaryFolder folder;
  folder.write("sub/a.jsonld", "{");
  folder.write("secret.json", "{}");
  DocumentLoader loader;
  loader.add("http://e/sub/", folder / "sub");
  for (const char* iri :
       {"http://e/other", "http://e/sub/../secret.json", "http://e/sub/%2e%2e/secret.json", "http://e/sub/..%2fsecret.json",
        "http://e/sub//etc/passwd", "http://e/sub/", "file:///etc/passwd", "/etc/passwd", ""})
    EXPECT_EQ(fault_of(loader, iri),
              "loading document failed: '" + std::string(iri) + "' is no document that was named; nothing is fetched");
  EXPECT_NE(fault_of(loader, "http://e/sub/a.jsonld").find("is not JSON"), std::string::npos);
  EXPECT_NE(fault_of(loader, "http://e/sub/missing.jsonld").find("cannot be opened"), std::string::npos);
}

}  // namespace
}  // namespace musclekg::test
