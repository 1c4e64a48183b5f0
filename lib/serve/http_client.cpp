// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/http_client.h"

#include <fmt/format.h>
#include <sys/socket.h>
#include <unistd.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <cerrno>
#include <string_view>
#include <utility>

#include "serve/own_sockets.h"
#include "support/strings.h"

namespace assay::serve {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using boost::system::error_code;
using Endpoints = tcp::resolver::results_type;

constexpr std::size_t kShownAnswerBytes = 200;

// One request: it lives as long as something is awaited for it.
class Exchange : public std::enable_shared_from_this<Exchange> {
 public:
  Exchange(asio::io_context& context, http::request<http::string_body> request, std::size_t mostAnswered)
      : stream_(context), request_(std::move(request)) {
    parser_.body_limit(mostAnswered);
  }
  Exchange(const Exchange&) = delete;
  Exchange& operator=(const Exchange&) = delete;
  ~Exchange() { forgetSocket(descriptor_); }

  // One address after the other: a name may have one of each family, and be answered for at one alone.
  void start(const Endpoints& endpoints, std::chrono::milliseconds patience) {
    stream_.expires_after(patience);
    connect(endpoints, endpoints.begin(), asio::error::host_not_found);
  }

  void stop() {
    isDone_ = true;
    close();
  }

  [[nodiscard]] bool isDone() const { return isDone_; }
  [[nodiscard]] HttpOutcome& outcome() { return outcome_; }

 private:
  // `error`: of the address before.
  void connect(const Endpoints& endpoints, const Endpoints::const_iterator& next, error_code error) {
    if (next == endpoints.end()) return end(error);
    const auto then = [self = shared_from_this(), endpoints, next](error_code failed) {
      if (!failed) return self->write();
      if (self->isDone_ || failed == beast::error::timeout) return self->end(failed);
      self->connect(endpoints, std::next(next), failed);
    };
    const error_code failed = open(next->endpoint().protocol());
    if (failed) return then(failed);
    stream_.async_connect(next->endpoint(), then);
  }

  // Here and not by the stream, which would leave it to programs that are started.
  error_code open(const tcp& protocol) {
    close();
    descriptor_ = openSocket(protocol.family(), SOCK_STREAM);
    if (descriptor_ < 0) return {errno, boost::system::system_category()};
    error_code error;
    if (stream_.socket().assign(protocol, descriptor_, error)) ::close(descriptor_);
    return error;
  }

  void close() {
    forgetSocket(std::exchange(descriptor_, -1));
    stream_.close();
  }

  // Who refuses a request may answer and close before it has read all of it.
  void write() {
    http::async_write(stream_, request_,
                      [self = shared_from_this()](error_code error, std::size_t) { self->read(error); });
  }

  void read(error_code written) {
    const auto then = [self = shared_from_this(), written](error_code error, std::size_t) {
      self->end(written && error ? written : error);
    };
    http::async_read(stream_, buffer_, parser_, then);
  }

  // The head says enough of an answer whose body is too long, or breaks off.
  void end(error_code error) {
    if (parser_.is_header_done()) {
      const auto& answer = parser_.get();
      outcome_ = {answer.result_int(), answer.body(), std::string(answer[http::field::retry_after])};
      outcome_.complete = parser_.is_done();
    } else {
      outcome_.trouble = error.message();
    }
    stop();
  }

  beast::tcp_stream stream_;
  http::request<http::string_body> request_;
  beast::flat_buffer buffer_;
  http::response_parser<http::string_body> parser_;
  int descriptor_ = -1;
  bool isDone_ = false;
  HttpOutcome outcome_;
};

}  // namespace

std::string HttpOutcome::text() const {
  if (status == 0) return visibleText(trouble);
  return std::string(trim(
      fmt::format("{} {}", status, visibleText(trim(std::string_view(body).substr(0, kShownAnswerBytes))))));
}

class HttpClient::Connection {
 public:
  explicit Connection(ListenAddress peer) : peer_(std::move(peer)) {}

  Expected<void> lookUp() {
    error_code error;
    tcp::resolver resolver(context_);
    endpoints_ = resolver.resolve(peer_.host, std::to_string(peer_.port), error);
    if (error || endpoints_.empty())
      return fail(ErrorCode::Usage,
                  fmt::format("{} has no address: {}", visibleText(peer_.text()), error.message()),
                  "name another");
    return {};
  }

  void send(HttpSending sending, std::chrono::milliseconds patience) {
    stop();
    http::request<http::string_body> request;
    request.method_string(sending.method);
    request.target(sending.path);
    for (const auto& [name, value] : sending.headers) request.set(name, value);
    request.set(http::field::host, peer_.text());
    request.keep_alive(false);
    request.body() = std::move(sending.body);
    request.prepare_payload();
    exchange_ = std::make_shared<Exchange>(context_, std::move(request), sending.mostAnswered);
    exchange_->start(endpoints_, patience);
  }

  void stop() {
    if (exchange_) exchange_->stop();
    exchange_.reset();
  }

  bool poll() {
    if (!isUnderWay()) return false;
    context_.restart();
    context_.poll();
    return isUnderWay();
  }

  void finish(std::chrono::milliseconds patience) {
    const auto end = std::chrono::steady_clock::now() + patience;
    context_.restart();
    while (isUnderWay() && context_.run_one_until(end) > 0) {
    }
  }

  std::optional<HttpOutcome> takeOutcome() {
    if (!exchange_ || isUnderWay()) return std::nullopt;
    return std::move(std::exchange(exchange_, nullptr)->outcome());
  }

 private:
  [[nodiscard]] bool isUnderWay() const { return exchange_ && !exchange_->isDone(); }

  ListenAddress peer_;
  asio::io_context context_{1};
  Endpoints endpoints_;
  std::shared_ptr<Exchange> exchange_;
};

HttpClient::HttpClient(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
HttpClient::HttpClient(HttpClient&&) noexcept = default;
HttpClient& HttpClient::operator=(HttpClient&&) noexcept = default;
HttpClient::~HttpClient() = default;

Expected<HttpClient> HttpClient::open(ListenAddress peer) {
  auto connection = std::make_unique<Connection>(std::move(peer));
  ASSAY_TRY_VOID(connection->lookUp());
  return HttpClient(std::move(connection));
}

void HttpClient::send(HttpSending sending, std::chrono::milliseconds patience) {
  connection_->send(std::move(sending), patience);
}

void HttpClient::stop() {
  connection_->stop();
}

bool HttpClient::poll() {
  return connection_->poll();
}

void HttpClient::finish(std::chrono::milliseconds patience) {
  connection_->finish(patience);
}

std::optional<HttpOutcome> HttpClient::takeOutcome() {
  return connection_->takeOutcome();
}

}  // namespace assay::serve
