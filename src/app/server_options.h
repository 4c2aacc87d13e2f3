// What every command that asks a server is told about it.

#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "store/credentials.h"

namespace musclekg {

struct ServerOptions {
  CredentialSources credentials;
  std::string ca_file;
  unsigned timeout = 300, retries = 4;
};

/// Declares --timeout, --retries, --credentials, --netrc, --netrc-file and --ca-file.
void declare_server_options(CLI::App& app, ServerOptions& options);

/// With the credentials found. Throws Failure; see find_credentials.
HttpOptions http_options(const ServerOptions& options);

/// Throws UsageError when `url`, which `option` was given, cannot be asked.
void check_url(std::string_view option, const std::string& url);

}  // namespace musclekg
