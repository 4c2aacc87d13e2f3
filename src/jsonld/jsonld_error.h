// What a JSON-LD algorithm stops for, with the error code of the specification.

#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"

namespace musclekg {

/// An error of JSON-LD 1.1 API, section 9.6 (JsonLdErrorCode), or of Framing, section 5.2.
class JsonldError : public Failure {
 public:
  /// `its_code`: as the specification writes it ("invalid term definition"); a string that lives as long as the program. `text`: one line,
  /// what was found and where.
  JsonldError(std::string_view its_code, const std::string& text) : Failure(text), code(its_code) {}

  std::string_view code;
};

}  // namespace musclekg
