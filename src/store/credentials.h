// Where a user's name and password for a server come from: never from the command line.

#pragma once

#include <string>

#include "store/http.h"

namespace musclekg {

struct CredentialSources {
  std::string file;        ///< first line the user, second line the password; or one line "user:password"
  bool netrc = false;      ///< as curl and ftp keep them, by host
  std::string netrc_file;  ///< instead of .netrc in the home folder; means `netrc`, too
};

/// Sets the credentials of `options`: those of the file; or netrc; or the environment's MUSCLEKG_USER and MUSCLEKG_PASSWORD; or none.
/// Throws Failure, without a secret in its words, when a file cannot be read, may be read by others than its owner, or has no user and
/// password in it; and when only one of the two variables is set.
void find_credentials(const CredentialSources& sources, HttpOptions& options);

}  // namespace musclekg
