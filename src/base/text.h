// Unicode text: checking, normalising for comparison, and making names that are safe in IRIs and file names.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace musclekg {

/// Byte offset of the first byte that is not well-formed UTF-8 (RFC 3629), or npos when all of it is.
std::size_t find_invalid_utf8(std::string_view text);

/// The code point at `at`, which is moved behind it; -1 where the bytes are not UTF-8 (one byte is passed).
std::int32_t next_code_point(std::string_view text, std::size_t& at);

/// Appends a code point, U+0000 to U+10FFFF and no surrogate, as UTF-8 (RFC 3629, section 3).
void append_utf8(std::string& out, std::uint32_t code_point);

/// What a character is to one who looks for words in running text.
enum class CharacterClass : std::uint8_t {
  Word,        ///< letters, digits, and the marks upon them (Unicode: L, M, N)
  Blank,       ///< white space but for LineEnd
  LineEnd,     ///< the line feed
  Dash,        ///< joins words; the em dash parts them and is Other
  Apostrophe,  ///< what `fold` takes for one
  Ignorable,   ///< without width: soft hyphen, byte order mark, joiners
  Other
};
CharacterClass class_of(std::int32_t code_point);

/// The byte behind the white space at `at`, characters without width counted with it.
std::size_t behind_blanks(std::string_view text, std::size_t at);

/// Case- and width-insensitive form for comparing names: NFKC_Casefold (Unicode 14, UAX #44), every dash as '-', every
/// apostrophe as '\'', runs of white space as one blank, none at the ends.
std::string fold(std::string_view text);

/// Every dash of Unicode as '-', all else as it is.
std::string with_plain_dashes(std::string_view text);

/// `text` with ASCII letters in lower case: for finding words in it, of which it keeps the places.
std::string ascii_lower(std::string_view text);

/// `text` with every letter in upper or lower case, where Unicode has one letter for it (simple case mapping, Unicode 14); ß becomes SS.
std::string upper_case(std::string_view text);
std::string lower_case(std::string_view text);

/// The singular of one folded English word by its ending: ies -> y, (s|x|z|ch|sh)es -> without es, s -> without s; words
/// in ss, us, is, ps and words of three letters stay.
std::string singular(std::string_view word);

/// Name for IRIs and file names: ASCII letters and digits of `text`, lower-cased, Latin letters without
/// their marks (NFKD), everything else as single '-', none at the ends. Letters of other scripts become their code point
/// in hexadecimal ("u3b1"), so that two names in any script stay two. Empty only when `text` has no letter or digit.
std::string slug(std::string_view text);

/// White space (blank, tab, CR, LF) taken off both ends.
std::string_view trim(std::string_view text);

/// `text` in one line that steers no terminal: tabs and line ends as blanks, other control characters as "\u001B".
std::string printable_line(std::string_view text);

/// `text` split at each `separator`; parts are not trimmed; an empty text gives one empty part.
std::vector<std::string_view> split(std::string_view text, char separator);

/// The word of `words` nearest to `word` by edit distance (Damerau-Levenshtein, restricted), if it is near enough to be a
/// slip: at most one third of the length. Used for "did you mean".
std::optional<std::string_view> nearest(std::string_view word, const std::vector<std::string_view>& words);

/// An absolute IRI as RFC 3987 asks, as strictly as the semantic databases read it: a scheme, then no white space, no
/// control character, none of < > " { } | ^ ` \, one # at most, and well-formed UTF-8. Says nothing of what stands behind the scheme.
bool valid_iri(std::string_view iri);

/// A number of seconds since 1970 as "YYYY-MM-DD" (UTC, proleptic Gregorian).
std::string iso_date(std::int64_t seconds);

/// "YYYY", "YYYY-MM" or "YYYY-MM-DD" with a month and day that exist.
bool valid_date(std::string_view text);

}  // namespace musclekg
