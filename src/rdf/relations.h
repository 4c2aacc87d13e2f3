// The relations that the closure and the axioms reason with, besides those of `rdf/vocabulary.h`.

#pragma once

#include <string_view>

namespace musclekg::ro {

inline constexpr std::string_view innervatedBy = "http://purl.obolibrary.org/obo/RO_0002005";
inline constexpr std::string_view attachedToPartOf = "http://purl.obolibrary.org/obo/RO_0002177";
inline constexpr std::string_view memberOf = "http://purl.obolibrary.org/obo/RO_0002350";
inline constexpr std::string_view attachedTo = "http://purl.obolibrary.org/obo/RO_0002371";
inline constexpr std::string_view hasMuscleOrigin = "http://purl.obolibrary.org/obo/RO_0002372";
inline constexpr std::string_view hasMuscleInsertion = "http://purl.obolibrary.org/obo/RO_0002373";
inline constexpr std::string_view capableOfPartOf = "http://purl.obolibrary.org/obo/RO_0002216";
inline constexpr std::string_view hasMuscleAntagonist = "http://purl.obolibrary.org/obo/RO_0002568";
inline constexpr std::string_view occursIn = "http://purl.obolibrary.org/obo/BFO_0000066";
inline constexpr std::string_view vesselSuppliesBloodTo = "http://purl.obolibrary.org/obo/RO_0020101";
inline constexpr std::string_view vesselDrainsBloodFrom = "http://purl.obolibrary.org/obo/RO_0020102";
inline constexpr std::string_view overlaps = "http://purl.obolibrary.org/obo/RO_0002131";
inline constexpr std::string_view innervates = "http://purl.obolibrary.org/obo/RO_0002134";
inline constexpr std::string_view connectedTo = "http://purl.obolibrary.org/obo/RO_0002170";
inline constexpr std::string_view connects = "http://purl.obolibrary.org/obo/RO_0002176";
inline constexpr std::string_view supplies = "http://purl.obolibrary.org/obo/RO_0002178";
inline constexpr std::string_view surroundedBy = "http://purl.obolibrary.org/obo/RO_0002219";
inline constexpr std::string_view adjacentTo = "http://purl.obolibrary.org/obo/RO_0002220";

/// Of GO: the process that every movement by muscles is.
inline constexpr std::string_view musculoskeletalMovement = "http://purl.obolibrary.org/obo/GO_0050881";

}  // namespace musclekg::ro
