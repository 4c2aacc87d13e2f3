#include "base/output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "base/diagnostics.h"

namespace musclekg {

namespace {

constexpr std::size_t kBufferSize = 1 << 18;

/// A rename is on the disk only when its folder is.
void sync_folder(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);  // some file systems refuse it for folders; the file itself is safe already
  ::close(descriptor);
}

}  // namespace

Output::Output(const std::string& path) : path_(path), target_(path), buffer_(kBufferSize) {
  struct stat status {};
  std::error_code none;
  if (std::filesystem::is_symlink(path, none)) {
    const std::filesystem::path followed = std::filesystem::weakly_canonical(path, none);
    if (!none) target_ = followed.string();
  }
  if (path == "-") {
    descriptor_ = ::dup(STDOUT_FILENO);
  } else if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
    descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    temporary_ = fmt::format("{}.{}.tmp", target_, ::getpid());
    descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor_ < 0) temporary_.clear();
    if (descriptor_ >= 0 && ::stat(target_.c_str(), &status) == 0) ::fchmod(descriptor_, status.st_mode & 07777);
  }
  if (descriptor_ < 0) fail("cannot be opened for writing");
}

Output::~Output() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void Output::commit() {
  flush();
  if (!temporary_.empty() && ::fsync(descriptor_) != 0) fail("cannot be written");
  const int closed = ::close(descriptor_);
  descriptor_ = -1;
  if (closed != 0) fail("cannot be written");
  if (temporary_.empty()) return;
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) fail("cannot be given its name");
  temporary_.clear();
  sync_folder(target_);
}

void Output::make_room(std::size_t size) {
  flush();
  if (buffer_.size() < size) buffer_.resize(std::max(size, 2 * buffer_.size()));
}

void Output::flush() {
  for (std::size_t at = 0; at < used_;) {
    const ssize_t count = ::write(descriptor_, buffer_.data() + at, used_ - at);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail("cannot be written");
    at += static_cast<std::size_t>(count);
  }
  flushed_ += used_;
  used_ = 0;
}

void Output::fail(const char* what) const {
  throw Failure(fmt::format("{}: {}: {}", path_ == "-" ? "<stdout>" : path_, what, std::strerror(errno)));
}

}  // namespace musclekg
