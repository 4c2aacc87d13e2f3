// A page about a muscle as its layout reader gives it: blocks of plain words, each with its place in the source.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace musclekg {

/// A stretch of a page's source: bytes from `begin` up to `end`, counted from 0.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool empty() const { return begin == end; }
  friend bool operator==(const Span&, const Span&) = default;
};

/// `size` bytes of a block's words that stand as they are in the source.
struct Piece {
  std::uint32_t words;   ///< where they begin in the words
  std::uint32_t source;  ///< and in the source
  std::uint32_t size;
};

/// A reference mark that the layout's markup tells ("<ref>", a link into the list of references). It is no part of the words.
struct Mark {
  std::uint32_t words;   ///< where it stands: behind so many bytes of the words
  std::uint32_t number;  ///< of the note or reference it points at, from 1
  Span source;
};

/// What a part of a page is about. One heading may stand for several.
enum class Topic : std::uint8_t {
  Origin,
  Insertion,
  Attachment,  ///< origin or insertion
  Innervation,
  Root,
  Artery,
  Action,
  Joint,
  Synergist,
  Antagonist,
  Group,      ///< what it is part of
  Structure,  ///< its form, course and place, and whatever else a description tells
  Relations,  ///< its neighbours
  Variation,
  Clinical,
  Palpation,
  Exercise,
  Background,  ///< history, name, development: nothing of it is a fact on the muscle
  References,
  Credits,  ///< who wrote the page
  Skipped,  ///< links, pictures, navigation
  Count
};

/// A set of topics, one bit each.
using TopicSet = std::uint32_t;
constexpr TopicSet bit(Topic topic) { return TopicSet{1} << static_cast<unsigned>(topic); }

/// "origin", as `page-headings.tsv` writes it.
std::string_view name_of(Topic topic);

/// Words that belong together: a heading, a paragraph, an item of a list, a cell of a table or a labelled line.
struct Block {
  enum class Kind : std::uint8_t {
    Heading,
    Paragraph,
    Item,   ///< of a list
    Field,  ///< words with a label: "Origin: ...", a row of an infobox or of a table with two columns, a definition
    Aside   ///< what is no running text: captions, cells of other tables, notices, navigation
  };

  Kind kind = Kind::Paragraph;
  std::uint8_t level = 0;     ///< of a heading, from 1; of an item: how deep it is nested, from 1
  std::string label;          ///< of a field, without its colon
  TopicSet topics = 0;        ///< of a heading or field: what it announces, as PageHeadings knows it; 0: unknown
  std::string words;          ///< without markup; line ends within a block stay
  std::vector<Piece> pieces;  ///< in order; words in none of them (a character reference) have the place where the next piece begins
  std::vector<Mark> marks;    ///< in order
  Span source;                ///< from its first to its last byte, with markup within

  /// The source of the words from `begin` up to `end` (bytes of the words). Logarithmic in the number of pieces.
  Span source_of(std::uint32_t begin, std::uint32_t end) const;
};

/// What a mark points at, where the markup holds it at the mark: the body of "<ref>...</ref>" or of a Markdown footnote.
struct Note {
  std::uint32_t number = 0;                                    ///< from 1, in the order of their first mark
  Block block;                                                 ///< its words
  std::vector<std::pair<std::string, std::string>> arguments;  ///< of a citation template, as written: ("title", "Gray's Anatomy")
};

/// One page, decoded and cut into blocks. Owned by whoever reads it; holds no pointer into the source.
struct Page {
  std::string file;         ///< as messages call it
  std::string source;       ///< the bytes as they were given (UTF-8); a byte order mark stays, so that places count as in the file
  std::string_view layout;  ///< name of its PageLayout
  std::string title;        ///< as the markup tells it ("<h1>", front matter); empty where none does
  /// What the markup says of the page: (key, value) of front matter, <meta>, infobox rows that are no facts. Keys in lower case.
  std::vector<std::pair<std::string, std::string>> properties;
  std::vector<Block> blocks;  ///< in the order of the source
  std::vector<Note> notes;
};

}  // namespace musclekg
