// Whole small pages: what is claimed of the muscle, what is not, and where each fact stands.

#include "extract/extractor.h"

#include "app/page_json.h"
#include "extract_fixture.h"

namespace musclekg::extract_test {
namespace {

/// The facts of a paragraph of a page on the soleus.
Lines facts(std::string_view words) { return facts_under({}, words); }

TEST(Extractor, APageOfSentences) {
  const ReadPage read = read_facts(
      "Soleus\n\n"
      "The soleus is a muscle of the leg. It arises from the head of the fibula and the soleal line of the tibia.[1] It inserts into the "
      "calcaneus via the calcaneal tendon.\n\n"
      "== Action ==\nIt plantarflexes the foot.\n");
  EXPECT_EQ(read.facts.muscle, "soleus");
  EXPECT_EQ(read.facts.layout, "text");
  EXPECT_EQ(read.told(), (Lines{"origin: head of fibula", "origin: soleal line of tibia", "insertion: calcaneus; via calcaneal tendon",
                                "action: plantarflexion of foot"}));
}

TEST(Extractor, APageOfLabels) {
  EXPECT_EQ(read_facts("Biceps brachii\n\nOrigin: coracoid process\nInsertion: radial tuberosity\nNerve: musculocutaneous nerve, C5-C6\n"
                       "Action: flexion of the elbow, supination of the forearm\nAntagonist: triceps brachii\nSynergist: brachialis\n"
                       "Blood supply: brachial artery\n")
                .told(),
            (Lines{"origin: coracoid process", "insertion: radial tuberosity", "innervation: musculocutaneous nerve", "spinal_root: C5",
                   "spinal_root: C6", "action: flexion of elbow", "joint_acted_on: elbow", "action: supination of forearm",
                   "antagonist: triceps brachii", "synergist: brachialis", "artery: brachial artery"}));
}

TEST(Extractor, TheMuscleIsTheTitlesOrTheDefinitions) {
  EXPECT_EQ(read_facts("The soleus is a muscle of the leg.\n\nIt arises from the fibula.\n").facts.muscle, "soleus");
  EXPECT_EQ(read_facts("<h1>Soleus muscle</h1><p>It is broad.</p>", "html").facts.muscle, "soleus");
  EXPECT_EQ(read_facts("\n").facts.muscle, "");
}

TEST(Extractor, WhatIsSaidOfAnotherMuscleIsNotClaimed) {
  const ReadPage read =
      read_facts("Soleus\n\nThe soleus arises from the fibula. The gastrocnemius arises from the femur and inserts into the calcaneus.\n");
  EXPECT_EQ(read.told(), (Lines{"origin: fibula", "origin: femur; said of gastrocnemius", "insertion: calcaneus; said of gastrocnemius"}));
  EXPECT_TRUE(read.facts.facts[0].claimed());
  EXPECT_FALSE(read.facts.facts[1].claimed());
  EXPECT_FALSE(read.facts.facts[2].claimed());
  EXPECT_EQ(facts_under("Action", "The soleus flexes the knee. The gastrocnemius extends the hip."),
            (Lines{"action: flexion of knee", "joint_acted_on: knee", "action: extension of hip; said of gastrocnemius",
                   "joint_acted_on: hip; said of gastrocnemius"}));
}

TEST(Extractor, OfWhomASentenceSpeaksGoesOnToTheNext) {
  EXPECT_EQ(facts("The soleus arises from the fibula. The gastrocnemius arises from the femur. It inserts into the patella."),
            (Lines{"origin: fibula", "origin: femur; said of gastrocnemius", "insertion: patella; said of gastrocnemius"}));
  EXPECT_EQ(facts("The gastrocnemius arises from the femur. The soleus arises from the fibula. It inserts into the calcaneus."),
            (Lines{"origin: femur; said of gastrocnemius", "origin: fibula", "insertion: calcaneus"}));
}

TEST(Extractor, AParagraphBeginsWithTheMuscleAgain) {
  EXPECT_EQ(read_facts("Soleus\n\nThe gastrocnemius arises from the femur.\n\nIt arises from the fibula.\n").told(),
            (Lines{"origin: femur; said of gastrocnemius", "origin: fibula"}));
}

TEST(Extractor, WhatIsNotSoIsNotClaimed) {
  const ReadPage read = read_facts("Soleus\n\nIt does not arise from the femur. It never inserts into the patella.\n");
  EXPECT_EQ(read.told(), (Lines{"origin: femur; negative", "insertion: patella; negative"}));
  for (const Fact& fact : read.facts.facts) EXPECT_FALSE(fact.claimed());
  EXPECT_EQ(facts_under("Action", "It does not flex the knee."),
            (Lines{"action: flexion of knee; negative", "joint_acted_on: knee; negative"}));
}

TEST(Extractor, VariantsAreNotClaimed) {
  const ReadPage read = read_facts(
      "Soleus\n\nIt sometimes arises from the femur. It may also arise from the talus. It arises from the fibula, and occasionally the "
      "patella.\n");
  EXPECT_EQ(read.told(), (Lines{"origin: femur; variant", "origin: talus; variant", "origin: fibula", "origin: patella; variant"}));
  EXPECT_FALSE(read.facts.facts[0].claimed());
  EXPECT_TRUE(read.facts.facts[2].claimed());
}

TEST(Extractor, WhichSpeaksOfWhatStandsBeforeIt) {
  EXPECT_EQ(facts("It inserts into the patella, which arises from the femur."),
            (Lines{"insertion: patella", "origin: femur; said of patella"}));
  EXPECT_EQ(facts("The soleus, which arises from the fibula, inserts into the calcaneus."),
            (Lines{"origin: fibula", "insertion: calcaneus"}));
}

TEST(Extractor, HeadsOfTheMuscle) {
  EXPECT_EQ(
      read_facts("Triceps brachii\n\nThe long head arises from the infraglenoid tubercle of the scapula. The lateral head arises from the "
                 "posterior surface of the humerus.\n")
          .told(),
      (Lines{"origin: infraglenoid tubercle of scapula; part long head", "origin: posterior surface of humerus; part lateral head"}));
  EXPECT_EQ(read_facts("Biceps brachii\n\n== Origin ==\nLong head: supraglenoid tubercle; short head: coracoid process\n").told(),
            (Lines{"origin: supraglenoid tubercle; part long head", "origin: coracoid process; part short head"}));
  EXPECT_EQ(read_facts("<h1>Pronator teres</h1><table><tr><th>Origin, ulnar head</th><td>coronoid process</td></tr>"
                       "<tr><th>Insertion</th><td>radius</td></tr></table>",
                       "html")
                .told(),
            (Lines{"origin: coronoid process; part ulnar head", "insertion: radius"}));
}

TEST(Extractor, FibresOfNerves) {
  EXPECT_EQ(facts_under("Innervation", "Motor: tibial nerve; sensory: sural nerve"),
            (Lines{"innervation: tibial nerve; fibres motor", "innervation: sural nerve; fibres sensory"}));
}

TEST(Extractor, Passages) {
  EXPECT_EQ(facts("It inserts into the calcaneus via the calcaneal tendon."), Lines{"insertion: calcaneus; via calcaneal tendon"});
  EXPECT_EQ(facts_under("Attachments", "It runs from the femur to the patella."), (Lines{"origin: femur", "insertion: patella"}));
}

TEST(Extractor, NamesAreTakenUpAgainBehindAClause) {
  EXPECT_EQ(facts("It arises from the fibula, where it is thick; and from the tibia."), (Lines{"origin: fibula", "origin: tibia"}));
}

TEST(Extractor, Conditions) {
  EXPECT_EQ(facts_under("Action", "It plantarflexes the foot when the knee is flexed."),
            Lines{"action: plantarflexion of foot; condition when the knee is flexed"});
  EXPECT_EQ(facts_under("Action", "Bilaterally, it extends the head."), Lines{"action: extension of head; condition bilateral"});
}

TEST(Extractor, AnActionHasItsMovementAndWhatMoves) {
  const ReadPage read = read_facts("Popliteus\n\n== Action ==\nIt medially rotates the tibia and flexes the knee joint.\n");
  const Fact& rotation = read.fact("medial rotation of tibia");
  EXPECT_EQ(rotation.movement, "medial rotation");
  EXPECT_EQ(rotation.moved, "tibia");
  EXPECT_FALSE(rotation.at_joint);
  const Fact& flexion = read.fact("flexion of knee joint");
  EXPECT_EQ(flexion.moved, "knee joint");
  EXPECT_TRUE(flexion.at_joint);
}

TEST(Extractor, GroupsAndPartners) {
  EXPECT_EQ(read_facts("Masseter\n\nThe masseter is one of the muscles of mastication. Its antagonist is the digastric.\n").told(),
            (Lines{"part_of: muscles of mastication", "antagonist: digastric"}));
  EXPECT_EQ(facts_under("Action", "Together with the gastrocnemius, the soleus plantarflexes the foot."),
            (Lines{"synergist: gastrocnemius", "action: plantarflexion of foot"}));
}

TEST(Extractor, RootsAreThoseOfTheNerveBeforeThem) {
  const ReadPage read = read_facts("Soleus\n\n== Innervation ==\nFemoral nerve (L2, L3) and tibial nerve (S1). The roots are S2.\n");
  EXPECT_EQ(read.told(), (Lines{"innervation: femoral nerve", "spinal_root: L2", "spinal_root: L3", "innervation: tibial nerve",
                                "spinal_root: S1", "spinal_root: S2"}));
  const auto nerve_of = [&](std::string_view root) {
    const std::int32_t of = read.fact(root).of;
    return of < 0 ? std::string() : read.facts.facts[static_cast<std::size_t>(of)].head;
  };
  EXPECT_EQ(nerve_of("L2"), "femoral nerve");
  EXPECT_EQ(nerve_of("L3"), "femoral nerve");
  EXPECT_EQ(nerve_of("S1"), "tibial nerve");
  EXPECT_EQ(nerve_of("S2"), "");
}

TEST(Extractor, LevelsOfAnOriginAreVertebrae) {
  EXPECT_EQ(facts_under("Origin", "Transverse processes of C3-C4"),
            (Lines{"origin: transverse process of C3 vertebra", "origin: transverse process of C4 vertebra"}));
}

TEST(Extractor, ASentenceCitesItsOwnMarksOrThoseOfItsParagraph) {
  const ReadPage read = read_facts(
      "Soleus\n\nIt arises from the fibula.[1] It arises from the tibia.[2][3] It inserts into the calcaneus.\n\nIt inserts into the "
      "talus.\n");
  using Citations = std::vector<std::uint32_t>;
  EXPECT_EQ(read.fact("fibula").citations, Citations{1});
  EXPECT_EQ(read.fact("fibula").citation_basis, CitationBasis::Sentence);
  EXPECT_EQ(read.fact("tibia").citations, (Citations{2, 3}));
  EXPECT_EQ(read.fact("calcaneus").citations, (Citations{2, 3}));
  EXPECT_EQ(read.fact("calcaneus").citation_basis, CitationBasis::Paragraph);
  EXPECT_EQ(read.fact("talus").citations, Citations());
  EXPECT_EQ(read.fact("talus").citation_basis, CitationBasis::None);
}

TEST(Extractor, NotesOfTheMarkupAreReferences) {
  const ReadPage read = read_facts("== Origin ==\nThe [[soleus]] arises from the [[fibula]].<ref>A book on legs</ref>\n", "wikitext");
  EXPECT_EQ(read.fact("fibula").citations, std::vector<std::uint32_t>{1});
  ASSERT_EQ(read.facts.references.size(), 1u);
  EXPECT_EQ(read.facts.references[0].text, "A book on legs");
}

TEST(Extractor, SentencesThatGiveNothingAreUnread) {
  const ReadPage read = read_facts("Popliteus\n\nThe popliteus flexes the knee. The weather is nice. It is, however, cold.\n");
  Lines unread;
  for (const Span& span : read.facts.unread) unread.push_back(read.at(span));
  EXPECT_EQ(unread, (Lines{"The weather is nice.", "It is, however, cold."}));
  EXPECT_EQ(read.facts.body_bytes_read, std::string_view("The popliteus flexes the knee.").size());
  EXPECT_EQ(read.facts.body_bytes, std::string_view("The popliteus flexes the knee.The weather is nice.It is, however, cold.").size());
}

TEST(Extractor, ReferencesAndCreditsAreNoBody) {
  const ReadPage read =
      read_facts("Soleus\n\nOrigin: fibula\n\nOriginal Editor - Jane Doe\n\n1. Doe J. Legs. Journal of Legs. 2019;12(3):45-50.\n");
  EXPECT_EQ(read.facts.body_bytes, 6u);
  EXPECT_EQ(read.facts.body_bytes_read, 6u);
}

TEST(Extractor, AFactStandsWhereItsWordsDo) {
  const ReadPage read = read_facts(
      "Soleus\n\nThe soleus arises from the upper half of the soleal line and the\nhead of the fibula. It is innervated by a nerve of the "
      "second and "
      "third sacral levels.\n\n== Nerve ==\nTibial nerve (L5\xE2\x80\x93S2)\n\n== Action ==\nIt flexes and medially rotates the foot at "
      "the ankle.\n");
  ASSERT_GE(read.facts.facts.size(), 8u);
  for (const Fact& fact : read.facts.facts) {
    EXPECT_EQ(read.at(fact.where), fact.text) << told(fact);
    EXPECT_LE(fact.sentence.begin, fact.where.begin);
    EXPECT_GE(fact.sentence.end, fact.where.end);
  }
  EXPECT_EQ(read.at(read.fact("soleal line").where), "upper half of the soleal line");
  EXPECT_EQ(read.at(read.fact("S1").where), "L5\xE2\x80\x93S2");
}

TEST(Extractor, MarkupWithinTheWordsOfAFactIsWithinItsPlace) {
  const ReadPage read =
      read_facts("<h1>Soleus</h1><h2>Origin</h2><p>The head of the <a href=\"x\">fib</a>ula &amp; the <b>tibia</b>.</p>", "html");
  EXPECT_EQ(read.told(), (Lines{"origin: head of fibula", "origin: tibia"}));
  EXPECT_EQ(read.fact("head of fibula").text, "head of the fibula");
  EXPECT_EQ(read.at(read.fact("head of fibula").where), "head of the <a href=\"x\">fib</a>ula");
  EXPECT_EQ(read.at(read.fact("tibia").where), "tibia");
}

TEST(Extractor, FactsAreInTheOrderOfThePage) {
  const ReadPage read = read_facts(
      "Soleus\n\n== Action ==\nIt flexes the foot, together with the gastrocnemius.\n\n== Nerve ==\nTibial nerve (S1) and sural nerve "
      "(S2)\n\n"
      "== Origin ==\nFibula and tibia\n");
  ASSERT_GE(read.facts.facts.size(), 7u);
  for (std::size_t i = 1; i < read.facts.facts.size(); ++i) EXPECT_LE(read.facts.facts[i - 1].where.begin, read.facts.facts[i].where.begin);
}

TEST(Extractor, TheSamePageGivesTheSameFacts) {
  const std::string text =
      "Soleus\n\nThe soleus arises from the fibula. The gastrocnemius arises from the femur.[1]\n\n== Nerve ==\nTibial nerve (S1)\n";
  const ReadPage first = read_facts(text);
  read_facts("Biceps brachii\n\nThe short head arises from the coracoid process.\n");
  const ReadPage second = read_facts(text);
  EXPECT_EQ(page_json("page", first.facts, first.page, JsonStyle::Line), page_json("page", second.facts, second.page, JsonStyle::Line));
}

TEST(Extractor, LayoutsMakeNoDifference) {
  const Lines expected = {"origin: head of fibula", "origin: tibia"};
  EXPECT_EQ(read_facts("Soleus\n\n== Origin ==\nHead of the fibula and tibia\n").told(), expected);
  EXPECT_EQ(read_facts("# Soleus\n\n## Origin\n\n- *head* of the **fibula**\n- tibia\n", "markdown").told(), expected);
  EXPECT_EQ(read_facts("<h1>Soleus</h1><h2>Origin</h2><ul><li>head of the fibula</li><li>tibia</li></ul>", "html").told(), expected);
  EXPECT_EQ(read_facts("The '''soleus''' is a muscle.\n\n== Origin ==\nIt arises from the head of the [[fibula]] and the [[tibia]].\n",
                       "wikitext")
                .told(),
            expected);
}

TEST(Extractor, ASentenceWithoutAnEndIsReadInPieces) {
  std::string words = "It arises from the fibula";
  for (int i = 0; i < 1000; ++i) words += " and it arises from the tibia";
  EXPECT_GT(facts(words).size(), 900u);
}

TEST(Extractor, NothingMakesNoFacts) {
  for (const char* text : {"", "\n\n", "Soleus", "((((", "and and and", "== Origin ==", ",,,;;;"}) {
    const ReadPage read = read_facts(text);
    EXPECT_EQ(read.told(), Lines()) << text;
  }
}

}  // namespace
}  // namespace musclekg::extract_test
