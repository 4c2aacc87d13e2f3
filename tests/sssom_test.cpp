// Mapping sets: the canonical form, what the reader takes and what it reports, and that one reads what the other writes.

#include "link/sssom.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "test.h"

namespace musclekg::test {
namespace {

Prefixes some_prefixes() {
  Prefixes prefixes;
  prefixes.add("UBERON", "http://purl.obolibrary.org/obo/UBERON_", true);
  prefixes.add("FMA", "http://purl.org/sig/ont/fma/fma", true);
  prefixes.add_alias("FMA", "http://purl.obolibrary.org/obo/FMA_");
  prefixes.add("obo", "http://purl.obolibrary.org/obo/", false);
  prefixes.add("oboInOwl", "http://www.geneontology.org/formats/oboInOwl#", false);
  prefixes.add("rdfs", "http://www.w3.org/2000/01/rdf-schema#", false);
  prefixes.add("mkt", "https://w3id.org/musclekg/term/", false);
  return prefixes;
}

SssomRow row_of(std::string subject, std::string object) {
  SssomRow row;
  row.subject_id = std::move(subject);
  row.predicate_id = "skos:exactMatch";
  row.object_id = std::move(object);
  row.mapping_justification = "semapv:LexicalMatching";
  return row;
}

SssomSet set_of(std::vector<SssomRow> rows) {
  SssomSet set;
  set.id = "https://example.org/set";
  set.license = "https://creativecommons.org/licenses/by/4.0/";
  set.rows = std::move(rows);
  return set;
}

std::string written(const SssomSet& set) {
  const TemporaryFolder folder;
  Output output(folder / "set.sssom.tsv");
  write_sssom(set, some_prefixes(), output);
  output.commit();
  return folder.read("set.sssom.tsv");
}

/// The reason why a set cannot be written, without the path.
std::string refused(const SssomSet& set) {
  const TemporaryFolder folder;
  const std::string path = folder / "set.sssom.tsv";
  try {
    Output output(path);
    write_sssom(set, some_prefixes(), output);
  } catch (const Failure& failure) {
    return std::string(failure.what()).substr(path.size() + 2);
  }
  return "";
}

struct ReadSet {
  SssomSet set;
  std::string findings;  ///< the file being "set.tsv"
};

ReadSet read(std::string_view text) {
  const TemporaryFolder folder;
  Diagnostics diagnostics;
  ReadSet result{read_sssom(folder.write("set.tsv", text), some_prefixes(), diagnostics), {}};
  for (Diagnostic diagnostic : diagnostics.by_place()) {
    diagnostic.file = "set.tsv";
    result.findings += format(diagnostic) + "\n";
  }
  return result;
}

constexpr std::string_view kMetadata =
    "#curie_map:\n"
    "#  UBERON: http://purl.obolibrary.org/obo/UBERON_\n"
    "#mapping_set_id: https://example.org/set\n"
    "#license: https://creativecommons.org/licenses/by/4.0/\n";
constexpr std::string_view kColumns = "subject_id\tpredicate_id\tobject_id\tmapping_justification";
constexpr std::string_view kMapping = "UBERON:1\tskos:exactMatch\tUBERON:2\tsemapv:LexicalMatching";

/// Reads a set with the metadata above and one more column.
ReadSet read_column(std::string_view name, std::string_view cell) {
  return read(std::string(kMetadata)
                  .append(kColumns)
                  .append(1, '\t')
                  .append(name)
                  .append("\n")
                  .append(kMapping)
                  .append(1, '\t')
                  .append(cell)
                  .append("\n"));
}

/// Reads a set of one mapping with these lines in the metadata.
ReadSet read_metadata(std::string_view lines) {
  return read(std::string(kMetadata).append(lines).append(kColumns).append("\n").append(kMapping).append("\n"));
}

TEST(WriteSssom, WritesTheCanonicalForm) {
  SssomRow first = row_of("", "UBERON:0001380");
  first.subject_label = "vastus \"medialis\"";
  first.subject_type = "rdfs literal";
  first.object_label = "vastus medialis";
  first.object_source = "http://purl.obolibrary.org/obo/uberon.owl";
  first.object_source_version = "2026-01-15";
  first.confidence = "0.950";
  first.object_match_field = {"rdfs:label", "oboInOwl:hasExactSynonym"};
  first.match_string = {"a|b", "c\\d"};
  first.subject_preprocessing = {"semapv:CaseNormalization", "semapv:BlankNormalisation"};
  first.comment = "two\nlines";
  SssomRow second = first;
  second.subject_label = "no\tterm";
  second.predicate_modifier = "Not";
  second.object_id = "sssom:NoTermFound";
  second.object_label = second.comment = second.confidence = "";
  second.object_match_field = {"rdfs:label"};
  second.match_string = {};
  SssomSet set = set_of({first, second});
  set.title = "Links: of muscles";
  set.tool = "https://w3id.org/musclekg";
  set.tool_version = "1.10";
  set.date = "2026-11-22";
  EXPECT_EQ(
      written(set),
      "#sssom_version: \"1.1\"\n"
      "#curie_map:\n"
      "#  UBERON: http://purl.obolibrary.org/obo/UBERON_\n"
      "#  obo: http://purl.obolibrary.org/obo/\n"
      "#  oboInOwl: http://www.geneontology.org/formats/oboInOwl#\n"
      "#mapping_set_id: https://example.org/set\n"
      "#mapping_set_title: \"Links: of muscles\"\n"
      "#license: https://creativecommons.org/licenses/by/4.0/\n"
      "#subject_type: rdfs literal\n"
      "#object_source: obo:uberon.owl\n"
      "#object_source_version: \"2026-01-15\"\n"
      "#mapping_tool: https://w3id.org/musclekg\n"
      "#mapping_tool_version: \"1.10\"\n"
      "#mapping_date: 2026-11-22\n"
      "#subject_preprocessing:\n"
      "#  - semapv:CaseNormalization\n"
      "#  - semapv:BlankNormalisation\n"
      "subject_label\tpredicate_id\tpredicate_modifier\tobject_id\tobject_label\tmapping_justification\tconfidence\tobject_match_field\t"
      "match_string\tcomment\n"
      "\"no\tterm\"\tskos:exactMatch\tNot\tsssom:NoTermFound\t\tsemapv:LexicalMatching\t\trdfs:label\t\t\n"
      "\"vastus \"\"medialis\"\"\"\tskos:exactMatch\t\tUBERON:0001380\tvastus medialis\tsemapv:LexicalMatching\t0.95\t"
      "rdfs:label|oboInOwl:hasExactSynonym\ta\\|b|c\\\\d\t\"two\nlines\"\n");
}

TEST(WriteSssom, WritesTheMandatoryColumnsOfAnEmptySet) {
  EXPECT_EQ(written(set_of({})),
            "#mapping_set_id: https://example.org/set\n"
            "#license: https://creativecommons.org/licenses/by/4.0/\n"
            "subject_id\tpredicate_id\tobject_id\tmapping_justification\n");
}

TEST(WriteSssom, WritesTheSameBytesForAnyOrderAndForRowsThatSayTheSame) {
  std::vector<SssomRow> rows = {row_of("mkt:b", "UBERON:2"), row_of("mkt:a", "UBERON:3"), row_of("mkt:a", "UBERON:1")};
  rows[1].object_source = "obo:uberon.owl";
  const std::string expected = written(set_of(rows));
  EXPECT_NE(expected.find("subject_id\tpredicate_id\tobject_id\tmapping_justification\tobject_source\n"
                          "mkt:a\tskos:exactMatch\tUBERON:1\tsemapv:LexicalMatching\t\n"
                          "mkt:a\tskos:exactMatch\tUBERON:3\tsemapv:LexicalMatching\tobo:uberon.owl\n"
                          "mkt:b\tskos:exactMatch\tUBERON:2\tsemapv:LexicalMatching\t\n"),
            std::string::npos)
      << expected;
  std::reverse(rows.begin(), rows.end());
  rows.push_back(rows.front());
  rows.back().line = 7;
  EXPECT_EQ(written(set_of(rows)), expected);
}

TEST(WriteSssom, WritesAnIdInOneSpelling) {
  const std::string text = written(
      set_of({row_of("mkt:a", "obo:UBERON_0001380"), row_of("mkt:a", "http://purl.obolibrary.org/obo/UBERON_0001380"),
              row_of("mkt:b", "http://purl.obolibrary.org/obo/FMA_9611"), row_of("mkt:c", "http://www.w3.org/2004/02/skos/core#Concept")}));
  EXPECT_EQ(text,
            "#curie_map:\n"
            "#  FMA: http://purl.org/sig/ont/fma/fma\n"
            "#  UBERON: http://purl.obolibrary.org/obo/UBERON_\n"
            "#  mkt: https://w3id.org/musclekg/term/\n"
            "#mapping_set_id: https://example.org/set\n"
            "#license: https://creativecommons.org/licenses/by/4.0/\n"
            "subject_id\tpredicate_id\tobject_id\tmapping_justification\n"
            "mkt:a\tskos:exactMatch\tUBERON:0001380\tsemapv:LexicalMatching\n"
            "mkt:b\tskos:exactMatch\tFMA:9611\tsemapv:LexicalMatching\n"
            "mkt:c\tskos:exactMatch\tskos:Concept\tsemapv:LexicalMatching\n");
}

TEST(WriteSssom, WritesNumbersWithUpToThreeDecimals) {
  const std::map<std::string, std::string> numbers = {
      {"1", "1"},       {"1.0", "1"},      {"0", "0"},          {"0.000", "0"},      {"-0", "0"},         {".5", "0.5"},
      {"0.95", "0.95"}, {"0.950", "0.95"}, {"0.1234", "0.123"}, {"0.1235", "0.124"}, {"0.0005", "0.001"}, {"0.00049", "0"},
      {"0.9995", "1"},  {"0.01", "0.01"},  {"0.010", "0.01"},   {"1e-2", "0.01"},    {"5e-324", "0"},     {"0.99949999", "0.999"}};
  for (const auto& [given, expected] : numbers) {
    SssomRow row = row_of("mkt:a", "UBERON:1");
    row.confidence = given;
    const std::string text = written(set_of({row}));
    EXPECT_TRUE(text.ends_with("\tsemapv:LexicalMatching\t" + expected + "\n")) << given << "\n" << text;
  }
}

TEST(WriteSssom, WritesScalarsPlainWherePossible) {
  const std::map<std::string, std::string> titles = {
      {"Links of muscles", "Links of muscles"},
      {"a:b #c, [d] {e} 'f' \"g\" h# i?", "\"a:b #c, [d] {e} 'f' \\\"g\\\" h# i?\""},
      {"a:b, [d] {e} 'f' \"g\" h# i? \\", "a:b, [d] {e} 'f' \"g\" h# i? \\"},
      {"a: b", "\"a: b\""},
      {"a:", "\"a:\""},
      {" a", "\" a\""},
      {"a ", "\"a \""},
      {"- a", "\"- a\""},
      {"-a", "-a"},
      {"?", "\"?\""},
      {":a", ":a"},
      {"'a'", "\"'a'\""},
      {"[a]", "\"[a]\""},
      {"@a", "\"@a\""},
      {"a\tb\nc\r", "\"a\\tb\\nc\\r\""},
      {std::string("\0\a\b\v\f\x1B\x01\x7F", 8), "\"\\0\\a\\b\\v\\f\\e\\x01\\x7f\""},
      {"\xC2\x85 \xC2\x80 \xE2\x80\xA8 \xE2\x80\xA9 \xEF\xBB\xBF \xEF\xBF\xBF", "\"\\N \\x80 \\L \\P \\uFEFF \\uFFFF\""},
      {"M. quadriceps – \xF0\x9F\x92\xAA\xC2\xA0ä", "M. quadriceps – \xF0\x9F\x92\xAA\xC2\xA0ä"},
      {"~", "\"~\""},
      {"null", "\"null\""},
      {"nullify", "nullify"},
      {"True", "\"True\""},
      {"yes", "\"yes\""},
      {"1.1", "\"1.1\""},
      {"-1_000", "\"-1_000\""},
      {"1.1.0", "1.1.0"},
      {"0x1F", "\"0x1F\""},
      {"1:30", "\"1:30\""},
      {"2026-01-15", "\"2026-01-15\""},
      {"2026-01-15-beta", "2026-01-15-beta"},
      {".inf", "\".inf\""},
      {"v1", "v1"},
  };
  for (const auto& [title, expected] : titles) {
    SssomSet set = set_of({});
    set.title = title;
    const std::string text = written(set);
    const std::string_view line = split(text, '\n')[1];
    EXPECT_EQ(line, "#mapping_set_title: " + expected);
    EXPECT_EQ(read(text).set.title, title);
  }
}

TEST(WriteSssom, RefusesWhatTheSpecificationDoes) {
  const auto with = [](auto change) {
    SssomSet set = set_of({row_of("mkt:a", "UBERON:1")});
    change(set);
    return refused(set);
  };
  EXPECT_EQ(with([](SssomSet&) {}), "");
  EXPECT_EQ(with([](SssomSet& set) { set.id = "set"; }), "mapping_set_id 'set' is no absolute IRI");
  EXPECT_EQ(with([](SssomSet& set) { set.license = ""; }), "license '' is no absolute IRI");
  EXPECT_EQ(with([](SssomSet& set) { set.date = "2026-11"; }), "mapping_date '2026-11' is no date; expected YYYY-MM-DD");
  EXPECT_EQ(with([](SssomSet& set) { set.rows[0].subject_id = ""; }), "subject_id of mapping 1 is empty");
  EXPECT_EQ(with([](SssomSet& set) { set.rows[0].subject_type = "rdfs literal"; }), "subject_label of mapping 1 is empty");
  EXPECT_EQ(with([](SssomSet& set) { set.rows[0].object_id = ""; }), "object_id of mapping 1 is empty");
  EXPECT_EQ(with([](SssomSet& set) { set.rows[0].predicate_id = ""; }), "predicate_id of mapping 1 is empty");
  EXPECT_EQ(with([](SssomSet& set) { set.rows[0].mapping_justification = ""; }), "mapping_justification of mapping 1 is empty");
  EXPECT_EQ(with([](SssomSet& set) { set.rows[0].object_id = "XYZ:1"; }), "object_id 'XYZ:1' has the unknown prefix 'XYZ'");
  EXPECT_EQ(with([](SssomSet& set) { set.rows[0].object_id = "femur"; }), "object_id 'femur' is no CURIE");
  EXPECT_EQ(with([](SssomSet& set) { set.rows[0].object_id = "UBERON:a b"; }), "object_id 'UBERON:a b' stands for no valid IRI");
  EXPECT_EQ(with([](SssomSet& set) { set.rows[0].object_match_field = {"https://example.org/x"}; }),
            "object_match_field 'https://example.org/x' begins with no namespace that has a prefix");
  EXPECT_EQ(with([](SssomSet& set) { set.rows[0].confidence = "1.5"; }), "confidence '1.5' is no number from 0 to 1");
  EXPECT_EQ(with([](SssomSet& set) { set.rows[0].confidence = "nan"; }), "confidence 'nan' is no number from 0 to 1");
  EXPECT_EQ(with([](SssomSet& set) { set.rows[0].predicate_modifier = "NOT"; }), "predicate_modifier 'NOT' is not 'Not'");
  EXPECT_TRUE(with([](SssomSet& set) {
                set.rows[0].mapping_justification = "semapv:Lexical";
              }).starts_with("mapping_justification 'semapv:Lexical' is none of semapv:LexicalMatching, "));
  EXPECT_TRUE(with([](SssomSet& set) { set.rows[0].subject_type = "class"; }).starts_with("subject_type 'class' is none of owl class, "));
}

TEST(ReadSssom, ReadsAnyOrderOfColumnsAndPassesOverUnknownOnes) {
  const ReadSet result = read(
      "#curie_map:\n"
      "#  UB: http://purl.obolibrary.org/obo/UBERON_\n"
      "#  UBERON: http://purl.obolibrary.org/obo/FMA_\n"
      "#  X: https://example.org/\n"
      "#mapping_set_id: https://example.org/set\n"
      "#mapping_set_title: T\n"
      "#license: https://creativecommons.org/licenses/by/4.0/\n"
      "#mapping_tool: musclekg\n"
      "#mapping_tool_version: 1.10\n"
      "#mapping_date: 2026-11-22\n"
      "author_id\tobject_id\tmapping_justification\tpredicate_id\tsubject_id\tpredicate_modifier\tconfidence\tmatch_string\t\n"
      "me\tUB:2\tsemapv:LexicalMatching\tskos:exactMatch\tUBERON:1\tNot\t.50\ta||b\\|c\tx\n"
      "you\tX:2\tsemapv:LexicalMatching\tskos:exactMatch\tUB:1\t\t\t\t\n");
  EXPECT_EQ(result.findings, "");
  EXPECT_EQ(result.set.id, "https://example.org/set");
  EXPECT_EQ(result.set.title, "T");
  EXPECT_EQ(result.set.license, "https://creativecommons.org/licenses/by/4.0/");
  EXPECT_EQ(result.set.tool, "musclekg");
  EXPECT_EQ(result.set.tool_version, "1.10");
  EXPECT_EQ(result.set.date, "2026-11-22");
  ASSERT_EQ(result.set.rows.size(), 2u);
  EXPECT_EQ(result.set.rows[0].subject_id, "FMA:1");
  EXPECT_EQ(result.set.rows[0].object_id, "UBERON:2");
  EXPECT_EQ(result.set.rows[0].predicate_id, "skos:exactMatch");
  EXPECT_EQ(result.set.rows[0].predicate_modifier, "Not");
  EXPECT_EQ(result.set.rows[0].confidence, "0.5");
  EXPECT_EQ(result.set.rows[0].match_string, (std::vector<std::string>{"a", "b|c"}));
  EXPECT_EQ(result.set.rows[0].line, 12u);
  EXPECT_EQ(result.set.rows[1].object_id, "https://example.org/2");
}

TEST(ReadSssom, TakesWhatOtherProgramsWrite) {
  const ReadSet result = read(
      "\xEF\xBB\xBF# # a comment\r\n"
      "# 'license': 'it''s https'  # not read on\r\n"
      "#\r\n"
      "# comment: >-\r\n"
      "#   any: \"thing\r\n"
      "# creator_id:\r\n"
      "# - orcid:1\r\n"
      "# curie_map:\t\t\r\n"
      "#   'UBERON': \"http://purl.obolibrary.org/obo/UBERON_\"\r\n"
      "#   skos: http://www.w3.org/2004/02/skos/core#\r\n"
      "# mapping_set_id:\r\n"
      "#   https://example.org/set\r\n"
      "# mapping_set_title: long words\r\n"
      "#   go on\r\n"
      "# mapping_tool: 'and\r\n"
      "#   \"on\"'\r\n"
      "# mapping_tool_version: null\r\n"
      "# object_match_field: [ \"rdfs:label\", rdfs:comment ]\r\n"
      "# subject_preprocessing: semapv:Stemming\r\n"
      "subject_id\tpredicate_id\tobject_id\tmapping_justification\tsubject_label\r\n"
      "\r\n"
      "UBERON:1\tskos:exactMatch\tUBERON:2\tsemapv:LexicalMatching\t\"a \"\"b\"\"\r\n\tc\"\r\n"
      "\t\t\t\t\r\n"
      "\"UBERON:1\"\t\"skos:exactMatch\"\tUBERON:3\tsemapv:LexicalMatching\t5\" d");
  EXPECT_EQ(result.findings, "set.tsv:2:14: error: license is 'it's https'; expected an absolute IRI [sssom-syntax]\n");
  EXPECT_EQ(result.set.id, "https://example.org/set");
  EXPECT_EQ(result.set.title, "long words go on");
  EXPECT_EQ(result.set.tool, "and \"on\"");
  EXPECT_EQ(result.set.tool_version, "");
  ASSERT_EQ(result.set.rows.size(), 2u);
  EXPECT_EQ(result.set.rows[0].subject_label, "a \"b\"\r\n\tc");
  EXPECT_EQ(result.set.rows[0].object_match_field, (std::vector<std::string>{"rdfs:label", "rdfs:comment"}));
  EXPECT_EQ(result.set.rows[0].subject_preprocessing, (std::vector<std::string>{"semapv:Stemming"}));
  EXPECT_EQ(result.set.rows[0].line, 22u);
  EXPECT_EQ(result.set.rows[1].subject_label, "5\" d");
  EXPECT_EQ(result.set.rows[1].line, 25u);
}

TEST(ReadSssom, ReadsWhatASpreadsheetSaves) {
  const ReadSet result = read(
      "#curie_map:\t\t\t\r\n"
      "\"#  UBERON: \"\"http://purl.obolibrary.org/obo/UBERON_\"\"\"\t\t\t\r\n"
      "\"#mapping_set_id: \"\"https://example.org/set\"\"\"\t\t\t\r\n"
      "#license: https://creativecommons.org/licenses/by/4.0/\t\t\t\r\n"
      "\"#mapping_tool_version: 1.\"\"10\"\t\t\t\r\n"
      "subject_id\tpredicate_id\tobject_id\tmapping_justification\r\n"
      "UBERON:1\tskos:exactMatch\tUBERON:2\tsemapv:LexicalMatching\r\n"
      "\t\t\t\r\n");
  EXPECT_EQ(result.findings, "");
  EXPECT_EQ(result.set.id, "https://example.org/set");
  EXPECT_EQ(result.set.tool_version, "1.\"10");
  EXPECT_EQ(result.set.rows.size(), 1u);
}

TEST(ReadSssom, ReadsEscapesOfListsAsTheSpecificationHasThem) {
  EXPECT_EQ(read_column("match_string", "Alice\\|Bob|Charlie").set.rows.at(0).match_string,
            (std::vector<std::string>{"Alice|Bob", "Charlie"}));
  EXPECT_EQ(read_column("match_string", "Alice\\\\Bob|Charlie\\\\|David\\\\\\|Eve\\\\").set.rows.at(0).match_string,
            (std::vector<std::string>{"Alice\\Bob", "Charlie\\", "David\\|Eve\\"}));
  EXPECT_EQ(read_column("match_string", "a\\b\\").set.rows.at(0).match_string, (std::vector<std::string>{"a\\b\\"}));
}

TEST(ReadSssom, ReadsAFileWithoutMetadataWithOurPrefixes) {
  const ReadSet result =
      read(std::string(kColumns) + "\n" + std::string(kMapping) + "\nXYZ:1\tskos:exactMatch\tUBERON:2\tsemapv:LexicalMatching\n");
  EXPECT_EQ(result.findings,
            "set.tsv:3:1: error: subject_id is 'XYZ:1', but the prefix 'XYZ' is not declared [sssom-syntax]\n"
            "  declare it in the metadata: '#curie_map:', and below it '#  XYZ: ' and its namespace\n");
  ASSERT_EQ(result.set.rows.size(), 1u);
  EXPECT_EQ(result.set.rows[0].subject_id, "UBERON:1");
  EXPECT_EQ(result.set.id, "");
}

TEST(ReadSssom, SpreadsValuesOfTheMetadataOverAllRows) {
  const ReadSet result = read_metadata(
      "#object_source: UBERON:x.owl\n"
      "#object_source_version: 2026-01-15\n"
      "#object_match_field:\n"
      "#- rdfs:label\n"
      "#-   'rdfs:comment'\n");
  EXPECT_EQ(result.findings, "");
  ASSERT_EQ(result.set.rows.size(), 1u);
  EXPECT_EQ(result.set.rows[0].object_source, "UBERON:x.owl");
  EXPECT_EQ(result.set.rows[0].object_source_version, "2026-01-15");
  EXPECT_EQ(result.set.rows[0].object_match_field, (std::vector<std::string>{"rdfs:label", "rdfs:comment"}));
}

TEST(ReadSssom, DoesNotSpreadAValueWhereARowHasItsOwn) {
  const ReadSet result = read(std::string(kMetadata) + "#object_source_version: \"1\"\n" + std::string(kColumns) +
                              "\tobject_source_version\n" + std::string(kMapping) + "\t2\n" + std::string(kMapping) + "\t\n");
  EXPECT_EQ(
      result.findings,
      "set.tsv:5:25: warning: object_source_version stands in the metadata and in rows; that of the metadata is not used [sssom-syntax]\n"
      "  keep one of them\n");
  ASSERT_EQ(result.set.rows.size(), 2u);
  EXPECT_EQ(result.set.rows[0].object_source_version, "2");
  EXPECT_EQ(result.set.rows[1].object_source_version, "");
}

TEST(ReadSssom, TakesASubjectWithoutIdOnlyAsLiteral) {
  const std::string_view row = "\tfemur\tskos:exactMatch\tUBERON:2\tsemapv:LexicalMatching";
  const std::string columns = "subject_id\tsubject_label\tpredicate_id\tobject_id\tmapping_justification";
  EXPECT_EQ(read(std::string(kMetadata) + columns + "\n" + std::string(row) + "\n").findings,
            "set.tsv:6:1: error: subject_id is empty; expected a CURIE [sssom-syntax]\n"
            "  for words without an id, write 'rdfs literal' into subject_type\n");
  const ReadSet condensed = read(std::string(kMetadata) + "#subject_type: rdfs literal\n" + columns + "\n" + std::string(row) + "\n");
  EXPECT_EQ(condensed.findings, "");
  ASSERT_EQ(condensed.set.rows.size(), 1u);
  EXPECT_EQ(condensed.set.rows[0].subject_label, "femur");
  EXPECT_EQ(condensed.set.rows[0].subject_type, "rdfs literal");
  EXPECT_EQ(read(std::string(kMetadata) + columns + "\tsubject_type\nUBERON:1\t" + std::string(row.substr(6)) + "\trdfs literal\n" +
                 std::string(row) + "\trdfs literal\n")
                .findings,
            "set.tsv:6:1: error: subject_label is empty; expected the words of the literal [sssom-syntax]\n");
}

TEST(ReadSssom, ReportsWhatDoesNotFitASlot) {
  EXPECT_EQ(read_column("predicate_modifier", "NOT").findings,
            "set.tsv:6:58: error: predicate_modifier is 'NOT'; expected Not, or nothing [sssom-syntax]\n");
  EXPECT_EQ(read_column("confidence", "high").findings,
            "set.tsv:6:58: error: confidence is 'high'; expected a number from 0 to 1 [sssom-syntax]\n");
  EXPECT_EQ(read_column("confidence", "1.01").findings,
            "set.tsv:6:58: error: confidence is '1.01'; expected a number from 0 to 1 [sssom-syntax]\n");
  EXPECT_EQ(
      read_column("subject_type", "rdfs Literal").findings,
      "set.tsv:6:58: error: subject_type is 'rdfs Literal'; expected one of: owl class, owl object property, owl data property, owl "
      "annotation "
      "property, owl named individual, skos concept, rdfs resource, rdfs class, rdfs literal, rdfs datatype, rdf property, composed entity "
      "expression [sssom-syntax]\n"
      "  did you mean 'rdfs literal'?\n");
  EXPECT_EQ(read_column("object_source", "http://purl.obolibrary.org/obo/uberon.owl").findings,
            "set.tsv:6:58: error: object_source is the IRI 'http://purl.obolibrary.org/obo/uberon.owl'; expected a CURIE [sssom-syntax]\n"
            "  declare a prefix for its namespace in curie_map\n");
  EXPECT_EQ(read_column("object_source", "uberon").findings,
            "set.tsv:6:58: error: object_source is 'uberon'; expected a CURIE [sssom-syntax]\n"
            "  a CURIE is a prefix, ':' and a name\n");
  EXPECT_EQ(read_column("object_match_field", "rdfs:label|UBERON:a b").findings,
            "set.tsv:6:58: error: object_match_field is 'UBERON:a b'; expected a CURIE that stands for an IRI [sssom-syntax]\n"
            "  a CURIE has no blanks\n");
  EXPECT_EQ(read_column("object_source", "FMA:1").findings,
            "set.tsv:6:58: error: object_source is 'FMA:1', but the prefix 'FMA' is not declared [sssom-syntax]\n"
            "  declare it in the metadata: '#curie_map:', and below it '#  FMA: ' and its namespace\n");
  EXPECT_EQ(read_column("confidence", "high").set.rows.size(), 0u);
}

TEST(ReadSssom, ReportsAJustificationThatTheSchemaDoesNotHave) {
  const std::string row = "UBERON:1\tskos:exactMatch\tUBERON:2\tsemapv:ManualMapingCuration\n";
  EXPECT_EQ(read(std::string(kMetadata) + std::string(kColumns) + "\n" + row).findings,
            "set.tsv:6:35: error: mapping_justification is 'semapv:ManualMapingCuration'; expected one of: semapv:LexicalMatching, "
            "semapv:LogicalReasoning, semapv:CompositeMatching, semapv:UnspecifiedMatching, semapv:SemanticSimilarityThresholdMatching, "
            "semapv:LexicalSimilarityThresholdMatching, semapv:MappingChaining, semapv:MappingReview, semapv:ManualMappingCuration, "
            "semapv:MappingInversion, semapv:StructuralMatching, semapv:InstanceBasedMatching, semapv:BackgroundKnowledgeBasedMatching "
            "[sssom-syntax]\n"
            "  did you mean 'semapv:ManualMappingCuration'?\n");
}

TEST(ReadSssom, ReportsAllFaultsAndLeavesOutTheirRows) {
  const ReadSet result = read(std::string(kMetadata) + std::string(kColumns) +
                              "\n"
                              "UBERON:1\t\t\t\n"
                              "UBERON:1\tskos:exactMatch\tUBERON:2\n" +
                              std::string(kMapping) + "\nUBERON:1\tskos:exactMatch\t\"UBERON:2\"3\tsemapv:LexicalMatching\n");
  EXPECT_EQ(result.findings,
            "set.tsv:6:10: error: predicate_id is empty; expected a CURIE [sssom-syntax]\n"
            "  skos:exactMatch is one\n"
            "set.tsv:6:11: error: object_id is empty; expected a CURIE [sssom-syntax]\n"
            "  where no term has the name, write sssom:NoTermFound\n"
            "set.tsv:6:12: error: mapping_justification is empty; expected a CURIE [sssom-syntax]\n"
            "  semapv:ManualMappingCuration is one\n"
            "set.tsv:7:1: error: 3 cells, but the header has 4 [sssom-syntax]\n"
            "  separate cells by one tab, and quote one that holds a tab\n"
            "set.tsv:9:36: error: text behind closing quotes; expected a tab or the end of the line [sssom-syntax]\n"
            "  write a quote inside quotes twice\n");
  ASSERT_EQ(result.set.rows.size(), 1u);
  EXPECT_EQ(result.set.rows[0].line, 8u);
}

TEST(ReadSssom, GoesOnBehindQuotesThatAreNotClosed) {
  const std::string good(kMapping);
  const ReadSet result = read(std::string(kMetadata) + std::string(kColumns) + "\tcomment\n" +  //
                              good + "\t\"open\n" +                                             // line 6
                              good + "\tfine\n" +                                               //
                              good + "\t\"two\nlines\"\n" +                                     //
                              good + "\t\"open to the end\n" +                                  // line 10
                              good + "\tfine\n");
  EXPECT_EQ(result.findings,
            "set.tsv:6:58: error: the quotes that open here are not closed before a tab or the end of a line [sssom-syntax]\n"
            "  write a quote inside quotes twice\n"
            "set.tsv:10:58: error: the quotes that open here are not closed before a tab or the end of a line [sssom-syntax]\n"
            "  write a quote inside quotes twice\n");
  ASSERT_EQ(result.set.rows.size(), 3u);
  EXPECT_EQ(result.set.rows[0].line, 7u);
  EXPECT_EQ(result.set.rows[1].comment, "two\nlines");
  EXPECT_EQ(result.set.rows[2].line, 11u);
}

TEST(ReadSssom, TellsWhereBytesAreNotUtf8) {
  const ReadSet result = read(std::string(kMetadata) + "#mapping_tool: m\xFC\n" + std::string(kColumns) + "\tcomment\n" +
                              std::string(kMapping) + "\t\"ä\nb\xC3\"\n" + std::string(kMapping) + "\tä\n");
  EXPECT_EQ(result.findings,
            "set.tsv:5:17: error: the line is not UTF-8 [not-utf8]\n"
            "  save the table as UTF-8\n"
            "set.tsv:8:2: error: the row is not UTF-8 [not-utf8]\n"
            "  save the table as UTF-8\n");
  ASSERT_EQ(result.set.rows.size(), 1u);
  EXPECT_EQ(result.set.rows[0].comment, "ä");
}

TEST(ReadSssom, ReportsAHeaderThatCannotBeUsed) {
  EXPECT_EQ(read("").findings,
            "set.tsv:1:1: error: there are no mappings; expected a line with the names of the slots, separated by tabs [sssom-syntax]\n");
  EXPECT_EQ(read(kMetadata).findings,
            "set.tsv:5:1: error: there are no mappings; expected a line with the names of the slots, separated by tabs [sssom-syntax]\n");
  EXPECT_EQ(read("subject_id,object_id\n1,2\n").findings,
            "set.tsv:1:1: error: the columns have no subject_id, no predicate_id, no object_id, no mapping_justification [sssom-syntax]\n"
            "  the first line behind the metadata has the names of the slots, separated by tabs\n");
  EXPECT_EQ(read("subject_label\tpredicate_id\tobject_id\tcomment\n").findings,
            "set.tsv:1:1: error: the columns have no mapping_justification [sssom-syntax]\n"
            "  the first line behind the metadata has the names of the slots, separated by tabs\n");
  EXPECT_EQ(read(std::string(kColumns) + "\tobject_id\n").findings,
            "set.tsv:1:57: error: the column object_id is there twice [sssom-syntax]\n"
            "  keep one of them\n");
  EXPECT_EQ(read(std::string(2000, '\t')).findings,
            "set.tsv:1:1: error: there are no mappings; expected a line with the names of the slots, separated by tabs [sssom-syntax]\n"
            "set.tsv:1:1001: error: more than 1000 cells in a row [sssom-syntax]\n");
}

TEST(ReadSssom, ReportsWhatItDoesNotUnderstandInTheMetadata) {
  const auto findings = [](std::string_view lines) { return read_metadata(lines).findings; };
  const std::string hint = "  write the value on one line, and in double quotes\n";
  EXPECT_EQ(findings("#a line of words\n"),
            "set.tsv:5:2: error: found 'a line of words'; expected a slot and its value, as in 'license: https://…' [sssom-syntax]\n"
            "  every line of the metadata has the same number of blanks behind its '#', and those of lists and of curie_map more\n");
  EXPECT_EQ(findings("#license: https://example.org/\n"),
            "set.tsv:5:2: error: license stands here again; it is in line 4 [sssom-syntax]\n  keep one of them\n");
  EXPECT_EQ(findings("#mapping_tool:\n#  - a\n"), "set.tsv:6:4: error: mapping_tool has one value; found a list [sssom-syntax]\n");
  EXPECT_EQ(findings("#mapping_tool: [a]\n"), "set.tsv:5:16: error: a list is not understood here [sssom-syntax]\n" + hint);
  EXPECT_EQ(findings("#mapping_tool: >-\n#  a\n"),
            "set.tsv:5:16: error: a value that begins with '>' is not understood here [sssom-syntax]\n" + hint);
  EXPECT_EQ(findings("#mapping_tool: &a b\n"),
            "set.tsv:5:16: error: a value that begins with '&' is not understood here [sssom-syntax]\n" + hint);
  EXPECT_EQ(findings("#mapping_tool: a: b\n"),
            "set.tsv:5:16: error: ':' in a value without quotes is not understood here [sssom-syntax]\n" + hint);
  EXPECT_EQ(findings("#mapping_tool: \"a\n"),
            "set.tsv:5:16: error: a quote that is not closed is not understood here [sssom-syntax]\n" + hint);
  EXPECT_EQ(findings("#mapping_tool: \"a\" b\n"),
            "set.tsv:5:16: error: more behind the value is not understood here [sssom-syntax]\n" + hint);
  EXPECT_EQ(findings("#mapping_tool: \"\\q\"\n"), "set.tsv:5:16: error: the escape '\\q' is not understood here [sssom-syntax]\n" + hint);
  EXPECT_EQ(findings("#mapping_tool: \"\\uD800\"\n"),
            "set.tsv:5:16: error: the escape '\\uD800' is not understood here [sssom-syntax]\n" + hint);
  EXPECT_EQ(findings("#mapping_tool: \"a\\\n#  b\"\n"),
            "set.tsv:6:4: error: a line behind one that ends in '\\' is not understood here [sssom-syntax]\n" + hint);
  EXPECT_EQ(findings("#object_match_field: [rdfs:label\n"),
            "set.tsv:5:22: error: '[' without ']' is not understood here [sssom-syntax]\n" + hint);
  EXPECT_EQ(findings("#object_match_field: [[a]]\n"),
            "set.tsv:5:22: error: a list in a list is not understood here [sssom-syntax]\n" + hint);
  EXPECT_EQ(findings("#object_match_field:\n#  - rdfs:label\n#  rdfs:comment\n"),
            "set.tsv:7:4: error: a line that is no item of the list is not understood here [sssom-syntax]\n" + hint);
  EXPECT_EQ(findings("#object_match_field:\n#  - foo:label\n"),
            "set.tsv:6:6: error: object_match_field is 'foo:label', but the prefix 'foo' is not declared [sssom-syntax]\n"
            "  declare it in the metadata: '#curie_map:', and below it '#  foo: ' and its namespace\n");
  EXPECT_EQ(findings("#mapping_date: 22.11.2026\n"),
            "set.tsv:5:16: error: mapping_date is '22.11.2026'; expected YYYY-MM-DD [sssom-syntax]\n");
  EXPECT_EQ(findings("#sssom_version: \"2.0\"\n"), "set.tsv:5:17: error: sssom_version is '2.0'; expected 1.0 or 1.1 [sssom-syntax]\n");
  EXPECT_EQ(findings("#sssom_version: 1.1\n"), "");
}

TEST(ReadSssom, ChecksThePrefixMap) {
  EXPECT_EQ(
      read("#curie_map:\n"
           "#  skos: http://www.w3.org/2004/02/skos/core\n"
           "#  A: ab\n"
           "#  B\n"
           "#  - C: http://example.org/\n"
           "#  D: http://example.org/d\n"
           "#  D: http://example.org/e\n"
           "#  E: [a]\n"
           "#    F: http://example.org/d\n"
           "#mapping_set_id: https://example.org/set\n" +
           std::string(kColumns) + "\nD:1\tskos:exactMatch\tD:2\tsemapv:LexicalMatching\n")
          .findings,
      "set.tsv:1:1: warning: the metadata has no license [sssom-syntax]\n"
      "  every mapping set must have one\n"
      "set.tsv:2:4: error: the prefix 'skos' stands for http://www.w3.org/2004/02/skos/core#; found http://www.w3.org/2004/02/skos/core "
      "[sssom-syntax]\n"
      "  use another prefix\n"
      "set.tsv:3:4: error: the namespace of 'A' is 'ab'; expected an absolute IRI [sssom-syntax]\n"
      "set.tsv:4:4: error: found 'B'; expected a prefix and its namespace, as in 'HP: http://purl.obolibrary.org/obo/HP_' [sssom-syntax]\n"
      "set.tsv:5:4: error: found '- C: http://example.org/'; expected a prefix and its namespace, as in 'HP: "
      "http://purl.obolibrary.org/obo/HP_' [sssom-syntax]\n"
      "set.tsv:7:4: error: the prefix 'D' stands here again [sssom-syntax]\n"
      "  keep one of them\n"
      "set.tsv:8:4: error: the namespace of 'E' is ''; expected an absolute IRI [sssom-syntax]\n"
      "set.tsv:9:6: error: found 'F: http://example.org/d'; expected a prefix and its namespace, as in 'HP: "
      "http://purl.obolibrary.org/obo/HP_' [sssom-syntax]\n");
}

TEST(ReadSssom, ShowsTheBeginningOfLongTexts) {
  EXPECT_EQ(read_column("confidence", std::string(79, 'a') + "äb").findings,
            "set.tsv:6:58: error: confidence is '" + std::string(79, 'a') + "…'; expected a number from 0 to 1 [sssom-syntax]\n");
}

TEST(ReadSssom, FailsWithoutTheFile) {
  Diagnostics diagnostics;
  try {
    read_sssom("/nowhere/set.tsv", some_prefixes(), diagnostics);
    FAIL() << "nothing was thrown";
  } catch (const Failure& failure) {
    EXPECT_STREQ(failure.what(), "/nowhere/set.tsv: cannot be opened: No such file or directory");
  }
}

/// Random texts and sets, always the same ones.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(engine_() % limit); }

  std::string text() {
    static const std::vector<std::string> kPieces = {"a",
                                                     "B",
                                                     "1",
                                                     " ",
                                                     "\t",
                                                     "\n",
                                                     "\r",
                                                     "\r\n",
                                                     "\"",
                                                     "\"\"",
                                                     "'",
                                                     "|",
                                                     "\\",
                                                     "\\|",
                                                     "#",
                                                     ": ",
                                                     ":",
                                                     " #",
                                                     "-",
                                                     "- ",
                                                     "ä",
                                                     "上",
                                                     "\x01",
                                                     "\x7F",
                                                     "\x1B",
                                                     "[",
                                                     "{",
                                                     "&",
                                                     "*",
                                                     "~",
                                                     "null",
                                                     "1.0",
                                                     "\xC2\x85",
                                                     "\xE2\x80\xA8",
                                                     ",",
                                                     "NA",
                                                     "\xF0\x9F\x92\xAA"};
    std::string result;
    for (std::size_t left = below(7); left > 0; --left) result += kPieces[below(kPieces.size())];
    return result;
  }

  std::string id() {
    static const std::vector<std::string> kPrefixes = {"UBERON:", "FMA:", "mkt:", "obo:x", "semapv:", "oboInOwl:"};
    return kPrefixes[below(kPrefixes.size())] + std::to_string(below(5));
  }

  template <class Make>
  std::vector<std::string> list(Make make) {
    std::vector<std::string> result;
    for (std::size_t left = below(4); left > 0; --left)
      if (std::string value = make(); !value.empty()) result.push_back(std::move(value));
    return result;
  }

  SssomSet set() {
    SssomSet result = set_of({});
    result.title = text();
    result.tool = text();
    result.tool_version = text();
    if (below(2) == 0) result.date = "2026-11-22";
    const SssomRow common = row();
    for (std::size_t left = below(12); left > 0; --left) {
      result.rows.push_back(row());
      if (below(2) == 0) continue;
      result.rows.back().object_source = common.object_source;
      result.rows.back().object_match_field = common.object_match_field;
    }
    return result;
  }

 private:
  SssomRow row() {
    SssomRow row;
    if (below(3) == 0) row.subject_type = "rdfs literal";
    if (row.subject_type.empty() || below(2) == 0) row.subject_id = id();
    row.subject_label = text() + (row.subject_type.empty() ? "" : "x");
    row.predicate_id = id();
    if (below(2) == 0) row.predicate_modifier = "Not";
    row.object_id = below(4) == 0 ? "sssom:NoTermFound" : id();
    row.object_label = text();
    row.mapping_justification = below(2) == 0 ? "semapv:LexicalMatching" : "semapv:ManualMappingCuration";
    if (below(3) != 0) row.object_source = id();
    if (below(2) == 0) row.object_source_version = text();
    if (below(2) == 0) row.confidence = "0." + std::to_string(1 + below(9));
    row.object_match_field = list([&] { return id(); });
    row.match_string = list([&] { return text(); });
    if (below(2) == 0) row.subject_preprocessing = list([&] { return id(); });
    row.comment = text();
    return row;
  }

  std::mt19937_64 engine_;
};

TEST(Sssom, ReadsBackWhatItWrites) {
  Dice dice(11);
  for (int round = 0; round < 100; ++round) {
    const SssomSet set = dice.set();
    const std::string text = written(set);
    const ReadSet back = read(text);
    ASSERT_EQ(back.findings, "") << text;
    EXPECT_EQ(back.set.title, set.title) << text;
    EXPECT_EQ(back.set.tool, set.tool) << text;
    EXPECT_EQ(back.set.tool_version, set.tool_version) << text;
    EXPECT_EQ(back.set.date, set.date) << text;
    const auto values = [](const SssomSet& of) {
      std::set<std::vector<std::vector<std::string>>> rows;
      for (const SssomRow& row : of.rows)
        rows.insert(
            {{row.subject_id, row.subject_label, row.subject_type, row.predicate_id, row.predicate_modifier, row.object_id,
              row.object_label, row.mapping_justification, row.object_source, row.object_source_version, row.confidence, row.comment},
             row.subject_preprocessing,
             row.object_match_field,
             row.match_string});
      return rows;
    };
    ASSERT_EQ(values(back.set), values(set)) << text;
    ASSERT_EQ(written(back.set), text);
  }
}

TEST(ReadSssom, SurvivesAnyBytes) {
  Dice dice(12);
  std::vector<std::string> sets;
  while (sets.size() < 50) sets.push_back(written(dice.set()));
  for (int round = 0; round < 1000; ++round) {
    std::string text = sets[dice.below(sets.size())];
    for (std::size_t left = 1 + dice.below(8); left > 0; --left) {
      const std::size_t at = dice.below(text.size());
      switch (dice.below(4)) {
        case 0:
          text[at] = static_cast<char>(dice.below(256));
          break;
        case 1:
          text.erase(at, 1 + dice.below(9));
          break;
        case 2:
          text.insert(at, 1, "\"\t\n#:-[|\\\r' "[dice.below(12)]);
          break;
        default:
          text.insert(at, text.substr(dice.below(text.size()), dice.below(30)));
      }
      if (text.empty()) text = "#";
    }
    read(text);
  }
}

}  // namespace
}  // namespace musclekg::test
