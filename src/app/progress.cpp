#include "app/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string_view>

namespace musclekg {

namespace {

constexpr double kFirstEstimate = 0.5;  ///< seconds
constexpr std::chrono::milliseconds kPause(200);

std::string with_commas(std::uint64_t number) {
  std::string text = fmt::format("{}", number);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
  return text;
}

}  // namespace

std::string progress_line(std::uint64_t done, std::uint64_t total, std::uint64_t rows, double seconds) {
  std::string line;
  if (total > 0) line += fmt::format("{} %  ", std::min<std::uint64_t>(100, done * 100 / total));
  line += fmt::format("{} rows", with_commas(rows));
  if (seconds < kFirstEstimate) return line;
  line += fmt::format("  {} rows/s", with_commas(static_cast<std::uint64_t>(static_cast<double>(rows) / seconds)));
  if (total == 0 || done == 0) return line;
  const double share = static_cast<double>(std::min(done, total)) / static_cast<double>(total);
  const auto left = static_cast<std::uint64_t>(seconds * (1 - share) / share + 0.5);
  return line + (left < 3600 ? fmt::format("  {}:{:02} left", left / 60, left % 60)
                             : fmt::format("  {}:{:02}:{:02} left", left / 3600, left / 60 % 60, left % 60));
}

std::uint64_t bytes_of(const std::vector<std::string>& inputs) {
  std::uint64_t bytes = 0;
  for (const std::string& input : inputs) {
    std::error_code none;
    const auto size = std::filesystem::is_regular_file(input, none) ? std::filesystem::file_size(input, none) : 0;
    if (none || size == 0) return 0;
    bytes += size;
  }
  return bytes;
}

void Progress::look(const Input& input, std::uint64_t before) {
  const Clock::time_point now = Clock::now();
  if (now - written_ < kPause) return;
  written_ = now;
  line_ = true;
  fmt::print(stderr, "\r{}\x1B[K",
             progress_line(before + input.position(), total_, rows_, std::chrono::duration<double>(now - start_).count()));
  std::fflush(stderr);
}

void Progress::end() {
  if (!line_) return;
  line_ = false;
  fmt::print(stderr, "\r\x1B[K");
  std::fflush(stderr);
}

bool can_show_progress() {
  const char* const terminal = std::getenv("TERM");
  return ::isatty(STDERR_FILENO) != 0 && terminal != nullptr && std::string_view(terminal) != "dumb";
}

}  // namespace musclekg
