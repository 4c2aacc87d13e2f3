// What the readers of RDF find wrong, told with its place.

#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/diagnostics.h"
#include "rdf/read_rdf.h"

namespace musclekg {

/// Faults of one document: errors, or with `lenient` warnings that count.
class ReadingFaults {
 public:
  ReadingFaults(const std::string& file, bool lenient, Diagnostics& diagnostics)
      : file_(file), lenient_(lenient), diagnostics_(diagnostics) {}

  /// A statement with a fault, which is left out.
  void statement(Position where, std::string_view rule, const std::string& text) {
    ++result_.skipped;
    std::string hint;
    if (rule == "relative-iri") hint = "say with --base what it is relative to, where the command has that option";
    if (lenient_) {
      diagnostics_.warning({file_, where}, rule, text, std::move(hint));
    } else {
      result_.well_formed = false;
      diagnostics_.error({file_, where}, rule, text, std::move(hint));
    }
  }

  const ReadingResult& result() const { return result_; }

 private:
  const std::string& file_;
  bool lenient_;
  Diagnostics& diagnostics_;
  ReadingResult result_;
};

}  // namespace musclekg
