// The commands of the program, one row each; one file each holds what they do.

#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "base/diagnostics.h"

namespace musclekg {

/// Prepared by a command when the program starts; runs it when it was named, and returns the exit code.
using CommandAction = std::function<int()>;

struct Command {
  std::string_view name;
  std::string_view description;
  /// Declares the command's options. Nothing is opened before the action runs.
  CommandAction (*declare)(CLI::App& app);
};

std::span<const Command> commands();

CommandAction declare_annotate(CLI::App& app);
CommandAction declare_ask(CLI::App& app);
CommandAction declare_audit(CLI::App& app);
CommandAction declare_check(CLI::App& app);
CommandAction declare_convert(CLI::App& app);
CommandAction declare_diff(CLI::App& app);
CommandAction declare_extract(CLI::App& app);
CommandAction declare_jsonld(CLI::App& app);
CommandAction declare_load(CLI::App& app);
CommandAction declare_query(CLI::App& app);
CommandAction declare_schema(CLI::App& app);
CommandAction declare_terms(CLI::App& app);
CommandAction declare_transcode(CLI::App& app);
CommandAction declare_why(CLI::App& app);

/// Prints findings to standard error, by place. `quiet`: errors only.
void print(const Diagnostics& diagnostics, bool quiet);

/// SOURCE_DATE_EPOCH, seconds since 1970: the only date that comes into an output. Throws UsageError when it is no number of seconds.
std::optional<std::int64_t> source_date_epoch();

/// A command line that cannot be meant: exit code 2.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

inline constexpr std::string_view kVersion = MUSCLEKG_VERSION;

}  // namespace musclekg
