// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What must hold for every text that a client sends, and for the one that comes after it. Used by the fuzz
// target and, for the seeds, by a unit test.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>
#include <string_view>
#include <thread>

#include "export/accept.h"
#include "serve/api.h"
#include "serve/collector.h"
#include "serve/http_server.h"

namespace assay::fuzz {

/// The server and the API of a machine on which nothing was guarded, on a thread of its own.
class FuzzedServer {
 public:
  FuzzedServer() : thread_([this] { server_.run(serve::RunsUntil::Stop); }) {}
  FuzzedServer(const FuzzedServer&) = delete;
  FuzzedServer& operator=(const FuzzedServer&) = delete;
  ~FuzzedServer() {
    server_.stop();
    thread_.join();
  }

  /// Nothing comes back, or an answer of HTTP; and who asks next is answered.
  [[nodiscard]] bool holds(std::string_view text) const {
    const std::string answer = answerTo(text);
    if (!answer.empty() && !isAnswer(answer)) return false;
    return answerTo("GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        .starts_with("HTTP/1.1 200 ");
  }

 private:
  // Its headers are the server's own: nothing of a request stands among them.
  static bool isAnswer(std::string_view answer) {
    const std::string_view head = answer.substr(0, answer.find("\r\n\r\n"));
    const bool isStatus = head.starts_with("HTTP/1.1 ") || head.starts_with("HTTP/1.0 ");
    return isStatus && head.size() < answer.size() && head.find("Content-Security-Policy:") != head.npos;
  }

  serve::HttpResponse respond(const serve::HttpRequest& request) const {
    constexpr history::Seconds kNow = 1'769'900'000;
    if (serve::isApiPath(request.path))
      return serve::answerApi(request, {collector_, facts_, std::nullopt, kNow});
    return {200, std::string(exporting::contentType(exporting::formatFor(request.accept)))};
  }

  [[nodiscard]] std::string answerTo(std::string_view text) const {
    const int client = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(server_.address().port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const linger atOnce{1, 0};  // no port is kept for a while after a connection
    ::setsockopt(client, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    std::string answer;
    if (::connect(client, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
      [[maybe_unused]] const ssize_t sent = ::send(client, text.data(), text.size(), MSG_NOSIGNAL);
      ::shutdown(client, SHUT_WR);
      char buffer[4096];
      for (ssize_t got = 0; (got = ::recv(client, buffer, sizeof buffer, 0)) > 0;)
        answer.append(buffer, static_cast<std::size_t>(got));
    }
    ::close(client);
    return answer;
  }

  serve::Collector collector_{"/nonexistent"};
  exporting::FactsById facts_;
  serve::HttpServer server_ =
      serve::HttpServer::open({"127.0.0.1", 0}, [this](const serve::HttpRequest& request) {
        return respond(request);
      }).value();
  std::thread thread_;
};

}  // namespace assay::fuzz
