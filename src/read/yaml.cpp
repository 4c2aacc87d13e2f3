// YAML 1.2 through yaml-cpp's events: one record a document. Aliases and tags of one's own are refused: a record has no
// use for them, and they are how small files become large.

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

#include "base/arena.h"
#include "base/text.h"
#include "read/readers.h"
#include "read/record_builder.h"

namespace musclekg {

namespace {

Position position_of(const YAML::Mark& mark) {
  return {static_cast<std::uint32_t>(std::max(mark.line, 0) + 1), static_cast<std::uint32_t>(std::max(mark.column, 0) + 1)};
}

/// Turns the events of one document into those of a record.
class DocumentEvents : public YAML::EventHandler {
 public:
  /// `text`: all of the input.
  DocumentEvents(std::string_view file, std::string_view text, RecordBuilder& builder, Arena& texts)
      : file_(file), text_(text), builder_(builder), texts_(texts) {}

  void OnDocumentStart(const YAML::Mark& mark) override { start_ = mark.pos; }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    if (open_.empty()) return;  // an empty document is no record
    value({}, ScalarKind::Null, position_of(mark));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    start_if_bare(position_of(mark));
    builder_.error(position_of(mark), "yaml-alias", "an alias (*name) is not allowed in a record", "write the value out");
    value({}, ScalarKind::Null, position_of(mark));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& text) override {
    start_if_bare(position_of(mark));
    const bool plain = tag == "?";
    check_tag(tag, "tag:yaml.org,2002:str", position_of(mark));
    if (!plain && !is_closed(static_cast<std::size_t>(std::max(mark.pos, 0))))
      builder_.error(position_of(mark), "yaml-syntax", "the quotes that open here are never closed");
    value(texts_.copy(text), plain ? plain_kind(text) : ScalarKind::String, position_of(mark));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, YAML::EmitterStyle::value) override {
    start_if_bare(position_of(mark));
    check_tag(tag, "tag:yaml.org,2002:seq", position_of(mark));
    if (refuse_as_key(position_of(mark))) return;
    builder_.begin_list(position_of(mark));
    open_.push_back({false, false});
  }

  void OnSequenceEnd() override {
    if (leave_refused()) return;
    builder_.end_list();
    leave();
  }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, YAML::EmitterStyle::value) override {
    if (open_.empty()) {
      builder_.begin(file_, position_of(mark));
      started_ = true;
    } else {
      if (refuse_as_key(position_of(mark))) return;
      builder_.begin_map(position_of(mark));
    }
    check_tag(tag, "tag:yaml.org,2002:map", position_of(mark));
    open_.push_back({true, true});
  }

  void OnMapEnd() override {
    if (leave_refused()) return;
    if (open_.size() > 1) builder_.end_map();
    leave();
  }

  /// Whether the document held anything.
  bool started() const { return started_; }

  /// Whether it was a map, as a record is.
  bool is_record() const { return !bare_; }

  /// Where it began, in bytes; -1 before.
  int start() const { return start_; }

 private:
  struct Level {
    bool map;
    bool key_next;
  };

  void check_tag(const std::string& tag, std::string_view plain, Position where) {
    if (!tag.empty() && tag != "?" && tag != "!" && tag != plain)
      builder_.error(where, "yaml-tag", fmt::format("the tag {} is not allowed in a record", tag), "leave it out");
  }

  /// Whether the quoted text at byte `at` ends; yaml-cpp takes the end of the input for its end. Anything else is closed.
  bool is_closed(std::size_t at) const {
    if (text_.starts_with("\xEF\xBB\xBF")) at += 3;
    if (at >= text_.size() || (text_[at] != '"' && text_[at] != '\'')) return true;
    const char quote = text_[at++];
    for (; at < text_.size(); ++at) {
      if (quote == '"' && text_[at] == '\\') {
        ++at;
      } else if (text_[at] == quote) {
        if (quote == '"' || at + 1 == text_.size() || text_[at + 1] != quote) return true;
        ++at;
      }
    }
    return false;
  }

  /// A document that is a scalar or a list is no record: it is said once.
  void start_if_bare(Position where) {
    if (!open_.empty() || started_) return;
    builder_.begin(file_, where);
    started_ = true;
    bare_ = true;
    builder_.error(where, "not-a-record", "a document must be a map of keys and values", "begin with 'name: ...'");
  }

  bool refuse_as_key(Position where) {
    if (bare_ || refused_ > 0) {
      ++refused_;
      return true;
    }
    if (!open_.back().map || !open_.back().key_next) return false;
    builder_.refuse_key(where, "a key must be a word");
    ++refused_;
    return true;
  }

  bool leave_refused() {
    if (refused_ == 0) return false;
    if (--refused_ == 0 && !bare_) open_.back().key_next = false;  // its value comes next, and is passed over
    return true;
  }

  void value(std::string_view text, ScalarKind kind, Position where) {
    if (bare_ || refused_ > 0) return;
    Level& level = open_.back();
    if (level.map && level.key_next) {
      builder_.key(text, where);
      level.key_next = false;
      return;
    }
    builder_.scalar(text, kind, where);
    if (level.map) level.key_next = true;
  }

  void leave() {
    open_.pop_back();
    if (!open_.empty() && open_.back().map) open_.back().key_next = true;
  }

  std::string_view file_, text_;
  RecordBuilder& builder_;
  Arena& texts_;
  std::vector<Level> open_;
  std::size_t refused_ = 0;  ///< depth inside a value that stands where a key should
  int start_ = -1;
  bool started_ = false;
  bool bare_ = false;
};

/// The place of byte `offset`.
Position position_at(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;
  return {static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1),
          static_cast<std::uint32_t>(offset - line_start + 1)};
}

/// True when yaml-cpp can be trusted with the text: UTF-8, and no control characters (yaml-cpp ends at U+0004 in silence).
bool check_characters(std::string_view text, RecordBuilder& builder) {
  if (const std::size_t at = find_invalid_utf8(text); at != std::string_view::npos) {
    builder.error(position_at(text, at), "not-utf8", fmt::format("byte {} is not UTF-8", at), "save the file as UTF-8");
    return false;
  }
  const auto control = std::find_if(text.begin(), text.end(),
                                    [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; });
  if (control == text.end()) return true;
  builder.error(position_at(text, static_cast<std::size_t>(control - text.begin())), "control-character",
                fmt::format("the control character U+{:04X}", static_cast<unsigned char>(*control)), "take it out");
  return false;
}

}  // namespace

void read_yaml(Input& input, Diagnostics& diagnostics, const RecordHandler& handler) {
  const std::string text = input.read_all();
  RecordBuilder builder(diagnostics);
  builder.begin(input.name(), {1, 1});
  if (!check_characters(text, builder)) return handler(builder.record(), false);
  std::istringstream stream(text);
  YAML::Parser parser(stream);
  Arena texts;
  for (int last_start = -1;;) {
    texts.clear();
    DocumentEvents events(input.name(), text, builder, texts);
    try {
      if (!parser.HandleNextDocument(events)) return;
      if (!events.started() && events.start() == last_start) {  // yaml-cpp stays before what it cannot read: ","
        builder.begin(input.name(), position_at(text, static_cast<std::size_t>(std::max(last_start, 0))));
        builder.error(builder.record().where, "yaml-syntax", "no document can be read from here on");
        return handler(builder.record(), false);
      }
      last_start = events.start();
    } catch (const YAML::Exception& fault) {
      if (!events.started()) builder.begin(input.name(), position_of(fault.mark));
      builder.error(position_of(fault.mark), "yaml-syntax", fault.msg);
      return handler(builder.record(), false);  // what follows cannot be told from the broken document
    }
    if (!events.started()) continue;
    const bool whole = events.is_record() && builder.end();
    handler(builder.record(), whole);
  }
}

}  // namespace musclekg
