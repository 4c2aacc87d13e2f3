// Queries and their answers, by the sections of SPARQL 1.1 Query Language.

#include "sparql_test.h"

namespace musclekg::sparql_test {
namespace {

constexpr const char* kMuscles = R"(
e:vm e:kind e:Muscle ; e:label "vastus medialis"@en ; e:nerve e:femoral ; e:on e:tubercle , e:shaft ; e:order 2 .
e:rf e:kind e:Muscle ; e:label "rectus femoris"@en ; e:nerve e:femoral ; e:on e:ilium ; e:order 10 .
e:bf e:kind e:Muscle ; e:nerve e:sciatic ; e:order 2.0 .
e:tubercle e:part e:tibia . e:shaft e:part e:femur . e:femur e:part e:leg . e:tibia e:part e:leg . e:leg e:part e:body .
e:g1 { e:vm e:source e:page . }
e:g2 { e:rf e:source e:table . e:vm e:source e:page . }
)";

void expect(const char* query, const Lines& rows) { EXPECT_EQ(ask(kMuscles, query), rows) << query; }

TEST(SparqlQuery, MatchesPatterns) {
  expect("SELECT ?m { ?m e:nerve e:femoral } ORDER BY ?m", {"e:rf", "e:vm"});
  expect("SELECT ?m ?l { ?m e:kind e:Muscle OPTIONAL { ?m e:label ?l } } ORDER BY ?m",
         {"e:bf -", "e:rf \"rectus femoris\"@en", "e:vm \"vastus medialis\"@en"});
  expect("SELECT ?m { { ?m e:nerve e:sciatic } UNION { ?m e:on e:ilium } } ORDER BY ?m", {"e:bf", "e:rf"});
  expect("SELECT ?m { ?m e:order 2 }", {"e:vm"});
  expect("SELECT ?m { ?m e:order ?n FILTER(?n = 2) } ORDER BY ?m", {"e:bf", "e:vm"});
  expect("SELECT ?m { ?m e:kind e:Muscle FILTER NOT EXISTS { ?m e:label ?l } }", {"e:bf"});
  expect("SELECT ?m { ?m e:kind e:Muscle MINUS { ?m e:nerve e:femoral } }", {"e:bf"});
  expect("SELECT ?m ?n { VALUES (?m ?n) { (e:vm 1) (e:rf UNDEF) (e:xx 3) } ?m e:kind e:Muscle } ORDER BY ?m",
         {"e:rf -", "e:vm \"1\"^^xsd:integer"});
  expect("SELECT ?m { ?m e:nerve ?n } ORDER BY ?m VALUES ?n { e:sciatic }", {"e:bf"});
  expect("SELECT ?n { e:vm e:nerve [ ] ; e:order ?n }", {"\"2\"^^xsd:integer"});
}

TEST(SparqlQuery, FollowsPaths) {
  expect("SELECT ?m { ?m e:on/e:part* e:femur }", {"e:vm"});
  expect("SELECT ?x { e:shaft e:part+ ?x } ORDER BY ?x", {"e:body", "e:femur", "e:leg"});
  expect("SELECT ?x { e:shaft e:part? ?x } ORDER BY ?x", {"e:femur", "e:shaft"});
  expect("SELECT ?x { e:femoral ^e:nerve ?x } ORDER BY ?x", {"e:rf", "e:vm"});
  expect("SELECT ?x { e:vm (e:nerve|e:on) ?x } ORDER BY ?x", {"e:femoral", "e:shaft", "e:tubercle"});
  expect("SELECT ?x { e:bf !(e:kind|e:order) ?x }", {"e:sciatic"});
  expect("SELECT ?x { e:leg !(^e:part|e:part) ?x }", {});
  expect("ASK { e:nowhere e:part* e:nowhere }", {"true"});
  expect("SELECT (COUNT(*) AS ?n) { ?a e:part* ?b }", {"\"31\"^^xsd:integer"});
}

TEST(SparqlQuery, LetsFiltersStandWithinAPatternOfBlankNodes) {
  expect("SELECT ?n { _:m e:on e:ilium FILTER NOT EXISTS { e:ilium e:part ?x } _:m e:nerve ?n }", {"e:femoral"});
}

TEST(SparqlQuery, TellsGraphsApart) {
  expect("SELECT ?g ?m { GRAPH ?g { ?m e:source e:page } } ORDER BY ?g", {"e:g1 e:vm", "e:g2 e:vm"});
  expect("SELECT ?m { ?m e:source e:page }", {"e:vm"});  // merged: said twice, there once
  expect("SELECT ?m { GRAPH e:g1 { ?m e:source ?s } }", {"e:vm"});
  expect("SELECT ?m { ?m e:kind e:Muscle GRAPH e:none { ?m e:source ?s } }", {});
  expect("SELECT ?m FROM e:g2 { ?m e:source ?s } ORDER BY ?m", {"e:rf", "e:vm"});
  expect("SELECT ?m FROM e:g2 { ?m e:kind e:Muscle }", {});
  expect("SELECT ?g FROM NAMED e:g1 { GRAPH ?g { ?m e:source ?s } }", {"e:g1"});
}

TEST(SparqlQuery, GroupsAndAggregates) {
  expect("SELECT ?n (COUNT(?m) AS ?count) { ?m e:nerve ?n } GROUP BY ?n ORDER BY DESC(?count)",
         {"e:femoral \"2\"^^xsd:integer", "e:sciatic \"1\"^^xsd:integer"});
  expect("SELECT (COUNT(*) AS ?all) (COUNT(DISTINCT ?n) AS ?different) { ?m e:nerve ?n }", {"\"3\"^^xsd:integer \"2\"^^xsd:integer"});
  expect("SELECT (COUNT(DISTINCT *) AS ?n) { ?m e:nerve [] ; e:on [] }", {"\"2\"^^xsd:integer"});
  expect("SELECT (COUNT(?x) AS ?n) (SUM(?x) AS ?s) (MIN(?x) AS ?least) { ?x e:nothing ?y }", {"\"0\"^^xsd:integer \"0\"^^xsd:integer -"});
  expect("SELECT ?n (COUNT(?x) AS ?c) { ?x e:nothing ?n } GROUP BY ?n", {});
  expect("SELECT (SUM(?o) AS ?s) (AVG(?o) AS ?a) (MIN(?o) AS ?i) (MAX(?o) AS ?x) { ?m e:order ?o }",
         {"\"14\"^^xsd:decimal \"4.666666666666666666\"^^xsd:decimal \"2\"^^xsd:integer \"10\"^^xsd:integer"});
  expect("SELECT (GROUP_CONCAT(?l; SEPARATOR=' | ') AS ?all) { SELECT ?l { ?m e:label ?l } ORDER BY ?l }",
         {"\"rectus femoris | vastus medialis\""});
  expect("SELECT ?n { ?m e:nerve ?n } GROUP BY ?n HAVING (COUNT(?m) > 1)", {"e:femoral"});
  expect("SELECT ?n (2 * COUNT(?m) AS ?twice) { ?m e:nerve ?n } GROUP BY ?n ORDER BY ?n",
         {"e:femoral \"4\"^^xsd:integer", "e:sciatic \"2\"^^xsd:integer"});
  expect("SELECT (COUNT(?l) AS ?n) { ?m e:kind e:Muscle OPTIONAL { ?m e:label ?l } }", {"\"2\"^^xsd:integer"});
  expect("SELECT ?key (COUNT(*) AS ?n) { ?m e:order ?o } GROUP BY (?o > 5 AS ?key) HAVING (SAMPLE(?key) || true) ORDER BY ?key",
         {"\"false\"^^xsd:boolean \"2\"^^xsd:integer", "\"true\"^^xsd:boolean \"1\"^^xsd:integer"});
}

TEST(SparqlQuery, OrdersCutsAndTakesDoublesAway) {
  expect("SELECT ?m { ?m e:order ?o } ORDER BY DESC(?o) ?m", {"e:rf", "e:bf", "e:vm"});
  expect("SELECT ?m { ?m e:order ?o } ORDER BY ?m LIMIT 1 OFFSET 1", {"e:rf"});
  expect("SELECT DISTINCT ?n { ?m e:nerve ?n } ORDER BY ?n", {"e:femoral", "e:sciatic"});
  expect("SELECT ?m { ?m e:kind e:Muscle OPTIONAL { ?m e:label ?l } } ORDER BY ?l", {"e:bf", "e:rf", "e:vm"});
  EXPECT_EQ(ask("e:a e:p e:b, 'x', 'x'@en, 2, 10, 1.5, true, '2020-01-01'^^xsd:date, 'odd'^^e:type, _:n .",
                "SELECT ?o { e:a e:p ?o } ORDER BY ?o"),
            (Lines{"_:n", "e:b", "\"1.5\"^^xsd:decimal", "\"2\"^^xsd:integer", "\"10\"^^xsd:integer", "\"x\"", "\"x\"@en",
                   "\"true\"^^xsd:boolean", "\"2020-01-01\"^^xsd:date", "\"odd\"^^e:type"}));
}

TEST(SparqlQuery, HasSubqueriesOfTheirOwnScope) {
  expect("SELECT ?m ?most { ?m e:order ?most { SELECT (MAX(?o) AS ?most) { ?x e:order ?o } } }", {"e:rf \"10\"^^xsd:integer"});
  expect("SELECT ?m ?n { GRAPH e:g2 { ?m e:source e:page { SELECT (COUNT(*) AS ?n) { ?a ?b ?c } } } }", {"e:vm \"2\"^^xsd:integer"});
  expect("SELECT ?m { ?m e:nerve e:femoral { SELECT ?m { ?m e:order ?o } ORDER BY ?o LIMIT 1 } }", {"e:vm"});
}

TEST(SparqlQuery, KeepsRowsWhoseExpressionsAreErrors) {
  expect("SELECT ?m ?x { ?m e:kind e:Muscle BIND(LANG(?m) AS ?x) } ORDER BY ?m", {"e:bf -", "e:rf -", "e:vm -"});
  expect("SELECT ?m { ?m e:order ?o FILTER(?o / 0 = 1 || ?o = 10) }", {"e:rf"});
  expect("SELECT ?m { ?m e:order ?o FILTER(!(?nothing)) }", {});
}

TEST(SparqlQuery, SeesInOptionalFiltersWhatStandsBefore) {
  EXPECT_EQ(ask("e:a e:p 1 ; e:q 2 , 0 .", "SELECT ?x ?y { e:a e:p ?x OPTIONAL { e:a e:q ?y FILTER(?y > ?x) } }"),
            Lines{"\"1\"^^xsd:integer \"2\"^^xsd:integer"});
  EXPECT_EQ(ask("e:a e:p 1 ; e:q 2 , 0 .", "SELECT ?x ?y { e:a e:p ?x { e:a e:q ?y FILTER(?y > ?x) } }"), Lines{});  // a group does not
}

TEST(SparqlQuery, HasTheOtherForms) {
  expect("ASK { e:vm e:nerve e:femoral }", {"true"});
  expect("ASK { e:vm e:nerve e:sciatic }", {"false"});
  expect("CONSTRUCT { ?n e:supplies ?m } { ?m e:nerve ?n } ORDER BY ?m",
         {"e:sciatic e:supplies e:bf", "e:femoral e:supplies e:rf", "e:femoral e:supplies e:vm"});
  expect("CONSTRUCT WHERE { e:vm e:nerve ?n }", {"e:vm e:nerve e:femoral"});
  expect("CONSTRUCT { _:x e:of ?m . ?l e:not e:this } { ?m e:nerve e:sciatic OPTIONAL { ?m e:label ?l } }",
         {"_:row1-musclekg_x_ e:of e:bf"});
  EXPECT_EQ(ask("e:a e:p [ e:q [ e:r e:b ] ] . e:b e:s e:c .", "DESCRIBE e:a").size(), 3U);
  expect("DESCRIBE ?m { ?m e:nerve e:sciatic }", {"e:bf e:kind e:Muscle", "e:bf e:nerve e:sciatic", "e:bf e:order \"2.0\"^^xsd:decimal"});
}

TEST(SparqlQuery, TakesLanguageTagsForOneWhateverTheirCase) {
  EXPECT_EQ(ask("e:a e:p 'x'@en-GB . e:b e:p 'x'@en-gb .", "SELECT ?s ?o { ?s e:p ?o . ?s e:p 'x'@EN-gb } ORDER BY ?s"),
            (Lines{"e:a \"x\"@en-GB", "e:b \"x\"@en-GB"}));
}

TEST(SparqlQuery, ResolvesAgainstTheBase) {
  EXPECT_EQ(ask("", "BASE <http://e/x/> SELECT (IRI('../a') AS ?i) (<b> AS ?j) (IRI('other:c/../d') AS ?k) {}"),
            Lines{"e:a e:x/b <other:c/../d>"});
}

TEST(SparqlQuery, NamesTheVariablesOfTheText) {
  Lines variables;
  ask(kMuscles, "SELECT * { ?m e:nerve/e:x ?n . [] e:p ?z OPTIONAL { ?m e:label ?l } MINUS { ?hidden e:q ?m } }", &variables);
  EXPECT_EQ(variables, (Lines{"m", "n", "z", "l"}));
}

TEST(SparqlQuery, DoesNotConfuseBlankNodesOfTwoDocuments) {
  QueryDataset dataset;
  Diagnostics diagnostics;
  for (int i = 0; i < 2; ++i) {
    Input nothing("/dev/null");
    dataset.begin_document();
    read_rdf(nothing, "_:b <http://e/p> _:d2-b .", RdfSyntax::NTriples, {}, dataset, diagnostics);
  }
  const auto query = parse_query("SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT ?a) AS ?d) { { ?a ?p [] } UNION { [] ?p ?a } }", "query",
                                 prefixes(), diagnostics);
  dataset.index({}, {});
  const QueryAnswer answer = run_query(*query, dataset, 0);
  EXPECT_EQ(answer.rows[0][0]->value, "4");
  EXPECT_EQ(answer.rows[0][1]->value, "4");
}

}  // namespace
}  // namespace musclekg::sparql_test
