// References and bases: the examples of RFC 3986, section 5.4, and relative references back.

#include "base/iri_reference.h"

#include <gtest/gtest.h>

namespace musclekg {
namespace {

struct Example {
  const char *reference, *iri;
};

constexpr const char* kBase = "http://a/b/c/d;p?q";

TEST(IriReference, ResolvesTheExamplesOfTheStandard) {
  constexpr Example kExamples[] = {{"g:h", "g:h"},
                                   {"g", "http://a/b/c/g"},
                                   {"./g", "http://a/b/c/g"},
                                   {"g/", "http://a/b/c/g/"},
                                   {"/g", "http://a/g"},
                                   {"//g", "http://g"},
                                   {"?y", "http://a/b/c/d;p?y"},
                                   {"g?y", "http://a/b/c/g?y"},
                                   {"#s", "http://a/b/c/d;p?q#s"},
                                   {"g#s", "http://a/b/c/g#s"},
                                   {"g?y#s", "http://a/b/c/g?y#s"},
                                   {";x", "http://a/b/c/;x"},
                                   {"g;x", "http://a/b/c/g;x"},
                                   {"g;x?y#s", "http://a/b/c/g;x?y#s"},
                                   {"", "http://a/b/c/d;p?q"},
                                   {".", "http://a/b/c/"},
                                   {"./", "http://a/b/c/"},
                                   {"..", "http://a/b/"},
                                   {"../", "http://a/b/"},
                                   {"../g", "http://a/b/g"},
                                   {"../..", "http://a/"},
                                   {"../../", "http://a/"},
                                   {"../../g", "http://a/g"},
                                   {"../../../g", "http://a/g"},
                                   {"../../../../g", "http://a/g"},
                                   {"/./g", "http://a/g"},
                                   {"/../g", "http://a/g"},
                                   {"g.", "http://a/b/c/g."},
                                   {".g", "http://a/b/c/.g"},
                                   {"g..", "http://a/b/c/g.."},
                                   {"..g", "http://a/b/c/..g"},
                                   {"./../g", "http://a/b/g"},
                                   {"./g/.", "http://a/b/c/g/"},
                                   {"g/./h", "http://a/b/c/g/h"},
                                   {"g/../h", "http://a/b/c/h"},
                                   {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
                                   {"g;x=1/../y", "http://a/b/c/y"},
                                   {"g?y/./x", "http://a/b/c/g?y/./x"},
                                   {"g#s/../x", "http://a/b/c/g#s/../x"}};
  for (const Example& example : kExamples) EXPECT_EQ(resolve_iri(kBase, example.reference), example.iri) << example.reference;
  EXPECT_EQ(resolve_iri("http://a", "b"), "http://a/b");
  EXPECT_EQ(resolve_iri("", "b"), "b");
}

TEST(IriReference, RelativeReferencesLeadBack) {
  for (const char* iri : {"http://a/b/c/d;p?q", "http://a/b/c/d;p", "http://a/b/c/d;p?q#s", "http://a/b/c/d;p?r", "http://a/b/c/",
                          "http://a/b/c", "http://a/b/", "http://a/", "http://a/x", "http://a/b/c/g:h", "http://a/b/c/d/e",
                          "http://a/b/c//e", "http://b/c", "https://a/b", "urn:x:y", "http://a/b/c/@x"})
    EXPECT_EQ(resolve_iri(kBase, relative_iri(kBase, iri)), iri) << relative_iri(kBase, iri);
  constexpr Example kPairs[] = {
      {"urn:a/b", "urn:c"}, {"http://h", "http://h"}, {"urn:x:y", "urn:x:z"}, {"tag:e,1:a/", "tag:b/c"}, {"http:/b/a/", "http:/é"}};
  for (const Example& pair : kPairs) EXPECT_EQ(resolve_iri(pair.reference, relative_iri(pair.reference, pair.iri)), pair.iri);
  EXPECT_EQ(relative_iri("urn:a/b", "urn:c"), "urn:c");
  EXPECT_EQ(relative_iri("http://a/b/c", "http://a/b/d"), "d");
  EXPECT_EQ(relative_iri("http://a/b/c", "http://a/d#x"), "../d#x");
}

}  // namespace
}  // namespace musclekg
