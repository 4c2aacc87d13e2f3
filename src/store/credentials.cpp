#include "store/credentials.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::size_t kLongest = 4096;  ///< bytes of a file of credentials

/// The beginning of a file that only its owner may read.
std::string read_private(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) throw Failure(fmt::format("{}: cannot be read: {}", path, std::strerror(errno)));
  struct stat status {};
  std::string text(kLongest + 1, '\0');
  ssize_t count = -1;
  const bool there = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  const bool open_to_others = there && (status.st_mode & 077) != 0;
  if (there && !open_to_others) count = ::read(descriptor, text.data(), text.size());
  ::close(descriptor);
  if (!there) throw Failure(fmt::format("{}: is no file", path));
  if (open_to_others)
    throw Failure(fmt::format("{}: others may read this file, which has a password in it; chmod 600 '{}' closes it", path, path));
  if (count < 0) throw Failure(fmt::format("{}: cannot be read", path));
  text.resize(static_cast<std::size_t>(count));
  return text;
}

std::string_view without_return(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

Credentials credentials_of(const std::string& path) {
  const std::string text = read_private(path);
  const std::size_t line_end = text.find('\n');
  const std::string_view first = without_return(std::string_view(text).substr(0, line_end));
  std::string_view second = line_end == std::string::npos ? std::string_view() : std::string_view(text).substr(line_end + 1);
  second = without_return(second.substr(0, second.find('\n')));
  Credentials found;
  if (!second.empty()) {
    found = {std::string(first), std::string(second)};
  } else if (const std::size_t colon = first.find(':'); colon != std::string_view::npos) {
    found = {std::string(first.substr(0, colon)), std::string(first.substr(colon + 1))};
  }
  if (text.size() > kLongest || found.user.empty() || found.password.empty())
    throw Failure(fmt::format("{}: is not a user and, on the second line, a password, nor user:password", path));
  return found;
}

}  // namespace

void find_credentials(const CredentialSources& sources, HttpOptions& options) {
  if (!sources.file.empty()) {
    options.credentials = credentials_of(sources.file);
    return;
  }
  if (sources.netrc || !sources.netrc_file.empty()) {
    const char* home = std::getenv("HOME");
    options.netrc_file = !sources.netrc_file.empty() ? sources.netrc_file : fmt::format("{}/.netrc", home != nullptr ? home : "");
    (void)read_private(options.netrc_file);
    options.use_netrc = true;
    return;
  }
  const char* user = std::getenv("MUSCLEKG_USER");
  const char* password = std::getenv("MUSCLEKG_PASSWORD");
  const bool has_user = user != nullptr && *user != '\0', has_password = password != nullptr && *password != '\0';
  if (has_user != has_password) throw Failure("of the variables MUSCLEKG_USER and MUSCLEKG_PASSWORD only one is set");
  if (has_user) options.credentials = {user, password};
}

}  // namespace musclekg
