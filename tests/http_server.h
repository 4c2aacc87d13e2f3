// A small HTTP/1.1 server on the loopback interface, with answers that a test prescribes.

#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/text.h"

namespace musclekg::test {

struct ServedRequest {
  std::string method, target;                 ///< the target as sent: path and query
  std::map<std::string, std::string> fields;  ///< names in lower case
  std::string body;

  std::string field(const std::string& name) const {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
  }
};

struct ServedAnswer {
  int status = 200;
  std::string body;
  std::vector<std::string> fields = {};  ///< "Name: value"
  bool close = false;                    ///< the connection is closed instead of an answer
  bool cut = false;                      ///< it is closed after half of the body
  bool silent = false;                   ///< nothing is answered until the client goes
};

/// Serves each connection in a thread of its own, until its end. Keeps all requests.
class HttpServer {
 public:
  using Answering = std::function<ServedAnswer(const ServedRequest& request)>;

  /// `answer` runs in a thread of the server, never twice at once. `early` tells which requests are answered, and their connections closed,
  /// before their bodies are read.
  explicit HttpServer(Answering answer, std::function<bool(const ServedRequest&)> early = {})
      : answer_(std::move(answer)), early_(std::move(early)) {
    listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const generic = reinterpret_cast<sockaddr*>(&address);
    if (listening_ < 0 || ::bind(listening_, generic, size) != 0 || ::listen(listening_, 16) != 0 ||
        ::getsockname(listening_, generic, &size) != 0)
      throw std::runtime_error("no server on the loopback interface");
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~HttpServer() {
    ended_ = true;
    thread_.join();
    ::close(listening_);
  }
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// "http://127.0.0.1:PORT" and the path.
  std::string url(std::string_view path = {}, std::string_view host = "127.0.0.1") const {
    return "http://" + std::string(host) + ":" + std::to_string(port_) + std::string(path);
  }

  std::vector<ServedRequest> requests() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    return requests_;
  }

 private:
  /// More bytes of the client; false when there are none to come.
  bool receive(int connection, std::string& bytes) {
    char piece[65536];
    while (!ended_) {
      pollfd waiting{connection, POLLIN, 0};
      if (::poll(&waiting, 1, 20) == 0) continue;
      const ssize_t count = ::recv(connection, piece, sizeof piece, 0);
      if (count <= 0) return false;
      bytes.append(piece, static_cast<std::size_t>(count));
      return true;
    }
    return false;
  }

  static void send_all(int connection, std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t count = ::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count <= 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
  }

  void serve() {
    while (!ended_) {
      pollfd waiting{listening_, POLLIN, 0};
      if (::poll(&waiting, 1, 20) <= 0) continue;
      const int connection = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
      if (connection < 0) continue;
      connections_.emplace_back([this, connection] {
        std::string bytes;
        while (exchange(connection, bytes)) {
        }
        ::close(connection);
      });
    }
    for (std::thread& connection : connections_) connection.join();
  }

  /// One request and its answer; false when the connection is to be closed. `bytes`: received and not read yet.
  bool exchange(int connection, std::string& bytes) {
    std::size_t head = 0;
    while ((head = bytes.find("\r\n\r\n")) == std::string::npos)
      if (!receive(connection, bytes)) return false;
    ServedRequest request;
    const std::string text = bytes.substr(0, head);
    bytes.erase(0, head + 4);
    bool first = true;
    for (const std::string_view row : split(text, '\n')) {
      const std::string_view line = trim(row);
      if (first) {
        const auto words = split(line, ' ');
        if (words.size() != 3) return false;
        request.method = words[0];
        request.target = words[1];
      } else if (const std::size_t colon = line.find(':'); colon != std::string_view::npos) {
        request.fields[ascii_lower(line.substr(0, colon))] = trim(line.substr(colon + 1));
      }
      first = false;
    }
    const std::string length = request.field("content-length");
    const std::size_t size = length.empty() ? 0 : std::stoul(length);
    const bool early = early_ && early_(request);
    if (!early && !request.field("expect").empty()) send_all(connection, "HTTP/1.1 100 Continue\r\n\r\n");
    while (!early && bytes.size() < size)
      if (!receive(connection, bytes)) return false;
    request.body = bytes.substr(0, size);
    bytes.erase(0, size);
    ServedAnswer answer;
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      requests_.push_back(request);
      answer = answer_(request);
    }
    if (answer.close) return false;
    if (answer.silent) {
      while (receive(connection, bytes)) bytes.clear();
      return false;
    }
    std::string head_text = "HTTP/1.1 " + std::to_string(answer.status) + " " + reason(answer.status) +
                            "\r\nContent-Length: " + std::to_string(answer.body.size()) + "\r\n";
    for (const std::string& field : answer.fields) head_text += field + "\r\n";
    send_all(connection, head_text + "\r\n");
    send_all(connection, answer.cut ? answer.body.substr(0, answer.body.size() / 2) : answer.body);
    return !answer.cut && !early;
  }

  static std::string reason(int status) {
    static const std::map<int, std::string> reasons = {{200, "OK"},
                                                       {201, "Created"},
                                                       {204, "No Content"},
                                                       {302, "Found"},
                                                       {307, "Temporary Redirect"},
                                                       {400, "Bad Request"},
                                                       {401, "Unauthorized"},
                                                       {403, "Forbidden"},
                                                       {404, "Not Found"},
                                                       {500, "Internal Server Error"},
                                                       {503, "Service Unavailable"},
                                                       {507, "Insufficient Storage"}};
    const auto found = reasons.find(status);
    return found == reasons.end() ? "Answer" : found->second;
  }

  Answering answer_;
  std::function<bool(const ServedRequest&)> early_;
  int listening_ = -1;
  unsigned port_ = 0;
  std::atomic<bool> ended_{false};
  mutable std::mutex mutex_;
  std::vector<ServedRequest> requests_;
  std::vector<std::thread> connections_;
  std::thread thread_;
};

}  // namespace musclekg::test
