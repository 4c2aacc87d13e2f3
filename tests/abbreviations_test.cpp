// Abbreviations written out: when they hold, and when they do not.

#include "link/abbreviations.h"

#include "link_test.h"

namespace musclekg::link_test {
namespace {

/// A table of a test's own.
class Table {
 public:
  explicit Table(const std::string& rows)
      : abbreviations_(folder_.write("abbreviations.tsv", "abbreviation\tmeaning\tslots\tnote\n" + rows), bundled_knowledge().slots,
                       diagnostics_) {}

  /// "a | b".
  std::string written_out(std::string_view name, std::string_view slot = "any") const {
    return fmt::format("{}", fmt::join(abbreviations_.written_out(name, *bundled_knowledge().slots.find(slot)), " | "));
  }

  /// Without the folder.
  std::string findings() const {
    std::string text = printed(diagnostics_);
    const std::string folder = folder_.path().string() + "/";
    for (std::size_t at; (at = text.find(folder)) != std::string::npos;) text.erase(at, folder.size());
    return text;
  }

 private:
  TemporaryFolder folder_;
  Diagnostics diagnostics_;
  Abbreviations abbreviations_;
};

TEST(Abbreviations, CaseCounts) {
  const Table table("TP\ttransverse process\t*\t\nN.\tnervus\tnerve\t\n");
  EXPECT_EQ(table.written_out("TP of C1"), "transverse process of C1");
  for (const char* name : {"tp of C1", "Tp of C1", "TPX", "XTP", "T P", ""}) EXPECT_EQ(table.written_out(name), "") << name;
  EXPECT_EQ(table.written_out("N. femoralis", "nerve"), "nervus femoralis");
  EXPECT_EQ(table.written_out("n. femoralis", "nerve"), "");
}

TEST(Abbreviations, PeriodsAndPlurals) {
  const Table table("TP\ttransverse process\t*\t\nN.\tnervus\t*\t\nM\tmusculus\t*\t\n");
  for (const char* name : {"TP", "TP.", "TPs", "TPs."}) EXPECT_EQ(table.written_out(name), "transverse process") << name;
  EXPECT_EQ(table.written_out("N femoralis"), "") << "only with the period";
  EXPECT_EQ(table.written_out("Ns. femoralis"), "");
  EXPECT_EQ(table.written_out("N.femoralis"), "nervus femoralis") << "no blank behind the period";
  EXPECT_EQ(table.written_out("Ms"), "") << "one letter has no plural";
}

TEST(Abbreviations, HoldInTheirSlots) {
  const Table table("LT\tlesser trochanter\tattachment\t\nLT\tligamentum teres\tpassage|any\t\n");
  EXPECT_EQ(table.written_out("LT", "attachment"), "lesser trochanter");
  EXPECT_EQ(table.written_out("LT", "passage"), "ligamentum teres");
  EXPECT_EQ(table.written_out("LT", "nerve"), "");
  EXPECT_EQ(table.written_out("LT", "any"), "lesser trochanter | ligamentum teres") << "all hold where anything may stand";
}

TEST(Abbreviations, TwoMeaningsGiveTwoNames) {
  const Table table("STJ\tsubtalar joint\t*\t\nSTJ\tscapulothoracic joint\t*\t\n");
  EXPECT_EQ(table.written_out("capsule of the STJ"), "capsule of the subtalar joint | capsule of the scapulothoracic joint");
}

TEST(Abbreviations, TheLongestIsTaken) {
  const Table table("IT\tischial tuberosity\t*\t\nIT band\tiliotibial tract\t*\t\n");
  EXPECT_EQ(table.written_out("IT band"), "iliotibial tract");
  EXPECT_EQ(table.written_out("IT"), "ischial tuberosity");
  EXPECT_EQ(table.written_out("IT bands of IT"), "iliotibial tract of ischial tuberosity");
}

TEST(Abbreviations, AreBounded) {
  const Table table("X\tone\t*\t\nX\ttwo\t*\t\nX\tthree\t*\t\n");
  const std::string many = table.written_out("X X X X X X X X X X");
  EXPECT_EQ(std::count(many.begin(), many.end(), '|'), 15) << "16 names at most";
  EXPECT_EQ(table.written_out("X " + std::string(400, 'a')), "");
}

TEST(Abbreviations, AMeaningWithAnAbbreviationIsAnErrorOfTheTable) {
  const Table table("TP\ttransverse process\t*\t\nTPV\tTP of vertebra\t*\t\n");
  EXPECT_NE(table.findings().find("abbreviations.tsv:3:5: error: "), std::string::npos) << table.findings();
  EXPECT_NE(table.findings().find("write it out, so that no abbreviation can lead back to itself"), std::string::npos);
}

TEST(Abbreviations, OtherFaultsOfTheTable) {
  EXPECT_NE(Table("TP\ttransverse process\tnerf\t\n").findings().find("there is no slot 'nerf' in slots.tsv"), std::string::npos);
  EXPECT_NE(Table("TP\t\t*\t\n").findings().find("abbreviations.tsv:2:"), std::string::npos);
  EXPECT_NE(Table("\ttransverse process\t*\t\n").findings().find("abbreviations.tsv:2:"), std::string::npos);
}

TEST(BundledAbbreviations, StayOpenWhereOneOfTheirMeaningsIsInNoOntology) {
  Names names;
  const Link& link = names.link("joint", "STJ");
  EXPECT_EQ(link.term, kNoTerm) << "subtalar or scapulothoracic: " << names.told(link);
  EXPECT_EQ(names.told("nerve", "N. femoralis"), "UBERON:0001267 by abbreviation") << "\"nervus\" and \"nerve\" are one meaning";
}

TEST(BundledAbbreviations, LinkWhatAnatomistsWrite) {
  Names names;
  for (const auto& [slot, words, id] :
       {std::tuple{"nerve", "N. femoralis", "UBERON:0001267"}, std::tuple{"nerve", "femoral n.", "UBERON:0001267"},
        std::tuple{"artery", "A. femoralis", "UBERON:0002060"}, std::tuple{"artery", "femoral a.", "UBERON:0002060"},
        std::tuple{"muscle", "TFL", "UBERON:0001376"}, std::tuple{"muscle", "M. sartorius", "UBERON:0001373"},
        std::tuple{"attachment", "ASIS", "UBERON:0013708"}})
    EXPECT_EQ(names.told(slot, words), fmt::format("{} by abbreviation", id)) << words;
  EXPECT_EQ(names.link("attachment", "asis").term, kNoTerm) << "case counts";
  EXPECT_EQ(names.link("nerve", "ASIS").term, kNoTerm) << "no nerve";
}

}  // namespace
}  // namespace musclekg::link_test
