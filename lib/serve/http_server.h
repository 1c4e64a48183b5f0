// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A small HTTP/1.1 server: GET and HEAD, no bodies, and limits on everything that a client decides.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "serve/listen_address.h"
#include "support/expected.h"

namespace assay::serve {

struct HttpRequest {
  std::string path;   ///< without the query; begins with '/'; foreign text
  std::string query;  ///< what follows its '?', not decoded; foreign text
  std::string accept;
};

struct HttpResponse {
  unsigned status = 200;
  std::string contentType = "text/plain; charset=utf-8";
  std::string body = {};
  std::string securityPolicy = "default-src 'none'; frame-ancestors 'none'";  ///< Content-Security-Policy
};

/// Answers one request at a time, on the thread of HttpServer::run(). Must not throw.
using HttpHandler = std::function<HttpResponse(const HttpRequest&)>;

struct HttpLimits {
  std::size_t headerBytes = 8192;
  std::size_t headers = 100;      ///< of one request; more are refused with 431
  std::size_t connections = 256;  ///< beyond them, the one that has waited longest for a request is closed
  /// For a request to come in, whole (between two of them, too), and for its answer to go out.
  std::chrono::milliseconds time{10'000};
};

/// What ends HttpServer::run(), besides stop().
enum class RunsUntil {
  Signal,  ///< SIGINT and SIGTERM, which are its own meanwhile
  Stop,    ///< nothing: signals are somebody else's
};

class HttpServer {
 public:
  /// Listens. Fails (Usage) when the host is no address of this machine or the port is taken.
  static Expected<HttpServer> open(const ListenAddress& address, HttpHandler handler, HttpLimits limits = {});

  HttpServer(HttpServer&&) noexcept;
  HttpServer& operator=(HttpServer&&) noexcept;
  ~HttpServer();

  /// Where it listens: with the port that was found for port 0.
  [[nodiscard]] ListenAddress address() const;

  /// The socket that listens: a process that was forked off has it too, and nobody there to answer.
  [[nodiscard]] int descriptor() const;

  /// Calls `step` on the thread of run() whenever the wall clock passes a multiple of `period`. Before run();
  /// once. It must not throw.
  void every(std::chrono::seconds period, std::function<void()> step);

  /// Calls `more` on the thread of run() when that begins and after each step of every(), and again after a
  /// pause for as long as it says that there is more. As every().
  void whileThereIsMore(std::chrono::milliseconds pause, std::function<bool()> more);

  void run(RunsUntil end = RunsUntil::Signal);

  /// From any thread; run() returns soon, and connections are closed.
  void stop();

 private:
  class Listener;
  explicit HttpServer(std::unique_ptr<Listener> listener);
  std::unique_ptr<Listener> listener_;
};

}  // namespace assay::serve
