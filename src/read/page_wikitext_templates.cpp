// Templates of wikitext: infoboxes, citations, and those that only dress words.

#include <algorithm>
#include <array>

#include "base/text.h"
#include "read/page_wikitext.h"

namespace musclekg {

namespace {

using Pair = WikitextPair::Kind;

/// What a template makes of its arguments.
enum class Effect : std::uint8_t {
  First,       ///< the words of the first argument by position
  Second,      ///< of the second
  Last,        ///< of the last
  All,         ///< of all of them
  Entries,     ///< of each of them, in a line of its own
  Lines,       ///< of the lines of the first
  Fraction,    ///< numerator/denominator
  Conversion,  ///< a number with its unit
  Character,   ///< a character that stands in the table
  Mark,        ///< a mark for a named reference
  Note,        ///< a note with the words of the first
  Notes        ///< the list of notes
};

struct Row {
  std::string_view name;
  Effect effect;
  std::string_view words;
};

constexpr Row kTemplates[] = {
    {"'", Effect::Character, "'"},
    {"abbr", Effect::First, {}},
    {"abbrlink", Effect::First, {}},
    {"big", Effect::First, {}},
    {"blockquote", Effect::First, {}},
    {"br separated entries", Effect::Entries, {}},
    {"bulleted list", Effect::Entries, {}},
    {"color", Effect::Last, {}},
    {"convert", Effect::Conversion, {}},
    {"cvt", Effect::Conversion, {}},
    {"efn", Effect::Note, {}},
    {"em", Effect::First, {}},
    {"emdash", Effect::Character, "—"},
    {"endash", Effect::Character, "–"},
    {"flatlist", Effect::Lines, {}},
    {"frac", Effect::Fraction, {}},
    {"fraction", Effect::Fraction, {}},
    {"hlist", Effect::Entries, {}},
    {"ill", Effect::First, {}},
    {"interlanguage link", Effect::First, {}},
    {"lang", Effect::Second, {}},
    {"langx", Effect::Second, {}},
    {"linktext", Effect::All, {}},
    {"mdash", Effect::Character, "—"},
    {"nbsp", Effect::Character, " "},
    {"ndash", Effect::Character, "–"},
    {"nobold", Effect::First, {}},
    {"nobr", Effect::First, {}},
    {"not a typo", Effect::All, {}},
    {"notelist", Effect::Notes, {}},
    {"nowrap", Effect::First, {}},
    {"ordered list", Effect::Entries, {}},
    {"plain list", Effect::Lines, {}},
    {"plainlist", Effect::Lines, {}},
    {"quote", Effect::First, {}},
    {"r", Effect::Mark, {}},
    {"reflist", Effect::Notes, {}},
    {"sc", Effect::First, {}},
    {"sfn", Effect::Note, {}},
    {"sfrac", Effect::Fraction, {}},
    {"sic", Effect::First, {}},
    {"small", Effect::First, {}},
    {"smaller", Effect::First, {}},
    {"snd", Effect::Character, " – "},
    {"spaced en dash", Effect::Character, " – "},
    {"spaced ndash", Effect::Character, " – "},
    {"strong", Effect::First, {}},
    {"sub", Effect::First, {}},
    {"sup", Effect::First, {}},
    {"tooltip", Effect::First, {}},
    {"transl", Effect::Last, {}},
    {"transliteration", Effect::Last, {}},
    {"ubl", Effect::Entries, {}},
    {"ublist", Effect::Entries, {}},
    {"unbulleted list", Effect::Entries, {}},
    {"vanchor", Effect::First, {}},
    {"visible anchor", Effect::First, {}},
    {"–", Effect::Character, "–"},
    {"—", Effect::Character, "—"},
};
static_assert(std::is_sorted(std::begin(kTemplates), std::end(kTemplates), [](const Row& a, const Row& b) { return a.name < b.name; }));

const Row* row_of(std::string_view name) {
  const auto* const found = std::lower_bound(std::begin(kTemplates), std::end(kTemplates), name,
                                             [](const Row& row, std::string_view word) { return row.name < word; });
  return found != std::end(kTemplates) && found->name == name ? found : nullptr;
}

bool is_citation(std::string_view name) {
  return name.starts_with("cite ") || name == "citation" || name == "cite" || name == "vcite" || name.starts_with("vcite ");
}

/// A parameter's name without the number behind it.
std::string_view without_number(std::string_view name) {
  while (!name.empty() && name.back() >= '0' && name.back() <= '9') name.remove_suffix(1);
  return trim(name);
}

/// Arguments of a citation that are no words of it.
bool is_address(std::string_view name) {
  constexpr std::array<std::string_view, 10> kSilent = {"url",  "archive",  "access", "status", "ref",
                                                        "mode", "language", "lang",   "format", "quote"};
  return std::any_of(kSilent.begin(), kSilent.end(), [&](std::string_view word) { return name.find(word) != std::string_view::npos; });
}

}  // namespace

const WikitextReader::Argument* WikitextReader::Template::position(std::size_t index) const {
  for (const Argument& argument : arguments) {
    if (!argument.name.empty() && argument.name != "1") continue;
    if (index-- == 0) return &argument;
  }
  return nullptr;
}

const WikitextReader::Argument* WikitextReader::Template::named(std::string_view wanted) const {
  for (const Argument& argument : arguments)
    if (argument.name == wanted) return &argument;
  return nullptr;
}

WikitextReader::Template WikitextReader::template_of(const WikitextPair& pair) const {
  const std::size_t end = pair.inner_end;
  std::size_t bar = find_outside(source_, pairs_, '|', pair.inner_begin, end);
  Template one;
  one.name = ascii_lower(trim(source_.substr(pair.inner_begin, std::min<std::size_t>(bar - pair.inner_begin, 100))));
  if (const std::size_t comment = one.name.find("<!--"); comment != std::string::npos) one.name = trim(one.name.substr(0, comment));
  std::replace(one.name.begin(), one.name.end(), '_', ' ');
  while (bar < end) {
    const std::size_t begin = bar + 1;
    bar = find_outside(source_, pairs_, '|', begin, end);
    const std::size_t equals = find_outside(source_, pairs_, '=', begin, bar);
    const std::string_view name = equals < bar ? trim(source_.substr(begin, equals - begin)) : std::string_view();
    const bool named = equals < bar && name.size() <= 60 && name.find_first_of("<[{&") == std::string_view::npos;
    one.arguments.push_back(named ? Argument{name, equals + 1, bar} : Argument{{}, begin, bar});
  }
  return one;
}

bool WikitextReader::is_infobox(const Template& one) const {
  if (one.name.find("infobox") != std::string::npos) return true;
  if (is_citation(one.name) || row_of(one.name) != nullptr) return false;
  const auto known = std::count_if(one.arguments.begin(), one.arguments.end(), [this](const Argument& argument) {
    return !argument.name.empty() && (topics_of(without_number(argument.name)) & kAnatomy) != 0;
  });
  return known >= 2;
}

/// Whether a template gives the paragraph that it stands before no words.
bool WikitextReader::stands_alone(const Template& one) const {
  if (is_citation(one.name) || one.name.starts_with("lang-")) return false;
  const Row* const row = row_of(one.name);
  return row == nullptr || row->effect == Effect::Notes;
}

void WikitextReader::read_infobox(const Template& one) {
  for (const Argument& argument : one.arguments) {
    if (argument.name.empty()) continue;
    std::vector<Block> entries = blocks_of(argument.begin, argument.end);
    const std::string key = ascii_lower(argument.name);
    if ((key == "name" || key == "title") && !entries.empty()) {
      if (page_.title.empty()) page_.title = entries.front().words;
      continue;
    }
    const bool fact = facts_of(topics_of(without_number(argument.name))) != 0;
    join_entries(entries);
    std::string value;
    for (Block& entry : entries) {
      value.append(value.empty() ? "" : "\n").append(entry.words);
      if (!fact) continue;
      if (entry.kind == Block::Kind::Paragraph || entry.kind == Block::Kind::Item) {
        entry.kind = Block::Kind::Field;
        entry.level = 0;
        entry.label = without_number(argument.name);
      }
      emit(std::move(entry));
    }
    if (!fact) add_property(page_, argument.name, value);
  }
}

void WikitextReader::read_lines(BlockBuilder& builder, const Argument& argument) {
  for (std::size_t at = argument.begin; at < argument.end;) {
    const std::size_t words = std::min(source_.find_first_not_of(" \t\r\n*#:", at), argument.end);
    const std::size_t behind = read_words(builder, words, argument.end, true);
    if (behind < argument.end) builder.break_line(span_of(behind, behind + 1));
    at = behind + 1;
  }
}

void WikitextReader::read_conversion(BlockBuilder& builder, const Template& one) {
  constexpr std::array<std::string_view, 9> kRanges = {"to", "and", "or", "-", "–", "x", "by", "×", "+"};
  const Argument* argument = one.position(0);
  for (std::size_t i = 1; argument != nullptr && i < 6; ++i) {
    builder.take(argument->begin, argument->end);
    const std::string_view value = trim(value_of(*argument));
    const bool number = !value.empty() && (value.back() >= '0' && value.back() <= '9');
    argument = one.position(i);
    if (argument == nullptr) return;
    const bool range = std::find(kRanges.begin(), kRanges.end(), trim(value_of(*argument))) != kRanges.end();
    if (!number && !range && i > 1 && std::find(kRanges.begin(), kRanges.end(), value) == kRanges.end()) return;  // what it is converted to
    builder.put(" ", span_of(argument->begin, argument->begin));
  }
}

void WikitextReader::read_citation(BlockBuilder& builder, const Template& one) {
  if (note_ != 0) notes_[note_].arguments.emplace_back("template", one.name);
  for (const Argument& argument : one.arguments) {
    BlockBuilder silent(source_);
    const bool address = is_address(argument.name);
    BlockBuilder& target = address ? silent : builder;
    if (!target.empty()) target.put(argument.name.starts_with("first") ? " " : ". ", span_of(argument.begin, argument.begin));
    const std::size_t place = target.words().size();
    const std::string_view value = trim(value_of(argument));
    const auto begin = static_cast<std::size_t>(value.data() - source_.data());
    read_words(target, begin, begin + value.size());
    const std::string words(trim(std::string_view(target.words()).substr(std::min(place, target.words().size()))));
    if (note_ != 0 && !words.empty()) notes_[note_].arguments.emplace_back(argument.name, words);
  }
}

void WikitextReader::read_template(BlockBuilder& builder, const WikitextPair& pair) {
  const Template one = template_of(pair);
  if (is_citation(one.name)) return read_citation(builder, one);
  const Row* const row = row_of(one.name);
  const auto read_argument = [&](const Argument* argument) {
    if (argument != nullptr) read_words(builder, argument->begin, argument->end);
  };
  if (row == nullptr) {
    if (one.name.starts_with("lang-")) read_argument(one.position(0));
    return;
  }
  const Span where = span_of(pair.begin, pair.end);
  switch (row->effect) {
    case Effect::First:
      return read_argument(one.position(0));
    case Effect::Second:
      return read_argument(one.position(1));
    case Effect::Last:
      return read_argument(one.arguments.empty() ? nullptr : &one.arguments.back());
    case Effect::All:
    case Effect::Entries:
      for (const Argument& argument : one.arguments) {
        if (!argument.name.empty()) continue;
        read_argument(&argument);
        if (row->effect == Effect::Entries) builder.break_line(span_of(argument.end, argument.end));
      }
      return;
    case Effect::Lines:
      if (const Argument* const lines = one.position(0)) read_lines(builder, *lines);
      return;
    case Effect::Fraction:
      read_argument(one.position(0));
      if (const Argument* const denominator = one.position(1)) {
        builder.put("/", span_of(denominator->begin, denominator->begin));
        read_argument(denominator);
      }
      return;
    case Effect::Conversion:
      return read_conversion(builder, one);
    case Effect::Character:
      return builder.put(row->words, where);
    case Effect::Mark:
      for (const Argument& argument : one.arguments)
        if (argument.name.empty() && !trim(value_of(argument)).empty()) builder.mark(notes_.number_of(trim(value_of(argument))), where);
      return;
    case Effect::Note: {
      const Argument* const name = one.named("name");
      const std::string_view own = trim(source_.substr(pair.inner_begin, pair.inner_end - pair.inner_begin));
      const std::uint32_t number = notes_.number_of(name != nullptr ? trim(value_of(*name)) : own);
      if (note_ == 0 && !defining_) builder.mark(number, where);
      return read_note(number, one.arguments);
    }
    case Effect::Notes:
      if (const Argument* const list = one.named("refs")) {
        BlockBuilder unread(source_);
        const bool outer = std::exchange(defining_, true);
        read_words(unread, list->begin, list->end);
        defining_ = outer;
      }
      return;
  }
}

}  // namespace musclekg
