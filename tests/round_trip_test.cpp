// Random datasets through `transcode` into every syntax and back, read by our readers, by Raptor and by serd; in the folder that the
// variable MUSCLEKG_ROUND_TRIPS names the files are left for the judges of tests/judges.

#include <span>

#include "base/sha256.h"
#include "dice.h"
#include "rdf_test.h"

namespace musclekg::rdf_test {
namespace {

/// What the dataset must not have, so that a syntax can hold it and a reader of others does not alter it.
struct Limits {
  bool graphs = true;  ///< false: one graph
  bool plain = false;  ///< language tags in lower case, no control characters, no dots in IRIs: what Raptor and RDF/XML keep
};

std::string some_characters(Dice& dice, const Limits& limits) {
  static const std::uint32_t kOdd[] = {'"',    '\\',   '\'',    '\n',    '\r',     '\t',  '\b',   '\f',   '{',    '<',    '>',    0x7F,
                                       0x80,   0x85,   0xA0,    0xE9,    0x301,    0x5D0, 0x200B, 0x2028, 0x4E0A, 0xD7FF, 0xE000, 0xFEFF,
                                       0xFFFD, 0xFFFE, 0x1F4AA, 0x10000, 0x10FFFF, 0x1,   0x1F,   '@',    '^',    '.',    '#',    ' '};
  std::string text;
  for (std::size_t left = dice.below(9); left > 0; --left) {
    const std::uint32_t odd = dice.one_of(kOdd);
    const bool fits = !limits.plain || (odd >= ' ' && odd != 0x7F && odd != 0x85 && odd != 0xFFFE);
    append_utf8(text, dice.chance(3) && fits ? odd : static_cast<std::uint32_t>('a' + dice.below(26)));
  }
  if (dice.chance(40)) text.append(70000, 'x');  // longer than a buffer
  return text;
}

std::string quoted(const std::string& text) {
  std::string result = "\"";
  append_escaped(result, text);
  return result + '"';
}

std::string some_iri(Dice& dice) {
  static const char* const kIris[] = {
      "http://example.org/a", "http://example.org/b",   "http://example.org/1", "http://example.org/", "urn:x:y",
      "http://example.org/ä", "http://example.org/%20", "mailto:a@b",           "http://e/p?q=1&r=(2)"};
  return std::string("<") + dice.one_of(kIris) + ">";
}

std::string some_literal(Dice& dice, const Limits& limits) {
  static const char* const kTags[] = {"en", "de-at", "zh-hant", "x-a1"};
  static const char* const kMixedTags[] = {"en-GB", "zh-Hant", "EN", "de"};
  static const char* const kTyped[] = {"\"1\"^^<http://www.w3.org/2001/XMLSchema#integer>",
                                       "\"-0\"^^<http://www.w3.org/2001/XMLSchema#integer>",
                                       "\"5\"^^<http://www.w3.org/2001/XMLSchema#decimal>",
                                       "\"1.50\"^^<http://www.w3.org/2001/XMLSchema#decimal>",
                                       "\"1.5\"^^<http://www.w3.org/2001/XMLSchema#double>",
                                       "\"1E0\"^^<http://www.w3.org/2001/XMLSchema#double>",
                                       "\"INF\"^^<http://www.w3.org/2001/XMLSchema#double>",
                                       "\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>",
                                       "\"1\"^^<http://www.w3.org/2001/XMLSchema#boolean>",
                                       "\"abc\"^^<http://www.w3.org/2001/XMLSchema#integer>",
                                       "\"12345678901234567890\"^^<http://www.w3.org/2001/XMLSchema#integer>"};
  switch (dice.below(4)) {
    case 0:
      return quoted(some_characters(dice, limits));
    case 1:
      return quoted(some_characters(dice, limits)) + "@" + (limits.plain ? dice.one_of(kTags) : dice.one_of(kMixedTags));
    case 2:
      return dice.one_of(kTyped);
    default:
      return quoted(some_characters(dice, limits)) + "^^<http://example.org/type>";
  }
}

std::string some_predicate(Dice& dice) {
  static const char* const kPredicates[] = {"<http://example.org/p>", "<http://example.org/q>",
                                            "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>",
                                            "<http://www.w3.org/2000/01/rdf-schema#label>"};
  return dice.one_of(kPredicates);
}

/// N-Quads: blank nodes in circles and across subjects, lists, literals of all kinds.
std::string some_dataset(Dice& dice, const Limits& limits) {
  static const char* const kAll[] = {"_:a", "_:b", "_:c-d", "_:e_f", "_:B1", "_:b1"};  // serd does not take the last two together
  const std::span<const char* const> blanks = std::span(kAll).first(limits.plain ? 4 : 6);
  static const char* const kGraphs[] = {"", "", "<http://example.org/g> ", "<urn:g:2> ", "_:g "};
  const std::string rdf = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  std::string text;
  std::size_t cells = 0;
  for (std::size_t left = dice.below(30); left > 0; --left) {
    const std::string graph = limits.graphs ? dice.one_of(kGraphs) : "";
    const auto say = [&](const std::string& s, const std::string& p, const std::string& o) {
      text += s + " " + p + " " + o + " " + graph + ".\n";
    };
    const std::string subject = dice.chance(2) ? some_iri(dice) : std::string(dice.one_of(blanks));
    const std::size_t kind = dice.below(6);
    if (kind == 0) {
      say(subject, "<http://example.org/p>", dice.one_of(blanks));
    } else if (kind == 1) {
      std::string cell = fmt::format("_:cell{}", ++cells);
      say(subject, "<http://example.org/list>", cell);
      for (std::size_t items = 1 + dice.below(3); items > 0; --items) {
        const std::string next = items == 1 ? rdf + "nil>" : fmt::format("_:cell{}", ++cells);
        say(cell, rdf + "first>", dice.chance(2) ? some_iri(dice) : some_literal(dice, limits));
        say(cell, rdf + "rest>", next);
        cell = next;
      }
    } else if (kind == 2) {
      say(subject, some_predicate(dice), some_iri(dice));
    } else {
      say(subject, "<http://example.org/q>", some_literal(dice, limits));
    }
  }
  return text;
}

/// The folder for the files of the tests: one that is kept, if that is wished.
std::filesystem::path place() {
  const char* const kept = std::getenv("MUSCLEKG_ROUND_TRIPS");
  const std::filesystem::path path = kept != nullptr ? std::filesystem::path(kept) : folder().path() / "round-trips";
  std::filesystem::create_directories(path);
  return path;
}

/// `transcode` from file to file.
::testing::AssertionResult transcodes(const std::string& from, const std::string& to, const std::vector<std::string>& options = {}) {
  std::vector<std::string> words = {"transcode", "-q", from, to};
  words.insert(words.end(), options.begin(), options.end());
  const test::Result result = test::run_program(words);
  if (result.exit == 0 && result.err.empty()) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << from << " to " << to << ": exit " << result.exit << "\n" << result.err;
}

::testing::AssertionResult are_same(const std::string& a, const std::string& b) {
  const test::Result result = test::run_program({"diff", a, b});
  if (result.exit == 0 && result.out.empty()) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << a << " and " << b << ": exit " << result.exit << "\n" << result.out.substr(0, 2000) << result.err;
}

constexpr const char* kWithGraphs[] = {"nq", "trig", "jsonld"};
constexpr const char* kWithoutGraphs[] = {"nt", "ttl"};

TEST(RoundTrip, EverySyntaxGivesTheDatasetBack) {
  Dice dice(20261);
  for (int round = 0; round < 12; ++round) {
    const bool graphs = round % 2 == 0;
    const std::string stem = (place() / fmt::format("any-{}", round)).string(), source = stem + (graphs ? ".source.nq" : ".source.nt");
    test::write_file(source, some_dataset(dice, {graphs, false}));
    std::vector<std::string> extensions(std::begin(kWithGraphs), std::end(kWithGraphs));
    if (!graphs) extensions.insert(extensions.end(), std::begin(kWithoutGraphs), std::end(kWithoutGraphs));
    for (const std::string& extension : extensions) {
      const std::string target = stem + "." + extension;
      ASSERT_TRUE(transcodes(source, target));
      ASSERT_TRUE(are_same(source, target));
      ASSERT_TRUE(transcodes(target, stem + ".again." + extension)) << "from itself";
      ASSERT_TRUE(are_same(source, stem + ".again." + extension));
    }
    const std::string nested = stem + ".nested.jsonld";
    ASSERT_TRUE(transcodes(source, nested, {"--form", "nested"}));
    ASSERT_TRUE(are_same(source, nested));
  }
}

TEST(RoundTrip, CanonicalFormsOfAllSyntaxesAreTheSameBytes) {
  Dice dice(20262);
  for (int round = 0; round < 6; ++round) {
    const std::string stem = (place() / fmt::format("canonical-{}", round)).string();
    test::write_file(stem + ".source.nq", some_dataset(dice, {true, false}));
    ASSERT_TRUE(transcodes(stem + ".source.nq", stem + ".canonical.nq", {"--canonical"}));
    for (const std::string extension : kWithGraphs) {
      ASSERT_TRUE(transcodes(stem + ".source.nq", stem + "." + extension));
      ASSERT_TRUE(transcodes(stem + "." + extension, stem + ".again.nq", {"--canonical"}));
      ASSERT_EQ(test::contents(stem + ".canonical.nq"), test::contents(stem + ".again.nq")) << extension;
    }
  }
}

TEST(RoundTrip, TheDescriptionStatesTheDigestOfTheCanonicalForm) {
  const test::TemporaryFolder target;
  const std::string record = test::project("facts/semitendinosus.yaml").string();
  ASSERT_EQ(test::run_program({"convert", "-q", record, "--profile", "direct,owl,meta", "--to", "nquads,jsonld,trig", "--canonical", "-o",
                               target / "out"})
                .exit,
            0);
  const test::Result canonical =
      test::run_program({"transcode", "-q", target / "out/semitendinosus.trig", "-", "--to", "nquads", "--canonical"});
  const std::string description = target.read("out/semitendinosus.meta.ttl"), digest = sha256_of(canonical.out);
  std::size_t count = 0;
  for (std::size_t at = 0; (at = description.find("mkg:canonicalSha256 \"" + digest + "\"", at)) != std::string::npos; ++at) ++count;
  EXPECT_EQ(count, 3u) << digest << "\n" << description;
}

TEST(RoundTrip, RaptorAndSerdReadTheSame) {
  MUSCLEKG_NEEDS_SERDI();
  Dice dice(20263);
  for (int round = 0; round < 8; ++round) {
    const std::string stem = (place() / fmt::format("plain-{}", round)).string(), source = stem + ".source.nt";
    test::write_file(source, some_dataset(dice, {false, true}));
    std::string fault;
    const GraphDigest wanted = read_own(source, "ntriples", fault);
    for (const auto& [extension, syntax] :
         {std::pair("nt", "ntriples"), std::pair("ttl", "turtle"), std::pair("nq", "nquads"), std::pair("rdf", "rdfxml")}) {
      const std::string target = stem + "." + extension;
      ASSERT_TRUE(transcodes(source, target));
      ASSERT_TRUE(compare(wanted, read_with_raptor(target, syntax, fault), fault, "Raptor", target));
      if (std::string_view(extension) == "rdf") continue;
      const int code = run({"serdi", "-i", syntax, "-o", "nquads", target}, stem + ".serd.nq");
      ASSERT_EQ(code, 0) << target;
      ASSERT_TRUE(compare(wanted, read_own(stem + ".serd.nq", "nquads", fault), fault, "serdi", target));
    }
  }
}

}  // namespace
}  // namespace musclekg::rdf_test
