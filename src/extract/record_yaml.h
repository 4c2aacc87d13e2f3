// Records as YAML, a document each, that a curator can read and mend.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/record_events.h"

namespace musclekg {

/// Appends to a text. Maps and lists of maps are written in blocks, lists of texts and numbers on one line.
class RecordYaml : public RecordEvents {
 public:
  explicit RecordYaml(std::string& out) : out_(out) {}

  void begin(Span where) override;
  void key(std::string_view name, Span where) override;
  void text(std::string_view text, Span where) override;
  void number(std::uint32_t number, Span where) override;
  void begin_map(Span where) override;
  void end_map() override;
  void begin_list(Span where) override;
  void end_list() override;
  void end() override;
  void comment(std::string_view text) override;

 private:
  /// An open list: what its items are shows with the first of them.
  struct List {
    enum class Kind : std::uint8_t { Undecided, Line, Block } kind;
    std::size_t depth;  ///< of the map it stands in
  };

  void indent();
  void open_block();
  void value(std::string_view written);
  bool in_list() const { return !lists_.empty() && lists_.back().depth == depth_; }

  std::string& out_;
  std::vector<List> lists_;
  std::vector<std::size_t> margins_ = {0};  ///< of the open maps, in blanks
  std::size_t depth_ = 0;                   ///< of maps in maps
  bool first_key_ = false;                  ///< of a map in a list: it stands behind the dash
  bool any_ = false;                        ///< a record was written
};

/// A text as a YAML scalar: plain where no reader can take it for anything else, otherwise in double quotes. `in_line`: within [...].
std::string yaml_scalar(std::string_view text, bool in_line);

}  // namespace musclekg
