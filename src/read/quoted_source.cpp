#include "read/quoted_source.h"

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "base/sha256.h"
#include "read/words_in_source.h"

namespace musclekg {

namespace {

constexpr std::size_t kChunk = 1 << 18;
constexpr std::size_t kContext = 24;  ///< code points of prefix and suffix
constexpr std::size_t kContextBytes = 4 * kContext;
constexpr std::size_t kMostWritten = 6;  ///< bytes that one byte of a value is written with, at most ("\u0041")

bool begins_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

std::uint64_t count_code_points(std::string_view text) {
  return static_cast<std::uint64_t>(std::count_if(text.begin(), text.end(), begins_code_point));
}

/// Behind the first `count` code points of `text` that begin at `at`.
std::size_t forward(std::string_view text, std::size_t at, std::size_t count) {
  while (at < text.size() && count > 0) {
    ++at;
    while (at < text.size() && !begins_code_point(text[at])) ++at;
    --count;
  }
  return at;
}

std::size_t backward(std::string_view text, std::size_t at, std::size_t count) {
  while (at > 0 && count > 0) {
    --at;
    while (at > 0 && !begins_code_point(text[at])) --at;
    --count;
  }
  return at;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

std::string name_in_graph(const std::string& path) {
  if (path == "-") return "<stdin>";
  const std::filesystem::path given(path);
  return given.is_absolute() ? given.filename().string() : path;
}

QuotedSource::QuotedSource(const std::string& path, std::string file, std::string_view format)
    : text_{std::move(file), format, false, {}, 0, {}} {
  Input input(path);
  Sha256 digest;
  held_.resize(kChunk);
  while (const std::size_t count = input.read(held_.data(), kChunk)) {
    const std::string_view bytes(held_.data(), count);
    digest.update(bytes);
    text_.characters += count_code_points(bytes);
  }
  text_.sha256 = digest.hex();
  held_.clear();
  input_ = std::make_unique<Input>(path);
}

QuotedSource::QuotedSource(std::string_view text, std::string file, std::string_view format, std::vector<SourceSection> sections)
    : text_{std::move(file), format, true, sha256_of(text), count_code_points(text), std::move(sections)},
      window_(text),
      places_(window_) {}

/// Holds more of a file; false at its end.
bool QuotedSource::fill() {
  if (input_ == nullptr) return false;
  if (start_ >= kChunk) {
    held_.erase(0, start_);
    start_ = 0;
  }
  window_ = {};
  const std::size_t before = held_.size();
  held_.resize(before + kChunk);
  held_.resize(before + input_->read(held_.data() + before, kChunk));
  if (held_.size() == before) input_.reset();
  return held_.size() > before;
}

/// The bytes held, from `from` on, to behind the next line end, or to the end of the file.
std::size_t QuotedSource::behind_line(std::size_t from) {
  for (std::size_t looked_at = start_ + from;;) {
    const std::size_t end = held_.find('\n', looked_at);
    if (end != std::string::npos) return end + 1 - start_;
    const std::size_t left = held_.size() - start_;
    if (!fill()) return held_.size() - start_;
    looked_at = start_ + left;
  }
}

/// Lets go of the lines before the one that is before the record, and holds what its fields can reach. Linear in what is passed and held;
/// records of one line share what is held of it.
void QuotedSource::begin(const Record& record) {
  if (text_.page) return;
  while (line_ + 1 < record.where.line) {
    const std::size_t gone = behind_line(0);
    if (gone == 0) break;
    characters_ += count_code_points(std::string_view(held_).substr(start_, gone));
    start_ += gone;
    ++line_;
    window_ = {};
  }
  std::uint32_t last = record.where.line;
  std::size_t longest = 0;
  for (const Field& field : record.fields) {
    last = std::max(last, field.where.line);
    longest = std::max({longest, field.text.size(), field.written.size()});
  }
  std::size_t size = window_.size();
  if (window_.empty() || last > last_line_) {
    size = 0;
    for (std::uint32_t line = line_; line <= last; ++line) size = behind_line(size);
    last_line_ = last;
    size += kMostWritten * longest + kContextBytes;
    while (held_.size() - start_ < size && fill()) {
    }
    size = std::min(size, held_.size() - start_);
  }
  const std::string_view window = std::string_view(held_).substr(start_, size);
  if (window.data() == window_.data() && window.size() == window_.size()) return;
  window_ = window;
  places_.emplace(window_);
}

/// The byte of the window where a place is.
std::size_t QuotedSource::offset(Position where) const {
  // Behind a byte order mark columns count as if there were none.
  const std::size_t mark = !text_.page && where.line == 1 && characters_ == 0 && window_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  return std::min(places_->offset({where.line < line_ ? 1 : where.line - line_ + 1, where.column}) + mark, window_.size());
}

Span QuotedSource::rest_of_line(std::size_t at) const {
  std::size_t end = std::min(window_.find('\n', at), window_.size());
  while (at < end && is_blank(window_[at])) ++at;
  while (end > at && is_blank(window_[end - 1])) --end;
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
}

/// The words as they stand, whole words, between a place and the end of its line: one of the values of a cell.
std::optional<Span> QuotedSource::later_in_line(std::size_t at, std::string_view words) const {
  const auto joins = [&](std::size_t byte) { return byte < window_.size() && std::isalnum(static_cast<unsigned char>(window_[byte])); };
  const std::string_view line = window_.substr(0, window_.find('\n', at));
  for (std::size_t found = line.find(words, at); found != std::string_view::npos; found = line.find(words, found + 1)) {
    const std::size_t end = found + words.size();
    if ((found == 0 || !joins(found - 1)) && !joins(end)) return Span{static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(end)};
  }
  return {};
}

/// The words of a field of a file; of one that is told by what belongs to it, from the first to the last of these; where no words can be
/// found again, the rest of the line.
Span QuotedSource::words_of(const Record& record, const Field& field) {
  const std::string_view words = field.written.empty() ? field.text : field.written;
  const std::size_t at = offset(field.where);
  if (words.empty()) {
    std::optional<Span> all;
    const auto index = static_cast<std::uint32_t>(&field - record.fields.data());
    for (std::uint32_t i = index + 1; i < field.end; i = record.fields[i].end) {
      const Relation relation = record.fields[i].relation;
      if (relation != Relation::Movement && relation != Relation::Joint && relation != Relation::Moved) continue;
      const Span part = words_of(record, record.fields[i]);
      all = all ? Span{std::min(all->begin, part.begin), std::max(all->end, part.end)} : part;
    }
    if (all) return *all;
  } else if (const std::optional<Span> found = words_in_source(window_, at, words)) {
    return *found;
  } else if (const std::optional<Span> later = later_in_line(at, words)) {
    return *later;
  }
  return rest_of_line(at);
}

void QuotedSource::find(const Record& record, const Field& field, std::vector<Quote>& quotes) {
  if (!text_.page) return add(words_of(record, field), quotes);
  std::uint32_t first = field.place;
  if (first == 0 && field.parent != kNoParent) first = record.fields[field.parent].place;
  if (first == 0) {
    const std::size_t at = offset(field.where);
    return add(words_in_source(window_, at, field.text).value_or(rest_of_line(at)), quotes);
  }
  for (std::uint32_t place = first; place != 0; place = record.places[place - 1].next) add(record.places[place - 1].words, quotes);
}

void QuotedSource::add(Span words, std::vector<Quote>& quotes) {
  std::size_t begin = std::min<std::size_t>(words.begin, window_.size());
  std::size_t end = std::clamp<std::size_t>(words.end, begin, window_.size());
  if (begin == end) end = forward(window_, begin, 1);
  if (begin == end) begin = backward(window_, end, 1);
  if (const std::size_t longest = forward(window_, begin, kLongestQuote); longest < end) {
    end = longest;
    while (end > begin && !is_blank(window_[end - 1])) --end;
    while (end > begin && is_blank(window_[end - 1])) --end;
    if (end == begin) end = longest;
  }
  Quote quote;
  quote.begin = characters_ + places_->code_points(begin);
  quote.end = characters_ + places_->code_points(end);
  quote.where = places_->position(begin);
  quote.where.line += line_ - 1;
  quote.exact = window_.substr(begin, end - begin);
  const std::size_t before = backward(window_, begin, kContext);
  quote.prefix = window_.substr(before, begin - before);
  quote.suffix = window_.substr(end, forward(window_, end, kContext) - end);
  const auto section = std::partition_point(text_.sections.begin(), text_.sections.end(),
                                            [&](const SourceSection& one) { return one.where.begin <= begin; });
  quote.section = static_cast<std::uint32_t>(section - text_.sections.begin());
  quotes.push_back(quote);
}

}  // namespace musclekg
