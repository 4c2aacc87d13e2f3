// IRIs that the checks name and no other room does: SHACL, and what it needs of RDF, XML Schema and OWL.

#pragma once

#include <string_view>

namespace musclekg {

/// Shapes Constraint Language (W3C Recommendation of 2017-07-20).
namespace sh {
inline constexpr std::string_view base = "http://www.w3.org/ns/shacl#";

inline constexpr std::string_view NodeShape = "http://www.w3.org/ns/shacl#NodeShape";
inline constexpr std::string_view PropertyShape = "http://www.w3.org/ns/shacl#PropertyShape";
inline constexpr std::string_view targetNode = "http://www.w3.org/ns/shacl#targetNode";
inline constexpr std::string_view targetClass = "http://www.w3.org/ns/shacl#targetClass";
inline constexpr std::string_view targetSubjectsOf = "http://www.w3.org/ns/shacl#targetSubjectsOf";
inline constexpr std::string_view targetObjectsOf = "http://www.w3.org/ns/shacl#targetObjectsOf";
inline constexpr std::string_view deactivated = "http://www.w3.org/ns/shacl#deactivated";
inline constexpr std::string_view severity = "http://www.w3.org/ns/shacl#severity";
inline constexpr std::string_view message = "http://www.w3.org/ns/shacl#message";
inline constexpr std::string_view entailment = "http://www.w3.org/ns/shacl#entailment";

inline constexpr std::string_view path = "http://www.w3.org/ns/shacl#path";
inline constexpr std::string_view inversePath = "http://www.w3.org/ns/shacl#inversePath";
inline constexpr std::string_view alternativePath = "http://www.w3.org/ns/shacl#alternativePath";
inline constexpr std::string_view zeroOrMorePath = "http://www.w3.org/ns/shacl#zeroOrMorePath";
inline constexpr std::string_view oneOrMorePath = "http://www.w3.org/ns/shacl#oneOrMorePath";
inline constexpr std::string_view zeroOrOnePath = "http://www.w3.org/ns/shacl#zeroOrOnePath";

inline constexpr std::string_view flags = "http://www.w3.org/ns/shacl#flags";
inline constexpr std::string_view ignoredProperties = "http://www.w3.org/ns/shacl#ignoredProperties";
inline constexpr std::string_view property = "http://www.w3.org/ns/shacl#property";
inline constexpr std::string_view qualifiedMaxCount = "http://www.w3.org/ns/shacl#qualifiedMaxCount";
inline constexpr std::string_view qualifiedMinCount = "http://www.w3.org/ns/shacl#qualifiedMinCount";
inline constexpr std::string_view qualifiedValueShape = "http://www.w3.org/ns/shacl#qualifiedValueShape";
inline constexpr std::string_view qualifiedValueShapesDisjoint = "http://www.w3.org/ns/shacl#qualifiedValueShapesDisjoint";

inline constexpr std::string_view Warning = "http://www.w3.org/ns/shacl#Warning";
inline constexpr std::string_view Info = "http://www.w3.org/ns/shacl#Info";
}  // namespace sh

namespace rdfs {
inline constexpr std::string_view Class = "http://www.w3.org/2000/01/rdf-schema#Class";
}  // namespace rdfs

namespace owl {
inline constexpr std::string_view imports = "http://www.w3.org/2002/07/owl#imports";
}  // namespace owl

}  // namespace musclekg
