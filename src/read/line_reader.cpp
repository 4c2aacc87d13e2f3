#include "read/line_reader.h"

#include <fmt/format.h>

#include <cstring>

#include "base/diagnostics.h"

namespace musclekg {

namespace {

constexpr std::size_t kWindow = 1 << 18;
constexpr std::size_t kLongestLine = std::size_t{1} << 28;

}  // namespace

LineReader::LineReader(Input& input, std::size_t padding) : input_(input), padding_(padding), buffer_(kWindow + padding) {
  fill();
  if (std::string_view(buffer_.data(), filled_).starts_with("\xEF\xBB\xBF")) start_ = end_ = 3;
}

bool LineReader::fill() {
  if (at_end_) return false;
  if (start_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + start_, filled_ - start_);
    filled_ -= start_;
    end_ -= start_;
    start_ = 0;
  }
  if (filled_ + padding_ == buffer_.size()) {
    if (buffer_.size() > kLongestLine)
      throw Failure(fmt::format("{}:{}: a line of more than {} bytes", input_.name(), lines_ + 1, kLongestLine));
    buffer_.resize(2 * (buffer_.size() - padding_) + padding_);
  }
  const std::size_t count = input_.read(buffer_.data() + filled_, buffer_.size() - padding_ - filled_);
  filled_ += count;
  at_end_ = count == 0;
  return count > 0;
}

bool LineReader::find_end() {
  for (std::size_t from = end_;;) {
    if (const void* newline = std::memchr(buffer_.data() + from, '\n', filled_ - from)) {
      end_ = static_cast<std::size_t>(static_cast<const char*>(newline) - buffer_.data()) + 1;
      ++lines_;
      return true;
    }
    const std::size_t looked_at = filled_ - start_;
    if (!fill()) {
      if (end_ == filled_) return false;
      end_ = filled_;
      ++lines_;
      return true;
    }
    from = start_ + looked_at;
  }
}

bool LineReader::next() {
  start_ = end_;
  if (!find_end()) return false;
  number_ = lines_;
  return true;
}

bool LineReader::extend() { return find_end(); }

}  // namespace musclekg
