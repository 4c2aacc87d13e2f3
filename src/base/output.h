// Writing bytes so that a file is either complete or not there: temporary file, fsync, checked close, rename.

#pragma once

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace musclekg {

/// A buffered output. Bytes go to a temporary file beside the target, which takes the target's name in `commit`; without
/// `commit` nothing of the target is changed. A target that is a link stays one, and a file keeps its mode. "-" (standard output) and
/// targets that are no regular files (a device, a pipe) are written directly. Every function throws Failure with the name and the system's
/// reason.
class Output {
 public:
  /// Opens the target; its folder must exist.
  explicit Output(const std::string& path);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view text) {
    if (text.empty()) return;
    std::memcpy(reserve(text.size()), text.data(), text.size());
    advance(text.size());
  }
  void write(char byte) { *reserve(1) = byte, advance(1); }

  /// Room for `size` bytes, to be filled and then told to `advance`. Valid until the next call.
  char* reserve(std::size_t size) {
    if (buffer_.size() - used_ < size) make_room(size);
    return buffer_.data() + used_;
  }
  void advance(std::size_t size) { used_ += size; }

  /// Writes what is buffered, makes sure it is on the disk, and gives the file its name. Call it once, at the end.
  void commit();

  /// Bytes written so far.
  std::size_t size() const { return flushed_ + used_; }

  /// The path as given; "-" is standard output.
  const std::string& path() const { return path_; }

 private:
  void make_room(std::size_t size);
  void flush();
  [[noreturn]] void fail(const char* what) const;

  std::string path_;
  std::string target_;     ///< the path, links followed
  std::string temporary_;  ///< empty when the target is written directly
  int descriptor_ = -1;
  std::vector<char> buffer_;
  std::size_t used_ = 0;
  std::size_t flushed_ = 0;
};

}  // namespace musclekg
