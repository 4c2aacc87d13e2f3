#include "app/page_records.h"

#include <fmt/format.h>

#include "base/arena.h"
#include "read/record_builder.h"

namespace musclekg {

namespace {

/// Builds records of their events.
class BuiltRecords : public RecordEvents {
 public:
  BuiltRecords(std::string_view file, const Places& places, Diagnostics& diagnostics, const RecordHandler& handler)
      : file_(file), places_(places), builder_(diagnostics), handler_(handler) {}

  void begin(Span where) override {
    texts_.clear();
    builder_.begin(file_, position(where));
  }
  void key(std::string_view name, Span where) override { builder_.key(name, position(where)); }
  void text(std::string_view text, Span where) override { builder_.scalar(texts_.copy(text), ScalarKind::String, position(where)); }
  void number(std::uint32_t number, Span where) override {
    builder_.scalar(texts_.copy(fmt::format_int(number).c_str()), ScalarKind::Number, position(where));
  }
  void begin_map(Span where) override { builder_.begin_map(position(where)); }
  void end_map() override { builder_.end_map(); }
  void begin_list(Span where) override { builder_.begin_list(position(where)); }
  void end_list() override { builder_.end_list(); }
  void end() override {
    const bool whole = builder_.end();
    handler_(builder_.record(), whole);
  }
  void places(std::span<const Span> places) override { builder_.places(places); }
  void comment(std::string_view) override {}

 private:
  Position position(Span where) const { return places_.position(where.begin); }

  std::string_view file_;
  const Places& places_;
  RecordBuilder builder_;
  const RecordHandler& handler_;
  Arena texts_;
};

}  // namespace

void read_page_records(const PageFacts& facts, const Page& page, const PageRecordTables& tables, Diagnostics& diagnostics,
                       const RecordHandler& handler) {
  const Places places(page.source);
  BuiltRecords built(page.file, places, diagnostics, handler);
  tell_records(facts, page, places, tables, false, built);
}

}  // namespace musclekg
