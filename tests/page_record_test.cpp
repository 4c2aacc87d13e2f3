// From what was read of a page to records: the events, the YAML, and that both are the same.

#include "extract/page_record.h"

#include "app/page_json.h"
#include "app/page_records.h"
#include "extract/record_yaml.h"
#include "read/page_sidecar.h"
#include "test.h"

namespace musclekg::test {
namespace {

/// Facts whose words are looked for in a source of their own, each a line.
class PageOfLines {
 public:
  PageOfLines() {
    page_.file = facts_.file = "page.txt";
    page_.layout = facts_.layout = "text";
    facts_.muscle = "biceps brachii";
    facts_.muscle_where = line("Biceps brachii");
  }

  Span line(std::string_view words) {
    const auto begin = static_cast<std::uint32_t>(page_.source.size());
    page_.source.append(words).append("\n");
    return {begin, begin + static_cast<std::uint32_t>(words.size())};
  }

  Fact& add(FactRelation relation, std::string_view head) {
    Fact& fact = facts_.facts.emplace_back();
    fact.relation = relation;
    fact.head = fact.text = head;
    fact.where = fact.sentence = line(head);
    return fact;
  }

  Fact& action(std::string_view movement, std::string_view moved = {}, bool at_joint = false) {
    Fact& fact = add(FactRelation::Action, movement);
    fact.movement = movement;
    fact.moved = moved;
    fact.at_joint = at_joint;
    return fact;
  }

  PageReference& reference(std::uint32_t number, std::string_view title) {
    PageReference& added = facts_.references.emplace_back();
    added.number = number;
    added.title = added.text = title;
    added.where = line(title);
    return added;
  }

  std::string yaml(bool unread = false) const {
    std::string text;
    RecordYaml events(text);
    tell(events, unread);
    return text;
  }

  /// The records as the reader of records describes them: built at once, and read from the YAML; both must be the same, without findings.
  std::vector<std::string> records() const {
    Linker linker(bundled_knowledge().link_tables());
    std::vector<std::string> built;
    Diagnostics diagnostics;
    read_page_records(facts_, page_, {*bundled_knowledge().levels, bundled_knowledge().kinds, linker}, diagnostics,
                      [&](const Record& record, bool whole) { built.push_back(whole ? describe(record) : "rejected"); });
    EXPECT_EQ(printed(diagnostics), "");
    const ReadRecords read = read_records("yaml", yaml(true));
    EXPECT_EQ(read.findings, "");
    EXPECT_EQ(read.records, built) << yaml();
    return built;
  }

  PageFacts& facts() { return facts_; }
  const Page& page() const { return page_; }

 private:
  void tell(RecordEvents& events, bool unread) const {
    Linker linker(bundled_knowledge().link_tables());
    tell_records(facts_, page_, Places(page_.source), {*bundled_knowledge().levels, bundled_knowledge().kinds, linker}, unread, events);
  }

  Page page_;
  PageFacts facts_;
};

using Records = std::vector<std::string>;
using enum FactRelation;

TEST(PageRecord, QuotesThePageAboveEachValue) {
  PageOfLines page;
  page.facts().synonyms = {"biceps"};
  Fact& origin = page.add(Origin, "coracoid process");
  origin.qualifier = "tip";
  origin.citations = {1};
  origin.text = "tip of the\n coracoid";
  page.add(Insertion, "radial tuberosity").via = {"biceps tendon", "bicipital aponeurosis"};
  page.reference(1, "Anatomy");
  EXPECT_EQ(page.yaml(),
            "# Read from page.txt. Above each value stand the words of the page that say it.\n"
            "# page.txt:1:1 \"Biceps brachii\"; also called biceps\n"
            "name: biceps brachii\n"
            "origins:\n"
            "  # page.txt:2:1 \"tip of the coracoid\"\n"
            "  - name: coracoid process\n"
            "    qualifier: tip\n"
            "    cites: 1\n"
            "insertions:\n"
            "  # page.txt:3:1 \"radial tuberosity\"\n"
            "  - name: radial tuberosity\n"
            "    via: [biceps tendon, bicipital aponeurosis]\n"
            "references:\n"
            "  # page.txt:4:1 \"Anatomy\"\n"
            "  - number: 1\n"
            "    title: Anatomy\n");
  EXPECT_EQ(page.records(),
            Records{"biceps brachii: origins=coracoid process{qualifier=tip, cites=1}, "
                    "insertions=radial tuberosity{via=biceps tendon, via=bicipital aponeurosis}, references=1{title=Anatomy}"});
}

TEST(PageRecord, WhatIsSaidTwiceIsOneValueThatCitesAll) {
  PageOfLines page;
  page.reference(1, "One");
  page.reference(2, "Two");
  page.add(Origin, "femur").citations = {2};
  Fact& again = page.add(Origin, "Femur");
  again.citations = {1, 2};
  again.citation_basis = CitationBasis::Paragraph;
  page.add(Origin, "femur").qualifier = "neck";
  EXPECT_EQ(page.records(), Records{"biceps brachii: origins=femur{note=cited by the last mark of its paragraph: 1, cites=2, cites=1}, "
                                    "origins=femur{qualifier=neck}, references=1{title=One}, references=2{title=Two}"});
}

TEST(PageRecord, RootsBelongToTheirNerve) {
  PageOfLines page;
  page.add(Innervation, "femoral nerve").fibre_type = "motor";
  page.add(Innervation, "obturator nerve");
  page.add(SpinalRoot, "L3").of = 1;
  page.add(SpinalRoot, "l2").of = 0;
  page.add(SpinalRoot, "L2").of = 0;
  page.add(SpinalRoot, "L4");
  page.add(SpinalRoot, "X1").of = 0;
  EXPECT_EQ(page.records(),
            Records{"biceps brachii: innervation=femoral nerve{note=motor fibres, roots=L2}, innervation=obturator nerve{roots=L3}"});
  EXPECT_NE(page.yaml().find("# a root without a nerve: spinal_root: page.txt:7:1 \"L4\"\n"), std::string::npos);
  EXPECT_NE(page.yaml().find("# no spinal level: spinal_root: page.txt:8:1 \"X1\"\n"), std::string::npos);

  PageOfLines one;
  one.add(SpinalRoot, "L2-L4");
  one.add(Innervation, "femoral nerve");
  EXPECT_EQ(one.records(), Records{"biceps brachii: innervation=femoral nerve{roots=L2-L4}"}) << "there is only one nerve";
}

TEST(PageRecord, BranchesOfAnArteryAreNamed) {
  PageOfLines page;
  page.add(Artery, "brachial artery").qualifier = "muscular branches";
  page.add(Artery, "axillary artery").qualifier = "third part";
  EXPECT_EQ(page.records(), Records{"biceps brachii: arterial_supply=muscular branches of brachial artery, "
                                    "arterial_supply=axillary artery{qualifier=third part}"});
}

TEST(PageRecord, Actions) {
  PageOfLines page;
  page.action("flexion", "elbow", true);
  page.action("flexion", "Elbow joint", true);
  page.action("flexion", "forearm").condition = "unilateral";
  page.action("supination");
  page.add(JointActedOn, "elbow joint");
  page.add(JointActedOn, "shoulder joint");
  EXPECT_EQ(page.records(), Records{"biceps brachii: actions={movement=flexion, joint=elbow}, "
                                    "actions={qualifier=unilateral, movement=flexion, part=forearm}, actions={movement=supination}"});
  EXPECT_NE(page.yaml().find("# a joint without a movement: joint_acted_on: page.txt:7:1 \"shoulder joint\"\n"), std::string::npos);
  EXPECT_EQ(page.yaml().find("joint_acted_on: page.txt:6"), std::string::npos);
}

TEST(PageRecord, AHeadWithFactsOfItsOwnIsARecord) {
  PageOfLines page;
  page.reference(1, "One");
  page.reference(2, "Two");
  Fact& origin = page.add(Origin, "supraglenoid tubercle");
  origin.muscle_part = "long head";
  origin.citations = {2};
  page.add(Insertion, "radial tuberosity").citations = {1};
  page.add(Innervation, "musculocutaneous nerve").muscle_part = "long head of biceps brachii";
  Fact& variant = page.add(Origin, "humerus");
  variant.muscle_part = "third head";
  variant.modality = Modality::Variant;
  EXPECT_EQ(page.records(),
            (Records{"biceps brachii: insertions=radial tuberosity{cites=1}, references=1{title=One}, references=2{title=Two}",
                     "long head of biceps brachii: part_of=biceps brachii, origins=supraglenoid tubercle{cites=2}, "
                     "innervation=musculocutaneous nerve, references=2{title=Two}"}));
  EXPECT_NE(page.yaml().find("# not claimed (variant): origin of third head: page.txt:7:1 \"humerus\"\n"), std::string::npos);
}

TEST(PageRecord, AMuscleIsPartOfGroupsAndAHeadOfItsMuscle) {
  PageOfLines page;
  page.facts().muscle = "vastus medialis";
  page.add(PartOf, "quadriceps femoris");
  page.add(PartOf, "anterior thigh muscles");
  page.add(PartOf, "pelvic floor");
  EXPECT_EQ(page.records(), Records{"vastus medialis: group=quadriceps femoris, group=anterior thigh muscles"});
  EXPECT_NE(page.yaml().find("# neither a muscle nor a group of muscles: part_of: page.txt:4:1 \"pelvic floor\"\n"), std::string::npos);

  PageOfLines head;
  head.facts().muscle = "long head of biceps brachii";
  head.add(PartOf, "biceps brachii").muscle_part = "long head";
  EXPECT_EQ(head.records(), Records{"long head of biceps brachii: part_of=biceps brachii"});
}

TEST(PageRecord, WhatThePageDoesNotClaimIsACommentOnly) {
  PageOfLines page;
  page.add(Origin, "fibula").modality = Modality::Disputed;
  Fact& denied = page.add(Insertion, "tibia");
  denied.negative = true;
  denied.subject = "soleus";
  page.facts().unread = {page.line("Nobody knows why.")};
  EXPECT_EQ(page.records(), Records{"biceps brachii"});
  EXPECT_NE(page.yaml().find("# not claimed (disputed): origin: page.txt:2:1 \"fibula\"\n"
                             "# not claimed (negative, of soleus): insertion: page.txt:3:1 \"tibia\"\n"),
            std::string::npos);
  EXPECT_EQ(page.yaml().find("unread"), std::string::npos);
  EXPECT_NE(page.yaml(true).find("# unread: page.txt:4:1 \"Nobody knows why.\"\n"), std::string::npos);
}

TEST(PageRecord, ClaimsPalpationReferencesAndSource) {
  PageOfLines page;
  PageReference& reference = page.reference(3, "A title");
  reference.type = "journal-article";
  reference.authors = {"Doe J", "Roe M"};
  reference.date = "May 99";
  reference.url = "example.org/../x";
  reference.volume = "12";
  page.reference(3, "Another with its number");
  page.facts().claims.push_back(
      {"It tears: often.", page.line("It tears: often."), "finding", "for", {"rupture"}, {}, {3, 9}, CitationBasis::Paragraph});
  page.facts().claims.push_back({"It is strong.", page.line("It is strong."), "", "", {}, {}, {}, CitationBasis::None});
  page.facts().palpation.push_back({"It is felt.", page.line("It is felt."), {}, CitationBasis::None});
  page.facts().source.title = "Biceps";
  page.facts().source.licence = "CC BY";
  page.facts().source.contributors = {{"Jane Doe", "author", {}}, {"Max Roe", "", {}}};
  EXPECT_EQ(
      page.records(),
      Records{"biceps brachii: clinical_claims=It tears: often.{note=cites 9, which the page does not list, cites=3, "
              "citation_scope=paragraph, kind=finding, stance=for, about=rupture}, clinical_claims=It is strong.{about=biceps brachii}, "
              "palpation=It is felt., "
              "references=3{note=date as written: May 99; url as written: example.org/../x, type=journal-article, authors=Doe J, "
              "authors=Roe M, title=A title, volume=12}, "
              "source={note=licence as written: CC BY, title=Biceps, contributors=Jane Doe{role=author}, contributors=Max Roe}"});
  EXPECT_NE(page.yaml().find("# a reference without a number of its own: page.txt:3:1 \"Another with its number\"\n"), std::string::npos);
}

TEST(PageRecord, NoRecordComesOfAPageWithoutAMuscle) {
  PageOfLines page;
  page.facts().muscle.clear();
  page.add(Origin, "femur");
  EXPECT_EQ(page.records(), Records{});
  EXPECT_NE(page.yaml().find("# origin: page.txt:2:1 \"femur\"\n"), std::string::npos);
}

/// Words that YAML could take for something else.
constexpr std::string_view kAwkward[] = {"yes",
                                         "No",
                                         "null",
                                         "~",
                                         "12",
                                         "1e3",
                                         "0x1F",
                                         "2014-10-01",
                                         "12:30",
                                         "- a",
                                         "? a",
                                         "a: b",
                                         "a:",
                                         ": a",
                                         "a #b",
                                         "#a",
                                         "'a'",
                                         "\"a\"",
                                         "a\\b",
                                         "&a",
                                         "*a",
                                         "!a",
                                         "|",
                                         ">",
                                         "%a",
                                         "@a",
                                         "`a",
                                         "{a}",
                                         "[a]",
                                         "a, b",
                                         "a]",
                                         "...",
                                         "---",
                                         "--- a",
                                         "a\tb",
                                         "caf\xC3\xA9",
                                         "\xE2\x80\x9C"
                                         "a\xE2\x80\x9D",
                                         "a\xE2\x80\xA8"
                                         "b",
                                         "\xEF\xBB\xBF"
                                         "a",
                                         "a\xC2\x85"
                                         "b",
                                         "\xF0\x9F\x92\xAA",
                                         "L2\xE2\x80\x93L4",
                                         "a\\",
                                         "a\"",
                                         "<<",
                                         "=",
                                         "key: [x, {y: z}]"};

TEST(PageRecord, AnyWordsAreQuotedRight) {
  for (const std::string_view words : kAwkward) {
    PageOfLines page;
    Fact& fact = page.add(Insertion, words);
    fact.qualifier = words;
    fact.via = {std::string(words), "b"};
    const Records records = page.records();
    ASSERT_EQ(records.size(), 1u) << words;
    const std::string shown = words == "a\tb" ? "a b" : std::string(words);
    EXPECT_EQ(records[0], "biceps brachii: insertions=" + shown + "{qualifier=" + shown + ", via=" + shown + ", via=b}");
  }
}

TEST(PageRecord, AnyBytesGiveYamlThatIsRead) {
  std::uint32_t state = 12345;
  const auto draw = [&](std::uint32_t below) { return (state = state * 1664525 + 1013904223) / 65536 % below; };
  for (int round = 0; round < 300; ++round) {
    std::string words = "a";
    for (std::uint32_t i = draw(12); i > 0; --i) {
      if (draw(3) == 0) {
        append_utf8(words, draw(2) == 0 ? 0x80 + draw(0x2100) : 1 + draw(0x7F));
      } else {
        words += kAwkward[draw(std::size(kAwkward))];
      }
    }
    PageOfLines page;
    page.facts().muscle = words;
    page.add(Origin, words).qualifier = words;
    page.facts().source.title = words;
    page.facts().claims.push_back({words, {}, "", "", {words}, {}, {}, CitationBasis::None});
    EXPECT_EQ(page.records().size(), 1u) << words;
  }
}

TEST(YamlScalar, IsPlainWhereNothingElseCanBeMeant) {
  EXPECT_EQ(yaml_scalar("medial lip (of linea aspera)", false), "medial lip (of linea aspera)");
  EXPECT_EQ(yaml_scalar("femur, tibia", false), "femur, tibia");
  EXPECT_EQ(yaml_scalar("femur, tibia", true), "\"femur, tibia\"");
  EXPECT_EQ(yaml_scalar("off", false), "\"off\"");
  EXPECT_EQ(yaml_scalar("2286-94", false), "\"2286-94\"");
  EXPECT_EQ(yaml_scalar("a \"b\" \\ \n\x01\xFF", false), "\"a \\\"b\\\" \\\\ \\n\\u0001\\uFFFD\"");
}

TEST(PageJson, TellsWhereTheWordsStand) {
  PageOfLines page;
  page.line("\xC3\xA9\xE2\x80\x93");
  Fact& fact = page.action("flexion", "elbow", true);
  fact.muscle_part = "long head";
  page.add(Origin, "femur").negative = true;
  page.facts().body_bytes = 3;
  page.facts().body_bytes_read = 1;
  EXPECT_EQ(page_json("dir/page.txt", page.facts(), page.page(), JsonStyle::Line),
            R"({"file":"page.txt","path":"dir/page.txt","layout":"text","muscle":"biceps brachii","facts":[{"relation":"action",)"
            R"("text":"flexion","head":"flexion","start":18,"end":25,"start_byte":21,"end_byte":28,"line":3,"column":1,)"
            R"("muscle_part":"long head","movement":"flexion","joint":"elbow"}],"not_claimed":[{"relation":"origin","text":"femur",)"
            R"("head":"femur","start":26,"end":31,"start_byte":29,"end_byte":34,"line":4,"column":1,"polarity":"negative"}],)"
            R"("read_share":0.333})");
}

TEST(Places, CountLinesBytesAndCharacters) {
  std::string text =
      "\xEF\xBB\xBF"
      "ab\r\n";
  for (int i = 0; i < 2000; ++i) text += "\xC3\xA9";
  text += "\n";
  const Places places(text);
  const auto shown = [&](std::size_t offset) {
    const Position position = places.position(offset);
    return std::to_string(position.line) + ":" + std::to_string(position.column) + " " + std::to_string(places.code_points(offset));
  };
  EXPECT_EQ(shown(0), "1:1 0");
  EXPECT_EQ(shown(3), "1:4 1");
  EXPECT_EQ(shown(7), "2:1 5");
  EXPECT_EQ(shown(7 + 3000), "2:3001 1505");
  EXPECT_EQ(shown(text.size()), "3:1 2006");
  EXPECT_EQ(shown(text.size() + 9), "3:1 2006");
  EXPECT_EQ(Places("").position(0).line, 1u);
}

TEST(PageSidecar, SaysWhatThePageDoesNot) {
  const TemporaryFolder folder;
  folder.write("soleus.meta.yaml", "url: https://example.org/soleus\nrevision: 12345\nretrieved: 2024-05-01\ntitle: Soleus\npublisher:\n");
  Diagnostics diagnostics;
  const PageSidecar sidecar = read_sidecar(folder / "soleus.txt.gz", diagnostics);
  EXPECT_EQ(printed(diagnostics), "");
  EXPECT_EQ(sidecar.url, "https://example.org/soleus");
  EXPECT_EQ(sidecar.version, "12345");
  EXPECT_EQ(sidecar.retrieved, "2024-05-01");
  EXPECT_EQ(sidecar.title, "Soleus");
  EXPECT_EQ(sidecar.publisher, "");
  EXPECT_EQ(read_sidecar(folder / "other.txt", diagnostics).url, "");
}

TEST(PageSidecar, FaultsHaveTheirPlace) {
  const auto faults = [](std::string_view text) {
    const TemporaryFolder folder;
    const std::string path = folder.write("a.meta.yaml", text);
    Diagnostics diagnostics;
    EXPECT_NO_THROW(read_sidecar(folder / "a.txt", diagnostics));
    std::string found = printed(diagnostics);
    for (std::size_t at; (at = found.find(path)) != std::string::npos;) found.replace(at, path.size(), "a.meta.yaml");
    return found;
  };
  EXPECT_EQ(faults("title: A\nulr: x\n"),
            "a.meta.yaml:2:1: error: unknown key 'ulr'; the keys are title, publisher, licence, url, date, retrieved, version, revision "
            "[page-sidecar]\n  did you mean 'url'?\n");
  EXPECT_EQ(faults("retrieved: May 99\n"),
            "a.meta.yaml:1:12: error: 'retrieved' takes a date as YYYY, YYYY-MM or YYYY-MM-DD [page-sidecar]\n");
  EXPECT_EQ(
      faults("url: example.org\n"),
      "a.meta.yaml:1:6: error: 'url' takes an absolute IRI without blanks, quotes, braces, backslashes and dot segments [page-sidecar]\n");
  EXPECT_EQ(faults("title: true\n"),
            "a.meta.yaml:1:8: error: 'title' takes a string [page-sidecar]\n  put it in quotes if it is meant as text\n");
  EXPECT_EQ(faults("version: 1\nrevision: 2\n"),
            "a.meta.yaml:2:1: error: the key 'version' is there twice [page-sidecar]\n  keep one of them\n");
  EXPECT_NE(faults("- a\n"), "");
  EXPECT_NE(faults("title: [a\n"), "");
  EXPECT_NE(faults("title: {a: b}\n"), "");
  EXPECT_NE(faults("title: \xFF\n"), "");
  EXPECT_EQ(faults(""), "");
  EXPECT_EQ(faults("# nothing\n"), "");
}

}  // namespace
}  // namespace musclekg::test
