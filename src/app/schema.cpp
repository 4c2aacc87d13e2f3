// musclekg schema

#include <fmt/format.h>

#include <memory>
#include <string>

#include "app/commands.h"
#include "read/record_schema.h"

namespace musclekg {

CommandAction declare_schema(CLI::App&) {
  return [] {
    fmt::print("{}", record_schema());
    return 0;
  };
}

}  // namespace musclekg
