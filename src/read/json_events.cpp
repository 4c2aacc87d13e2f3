#include "read/json_events.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>

#include "base/text.h"

namespace musclekg {

namespace od = simdjson::ondemand;

static_assert(kJsonPadding >= simdjson::SIMDJSON_PADDING);

namespace {

/// Tells the line and column of pointers into one text, which must not go back behind a line end they have passed: each byte
/// is looked at once.
class PlaceFinder {
 public:
  PlaceFinder(std::string_view text, Position where) : text_(text), where_(where), newline_(text.find('\n')) {}

  Position place(const char* pointer) {
    const std::size_t offset =
        pointer < text_.data() || pointer > text_.data() + text_.size() ? line_start_ : static_cast<std::size_t>(pointer - text_.data());
    while (newline_ < offset) {
      line_start_ = newline_ + 1;
      newline_ = text_.find('\n', line_start_);
      where_ = {where_.line + 1, 1};
    }
    return {where_.line, where_.column + static_cast<std::uint32_t>(offset - std::min(offset, line_start_))};
  }

 private:
  std::string_view text_;
  Position where_;  ///< of the line, or of the text in its first line
  std::size_t line_start_ = 0;
  std::size_t newline_;  ///< the next one, or npos
};

std::string_view without_space_behind(std::string_view token) {
  const std::size_t last = token.find_last_not_of(" \t\r\n");
  return token.substr(0, last + 1);
}

constexpr std::size_t kDeepest = 64;  ///< values within values; a record has use for eight

/// Walks one value and makes events of it. Throws simdjson_error.
class Walker {
 public:
  Walker(RecordBuilder& builder, PlaceFinder& places) : builder_(builder), places_(places) {}

  template <class Value>
  void value(Value&& value) {
    const std::string_view token = std::string_view(value.raw_json_token());
    const Position where = places_.place(token.data());
    switch (od::json_type(value.type())) {
      case od::json_type::object:
        enter();
        builder_.begin_map(where);
        object(value.get_object());
        builder_.end_map();
        --depth_;
        break;
      case od::json_type::array:
        enter();
        builder_.begin_list(where);
        for (auto item : value.get_array()) this->value(item.value());
        builder_.end_list();
        --depth_;
        break;
      case od::json_type::string:
        builder_.scalar(std::string_view(value.get_string()), ScalarKind::String, where);
        break;
      case od::json_type::number:
        static_cast<void>(double(value.get_double()));  // checks the syntax
        builder_.scalar(without_space_behind(token), ScalarKind::Number, where);
        break;
      case od::json_type::boolean:
        builder_.scalar(bool(value.get_bool()) ? "true" : "false", ScalarKind::Boolean, where);
        break;
      case od::json_type::null:
        if (!value.is_null()) throw simdjson::simdjson_error(simdjson::N_ATOM_ERROR);
        builder_.scalar({}, ScalarKind::Null, where);
        break;
    }
  }

  void object(od::object object) {
    for (auto member : object) {
      const char* quote = member.key().raw() - 1;
      builder_.key(std::string_view(member.unescaped_key()), places_.place(quote));
      value(member.value().value());
    }
  }

 private:
  void enter() {
    if (++depth_ > kDeepest) throw simdjson::simdjson_error(simdjson::DEPTH_ERROR);
  }

  RecordBuilder& builder_;
  PlaceFinder& places_;
  std::size_t depth_ = 0;
};

}  // namespace

/// The parser and the text it is in. Where it stands can be asked only of a text that it took.
struct JsonEvents::Parser {
  od::parser parser;
  bool taken = false;

  od::document document(std::string_view text) {
    taken = false;
    od::document result = parser.iterate(text.data(), text.size(), text.size() + simdjson::SIMDJSON_PADDING);
    taken = true;
    return result;
  }

  /// Where it stopped; `otherwise` when it cannot tell.
  const char* stopped_at(od::document& document, const char* otherwise) const {
    const char* at = nullptr;
    return taken && document.current_location().get(at) == simdjson::SUCCESS ? at : otherwise;
  }
};

JsonEvents::JsonEvents() : parser_(std::make_unique<Parser>()) {}
JsonEvents::~JsonEvents() = default;

namespace {

void report(const simdjson::simdjson_error& fault, std::string_view text, Position where, const char* at, RecordBuilder& builder) {
  PlaceFinder places(text, where);
  if (fault.error() == simdjson::UTF8_ERROR) {
    const std::size_t offset = find_invalid_utf8(text);
    builder.error(places.place(text.data() + offset), "not-utf8", fmt::format("byte {} is not UTF-8", offset), "save the file as UTF-8");
    return;
  }
  builder.error(places.place(at), "json-syntax", fmt::format("not JSON: {}", fault.what()));
}

/// Whether something stands behind the value that was read.
bool has_more(od::document& document) { return document.current_location().error() != simdjson::OUT_OF_BOUNDS; }

}  // namespace

void JsonEvents::read_value(std::string_view text, Position where, RecordBuilder& builder) {
  od::document document;
  try {
    document = parser_->document(text);
    PlaceFinder places(text, where);
    Walker(builder, places).value(document);
    if (has_more(document)) throw simdjson::simdjson_error(simdjson::TRAILING_CONTENT);
  } catch (const simdjson::simdjson_error& fault) {
    report(fault, text, where, parser_->stopped_at(document, text.data()), builder);
  }
}

void JsonEvents::read_records(std::string_view text, Position where, bool many, std::string_view file, RecordBuilder& builder,
                              const RecordHandler& handler) {
  bool open = false;  // between `begin` and the handler's call
  const auto begin = [&](Position place) {
    builder.begin(file, place);
    open = true;
  };
  od::document document;
  try {
    document = parser_->document(text);
    PlaceFinder places(text, where);
    Walker walker(builder, places);
    const auto record = [&](auto&& value) {
      begin(places.place(std::string_view(value.raw_json_token()).data()));
      const bool object = od::json_type(value.type()) == od::json_type::object;
      if (object) {
        walker.object(value.get_object());
      } else {
        builder.error(builder.record().where, "not-a-record", "a record must be an object of keys and values");
      }
      return object;
    };
    if (many && od::json_type(document.type()) == od::json_type::array) {
      for (auto item : document.get_array()) {
        const bool object = record(item.value());
        open = false;
        handler(builder.record(), object && builder.end());
      }
      if (has_more(document)) throw simdjson::simdjson_error(simdjson::TRAILING_CONTENT);
      return;
    }
    const bool object = record(document);
    if (object && has_more(document)) throw simdjson::simdjson_error(simdjson::TRAILING_CONTENT);
    open = false;
    handler(builder.record(), object && builder.end());
  } catch (const simdjson::simdjson_error& fault) {
    if (!open) begin(where);
    report(fault, text, where, parser_->stopped_at(document, text.data()), builder);
    handler(builder.record(), false);
  }
}

}  // namespace musclekg
