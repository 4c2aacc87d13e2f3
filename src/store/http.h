// Requests over HTTP, for SPARQL endpoints: authenticated, with TLS verified, repeated where that is safe.

#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/diagnostics.h"

namespace musclekg {

/// An empty user: none.
struct Credentials {
  std::string user, password;
};

struct HttpOptions {
  Credentials credentials;
  bool use_netrc = false;                      ///< where `credentials` are none
  std::string netrc_file;                      ///< empty: .netrc in the home folder
  std::chrono::seconds connect_timeout{10};    ///< for name, connection and TLS together
  std::chrono::seconds answer_timeout{300};    ///< the connection is given up when no byte passes for so long
  unsigned retries = 4;                        ///< attempts after the first
  std::chrono::milliseconds first_pause{500};  ///< before the first retry; each further pause is twice as long, 8 s at most
  std::string ca_file;                         ///< PEM, certificate authorities instead of the system's
};

struct HttpRequest {
  std::string method = "GET";
  std::string url;
  std::string content_type;
  std::string accept;
  std::string body;
  std::string body_file;                                               ///< streamed instead of `body` when not empty
  std::function<void(std::uint64_t sent, std::uint64_t of)> progress;  ///< called while the body is sent; may be empty
  bool repeatable = true;                                              ///< to be done twice is the same as once; see HttpClient::send
  std::uint64_t body_limit = std::uint64_t{1} << 30;                   ///< bytes of the answer; a longer one is a HttpFailure
};

struct HttpResponse {
  long status = 0;
  std::string status_line;  ///< as the server sends it, printable: "HTTP/1.1 200 OK"
  std::string content_type;
  std::string body;
  unsigned attempts = 1;

  bool ok() const { return status >= 200 && status < 300; }
};

/// There is no answer: the words tell why, and never name a password.
class HttpFailure : public Failure {
 public:
  explicit HttpFailure(const std::string& words, bool sent = true) : Failure(words), sent_(sent) {}

  /// The server may have begun to do what it was asked.
  bool sent() const { return sent_; }

 private:
  bool sent_;
};

/// Why `url` cannot be asked: no http or https, no host, or a password in it, which is then not repeated; empty when it can.
std::string url_fault(const std::string& url);

/// `text` as a value in the query part of a URL: all but unreserved characters (RFC 3986, section 2.3) percent-encoded.
std::string url_escaped(std::string_view text);

/// Keeps one connection open as long as requests go to one server.
///
/// The first request to a path is sent without credentials; when the server asks for them (401), again with digest authentication if it
/// offers that, or else basic. Over plain http a password is sent with basic authentication to this machine only: elsewhere that is a
/// HttpFailure. Certificates are always verified. Redirects, five at most, are followed with GET; with other methods only when they keep
/// the method (307, 308), otherwise they are a HttpFailure. Another host, port or scheme is never given credentials. Proxies are those of
/// curl's environment variables; there is none to this machine.
class HttpClient {
 public:
  explicit HttpClient(HttpOptions options);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  /// The server's answer, whatever its status. A repeatable request is sent again after 429, 502, 503 and 504 and where the connection is
  /// refused, breaks or is silent; any other only after 429 and 503 and a refused connection, when the server cannot have begun. The
  /// server's Retry-After is obeyed up to 60 s. The answer of the last attempt counts.
  HttpResponse send(const HttpRequest& request);

 private:
  struct Connection;
  std::unique_ptr<Connection> connection_;
};

}  // namespace musclekg
