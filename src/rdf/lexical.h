// Whether literals are well-formed: the lexical spaces of the datatypes of XML Schema.

#pragma once

#include <string_view>

namespace musclekg {

/// Whether `lexical` is in the lexical space of the datatype (XSD 1.1 part 2; of the types of RDF 1.1 Concepts, section 5.1). White space
/// is part of the lexical form, as RDF has it. True for datatypes that are not of XML Schema, of which nothing is known, and for
/// xsd:anyURI, whose lexical space has every text.
bool well_formed_literal(std::string_view lexical, std::string_view datatype);

}  // namespace musclekg
