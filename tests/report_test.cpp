// Rows as a table, TSV and JSON.

#include "app/report.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "test.h"

namespace musclekg::test {
namespace {

Report report_of(std::vector<std::vector<Report::Cell>> rows) {
  Report report({{"id", false}, {"name", false}, {"empty", true}, {"path", true}});
  for (auto& row : rows) report.add(std::move(row));
  return report;
}

TEST(Report, HasFormatsByName) {
  EXPECT_EQ(report_format_named("table"), ReportFormat::Table);
  EXPECT_EQ(report_format_named("tsv"), ReportFormat::Tsv);
  EXPECT_EQ(report_format_named("json"), ReportFormat::Json);
  for (const char* name : {"", "TSV", "csv", "table "}) EXPECT_EQ(report_format_named(name), std::nullopt) << name;
}

TEST(Report, AlignsATable) {
  const Report report = report_of({{{"1"}, {"os cœliacum"}, {}, {"a", "b"}}, {{"23"}, {}, {}, {"c"}}, {{"4"}, {"x"}, {}, {}}});
  EXPECT_EQ(report.text(ReportFormat::Table),
            "id  name         path\n"
            "1   os cœliacum  a | b\n"
            "23               c\n"
            "4   x\n")
      << "without the column that is empty in all rows, and without blanks at the ends";
}

TEST(Report, WritesOneRowAloneAsLines) {
  const Report report = report_of({{{"1"}, {"long\tname\nof two lines"}, {}, {"a", "b"}}});
  EXPECT_EQ(report.text(ReportFormat::Table),
            "id    1\n"
            "name  long name of two lines\n"
            "path  a\n"
            "      b\n");
}

TEST(Report, WritesTsvWithAllColumns) {
  const Report report = report_of({{{"1"}, {"a\tb\r\nc"}, {}, {"a", "b"}}, {{}, {}, {}, {}}});
  EXPECT_EQ(report.text(ReportFormat::Tsv),
            "id\tname\tempty\tpath\n"
            "1\ta b  c\t\ta | b\n"
            "\t\t\t\n");
}

TEST(Report, WritesJsonThatKeepsAllBytes) {
  const std::string text = "a\tb\r\n\"c\" \\ œ \x01";
  const auto rows = nlohmann::json::parse(report_of({{{"1"}, {text}, {}, {"a", text}}, {{"2"}, {}, {}, {}}}).text(ReportFormat::Json));
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0]["name"], text);
  EXPECT_EQ(rows[0]["path"], (std::vector<std::string>{"a", text}));
  EXPECT_EQ(rows[0]["empty"], nlohmann::json::array()) << "what can be several is always an array";
  EXPECT_FALSE(rows[1].contains("name")) << "what is not there has no key";
  EXPECT_EQ(rows[1]["path"], nlohmann::json::array());
}

TEST(Report, WithoutRows) {
  const Report report = report_of({});
  EXPECT_TRUE(report.empty());
  EXPECT_EQ(report.text(ReportFormat::Table), "");
  EXPECT_EQ(report.text(ReportFormat::Tsv), "id\tname\tempty\tpath\n");
  EXPECT_EQ(report.text(ReportFormat::Json), "[]\n");
}

TEST(TermsCommand, TellsWhatIsLoaded) {
  const TemporaryFolder folder;
  const std::string path =
      folder.write("zyg.obo",
                   "data-version: 7\nontology: zyg\n\n[Term]\nid: UBERON:0000981\nname: thigh bone\nsynonym: \"femur\" "
                   "EXACT []\nis_a: UBERON:0001474\n");
  const Result result = run_program({"terms", "--info", "--format", "json", "--ontology", path});
  EXPECT_EQ(result.exit, 0) << result.err;
  const auto rows = nlohmann::json::parse(result.out);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0]["replaced"], "1") << "the bundled femur";
  EXPECT_EQ(rows[1]["ontology"], "http://purl.obolibrary.org/obo/zyg.owl");
  EXPECT_EQ(rows[1]["version"], "7");
  EXPECT_EQ(rows[1]["file"], path);
  EXPECT_EQ(rows[1]["terms"], "1");
  EXPECT_EQ(rows[1]["exact"], "1");
  EXPECT_EQ(rows[1]["is_a"], "1");
  EXPECT_EQ(rows[1]["part_of"], "0");
}

TEST(TermsCommand, PrintsTheLinkFirst) {
  for (const auto& [name, slot, id] :
       {std::tuple{"tibial tuberosity", "attachment", "UBERON:7500062"}, std::tuple{"N. femoralis", "nerve", "UBERON:0001267"},
        std::tuple{"knee", "joint", "UBERON:0001485"}, std::tuple{"vastus medialis muscle", "muscle", "UBERON:0001380"}}) {
    const Result result = run_program({"terms", name, "--slot", slot, "--format", "tsv"});
    EXPECT_EQ(result.exit, 0) << result.err;
    const auto lines = split(result.out, '\n');
    ASSERT_GE(lines.size(), 2u) << name;
    EXPECT_TRUE(lines[1].starts_with(fmt::format("{}\t{}\t", name, id))) << lines[1];
  }
}

}  // namespace
}  // namespace musclekg::test
