// What the blocks of a page are about, and how that is known.

#include "extract/sections.h"

#include "extract_fixture.h"

namespace musclekg::extract_test {
namespace {

std::string topics_in(TopicSet topics) {
  std::string text;
  for (unsigned i = 0; i < static_cast<unsigned>(Topic::Count); ++i)
    if ((topics >> i & 1) != 0) text.append(text.empty() ? "" : "+").append(name_of(static_cast<Topic>(i)));
  return text;
}

/// "origin by heading: Origin", one line a section.
Lines sections(const ReadPage& read) {
  Lines lines;
  for (const Section& section : read.facts.sections) {
    static constexpr std::string_view kBases[] = {"heading", "label", "words", "section before"};
    lines.push_back(fmt::format("{} by {}: {}", topics_in(section.topics), kBases[static_cast<std::size_t>(section.basis)], section.by));
  }
  return lines;
}
Lines sections(std::string text) { return sections(read_facts(std::move(text))); }

TEST(Sections, AHeadingDecides) {
  EXPECT_EQ(sections("Soleus\n\n== Origin ==\nHead of the fibula\n\n== Nerve supply ==\nTibial nerve\n"),
            (Lines{"origin by heading: Origin", "innervation by heading: Nerve supply"}));
  EXPECT_EQ(sections("Soleus\n\n== Origin and insertion ==\nIt arises from the fibula.\n"),
            Lines{"origin+insertion by heading: Origin and insertion"});
}

TEST(Sections, BlocksUnderOneHeadingAreOneSection) {
  const ReadPage read = read_facts("Soleus\n\n== Origin ==\nHead of the fibula.\n\nSoleal line of the tibia.\n");
  EXPECT_EQ(sections(read), Lines{"origin by heading: Origin"});
  EXPECT_EQ(read.at(read.facts.sections[0].where), "Head of the fibula.\n\nSoleal line of the tibia.");
}

TEST(Sections, ALabelDecides) {
  const ReadPage read = read_facts("Soleus\n\nOrigin: fibula\nInsertion: calcaneus\n");
  EXPECT_EQ(sections(read), (Lines{"origin by label: Origin", "insertion by label: Insertion"}));
  EXPECT_EQ(read.told(), (Lines{"origin: fibula", "insertion: calcaneus"}));
}

TEST(Sections, WithoutAHeadingTheWordsOfAParagraphDecide) {
  EXPECT_EQ(sections("Soleus\n\nTibial nerve, L4, L5, S1.\n\nFlexes the knee and medially rotates the tibia.\n"),
            (Lines{"innervation by words: nerve", "action by words: flexes, rotates"}));
}

TEST(Sections, WithinADescriptionTheWordsOfAParagraphDecide) {
  EXPECT_EQ(sections("Soleus\n\n== Structure ==\nThe popliteal artery supplies the muscle.\n"), Lines{"artery+structure by words: artery"});
}

TEST(Sections, AParagraphThatTellsNothingIsStructure) {
  EXPECT_EQ(sections("Soleus\n\nThe muscle is strong and rather broad.\n"), Lines{"structure by words: no telling words"});
}

TEST(Sections, OfAttachmentsWithoutVerbsTheFirstIsTheOrigin) {
  const ReadPage read =
      read_facts("Soleus\n\nHead of the fibula and soleal line of the tibia.\n\nPosterior surface of the calcaneus, tuberosity.\n");
  EXPECT_EQ(sections(read), (Lines{"origin by words: fibula, line, tibia; the first of them",
                                   "insertion by words: surface, calcaneus, tuberosity; behind the origin"}));
  const Lines origins = {"origin: head of fibula", "origin: soleal line of tibia"};
  EXPECT_EQ(read.told(FactRelation::Origin), origins);
}

TEST(Sections, AVerbThatTellsWhichIsLeftToTheSentence) {
  EXPECT_EQ(sections("Soleus\n\nIt arises from the fibula. It inserts into the calcaneus.\n"),
            Lines{"attachment by words: arises, fibula, inserts, calcaneus"});
}

TEST(Sections, APartOfTheMuscleInAHeadingIsThatOfItsFacts) {
  EXPECT_EQ(read_facts("Soleus\n\n== Structure ==\n\n=== Long head ===\nIt arises from the fibula.\n\n=== Short head ===\n"
                       "It arises from the tibia.\n\n== Action ==\nIt plantarflexes the foot.\n")
                .told(),
            (Lines{"origin: fibula; part long head", "origin: tibia; part short head", "action: plantarflexion of foot"}));
}

TEST(Sections, ReferencesAreEntriesWithOrWithoutAHeading) {
  const char* const entries =
      "1. Doe J. Muscles of the leg. Journal of Legs. 2019;12(3):45-50.\n2. Roe M. Arms. Journal of Arms. 2020;13(4):5-9.\n";
  const ReadPage under = read_facts(std::string("Soleus\n\nOrigin: fibula[2]\n\n== References ==\n") + entries);
  EXPECT_EQ(sections(under), (Lines{"origin by label: Origin", "references by heading: References"}));
  ASSERT_EQ(under.facts.references.size(), 2u);
  EXPECT_EQ(under.facts.references[1].number, 2u);
  EXPECT_EQ(under.facts.references[1].text, "Roe M. Arms. Journal of Arms. 2020;13(4):5-9.");
  const ReadPage without = read_facts(std::string("Soleus\n\nOrigin: fibula[2]\n\n") + entries);
  EXPECT_EQ(sections(without)[1], "references by words: form of a reference");
  EXPECT_EQ(without.facts.references.size(), 2u);
}

TEST(Sections, CreditsNameWhoWroteThePage) {
  const ReadPage read = read_facts("Soleus\n\nOriginal Editor - Jane Doe\n\nIt arises from the fibula.\n");
  EXPECT_EQ(sections(read)[0], "credits by label: Original Editor");
  ASSERT_EQ(read.facts.source.contributors.size(), 1u);
  EXPECT_EQ(read.facts.source.contributors[0].name, "Jane Doe");
  EXPECT_EQ(read.facts.source.contributors[0].role, "original-editor");
  EXPECT_EQ(read.told(), Lines{"origin: fibula"});
}

TEST(Sections, PalpationIsANoteAndNoFact) {
  const ReadPage read = read_facts("Soleus\n\nIt can be palpated behind the fibula.\n\n== Palpation ==\nPress on the tibia.\n");
  EXPECT_EQ(sections(read), (Lines{"palpation by words: palpation", "palpation by heading: Palpation"}));
  ASSERT_EQ(read.facts.palpation.size(), 2u);
  EXPECT_EQ(read.facts.palpation[0].text, "It can be palpated behind the fibula.");
  EXPECT_EQ(read.at(read.facts.palpation[1].where), "Press on the tibia.");
  EXPECT_EQ(read.told(), Lines());
}

TEST(Sections, ClinicalPartsAreClaimsAndNoFacts) {
  const ReadPage read =
      read_facts("Soleus\n\n== Clinical significance ==\nWeakness of the soleus makes running hard. Pain arises from the fibula.\n");
  EXPECT_EQ(sections(read), Lines{"clinical by heading: Clinical significance"});
  ASSERT_EQ(read.facts.claims.size(), 2u);
  EXPECT_EQ(read.facts.claims[0].text, "Weakness of the soleus makes running hard.");
  EXPECT_EQ(read.told(), Lines());
}

TEST(Sections, NothingIsReadFromLinksHistoryAndNeighbours) {
  for (const char* heading : {"External links", "See also", "History", "Etymology", "Relations"})
    EXPECT_EQ(facts_under(heading, "It arises from the femur."), Lines()) << heading;
}

TEST(Sections, UnderVariationsNothingIsClaimed) {
  EXPECT_EQ(facts_under("Variations", "A slip arises from the femur."), Lines{"origin: femur; variant"});
}

TEST(Sections, AnotherHeadingEndsTheOneBefore) {
  const ReadPage read = read_facts("Soleus\n\n== Clinical significance ==\nIt may tear.\n\n== Origin ==\nFibula\n");
  EXPECT_EQ(read.told(), Lines{"origin: fibula"});
}

TEST(Sections, EachFactSaysItsSection) {
  const ReadPage read = read_facts("Soleus\n\n== Origin ==\nFibula\n\n== Insertion ==\nCalcaneus\n");
  for (const Fact& fact : read.facts.facts) {
    const Section& section = read.facts.sections[fact.section];
    EXPECT_EQ(section.by, fact.relation == FactRelation::Origin ? "Origin" : "Insertion");
    EXPECT_LE(section.where.begin, fact.where.begin);
    EXPECT_GE(section.where.end, fact.where.end);
  }
}

}  // namespace
}  // namespace musclekg::extract_test
