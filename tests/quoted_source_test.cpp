// The words of records' fields, found again in their files, whatever the format.

#include "read/quoted_source.h"

#include <fmt/format.h>

#include "quads_test.h"

namespace musclekg::test {
namespace {

/// A quote that outlives its record.
struct Found {
  std::string field, exact, prefix, suffix;
  std::uint64_t begin, end;
  Position where;
};

std::string told(Position where) { return fmt::format("{}:{}", where.line, where.column); }

/// The quotes of all fields of a file, checked against the decoded text of it.
std::vector<Found> quotes_in(const std::string& path, std::string_view format, std::string_view source) {
  QuotedSource quoted(path, name_in_graph(path), format_named(format)->media_type);
  EXPECT_EQ(quoted.text().characters, count_code_points(source));
  EXPECT_EQ(quoted.text().sha256, sha256_of(source));
  EXPECT_EQ(quoted.text().format, format_named(format)->media_type);
  EXPECT_FALSE(quoted.text().page);
  std::vector<Found> all;
  std::vector<Quote> quotes;
  Diagnostics diagnostics;
  Input input(path);
  format_named(format)->read(input, diagnostics, [&](const Record& record, bool whole) {
    if (!whole) return;
    quoted.begin(record);
    for (const Field& field : record.fields) {
      quotes.clear();
      quoted.find(record, field, quotes);
      EXPECT_FALSE(quotes.empty()) << field.text;
      for (const Quote& quote : quotes)
        all.push_back({std::string(field.text), std::string(quote.exact), std::string(quote.prefix), std::string(quote.suffix), quote.begin,
                       quote.end, quote.where});
    }
  });
  EXPECT_EQ(printed(diagnostics), "");
  return all;
}

/// Whether a quote stands where it says. `starts`: the byte where each line of the source begins.
void expect_in_place(const Found& found, std::string_view source, const std::vector<std::size_t>& starts, std::size_t byte) {
  ASSERT_LT(found.begin, found.end) << found.field;
  ASSERT_LE(byte + found.exact.size(), source.size()) << found.field;
  EXPECT_EQ(found.exact, source.substr(byte, found.exact.size())) << found.field;
  EXPECT_EQ(count_code_points(found.exact), found.end - found.begin) << found.field;
  EXPECT_LE(found.end - found.begin, kLongestQuote);
  EXPECT_TRUE(source.substr(0, byte).ends_with(found.prefix)) << found.field;
  EXPECT_TRUE(source.substr(byte + found.exact.size()).starts_with(found.suffix)) << found.field;
  EXPECT_LE(count_code_points(found.prefix), 24u);
  EXPECT_LE(count_code_points(found.suffix), 24u);
  ASSERT_GE(found.where.line, 1u);
  ASSERT_LE(found.where.line, starts.size());
  EXPECT_EQ(starts[found.where.line - 1] + found.where.column - 1, byte) << found.field;
  if (found.where.line < starts.size()) {
    EXPECT_LT(byte, starts[found.where.line]) << found.field;
  }
}

/// The fields of a text and the words they were found by, "femur=femur", joined by line ends; each is where it says it is.
std::string found_in(std::string_view source, std::string_view format, bool compressed = false) {
  const TemporaryFolder folder;
  const std::string path = folder.write("input", compressed ? gzip(source) : std::string(source));
  std::vector<std::size_t> starts = {0}, bytes;
  for (std::size_t at = 0; at < source.size(); ++at) {
    if (source[at] == '\n') starts.push_back(at + 1);
    if ((static_cast<unsigned char>(source[at]) & 0xC0) != 0x80) bytes.push_back(at);
  }
  std::string text;
  for (const Found& found : quotes_in(path, format, source)) {
    if (found.begin >= bytes.size()) {
      ADD_FAILURE() << found.field << " at " << found.begin << " of " << bytes.size();
      continue;
    }
    expect_in_place(found, source, starts, bytes[found.begin]);
    text += fmt::format("{}={}\n", found.field, found.exact);
  }
  return text;
}

constexpr std::string_view kPlain = "vastus medialis=vastus medialis\nfemur=femur\nfemoral nerve=femoral nerve\n";

TEST(QuotedSource, FindsTheWordsOfYaml) {
  EXPECT_EQ(found_in("name: vastus medialis\norigins: femur\ninnervation: femoral nerve\n", "yaml"), kPlain);
  EXPECT_EQ(found_in("name: 'vastus medialis'\norigins:\n  - \"femur\"\ninnervation:\n  name:   femoral\n    nerve\n", "yaml"),
            "vastus medialis=vastus medialis\nfemur=femur\nfemoral nerve=femoral\n    nerve\n");
  EXPECT_EQ(found_in("name: >-\n  vastus\n  medialis\norigins: |\n  femur\ninnervation: \"femoral\\u0020nerve\"\n", "yaml"),
            "vastus medialis=vastus\n  medialis\nfemur=femur\nfemoral nerve=femoral\\u0020nerve\n");
  EXPECT_EQ(found_in("name: vastus medialis\norigins: femur\n---\nname: soleus\norigins: head of fibula\n", "yaml"),
            "vastus medialis=vastus medialis\nfemur=femur\nsoleus=soleus\nhead of fibula=head of fibula\n");
}

TEST(QuotedSource, FindsTheWordsOfJson) {
  EXPECT_EQ(found_in("{\n  \"name\": \"vastus medialis\",\n  \"origins\": \"femur\",\n  \"innervation\": \"femoral nerve\"\n}\n", "json"),
            kPlain);
  EXPECT_EQ(found_in(R"([{"name":"vastus medialis","origins":"femur"},{"name":"soleus","origins":["fibula","tibia"]}])", "json"),
            "vastus medialis=vastus medialis\nfemur=femur\nsoleus=soleus\nfibula=fibula\ntibia=tibia\n");
  EXPECT_EQ(found_in(R"([{"name":"vastus medialis","origins":"fem\u0075r \ud83e\uddb4 \"x\""}])", "json"),
            "vastus medialis=vastus medialis\nfemur \U0001F9B4 \"x\"=fem\\u0075r \\ud83e\\uddb4 \\\"x\\\"\n");
}

/// All on one line, and each record is found in its own place.
TEST(QuotedSource, FindsManyRecordsOfOneLine) {
  std::string source = "[", expected;
  for (int i = 0; i < 3000; ++i) {
    source += fmt::format("{}{{\"name\":\"muscle \u00e9{}\",\"origins\":\"bone {}\"}}", i == 0 ? "" : ",", i, i);
    expected += fmt::format("muscle \u00e9{0}=muscle \u00e9{0}\nbone {0}=bone {0}\n", i);
  }
  EXPECT_EQ(found_in(source + "]", "json"), expected);
}

/// More than is held at once: 5,000 lines, of which every 500th is long.
TEST(QuotedSource, FindsTheRecordsOfALargeFile) {
  std::string source, expected;
  for (int i = 0; i < 5000; ++i) {
    const std::string note(i % 500 == 0 ? 20000 : 60, 'n');
    source += fmt::format("{{\"name\":\"muscle \u4e2d{}\",\"origins\":{{\"name\":\"bone {}\",\"note\":\"{}\"}}}}\n", i, i, note);
    expected += fmt::format("muscle \u4e2d{0}=muscle \u4e2d{0}\nbone {0}=bone {0}\n{1}={2}\n", i, note, note.substr(0, 400));
  }
  ASSERT_GT(source.size(), std::size_t{2} << 18);
  EXPECT_EQ(found_in(source, "jsonl"), expected);
  EXPECT_EQ(found_in(source, "jsonl", true), expected) << "compressed";
}

TEST(QuotedSource, FindsTheWordsOfTables) {
  EXPECT_EQ(found_in("name,origins,innervation\nvastus medialis,femur,femoral nerve\n", "csv"), kPlain);
  EXPECT_EQ(found_in("name,origins\n\"vastus medialis\",\"the \"\"long\"\" shaft, upper part\"\nsoleus,fibula\n", "csv"),
            "vastus medialis=vastus medialis\nthe \"long\" shaft, upper part=the \"\"long\"\" shaft, upper part\nsoleus=soleus\n"
            "fibula=fibula\n");
  EXPECT_EQ(found_in("name\torigins\nsoleus\tfibula\n", "tsv"), "soleus=soleus\nfibula=fibula\n");
  EXPECT_EQ(found_in("name,origins\nsoleus,\"head\nof fibula\"\ngracilis,pubis\n", "csv"),
            "soleus=soleus\nhead\nof fibula=head\nof fibula\ngracilis=gracilis\npubis=pubis\n");
}

/// The words of each value are in its quote, and those of other cells are not.
TEST(QuotedSource, FindsEachOfSeveralValuesOfACell) {
  EXPECT_EQ(found_in("name,origins,innervation\nsoleus,fibula | tibia,tibial nerve\n", "csv"),
            "soleus=soleus\nfibula=fibula\ntibia=tibia\ntibial nerve=tibial nerve\n");
  EXPECT_EQ(found_in("name,origins,innervation\nsoleus,\"[\"\"fibula\"\", {\"\"name\"\": \"\"tibia\"\"}]\",tibial nerve\n", "csv"),
            "soleus=soleus\nfibula=fibula\ntibia=tibia\ntibial nerve=tibial nerve\n");
}

TEST(QuotedSource, FindsWhatStandsBehindAByteOrderMark) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  EXPECT_EQ(found_in(std::string(kMark) + "name: vastus medialis\norigins: femur\ninnervation: femoral nerve\n", "yaml"), kPlain);
  EXPECT_EQ(found_in(std::string(kMark) + R"([{"name":"vastus medialis","origins":"femur"},{"name":"soleus"}])", "json"),
            "vastus medialis=vastus medialis\nfemur=femur\nsoleus=soleus\n");
  EXPECT_EQ(found_in(std::string(kMark) + "{\"name\":\"vastus medialis\"}\n{\"name\":\"soleus\"}\n", "jsonl"),
            "vastus medialis=vastus medialis\nsoleus=soleus\n");
  EXPECT_EQ(found_in(std::string(kMark) + "name,origins\nsoleus,fibula\n", "csv"), "soleus=soleus\nfibula=fibula\n");
}

TEST(QuotedSource, FindsTheWordsOfLinesThatEndInTwoCharacters) {
  EXPECT_EQ(found_in("name: vastus medialis\r\norigins: femur\r\ninnervation: femoral nerve\r\n", "yaml"), kPlain);
  EXPECT_EQ(found_in("name,origins,innervation\r\nvastus medialis,femur,femoral nerve\r\n", "csv"), kPlain);
  EXPECT_EQ(found_in("{\"name\":\"vastus medialis\"}\r\n{\"name\":\"soleus\"}\r\n", "jsonl"),
            "vastus medialis=vastus medialis\nsoleus=soleus\n");
}

TEST(QuotedSource, CountsCharactersAndNotBytes) {
  constexpr std::string_view kSource = "# \u00e9\u4e2d\U0001F9B4\nname: mus\u00e9um \U0001F9B4\norigins: t\u00eate\n";
  const TemporaryFolder folder;
  const std::vector<Found> found = quotes_in(folder.write("input", kSource), "yaml", kSource);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].begin, 12u);
  EXPECT_EQ(found[0].end, 20u);
  EXPECT_EQ(told(found[0].where), "2:7");
  EXPECT_EQ(found[1].begin, 30u);
  EXPECT_EQ(found[1].end, 34u);
  EXPECT_EQ(found[1].exact, "t\u00eate");
  EXPECT_EQ(found[1].prefix, "name: mus\u00e9um \U0001F9B4\norigins: ") << "24 characters";
  EXPECT_EQ(found[1].suffix, "\n");
  EXPECT_EQ(sha256_of(kSource).size(), 64u);
}

TEST(QuotedSource, SaysWhatTheFileIs) {
  const TemporaryFolder folder;
  // The digest is that of the examples of the standard: "abc".
  QuotedSource quoted(folder.write("x.yaml", gzip("abc")), "x.yaml", "application/yaml");
  EXPECT_EQ(quoted.text().sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad") << "of what was compressed";
  EXPECT_EQ(quoted.text().characters, 3u);
  EXPECT_EQ(quoted.text().file, "x.yaml");
  EXPECT_EQ(name_in_graph("facts/x.yaml"), "facts/x.yaml");
  EXPECT_EQ(name_in_graph("/some/where/x.yaml"), "x.yaml") << "a place on a machine is nobody's business";
  EXPECT_EQ(name_in_graph("-"), "<stdin>");
  EXPECT_THROW(QuotedSource(folder / "missing", "missing", "text/csv"), Failure);
}

/// A quote has at most 400 characters, and ends where a word does.
TEST(QuotedSource, CutsLongQuotesAtABlank) {
  std::string words;
  for (int i = 0; i < 60; ++i) words += fmt::format("{}w\u00f6rd{:04}", i == 0 ? "" : " ", i);  // 8 characters, and a blank
  const std::string text = found_in("name: soleus\nclinical_claims:\n  - text: " + words + "\n    kind: finding\n", "yaml");
  const std::size_t at = text.find("\n" + words + "=") + words.size() + 2;
  ASSERT_NE(text.find("\n" + words + "="), std::string::npos) << text;
  const std::string quote = text.substr(at, text.find('\n', at) - at);
  EXPECT_EQ(count_code_points(quote), 44u * 9 - 1) << "44 words";
  EXPECT_TRUE(words.starts_with(quote + " "));
}

/// One blank within: the cut is not made in the middle of a character.
TEST(QuotedSource, CutsAWordWithoutBlanksBetweenCharacters) {
  std::string word;
  for (int i = 0; i < 500; ++i) word += "\u4e2d";
  EXPECT_EQ(found_in("name: soleus\norigins: " + word + "\n", "yaml"), "soleus=soleus\n" + word + "=" + word.substr(0, 1200) + "\n");
}

/// Values that no text says word by word are told by the words of their parts.
TEST(QuotedSource, AnActionOfPartsIsFromTheFirstToTheLast) {
  const std::string text =
      found_in("name: soleus\nactions:\n  - movement: plantar flexion\n    qualifier: strong\n    joint: ankle joint\n", "yaml");
  EXPECT_NE(text.find("\n=plantar flexion\n    qualifier: strong\n    joint: ankle joint\n"), std::string::npos) << text;
}

/// What the program writes of standard input, which can be read but once, is the same as of a file.
TEST(QuotedSource, StandardInputIsReadTwice) {
  const TemporaryFolder folder;
  std::string source;
  for (int i = 0; i < 3000; ++i) source += fmt::format("{{\"name\":\"muscle {}\",\"origins\":\"f\u00e9mur {}\"}}\n", i, i);
  const std::string path = folder.write("in.jsonl", source);
  const std::string out = nquads_of(source, {"--profile", "evidence"}, "jsonl");
  const Result file = run_program({"convert", path, "--to", "nquads", "-o", "-", "-q", "--profile", "evidence"});
  ASSERT_EQ(file.exit, 0) << file.err;
  std::string expected = file.out;
  for (std::size_t at; (at = expected.find("\"in.jsonl\"")) != std::string::npos;) expected.replace(at, 10, "\"<stdin>\"");
  EXPECT_EQ(out, expected);
  const Quads quads(out);
  EXPECT_EQ(quads.quote_of(quads.statement_of("mkt:muscle-2999", "obo:RO_0002372", "mkt:femur-2999")), "f\u00e9mur 2999");
}

/// A value whose line is cut off by the end of the file, and one that is empty but for its parts, still have some words.
TEST(QuotedSource, EveryFieldHasWords) {
  EXPECT_EQ(found_in("name: soleus\norigins: fibula", "yaml"), "soleus=soleus\nfibula=fibula\n");
  const std::string text =
      found_in("{name: soleus, actions: [{movement: flexion}], origins: {name: fibula, cites: 1}, references: [{number: 1}]}", "yaml");
  EXPECT_NE(text.find("fibula=fibula\n"), std::string::npos) << text;
}

TEST(QuotedSource, FindsThePlacesOfAPage) {
  constexpr std::string_view kPage = "\xEF\xBB\xBF# Sol\u00e9us\n\nIt rises high.\n";
  QuotedSource quoted(kPage, "page.md", "text/markdown", {{{3, 14}, "Sol\u00e9us", {}}, {{14, 29}, "", {"origin"}}});
  EXPECT_TRUE(quoted.text().page);
  EXPECT_EQ(quoted.text().characters, 26u);
  Record record;
  record.fields.push_back({Relation::Muscle, kNoParent, 2, "Sol\u00e9us", {}, {1, 6}, {}});
  record.fields.push_back({Relation::Origin, 0, 2, "high", {}, {}, {}});
  record.fields[1].place = 1;
  const auto rises = static_cast<std::uint32_t>(kPage.find("rises"));
  record.places = {{{rises, rises + 5}, 2}, {{rises + 6, rises + 10}, 0}};
  quoted.begin(record);
  std::vector<Quote> quotes;
  quoted.find(record, record.fields[1], quotes);
  ASSERT_EQ(quotes.size(), 2u) << "each place of a fact that is said twice";
  EXPECT_EQ(quotes[0].exact, "rises");
  EXPECT_EQ(quotes[0].begin, 14u);
  EXPECT_EQ(told(quotes[0].where), "3:4");
  EXPECT_EQ(quotes[0].section, 2u);
  EXPECT_EQ(quotes[1].exact, "high");
  EXPECT_EQ(quotes[1].suffix, ".\n");
}

}  // namespace
}  // namespace musclekg::test
