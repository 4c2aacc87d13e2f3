#include "check/finding.h"

namespace musclekg {

std::string_view name_of(Level level) {
  switch (level) {
    case Level::Error:
      return "ERROR";
    case Level::Warning:
      return "WARN";
    case Level::Info:
      return "INFO";
  }
  return {};
}

}  // namespace musclekg
