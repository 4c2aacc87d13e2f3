// What is found in a text, and where: the automaton over words, the one pass over the text, abbreviations that a text defines.

#include "link/annotator.h"

#include <fmt/format.h>

#include <random>
#include <set>

#include "link/token_automaton.h"
#include "test.h"

namespace musclekg::test {
namespace {

/// A term T:1, T:2, ... in the order given: a label, then synonyms.
struct Given {
  std::string label;
  std::vector<Synonym> synonyms = {};
};

/// A few terms, and texts in which they are looked for.
class Texts {
 public:
  explicit Texts(const std::vector<Given>& given, std::vector<std::string> stop_names = {}) : stop_names_(std::move(stop_names)) {
    const Knowledge& knowledge = bundled_knowledge();
    Ontology ontology;
    ontology.path = "test";
    for (const Given& one : given) {
      OntologyTerm& term = ontology.terms.emplace_back();
      term.iri = fmt::format("http://purl.obolibrary.org/obo/T_{}", ontology.terms.size());
      term.label = one.label;
      term.synonyms = one.synonyms;
    }
    Diagnostics diagnostics;
    terms_.add(std::move(ontology), true, diagnostics);
    terms_.finish(knowledge.kinds, knowledge.prefixes, knowledge.forms, diagnostics);
    filter_.emplace(terms_, knowledge.prefixes, TermChoice{}, diagnostics);
    names_.emplace(
        NameSources{terms_, knowledge.forms, knowledge.prefixes, knowledge.cautions, knowledge.abbreviations, *filter_, stop_names_});
  }

  /// "begin-end text=ids (rule)", the rule left out where it is a label; the last line is a fault.
  std::vector<std::string> found(std::string_view text, std::size_t block = 1 << 16) {
    std::vector<std::string> result;
    Annotator annotator(*names_, block);
    std::uint64_t at = 0, code_points = 0;
    const auto fault = annotator.annotate(reader(text), [&](const Annotation& one) {
      EXPECT_EQ(one.text, text.substr(one.begin, one.end - one.begin));
      for (const auto& [place, code_point] : {std::pair(one.begin, one.begin_code_point), std::pair(one.end, one.end_code_point)}) {
        for (; at < place; ++at) code_points += (text[at] & 0xC0) != 0x80;
        EXPECT_EQ(code_point, code_points);
      }
      result.push_back(fmt::format("{}-{} {}={}{}", one.begin, one.end, one.text, one.meaning->ids,
                                   one.meaning->rule == "label" ? "" : fmt::format(" ({})", one.meaning->rule)));
    });
    if (fault)
      result.push_back(fmt::format("{} at byte {}, {}:{}", fault->zero ? "zero" : "not UTF-8", fault->offset, fault->position.line,
                                   fault->position.column));
    return result;
  }

  /// Only the texts found, one behind the other.
  std::string texts(std::string_view text) {
    std::string result;
    Annotator annotator(*names_);
    annotator.annotate(reader(text), [&](const Annotation& one) {
      result += (result.empty() ? "" : "; ") + fmt::format("{}={}", one.text, one.meaning->ids);
    });
    return result;
  }

 private:
  static Annotator::Read reader(std::string_view text) {
    return [text](char* bytes, std::size_t size) mutable {
      const std::size_t got = text.copy(bytes, size);
      text.remove_prefix(got);
      return got;
    };
  }

  std::vector<std::string> stop_names_;
  TermIndex terms_;
  std::optional<TermFilter> filter_;
  std::optional<KnownNames> names_;
};

using Found = std::vector<std::string>;

Synonym exact(std::string text) { return {std::move(text), Scope::Exact, SynonymType::None}; }
Synonym latin(std::string text) { return {std::move(text), Scope::Related, SynonymType::Latin}; }
Synonym abbreviation(std::string text) { return {std::move(text), Scope::Exact, SynonymType::Abbreviation}; }

// --- The automaton

TEST(TokenAutomaton, KnowsAllNamesThatEndAtAWord) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    const std::uint32_t words = 1 + random() % 4;
    const auto some = [&](std::size_t size) {
      std::vector<std::uint32_t> result(size);
      for (std::uint32_t& word : result) word = 1 + static_cast<std::uint32_t>(random() % words);
      return result;
    };
    TokenAutomaton automaton;
    std::map<std::vector<std::uint32_t>, TokenAutomaton::Name> names;
    for (std::size_t i = random() % 12; i-- > 0;) {
      const auto name = some(1 + random() % 5);
      const TokenAutomaton::Name number = automaton.add(name);
      EXPECT_EQ(names.emplace(name, number).first->second, number);
    }
    EXPECT_EQ(automaton.names(), names.size());
    automaton.finish();
    auto text = some(40);
    text[random() % text.size()] = 0;
    TokenAutomaton::State state = 0;
    for (std::size_t end = 1; end <= text.size(); ++end) {
      state = automaton.next(state, text[end - 1]);
      std::vector<std::pair<std::size_t, TokenAutomaton::Name>> expected, ended;
      for (std::size_t size = std::min<std::size_t>(end, 5); size > 0; --size) {
        const auto found =
            names.find({text.begin() + static_cast<std::ptrdiff_t>(end - size), text.begin() + static_cast<std::ptrdiff_t>(end)});
        if (found != names.end()) expected.emplace_back(size, found->second);
      }
      for (auto at = automaton.longest_ending(state); at != 0; at = automaton.shorter_ending(at))
        ended.emplace_back(automaton.size(automaton.name(at)), automaton.name(at));
      EXPECT_EQ(ended, expected);
    }
  }
}

TEST(TokenAutomaton, WithoutNamesFindsNothing) {
  TokenAutomaton automaton;
  automaton.finish();
  EXPECT_EQ(automaton.next(0, 0), 0u);
  EXPECT_EQ(automaton.next(0, 5), 0u);
  EXPECT_EQ(automaton.longest_ending(0), 0u);
}

// --- Names in a text

TEST(Annotator, TakesTheLongestNameAtTheLeftmostPlace) {
  Texts texts({{"femoral"}, {"femoral nerve"}, {"nerve to vastus"}, {"vastus"}, {"anterior branch of femoral nerve in thigh"}});
  EXPECT_EQ(texts.found("The femoral nerve to vastus."), (Found{"4-17 femoral nerve=T:2", "21-27 vastus=T:4"}));
  EXPECT_EQ(texts.found("nerve to vastus, nerve to"), (Found{"0-15 nerve to vastus=T:3"}));
  EXPECT_EQ(texts.found("anterior branch of femoral nerve in vastus"), (Found{"19-32 femoral nerve=T:2", "36-42 vastus=T:4"}));
  EXPECT_EQ(texts.found("anterior branch of femoral nerve in the thigh"),
            (Found{"0-45 anterior branch of femoral nerve in the thigh=T:5 (normalized name)"}));
}

TEST(Annotator, ComparesNamesInTheirStandardForm) {
  Texts texts({{"head of femur"}, {"sacro-iliac joint"}, {"Leydig's organ"}, {"os coxæ"}});
  EXPECT_EQ(texts.texts("HEAD OF FEMUR"), "HEAD OF FEMUR=T:1");
  EXPECT_EQ(texts.found("Heads of the femurs"), (Found{"0-19 Heads of the femurs=T:1 (normalized name)"}));
  EXPECT_EQ(texts.found("sacro iliac joints, sacro\xE2\x80\x93iliac joint"),
            (Found{"0-18 sacro iliac joints=T:2 (normalized name)", "20-39 sacro\xE2\x80\x93iliac joint=T:2"}));
  EXPECT_EQ(texts.texts("Leydig\xE2\x80\x99s organ, leydig organ, the femur\xE2\x80\x99s"),
            "Leydig\xE2\x80\x99s organ=T:3; leydig organ=T:3");
  EXPECT_EQ(texts.texts("os coxae"), "os coxae=T:4");
  EXPECT_EQ(texts.texts("he\xC2\xAD"
                        "ad of fe\xCC\x88mur; he\xC2\xAD"
                        "ad of femur\xC2\xAD"),
            "he\xC2\xAD"
            "ad of femur=T:1")
      << "soft hyphens, and another letter";
}

TEST(Annotator, TakesNoGenitiveIntoTheMention) {
  Texts texts({{"femur"}, {"muscle"}, {"muscle origin"}});
  EXPECT_EQ(texts.found("the femur's head, the muscles' origin, 'the muscles' and it's"),
            (Found{"4-9 femur=T:1", "22-37 muscles' origin=T:3 (normalized name)", "44-51 muscles=T:2 (normalized name)"}));
}

TEST(Annotator, GoesOverOneLineEndAtMost) {
  Texts texts({{"long head of biceps"}, {"biceps"}});
  EXPECT_EQ(texts.texts("long head\nof biceps"), "long head\nof biceps=T:1");
  EXPECT_EQ(texts.texts("long head\r\n   of biceps"), "long head\r\n   of biceps=T:1");
  EXPECT_EQ(texts.texts("long-\nhead of biceps"), "long-\nhead of biceps=T:1");
  EXPECT_EQ(texts.texts("long head\nof\nbiceps"), "biceps=T:2");
  EXPECT_EQ(texts.texts("long head\n\nof biceps"), "biceps=T:2");
}

TEST(Annotator, EndsAtMarksThatTheNameDoesNotHave) {
  Texts texts({{"long head of biceps"}, {"muscle, skeletal"}, {"head (volume)"}, {"N. femoralis"}, {"limb - fin bud"}, {"radius+ulna"}});
  for (const char* text :
       {"long head, of biceps", "long head. of biceps", "long head (of biceps)", "long head - of biceps", "long \"head\" of biceps",
        "long head\xE2\x80\x94of biceps", "long head of; biceps", "long head \xF0\x9F\xA6\xB4 of biceps"})
    EXPECT_EQ(texts.texts(text), "") << text;
  EXPECT_EQ(texts.texts("muscle skeletal; muscle, skeletal"), "muscle, skeletal=T:2");
  EXPECT_EQ(texts.texts("head volume, (head (volume))"), "head (volume)=T:3");
  EXPECT_EQ(texts.texts("n. femoralis, N.femoralis, n femoralis"), "n. femoralis=T:4; N.femoralis=T:4");
  EXPECT_EQ(texts.texts("limb fin bud, limb \xE2\x80\x93 fin buds"), "limb \xE2\x80\x93 fin buds=T:5");
  EXPECT_EQ(texts.texts("radius + ulna"), "radius + ulna=T:6");
}

TEST(Annotator, TakesWholeWordsOnly) {
  Texts texts({{"rib"}, {"plantar flexion"}, {"flexion"}});
  EXPECT_EQ(texts.texts("ribs scribe ribbon rib5 sub-rib"), "ribs=T:1; rib=T:1");
  EXPECT_EQ(texts.texts("plantarflexion flexion"), "plantarflexion=T:2; flexion=T:3") << "a word that stands for two";
}

TEST(Annotator, KeepsCaseOfAbbreviations) {
  Texts texts({{"anterior cruciate ligament", {abbreviation("ACL")}}, {"pica artery", {exact("PICA")}}, {"nucleus", {exact("gVII")}}});
  EXPECT_EQ(texts.found("ACL acl ACLs Acls the ACL's"),
            (Found{"0-3 ACL=T:1 (abbreviation)", "8-12 ACLs=T:1 (abbreviation)", "22-25 ACL=T:1 (abbreviation)"}));
  EXPECT_EQ(texts.found("Pica PICA pica gvii gVII"), (Found{"5-9 PICA=T:2 (exact synonym)", "20-24 gVII=T:3 (exact synonym)"}));
}

TEST(Annotator, FindsNoNamesThatAreTooShortAndNoStopNames) {
  Texts texts({{"pes", {exact("am"), exact("C1"), exact("123"), exact("4,5"), exact("T12")}},
               {"head"},
               {"head of pes"},
               {"upper tooth A"},
               {"upper tooth"}},
              {"Heads", "pes"});
  EXPECT_EQ(texts.texts("I am at C1, 123 and 4,5, and T12; pes"), "T12=T:1");
  EXPECT_EQ(texts.texts("head, heads, head of the pes"), "head of the pes=T:3");
  EXPECT_EQ(texts.texts("an upper tooth"), "upper tooth=T:5") << "not tooth A, of which only an article would be left";
}

TEST(Annotator, LetsTheSurestFieldDecide) {
  Texts texts({{"alpha gland", {exact("beta gland"), latin("glandula gamma")}},
               {"beta gland", {exact("delta gland")}},
               {"epsilon gland", {exact("delta gland"), latin("glandula gamma")}}});
  EXPECT_EQ(texts.found("beta gland"), (Found{"0-10 beta gland=T:2"}));
  EXPECT_EQ(texts.found("delta gland"), (Found{"0-11 delta gland=T:2|T:3 (ambiguous)"}));
  EXPECT_EQ(texts.found("glandula gamma"), (Found{"0-14 glandula gamma=T:1|T:3 (ambiguous)"}));
  EXPECT_EQ(texts.found("beta glands"), (Found{"0-11 beta glands=T:2 (normalized name)"}));
}

TEST(Annotator, TellsPlacesInBytesAndCodePoints) {
  Texts texts({{"femur"}, {"\xCE\xBC\xCE\xB7\xCF\x81\xCE\xB9\xCE\xB1\xCE\xAF\xCE\xBF"}});
  EXPECT_EQ(texts.found("\xEF\xBB\xBFOberschenkelknochen \xE2\x80\x9E"
                        "femur\xE2\x80\x9C, \xCE\x9C\xCE\xB7\xCF\x81\xCE\xB9\xCE\xB1\xCE\xAF\xCE\xBF"),
            (Found{"26-31 femur=T:1", "36-50 \xCE\x9C\xCE\xB7\xCF\x81\xCE\xB9\xCE\xB1\xCE\xAF\xCE\xBF=T:2"}));
}

TEST(Annotator, StopsAtTheFirstFault) {
  Texts texts({{"femur"}, {"femur head"}});
  EXPECT_EQ(texts.found("femur\nand \xFF femur"), (Found{"0-5 femur=T:1", "not UTF-8 at byte 10, 2:5"}));
  EXPECT_EQ(texts.found("femur \xC3"), (Found{"0-5 femur=T:1", "not UTF-8 at byte 6, 1:7"}));
  EXPECT_EQ(texts.found("femur \xED\xA0\x80 head"), (Found{"0-5 femur=T:1", "not UTF-8 at byte 6, 1:7"})) << "a surrogate";
  EXPECT_EQ(texts.found(std::string_view("femur\0head", 10)), (Found{"0-5 femur=T:1", "zero at byte 5, 1:6"}));
  EXPECT_EQ(texts.found(""), Found{});
  EXPECT_EQ(texts.found(std::string(100000, 'x') + "\xFF"), (Found{"not UTF-8 at byte 100000, 1:100001"}));
}

TEST(Annotator, IsNotStoppedByWhatHasNoEnd) {
  Texts texts({{"femur"}, {"femur head"}, {"head"}});
  const std::string word(300000, 'x'), blanks(300, ' ');
  std::string articles;
  for (int i = 0; i < 100000; ++i) articles += "the ";
  EXPECT_EQ(texts.texts("femur " + word + " head"), "femur=T:1; head=T:3");
  EXPECT_EQ(texts.texts(word + "-femur head"), "femur head=T:2");
  EXPECT_EQ(texts.texts("femur" + blanks + "head"), "femur=T:1; head=T:3");
  EXPECT_EQ(texts.texts("femur " + articles + "head"), "femur=T:1; head=T:3");
  EXPECT_EQ(texts.texts("femur " + std::string(300000, '\xCC' /* not UTF-8 */)).substr(0, 9), "femur=T:1");
}

// --- Abbreviations that a text defines

TEST(LongForm, IsFoundAsSchwartzAndHearstDo) {
  const std::tuple<std::string_view, std::string_view, std::string_view> rows[] = {
      {"DRG", "cells of the dorsal root ganglion", "dorsal root ganglion"},
      {"HSF", "the heat shock transcription factor", "heat shock transcription factor"},
      {"ACL", "anterior cruciate ligament", "anterior cruciate ligament"},
      {"TMJ", "temporomandibular joint", "temporomandibular joint"},
      {"PCommA", "of posterior communicating artery", "posterior communicating artery"},
      {"L-SPN", "left superficial peroneal nerve", "left superficial peroneal nerve"},
      {"ACL", "posterior cruciate ligament", ""},
      {"FN", "the femur", ""},
      {"FN", "nerve", ""},
      {"FA", "FA femoral FA artery", ""},
      {"FA", "f b c d e f a", "f a"},
      {"FA", "fb c d e g h a", ""},
  };
  for (const auto& [form, text, expected] : rows) EXPECT_EQ(long_form(form, text), expected) << form << " in " << text;
}

TEST(LongForm, ShortFormsAreToldByTheirLooks) {
  for (const std::string_view form : {"DRG", "FA", "hDRG", "L-SPN", "T3", "5HT", "CN X", "DRGs"})
    EXPECT_TRUE(may_be_short_form(form)) << form;
  for (const std::string_view form : {"", "D", "drg", "see", "II", "IV", "a b c", "ABCDEFGHIJK", "-AB", "A B C", "12", "figure 2"})
    EXPECT_FALSE(may_be_short_form(form)) << form;
}

TEST(Annotator, UnderstandsWhatATextDefines) {
  Texts texts({{"dorsal root ganglion"}, {"femoral artery"}, {"knee"}, {"arteria"}});
  EXPECT_EQ(texts.found("A DRG. The dorsal root ganglion (DRG) and the DRGs' drg DRG"),
            (Found{"11-31 dorsal root ganglion=T:1", "33-36 DRG=T:1 (abbreviation defined in the text)",
                   "46-50 DRGs=T:1 (abbreviation defined in the text)", "56-59 DRG=T:1 (abbreviation defined in the text)"}));
  EXPECT_EQ(texts.texts("An FA (femoral artery), and FA."), "FA=T:2; femoral artery=T:2; FA=T:2");
  EXPECT_EQ(texts.texts("dorsal root ganglia (DRGs): one DRG"), "dorsal root ganglia=T:1; DRGs=T:1; DRG=T:1");
  EXPECT_EQ(texts.texts("femoral arteries (FA; figure 2) FA"), "femoral arteries=T:2; FA=T:2; FA=T:2");
  EXPECT_EQ(texts.texts("human dorsal root ganglion (h-DRG), h-DRG"), "dorsal root ganglion=T:1; h-DRG=T:1; h-DRG=T:1");
  EXPECT_EQ(texts.texts("extensor of the knee (EK), EK"), "knee=T:3") << "no kind of knee";
  EXPECT_EQ(texts.texts("femoral artery (FA) and knee arteria (FA): FA"),
            "femoral artery=T:2; FA=T:2; knee=T:3; arteria=T:4; FA=T:2; FA=T:2");
  EXPECT_EQ(texts.texts("femoral artery (see FA), FA"), "femoral artery=T:2");
  EXPECT_EQ(texts.texts("dorsal root. Ganglion (DRG), DRG"), "");
  EXPECT_EQ(texts.texts("ligament (II) II, (DRG) DRG, () ( DRG"), "");
}

TEST(Annotator, ForgetsAtTheEndOfADocument) {
  Texts texts({{"dorsal root ganglion"}});
  EXPECT_EQ(texts.texts("dorsal root ganglion (DRG)"), "dorsal root ganglion=T:1; DRG=T:1");
  EXPECT_EQ(texts.texts("DRG"), "");
}

// --- For any text

/// Words that plurals, spellings and articles leave alone.
const std::vector<std::string> kWords = {"kir", "lom", "tav", "zub", "the"};

std::string random_text(std::mt19937& random, std::size_t size, const std::vector<std::string>& pieces) {
  std::string text;
  for (std::size_t i = 0; i < size; ++i) text += pieces[random() % pieces.size()];
  return text;
}

/// The longest name at the leftmost place, looked for at every word anew.
std::vector<std::pair<std::size_t, std::size_t>> search(const std::string& text, const std::set<std::vector<std::string>>& names) {
  struct Piece {
    std::string text;
    std::size_t begin, end, line;
  };
  std::vector<Piece> pieces;
  std::size_t line = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n') ++line;
    if (text[at] == ' ' || text[at] == '\n') continue;
    std::size_t end = at + 1;
    while (text[at] >= 'a' && end < text.size() && text[end] >= 'a') ++end;
    if (text.substr(at, end - at) != "the") pieces.push_back({text.substr(at, end - at), at, end, line});
    at = end - 1;
  }
  std::vector<std::pair<std::size_t, std::size_t>> found;
  for (std::size_t first = 0; first < pieces.size(); ++first) {
    std::vector<std::string> words;
    std::size_t behind = first;
    for (std::size_t last = first; last < pieces.size() && last < first + 8 && pieces[last].line <= pieces[first].line + 1; ++last) {
      words.push_back(pieces[last].text);
      if (names.contains(words)) behind = last + 1;
    }
    if (behind == first) continue;
    found.emplace_back(pieces[first].begin, pieces[behind - 1].end);
    first = behind - 1;
  }
  return found;
}

TEST(Annotator, FindsInOnePassWhatASearchAtEveryWordFinds) {
  std::mt19937 random(11);
  for (int round = 0; round < 60; ++round) {
    std::set<std::vector<std::string>> names;
    std::vector<Given> given;
    for (std::size_t i = 1 + random() % 10; i-- > 0;) {
      std::vector<std::string> name;
      std::string label;
      for (std::size_t size = 1 + random() % 5; name.size() < size;) {
        name.push_back(!name.empty() && random() % 6 == 0 ? "," : kWords[random() % 4]);
        label += (label.empty() ? "" : " ") + name.back();
      }
      if (names.insert(name).second) given.push_back({label});
    }
    Texts texts(given);
    for (int other = 0; other < 20; ++other) {
      const std::string text = random_text(random, 60, {"kir ", "lom ", "tav ", "zub ", "the ", "kir, ", "lom. ", "tav\n", "zub", "qux "});
      Found expected, all = texts.found(text);
      for (const auto& [begin, end] : search(text, names)) expected.push_back(fmt::format("{}-{}", begin, end));
      for (std::string& one : all) one.resize(one.find(' '));
      ASSERT_EQ(all, expected) << text;
    }
  }
}

TEST(Annotator, FindsTheSameHoweverTheTextComesIn) {
  Texts texts({{"kir lom"}, {"lom"}, {"lom, tav kir"}, {"tav kir lom zub"}, {"zub's kir"}, {"kir", {abbreviation("KIR")}}});
  std::mt19937 random(13);
  const std::vector<std::string> pieces = {"kir ",
                                           "lom",
                                           " ",
                                           "tav ",
                                           "zub's ",
                                           "the ",
                                           "lom, ",
                                           "\n",
                                           "-",
                                           "'",
                                           "s' ",
                                           "(TKLZ) ",
                                           "(KL) KL ",
                                           "KIR ",
                                           "\xC2\xAD",
                                           "\xE2\x80\x99s ",
                                           "\xC3\xA9",
                                           "KL (",
                                           ") ",
                                           "\xE2\x80\x94",
                                           "tav kir lom zub",
                                           std::string(400, ' '),
                                           std::string(700, 'x'),
                                           "."};
  for (int round = 0; round < 40; ++round) {
    const std::string text = random_text(random, 120, pieces) + (round % 4 == 0 ? "\xFF tav" : "");
    const Found whole = texts.found(text);
    for (const std::size_t block : {1, 2, 3, 7, 64, 1000})
      ASSERT_EQ(texts.found(text, block), whole) << "blocks of " << block << ": " << text;
  }
}

TEST(Annotator, TakesDocumentsOfManyBlocks) {
  Texts texts({{"femur"}, {"femoral artery"}});
  std::string text = "femoral artery (FA) ";
  const std::string sentence = "The FA is beside the femur. ";
  while (text.size() < 3'000'000) text += sentence;
  const Found found = texts.found(text);
  EXPECT_EQ(found.size(), 2 + 2 * ((text.size() - 20) / sentence.size()));
  EXPECT_EQ(found.back(), fmt::format("{}-{} femur=T:1", text.size() - 7, text.size() - 2));
}

}  // namespace
}  // namespace musclekg::test
