#include "base/input.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <vector>

#include "base/diagnostics.h"

namespace musclekg {

Input::Input(const std::string& path, std::string name) : name_(!name.empty() ? std::move(name) : path == "-" ? "<stdin>" : path) {
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

std::uint64_t Input::position() const {
  const auto offset = gzoffset(file_);
  return offset < 0 ? 0 : static_cast<std::uint64_t>(offset);
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

Spool::Spool() {
  std::string name = (std::filesystem::temp_directory_path() / "musclekg-XXXXXX").string();
  const auto fail = [this](const char* what) {
    const int reason = errno;
    if (descriptor_ >= 0) ::close(descriptor_);
    throw Failure(fmt::format("<stdin>: {}: {}", what, std::strerror(reason)));
  };
  descriptor_ = ::mkstemp(name.data());
  if (descriptor_ < 0) fail("cannot be copied");
  ::unlink(name.c_str());
  path_ = fmt::format("/proc/self/fd/{}", descriptor_);
  std::vector<char> chunk(1 << 17);
  for (;;) {
    const ssize_t count = ::read(STDIN_FILENO, chunk.data(), chunk.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail("cannot be read");
    if (count == 0) return;
    for (ssize_t written = 0; written < count;) {
      const ssize_t more = ::write(descriptor_, chunk.data() + written, static_cast<std::size_t>(count - written));
      if (more < 0 && errno != EINTR) fail("cannot be copied");
      if (more > 0) written += more;
    }
  }
}

Spool::~Spool() { ::close(descriptor_); }

std::string read_file(const std::string& path) { return Input(path).read_all(); }

}  // namespace musclekg
