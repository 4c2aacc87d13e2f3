// Reading bytes: a file, standard input ("-"), either of them gzip-compressed or not.

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

struct gzFile_s;

namespace musclekg {

/// An open input. Decompresses when the bytes begin as gzip does (RFC 1952), whatever the name.
/// Every function throws Failure with the name and the system's reason when a read fails or compressed data is broken.
class Input {
 public:
  /// Opens `path`; "-" is standard input.
  explicit Input(const std::string& path);
  ~Input();
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  /// Reads up to `size` bytes; 0 only at the end.
  std::size_t read(char* bytes, std::size_t size);

  /// Reads to the end. More than `limit` bytes are a Failure: the text is held in memory.
  std::string read_all(std::size_t limit = std::size_t{1} << 30);

  /// What diagnostics call this input: the path, or "<stdin>".
  const std::string& name() const { return name_; }

 private:
  std::string name_;
  gzFile_s* file_;
};

/// Reads a whole file of the program's own data; see Input.
std::string read_file(const std::string& path);

}  // namespace musclekg
