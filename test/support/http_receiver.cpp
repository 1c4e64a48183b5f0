// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/http_receiver.h"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace assay::test {
namespace {

std::size_t lengthOf(const std::string& head) {
  const std::size_t at = head.find("Content-Length: ");
  return at == std::string::npos ? 0 : std::strtoul(head.c_str() + at + 16, nullptr, 10);
}

}  // namespace

std::string httpAnswer(unsigned status, const std::string& body, const std::string& headLines) {
  return "HTTP/1.1 " + std::to_string(status) + " x\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n" + headLines + "\r\n" + body;
}

HttpReceiver::HttpReceiver(std::vector<std::string> answers) : answers_(answers.begin(), answers.end()) {
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), length) != 0) std::abort();
  ::listen(listener_, SOMAXCONN);
  ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &length);
  port_ = ntohs(address.sin_port);
  if (::pipe(wake_) != 0) std::abort();
  thread_ = std::thread([this] { run(); });
}

HttpReceiver::~HttpReceiver() {
  ::close(wake_[1]);
  thread_.join();
  for (const int connection : silent_) ::close(connection);
  ::close(wake_[0]);
  ::close(listener_);
}

std::vector<HttpReceiver::Request> HttpReceiver::requests() {
  const std::lock_guard lock(mutex_);
  return requests_;
}

void HttpReceiver::run() {
  for (;;) {
    std::array<pollfd, 2> awaited{{{listener_, POLLIN, 0}, {wake_[0], POLLIN, 0}}};
    ::poll(awaited.data(), awaited.size(), -1);
    if (awaited[1].revents != 0) return;
    const int connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection >= 0) answer(connection);
  }
}

bool HttpReceiver::read(int connection, Request& request) const {
  std::string all;
  std::size_t end = std::string::npos;
  while (end == std::string::npos || all.size() < end + 4 + lengthOf(all.substr(0, end))) {
    std::array<pollfd, 2> awaited{{{connection, POLLIN, 0}, {wake_[0], POLLIN, 0}}};
    ::poll(awaited.data(), awaited.size(), -1);
    std::array<char, 4096> buffer{};
    const ssize_t count = awaited[1].revents != 0 ? 0 : ::read(connection, buffer.data(), buffer.size());
    if (count <= 0) return false;
    all.append(buffer.data(), static_cast<std::size_t>(count));
    end = all.find("\r\n\r\n");
  }
  request = {all.substr(0, end), all.substr(end + 4)};
  return true;
}

void HttpReceiver::answer(int connection) {
  Request request;
  if (!read(connection, request)) {
    ::close(connection);
    return;
  }
  {
    const std::lock_guard lock(mutex_);
    requests_.push_back(std::move(request));
  }
  const std::string answer = answers_.front();
  if (answers_.size() > 1) answers_.pop_front();
  if (answer == kSilence) {
    silent_.push_back(connection);
    return;
  }
  ::send(connection, answer.data(), answer.size(), MSG_NOSIGNAL);
  ::shutdown(connection, SHUT_WR);
  ::close(connection);
}

}  // namespace assay::test
