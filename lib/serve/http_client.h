// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Requests to one HTTP/1.1 server, one at a time, that nobody waits for. Without TLS, redirects and kept
// connections.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "serve/listen_address.h"
#include "support/expected.h"

namespace assay::serve {

struct HttpSending {
  std::string method;                                             ///< "GET", "POST", "PUT"
  std::string path;                                               ///< begins with '/'
  std::vector<std::pair<std::string, std::string>> headers = {};  ///< none with a line break
  std::string body = {};
  std::size_t mostAnswered = 65536;  ///< bytes of an answer's body that are taken
};

struct HttpOutcome {
  unsigned status = 0;          ///< 0 = there was no answer
  std::string body = {};        ///< foreign text; its beginning where it was too long, or broke off
  std::string retryAfter = {};  ///< the header Retry-After: foreign text
  std::string trouble = {};     ///< why there was none
  bool complete = false;        ///< the body is all of it

  /// "503 too busy", or why there was no answer; the beginning, safe to print.
  [[nodiscard]] std::string text() const;
};

/// Not thread-safe, and never waits: what is under way goes on in poll().
class HttpClient {
 public:
  /// Looks the host up, which may wait for a name server. Fails (Usage) when it has no address.
  static Expected<HttpClient> open(ListenAddress peer);

  HttpClient(HttpClient&&) noexcept;
  HttpClient& operator=(HttpClient&&) noexcept;
  ~HttpClient();

  /// Begins; an earlier one that is still under way ends without outcome. It is given up after `patience`.
  void send(HttpSending sending, std::chrono::milliseconds patience);

  /// Ends what is under way, without outcome.
  void stop();

  /// Goes on with it; whether it is still under way.
  bool poll();

  /// Goes on with it until it is done, or for as long as that.
  void finish(std::chrono::milliseconds patience);

  /// What became of the last one, once.
  std::optional<HttpOutcome> takeOutcome();

 private:
  class Connection;
  explicit HttpClient(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

}  // namespace assay::serve
