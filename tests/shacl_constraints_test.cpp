// The constraint components of SHACL Core (section 4 of the Recommendation): what conforms to each, and what does not.

#include "shacl_test.h"

namespace musclekg::shacl_test {
namespace {

/// The values of ex:p, each of a node of its own, that violate `constraint` on the path ex:p: what is found, without the focus nodes.
std::string violating(const std::string& constraint, const std::vector<std::string>& values) {
  std::string data = "ex:D rdfs:subClassOf ex:C . ex:E rdfs:subClassOf ex:D . ex:c a ex:C . ex:e a ex:E . ex:f a ex:F .\n";
  for (std::size_t i = 0; i < values.size(); ++i) data += fmt::format("ex:n{} ex:p {} .\n", 100 + i, values[i]);
  const Case one("ex:S a sh:NodeShape ; sh:targetSubjectsOf ex:p ; sh:property [ sh:path ex:p ; " + constraint + " ] .", data);
  EXPECT_EQ(one.faults(), std::vector<std::string>()) << constraint;
  std::string text;
  for (const Finding& finding : one.findings()) text.append(text.empty() ? "" : " ").append(Wording(&prefixes()).name(finding.value));
  return text;
}

TEST(ShaclConstraints, ClassIsThatOfTheNodeOrOneBelow) {
  EXPECT_EQ(violating("sh:class ex:C", {"ex:c", "ex:e", "ex:f", "ex:g", "\"x\"", "[ a ex:D ]"}), "ex:f ex:g \"x\"");
  EXPECT_EQ(violating("sh:class ex:C , ex:F", {"ex:c", "ex:f"}), "ex:c ex:f");
}

TEST(ShaclConstraints, ClassesMayGoRoundInACircle) {
  EXPECT_EQ(results("ex:S a sh:NodeShape ; sh:targetNode ex:a , ex:b ; sh:class ex:C .",
                    "ex:C rdfs:subClassOf ex:D . ex:D rdfs:subClassOf ex:C . ex:a a ex:D ."),
            "ex:b - ex:b Class\n");
}

TEST(ShaclConstraints, DatatypeWantsWellFormedLiterals) {
  EXPECT_EQ(violating("sh:datatype xsd:integer", {"1", "\"1\"^^xsd:int", "\"one\"^^xsd:integer", "1.0", "\"1\"", "ex:a"}),
            "\"1\"^^xsd:int \"one\"^^xsd:integer \"1.0\"^^xsd:decimal \"1\" ex:a");
  EXPECT_EQ(violating("sh:datatype xsd:string", {"\"a\"", "\"a\"@en", "1"}), "\"a\"@en \"1\"^^xsd:integer");
  EXPECT_EQ(violating("sh:datatype rdf:langString", {"\"a\"", "\"a\"@en"}), "\"a\"");
  EXPECT_EQ(violating("sh:datatype ex:T", {"\"a\"^^ex:T", "\"a\"^^ex:U"}), "\"a\"^^ex:U");
}

TEST(ShaclConstraints, NodeKind) {
  const std::vector<std::string> values = {"ex:a", "[]", "\"x\""};
  EXPECT_EQ(violating("sh:nodeKind sh:IRI", values), "a blank node \"x\"");
  EXPECT_EQ(violating("sh:nodeKind sh:BlankNode", values), "ex:a \"x\"");
  EXPECT_EQ(violating("sh:nodeKind sh:Literal", values), "ex:a a blank node");
  EXPECT_EQ(violating("sh:nodeKind sh:BlankNodeOrIRI", values), "\"x\"");
  EXPECT_EQ(violating("sh:nodeKind sh:BlankNodeOrLiteral", values), "ex:a");
  EXPECT_EQ(violating("sh:nodeKind sh:IRIOrLiteral", values), "a blank node");
}

TEST(ShaclConstraints, Counts) {
  const std::string data = "ex:a ex:p 1 . ex:b ex:p 1 , 2 . ex:c ex:p 1 , 2 , 3 . ex:d ex:q 1 .";
  const std::string targets = "ex:S a sh:NodeShape ; sh:targetNode ex:a , ex:b , ex:c , ex:d ; sh:property [ sh:path ex:p ; ";
  EXPECT_EQ(results(targets + "sh:minCount 2 ; sh:maxCount 2 ] .", data),
            "ex:a ex:p - MinCount\nex:c ex:p - MaxCount\nex:d ex:p - MinCount\n");
  EXPECT_EQ(results(targets + "sh:minCount 0 ; sh:maxCount 99999999999999999999999 ] .", data), "");
  EXPECT_EQ(results(targets + "sh:maxCount 0 ] .", data), "ex:a ex:p - MaxCount\nex:b ex:p - MaxCount\nex:c ex:p - MaxCount\n");
}

// pySHACL compares literals of different kinds, texts in languages and IRIs by rdflib's own order of all terms; by SPARQL's operator `<`,
// which the Recommendation names, they cannot be compared, and are violations.
TEST(ShaclConstraints, Ranges) {
  const std::vector<std::string> values = {
      "1", "2", "2.0", "2.5", "3e0", "\"x\"^^xsd:integer", "\"2\"", "ex:a", "[]", "\"NaN\"^^xsd:double"};
  const std::string odd = " \"x\"^^xsd:integer \"2\" ex:a a blank node \"NaN\"^^xsd:double";
  EXPECT_EQ(violating("sh:minExclusive 2", values), "\"1\"^^xsd:integer \"2\"^^xsd:integer \"2.0\"^^xsd:decimal" + odd);
  EXPECT_EQ(violating("sh:minInclusive 2", values), "\"1\"^^xsd:integer" + odd);
  EXPECT_EQ(violating("sh:maxExclusive 2", values),
            "\"2\"^^xsd:integer \"2.0\"^^xsd:decimal \"2.5\"^^xsd:decimal \"3e0\"^^xsd:double" + odd);
  EXPECT_EQ(violating("sh:maxInclusive 2", values), "\"2.5\"^^xsd:decimal \"3e0\"^^xsd:double" + odd);
}

TEST(ShaclConstraints, RangesOfDatesAndTexts) {
  EXPECT_EQ(violating("sh:minInclusive \"2020-03-01\"^^xsd:date", {"\"2020-03-01\"^^xsd:date", "\"2020-02-29\"^^xsd:date",
                                                                   "\"2020-02-30\"^^xsd:date", "\"2020-03-01T00:00:00\"^^xsd:dateTime"}),
            "\"2020-02-29\"^^xsd:date \"2020-02-30\"^^xsd:date \"2020-03-01T00:00:00\"^^xsd:dateTime");
  EXPECT_EQ(violating("sh:maxExclusive \"b\"", {"\"a\"", "\"b\"", "\"a\"@en"}), "\"b\" \"a\"@en");
}

// pySHACL takes sh:minLength 0 to be satisfied by blank nodes; section 4.4.1 names them apart from the length.
TEST(ShaclConstraints, Lengths) {
  const std::vector<std::string> values = {"\"\"", "\"a\"", "\"é𝄞\"", "\"abc\"@en", "123", "ex:a", "[]"};
  EXPECT_EQ(violating("sh:minLength 3", values), "\"\" \"a\" \"é𝄞\" a blank node");
  EXPECT_EQ(violating("sh:minLength 0", values), "a blank node");
  EXPECT_EQ(violating("sh:maxLength 2", values), "\"abc\"@en \"123\"^^xsd:integer ex:a a blank node");
}

TEST(ShaclConstraints, Pattern) {
  const std::vector<std::string> values = {"\"Bone\"", "\"bone\"@en", "\"a bone\"", "ex:bone", "[]", "12"};
  EXPECT_EQ(violating("sh:pattern \"^b\"", values), "\"Bone\" \"a bone\" ex:bone a blank node \"12\"^^xsd:integer");
  EXPECT_EQ(violating("sh:pattern \"^B\" ; sh:flags \"i\"", values), "\"a bone\" ex:bone a blank node \"12\"^^xsd:integer");
  EXPECT_EQ(violating("sh:pattern \"^http://example\\\\.org/[a-z]+$\"", values),
            "\"Bone\" \"bone\"@en \"a bone\" a blank node \"12\"^^xsd:integer");
}

TEST(ShaclConstraints, LanguageIn) {
  EXPECT_EQ(violating("sh:languageIn ( \"en\" \"de-AT\" )",
                      {"\"a\"@en", "\"a\"@en-GB", "\"a\"@EN-us", "\"a\"@eng", "\"a\"@de", "\"a\"@de-at", "\"a\"", "ex:a"}),
            "\"a\"@eng \"a\"@de \"a\" ex:a");
  EXPECT_EQ(violating("sh:languageIn ( \"*\" )", {"\"a\"@fr", "\"a\""}), "\"a\"");
  EXPECT_EQ(violating("sh:languageIn ( )", {"\"a\"@fr"}), "\"a\"@fr");
}

TEST(ShaclConstraints, UniqueLang) {
  const std::string data =
      "ex:a ex:p \"x\"@en , \"y\"@de , \"z\" , \"w\" . ex:b ex:p \"x\"@en , \"y\"@en , \"x\"@de , \"y\"@de , \"z\"@fr .";
  const std::string shape = "ex:S sh:targetSubjectsOf ex:p ; sh:path ex:p ; sh:uniqueLang ";
  EXPECT_EQ(results("ex:S a sh:PropertyShape . " + shape + "true .", data), "ex:b ex:p - UniqueLang\nex:b ex:p - UniqueLang\n");
  EXPECT_EQ(results(shape + "false .", data), "");
  EXPECT_EQ(Case(shape + "true .", data).messages(),
            "S: has 2 values of ex:p in the language \"en\"; at most 1 in each language is expected\n"
            "S: has 2 values of ex:p in the language \"de\"; at most 1 in each language is expected\n");
}

TEST(ShaclConstraints, EqualsAndDisjoint) {
  const std::string data = "ex:a ex:p 1 , 2 ; ex:q 2 , 3 . ex:b ex:p 1 ; ex:q 1 . ex:c ex:p 1 .";
  EXPECT_EQ(results("ex:S sh:targetSubjectsOf ex:p ; sh:path ex:p ; sh:equals ex:q .", data),
            "ex:a ex:p \"1\"^^xsd:integer Equals\nex:a ex:p \"3\"^^xsd:integer Equals\nex:c ex:p \"1\"^^xsd:integer Equals\n");
  EXPECT_EQ(results("ex:S sh:targetSubjectsOf ex:p ; sh:path ex:p ; sh:disjoint ex:q .", data),
            "ex:a ex:p \"2\"^^xsd:integer Disjoint\nex:b ex:p \"1\"^^xsd:integer Disjoint\n");
  EXPECT_EQ(results("ex:S a sh:NodeShape ; sh:targetSubjectsOf ex:p ; sh:disjoint ex:p ; sh:equals ex:q .",
                    "ex:a ex:p ex:a . ex:b ex:p 1 ; ex:q ex:b ."),
            "ex:a - ex:a Disjoint\nex:a - ex:a Equals\n");
}

// pySHACL gives up where a value is a blank node.
TEST(ShaclConstraints, LessThan) {
  const std::string data =
      "ex:a ex:p 1 ; ex:q 2 , 3 . ex:b ex:p 2 , 4 ; ex:q 2 , 3 . ex:c ex:p 1 ; ex:q \"x\" . ex:d ex:p ex:a ; ex:q ex:b . ex:e ex:p 1 ."
      "ex:f ex:p [] ; ex:q 1 . ex:g ex:p 15 ; ex:q 20 , 10 .";
  EXPECT_EQ(results("ex:S sh:targetSubjectsOf ex:p ; sh:path ex:p ; sh:lessThan ex:q .", data),
            "ex:b ex:p \"2\"^^xsd:integer LessThan\nex:b ex:p \"4\"^^xsd:integer LessThan\nex:c ex:p \"1\"^^xsd:integer LessThan\n"
            "ex:d ex:p ex:a LessThan\nex:f ex:p _: LessThan\nex:g ex:p \"15\"^^xsd:integer LessThan\n");
  EXPECT_EQ(results("ex:S sh:targetNode ex:a , ex:b , ex:e ; sh:path ex:p ; sh:lessThanOrEquals ex:q .", data),
            "ex:b ex:p \"4\"^^xsd:integer LessThanOrEquals\n");
}

TEST(ShaclConstraints, Logic) {
  const std::string data = "ex:a ex:p 1 . ex:b ex:p 1 ; ex:q 1 . ex:c ex:q 1 . ex:d ex:r 1 .";
  const std::string targets = "ex:S a sh:NodeShape ; sh:targetNode ex:a , ex:b , ex:c , ex:d ; ";
  const std::string both = "( [ sh:path ex:p ; sh:minCount 1 ] [ sh:property [ sh:path ex:q ; sh:minCount 1 ] ] )";
  EXPECT_EQ(results(targets + "sh:and " + both + " .", data), "ex:a - ex:a And\nex:c - ex:c And\nex:d - ex:d And\n");
  EXPECT_EQ(results(targets + "sh:or " + both + " .", data), "ex:d - ex:d Or\n");
  EXPECT_EQ(results(targets + "sh:xone " + both + " .", data), "ex:b - ex:b Xone\nex:d - ex:d Xone\n");
  EXPECT_EQ(results(targets + "sh:not [ sh:or " + both + " ] .", data), "ex:a - ex:a Not\nex:b - ex:b Not\nex:c - ex:c Not\n");
  EXPECT_EQ(results(targets + "sh:and ( ) .", data), "");
  EXPECT_EQ(results(targets + "sh:or ( ) .", data), "ex:a - ex:a Or\nex:b - ex:b Or\nex:c - ex:c Or\nex:d - ex:d Or\n");
}

TEST(ShaclConstraints, NodeReportsTheValueAndNotWhatIsWithin) {
  EXPECT_EQ(results("ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:node ex:T ] ."
                    "ex:T a sh:NodeShape ; sh:property [ sh:path ex:q ; sh:node ex:U ] . ex:U a sh:NodeShape ; sh:nodeKind sh:IRI .",
                    "ex:a ex:p ex:b , ex:c , ex:d . ex:b ex:q ex:x . ex:c ex:q 1 ."),
            "ex:a ex:p ex:c Node\n");
}

TEST(ShaclConstraints, PropertyReportsWhatIsWithin) {
  EXPECT_EQ(
      results("ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:property [ sh:path ex:q ; sh:maxCount 1 ] ] .",
              "ex:a ex:p ex:b , ex:c . ex:b ex:q 1 . ex:c ex:q 1 , 2 ."),
      "ex:c ex:q - MaxCount\n");
}

TEST(ShaclConstraints, QualifiedShapes) {
  const std::string data = "ex:a ex:p ex:x , ex:y , ex:z . ex:b ex:p ex:x . ex:x a ex:C . ex:y a ex:C . ex:z a ex:D .";
  const std::string shape = "ex:S sh:targetNode ex:a , ex:b ; sh:path ex:p ; sh:qualifiedValueShape [ sh:class ex:C ] ; ";
  EXPECT_EQ(results(shape + "sh:qualifiedMinCount 2 .", data), "ex:b ex:p - QualifiedMinCount\n");
  EXPECT_EQ(results(shape + "sh:qualifiedMaxCount 1 .", data), "ex:a ex:p - QualifiedMaxCount\n");
  EXPECT_EQ(results(shape + "sh:qualifiedMinCount 1 ; sh:qualifiedMaxCount 2 .", data), "");
  EXPECT_EQ(results("ex:S sh:targetNode ex:a , ex:b ; sh:path ex:p ; sh:qualifiedValueShape [ sh:class ex:C ] .", data), "");
  EXPECT_EQ(Case(shape + "sh:qualifiedMaxCount 1 .", data).messages(),
            "S: has 2 values of ex:p that conform to the nested shape; at most 1 is expected\n");
}

// A hand of section 4.7.3: a node that is thumb and finger at once counts for neither.
TEST(ShaclConstraints, QualifiedShapesThatAreDisjoint) {
  const std::string shapes =
      "ex:Hand a sh:NodeShape ; sh:targetClass ex:H ;"
      " sh:property [ sh:path ex:digit ; sh:qualifiedValueShape [ sh:class ex:Thumb ] ; sh:qualifiedValueShapesDisjoint DISJOINT ;"
      "  sh:qualifiedMinCount 1 ; sh:qualifiedMaxCount 1 ] ,"
      " [ sh:path ex:digit ; sh:qualifiedValueShape [ sh:class ex:Finger ] ; sh:qualifiedValueShapesDisjoint DISJOINT ;"
      "  sh:qualifiedMinCount 2 ] .";
  const std::string data =
      "ex:h a ex:H ; ex:digit ex:t , ex:f , ex:g . ex:i a ex:H ; ex:digit ex:both , ex:f , ex:g ."
      "ex:t a ex:Thumb . ex:f a ex:Finger . ex:g a ex:Finger . ex:both a ex:Thumb , ex:Finger .";
  const auto with = [&](std::string_view word) {
    std::string text = shapes;
    for (std::size_t at = 0; (at = text.find("DISJOINT", at)) != std::string::npos;) text.replace(at, 8, word);
    return text;
  };
  EXPECT_EQ(results(with("true"), data), "ex:i ex:digit - QualifiedMinCount\n");
  EXPECT_EQ(results(with("false"), data), "");
}

TEST(ShaclConstraints, ClosedKnowsThePathsOfItsProperties) {
  const std::string data = "ex:a a ex:C ; ex:p 1 ; ex:q 2 ; ex:r 3 . ex:b ex:p 1 .";
  const std::string shape =
      "ex:S a sh:NodeShape ; sh:targetNode ex:a , ex:b , 1 ; sh:closed true ; sh:property [ sh:path ex:p ] , "
      "[ sh:path [ sh:inversePath ex:r ] ] ";
  EXPECT_EQ(results(shape + ".", data),
            "ex:a ex:q \"2\"^^xsd:integer Closed\nex:a ex:r \"3\"^^xsd:integer Closed\nex:a rdf:type ex:C Closed\n");
  EXPECT_EQ(results(shape + "; sh:ignoredProperties ( rdf:type ex:q ) .", data), "ex:a ex:r \"3\"^^xsd:integer Closed\n");
  EXPECT_EQ(results("ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:closed false .", data), "");
}

TEST(ShaclConstraints, HasValueAndIn) {
  const std::string data = "ex:a ex:p 1 , ex:x . ex:b ex:p 2 . ex:c ex:q 1 .";
  EXPECT_EQ(results("ex:S sh:targetNode ex:a , ex:b , ex:c ; sh:path ex:p ; sh:hasValue 1 .", data),
            "ex:b ex:p - HasValue\nex:c ex:p - HasValue\n");
  EXPECT_EQ(results("ex:S sh:targetNode ex:a ; sh:path ex:p ; sh:hasValue 1 , ex:x , ex:y .", data), "ex:a ex:p - HasValue\n");
  EXPECT_EQ(results("ex:S a sh:NodeShape ; sh:targetNode ex:a , ex:b ; sh:hasValue ex:a .", data), "ex:b - - HasValue\n");
  EXPECT_EQ(results("ex:S sh:targetNode ex:a , ex:b , ex:c ; sh:path ex:p ; sh:in ( 1 ex:x ) .", data),
            "ex:b ex:p \"2\"^^xsd:integer In\n");
  EXPECT_EQ(results("ex:S sh:targetNode ex:b ; sh:path ex:p ; sh:in ( 02 2.0 ) .", data), "ex:b ex:p \"2\"^^xsd:integer In\n");
  EXPECT_EQ(results("ex:S sh:targetNode ex:b ; sh:path ex:p ; sh:in ( ) .", data), "ex:b ex:p \"2\"^^xsd:integer In\n");
}

}  // namespace
}  // namespace musclekg::shacl_test
