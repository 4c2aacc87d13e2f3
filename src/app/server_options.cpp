#include "app/server_options.h"

#include <fmt/format.h>

#include "app/commands.h"

namespace musclekg {

void declare_server_options(CLI::App& app, ServerOptions& options) {
  app.add_option("--timeout", options.timeout, "seconds without a byte until the server is given up")
      ->capture_default_str()
      ->check(CLI::Range(1, 86400));
  app.add_option("--retries", options.retries, "how often a request is sent again")->capture_default_str()->check(CLI::Range(0, 100));
  app.add_option("--credentials", options.credentials.file,
                 "file with the user and, on the second line, the password; otherwise the variables MUSCLEKG_USER and MUSCLEKG_PASSWORD");
  app.add_flag("--netrc", options.credentials.netrc, "take user and password from .netrc in the home folder");
  app.add_option("--netrc-file", options.credentials.netrc_file, "take them from this file");
  app.add_option("--ca-file", options.ca_file, "certificate authorities (PEM) instead of the system's");
}

HttpOptions http_options(const ServerOptions& options) {
  HttpOptions result;
  result.answer_timeout = std::chrono::seconds(options.timeout);
  result.retries = options.retries;
  result.ca_file = options.ca_file;
  find_credentials(options.credentials, result);
  return result;
}

void check_url(std::string_view option, const std::string& url) {
  if (url.empty()) return;
  if (const std::string fault = url_fault(url); !fault.empty()) throw UsageError(fmt::format("the URL of {} {}", option, fault));
}

}  // namespace musclekg
