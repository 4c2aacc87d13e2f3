// What is wrong with a query is told with its place.

#include "sparql_test.h"

namespace musclekg::sparql_test {
namespace {

TEST(SparqlParser, TellsWhatWasExpectedAndFound) {
  const std::pair<const char*, const char*> cases[] = {
      {"", "query:1:1: error: expected SELECT, ASK, CONSTRUCT or DESCRIBE, found the end [sparql-syntax]"},
      {"SELECT ?a {\n ?a e:p }", "query:2:9: error: expected a variable, an IRI, a literal, '[' or '(', found '}' [sparql-syntax]"},
      {"SELECT { ?a ?b ?c }",
       "query:1:8: error: expected a variable, (expression AS ?variable) or *, found '{ ?a ?b ?c }' [sparql-syntax]"},
      {"SELECT * { ?a ?b ?c", "query:1:20: error: expected '.', ';', ',' or '}', found the end [sparql-syntax]"},
      {"SELECT * { ?a ?b ?c } LIMIT x", "query:1:29: error: expected a whole number, found 'x' [sparql-syntax]"},
      {"SELECT * { ?a ?b 'c } ", "query:1:18: error: a string does not end on its line: ''c } ' [sparql-syntax]"},
      {"SELECT * { ?a ?b ?c FILTER FOO(?a) }", "query:1:28: error: SPARQL has no function FOO [sparql-syntax]"},
      {"SELECT * { ?a ?b ?c FILTER(STRLEN()) }", "query:1:28: error: STRLEN takes 1 operand, not 0 [sparql-syntax]"},
      {"SELECT * { ?a ?b ?c FILTER(SUBSTR(?a)) }", "query:1:28: error: SUBSTR takes 2 to 3 operands, not 1 [sparql-syntax]"},
      {"SELECT ?a { ?a ?b <c> }", "query:1:19: error: <c> is relative, and the query has no BASE [sparql-syntax]"},
      {"INSERT DATA { <http://a> <http://b> 1 }",
       "query:1:1: error: expected SELECT, ASK, CONSTRUCT or DESCRIBE, found 'INSERT DATA { <http://a> <http://b> 1 }' [sparql-syntax]"},
      {"SELECT ?musclekg_x { ?a ?b ?c }", "query:1:8: error: variables that begin with ?musclekg_ are the program's own [sparql-syntax]"},
      {"CONSTRUCT { ?a e:p+ ?b } { ?a ?c ?b }", "query:1:26: error: a template has triples only, without paths [sparql-syntax]"},
      {"SELECT * { _:x e:p ?a OPTIONAL { _:x e:q ?b } }",
       "query:1:34: error: the label _:x stands in another basic graph pattern, too; use a variable [sparql-syntax]"},
      {"SELECT * { () . }", "query:1:15: error: expected a property, a variable or a path, found '. }' [sparql-syntax]"},
      {"CONSTRUCT WHERE { ?a ?b ?c FILTER(?a) }", "query:1:28: error: expected '}', found 'FILTER(?a) }' [sparql-syntax]"},
      {"SELECT * { VALUES (?a ?b) { (1) } }", "query:1:31: error: expected 2 values in a row, not 1, found ') } }' [sparql-syntax]"},
  };
  for (const auto& [query, finding] : cases) EXPECT_EQ(ask("", query), Lines{finding}) << query;
}

TEST(SparqlParser, BoundsNesting) {
  const auto nested = [](std::size_t depth) { return "SELECT * " + std::string(depth, '{') + " ?a ?b ?c " + std::string(depth, '}'); };
  EXPECT_TRUE(ask("", nested(100)).empty());
  EXPECT_EQ(ask("", nested(101)), Lines{"query:1:110: error: groups and brackets are nested more than 100 deep [sparql-syntax]"});
  for (const std::string& deep :
       {"SELECT * { FILTER(" + std::string(1'000'000, '('), "SELECT * { ?a " + std::string(1'000'000, '(') + "e:p",
        "SELECT * { " + std::string(1'000'000, '['), "SELECT * { FILTER(" + std::string(1'000'000, '!') + "?a)}"})
    EXPECT_EQ(ask("", deep).size(), 1U);
}

TEST(SparqlParser, KnowsPrefixesAndNamesThoseItDoesNot) {
  EXPECT_EQ(ask("e:a e:p e:b .", "SELECT ?o { e:a e:p ?o }"), Lines{"e:b"});
  EXPECT_EQ(ask("e:a e:p e:b .", "PREFIX e: <http://other/> SELECT ?o { e:a e:p ?o }"), Lines{});
  EXPECT_EQ(
      ask("", "SELECT ?o { far:a xds:p ?o }"),
      (Lines{
          "query:1:13: error: the prefix 'far:' is neither declared nor known [sparql-prefix]\n  write PREFIX far: <...> before the query",
          "query:1:19: error: the prefix 'xds:' is neither declared nor known [sparql-prefix]\n  did you mean xsd:?"}));
}

TEST(SparqlParser, ReadsAllTokens) {
  EXPECT_EQ(ask("e:a e:p 'x' .", "BASE <http://e/>\nsElEcT # a comment\n $o\nwhere { <a> <p> ?o , \"x\", '''x''' ; }"), Lines{"\"x\""});
  EXPECT_EQ(ask("<http://e/a.b> e:p 1 .", "SELECT ?o { e:a.b e:p ?o.}"), Lines{"\"1\"^^xsd:integer"});
  EXPECT_EQ(ask("<http://e/a:(b)%41> e:p 1 .", "ASK { e:a:\\(b\\)%41 e:p 1 }"), Lines{"true"});
  EXPECT_EQ(ask("e:a e:p 1 .", "SELECT ?x { e:\\u0061 e:p ?\\U00000078 }"), Lines{"\"1\"^^xsd:integer"});
  EXPECT_EQ(ask("e:a e:p 1 .", "SELECT ?x { e:a e:p ?x ; OPTIONAL { ?x e:q ?y } }"), Lines{"\"1\"^^xsd:integer"});
  EXPECT_EQ(ask("e:a e:p -1.5 , +2 , 1e3 , true .", "ASK { e:a e:p -1.5 , +2 , 1e3 , true }"), Lines{"true"});
  EXPECT_EQ(ask("", "SELECT (1<2 AS ?a) (2>1&&1<=1 AS ?b) (1!=2||!true AS ?c) (1+-1 AS ?d) (2*3-4/2 AS ?e) {}"),
            Lines{"\"true\"^^xsd:boolean \"true\"^^xsd:boolean \"true\"^^xsd:boolean \"0\"^^xsd:integer \"4\"^^xsd:decimal"});
}

TEST(SparqlParser, DeclaresKnownPrefixesForServers) {
  EXPECT_EQ(with_known_prefixes("SELECT * { ?a e:p 'e:q' }", prefixes()), "PREFIX e: <http://e/>\nSELECT * { ?a e:p 'e:q' }");
  EXPECT_EQ(with_known_prefixes("PREFIX e: <urn:x:> SELECT * { ?a e:p ?b }", prefixes()), "PREFIX e: <urn:x:> SELECT * { ?a e:p ?b }");
  EXPECT_EQ(with_known_prefixes("what is this? 'e:p", prefixes()), "what is this? 'e:p");
}

TEST(SparqlParser, ChecksTheScopeOfVariables) {
  const std::pair<const char*, const char*> cases[] = {
      {"SELECT ?a (COUNT(?b) AS ?n) { ?a e:p ?b }",
       "query:1:8: error: ?a is no key of the groups: it may have many values in one [sparql-scope]\n"
       "  add it to GROUP BY, or write (SAMPLE(?a) AS ?one_a)"},
      {"SELECT (?a + 1 AS ?a) { ?a e:p ?b }",
       "query:1:19: error: ?a has a value already, and cannot be given another [sparql-scope]\n  give the expression a new name"},
      {"SELECT * { ?a e:p ?b BIND(1 AS ?b) }",
       "query:1:32: error: ?b has a value already, and cannot be given another [sparql-scope]\n  give the expression a new name"},
      {"SELECT * { ?a e:p ?b FILTER(COUNT(?a) > 1) }",
       "query:1:29: error: COUNT stands where there are no groups [sparql-scope]\n  aggregates stand in SELECT, HAVING and ORDER BY"},
      {"SELECT * { SERVICE <http://other/sparql> { ?a ?b ?c } }",
       "query:1:12: error: SERVICE asks another server, and nothing here goes to the network [not-embedded]\n"
       "  send the whole query to a server with --endpoint"},
      {"SELECT (RAND() AS ?r) { }",
       "query:1:9: error: RAND answers differently in each run [not-embedded]\n  leave it out, or send the query to a server with "
       "--endpoint"},
      {"SELECT (e:f(1) AS ?r) { }",
       "query:1:9: error: no function <http://e/f> is known [not-embedded]\n"
       "  SPARQL's casts are xsd:boolean, date, dateTime, decimal, double, float, integer and string"},
  };
  for (const auto& [query, finding] : cases) EXPECT_EQ(ask("", query), Lines{finding}) << query;
}

}  // namespace
}  // namespace musclekg::sparql_test
