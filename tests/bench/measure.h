// Runs what is to be measured, and prints what came out.

#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace musclekg {

/// Aligned for a terminal, or Markdown. The first column is text, the others are numbers; cells left out are empty.
class ResultTable {
 public:
  explicit ResultTable(std::vector<std::string> titles) : rows_{std::move(titles)} {}

  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  void print(bool markdown) const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

/// What a process says of its work. Times are in seconds.
struct Work {
  double start_up = 0;  ///< wall time
  std::size_t records = 0, triples = 0, mentions = 0, errors = 0;
  std::size_t pages = 0, page_bytes = 0, facts = 0;
  double reading = 0, extracting = 0, extracting_wall = 0, reading_wall = 0;  ///< of pages; CPU time where it is not wall time
};

/// One process.
struct Run {
  bool done = false;  ///< it ended by itself, with success
  double wall = 0, cpu = 0;
  double peak = 0;  ///< MiB
  std::size_t bytes = 0;
  Work work;
};

/// "2.40 M", "14 k", "3.2 k" or "25" a second; empty where nothing was counted.
std::string rate(double count, double seconds);

/// MiB a second; empty where nothing was written.
std::string mebibytes(std::size_t bytes, double seconds);

double seconds_since(std::chrono::steady_clock::time_point start);

/// Runs `job` in a process of its own, so that the peak of its memory is its own, too.
Run measure(const std::function<bool(Work&)>& job);

/// The fastest of several runs: what else the machine does can only slow a run down.
Run best_of(std::size_t repeat, const std::function<Run()>& once);

}  // namespace musclekg
