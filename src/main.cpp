// Finds the command, runs it, and chooses the exit code: 0 fine, 1 something wrong with the data or the system, 2 wrong
// command line.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <vector>

#include "app/commands.h"
#include "base/diagnostics.h"
#include "base/text.h"

namespace {

using namespace musclekg;

/// A first argument that is no option and no command; an empty text when there is none such.
std::string_view unknown_command(int argc, char** argv) {
  if (argc < 2 || argv[1][0] == '-') return {};
  for (const Command& command : commands())
    if (command.name == argv[1]) return {};
  return argv[1];
}

int run(int argc, char** argv) {
  CLI::App app("Facts on muscles in, a knowledge graph linked to anatomy ontologies out.", "musclekg");
  app.set_version_flag("--version", fmt::format("musclekg {}", kVersion));
  app.require_subcommand(1);
  std::vector<std::pair<CLI::App*, CommandAction>> actions;
  std::vector<std::string_view> names;
  for (const Command& command : commands()) {
    CLI::App* sub = app.add_subcommand(std::string(command.name), std::string(command.description));
    actions.emplace_back(sub, command.declare(*sub));
    names.push_back(command.name);
  }
  if (const std::string_view word = unknown_command(argc, argv); !word.empty()) {
    const auto near = nearest(word, names);
    throw UsageError(fmt::format("there is no command '{}'; the commands are {}{}", word, fmt::join(names, ", "),
                                 near ? fmt::format("; did you mean '{}'?", *near) : ""));
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {
    app.exit(success);
    return 0;
  } catch (const CLI::ParseError& fault) {
    throw UsageError(fault.what());
  }
  for (const auto& [sub, action] : actions)
    if (sub->parsed()) return action();
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error of writing like any other
  try {
    const int code = run(argc, argv);
    if (!std::cout.flush() || std::fflush(stdout) != 0)
      throw musclekg::Failure(fmt::format("<stdout>: cannot be written: {}", std::strerror(errno)));
    return code;
  } catch (const musclekg::UsageError& fault) {
    fmt::print(stderr, "musclekg: {}\nTry 'musclekg --help'.\n", fault.what());
    return 2;
  } catch (const std::exception& fault) {
    fmt::print(stderr, "musclekg: error: {}\n", fault.what());
    return 1;
  }
}
