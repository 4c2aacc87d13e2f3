// Literals: which are well-formed, which of two is less, and which match a pattern.

#include "base/pattern.h"
#include "rdf/lexical.h"
#include "rdf/literal_order.h"
#include "shacl_test.h"

namespace musclekg::shacl_test {
namespace {

struct Lexical {
  std::string type;
  std::vector<std::string> good, bad;
};

TEST(ShaclLiteral, LexicalSpacesOfXmlSchema) {
  const std::vector<Lexical> table = {
      {"string", {"", " a\n"}, {}},
      {"boolean", {"true", "false", "1", "0"}, {"", "TRUE", "yes", " true"}},
      {"decimal", {"1", "-1.50", "+.5", "1."}, {"", ".", "1e0", "1,5", "INF", "--1"}},
      {"integer", {"0", "-0", "+007", "123456789012345678901234567890"}, {"", "1.0", "+", "1 ", "0x1"}},
      {"double", {"1", "1.5e-3", "-.5E+10", "INF", "-INF", "+INF", "NaN"}, {"", "e5", "1e", "inf", "nan", "1e1.5"}},
      {"float", {"1", "NaN"}, {"f", "1f"}},
      {"long", {"9223372036854775807", "-9223372036854775808", "0009223372036854775807"}, {"9223372036854775808", "-9223372036854775809"}},
      {"int", {"2147483647", "-2147483648"}, {"2147483648", "-2147483649"}},
      {"short", {"32767", "-32768"}, {"32768"}},
      {"byte", {"127", "-128", "+5"}, {"128", "-129"}},
      {"unsignedLong", {"18446744073709551615", "-0"}, {"18446744073709551616", "-1"}},
      {"unsignedInt", {"4294967295"}, {"4294967296"}},
      {"unsignedShort", {"65535"}, {"65536"}},
      {"unsignedByte", {"255", "0"}, {"256", "-1"}},
      {"nonNegativeInteger", {"0", "-0", "99999999999999999999"}, {"-1"}},
      {"positiveInteger", {"1"}, {"0", "-1", "+00"}},
      {"nonPositiveInteger", {"0", "-99999999999999999999"}, {"1"}},
      {"negativeInteger", {"-1"}, {"0", "-0", "1"}},
      {"date",
       {"2020-02-29", "2020-01-01Z", "2020-01-01+14:00", "-0044-03-15", "12020-01-01", "2000-02-29"},
       {"2021-02-29", "1900-02-29", "2020-13-01", "2020-1-1", "20-01-01", "02020-01-01", "2020-01-01+14:01", "2020-01-32", ""}},
      {"time",
       {"00:00:00", "23:59:59.999", "24:00:00", "24:00:00.0", "12:00:00-05:30"},
       {"24:00:01", "23:60:00", "12:00", "12:00:60", "12:00:00."}},
      {"dateTime",
       {"2020-01-01T00:00:00", "2020-01-01T12:00:00.5Z", "2020-12-31T24:00:00"},
       {"2020-01-01", "2020-01-01 00:00:00", "2020-02-30T00:00:00", "2020-01-01T"}},
      {"dateTimeStamp", {"2020-01-01T00:00:00Z"}, {"2020-01-01T00:00:00"}},
      {"gYear", {"2020", "-0001", "12020", "2020Z"}, {"20", "02020", "2020-01"}},
      {"gYearMonth", {"2020-12", "2020-12+01:00"}, {"2020-13", "2020"}},
      {"gMonthDay", {"--02-29", "--12-31Z"}, {"--02-30", "02-29", "--04-31"}},
      {"gMonth", {"--01", "--12Z"}, {"--13", "01", "--1"}},
      {"gDay", {"---01", "---31Z"}, {"---32", "--01"}},
      {"duration", {"P1Y2M3DT4H5M6.7S", "-P1D", "PT0S", "P1M", "PT1M"}, {"P", "PT", "P1DT", "1Y", "P1S", "P1M1Y", "P1.5Y", "PT1.S"}},
      {"yearMonthDuration", {"P1Y", "P1Y2M"}, {"P1D", "PT1M", "P"}},
      {"dayTimeDuration", {"P1D", "PT1M", "P1DT1H"}, {"P1M", "P1Y", "P"}},
      {"hexBinary", {"", "0aFF"}, {"0", "0g"}},
      {"base64Binary", {"", "YQ==", "YWI=", "YWJj", "Y W J j"}, {"YQ=", "YR==", "YWJ", "Y=Q=", " YWJj", "Y  WJj", "YWJj "}},
      {"anyURI", {"http://example.org/", "", "a b"}, {}},
      {"language", {"en", "de-AT-1996"}, {"", "en_GB", "englishlanguage", "-en", "1en"}},
      {"normalizedString", {" a  b "}, {"a\tb", "a\n"}},
      {"token", {"a b", ""}, {" a", "a ", "a  b", "a\tb"}},
      {"NMTOKEN", {"1-a.b:c", "é"}, {"", "a b"}},
      {"Name", {"a:b", "_a"}, {"1a", "-a", ""}},
      {"NCName", {"a-b"}, {"a:b"}},
  };
  for (const Lexical& row : table) {
    const std::string type = "http://www.w3.org/2001/XMLSchema#" + row.type;
    for (const std::string& text : row.good) EXPECT_TRUE(well_formed_literal(text, type)) << row.type << " '" << text << "'";
    for (const std::string& text : row.bad) EXPECT_FALSE(well_formed_literal(text, type)) << row.type << " '" << text << "'";
  }
  EXPECT_TRUE(well_formed_literal("anything", "http://example.org/T"));
  EXPECT_FALSE(well_formed_literal("x", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString")) << "without a language";
}

/// "<", "=", ">", or "?" when the two cannot be compared.
char order(NodeTable& nodes, std::string_view a, std::string_view type_a, std::string_view b, std::string_view type_b) {
  const auto literal = [&](std::string_view text, std::string_view type) {
    return nodes.literal(text, nodes.iri(std::string("http://www.w3.org/2001/XMLSchema#").append(type)));
  };
  const auto result = LiteralValue(literal(a, type_a)) <=> LiteralValue(literal(b, type_b));
  return result < 0 ? '<' : result > 0 ? '>' : result == 0 ? '=' : '?';
}

TEST(ShaclLiteral, OrderOfNumbers) {
  NodeTable nodes;
  const auto compare = [&](auto... arguments) { return order(nodes, arguments...); };
  EXPECT_EQ(compare("9007199254740992", "integer", "9007199254740993", "integer"), '<') << "beyond what a double can tell apart";
  EXPECT_EQ(compare("123456789012345678901234567890", "integer", "123456789012345678901234567889.9", "decimal"), '>');
  EXPECT_EQ(compare("-2", "integer", "-10", "integer"), '>');
  EXPECT_EQ(compare("-0", "integer", "0.000", "decimal"), '=');
  EXPECT_EQ(compare("+01.50", "decimal", "1.5", "decimal"), '=');
  EXPECT_EQ(compare(".25", "decimal", "0.3", "decimal"), '<');
  EXPECT_EQ(compare("-0.25", "decimal", "-0.3", "decimal"), '>');
  EXPECT_EQ(compare("-1", "byte", "0", "unsignedLong"), '<');
  EXPECT_EQ(compare("1", "integer", "1.0e0", "double"), '=');
  EXPECT_EQ(compare("0.1", "decimal", "0.1", "float"), '=') << "a decimal is promoted to the float";
  EXPECT_EQ(compare("0.1", "float", "0.1", "double"), '>') << "a float to the double";
  EXPECT_EQ(compare("1e400", "double", "INF", "double"), '=');
  EXPECT_EQ(compare("-1e99999999999999999999", "double", "-INF", "double"), '=');
  EXPECT_EQ(compare("1e-400", "double", "0", "double"), '=');
  EXPECT_EQ(compare("0e999999", "double", "0", "integer"), '=');
  EXPECT_EQ(compare(std::string(400, '9'), "integer", "1e308", "double"), '>');
  EXPECT_EQ(compare("-INF", "float", "-9", "integer"), '<');
  EXPECT_EQ(compare("NaN", "double", "NaN", "double"), '?');
  EXPECT_EQ(compare("NaN", "float", "1", "integer"), '?');
  EXPECT_EQ(compare("one", "integer", "1", "integer"), '?');
  EXPECT_EQ(compare("1", "integer", "1", "string"), '?');
}

TEST(ShaclLiteral, OrderOfTimes) {
  NodeTable nodes;
  const auto compare = [&](std::string_view a, std::string_view b, std::string_view type) { return order(nodes, a, type, b, type); };
  EXPECT_EQ(compare("2020-01-01T00:00:00", "2020-01-01T00:00:00.001", "dateTime"), '<');
  EXPECT_EQ(compare("2020-01-01T00:00:00Z", "2020-01-01T01:00:00+01:00", "dateTime"), '=');
  EXPECT_EQ(compare("2019-12-31T24:00:00", "2020-01-01T00:00:00", "dateTime"), '=');
  EXPECT_EQ(compare("2020-01-01T00:00:00.50", "2020-01-01T00:00:00.5", "dateTime"), '=');
  EXPECT_EQ(compare("2020-01-01T00:00:00Z", "2020-01-01T13:00:00", "dateTime"), '?') << "less than 14 hours apart, one without a zone";
  EXPECT_EQ(compare("2020-01-01T00:00:00Z", "2020-01-01T15:00:00", "dateTime"), '<');
  EXPECT_EQ(compare("2020-01-02T00:00:00", "2020-01-01T09:00:00Z", "dateTime"), '>');
  EXPECT_EQ(compare("-0001-12-31T00:00:00", "0001-01-01T00:00:00", "dateTime"), '<');
  EXPECT_EQ(compare("-0002-01-01", "-0001-01-01", "date"), '<');
  EXPECT_EQ(compare("10000-01-01", "9999-12-31", "date"), '>');
  EXPECT_EQ(compare("2020-02-29", "2020-03-01", "date"), '<');
  EXPECT_EQ(compare("99999999999999-01-01", "99999999999998-01-01", "date"), '?') << "beyond the years that are compared";
  EXPECT_EQ(compare("2020", "2021", "gYear"), '<');
  EXPECT_EQ(compare("2020-12", "2021-01", "gYearMonth"), '<');
  EXPECT_EQ(compare("08:00:00", "09:00:00", "time"), '<');
  EXPECT_EQ(compare("P1Y", "P2Y", "duration"), '?');
  EXPECT_EQ(order(nodes, "2020-01-01", "date", "2021-01-01T00:00:00", "dateTime"), '?');
}

TEST(ShaclLiteral, OrderOfTextsAndBooleans) {
  NodeTable nodes;
  EXPECT_EQ(order(nodes, "Z", "string", "a", "string"), '<') << "by code point";
  EXPECT_EQ(order(nodes, "\xEF\xBF\xBD", "string", "\xF0\x9D\x84\x9E", "string"), '<');
  EXPECT_EQ(order(nodes, "a", "token", "b", "string"), '<');
  EXPECT_EQ(order(nodes, "false", "boolean", "1", "boolean"), '<');
  EXPECT_EQ(order(nodes, "true", "boolean", "1", "boolean"), '=');
  EXPECT_FALSE(LiteralValue(nodes.text("a", "en")) < LiteralValue(nodes.text("b", "en")));
  EXPECT_FALSE(LiteralValue(nodes.iri("http://example.org/a")) < LiteralValue(nodes.iri("http://example.org/b")));
}

/// 'm' matches, '-' does not, '?' was given up; or what is wrong with the pattern.
std::string match(std::string_view pattern, std::string_view flags, std::string_view text) {
  std::string fault;
  const auto compiled = Pattern::compile(pattern, flags, fault);
  if (!compiled) return fault;
  const Pattern::Result result = compiled->match(text);
  return result == Pattern::Result::Match ? "m" : result == Pattern::Result::NoMatch ? "-" : "?";
}

TEST(ShaclLiteral, PatternsAreThoseOfXpath) {
  EXPECT_EQ(match("b+", "", "abbc"), "m");
  EXPECT_EQ(match("^b", "", "ab"), "-");
  EXPECT_EQ(match("a$", "", "a\n"), "-") << "'$' is the very end";
  EXPECT_EQ(match("a$", "m", "a\nb"), "m");
  EXPECT_EQ(match("a.b", "", "a\nb"), "-");
  EXPECT_EQ(match("a.b", "s", "a\nb"), "m");
  EXPECT_EQ(match("^.$", "", "\xF0\x9D\x84\x9E"), "m") << "a character, not a byte";
  EXPECT_EQ(match("ÄB", "i", "äb"), "m");
  EXPECT_EQ(match("^\\d$", "", "\xD9\xA3"), "m") << "any decimal digit of Unicode";
  EXPECT_EQ(match("a b # [ #]", "x", "ab##"), "m") << "blanks go, but not within classes; '#' begins no comment";
  EXPECT_EQ(match("^[^ ]$", "x", "#"), "m");
  EXPECT_EQ(match("a.[", "q", "xa.["), "m");
  EXPECT_EQ(match("A.", "qi", "a."), "m");
  EXPECT_EQ(match("", "", ""), "m");
  EXPECT_EQ(match("\\p{Lu}", "", "aB"), "m");
}

TEST(ShaclLiteral, PatternsThatAreNone) {
  EXPECT_EQ(match("a(b", "", ""), "missing closing parenthesis (at byte 3)");
  EXPECT_EQ(match("*", "", ""), "quantifier does not follow a repeatable item (at byte 0)");
  EXPECT_EQ(match("a", "g", ""), "the flags \"g\" are not of \"ismxq\"");
  EXPECT_EQ(match("[a-z-[aeiou]]", "", ""), "subtraction of classes (\"[…-[…]]\") is not supported");
  EXPECT_EQ(match("[[a]", "", ""), "'[' within a class must be written \"\\[\"");
  EXPECT_EQ(match("[]a]", "", ""), "a class is empty");
  EXPECT_EQ(match("\\i\\c*", "", ""), "\\i is not supported");
  EXPECT_EQ(match("[ab", "", ""), "missing terminating ] for character class (at byte 3)");
  EXPECT_NE(match(std::string(1000, '(') + std::string(1000, ')'), "", ""), "m");
  EXPECT_NE(match(std::string(100000, 'a'), "", ""), "m");
}

TEST(ShaclLiteral, AMatchThatWouldNeverEndIsGivenUp) {
  EXPECT_EQ(match("^(a+)+$", "", std::string(40, 'a') + "b"), "?");
  const Case one("ex:S sh:targetNode ex:x ; sh:path ex:p ; sh:pattern \"^(a+)+$\" .", "ex:x ex:p \"" + std::string(40, 'a') + "b\" .");
  EXPECT_EQ(one.messages(), "S: has the value \"" + std::string(40, 'a') +
                                "b\" of ex:p; a match of the pattern /^(a+)+$/ is expected, and looking for one was given up\n");
}

}  // namespace
}  // namespace musclekg::shacl_test
