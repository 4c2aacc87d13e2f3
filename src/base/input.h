// Reading bytes: a file, standard input ("-"), either of them gzip-compressed or not.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct gzFile_s;

namespace musclekg {

/// An open input. Decompresses when the bytes begin as gzip does (RFC 1952), whatever the name.
/// Every function throws Failure with the name and the system's reason when a read fails or compressed data is broken.
class Input {
 public:
  /// Opens `path`; "-" is standard input. `name`: what diagnostics call it, if not the path.
  explicit Input(const std::string& path, std::string name = {});
  ~Input();
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  /// Reads up to `size` bytes; 0 only at the end.
  std::size_t read(char* bytes, std::size_t size);

  /// Reads to the end. More than `limit` bytes are a Failure: the text is held in memory.
  std::string read_all(std::size_t limit = std::size_t{1} << 30);

  /// How many bytes were read of what is stored (of a compressed file, of the compressed bytes); a little ahead of what was given out.
  std::uint64_t position() const;

  /// What diagnostics call this input: the path, or "<stdin>".
  const std::string& name() const { return name_; }

 private:
  std::string name_;
  gzFile_s* file_;
};

/// Standard input, copied into a file without a name, so that it can be read more than once.
class Spool {
 public:
  /// Reads standard input to its end. Throws Failure when it cannot be read or the copy not be written.
  Spool();
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  /// A path that opens the copy from its beginning, as long as this lives.
  const std::string& path() const { return path_; }

 private:
  int descriptor_ = -1;
  std::string path_;
};

/// Reads a whole file of the program's own data; see Input.
std::string read_file(const std::string& path);

}  // namespace musclekg
