// One row of a table (RFC 4180), cut into cells.

#pragma once

#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/diagnostics.h"

namespace musclekg {

/// A cell without its quotes, and where it begins.
struct Cell {
  std::string_view text;
  Position where;
};

/// A row cut into cells. Quoted cells are unquoted into `texts`. `open_quote` tells that the row ended inside quotes.
struct Row {
  std::vector<Cell> cells;
  bool open_quote = false;
  bool stray_quote = false;
  Position fault;
};

/// The place behind `text`, which begins at `where`.
Position behind(Position where, std::string_view text);

/// Cuts a row, with or without its line end; `where` is its first byte. Linear in its bytes.
void cut_row(std::string_view line, char separator, Position where, Arena& texts, Row& row);

/// Tells, byte by byte, whether a row stands inside a quoted cell: only a quote at the beginning of a cell opens one.
class QuoteState {
 public:
  explicit QuoteState(char separator) : separator_(separator) {}

  void feed(std::string_view text) {
    for (const char c : text) {
      switch (state_) {
        case State::CellStart:
        case State::Plain:
          state_ = c == separator_ ? State::CellStart : c == '"' && state_ == State::CellStart ? State::Quoted : State::Plain;
          break;
        case State::Quoted:
          state_ = c == '"' ? State::Quote : State::Quoted;
          break;
        case State::Quote:
          state_ = c == '"' ? State::Quoted : c == separator_ ? State::CellStart : State::Plain;
          break;
      }
    }
  }

  bool open() const { return state_ == State::Quoted; }

 private:
  enum class State { CellStart, Plain, Quoted, Quote };

  char separator_;
  State state_ = State::CellStart;
};

}  // namespace musclekg
