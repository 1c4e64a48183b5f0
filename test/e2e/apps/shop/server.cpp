// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A web server in small, with a thread for each connection. Two of its functions have new versions: one that
// fails always, and one that does the same with less work. Prints its port, answers until it is ended.
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace shop {

static const std::map<std::string, long> kPrices = {{"1", 250}, {"2", 1199}, {"3", 5}};

long priceOf(const std::string& article) {
  const auto found = kPrices.find(article);
  return found == kPrices.end() ? 0 : found->second;
}

// AI-generated: GPT-5, 2026-03-02, prompt: "shorter", replaces: priceOf, rollout: 5%, breaker: 3
long priceOfShort(const std::string& article) {
  return kPrices.at("article " + article);
}

std::vector<int> best(const std::vector<int>& all, std::size_t count) {
  std::vector<int> sorted = all;
  std::sort(sorted.begin(), sorted.end());
  sorted.resize(std::min(count, sorted.size()));
  return sorted;
}

// AI-generated: Claude Opus 4, 2026-03-02, prompt: "less sorting", replaces: best, rollout: 0%, breaker: 10s
std::vector<int> bestQuickly(const std::vector<int>& all, std::size_t count) {
  std::vector<int> sorted(std::min(count, all.size()));
  std::partial_sort_copy(all.begin(), all.end(), sorted.begin(), sorted.end());
  return sorted;
}

}  // namespace shop

namespace {

std::string answerTo(const std::string& path) {
  if (path.rfind("/price/", 0) == 0) return std::to_string(shop::priceOfShort(path.substr(7)));
  std::vector<int> all(20000);
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<int>(i * 7919 % all.size());
  std::string text;
  for (const int one : shop::bestQuickly(all, 5)) text += std::to_string(one) + " ";
  return text;
}

void answer(int connection, const std::string& path) {
  std::string status = "200 OK", body;
  try {
    body = answerTo(path);
  } catch (const std::exception& error) {
    status = "500 Internal Server Error";
    body = error.what();
  }
  const std::string text =
      "HTTP/1.1 " + status + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
  if (send(connection, text.data(), text.size(), MSG_NOSIGNAL) < 0) std::perror("send");
}

void serve(int connection) {
  std::string text;
  char bytes[4096];
  for (;;) {
    const std::size_t end = text.find("\r\n\r\n");
    if (end == std::string::npos) {
      const ssize_t count = recv(connection, bytes, sizeof bytes, 0);
      if (count <= 0) break;
      text.append(bytes, static_cast<std::size_t>(count));
      continue;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));  // what a request costs besides
    const std::size_t path = text.find(' ') + 1;
    answer(connection, text.substr(path, text.find(' ', path) - path));
    text.erase(0, end + 4);
  }
  close(connection);
}

}  // namespace

int main(int argc, char** argv) {
  const int listener = socket(AF_INET, SOCK_STREAM, 0);
  const int on = 1;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  sockaddr_in place = {};
  place.sin_family = AF_INET;
  place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  place.sin_port = htons(static_cast<std::uint16_t>(argc > 1 ? std::atoi(argv[1]) : 0));
  socklen_t size = sizeof place;
  if (bind(listener, reinterpret_cast<sockaddr*>(&place), size) != 0 || listen(listener, 64) != 0 ||
      getsockname(listener, reinterpret_cast<sockaddr*>(&place), &size) != 0) {
    std::perror("server");
    return 1;
  }
  std::printf("%u\n", static_cast<unsigned>(ntohs(place.sin_port)));
  std::fflush(stdout);
  std::signal(SIGTERM, [](int) { std::_Exit(0); });
  for (;;) {
    const int connection = accept(listener, nullptr, nullptr);
    if (connection >= 0) std::thread(serve, connection).detach();
  }
}
