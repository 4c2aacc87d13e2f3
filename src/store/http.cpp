#include "store/http.h"

#include <curl/curl.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <string_view>
#include <thread>
#include <utility>

#include "base/text.h"

namespace musclekg {

namespace {

constexpr int kMostRedirects = 5;
constexpr std::chrono::milliseconds kLongestPause{8000};
constexpr curl_off_t kLongestWait = 60;  ///< seconds, of Retry-After
constexpr const char* kAgent = "musclekg/" MUSCLEKG_VERSION;

/// What matters of a URL here. Empty parts where it is none.
struct UrlParts {
  std::string scheme, host, port, path;
  bool user = false;

  bool same_origin(const UrlParts& other) const { return scheme == other.scheme && host == other.host && port == other.port; }
  bool loopback() const {
    const bool digits = std::all_of(host.begin(), host.end(), [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
    return host == "localhost" || host == "[::1]" || (digits && host.starts_with("127."));
  }
  /// What asks for credentials in one way.
  std::string place() const { return fmt::format("{}://{}:{}{}", scheme, host, port, path); }
  bool secret_may_be_read() const { return scheme != "https" && !loopback(); }
};

UrlParts parts_of(const std::string& url) {
  UrlParts parts;
  CURLU* handle = curl_url();
  if (handle == nullptr) throw Failure("no memory for a URL");
  if (curl_url_set(handle, CURLUPART_URL, url.c_str(), 0) == CURLUE_OK) {
    const auto part = [handle](CURLUPart name) {
      char* text = nullptr;
      std::string result;
      if (curl_url_get(handle, name, &text, CURLU_DEFAULT_PORT) == CURLUE_OK) result = text;
      curl_free(text);
      return result;
    };
    parts = {part(CURLUPART_SCHEME), ascii_lower(part(CURLUPART_HOST)), part(CURLUPART_PORT), part(CURLUPART_PATH),
             !part(CURLUPART_USER).empty() || !part(CURLUPART_PASSWORD).empty()};
  }
  curl_url_cleanup(handle);
  return parts;
}

/// The body of a request, read from its beginning as often as curl asks.
class Body {
 public:
  explicit Body(const HttpRequest& request) : request_(request), size_(request.body.size()) {
    if (request.body_file.empty()) return;
    descriptor_ = ::open(request.body_file.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status {};
    if (descriptor_ < 0 || ::fstat(descriptor_, &status) != 0) {
      const std::string reason = std::strerror(errno);
      if (descriptor_ >= 0) ::close(descriptor_);
      throw Failure(fmt::format("{}: cannot be read: {}", request.body_file, reason));
    }
    size_ = static_cast<std::uint64_t>(status.st_size);
  }
  ~Body() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  Body(const Body&) = delete;
  Body& operator=(const Body&) = delete;

  std::uint64_t size() const { return size_; }
  void rewind(std::uint64_t to) { at_ = std::min(to, size_); }

  /// Bytes read, or CURL_READFUNC_ABORT.
  std::size_t read(char* to, std::size_t room) {
    std::size_t count = static_cast<std::size_t>(std::min<std::uint64_t>(room, size_ - at_));
    if (descriptor_ >= 0) {
      const ssize_t got = ::pread(descriptor_, to, count, static_cast<off_t>(at_));
      if (got < 0 || (got == 0 && count > 0)) return CURL_READFUNC_ABORT;
      count = static_cast<std::size_t>(got);
    } else {
      std::memcpy(to, request_.body.data() + at_, count);
    }
    at_ += count;
    if (request_.progress && count > 0) request_.progress(at_, size_);
    return count;
  }

 private:
  const HttpRequest& request_;
  std::uint64_t size_;
  std::uint64_t at_ = 0;
  int descriptor_ = -1;
};

/// What a server says in one exchange.
struct Answer {
  HttpResponse response;
  std::uint64_t limit = 0;
  bool too_long = false, basic = false, digest = false;
  std::string redirect;
  curl_off_t retry_after = 0;
};

std::size_t read_body(char* to, std::size_t size, std::size_t count, void* body) {
  return static_cast<Body*>(body)->read(to, size * count);
}

int rewind_body(void* body, curl_off_t offset, int origin) {
  if (origin != SEEK_SET || offset < 0) return CURL_SEEKFUNC_CANTSEEK;
  static_cast<Body*>(body)->rewind(static_cast<std::uint64_t>(offset));
  return CURL_SEEKFUNC_OK;
}

std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* answer) {
  Answer& taken = *static_cast<Answer*>(answer);
  if (taken.response.body.size() + size * count > taken.limit) {
    taken.too_long = true;
    return 0;
  }
  taken.response.body.append(bytes, size * count);
  return size * count;
}

std::size_t take_header(char* bytes, std::size_t size, std::size_t count, void* answer) {
  Answer& taken = *static_cast<Answer*>(answer);
  const std::string_view line = trim({bytes, size * count});
  if (line.starts_with("HTTP/")) taken.response.status_line = printable_line(line), taken.response.body.clear();
  const std::string name = ascii_lower(line.substr(0, std::min<std::size_t>(line.size(), 4096)));
  if (name.starts_with("www-authenticate:")) {
    const std::string_view challenges = std::string_view(name).substr(17);
    taken.basic |= challenges.find("basic") != std::string_view::npos;
    taken.digest |= challenges.find("digest") != std::string_view::npos;
  }
  return size * count;
}

/// The server has seen nothing of the request.
bool never_reached(CURLcode code) {
  return code == CURLE_COULDNT_CONNECT || code == CURLE_COULDNT_RESOLVE_HOST || code == CURLE_COULDNT_RESOLVE_PROXY;
}

/// Broken connections and silence, which may be over at the next attempt.
bool may_pass(CURLcode code) {
  return never_reached(code) || code == CURLE_OPERATION_TIMEDOUT || code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR ||
         code == CURLE_GOT_NOTHING || code == CURLE_PARTIAL_FILE;
}

bool busy(long status) { return status == 429 || status == 503; }

}  // namespace

std::string url_fault(const std::string& url) {
  const UrlParts parts = parts_of(url);
  if (parts.user) return "has a user or password in it; others can read command lines: use --credentials FILE, --netrc or the environment";
  if (parts.scheme != "http" && parts.scheme != "https") return "must begin with http:// or https://";
  if (parts.host.empty()) return "names no host";
  return {};
}

std::string url_escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::strchr("-._~", c) != nullptr;
    if (plain && c != '\0') {
      result += c;
    } else {
      result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return result;
}

struct HttpClient::Connection {
  explicit Connection(HttpOptions with) : options(std::move(with)) {
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    handle = ready == CURLE_OK ? curl_easy_init() : nullptr;
    if (handle == nullptr) throw Failure("libcurl cannot be started");
  }
  ~Connection() { curl_easy_cleanup(handle); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// Options take values of several types; a wrong pair of them is the only way to fail, besides memory.
  template <typename Value>
  void set(CURLoption option, Value value) {
    if (curl_easy_setopt(handle, option, value) != CURLE_OK) throw Failure("libcurl refuses an option");
  }

  bool has_credentials() const { return !options.credentials.user.empty() || options.use_netrc; }

  void prepare(const HttpRequest& request, const std::string& url, const UrlParts& parts, curl_slist* fields, Body& body, Answer& answer);
  CURLcode exchange(const HttpRequest& request, const std::string& url, const UrlParts& parts, Answer& answer);
  CURLcode authenticated(const HttpRequest& request, const std::string& url, Answer& answer);
  CURLcode redirected(const HttpRequest& request, Answer& answer);

  HttpOptions options;
  CURL* handle;
  char error[CURL_ERROR_SIZE] = {};
  UrlParts trusted;                     ///< whose server gets the credentials: that of the request
  std::map<std::string, long> schemes;  ///< CURLAUTH_..., which each place asked for
};

void HttpClient::Connection::prepare(const HttpRequest& request, const std::string& url, const UrlParts& parts, curl_slist* fields,
                                     Body& body, Answer& answer) {
  curl_easy_reset(handle);  // keeps connections
  error[0] = '\0';
  set(CURLOPT_ERRORBUFFER, error);
  set(CURLOPT_URL, url.c_str());
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_SSL_VERIFYPEER, 1L);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  if (!options.ca_file.empty()) set(CURLOPT_CAINFO, options.ca_file.c_str()), set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));
  if (parts.loopback()) set(CURLOPT_PROXY, "");
  set(CURLOPT_CONNECTTIMEOUT, static_cast<long>(options.connect_timeout.count()));
  set(CURLOPT_LOW_SPEED_LIMIT, 1L);
  set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(options.answer_timeout.count()));
  set(CURLOPT_USERAGENT, kAgent);
  set(CURLOPT_HTTPHEADER, fields);
  set(CURLOPT_WRITEFUNCTION, take_body);
  set(CURLOPT_WRITEDATA, static_cast<void*>(&answer));
  set(CURLOPT_HEADERFUNCTION, take_header);
  set(CURLOPT_HEADERDATA, static_cast<void*>(&answer));
  if (request.method == "PUT" || request.method == "POST") {
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(body.size()));
    set(CURLOPT_READFUNCTION, read_body);
    set(CURLOPT_READDATA, static_cast<void*>(&body));
    set(CURLOPT_SEEKFUNCTION, rewind_body);
    set(CURLOPT_SEEKDATA, static_cast<void*>(&body));
  }
  if (request.method != "GET") set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
  const auto scheme = schemes.find(parts.place());
  if (scheme == schemes.end()) return;
  set(CURLOPT_HTTPAUTH, scheme->second);
  if (!options.credentials.user.empty()) {
    set(CURLOPT_USERNAME, options.credentials.user.c_str());
    set(CURLOPT_PASSWORD, options.credentials.password.c_str());
  } else {
    set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_OPTIONAL));
    if (!options.netrc_file.empty()) set(CURLOPT_NETRC_FILE, options.netrc_file.c_str());
  }
}

CURLcode HttpClient::Connection::exchange(const HttpRequest& request, const std::string& url, const UrlParts& parts, Answer& answer) {
  answer = {};
  answer.limit = request.body_limit;
  std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> fields(nullptr, curl_slist_free_all);
  const auto field = [&fields](std::string_view name, const std::string& value) {
    if (value.empty()) return;
    curl_slist* longer = curl_slist_append(fields.get(), fmt::format("{}: {}", name, value).c_str());
    if (longer == nullptr) throw Failure("no memory for a request");
    (void)fields.release();
    fields.reset(longer);
  };
  field("Content-Type", request.content_type);
  field("Accept", request.accept);
  Body body(request);
  prepare(request, url, parts, fields.get(), body, answer);
  CURLcode code = curl_easy_perform(handle);
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &answer.response.status);
  const char* text = nullptr;
  if (curl_easy_getinfo(handle, CURLINFO_CONTENT_TYPE, &text) == CURLE_OK && text != nullptr)
    answer.response.content_type = printable_line(text);
  if (curl_easy_getinfo(handle, CURLINFO_REDIRECT_URL, &text) == CURLE_OK && text != nullptr) answer.redirect = text;
  curl_easy_getinfo(handle, CURLINFO_RETRY_AFTER, &answer.retry_after);
  // A server may refuse a request before it is whole, and close: what it said counts.
  if ((code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR) && answer.response.status >= 400) code = CURLE_OK;
  if (answer.too_long) throw HttpFailure(fmt::format("{}: the answer is longer than {} bytes", url, request.body_limit));
  return code;
}

CURLcode HttpClient::Connection::authenticated(const HttpRequest& request, const std::string& url, Answer& answer) {
  const UrlParts parts = parts_of(url);
  const bool known = schemes.contains(parts.place());
  const CURLcode code = exchange(request, url, parts, answer);
  if (code != CURLE_OK || answer.response.status != 401 || known || !has_credentials() || !parts.same_origin(trusted)) return code;
  if (!answer.digest && !answer.basic) return code;
  if (!answer.digest && parts.secret_may_be_read())
    throw HttpFailure(
        fmt::format("{}: the server asks for basic authentication, which sends the password readably over plain http; use https", url));
  schemes[parts.place()] = static_cast<long>(answer.digest ? CURLAUTH_DIGEST : CURLAUTH_BASIC);
  return exchange(request, url, parts, answer);
}

CURLcode HttpClient::Connection::redirected(const HttpRequest& request, Answer& answer) {
  std::string url = request.url;
  trusted = parts_of(url);
  for (int redirects = 0;; ++redirects) {
    const CURLcode code = authenticated(request, url, answer);
    if (code != CURLE_OK || answer.redirect.empty()) return code;
    const long status = answer.response.status;
    if (redirects == kMostRedirects) throw HttpFailure(fmt::format("{}: more than {} redirects", request.url, kMostRedirects));
    const std::string target = printable_line(answer.redirect);
    if (const std::string fault = url_fault(answer.redirect); !fault.empty())
      throw HttpFailure(fmt::format("{}: the server redirects to a URL that {}", url, fault));
    if (request.method != "GET" && status != 307 && status != 308)
      throw HttpFailure(
          fmt::format("{}: the server redirects {} to {} with {}, which does not keep the method; name that URL if it is right", url,
                      request.method, target, status));
    if (trusted.scheme == "https" && parts_of(answer.redirect).scheme != "https")
      throw HttpFailure(fmt::format("{}: the server redirects to {}, away from https", url, target));
    url = answer.redirect;
  }
}

HttpClient::HttpClient(HttpOptions options) : connection_(std::make_unique<Connection>(std::move(options))) {}
HttpClient::~HttpClient() = default;

HttpResponse HttpClient::send(const HttpRequest& request) {
  if (const std::string fault = url_fault(request.url); !fault.empty()) throw HttpFailure(fmt::format("the URL {}", fault));
  const HttpOptions& options = connection_->options;
  std::chrono::milliseconds pause = options.first_pause;
  bool begun = false;
  for (unsigned attempt = 1;; ++attempt) {
    Answer answer;
    const CURLcode code = connection_->redirected(request, answer);
    const long status = answer.response.status;
    begun |= code != CURLE_OK && !never_reached(code);
    const bool again = code == CURLE_OK ? busy(status) || (request.repeatable && (status == 502 || status == 504))
                                        : never_reached(code) || (request.repeatable && may_pass(code));
    if (!again || attempt > options.retries) {
      answer.response.attempts = attempt;
      if (code == CURLE_OK) return answer.response;
      const char* words = connection_->error[0] != '\0' ? connection_->error : curl_easy_strerror(code);
      throw HttpFailure(fmt::format("{}: no answer: {}{}", request.url, printable_line(words),
                                    attempt > 1 ? fmt::format(" ({} attempts)", attempt) : std::string()),
                        begun);
    }
    const bool told = code == CURLE_OK && answer.retry_after > 0;
    std::this_thread::sleep_for(told ? std::chrono::milliseconds(1000 * std::min(answer.retry_after, kLongestWait)) : pause);
    pause = std::min(2 * pause, kLongestPause);
  }
}

}  // namespace musclekg
