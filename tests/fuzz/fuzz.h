// What the fuzz targets share.

#pragma once

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/input.h"
#include "base/text.h"
#include "read/format.h"

namespace musclekg::fuzz {

inline std::string_view view(const std::uint8_t* data, std::size_t size) { return {reinterpret_cast<const char*>(data), size}; }

/// Ends the process where `holds` is false: the fuzzer then keeps the input.
inline void must(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

/// A file in memory, to be opened by its name.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(::memfd_create("fuzz", MFD_CLOEXEC)) { path_ = "/proc/self/fd/" + std::to_string(descriptor_); }
  ~MemoryFile() { ::close(descriptor_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  const std::string& put(std::string_view bytes) {
    must(::ftruncate(descriptor_, 0) == 0, "the file can be emptied");
    must(::pwrite(descriptor_, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()), "the file can be written");
    return path_;
  }

 private:
  int descriptor_;
  std::string path_;
};

/// Reads records with the reader of that name. Whatever it is given, it ends, and what it makes is whole: well-formed UTF-8,
/// fields that lie within their parents, and an error for each record that is rejected.
inline void read_records(std::string_view format, std::string_view bytes) {
  static MemoryFile file;
  Diagnostics diagnostics;
  try {
    Input input(file.put(bytes));
    format_named(format)->read(input, diagnostics, [&](const Record& record, bool whole) {
      must(!record.fields.empty(), "a record has a muscle");
      must(whole || diagnostics.count(Severity::Error) > 0, "a record is rejected for a reason");
      if (!whole) return;
      must(record.fields[0].end == record.fields.size(), "all fields are the muscle's");
      for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
        const Field& field = record.fields[i];
        must(field.end > i && field.end <= record.fields.size(), "a field ends behind itself");
        must(i == 0 || (field.parent < i && field.end <= record.fields[field.parent].end), "a field lies within its parent");
        must(find_invalid_utf8(field.text) == std::string_view::npos, "a text is UTF-8");
        must(field.where.line > 0, "a field has a place");
      }
    });
  } catch (const Failure&) {  // compressed data that is broken, a line without end
  }
}

}  // namespace musclekg::fuzz
