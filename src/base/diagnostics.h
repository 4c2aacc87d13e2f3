// What went wrong and where: findings are collected with a stable rule id; only what stops the run is an exception.

#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace musclekg {

/// A place in an input. Lines and columns count from 1; columns count bytes. Line 0: the file as a whole.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

struct Location {
  std::string_view file;
  Position position = {};
};

enum class Severity { Error, Warning };

struct Diagnostic {
  Severity severity;
  std::string file;
  Position position;
  std::string text;  ///< what was found and what was expected
  std::string rule;  ///< stable id, explained in the README
  std::string hint;  ///< one thing to do; may be empty
};

/// Formats as `file:line:column: error: text [rule]`, and on a second line the hint.
std::string format(const Diagnostic& diagnostic);

/// Collects findings in the order they are made. Keeps the first `limit` of each rule and counts all of them, so that
/// an input with a million faults neither fills the memory nor hides how many there are.
class Diagnostics {
 public:
  explicit Diagnostics(std::size_t limit = 200) : limit_(limit) {}

  void error(Location where, std::string_view rule, std::string text, std::string hint = {});
  void warning(Location where, std::string_view rule, std::string text, std::string hint = {});

  /// Those kept, in the order they were made.
  const std::vector<Diagnostic>& kept() const { return kept_; }

  /// Those kept, by place: the files in the order of their first finding.
  std::vector<Diagnostic> by_place() const;

  /// Number of findings of this severity, whether kept or not.
  std::size_t count(Severity severity) const { return counts_[static_cast<std::size_t>(severity)]; }

  /// Rules with more findings than were kept: rule -> number left out.
  std::map<std::string, std::size_t> left_out() const;

 private:
  void add(Severity severity, Location where, std::string_view rule, std::string text, std::string hint);

  std::size_t limit_;
  std::vector<Diagnostic> kept_;
  std::map<std::string, std::size_t, std::less<>> per_rule_;
  std::array<std::size_t, 2> counts_{};
};

/// What stops the run: a file that cannot be read or written, a broken table in `ontology/`. Exit code 1.
class Failure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace musclekg
