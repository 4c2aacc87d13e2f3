#include "measure.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <exception>

#include "base/diagnostics.h"

namespace musclekg {

void ResultTable::print(bool markdown) const {
  std::vector<std::size_t> widths(rows_.front().size(), 3);
  for (const auto& row : rows_)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  for (std::size_t line = 0; line < rows_.size(); ++line) {
    std::vector<std::string> row = rows_[line];
    row.resize(widths.size());
    for (std::size_t i = 0; i < widths.size(); ++i) {
      fmt::print("{}", markdown ? (i == 0 ? "| " : " | ") : (i == 0 ? "" : "  "));
      if (i == 0)
        fmt::print("{:<{}}", row[i], widths[i]);
      else
        fmt::print("{:>{}}", row[i], widths[i]);
    }
    fmt::print("{}\n", markdown ? " |" : "");
    if (markdown && line == 0) {
      for (std::size_t i = 0; i < widths.size(); ++i) fmt::print("|{:->{}}", i == 0 ? "" : ":", widths[i] + 2);
      fmt::print("|\n");
    }
  }
  fmt::print("\n");
  std::fflush(stdout);
}

std::string rate(double count, double seconds) {
  if (count <= 0 || seconds <= 0) return "";
  const double each = count / seconds;
  if (each >= 1e6) return fmt::format("{:.2f} M", each / 1e6);
  if (each >= 1e4) return fmt::format("{:.0f} k", each / 1e3);
  return each >= 1e3 ? fmt::format("{:.1f} k", each / 1e3) : fmt::format("{:.0f}", each);
}

std::string mebibytes(std::size_t bytes, double seconds) {
  return bytes == 0 ? "" : fmt::format("{:.0f}", static_cast<double>(bytes) / 1048576 / seconds);
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

Run measure(const std::function<bool(Work&)>& job) {
  int ends[2];
  if (::pipe(ends) != 0) throw Failure("no pipe can be made");
  std::fflush(stdout);
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = ::fork();
  if (child < 0) throw Failure("no process can be started");
  if (child == 0) {
    ::close(ends[0]);
    Work work;
    bool good = false;
    try {
      good = job(work);
    } catch (const std::exception& fault) {
      fmt::print(stderr, "musclekg-bench: {}\n", fault.what());
    }
    good = ::write(ends[1], &work, sizeof work) == static_cast<ssize_t>(sizeof work) && good;
    ::_exit(good ? 0 : 1);
  }
  ::close(ends[1]);
  Run run;
  const bool told = ::read(ends[0], &run.work, sizeof run.work) == static_cast<ssize_t>(sizeof run.work);
  if (!told) run.work = {};
  ::close(ends[0]);
  int status = 0;
  rusage usage{};
  if (::wait4(child, &status, 0, &usage) != child) throw Failure("a process is lost");
  run.wall = seconds_since(start);
  const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
  run.cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  run.peak = static_cast<double>(usage.ru_maxrss) / 1024;
  run.done = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  return run;
}

Run best_of(std::size_t repeat, const std::function<Run()>& once) {
  Run best;
  for (std::size_t i = 0; i < std::max<std::size_t>(repeat, 1); ++i) {
    const Run run = once();
    if (!run.done) return run;
    if (!best.done || run.wall < best.wall) best = run;
  }
  return best;
}

}  // namespace musclekg
