// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/http_server.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <list>
#include <optional>
#include <random>
#include <string>
#include <thread>

#include "fuzz/http_properties.h"
#include "support/file.h"

namespace assay::serve {
namespace {

using namespace std::chrono_literals;

// A client that says exactly what it is told, and nothing of HTTP.
class RawClient {
 public:
  explicit RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const timeval patience{20, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    ::inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
    EXPECT_EQ(::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
  }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;
  ~RawClient() { ::close(socket_); }

  // What the server closed meanwhile shows in what comes back.
  void send(std::string_view text) const {
    [[maybe_unused]] const ssize_t sent = ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
  }
  [[nodiscard]] bool isEnded() const {
    char byte;
    return ::recv(socket_, &byte, 1, 0) == 0;
  }
  void sayNoMore() const { ::shutdown(socket_, SHUT_WR); }
  // All that comes until the server closes, or until it holds `end`.
  std::string receive(std::string_view end = {}) const {
    std::string all;
    char buffer[4096];
    for (ssize_t got = 0; (got = ::recv(socket_, buffer, sizeof buffer, 0)) > 0;) {
      all.append(buffer, static_cast<std::size_t>(got));
      if (!end.empty() && all.find(end) != std::string::npos) break;
    }
    return all;
  }

 private:
  int socket_;
};

class HttpServing : public ::testing::Test {
 protected:
  void serve(HttpLimits limits = {}) {
    auto server = HttpServer::open(
        {"127.0.0.1", 0},
        [](const HttpRequest& request) {
          return HttpResponse{.body = "path=" + request.path + " query=" + request.query +
                                      " accept=" + request.accept};
        },
        limits);
    ASSERT_TRUE(server.has_value()) << server.error().message;
    server_.emplace(*std::move(server));
    thread_ = std::thread([this] { server_->run(); });
  }
  void TearDown() override {
    if (!thread_.joinable()) return;
    server_->stop();
    thread_.join();
  }
  [[nodiscard]] std::string answerTo(std::string_view request) const {
    const RawClient client(server_->address().port);
    client.send(request);
    return client.receive();
  }
  static bool isStatus(const std::string& answer, std::string_view status) {
    return answer.starts_with("HTTP/1.1 " + std::string(status) + " ") ||
           answer.starts_with("HTTP/1.0 " + std::string(status) + " ");
  }

  std::optional<HttpServer> server_;
  std::thread thread_;
};

constexpr const char* kEnd = "Host: localhost\r\nConnection: close\r\n\r\n";

TEST_F(HttpServing, AnswersWithWhatTheHandlerSays) {
  serve();
  const std::string answer = answerTo(std::string("GET /a/b?c=d HTTP/1.1\r\nAccept: x/y\r\n") + kEnd);
  EXPECT_TRUE(isStatus(answer, "200")) << answer;
  EXPECT_TRUE(answer.ends_with("\r\n\r\npath=/a/b query=c=d accept=x/y")) << answer;
  EXPECT_NE(answer.find("X-Content-Type-Options: nosniff"), std::string::npos);
  EXPECT_NE(answer.find("Cache-Control: no-store"), std::string::npos);
  EXPECT_EQ(answer.find("Access-Control"), std::string::npos);
}

TEST_F(HttpServing, HeadHasTheLengthAndNoBody) {
  serve();
  const std::string answer = answerTo(std::string("HEAD /abc HTTP/1.1\r\n") + kEnd);
  EXPECT_TRUE(isStatus(answer, "200")) << answer;
  EXPECT_NE(answer.find("Content-Length: 24\r\n"), std::string::npos) << answer;
  EXPECT_TRUE(answer.ends_with("\r\n\r\n")) << answer;
}

TEST_F(HttpServing, AConnectionIsKept) {
  serve();
  const RawClient client(server_->address().port);
  for (int i = 0; i < 3; ++i) {
    client.send("GET /x HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    EXPECT_TRUE(client.receive("path=/x query= accept=").ends_with("path=/x query= accept="));
  }
}

TEST_F(HttpServing, OnlyReads) {
  serve();
  for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "TRACE"}) {
    const std::string answer = answerTo(std::string(method) + " / HTTP/1.1\r\n" + kEnd);
    EXPECT_TRUE(isStatus(answer, "405")) << answer;
    EXPECT_NE(answer.find("Allow: GET, HEAD"), std::string::npos) << answer;
  }
}

TEST_F(HttpServing, NonsenseIsAnsweredAndClosed) {
  serve();
  for (const char* request :
       {"\r\n\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\x16\x03\x01\x02 garbage\r\n\r\n",
        "GET http://a/b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello"})
    EXPECT_TRUE(isStatus(answerTo(request), "400")) << request;
  const std::string large = "GET / HTTP/1.1\r\nX: " + std::string(100'000, 'a') + "\r\n\r\n";
  const RawClient client(server_->address().port);
  client.send(large.substr(0, 9000));
  EXPECT_TRUE(isStatus(client.receive(), "400"));
}

TEST_F(HttpServing, ARequestHasAHundredHeadersAtTheMost) {
  serve();
  std::string more;
  for (int i = 0; i < 98; ++i) more += "a: b\r\n";
  EXPECT_TRUE(isStatus(answerTo("GET / HTTP/1.1\r\n" + more + kEnd), "200"));
  EXPECT_TRUE(isStatus(answerTo("GET / HTTP/1.1\r\nc: d\r\n" + more + kEnd), "431"));
}

TEST_F(HttpServing, APageElsewhereCannotAskUnderItsOwnName) {
  serve();
  EXPECT_TRUE(
      isStatus(answerTo("GET / HTTP/1.1\r\nHost: evil.example.org\r\nConnection: close\r\n\r\n"), "403"));
  EXPECT_TRUE(isStatus(answerTo("GET / HTTP/1.0\r\n\r\n"), "403")) << "without a name";
}

TEST_F(HttpServing, WhoIsTooSlowIsLetGo) {
  serve({.time = 50ms});
  const RawClient client(server_->address().port);
  client.send("GET / HTTP/1.1\r\nHost: loc");
  EXPECT_EQ(client.receive(), "");
  EXPECT_TRUE(isStatus(answerTo(std::string("GET / HTTP/1.1\r\n") + kEnd), "200")) << "others are served";
}

TEST_F(HttpServing, WhoIsLetGoHearsOfItWhoeverElseHasTheConnection) {
  serve({.time = 300ms});
  const RawClient client(server_->address().port);
  client.send("GET /x HTTP/1.1\r\nHost: localhost\r\n\r\n");
  ASSERT_NE(client.receive("accept="), "");
  const pid_t keeper = ::fork();
  if (keeper == 0)
    for (;;) ::pause();
  EXPECT_TRUE(client.isEnded());
  ::kill(keeper, SIGKILL);
  ::waitpid(keeper, nullptr, 0);
}

TEST_F(HttpServing, WhoIsIdleLongestMakesRoom) {
  serve({.connections = 2});
  const std::string request = "GET /x HTTP/1.1\r\nHost: localhost\r\n\r\n";
  const std::uint16_t port = server_->address().port;
  const RawClient one(port);
  const RawClient two(port);
  for (const RawClient* client : {&one, &two, &one}) {
    client->send(request);
    EXPECT_NE(client->receive("accept="), "");
  }
  const RawClient three(port);
  three.send(request);
  EXPECT_NE(three.receive("accept="), "");
  EXPECT_EQ(two.receive(), "") << "it asked before one did";
  one.send(request);
  EXPECT_NE(one.receive("accept="), "");
}

TEST_F(HttpServing, HundredsThatSayNothingKeepNobodyOut) {
  serve({.connections = 16, .time = 60s});
  std::list<RawClient> silent;
  for (int i = 0; i < 600; ++i) silent.emplace_back(server_->address().port).send(i % 2 == 0 ? "" : "GET /");
  EXPECT_TRUE(isStatus(answerTo(std::string("GET / HTTP/1.1\r\n") + kEnd), "200"));
}

// Requests that were damaged at random, from seeds: whatever comes back, the next one is answered.
TEST_F(HttpServing, GarbageEndsNothing) {
  serve();
  const std::string good = std::string("GET /a?b HTTP/1.1\r\nAccept: */*\r\n") + kEnd;
  std::mt19937 draw(6);
  for (int i = 0; i < 400; ++i) {
    std::string bad = good;
    for (std::size_t edits = 1 + draw() % 8; edits > 0; --edits) {
      const std::size_t at = draw() % bad.size();
      if (draw() % 3 == 0)
        bad.insert(at, std::string(draw() % 40, static_cast<char>(draw())));
      else
        bad[at] = static_cast<char>(draw());
    }
    const RawClient client(server_->address().port);
    client.send(bad);
    client.sayNoMore();
    const std::string answer = client.receive();
    EXPECT_TRUE(answer.empty() || answer.starts_with("HTTP/1.")) << answer;
  }
  EXPECT_TRUE(isStatus(answerTo(good), "200"));
}

// Whole, and cut off at each byte.
TEST(HttpServer, SeedsOfItsFuzzerHold) {
  const fuzz::FuzzedServer server;
  const std::filesystem::path seeds = std::filesystem::path(ASSAY_TEST_FOLDER) / "fuzz/corpus/http";
  for (const auto& entry : std::filesystem::directory_iterator(seeds)) {
    const std::string text = readFile(entry.path()).value();
    for (std::size_t size = 0; size <= text.size(); ++size)
      ASSERT_TRUE(server.holds(text.substr(0, size))) << entry.path().filename() << " to " << size;
  }
}

TEST(HttpServer, ProgramsThatAreStartedDoNotGetItsSocket) {
  const auto server = HttpServer::open({"127.0.0.1", 0}, [](const HttpRequest&) { return HttpResponse{}; });
  ASSERT_TRUE(server.has_value());
  EXPECT_EQ(::fcntl(server->descriptor(), F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
}

TEST(HttpServer, LeavesSignalsAloneWhereItIsAGuest) {
  auto server = HttpServer::open({"127.0.0.1", 0}, [](const HttpRequest&) { return HttpResponse{}; });
  ASSERT_TRUE(server.has_value());
  struct sigaction before{}, meanwhile{};
  ::sigaction(SIGTERM, nullptr, &before);
  server->every(std::chrono::seconds(1), [&] {
    ::sigaction(SIGTERM, nullptr, &meanwhile);
    server->stop();
  });
  server->run(RunsUntil::Stop);
  EXPECT_EQ(meanwhile.sa_handler, before.sa_handler);
}

TEST_F(HttpServing, APortThatIsTakenIsAnError) {
  serve();
  const auto second = HttpServer::open(server_->address(), [](const HttpRequest&) { return HttpResponse{}; });
  ASSERT_FALSE(second.has_value());
  EXPECT_EQ(second.error().code, ErrorCode::Usage);
  EXPECT_NE(second.error().message.find(server_->address().text()), std::string::npos);
}

TEST_F(HttpServing, AHostThatIsNotThisMachinesIsAnError) {
  for (const char* host : {"192.0.2.1", "no.such.host.invalid"})
    EXPECT_FALSE(HttpServer::open({host, 0}, [](const HttpRequest&) { return HttpResponse{}; }).has_value())
        << host;
}

TEST(HttpServer, StepsWhenTheClockPassesASecond) {
  auto server = HttpServer::open({"127.0.0.1", 0}, [](const HttpRequest&) { return HttpResponse{}; });
  ASSERT_TRUE(server.has_value());
  std::vector<std::chrono::system_clock::time_point> steps;
  server->every(std::chrono::seconds(1), [&] {
    steps.push_back(std::chrono::system_clock::now());
    if (steps.size() == 2) server->stop();
  });
  server->run();
  ASSERT_EQ(steps.size(), 2u);
  EXPECT_NE(std::chrono::floor<std::chrono::seconds>(steps[0]),
            std::chrono::floor<std::chrono::seconds>(steps[1]));
}

TEST(HttpServer, GoesOnForAsLongAsThereIsMore) {
  auto server = HttpServer::open({"127.0.0.1", 0}, [](const HttpRequest&) { return HttpResponse{}; });
  ASSERT_TRUE(server.has_value());
  int calls = 0;
  bool stepped = false;
  server->every(std::chrono::seconds(1), [&] {
    EXPECT_EQ(calls, 3) << "and not before the next step";
    stepped = true;
  });
  server->whileThereIsMore(std::chrono::milliseconds(1), [&] {
    if (stepped) server->stop();
    return !stepped && ++calls < 3;
  });
  server->run();
  EXPECT_TRUE(stepped);
}

TEST_F(HttpServing, ASignalEndsIt) {
  serve();
  EXPECT_TRUE(isStatus(answerTo(std::string("GET / HTTP/1.1\r\n") + kEnd), "200")) << "it runs";
  ::kill(::getpid(), SIGTERM);
  thread_.join();
}

}  // namespace
}  // namespace assay::serve
