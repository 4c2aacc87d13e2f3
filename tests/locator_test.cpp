// From nodes of a graph back to the lines they were read from.

#include "check/locator.h"

#include <fmt/format.h>

#include "check_fixture.h"

namespace musclekg::test {
namespace {

class LocatorTest : public ::testing::Test {
 protected:
  const Node* own(std::string_view local) { return loaded_.nodes.iri(fmt::format("https://w3id.org/musclekg/{}", local)); }
  const Node* vm(std::string_view local) { return own(fmt::format("vastus-medialis/{}", local)); }

  /// "file:line:column" of a node.
  std::string at(const Node* focus, const Node* path = nullptr, const Node* value = nullptr) const {
    const Locator::Place place = locator_.find(focus, path, value);
    return fmt::format("{}:{}:{}", place.file, place.where.line, place.where.column);
  }

  LoadedGraph loaded_{good_graph()};
  GraphTerms terms_{loaded_.nodes};
  Locator locator_{loaded_.graph, terms_};
};

TEST_F(LocatorTest, FindsWhatHasAnAnchor) {
  EXPECT_EQ(at(vm("statement/01")), "good_page.txt:4:4");
  EXPECT_EQ(at(vm("statement/03")), "good_page.txt:7:1");
  EXPECT_EQ(at(vm("claim/1")), "good_page.txt:16:1");
}

TEST_F(LocatorTest, FindsAnchorsTheirSelectorsAndTexts) {
  EXPECT_EQ(at(vm("anchor/46-93")), "good_page.txt:4:4");
  EXPECT_EQ(at(vm("anchor/46-93/quote")), "good_page.txt:4:4");
  EXPECT_EQ(at(vm("anchor/46-93/position")), "good_page.txt:4:4");
  EXPECT_EQ(at(own("text/0")), "good_page.txt:0:0");
}

TEST_F(LocatorTest, FindsLinksByTheirStatements) {
  EXPECT_EQ(at(own("link/2")), "good_page.txt:4:4");
  EXPECT_EQ(at(own("link/3")), "good_page.txt:4:56");
}

TEST_F(LocatorTest, FindsEdgesByTheirStatement) {
  const Node *muscle = loaded_.iri("UBERON:0001380"), *nerve = loaded_.iri("UBERON:0001267");
  EXPECT_EQ(at(muscle, terms_.innervated_by, nerve), "good_page.txt:10:1");
  EXPECT_EQ(at(muscle, nullptr, nerve), "good_page.txt:10:1");
  EXPECT_EQ(at(muscle, terms_.has_origin, nerve), "good_page.txt:10:1") << "no statement of that predicate: the one of these two";
  EXPECT_EQ(at(muscle), "good_page.txt:4:4") << "the first by name";
  EXPECT_EQ(at(nerve), "good_page.txt:10:1") << "what ends there";
}

TEST_F(LocatorTest, KnowsNoPlaceOfOtherNodes) {
  EXPECT_EQ(at(own("nothing")), ":0:0");
  EXPECT_EQ(at(nullptr), ":0:0");
  EXPECT_EQ(at(vm("source")), ":0:0");
}

TEST_F(LocatorTest, GivesFindingsTheirPlace) {
  Finding finding;
  finding.focus = vm("statement/01");
  locator_.place(finding);
  EXPECT_EQ(finding.file, "good_page.txt");
  EXPECT_EQ(finding.where.line, 4U);
  EXPECT_EQ(finding.where.column, 4U);
}

}  // namespace
}  // namespace musclekg::test
