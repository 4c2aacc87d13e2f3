// References, contributors, claims and palpation of pages.

#include "extract/page_matter.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "test.h"

namespace musclekg::test {

namespace {

const PageMatter& matter() {
  static Diagnostics diagnostics;
  static const PageMatter result(project("ontology").string(), diagnostics);
  EXPECT_EQ(printed(diagnostics), "");
  return result;
}

Block block_of(std::string words, Block::Kind kind = Block::Kind::Paragraph) {
  Block block;
  block.kind = kind;
  block.words = std::move(words);
  const auto size = static_cast<std::uint32_t>(block.words.size());
  block.pieces = {{0, 100, size}};
  block.source = {100, 100 + size};
  return block;
}

/// What of a reference is not empty: "type=website title=..."; without its text and place.
std::string describe(const PageReference& reference) {
  std::string result;
  const auto add = [&](std::string_view key, std::string_view value) {
    if (!value.empty()) result += fmt::format("{}{}={}", result.empty() ? "" : " | ", key, value);
  };
  add("type", reference.type);
  add("authors", fmt::format("{}", fmt::join(reference.authors, "; ")));
  add("title", reference.title);
  add("journal", reference.journal);
  add("publisher", reference.publisher);
  add("date", reference.date);
  add("accessed", reference.accessed);
  add("volume", reference.volume);
  add("issue", reference.issue);
  add("pages", reference.pages);
  add("url", reference.url);
  add("doi", reference.doi);
  add("pmid", reference.pmid);
  add("design", reference.design);
  return result;
}

std::string reference(std::string words) { return describe(matter().reference_of(block_of(std::move(words)), 1)); }

/// "Jane Doe (author), Max Roe".
std::string contributors(const Block& block) {
  std::vector<std::string> result;
  for (const PageContributor& person : matter().contributors_of(block))
    result.push_back(person.role.empty() ? person.name : fmt::format("{} ({})", person.name, person.role));
  return fmt::format("{}", fmt::join(result, ", "));
}
std::string contributors(std::string words) { return contributors(block_of(std::move(words))); }

ClinicalClaim claim(std::string words) {
  Page page;
  page.blocks.push_back(block_of(std::move(words)));
  return matter().claim_of(page, sentences_of(page, 0).at(0));
}

/// "finding neutral", and what is disputed.
std::string kind_of(std::string words) {
  const ClinicalClaim result = claim(std::move(words));
  std::string text(result.kind);
  if (!result.stance.empty()) text.append(" ").append(result.stance);
  for (const std::string& name : result.disputes) text += ": " + name;
  return text;
}

/// The blocks of a page in plain text, of which each line is one; those behind the first reference stand in its list.
struct PlainPage {
  explicit PlainPage(const std::string& text) {
    for (const std::string_view line : split(text, '\n')) {
      if (trim(line).empty()) continue;
      page.blocks.push_back(block_of(std::string(trim(line))));
      if (matter().is_reference(page.blocks.back(), !references.empty())) references.push_back(page.blocks.back());
    }
  }

  Page page;
  std::vector<Block> references;
};

/// What a record has in fields with that relation that belong to the muscle, each with what belongs to it, as a map.
std::vector<std::multimap<std::string, std::string>> told(const std::string& path, Relation relation) {
  std::vector<std::multimap<std::string, std::string>> result;
  Diagnostics diagnostics;
  Input input(path);
  format_named("yaml")->read(input, diagnostics, [&](const Record& record, bool) {
    for (std::uint32_t i = 1; i < record.fields.size(); i = record.fields[i].end) {
      if (record.fields[i].relation != relation) continue;
      std::multimap<std::string, std::string>& inner = result.emplace_back();
      for (std::uint32_t k = i + 1; k < record.fields[i].end; k = record.fields[k].end)
        inner.emplace(name_of(record.fields[k].relation), record.fields[k].text);
      inner.emplace("", record.fields[i].text);
    }
  });
  return result;
}

}  // namespace

TEST(References, AreReadInTheWayOfVancouver) {
  EXPECT_EQ(
      reference("2. Weber S, van der Berg AB, O'Hara J Jr. Pain of the knee: what we know. J Knee. 2014 Oct 1;22(10):2286-94."),
      "type=journal-article | authors=Weber S; van der Berg AB; O'Hara J Jr | title=Pain of the knee: what we know | journal=J Knee | "
      "date=2014-10-01 | volume=22 | issue=10 | pages=2286-94 | design=unclassified");
  EXPECT_EQ(
      reference(
          "Weber S, Doe K, et al. Does it exist? A view. J. Bone Joint Surg. Am. 2009 May-Jun;91:12–9. doi: 10.1000/j.x(9). PMID: 999"),
      "type=journal-article | authors=Weber S; Doe K | title=Does it exist? A view | journal=J. Bone Joint Surg. Am | date=2009 | "
      "volume=91 | "
      "pages=12–9 | doi=10.1000/j.x(9) | pmid=999 | design=unclassified");
  EXPECT_EQ(
      reference("Weber S. Strength of bone. Knee 2010;17(2):e12"),
      "type=journal-article | authors=Weber S | title=Strength of bone | journal=Knee | date=2010 | volume=17 | issue=2 | pages=e12 | "
      "design=unclassified");
  EXPECT_EQ(reference("Moor KL, Dale AF, editors. Anatomy for clinics. 5th ed. Sometown: Some & Sons; 2006. p. 456-60."),
            "authors=Moor KL; Dale AF | title=Anatomy for clinics | publisher=Some & Sons | date=2006 | pages=456-60 | "
            "design=reference-resource");
}

TEST(References, AreReadInTheWaysOfApaHarvardAndMla) {
  const char* article = "journal=Journal of Knees | date=2014 | volume=22 | issue=10 | pages=2286-2294";
  EXPECT_EQ(
      reference("Weber, A. B., & Doe, C. (2014). The knee: A view. Journal of Knees, 22(10), 2286-2294. https://doi.org/10.1000/xyz"),
      fmt::format(
          "type=journal-article | authors=Weber, A. B.; Doe, C. | title=The knee: A view | {} | doi=10.1000/xyz | design=unclassified",
          article));
  EXPECT_EQ(reference("Weber, A. and Doe, K.B., 2014. The knee. Journal of Knees, 22(10), pp.2286-2294."),
            fmt::format("type=journal-article | authors=Weber, A.; Doe, K.B. | title=The knee | {} | design=unclassified", article));
  EXPECT_EQ(reference("Weber, Anna, and Jane Doe. \"The Knee.\" Journal of Knees, vol. 22, no. 10, 2014, pp. 2286-2294."),
            fmt::format("type=journal-article | authors=Weber, Anna; Jane Doe | title=The Knee | {} | design=unclassified", article));
  EXPECT_EQ(reference("Moor, K. L., Dale, A. F., & Ager, A. M. R. (2014). Clinical anatomy (7th ed.). Sometown: Some Press."),
            "authors=Moor, K. L.; Dale, A. F.; Ager, A. M. R. | title=Clinical anatomy | publisher=Some Press | date=2014 | "
            "design=reference-resource");
}

TEST(References, ToChaptersAndQuotedTitlesKeepTheTitle) {
  EXPECT_EQ(reference("Weber S. Knees at rest. In: Doe J, editor. Big book of knees. 2nd ed. London: Press; 2003. p. 12-34."),
            "authors=Weber S | title=Knees at rest | publisher=Press | date=2003 | pages=12-34 | design=unclassified");
  EXPECT_EQ(reference("Weber S (2014). \"Knees at rest\". In Doe J (ed.). Big Book of Knees (2nd ed.). Press. pp. 12–34."),
            "authors=Weber S | title=Knees at rest | date=2014 | pages=12–34 | design=unclassified");
  EXPECT_EQ(
      reference("Weber, S. (2014) 'The dog's knee', Journal of Knees, 22(10), pp. 12-34."),
      "type=journal-article | authors=Weber, S. | title=The dog's knee | journal=Journal of Knees | date=2014 | volume=22 | issue=10 | "
      "pages=12-34 | design=unclassified");
}

TEST(References, AreReadInTheWayOfWikipedia) {
  EXPECT_EQ(
      reference("^ a b Weber, Anna; Doe, Jane (May 2014). \"The knee\". Journal of Knees. 22 (10): 2286–94. doi:10.1000/x. PMC 1234567. "
                "PMID 12345. Retrieved 2018-03-16."),
      "type=journal-article | authors=Weber, Anna; Doe, Jane | title=The knee | journal=Journal of Knees | date=2014-05 | "
      "accessed=2018-03-16 | "
      "volume=22 | issue=10 | pages=2286–94 | doi=10.1000/x | pmid=12345 | design=unclassified");
  EXPECT_EQ(reference("Graw, Henry (1918). Anatomy of the Body. Lea & Sons. p. 456. ISBN 978-1-2345-6789-0."),
            "authors=Graw, Henry | title=Anatomy of the Body | publisher=Lea & Sons | date=1918 | pages=456 | design=reference-resource");
  EXPECT_EQ(reference("\"Soleus\". Muscle Site. 16 March 2018. Archived from the original on 2019-01-02. Retrieved 3 May 2019."),
            "type=website | title=Soleus | publisher=Muscle Site | date=2018-03-16 | accessed=2019-05-03 | design=unclassified");
}

TEST(References, ToTheWebSayWhenTheyWereLookedAt) {
  EXPECT_EQ(
      reference("1.0 1.1 | Soleus in 3D | Body Atlas [Internet]. 2017 [cited 3 May 2018]. Available from: https://example.org/soleus"),
      "type=website | title=Soleus in 3D | publisher=Body Atlas | date=2017 | accessed=2018-05-03 | url=https://example.org/soleus | "
      "design=unclassified");
  EXPECT_EQ(reference("Body Site. Soleus anatomy [Internet]. 2018 Mar [cited 2018 Mar 16]. Available from:"),
            "type=website | title=Soleus anatomy | date=2018-03 | accessed=2018-03-16 | design=reference-resource");
  // Which is the site, which the title, nothing tells.
  EXPECT_EQ(reference("Body Site. Soleus. Available at: https://example.org/soleus (accessed 03/04/2018)"),
            "type=website | accessed=2018 | url=https://example.org/soleus");
  EXPECT_EQ(
      reference("Held A. Soleus. In: BodyBook [Internet]. Sometown (FL): BodyBook Publishing; 2019. Available from: https://example.org/b"),
      "authors=Held A | title=Soleus | publisher=BodyBook Publishing | date=2019 | url=https://example.org/b | design=unclassified");
}

TEST(References, ThatTellLittleStayAsTheyAre) {
  for (const char* words : {"See the atlas", "ibid.", "?", "[]", "Personal words of a friend, page of notes", "(((", "\"", "2014"}) {
    const PageReference result = matter().reference_of(block_of(words), 7);
    EXPECT_EQ(result.text, words);
    EXPECT_EQ(result.number, 7u);
    EXPECT_EQ(result.title + result.journal + result.publisher, "") << words;
  }
}

TEST(References, HaveTheirNumberAndBacklinks) {
  const auto numbered = [](std::string words) {
    const PageReference result = matter().reference_of(block_of(std::move(words)), 9);
    return fmt::format("{} {} {} {}", result.number, result.backlinks, result.text, result.where.begin);
  };
  EXPECT_EQ(numbered("3. 3.0 3.1 3.2 |  Weber  S"), "3 3 Weber S 118");
  EXPECT_EQ(numbered("[12] Weber S"), "12 0 Weber S 105");
  EXPECT_EQ(numbered("^ Weber S"), "9 1 Weber S 102");
  EXPECT_EQ(numbered("↑ 4.0 4.1 Weber S"), "4 2 Weber S 112");
  EXPECT_EQ(numbered("1. ^ a b c Weber S"), "1 3 Weber S 111");
  EXPECT_EQ(numbered("Weber S. 2014"), "9 0 Weber S. 2014 100");
}

TEST(References, HaveTheDesignThatTheirWordsTell) {
  const auto design = [](std::string title, std::string journal) {
    const PageReference result = matter().reference_of(block_of("Weber S. " + title + ". " + journal + ". 2014;2(1):4."), 1);
    return result.type + " " + result.design;
  };
  EXPECT_EQ(design("Knees: a systematic review and meta-analysis", "J Knee"), "systematic-review systematic-review");
  EXPECT_EQ(design("Knees at rest", "Cochrane Database Syst Rev"), "systematic-review systematic-review");
  EXPECT_EQ(design("Rest against work: a randomised controlled trial", "J Knee"), "journal-article controlled-trial");
  EXPECT_EQ(design("An experimental model of the knee", "J Knee"), "journal-article experimental-study");
  EXPECT_EQ(design("Knees: current concepts", "J Knee"), "journal-article narrative-review");
  EXPECT_EQ(design("Anatomy of the knee", "J Knee"), "journal-article unclassified");
}

TEST(References, OfTemplatesAreTakenArgumentByArgument) {
  Note note;
  note.number = 3;
  note.block = block_of("Weber A, The knee");
  note.arguments = {{"last1", "Weber"},
                    {"first1", "Anna"},
                    {"author2", "[[Jane Doe|Doe J]]"},
                    {"title", "The ''knee''"},
                    {"journal", "[[J Knee]]"},
                    {"date", "1 October 2014"},
                    {"volume", "22"},
                    {"issue", "10"},
                    {"pages", "1–9"},
                    {"doi", "10.1000/x"},
                    {"pmid", "12"},
                    {"url", "no address"},
                    {"access-date", "2018-03-16"}};
  const PageReference result = matter().reference_of(note);
  EXPECT_EQ(describe(result),
            "type=journal-article | authors=Weber, Anna; Doe J | title=The knee | journal=J Knee | date=2014-10-01 | accessed=2018-03-16 | "
            "volume=22 | "
            "issue=10 | pages=1–9 | doi=10.1000/x | pmid=12 | design=unclassified");
  EXPECT_EQ(result.number, 3u);
  EXPECT_EQ(result.text, "Weber A, The knee");
  note.arguments = {{"1", "x"}};
  note.block = block_of("Weber S. Bone. J Knee. 2014;2:4.");
  EXPECT_EQ(matter().reference_of(note).title, "Bone");
}

TEST(References, AreKnownByTheirForm) {
  const auto is_reference = [](std::string words, bool in_list, Block::Kind kind = Block::Kind::Paragraph) {
    return matter().is_reference(block_of(std::move(words), kind), in_list);
  };
  EXPECT_TRUE(is_reference("2. Weber S. Bone. J Knee. 2014 Oct;22(10):2286-94.", false));
  EXPECT_TRUE(is_reference("Weber S, Doe K. Bone. J Knee. 2014;22(10):2286-94.", false));
  EXPECT_TRUE(is_reference("1. 1.0 1.1 | Soleus", false));
  EXPECT_TRUE(is_reference("Soleus | Body [Internet]. 2018 [cited 3 May 2018]. Available from:", false));
  EXPECT_TRUE(is_reference("3. The atlas of my youth", true));
  EXPECT_TRUE(is_reference("Some atlas, page 4", true, Block::Kind::Item));
  for (const char* words :
       {"1. Long head: the tubercle above the socket", "2. Short head", "It arises from T1-T12 and ribs 3-5.",
        "Weber found in 2014 that it is absent in 5 of 90 bodies.", "Nerve: L2, 3 and 4", "Weber et al. (2014) saw it. It is thin."}) {
    EXPECT_FALSE(is_reference(words, false)) << words;
    EXPECT_FALSE(is_reference(words, false, Block::Kind::Item)) << words;
  }
  EXPECT_FALSE(is_reference("References", true, Block::Kind::Heading));
  EXPECT_FALSE(is_reference("The end of the page", true));
}

TEST(Contributors, AreNamedBehindTheirLabels) {
  EXPECT_EQ(contributors("Original Editor - Jane Doe"), "Jane Doe (original-editor)");
  EXPECT_EQ(contributors("Top Contributors - Max Roe, Ann-Marie O'Hara, José Ruiz and Eva doe"),
            "Max Roe (top-contributor), Ann-Marie O'Hara (top-contributor), José Ruiz (top-contributor), Eva doe (top-contributor)");
  EXPECT_EQ(contributors("Written by Jane Doe, MD, PhD, reviewed by Max Roe & Eva Poe"),
            "Jane Doe, MD, PhD (author), Max Roe (reviewer), Eva Poe (reviewer)");
  EXPECT_EQ(contributors("By Jane Doe and Max J. Roe"), "Jane Doe (author), Max J. Roe (author)");
  EXPECT_EQ(contributors("Author: Jane Doe | Reviewer: Max Roe | Last edited by: Eva Poe"),
            "Jane Doe (author), Max Roe (reviewer), Eva Poe");
  Block field = block_of("Jane Doe, Max Roe", Block::Kind::Field);
  field.label = "Authors";
  EXPECT_EQ(contributors(field), "Jane Doe (author), Max Roe (author)");
  EXPECT_EQ(matter().contributors_of(field)[1].where, (Span{110, 117}));
}

TEST(Contributors, AreNobodyWhereNoNamesStand) {
  for (const char* words :
       {"By its tendon it ends on the tibia", "By Weber and by others", "Original Editor - your name will be added here",
        "It was found by Jane Doe", "Author", "Nerve: Tibial Nerve", "The author-date system is used", "Reviewed by"})
    EXPECT_EQ(contributors(words), "") << words;
}

TEST(Claims, HaveAKindAndAStance) {
  EXPECT_EQ(kind_of("A short soleus is associated with pain of the heel."), "association neutral");
  EXPECT_EQ(kind_of("Its weakness is not associated with pain."), "association against");
  EXPECT_EQ(kind_of("Overuse may cause a tear."), "association neutral");
  EXPECT_EQ(kind_of("The usual treatment of a tear is rest."), "treatment-approach neutral");
  EXPECT_EQ(kind_of("Surgery is contraindicated in children."), "treatment-approach against");
  EXPECT_EQ(kind_of("Early loading has been proposed as the better treatment."), "treatment-approach for");
  EXPECT_EQ(kind_of("The trials of stretching were criticized for small samples."), "evidence-appraisal against");
  EXPECT_EQ(kind_of("There is strong evidence for early loading."), "evidence-appraisal for");
  EXPECT_EQ(kind_of("Weber et al. found that all heads fire at once."), "finding neutral");
  EXPECT_EQ(kind_of("Loading was more effective for pain than rest."), "comparison for");
  EXPECT_EQ(kind_of("There was no significant difference between both groups."), "comparison neutral");
  EXPECT_EQ(kind_of("Its name is old."), "");
}

TEST(Claims, OfDoubtSayWhatIsDoubted) {
  EXPECT_EQ(kind_of("Some doubt the existence of the TFL slip[7] and look elsewhere."), "existence-doubt against: TFL slip");
  EXPECT_EQ(kind_of("Whether the third head really exists is open."), "existence-doubt against: third head");
  EXPECT_EQ(kind_of("The existence of an oblique head has been questioned."), "existence-doubt against: oblique head");
  EXPECT_EQ(kind_of("Weber holds that the oblique head does not exist."), "existence-doubt against: oblique head");
}

TEST(Claims, KeepTheWordsWithoutMarks) {
  const ClinicalClaim result = claim("It tears [2], often [citation needed].[1] It heals.");
  EXPECT_EQ(result.text, "It tears, often.");
  EXPECT_EQ(result.where, (Span{100, 138}));
  EXPECT_EQ(result.citations, (std::vector<std::uint32_t>{2, 1}));
  EXPECT_EQ(result.citation_basis, CitationBasis::Sentence);
}

TEST(PageMatter, OfAnyLengthIsReadInTimeLinearInIt) {
  for (const char* piece :
       {"Weber S, ", "2014;1(", "doubt the existence of whether ", "^ a ", "(", "by Jane Doe, ", "\"", "10.1/doi:", "palpat pain "}) {
    std::string words;
    while (words.size() < 300000) words += piece;
    const Block block = block_of(words);
    matter().is_reference(block, false);
    EXPECT_FALSE(matter().reference_of(block, 1).text.empty());
    matter().contributors_of(block);
    matter().is_palpation(words);
    EXPECT_FALSE(claim(words).text.empty());
  }
}

TEST(Palpation, IsToldFromPain) {
  for (const char* words : {"It can be palpated behind the knee.", "Its tendon is easily felt at the heel.", "The tendon is palpable.",
                            "Palpate it with the knee bent.", "It cannot be felt under the fat."})
    EXPECT_TRUE(matter().is_palpation(words)) << words;
  for (const char* words : {"Pain is felt behind the knee.", "The belly is tender on palpation.", "It flexes the knee."})
    EXPECT_FALSE(matter().is_palpation(words)) << words;
}

// The references of the page that facts/vastus-medialis.yaml was made from, and what its claims are.
TEST(SeedPage, HasTheReferencesOfItsRecord) {
  MUSCLEKG_NEEDS_SHARED("seed/vastus-medialis.txt");
  const PlainPage page(contents(shared() / "seed/vastus-medialis.txt"));
  const auto expected = told(project("facts/vastus-medialis.yaml").string(), Relation::Reference);
  ASSERT_EQ(page.references.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const PageReference found = matter().reference_of(page.references[i], 99);
    const auto all = [&](const std::string& key) {
      std::vector<std::string> values;
      for (auto [at, end] = expected[i].equal_range(key); at != end; ++at) values.push_back(at->second);
      return fmt::format("{}", fmt::join(values, "; "));
    };
    EXPECT_EQ(std::to_string(found.number), all(""));
    EXPECT_EQ(found.type, all("type"));
    EXPECT_EQ(fmt::format("{}", fmt::join(found.authors, "; ")), all("authors"));
    EXPECT_EQ(found.title, all("title"));
    EXPECT_EQ(found.journal, all("journal"));
    EXPECT_EQ(found.publisher, all("publisher"));
    EXPECT_EQ(found.date, all("date"));
    EXPECT_EQ(found.accessed, all("accessed"));
    EXPECT_EQ(found.volume, all("volume"));
    EXPECT_EQ(found.issue, all("issue"));
    EXPECT_EQ(found.pages, all("pages"));
    EXPECT_EQ(found.design, all("design"));
    EXPECT_EQ(found.backlinks, i == 0 ? 7u : 0u);
  }
}

TEST(SeedPage, HasTheContributorsOfItsRecord) {
  MUSCLEKG_NEEDS_SHARED("seed/vastus-medialis.txt");
  const PlainPage page(contents(shared() / "seed/vastus-medialis.txt"));
  std::vector<std::string> found;
  for (const Block& block : page.page.blocks)
    if (const std::string names = contributors(block); !names.empty()) found.push_back(names);
  EXPECT_EQ(found,
            (std::vector<std::string>{"Evan Thomas (original-editor)",
                                      "George Prudden (top-contributor), Evan Thomas (top-contributor), Kim Jackson (top-contributor), "
                                      "Abbey Wright (top-contributor), Lucinda hampton (top-contributor)"}));
}

// The record's fifth and sixth claim stand in one sentence each with the fourth and the seventh: a sentence is one claim.
TEST(SeedPage, HasTheKindsOfClaimOfItsRecord) {
  MUSCLEKG_NEEDS_SHARED("seed/vastus-medialis.txt");
  const PlainPage page(contents(shared() / "seed/vastus-medialis.txt"));
  const auto expected = told(project("facts/vastus-medialis.yaml").string(), Relation::Claim);
  std::vector<std::string> found, kinds, disputed;
  std::size_t palpation = 0;
  for (std::uint32_t i = 0; i < page.page.blocks.size(); ++i) {
    const bool clinical = i > 0 && (page.page.blocks[i - 1].words == "Clinical relevance" || !found.empty());
    for (const Sentence& sentence : sentences_of(page.page, i)) {
      const ClinicalClaim claim = matter().claim_of(page.page, sentence);
      palpation += matter().is_palpation(claim.text) ? 1 : 0;
      if (!clinical || found.size() == 5) continue;
      found.push_back(fmt::format("{} {}", claim.kind, claim.stance));
      disputed.insert(disputed.end(), claim.disputes.begin(), claim.disputes.end());
    }
  }
  for (const std::size_t i : {0, 1, 2, 3, 6})
    kinds.push_back(expected.at(i).find("kind")->second + " " + expected.at(i).find("stance")->second);
  EXPECT_EQ(found, kinds);
  EXPECT_EQ(disputed, std::vector<std::string>{"VMO"});
  EXPECT_EQ(palpation, told(project("facts/vastus-medialis.yaml").string(), Relation::Palpation).size());
}

TEST(PageTables, ReportTheirFaults) {
  const TemporaryFolder folder;
  folder.write("page-designs.tsv",
               "words\tin\tdesign\ttype\tnote\n\ttitle\tunclassified\t\t\nx\tnowhere\tunclassified\t\t\nx\ttitle\tguess\t\t\nx\ttitle\tuncl"
               "assified\tbook\t\n");
  folder.write("page-claims.tsv",
               "words\tkind\tstance\tdisputes\tnote\nx\tguess\tfor\t\t\nx\tfinding\t\t\t\nx\tpalpation\tfor\t\t\nx\tfinding\tfor\tgap\t\n.."
               ".\tfinding\tfor\t\t\n");
  folder.write("page-credits.tsv", "label\trole\tneeds\tnote\n\tauthor\tname\t\nx\tpoet\tname\t\nx\tauthor\tsome\t\n");
  Diagnostics diagnostics;
  const PageMatter faulty(folder.path().string(), diagnostics);
  const auto messages = [&] {
    std::vector<std::string> result;
    for (const Diagnostic& found : diagnostics.kept())
      result.push_back(fmt::format("{}:{}:{} {} [{}]", std::filesystem::path(found.file).filename().string(), found.position.line,
                                   found.position.column, found.text, found.rule));
    return result;
  }();
  EXPECT_EQ(messages,
            (std::vector<std::string>{
                "page-designs.tsv:2:1 'words' is empty [page-table]",
                "page-designs.tsv:3:3 'in' is title, article, work, journal, any; found 'nowhere' [page-table]",
                "page-designs.tsv:4:9 'guess' is no design of the record format [page-table]",
                "page-designs.tsv:5:22 'book' is no type of reference of the record format [page-table]",
                "page-claims.tsv:2:3 'guess' is no kind of claim of the record format [page-table]",
                "page-claims.tsv:3:11 'stance' is for, against or neutral, and empty for palpation; found '' [page-table]",
                "page-claims.tsv:4:13 'stance' is for, against or neutral, and empty for palpation; found 'for' [page-table]",
                "page-claims.tsv:5:15 'disputes' is behind, before or gap for an existence-doubt, else empty; found 'gap' [page-table]",
                "page-claims.tsv:6:1 'words' is empty [page-table]",
                "page-credits.tsv:2:1 'label' is empty [page-table]",
                "page-credits.tsv:3:3 'poet' is no role of the record format [page-table]",
                "page-credits.tsv:4:10 'needs' is name or alone; found 'some' [page-table]",
            }));
}

}  // namespace musclekg::test
