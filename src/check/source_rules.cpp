// Quotes and positions against the sources themselves.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/sha256.h"
#include "base/text.h"
#include "check/dataset_rules.h"
#include "check/node_names.h"
#include "check/quoted_file.h"
#include "check/union_view.h"
#include "check/wording.h"

namespace musclekg {

namespace {

constexpr std::uint64_t kNone = ~std::uint64_t{0};

/// A place in a text, as the graph tells it.
struct Place {
  const Node* anchor;
  const Node *quote = nullptr, *exact = nullptr, *prefix = nullptr, *suffix = nullptr, *hash = nullptr;
  std::uint64_t start = kNone, end = kNone;

  bool has_position() const { return start != kNone && end != kNone; }
  bool has_quote() const { return exact != nullptr || hash != nullptr; }
};

/// The checks of one text.
class TextCheck {
 public:
  TextCheck(const CheckedData& data, const RuleFindings& findings, const Node* text)
      : graph_(data.graph), terms_(data.terms), findings_(findings), text_(text), names_(graph_, terms_, data.prefixes) {
    each_subject(graph_, terms_.has_source, text, [&](const Node* anchor) { places_.push_back(place_of(anchor)); });
  }

  /// What needs no source: that positions are within the number of characters. Those that are not are looked at no further.
  void check_positions() {
    const std::uint64_t count = character_count();
    for (Place& place : places_) {
      if (count == kNone || !place.has_position() || (place.start < place.end && place.end <= count)) continue;
      findings_.add(
          "quote-outside", place.anchor, terms_.has_selector, nullptr,
          fmt::format("from {} to {} is no stretch of {}, which has {} characters", place.start, place.end, names_.id(text_), count));
      place.start = place.end = kNone;
    }
  }

  /// The file it is in; nullptr where the graph does not tell it, which is for the shapes to say.
  const Node* file() const { return sha256() == nullptr ? nullptr : graph_.object(text_, terms_.file); }

  /// Whether its source is there, and still what was quoted. `hash`: of the source; `utf8`: whether it is.
  bool is_of(const QuotedFile& source, std::string_view hash, bool utf8) const {
    if (!source.fault.empty()) {
      findings_.add("source-missing", text_, terms_.file, file(),
                    fmt::format("{}; {} could not be compared with it", source.fault, counted(quotes(), "quote")));
    } else if (hash != sha256()->value) {
      findings_.add("source-changed", text_, terms_.sha256, sha256(),
                    fmt::format("{} is not the file that was quoted: its SHA-256 is another; {} not compared with it", source.path,
                                quotes() == 1 ? "1 quote was" : fmt::format("{} quotes were", quotes())));
    } else if (!utf8) {
      findings_.add("source-missing", text_, terms_.file, file(),
                    fmt::format("{} is not UTF-8; {} could not be compared with it", source.path, counted(quotes(), "quote")));
    } else {
      return true;
    }
    return false;
  }

  void want(std::vector<std::size_t>& code_points) const {
    for (const Place& place : places_)
      if (place.has_position()) code_points.insert(code_points.end(), {place.start, place.end});
  }

  void compare(const QuotedFile& source, const CodePoints& code_points) const {
    if (const std::uint64_t count = character_count(); count != kNone && code_points.count() != count)
      findings_.add("quote-outside", text_, terms_.character_count, graph_.object(text_, terms_.character_count),
                    fmt::format("{} has {} characters, not {}", source.path, code_points.count(), count));
    for (const Place& place : places_) {
      if (!place.has_position() || !place.has_quote()) continue;
      const auto begin = code_points.byte_of(place.start), end = code_points.byte_of(place.end);
      if (begin && end && *begin <= *end) {
        compare(place, source.bytes, *begin, *end);
      } else {
        findings_.add("quote-outside", place.anchor, terms_.has_selector, nullptr,
                      fmt::format("from {} to {} is no stretch of {}", place.start, place.end, source.path));
      }
    }
  }

 private:
  Place place_of(const Node* anchor) const {
    Place place{anchor};
    place.hash = graph_.object(anchor, terms_.quote_hash);
    each_object(graph_, anchor, terms_.has_selector, [&](const Node* selector) {
      if (const Node* exact = graph_.object(selector, terms_.exact)) {
        place.quote = selector;
        place.exact = exact;
        place.prefix = graph_.object(selector, terms_.prefix);
        place.suffix = graph_.object(selector, terms_.suffix);
      } else if (graph_.object(selector, terms_.start) != nullptr) {
        place.start = number_of(graph_.object(selector, terms_.start), kNone);
        place.end = number_of(graph_.object(selector, terms_.end), kNone);
      }
    });
    return place;
  }

  const Node* sha256() const { return graph_.object(text_, terms_.sha256); }
  std::uint64_t character_count() const { return number_of(graph_.object(text_, terms_.character_count), kNone); }

  std::size_t quotes() const {
    return static_cast<std::size_t>(
        std::count_if(places_.begin(), places_.end(), [](const Place& place) { return place.has_quote() && place.has_position(); }));
  }

  void compare(const Place& place, std::string_view text, std::size_t begin, std::size_t end) const {
    const std::string_view words = text.substr(begin, end - begin), before = text.substr(0, begin), behind = text.substr(end);
    if (place.hash != nullptr && sha256_of(words) != place.hash->value)
      findings_.add("quote-differs", place.anchor, terms_.quote_hash, place.hash, "the words at its position have another SHA-256");
    if (place.exact == nullptr) return;
    if (place.exact->value != words) {
      findings_.add("quote-differs", place.anchor, terms_.exact, place.exact,
                    fmt::format("quotes {}, but the source has {} there", quoted(place.exact->value), quoted(words)));
    } else if (place.prefix != nullptr && !before.ends_with(place.prefix->value)) {
      findings_.add("quote-differs", place.anchor, terms_.prefix, place.prefix,
                    fmt::format("{} is not what stands before {}", quoted(place.prefix->value), quoted(words)));
    } else if (place.suffix != nullptr && !behind.starts_with(place.suffix->value)) {
      findings_.add("quote-differs", place.anchor, terms_.suffix, place.suffix,
                    fmt::format("{} is not what stands behind {}", quoted(place.suffix->value), quoted(words)));
    }
  }

  const Graph& graph_;
  const GraphTerms& terms_;
  const RuleFindings& findings_;
  const Node* text_;
  NodeNames names_;
  std::vector<Place> places_;
};

}  // namespace

void check_sources(const CheckedData& data, const RuleFindings& findings) {
  // Each file is read once, however many texts a graph says it holds.
  std::map<std::string_view, std::vector<TextCheck>> by_file;
  const Node* before = nullptr;
  for (const Quad& quad : data.graph.with(data.terms.has_source)) {
    if (quad.object == before) continue;
    before = quad.object;
    TextCheck text(data, findings, quad.object);
    text.check_positions();
    if (text.file() != nullptr) by_file[text.file()->value].push_back(std::move(text));
  }
  if (before == nullptr) findings.note("quote-differs", "the data points at no places in sources: there is nothing to compare");
  for (auto& [file, texts] : by_file) {
    const QuotedFile source = read_quoted_file(file, data.source_folders);
    const std::string hash = sha256_of(source.bytes);
    const bool utf8 = find_invalid_utf8(source.bytes) == std::string_view::npos;
    std::vector<const TextCheck*> same;
    std::vector<std::size_t> wanted;
    for (const TextCheck& text : texts) {
      if (!text.is_of(source, hash, utf8)) continue;
      text.want(wanted);
      same.push_back(&text);
    }
    const CodePoints code_points(source.bytes, std::move(wanted));
    for (const TextCheck* text : same) text->compare(source, code_points);
  }
}

}  // namespace musclekg
