#include "folder.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "base/diagnostics.h"

namespace musclekg {

Folder::Folder() {
  const std::string place = ::access("/dev/shm", W_OK) == 0 ? "/dev/shm" : std::filesystem::temp_directory_path().string();
  path_ = place + "/musclekg-bench-XXXXXX";
  if (::mkdtemp(path_.data()) == nullptr) throw Failure(fmt::format("{}: no folder can be made", place));
  in_memory_ = place == "/dev/shm";
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string Folder::file(std::string_view name) const { return fmt::format("{}/{}", path_, name); }

}  // namespace musclekg
