#include "base/input.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/diagnostics.h"

namespace musclekg {

Input::Input(const std::string& path) : name_(path == "-" ? "<stdin>" : path) {
  struct stat status {};
  if (path != "-" && ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode))
    throw Failure(fmt::format("{}: is a directory; name the files in it", name_));
  errno = 0;
  file_ = path == "-" ? gzdopen(::dup(STDIN_FILENO), "rb") : gzopen(path.c_str(), "rb");
  if (file_ == nullptr) throw Failure(fmt::format("{}: cannot be opened: {}", name_, std::strerror(errno ? errno : ENOMEM)));
  gzbuffer(file_, 1 << 17);
}

Input::~Input() { gzclose_r(file_); }

std::size_t Input::read(char* bytes, std::size_t size) {
  std::size_t got = 0;
  while (got < size) {
    errno = 0;
    const unsigned wanted = static_cast<unsigned>(std::min<std::size_t>(size - got, 1 << 30));
    const int count = gzread(file_, bytes + got, wanted);
    if (count > 0) got += static_cast<std::size_t>(count);
    int code = Z_OK;
    const char* reason = gzerror(file_, &code);
    if (code == Z_BUF_ERROR) throw Failure(fmt::format("{}: the compressed data ends in the middle", name_));
    if (code != Z_OK && code != Z_STREAM_END)
      throw Failure(fmt::format("{}: cannot be read: {}", name_, code == Z_ERRNO ? std::strerror(errno) : reason));
    if (count <= 0) break;
  }
  return got;
}

std::string Input::read_all(std::size_t limit) {
  std::string text;
  for (std::size_t used = 0;;) {
    text.resize(std::max<std::size_t>(1 << 16, 2 * used));
    const std::size_t count = read(text.data() + used, text.size() - used);
    used += count;
    if (used > limit) throw Failure(fmt::format("{}: more than {} bytes in one document; split it, or use JSON Lines", name_, limit));
    if (used < text.size()) {
      text.resize(used);
      return text;
    }
  }
}

std::string read_file(const std::string& path) { return Input(path).read_all(); }

}  // namespace musclekg
