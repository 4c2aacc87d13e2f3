// The parts of a reference between its full stops.

#pragma once

#include <string_view>
#include <vector>

namespace musclekg {

/// Parts that end in ". ", "? " or "! " outside of parentheses, with that mark. Linear.
std::vector<std::string_view> segments_of(std::string_view text);

/// Without blanks and punctuation at its ends; a question mark and a parenthesis stay.
std::string_view bare(std::string_view text);

/// From the beginning of `first` to the end of `last`, which are parts of one text.
std::string_view joined(std::string_view first, std::string_view last);

/// Has a word of books: "ed." (edition or editor), "edn", "edition".
bool says_edition(std::string_view part);

/// Has a word by which a journal is known ("Journal", "Archives") or an abbreviated one ("Surg").
bool is_journal_name(std::string_view name);

/// One word that journals' names abbreviate: "Am.".
bool is_short_journal_word(std::string_view word);

/// A part of an abbreviated name, whose full stop ends no part: "J.", "Bone Joint Surg.".
bool ends_short_journal_word(std::string_view part);

}  // namespace musclekg
