// Records from every input format: what is read, and each fault with its place and text.

#include <chrono>

#include "read/record_builder.h"
#include "test.h"

namespace musclekg::test {
namespace {

using Texts = std::vector<std::string>;

const Texts kRejected = {"rejected"};

/// The findings without the lists of what may stand there, which are long: up to `;` before a list of keys or columns.
std::string shortened(std::string findings) {
  for (const std::string_view list : {"; the keys are ", "; the columns are "}) {
    for (std::size_t at = 0; (at = findings.find(list, at)) != std::string::npos;) {
      const std::size_t end = findings.find(" [", at);
      findings.erase(at, end - at);
    }
  }
  return findings;
}

void expect_records(std::string_view format, std::string_view text, const Texts& records) {
  const ReadRecords result = read_records(format, text);
  EXPECT_EQ(result.records, records) << text;
  EXPECT_EQ(result.findings, "") << text;
}

void expect_fault(std::string_view format, std::string_view text, std::string_view findings, const Texts& records = kRejected) {
  const ReadRecords result = read_records(format, text);
  EXPECT_EQ(result.records, records) << text;
  EXPECT_EQ(shortened(result.findings), findings) << text;
}

// ---- What a record may say --------------------------------------------------------------------------------------------

TEST(Yaml, TakesAStringAMapOrAListForAValue) {
  expect_records("yaml", "name: vastus medialis\norigins: femur\n", {"vastus medialis: origins=femur"});
  expect_records("yaml", "name: vastus medialis\norigins: {name: femur, id: UBERON:0000981}\n",
                 {"vastus medialis: origins=femur <UBERON:0000981>"});
  expect_records("yaml", "name: vastus medialis\norigins:\n  - femur\n  - name: patella\n    qualifier: upper part\n",
                 {"vastus medialis: origins=femur, origins=patella{qualifier=upper part}"});
}

TEST(Json, TakesAStringAMapOrAListForAValue) {
  expect_records("json", R"({"name": "vastus medialis", "origins": "femur"})", {"vastus medialis: origins=femur"});
  expect_records("json", R"({"name": "vastus medialis", "origins": {"name": "femur", "id": "UBERON:0000981"}})",
                 {"vastus medialis: origins=femur <UBERON:0000981>"});
  expect_records("json", R"({"name": "vastus medialis", "origins": ["femur", {"name": "patella", "qualifier": "upper part"}]})",
                 {"vastus medialis: origins=femur, origins=patella{qualifier=upper part}"});
}

TEST(Json, ReadsOneRecordOrAnArray) {
  expect_records("json", R"({"name": "a"})", {"a"});
  expect_records("json", R"([{"name": "a"}, {"name": "b"}])", {"a", "b"});
  expect_records("json", "[]", {});
  expect_records("json", " \n", {});
}

TEST(JsonLines, ReadsARecordALineAndPassesOverBlankOnes) {
  expect_records("jsonl", "{\"name\": \"a\"}\n\n  \r\n{\"name\": \"b\"}\r\n{\"name\": \"c\"}", {"a", "b", "c"});
}

TEST(Yaml, ReadsADocumentARecordAndPassesOverEmptyOnes) {
  expect_records("yaml", "name: a\n---\nname: b\n---\n# nothing\n---\nname: c\n...\n", {"a", "b", "c"});
  expect_records("yaml", "", {});
  expect_records("yaml", "# only a comment\n", {});
}

TEST(Record, MeansTheSameInWhateverOrderItsKeysStand) {
  const std::string expected =
      "vastus medialis <UBERON:0001380>: origins=femur{qualifier=upper part, cites=1}, innervation=femoral nerve, "
      "references=1{title=Anatomy}";
  expect_records("yaml",
                 "name: vastus medialis\nid: UBERON:0001380\norigins: {name: femur, qualifier: upper part, cites: 1}\n"
                 "innervation: femoral nerve\nreferences: {number: 1, title: Anatomy}\n",
                 {expected});
  expect_records("yaml",
                 "references: {title: Anatomy, number: 1}\ninnervation: femoral nerve\n"
                 "origins: {cites: 1, qualifier: upper part, name: femur}\nid: UBERON:0001380\nname: vastus medialis\n",
                 {expected});
}

TEST(Record, KeepsTheOrderOfAList) {
  expect_records("yaml", "name: a\ninsertions: {via: [z, y, x], name: tibia}\nsource: {contributors: [Z, A]}\n",
                 {"a: insertions=tibia{via=z, via=y, via=x}, source={contributors=Z, contributors=A}"});
}

TEST(Record, TakesWhiteSpaceOffTheEndsOfWords) {
  expect_records("json", R"({"name": "  vastus medialis\n", "origins": [" femur "]})", {"vastus medialis: origins=femur"});
}

TEST(Record, TakesNullForNothing) {
  expect_records("yaml", "name: a\norigins:\ninsertions: ~\nactions: null\nsynergists: [b, null]\n", {"a: synergists=b"});
  expect_records("json", R"({"name": "a", "origins": null, "synergists": ["b", null]})", {"a: synergists=b"});
}

TEST(Record, TakesNumbersWhereWordsOrYearsStand) {
  expect_records("yaml", "name: a\nreferences: {number: 1, volume: 22, pages: 2286-94, date: 2018}\n",
                 {"a: references=1{date=2018, volume=22, pages=2286-94}"});
  expect_records("json", R"({"name": "a", "references": {"number": 1, "volume": 22, "pages": "2286-94", "date": 2018}})",
                 {"a: references=1{date=2018, volume=22, pages=2286-94}"});
}

TEST(Record, StandsWhereItBegins) {
  const ReadRecords yaml = read_records("yaml", "# comment\n\nname: a\n---\nname: b\n");
  ASSERT_EQ(yaml.places.size(), 2u);
  EXPECT_EQ(yaml.places[0].line, 3u);
  EXPECT_EQ(yaml.places[1].line, 5u);
  const ReadRecords json = read_records("json", "[\n  {\"name\": \"a\"},\n  {\"name\": \"b\"}\n]\n");
  ASSERT_EQ(json.places.size(), 2u);
  EXPECT_EQ(json.places[1].line, 3u);
  EXPECT_EQ(json.places[1].column, 3u);
  const ReadRecords csv = read_records("csv", "name,palpation\na,\"two\nlines\"\nb,\n");
  ASSERT_EQ(csv.places.size(), 2u);
  EXPECT_EQ(csv.places[0].line, 2u);
  EXPECT_EQ(csv.places[1].line, 4u);
}

TEST(PlainKind, ReadsUnquotedWordsAsTheCoreSchemaOfYaml) {
  for (const char* word : {"", "~", "null", "Null", "NULL"}) EXPECT_EQ(plain_kind(word), ScalarKind::Null) << word;
  for (const char* word : {"true", "True", "TRUE", "false", "False", "FALSE"}) EXPECT_EQ(plain_kind(word), ScalarKind::Boolean) << word;
  for (const char* word : {"0", "-19", "+3", "1.5", ".5", "12e03", "-2E+05", "007"})
    EXPECT_EQ(plain_kind(word), ScalarKind::Number) << word;
  for (const char* word :
       {"femur", "L2", "yes", "no", "on", "nULL", "tRUE", "1_000", "2286-94", "2014-10-01", "-", "+", ".", "1 2", "e3", "1:30"})
    EXPECT_EQ(plain_kind(word), ScalarKind::String) << word;
}

TEST(PlainKind, ReadsTheRarerNumbersOfTheCoreSchema) {
  for (const char* word : {"0o14", "0x3A", ".inf", "-.Inf", "+.INF", ".nan", ".NaN", "1e400"})
    EXPECT_EQ(plain_kind(word), ScalarKind::Number) << word;
}

// ---- Faults against the table of keys ----------------------------------------------------------------------------------

TEST(RecordFault, UnknownKey) {
  expect_fault("yaml", "name: a\nnmae: b\n", "input:2:1: error: unknown key 'nmae' in a record [unknown-key]\n  did you mean 'name'?\n");
  expect_fault("json", "{\"name\": \"a\",\n \"weight\": {\"grams\": [1, {\"x\": 2}]}}",
               "input:2:2: error: unknown key 'weight' in a record [unknown-key]\n");
  expect_fault("jsonl", "{\"name\": \"a\", \"origins\": {\"name\": \"b\", \"qualifer\": \"c\"}}\n",
               "input:1:40: error: unknown key 'qualifer' in a value [unknown-key]\n  did you mean 'qualifier'?\n");
  expect_fault("yaml", "name: a\norigins: {name: b, roots: L2}\n", "input:2:20: error: unknown key 'roots' in a value [unknown-key]\n");
}

TEST(RecordFault, UnknownKeyNamesTheKeysThatAreKnown) {
  const ReadRecords result = read_records("yaml", "name: a\nsource: {contributors: {name: b, rol: author}}\n");
  EXPECT_EQ(result.findings,
            "input:2:34: error: unknown key 'rol' in a contributor; the keys are name, role [unknown-key]\n  did you mean 'role'?\n");
}

TEST(RecordFault, DuplicateKey) {
  expect_fault("yaml", "name: a\norigins: b\norigins: c\n",
               "input:3:1: error: key 'origins' stands twice in a record [duplicate-key]\n  write one key with a list of values\n");
  expect_fault("json", R"({"name": "a", "name": "b"})",
               "input:1:15: error: key 'name' stands twice in a record [duplicate-key]\n  keep one of them\n");
  expect_fault("yaml", "name: a\norigins: {name: b, id: A:1, id: A:2}\n",
               "input:2:29: error: key 'id' stands twice in a value [duplicate-key]\n  keep one of them\n");
  expect_fault("yaml", "name: a\norigins:\norigins: c\n",
               "input:3:1: error: key 'origins' stands twice in a record [duplicate-key]\n  write one key with a list of values\n");
}

TEST(RecordFault, WrongType) {
  expect_fault("yaml", "name: 12\n",
               "input:1:7: error: 'name' takes a string, found the number 12 [wrong-type]\n  put it in quotes if it is meant as text\n");
  expect_fault(
      "yaml", "name: true\n",
      "input:1:7: error: 'name' takes a string, found the truth value true [wrong-type]\n  put it in quotes if it is meant as text\n");
  expect_fault("json", R"({"name": ["a"]})",
               "input:1:10: error: 'name' takes a string, found a list [wrong-type]\n  put it in quotes if it is meant as text\n");
  expect_fault("json", R"({"name": "a", "origins": [["b"]]})",
               "input:1:27: error: 'origins' takes one or a list of: a string or a map, found a list [wrong-type]\n");
  expect_fault("json", R"({"name": "a", "origins": 5})",
               "input:1:26: error: 'origins' takes one or a list of: a string or a map, found the number 5 [wrong-type]\n");
  expect_fault("json", R"({"name": "a", "clinical_claims": "it hurts"})",
               "input:1:34: error: 'clinical_claims' takes one or a list of: a map, found 'it hurts' [wrong-type]\n");
  expect_fault("json", R"({"name": "a", "synergists": "b", "record": {"x": 1}})",
               "input:1:44: error: 'record' takes a string, found a map [wrong-type]\n  put it in quotes if it is meant as text\n");
}

TEST(RecordFault, WordThatIsNotOneOfTheList) {
  expect_fault("yaml", "name: a\nclinical_claims: {text: b, stance: agianst}\n",
               "input:2:36: error: 'stance' takes one of for, against, neutral; found 'agianst' [wrong-type]\n  did you mean 'against'?\n");
}

TEST(RecordFault, NumberOfAReference) {
  for (const char* number : {"0", "-1", "1.5", "01", "one", "1234567890"})
    expect_fault("yaml", std::string("name: a\nreferences: {number: ") + number + "}\n",
                 std::string("input:2:22: error: 'number' takes a whole number from 1, found '") + number + "' [wrong-type]\n");
}

TEST(RecordFault, DateIriAndId) {
  expect_fault("yaml", "name: a\nsource: {date: 2014-02-30}\n",
               "input:2:16: error: 'date' takes a date as YYYY, YYYY-MM or YYYY-MM-DD, found '2014-02-30' [wrong-type]\n");
  expect_fault("yaml", "name: a\nsource: {url: \"http://example.org/a b\"}\n",
               "input:2:15: error: 'url' takes an absolute IRI without blanks, quotes, braces, backslashes and dot segments, found "
               "'http://example.org/a b' "
               "[wrong-type]\n");
  expect_fault("yaml", "name: a\nid: UBERON 0001380\n",
               "input:2:5: error: 'id' takes an ontology id such as UBERON:0002446, found 'UBERON 0001380' [wrong-type]\n");
  expect_records("yaml", "name: a\nid: http://purl.obolibrary.org/obo/UBERON_0001380\n",
                 {"a <http://purl.obolibrary.org/obo/UBERON_0001380>"});
}

TEST(RecordFault, MissingKey) {
  expect_fault("yaml", "origins: femur\n", "input:1:1: error: a record needs the key 'name': the muscle [missing-key]\n");
  expect_fault("yaml", "name: a\norigins:\n  - qualifier: b\n",
               "input:3:5: error: a value needs the key 'name': the structure, in an anatomist's words [missing-key]\n");
  expect_fault("json", R"({"name": "a", "actions": {"joint": "knee"}})",
               "input:1:26: error: an action needs the key 'movement': the movement: \"extension\" [missing-key]\n");
  expect_fault("json", R"({"name": "a", "references": {"title": "b"}})",
               "input:1:29: error: a reference needs the key 'number': the number facts cite [missing-key]\n");
}

TEST(RecordFault, MissingKeyWhoseValueIsNull) {
  expect_fault("yaml", "name:\norigins: femur\n", "input:1:1: error: a record needs the key 'name': the muscle [missing-key]\n");
  expect_fault("json", R"({"name": null})", "input:1:1: error: a record needs the key 'name': the muscle [missing-key]\n");
  expect_fault("json", R"({"name": "a", "origins": {"name": null}})",
               "input:1:26: error: a value needs the key 'name': the structure, in an anatomist's words [missing-key]\n");
  expect_fault("json", R"({"name": "a", "actions": {"movement": null, "joint": "knee"}})",
               "input:1:26: error: an action needs the key 'movement': the movement: \"extension\" [missing-key]\n");
}

TEST(RecordFault, DuplicateReference) {
  expect_fault("yaml", "name: a\nreferences:\n  - number: 1\n  - number: 2\n  - number: 1\n",
               "input:5:13: error: reference 1 is there twice [duplicate-reference]\n  give each its own number\n");
}

TEST(RecordFault, DanglingCitation) {
  expect_fault("yaml", "name: a\norigins: {name: b, cites: [1, 3]}\nreferences: [{number: 1}, {number: 2}]\n",
               "input:2:31: error: cites reference 3; the references are 1, 2 [dangling-citation]\n");
  expect_fault("yaml", "name: a\norigins: {name: b, cites: 1}\n",
               "input:2:27: error: cites reference 1, but the record has no references [dangling-citation]\n");
}

TEST(RecordFault, EmptyValue) {
  expect_fault("yaml", "name: ''\n",
               "input:1:7: error: 'name' is empty [empty-value]\n  leave the key out where there is nothing to say\n");
  expect_fault("json", R"({"name": "a", "origins": ["b", " \t "]})",
               "input:1:32: error: 'origins' is empty [empty-value]\n  leave the key out where there is nothing to say\n");
}

TEST(RecordFault, ControlCharacter) {
  expect_fault("json", R"({"name": "a\u0000b"})",
               "input:1:10: error: 'name' holds the control character U+0000 [control-character]\n  take it out\n");
  expect_fault("yaml", "name: \"a\\x1Bb\"\n",
               "input:1:7: error: 'name' holds the control character U+001B [control-character]\n  take it out\n");
  expect_fault("yaml",
               "name: a\x7F"
               "b\n",
               "input:1:7: error: 'name' holds the control character U+007F [control-character]\n  take it out\n");
  expect_fault("yaml", "name: a\nid: \x04\n", "input:2:5: error: the control character U+0004 [control-character]\n  take it out\n");
  expect_fault("csv", "name\na\x01\n", "input:2:1: error: 'name' holds the control character U+0001 [control-character]\n  take it out\n");
}

TEST(RecordFault, FindingsHoldNoControlCharacters) {
  for (const char* text : {R"({"name": "a", "x\u001b[2J\nfake:1:1: error": 1})", R"({"name": "a", "id": "x\u001b[2J\ny"})"}) {
    const std::string findings = read_records("json", text).findings;
    EXPECT_FALSE(findings.empty());
    EXPECT_EQ(findings.find('\x1B'), std::string::npos) << findings;
    EXPECT_EQ(std::count(findings.begin(), findings.end(), '\n'), 1) << findings;
  }
}

TEST(RecordFault, SeveralInOneRecordAreAllReported) {
  expect_fault("yaml", "nmae: a\nid: 5\norigins: {qualifier: x, cites: 7}\n",
               "input:1:1: error: unknown key 'nmae' in a record [unknown-key]\n  did you mean 'name'?\n"
               "input:2:5: error: 'id' takes an ontology id such as UBERON:0002446, found '5' [wrong-type]\n"
               "input:3:10: error: a value needs the key 'name': the structure, in an anatomist's words [missing-key]\n"
               "input:1:1: error: a record needs the key 'name': the muscle [missing-key]\n"
               "input:3:32: error: cites reference 7, but the record has no references [dangling-citation]\n");
}

TEST(RecordFault, DoesNotHideTheNextRecord) {
  const Texts expected = {"a", "rejected", "c: origins=femur"};
  const auto records = [](std::string_view format, std::string_view text) { return read_records(format, text).records; };
  EXPECT_EQ(records("yaml", "name: a\n---\nname: b\nx: {y: [1]}\n---\nname: c\norigins: femur\n"), expected);
  EXPECT_EQ(records("json", R"([{"name": "a"}, {"name": "b", "x": {"y": [1]}}, {"name": "c", "origins": "femur"}])"), expected);
  EXPECT_EQ(records("jsonl", "{\"name\": \"a\"}\n{\"name\": \"b\", \n{\"name\": \"c\", \"origins\": \"femur\"}\n"), expected);
  EXPECT_EQ(records("csv", "name,origins\na,\nb\nc,femur\n"), expected);
  EXPECT_EQ(records("tsv", "name\torigins\na\t\nb\nc\tfemur\n"), expected);
}

// ---- YAML --------------------------------------------------------------------------------------------------------------

TEST(YamlFault, Alias) {
  expect_fault("yaml", "name: a\norigins: &x femur\ninsertions: *x\n",
               "input:3:13: error: an alias (*name) is not allowed in a record [yaml-alias]\n  write the value out\n");
}

TEST(YamlFault, AliasesThatWouldGrowWithoutEndAreRefusedAtOnce) {
  std::string text = "name: a\nx0: &x0 [y, y]\n";
  for (int i = 1; i < 40; ++i) {
    const std::string before = "*x" + std::to_string(i - 1);
    text += "x" + std::to_string(i) + ": &x" + std::to_string(i) + " [" + before + ", " + before + "]\n";
  }
  const ReadRecords result = read_records("yaml", text);
  EXPECT_EQ(result.records, kRejected);
  EXPECT_NE(result.findings.find("[yaml-alias]"), std::string::npos);
}

TEST(YamlFault, Tag) {
  expect_fault("yaml", "name: !muscle a\n", "input:1:7: error: the tag !muscle is not allowed in a record [yaml-tag]\n  leave it out\n");
  expect_fault("yaml", "name: a\nreferences: {number: !!int 1}\n",
               "input:2:22: error: the tag tag:yaml.org,2002:int is not allowed in a record [yaml-tag]\n  leave it out\n");
  expect_records("yaml", "name: !!str 12\n", {"12"});
}

TEST(YamlFault, TagOnAListOrAMap) {
  expect_fault("yaml", "name: a\norigins: !site [femur]\n",
               "input:2:10: error: the tag !site is not allowed in a record [yaml-tag]\n  leave it out\n");
  expect_fault("yaml", "name: a\norigins: !site {name: femur}\n",
               "input:2:10: error: the tag !site is not allowed in a record [yaml-tag]\n  leave it out\n");
}

TEST(YamlFault, Syntax) {
  expect_fault("yaml", "name: a\norigins: {name: b\n", "input:3:1: error: end of map flow not found [yaml-syntax]\n");
  expect_fault("yaml", "name: a\n\torigins: b\n", "input:2:1: error: illegal tab when looking for indentation [yaml-syntax]\n");
  expect_fault("yaml", "name: 'a", "input:1:9: error: illegal EOF in scalar [yaml-syntax]\n");
}

TEST(YamlFault, QuotesThatAreNeverClosed) {
  for (const char* text : {"name: 'a\n", "name: \"a\n", "name: 'a\norigins: femur\n", "name: a\norigins: \"femur\ninsertions: tibia\n\n"}) {
    const ReadRecords result = read_records("yaml", text);
    EXPECT_EQ(result.records, kRejected) << text;
    EXPECT_NE(result.findings.find("[yaml-syntax]"), std::string::npos) << text;
  }
}

TEST(YamlFault, SyntaxInOneDocumentKeepsTheDocumentsBeforeIt) {
  const ReadRecords result = read_records("yaml", "name: a\n---\nname: b\norigins: {name: c\n");
  EXPECT_EQ(result.records, (Texts{"a", "rejected"}));
  EXPECT_EQ(result.findings, "input:5:1: error: end of map flow not found [yaml-syntax]\n");
}

TEST(YamlFault, TrailingContentIsNotLostInSilence) {
  for (const char* text : {"name: a\n]\n", "name: a\n}\n", "{name: a} x\n", "{name: a}}\n", "\"name\": a\n\"b\"\n", "name: a\n- b\n",
                           "name: a\n...\nname: b\n... x\n", "name: a\nb\n", "name: a: b\n", "@\n", "`\n"}) {
    const ReadRecords result = read_records("yaml", text);
    EXPECT_NE(result.findings, "") << text;
    ASSERT_FALSE(result.records.empty()) << text;
    EXPECT_EQ(result.records.back(), "rejected") << text;
  }
}

TEST(YamlFault, DocumentThatIsNoMap) {
  expect_fault("yaml", "- name: a\n",
               "input:1:1: error: a document must be a map of keys and values [not-a-record]\n  begin with 'name: ...'\n");
  expect_fault("yaml", "femur\n",
               "input:1:1: error: a document must be a map of keys and values [not-a-record]\n  begin with 'name: ...'\n");
}

TEST(YamlFault, KeyThatIsNoWord) {
  expect_fault("yaml", "name: a\n? [b, c]\n: d\n", "input:2:3: error: a key must be a word [wrong-type]\n");
}

TEST(Yaml, TakesAByteOrderMarkAndLineEndsOfWindows) {
  expect_records("yaml", "\xEF\xBB\xBFname: a\r\norigins:\r\n  - femur\r\n", {"a: origins=femur"});
}

TEST(YamlFault, BytesThatAreNotUtf8) {
  expect_fault("yaml", "name: a\norigins: f\xE9mur\n", "input:2:11: error: byte 18 is not UTF-8 [not-utf8]\n  save the file as UTF-8\n");
}

// ---- JSON --------------------------------------------------------------------------------------------------------------

TEST(JsonFault, Syntax) {
  for (const char* text :
       {R"({"name": "a")", R"({"name": "a",})", R"({"name" "a"})", R"({"name": "a" "id": "b"})", R"({name: "a"})", R"({"name": a})",
        R"({"name": "a", "origins": ["b",]})", R"({"name": "a", "origins": ["b" "c"]})", R"({"name": "a", "source": tru})",
        R"({"name": "a", "source": nulll})", R"({"name": "a", "source": {"version": 01}})", R"({"name": "a", "source": {"version": 1.}})",
        R"({"name": "a\x"})", R"({"name": "\ud800"})", "{", "}", "nonsense"}) {
    for (const char* format : {"json", "jsonl"}) {
      const ReadRecords result = read_records(format, text);
      ASSERT_FALSE(result.records.empty()) << text;
      EXPECT_EQ(result.records.front(), "rejected") << format << ": " << text;
      EXPECT_TRUE(result.findings.starts_with("input:1:")) << format << ": " << text << "\n" << result.findings;
      if (text == std::string_view("nonsense") || text == std::string_view("}")) continue;
      EXPECT_NE(result.findings.find("not JSON: "), std::string::npos) << format << ": " << text << "\n" << result.findings;
    }
  }
}

TEST(JsonFault, StringThatIsNeverClosed) {
  for (const char* text : {"{\"name\": \"a", "{\"name\": \"a\nb\"}", "{\"name", "\"", "[\"", "{\"name\": \"a\", \"id\": \"b}"}) {
    for (const char* format : {"json", "jsonl"}) {
      const Result result = run_program({"convert", "-", "--from", format, "-o", "-", "--to", "ntriples"}, text);
      EXPECT_EQ(result.exit, 1) << format << ": " << text;
      EXPECT_TRUE(result.err.starts_with("<stdin>:1:")) << format << ": " << text << "\n" << result.err;
      EXPECT_NE(result.err.find(": error: not JSON: "), std::string::npos) << format << ": " << text << "\n" << result.err;
    }
  }
}

TEST(JsonFault, StringThatIsNeverClosedDoesNotHideTheNextLine) {
  const Result result = run_program({"convert", "-", "--from", "jsonl", "-o", "-", "--to", "ntriples"},
                                    "{\"name\": \"vastus\n{\"name\": \"vastus medialis\"}\n");
  EXPECT_EQ(result.exit, 1);
  EXPECT_NE(result.err.find("records  2 read = 1 exported + 1 rejected\n"), std::string::npos) << result.err;
}

TEST(JsonFault, SyntaxInAnArrayKeepsTheRecordsBeforeIt) {
  const ReadRecords result = read_records("json", "[{\"name\": \"a\"},\n {\"name\": b}\n]");
  EXPECT_EQ(result.records, (Texts{"a", "rejected"}));
  EXPECT_TRUE(result.findings.starts_with("input:2:")) << result.findings;
}

TEST(JsonFault, TrailingContent) {
  const ReadRecords line = read_records("jsonl", "{\"name\": \"a\"} x\n{\"name\": \"b\"}\n");
  EXPECT_EQ(line.records, (Texts{"rejected", "b"}));
  EXPECT_TRUE(line.findings.starts_with("input:1:")) << line.findings;
  EXPECT_EQ(read_records("json", R"({"name": "a"} {"name": "b"})").records, kRejected);
  EXPECT_EQ(read_records("json", R"([{"name": "a"}] ])").records, (Texts{"a", "rejected"}));
  EXPECT_EQ(read_records("json", R"({"name": "a"}})").records, kRejected);
}

TEST(JsonFault, NotARecord) {
  expect_fault("json", "[\"a\"]", "input:1:2: error: a record must be an object of keys and values [not-a-record]\n");
  expect_fault("json", "5", "input:1:1: error: a record must be an object of keys and values [not-a-record]\n");
  expect_fault("jsonl", "[{\"name\": \"a\"}]\n", "input:1:1: error: a record must be an object of keys and values [not-a-record]\n");
}

TEST(JsonFault, OneThatIsNoRecordDoesNotHideTheNextOne) {
  expect_fault("json", R"(["a", ["b"], 5, {"name": "c"}])",
               "input:1:2: error: a record must be an object of keys and values [not-a-record]\n"
               "input:1:7: error: a record must be an object of keys and values [not-a-record]\n"
               "input:1:14: error: a record must be an object of keys and values [not-a-record]\n",
               {"rejected", "rejected", "rejected", "c"});
}

TEST(JsonFault, BytesThatAreNotUtf8) {
  expect_fault("json", "{\"name\":\n\"f\xE9mur\"}", "input:2:3: error: byte 11 is not UTF-8 [not-utf8]\n  save the file as UTF-8\n");
  expect_fault("jsonl", "{\"name\": \"a\"}\n{\"name\": \"\xC3(\"}\n{\"name\": \"c\"}\n",
               "input:2:11: error: byte 10 is not UTF-8 [not-utf8]\n  save the file as UTF-8\n", {"a", "rejected", "c"});
}

TEST(Json, TakesAByteOrderMark) {
  expect_records("json", "\xEF\xBB\xBF{\"name\": \"a\"}", {"a"});
  expect_records("jsonl", "\xEF\xBB\xBF{\"name\": \"a\"}\r\n{\"name\": \"b\"}\r\n", {"a", "b"});
}

TEST(Json, ReadsEscapes) {
  expect_records("json", R"({"name": "\u0061\u00e9 \ud83e\uddb5 \"q\" \\ \/"})", {"a\xC3\xA9 \xF0\x9F\xA6\xB5 \"q\" \\ /"});
  expect_records("json", R"({"\u006eame": "a"})", {"a"});
}

// ---- Tables ------------------------------------------------------------------------------------------------------------

TEST(Csv, ReadsARecordARow) {
  expect_records("csv", "name,id,origins\nvastus medialis,UBERON:0001380,femur\nsartorius,,\n",
                 {"vastus medialis <UBERON:0001380>: origins=femur", "sartorius"});
}

TEST(Csv, TellsTheSeparatorByTheHeader) {
  expect_records("csv", "name;origins\na;femur, upper part\n", {"a: origins=femur, upper part"});
  expect_records("csv", "name\torigins\na\tfemur, upper; part\n", {"a: origins=femur, upper; part"});
  expect_records("tsv", "name\torigins\na\tfemur, upper; part\n", {"a: origins=femur, upper; part"});
}

TEST(Csv, TakesQuotesAndLineEndsInQuotedCells) {
  expect_records("csv", "name,palpation\n\"a, b\",\"he said \"\"here\"\"\nand there\"\nc,d\n",
                 {"a, b: palpation=he said \"here\"\nand there", "c: palpation=d"});
  expect_records("csv", "\"name\",\"origins\"\r\n\"a\",\"femur\"\r\n", {"a: origins=femur"});
}

TEST(Csv, TakesAByteOrderMarkLineEndsOfWindowsAndBlankLines) {
  expect_records("csv", "\xEF\xBB\xBFname,origins\r\n\r\na,femur\r\n,\r\n\r\nb,", {"a: origins=femur", "b"});
  expect_records("csv", "", {});
  expect_records("csv", "name\n", {});
}

TEST(Csv, PassesOverBlankLinesBeforeTheHeader) { expect_records("csv", "\n\r\nname,origins\na,femur\n", {"a: origins=femur"}); }

TEST(Csv, ReadsSeveralValuesAndTheirKeys) {
  expect_records("csv",
                 "name,origins,origins.qualifier,innervation,innervation.roots,references.number,references.authors\n"
                 "a,femur | patella,upper part|,femoral nerve,L2;L3; L4,1|2,Werner S;Smith T|Lee J\n",
                 {"a: origins=femur{qualifier=upper part}, origins=patella, innervation=femoral nerve{roots=L2, roots=L3, roots=L4}, "
                  "references=1{authors=Werner S, authors=Smith T}, references=2{authors=Lee J}"});
}

TEST(Csv, ReadsKeysOfValuesWhicheverColumnStandsFirst) {
  expect_records("csv", "origins.qualifier,name,origins.id,origins\nupper part,a,UBERON:0000981,femur\n",
                 {"a: origins=femur <UBERON:0000981>{qualifier=upper part}"});
}

TEST(Csv, TakesAnEscapedBarAsABar) {
  expect_records("csv", "name,origins,synergists\na,left\\|right|femur,b\\;c\n",
                 {"a: origins=left|right, origins=femur, synergists=b\\;c"});
}

TEST(Csv, ReadsJsonCells) {
  expect_records("csv",
                 "name,origins,insertions\na,\"[\"\"femur\"\", {\"\"name\"\": \"\"patella\"\", \"\"id\"\": "
                 "\"\"UBERON:0002446\"\"}]\",\"{\"\"name\"\": \"\"tibia\"\"}\"\n",
                 {"a: origins=femur, origins=patella <UBERON:0002446>, insertions=tibia"});
  expect_records("tsv", "name\torigins\na\t[\"femur\", \"patella\"]\n", {"a: origins=femur, origins=patella"});
}

TEST(CsvFault, JsonCell) {
  const ReadRecords result =
      read_records("tsv", "name\torigins\na\t[\"femur\", \nb\t[\"patella\"]x\nc\t{\"name\": \"tibia\", \"nam\": 1}\nd\t[\"ilium\"]\n");
  EXPECT_EQ(result.records, (Texts{"rejected", "rejected", "rejected", "d: origins=ilium"}));
  EXPECT_NE(result.findings.find("input:2:"), std::string::npos) << result.findings;
  EXPECT_NE(result.findings.find("input:3:"), std::string::npos) << result.findings;
  EXPECT_NE(result.findings.find("input:4:21: error: unknown key 'nam' in a value"), std::string::npos) << result.findings;
}

TEST(CsvFault, QuotesThatAreNeverClosed) {
  expect_fault("csv", "name,origins\na,femur\nb,\"femur\nc,tibia\n",
               "input:3:3: error: the quotes that open here are never closed [csv-syntax]\n  write a quote inside quotes twice\n",
               {"a: origins=femur", "rejected"});
}

TEST(CsvFault, TextBehindClosingQuotes) {
  expect_fault("csv", "name,origins\n\"a\"b,femur\nc,tibia\n",
               "input:2:4: error: text behind closing quotes [csv-syntax]\n  write a quote inside quotes twice\n",
               {"rejected", "c: origins=tibia"});
}

TEST(CsvFault, AQuoteInsideACellDoesNotHideTheNextRow) {
  const ReadRecords result = read_records("csv", "name,origins\na,5\" above the patella\nc,tibia\n");
  ASSERT_FALSE(result.records.empty());
  EXPECT_EQ(result.records.back(), "c: origins=tibia") << result.findings;
}

TEST(CsvFault, NumberOfCells) {
  expect_fault("csv", "name,origins\na\nb,femur,patella\nc,tibia\n",
               "input:2:1: error: 1 cells, but the header has 2 [csv-cells]\n  quote a cell that holds the separator\n"
               "input:3:1: error: 3 cells, but the header has 2 [csv-cells]\n  quote a cell that holds the separator\n",
               {"rejected", "rejected", "c: origins=tibia"});
}

TEST(CsvFault, NumberOfValues) {
  expect_fault("csv", "name,origins,origins.qualifier\na,femur|patella,upper part\n",
               "input:2:17: error: 1 values, but another column of 'origins' has 2 [csv-values]\n"
               "  write a '|' for each value, also for an empty one\n");
}

TEST(CsvFault, ColumnWithoutAName) {
  expect_records("csv", "name,,\na,,\n", {"a"});
  expect_fault("csv", "name,\na,femur\nb,\n",
               "input:2:3: error: a cell in a column without a name [unknown-key]\n  name the column, or empty it\n", {"rejected", "b"});
}

TEST(CsvFault, UnknownColumnRejectsEveryRow) {
  expect_fault("csv", "name,orgins\na,femur\nb,tibia\n",
               "input:1:6: error: unknown column 'orgins' [unknown-key]\n  did you mean 'origins'?\n", {"rejected", "rejected"});
  expect_fault(
      "csv", "name,origins.roots\na,L2\n",
      "input:1:6: error: unknown column 'origins.roots' [unknown-key]\n  no row of this table is read until the header is right\n");
}

TEST(CsvFault, DuplicateColumnRejectsEveryRow) {
  expect_fault("csv", "name,origins,origins\na,femur,tibia\n",
               "input:1:14: error: the column 'origins' is there twice [duplicate-key]\n  keep one of them\n");
}

TEST(CsvFault, BytesThatAreNotUtf8) {
  expect_fault("csv", "name,origins\na,f\xE9mur\nb,tibia\n",
               "input:2:4: error: the cell is not UTF-8 [not-utf8]\n  save the table as UTF-8\n", {"rejected", "b: origins=tibia"});
}

TEST(CsvFault, BytesThatAreNotUtf8InTheHeader) {
  const ReadRecords result = read_records("csv", "name,f\xE9mur\na,b\n");
  EXPECT_EQ(result.records, kRejected);
  EXPECT_NE(result.findings.find("[not-utf8]"), std::string::npos);
  EXPECT_EQ(find_invalid_utf8(result.findings), std::string_view::npos) << "the findings are not UTF-8 themselves";
}

TEST(CsvFault, MissingName) {
  expect_fault("csv", "name,origins\n,femur\n", "input:2:1: error: a record needs the key 'name': the muscle [missing-key]\n");
}

// ---- Size and depth ----------------------------------------------------------------------------------------------------

std::string repeated(std::string_view text, std::size_t count) {
  std::string result;
  result.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) result += text;
  return result;
}

TEST(Lines, LongerThanTheWindowOfTheReader) {
  for (const std::size_t size : {262000u, 262144u, 262145u, 1000000u, 5000000u}) {
    const std::string palpation(size, 'x');
    const std::string a = "{\"name\": \"a\", \"palpation\": \"" + palpation + "\"}\n", b = "{\"name\": \"b\"}\n";
    const ReadRecords lines = read_records("jsonl", b + a + b);
    EXPECT_EQ(lines.findings, "");
    EXPECT_EQ(lines.records, (Texts{"b", "a: palpation=" + palpation, "b"})) << size;
    const ReadRecords table = read_records("csv", "name,palpation\nb,\na,\"x\n" + palpation + "\"\nb,\n");
    EXPECT_EQ(table.findings, "");
    EXPECT_EQ(table.records, (Texts{"b", "a: palpation=x\n" + palpation, "b"})) << size;
  }
}

TEST(Lines, ManyAcrossTheEdgeOfTheWindow) {
  std::string text;
  for (int i = 0; i < 30000; ++i) text += "{\"name\": \"muscle " + std::to_string(i) + "\"}\n";
  const ReadRecords result = read_records("jsonl", text);
  EXPECT_EQ(result.findings, "");
  ASSERT_EQ(result.records.size(), 30000u);
  for (int i = 0; i < 30000; ++i) ASSERT_EQ(result.records[static_cast<std::size_t>(i)], "muscle " + std::to_string(i));
  EXPECT_EQ(result.places.back().line, 30000u);
}

class DeepNesting : public testing::TestWithParam<std::size_t> {};

TEST_P(DeepNesting, IsAFaultAndNoCrash) {
  const std::size_t depth = GetParam();
  const auto rejected = [](std::string_view format, const std::string& text) {
    const Result result = run_program({"convert", "-", "--from", std::string(format), "-o", "-", "--to", "ntriples"}, text);
    EXPECT_EQ(result.exit, 1) << format << " " << text.substr(0, 40);
    EXPECT_NE(result.err.find("0 exported"), std::string::npos) << format << " " << text.substr(0, 40);
  };
  for (const char* format : {"json", "jsonl"}) {
    rejected(format, repeated("[", depth));
    rejected(format, "{\"name\": \"a\", \"x\": " + repeated("[", depth) + repeated("]", depth) + "}");
    rejected(format, repeated("{\"name\": ", depth) + "1" + repeated("}", depth));
    rejected(format,
             "{\"name\": \"a\", \"origins\": " + repeated("{\"name\": \"b\", \"of\": ", depth) + "\"c\"" + repeated("}", depth) + "}");
  }
  rejected("csv", "name,origins\na,\"" + repeated("[", depth) + repeated("]", depth) + "\"\n");
  rejected("yaml", repeated("[", depth));
  rejected("yaml", "name: a\nx: " + repeated("[", depth) + repeated("]", depth) + "\n");
  rejected("yaml", "name: a\nx: " + repeated("{a: ", depth) + "b" + repeated("}", depth) + "\n");
  rejected("yaml", "name: a\nx:\n  " + repeated("- ", depth) + "b\n");
}

INSTANTIATE_TEST_SUITE_P(Depth, DeepNesting, testing::Values(10000, 200000), [](const auto& depth) { return std::to_string(depth.param); });

TEST(Record, OfAHundredThousandUnknownKeysIsReadInLinearTime) {
  std::string members, lines;
  for (int i = 0; i < 100000; ++i) {
    members += ", \"unknown" + std::to_string(i) + "\": " + std::to_string(i);
    lines += "unknown" + std::to_string(i) + ": x\n";
  }
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(read_records("json", "{\"name\": \"a\"" + members + "}").records, kRejected);
  EXPECT_EQ(read_records("yaml", "name: a\n" + lines).records, kRejected);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(30));
}

TEST(Record, OfTwoHundredThousandReferencesIsReadInLinearTime) {
  std::string references, cites;
  for (int i = 1; i <= 200000; ++i) {
    references += (i > 1 ? ", {\"number\": " : "{\"number\": ") + std::to_string(i) + "}";
    cites += (i > 1 ? ", " : "") + std::to_string(i);
  }
  const auto start = std::chrono::steady_clock::now();
  const ReadRecords result = read_records(
      "json", "{\"name\": \"a\", \"origins\": {\"name\": \"b\", \"cites\": [" + cites + "]}, \"references\": [" + references + "]}");
  EXPECT_EQ(result.findings, "");
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

// ---- The builder itself ------------------------------------------------------------------------------------------------

TEST(RecordBuilder, GivesTheFieldsOfARejectedRecordThatCouldBeRead) {
  Diagnostics diagnostics;
  RecordBuilder builder(diagnostics);
  builder.begin("f", {1, 1});
  builder.key("name", {1, 2});
  builder.scalar("a", ScalarKind::String, {1, 8});
  builder.key("weight", {2, 2});
  builder.begin_map({2, 10});
  builder.key("origins", {2, 11});
  builder.scalar("hidden", ScalarKind::String, {2, 20});
  builder.end_map();
  builder.key("origins", {3, 2});
  builder.scalar("femur", ScalarKind::String, {3, 12});
  EXPECT_FALSE(builder.end());
  EXPECT_EQ(describe(builder.record()), "a: origins=femur");
  EXPECT_EQ(diagnostics.count(Severity::Error), 1u);
}

TEST(RecordBuilder, ForgetsTheFaultsOfTheRecordBefore) {
  Diagnostics diagnostics;
  RecordBuilder builder(diagnostics);
  builder.begin("f", {1, 1});
  EXPECT_FALSE(builder.end());
  builder.begin("f", {2, 1});
  builder.key("name", {2, 1});
  builder.scalar("b", ScalarKind::String, {2, 7});
  EXPECT_TRUE(builder.end());
  EXPECT_EQ(describe(builder.record()), "b");
  EXPECT_EQ(printed(diagnostics), "f:1:1: error: a record needs the key 'name': the muscle [missing-key]\n");
}

TEST(RecordBuilder, RejectsTheRecordForAFaultOfTheReader) {
  Diagnostics diagnostics;
  RecordBuilder builder(diagnostics);
  builder.begin("f", {1, 1});
  builder.key("name", {1, 1});
  builder.scalar("a", ScalarKind::String, {1, 7});
  builder.error({1, 9}, "some-rule", "something", "do this");
  EXPECT_FALSE(builder.end());
  EXPECT_EQ(printed(diagnostics), "f:1:9: error: something [some-rule]\n  do this\n");
}

TEST(FormatOf, TellsTheFormatByTheExtension) {
  const auto name = [](std::string_view path) { return format_of(path) ? format_of(path)->name : "none"; };
  EXPECT_EQ(name("a.yaml"), "yaml");
  EXPECT_EQ(name("a.b/c.yml.gz"), "yaml");
  EXPECT_EQ(name("a.ndjson"), "jsonl");
  EXPECT_EQ(name("a.jsonl.gz"), "jsonl");
  EXPECT_EQ(name("a.csv"), "csv");
  EXPECT_EQ(name("a.tab"), "tsv");
  EXPECT_EQ(name("a.gz"), "none");
  EXPECT_EQ(name("a"), "none");
  EXPECT_EQ(name("-"), "none");
  EXPECT_EQ(name("a.yaml/b"), "none");
}

}  // namespace
}  // namespace musclekg::test
