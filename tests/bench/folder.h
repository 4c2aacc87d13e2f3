// Where the files lie that are measured.

#pragma once

#include <string>
#include <string_view>

namespace musclekg {

/// A folder of its own, in memory where the system has such a place; gone at the end.
class Folder {
 public:
  /// Failure when none can be made.
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;

  std::string file(std::string_view name) const;
  bool in_memory() const { return in_memory_; }

 private:
  std::string path_;
  bool in_memory_ = false;
};

}  // namespace musclekg
