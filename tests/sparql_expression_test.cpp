// The values of expressions (SPARQL 1.1, section 17), one a row; "-" is an error.

#include "sparql_test.h"

namespace musclekg::sparql_test {
namespace {

std::string value(const std::string& expression) {
  const Lines lines = ask("", "SELECT (" + expression + " AS ?value) {}");
  return lines.size() == 1 ? lines[0] : "several rows";
}

void expect(const std::vector<std::pair<std::string, std::string>>& rows) {
  for (const auto& [expression, wanted] : rows) EXPECT_EQ(value(expression), wanted) << expression;
}

const std::string kTrue = "\"true\"^^xsd:boolean", kFalse = "\"false\"^^xsd:boolean";

std::string number(const std::string& text, const std::string& type = "integer") { return '"' + text + "\"^^xsd:" + type; }

TEST(SparqlExpressions, CalculateInTheWiderType) {
  expect({{"1 + 2", number("3")},
          {"1 + 0.5", number("1.5", "decimal")},
          {"1 / 2", number("0.5", "decimal")},
          {"6 / 2", number("3", "decimal")},
          {"1 / 0", "-"},
          {"1.0 / 0.0", "-"},
          {"1e0 / 0", number("INF", "double")},
          {"1.5 * 1.5", number("2.25", "decimal")},
          {"1 / 3", number("0.333333333333333333", "decimal")},
          {"-7 / 2", number("-3.5", "decimal")},
          {"1 + 1e0", number("2.0E0", "double")},
          {"9223372036854775807 + 1", "-"},
          {"9223372036854775807 + 0", number("9223372036854775807")},
          {"- 3", number("-3")},
          {"-(-3)", number("3")},
          {"'1' + 1", "-"},
          {"3000000000 > 2999999999", kTrue},
          {"'5'^^xsd:byte + 1", number("6")},
          {"1e400", number("1e400", "double")},
          {"1e400 * 1", number("INF", "double")},
          {"ABS(-1.5)", number("1.5", "decimal")},
          {"CEIL(-1.5)", number("-1", "decimal")},
          {"FLOOR(-1.5)", number("-2", "decimal")},
          {"ROUND(-1.5)", number("-1", "decimal")},
          {"ROUND(2.5)", number("3", "decimal")},
          {"ROUND(2.5e0)", number("3.0E0", "double")}});
}

TEST(SparqlExpressions, CompareValuesAndTerms) {
  expect({{"1 = 1.0", kTrue},
          {"1 = 1e0", kTrue},
          {"'a' = 'a'@en", kFalse},
          {"'a'@en = 'a'@EN", kTrue},
          {"1 = 'a'", kFalse},
          {"'a'@en = 'a'^^e:t", kFalse},
          {"'2020-01-01'^^xsd:date = '2020-01-01Z'^^xsd:date", "-"},
          {"'2020-01-01'^^xsd:date = '2021-01-01Z'^^xsd:date", kFalse},
          {"'2020-01-01'^^xsd:date = '2020-01-01T00:00:00Z'^^xsd:dateTime", kFalse},
          {"1 < 'a'", "-"},
          {"'a' < 'b'", kTrue},
          {"true > false", kTrue},
          {"e:a = e:a", kTrue},
          {"e:a < e:b", "-"},
          {"'x'^^e:t = 'x'^^e:t", kTrue},
          {"'x'^^e:t = 'y'^^e:t", "-"},
          {"'NaN'^^xsd:double = 'NaN'^^xsd:double", kFalse},
          {"'2020-01-01'^^xsd:date < '2020-02-01'^^xsd:date", kTrue},
          {"1 IN (3, 2, 1)", kTrue},
          {"1 IN ()", kFalse},
          {"1 NOT IN (1/0, 2)", "-"},
          {"1 IN (1/0, 1)", kTrue},
          {"SAMETERM(1, 1.0)", kFalse},
          {"!true", kFalse},
          {"!''", kTrue},
          {"!e:a", "-"},
          {"true || 1/0", kTrue},
          {"1/0 || true", kTrue},
          {"false && 1/0", kFalse},
          {"true && 1/0", "-"},
          {"IF(1 < 2, 'a', 1/0)", "\"a\""},
          {"COALESCE(1/0, ?x, 3)", number("3")},
          {"COALESCE(?x)", "-"}});
}

TEST(SparqlExpressions, TakeTermsApartAndMakeThem) {
  expect({{"STR(e:a)", "\"http://e/a\""},
          {"STR(1.0)", "\"1.0\""},
          {"LANG('a'@en)", "\"en\""},
          {"LANG('a')", "\"\""},
          {"LANG(e:a)", "-"},
          {"DATATYPE('a')", "xsd:string"},
          {"DATATYPE(1)", "xsd:integer"},
          {"DATATYPE('a'@en)", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString>"},
          {"IRI('http://e/a')", "e:a"},
          {"IRI('not one')", "-"},
          {"URI(e:a)", "e:a"},
          {"STRDT('1', xsd:integer)", number("1")},
          {"STRLANG('a', 'en-GB')", "\"a\"@en-GB"},
          {"STRLANG('a', 'en GB')", "-"},
          {"ISIRI(e:a)", kTrue},
          {"ISLITERAL(e:a)", kFalse},
          {"ISBLANK('a')", kFalse},
          {"ISNUMERIC('x'^^xsd:integer)", kFalse},
          {"ISNUMERIC(1.5)", kTrue},
          {"BOUND(?x)", kFalse}});
}

TEST(SparqlExpressions, WorkOnTextByCharacters) {
  expect({{"STRLEN('größe')", number("5")},
          {"SUBSTR('größe', 3, 2)", "\"öß\""},
          {"SUBSTR('größe'@de, 4)", "\"ße\"@de"},
          {"SUBSTR('abc', 0)", "\"abc\""},
          {"UCASE('größe')", "\"GRÖSSE\""},
          {"LCASE('ÄB'@de)", "\"äb\"@de"},
          {"STRSTARTS('abc', 'ab')", kTrue},
          {"STRENDS('abc', 'bc')", kTrue},
          {"CONTAINS('abc'@en, 'b')", kTrue},
          {"CONTAINS('abc', 'b'@en)", "-"},
          {"STRBEFORE('abc'@en, 'b')", "\"a\"@en"},
          {"STRBEFORE('abc', 'z')", "\"\""},
          {"STRAFTER('abc', 'b')", "\"c\""},
          {"CONCAT('a', 'b')", "\"ab\""},
          {"CONCAT('a'@en, 'b'@en)", "\"ab\"@en"},
          {"CONCAT('a'@en, 'b')", "\"ab\""},
          {"CONCAT()", "\"\""},
          {"CONCAT('a', 1)", "-"},
          {"ENCODE_FOR_URI('a b/ß')", "\"a%20b%2F%C3%9F\""},
          {"LANGMATCHES('en-GB', 'EN')", kTrue},
          {"LANGMATCHES('enx', 'en')", kFalse},
          {"LANGMATCHES('', '*')", kFalse},
          {"REGEX('Vastus', '^v', 'i')", kTrue},
          {"REGEX('a.b', 'a.b', 'q')", kTrue},
          {"REGEX('a', '(')", "-"},
          {"REPLACE('abcb', 'b', 'X')", "\"aXcX\""},
          {"REPLACE('abc', '(.)c', '$1$1')", "\"abb\""},
          {"REPLACE('abc', 'x*', 'y')", "-"},
          {"REPLACE('abc', 'b', '$')", "-"},
          {"MD5('abc')", "\"900150983cd24fb0d6963f7d28e17f72\""},
          {"SHA1('abc')", "\"a9993e364706816aba3e25717850c26c9cd0d89d\""},
          {"SHA256('abc')", "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\""},
          {"STRLEN(SHA384('abc'))", number("96")},
          {"STRLEN(SHA512('abc'))", number("128")}});
}

TEST(SparqlExpressions, ReadDatesAndTimes) {
  const std::string moment = "'2011-01-10T14:45:13.815-05:00'^^xsd:dateTime";
  expect({{"YEAR(" + moment + ")", number("2011")},
          {"MONTH(" + moment + ")", number("1")},
          {"DAY(" + moment + ")", number("10")},
          {"HOURS(" + moment + ")", number("14")},
          {"MINUTES(" + moment + ")", number("45")},
          {"SECONDS(" + moment + ")", number("13.815", "decimal")},
          {"TIMEZONE(" + moment + ")", "\"-PT5H\"^^xsd:dayTimeDuration"},
          {"TZ(" + moment + ")", "\"-05:00\""},
          {"TZ('2011-01-10T14:45:13'^^xsd:dateTime)", "\"\""},
          {"YEAR('2020-02-30'^^xsd:date)", "-"},
          {"HOURS('2020-02-03'^^xsd:date)", "-"},
          {"NOW()", "\"1970-01-01T00:00:00Z\"^^xsd:dateTime"}});
}

TEST(SparqlExpressions, Cast) {
  expect({{"xsd:integer('12')", number("12")},
          {"xsd:integer(12.9)", number("12")},
          {"xsd:integer('a')", "-"},
          {"xsd:decimal('1.50')", number("1.5", "decimal")},
          {"xsd:double('1')", number("1.0E0", "double")},
          {"xsd:integer(true)", number("1")},
          {"xsd:boolean('1')", kTrue},
          {"xsd:boolean(0.0)", kFalse},
          {"xsd:string(e:a)", "\"http://e/a\""},
          {"xsd:string(012.0)", "\"12\""},
          {"xsd:string('1'^^xsd:boolean)", "\"true\""},
          {"xsd:string(1.5e0)", "\"1.5\""},
          {"xsd:string('-0.0'^^xsd:float)", "\"-0\""},
          {"xsd:string(1.5e9)", "\"1.5E9\""},
          {"xsd:dateTime('2011-01-10T14:45:13Z')", "\"2011-01-10T14:45:13Z\"^^xsd:dateTime"},
          {"xsd:dateTime('yesterday')", "-"}});
}

}  // namespace
}  // namespace musclekg::sparql_test
