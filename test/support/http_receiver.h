// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A server that answers what a test has written down for it: one connection after the other, each with one
// request.
#pragma once

#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace assay::test {

/// "HTTP/1.1 503 ...\r\nContent-Length: ..." with this body and further lines of the head, each with "\r\n".
std::string httpAnswer(unsigned status, const std::string& body = {}, const std::string& headLines = {});

class HttpReceiver {
 public:
  struct Request {
    std::string head;
    std::string body;
  };

  /// Each request is answered by the next of the answers, the last one again and again: "" closes the
  /// connection, kSilence lets it wait until the receiver ends.
  explicit HttpReceiver(std::vector<std::string> answers);
  HttpReceiver(const HttpReceiver&) = delete;
  HttpReceiver& operator=(const HttpReceiver&) = delete;
  ~HttpReceiver();

  static constexpr const char* kSilence = "silence";

  [[nodiscard]] std::uint16_t port() const { return port_; }
  /// What has arrived, in order.
  std::vector<Request> requests();

 private:
  void run();
  void answer(int connection);
  bool read(int connection, Request& request) const;

  int listener_ = -1;
  int wake_[2] = {-1, -1};
  std::uint16_t port_ = 0;
  std::deque<std::string> answers_;
  std::vector<int> silent_;
  std::mutex mutex_;
  std::vector<Request> requests_;
  std::thread thread_;
};

}  // namespace assay::test
