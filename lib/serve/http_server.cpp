// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/http_server.h"

#include <fmt/format.h>
#include <sys/socket.h>
#include <unistd.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <iterator>
#include <list>
#include <optional>
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
using Request = http::request<http::empty_body>;
using Response = http::response<http::string_body>;

constexpr const char* kPlain = "text/plain; charset=utf-8";

class Session;

// What all sessions of a server share; used on the server's thread only.
struct Shared {
  HttpHandler handler;
  HttpLimits limits;
  bool loopback = false;
  std::size_t connections = 0;    // open now
  std::list<Session*> waiting{};  // those that have no whole request yet, the one that waits longest first
};

error_code lastError() {
  return {errno, boost::system::system_category()};
}

std::string_view viewOf(beast::string_view text) {
  return {text.data(), text.size()};
}

// An absolute target ("http://host/path") is a proxy's business.
std::optional<HttpRequest> requestOf(const Request& request) {
  const std::string_view target = viewOf(request.target());
  if (!target.starts_with('/')) return std::nullopt;
  const std::size_t end = target.find('?');
  const std::string_view query = end == std::string_view::npos ? std::string_view() : target.substr(end + 1);
  return HttpRequest{std::string(target.substr(0, end)), std::string(query),
                     std::string(viewOf(request[http::field::accept]))};
}

HttpResponse answerTo(const Request& request, const Shared& shared) {
  if (std::cmp_greater(std::distance(request.begin(), request.end()), shared.limits.headers))
    return {431, kPlain, "too many headers\n"};
  if (request.method() != http::verb::get && request.method() != http::verb::head)
    return {405, kPlain, "only GET and HEAD\n"};
  if (shared.loopback && !isLoopbackHostHeader(viewOf(request[http::field::host])))
    return {403, kPlain, "this address answers to localhost only\n"};
  const auto asked = requestOf(request);
  if (!asked) return {400, kPlain, "no path\n"};
  return shared.handler(*asked);
}

// What is asked for by HEAD goes out without its body, but with its length.
Response messageOf(HttpResponse answer, const Request& request) {
  Response message(static_cast<http::status>(answer.status), request.version());
  message.set(http::field::content_type, answer.contentType);
  message.set(http::field::cache_control, "no-store");
  message.set("X-Content-Type-Options", "nosniff");
  message.set("Content-Security-Policy", answer.securityPolicy);
  if (answer.status == 405) message.set(http::field::allow, "GET, HEAD");
  message.keep_alive(request.keep_alive());
  message.content_length(answer.body.size());
  if (request.method() != http::verb::head) message.body() = std::move(answer.body);
  return message;
}

bool isNonsense(error_code error) {
  return error.category() == http::make_error_code(http::error::bad_method).category() &&
         error != http::error::end_of_stream && error != http::error::partial_message;
}

// One connection: it lives as long as something is awaited for it, its time aside.
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(tcp::socket socket, Shared& shared)
      : socket_(std::move(socket)), time_(socket_.get_executor()), shared_(shared) {
    ++shared_.connections;
  }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session() {
    waitNoLonger();
    if (isOpen_) --shared_.connections;
    close();
  }

  void read() {
    place_ = shared_.waiting.insert(shared_.waiting.end(), this);
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(shared_.limits.headerBytes));
    parser_->body_limit(0);
    limitTime();
    http::async_read(socket_, buffer_, *parser_,
                     [self = shared_from_this()](error_code error, std::size_t) { self->onRead(error); });
  }

  // Its handler is called with an error, later.
  void makeRoom() {
    waitNoLonger();
    isOpen_ = false;
    --shared_.connections;
    close();
  }

 private:
  // Whoever else has got the descriptor: the client hears of the end.
  void close() {
    if (!socket_.is_open()) return;
    error_code ignored;
    ::shutdown(socket_.native_handle(), SHUT_RDWR);
    forgetSocket(socket_.native_handle());
    [[maybe_unused]] const error_code failed = socket_.close(ignored);
  }

  // From now on; an earlier limit holds no more.
  void limitTime() {
    time_.expires_after(shared_.limits.time);
    time_.async_wait([weak = weak_from_this()](error_code error) {
      const auto self = weak.lock();
      if (!error && self && self->time_.expiry() <= Clock::now()) self->close();
    });
  }

  void waitNoLonger() {
    if (place_) shared_.waiting.erase(*place_);
    place_.reset();
  }

  // Who has gone or was too slow gets no answer; who speaks nonsense does.
  void onRead(error_code error) {
    waitNoLonger();
    if (!error) return write(messageOf(answerTo(parser_->get(), shared_), parser_->get()));
    if (!isNonsense(error)) return;
    Request nonsense;
    nonsense.keep_alive(false);
    write(messageOf({400, kPlain, error.message() + "\n"}, nonsense));
  }

  void write(Response response) {
    response_ = std::move(response);
    limitTime();
    http::async_write(socket_, response_,
                      [self = shared_from_this()](error_code error, std::size_t) { self->onWritten(error); });
  }

  void onWritten(error_code error) {
    if (!error && response_.keep_alive()) return read();
  }

  using Clock = asio::steady_timer::clock_type;

  tcp::socket socket_;
  asio::steady_timer time_;
  Shared& shared_;
  bool isOpen_ = true;
  std::optional<std::list<Session*>::iterator> place_;
  beast::flat_buffer buffer_;
  std::optional<http::request_parser<http::empty_body>> parser_;
  Response response_;
};

std::unexpected<Error> cannotListen(const ListenAddress& address, const error_code& error) {
  return fail(ErrorCode::Usage,
              fmt::format("cannot listen on {}: {}", visibleText(address.text()), error.message()),
              "name another address with --listen HOST:PORT");
}

}  // namespace

class HttpServer::Listener {
 public:
  Listener(HttpHandler handler, HttpLimits limits) : shared_{std::move(handler), limits} {}
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
  ~Listener() {
    if (acceptor_.is_open()) forgetSocket(acceptor_.native_handle());
  }

  Expected<void> open(const ListenAddress& address) {
    try {
      listen(endpointOf(address));
    } catch (const boost::system::system_error& error) {
      return cannotListen(address, error.code());
    }
    return {};
  }

  [[nodiscard]] ListenAddress address() const {
    error_code ignored;
    const tcp::endpoint endpoint = acceptor_.local_endpoint(ignored);
    return {endpoint.address().to_string(), endpoint.port()};
  }

  void every(std::chrono::seconds period, std::function<void()> step) {
    period_ = period;
    step_ = std::move(step);
  }

  void whileThereIsMore(std::chrono::milliseconds pause, std::function<bool()> more) {
    morePause_ = pause;
    more_ = std::move(more);
  }

  [[nodiscard]] int descriptor() { return acceptor_.native_handle(); }

  void run(RunsUntil end) {
    if (step_) awaitStep();
    doMore();
    asio::signal_set signals(context_);
    if (end == RunsUntil::Signal) awaitSignal(signals);
    accept();
    context_.run();
  }

  void stop() { context_.stop(); }

 private:
  void awaitSignal(asio::signal_set& signals) {
    signals.add(SIGINT);
    signals.add(SIGTERM);
    signals.async_wait([this](error_code error, int) {
      if (!error) context_.stop();
    });
  }

  tcp::endpoint endpointOf(const ListenAddress& address) {
    tcp::resolver resolver(context_);
    return *resolver.resolve(address.host, std::to_string(address.port), tcp::resolver::passive).begin();
  }

  void listen(const tcp::endpoint& endpoint) {
    const int descriptor = openSocket(endpoint.protocol().family(), SOCK_STREAM);
    if (descriptor < 0) throw boost::system::system_error(lastError());
    acceptor_.assign(endpoint.protocol(), descriptor);
    acceptor_.set_option(tcp::acceptor::reuse_address(true));
    acceptor_.bind(endpoint);
    acceptor_.listen();
    protocol_ = endpoint.protocol();
    shared_.loopback = endpoint.address().is_loopback();
  }

  void accept() {
    acceptor_.async_wait(tcp::acceptor::wait_read, [this](error_code error) {
      if (error || !acceptOne()) return acceptLater();
      accept();
    });
  }

  // Out of descriptors: waiting a little is all there is to do.
  bool acceptOne() {
    const int descriptor = acceptSocket(acceptor_.native_handle());
    if (descriptor < 0) return errno == EAGAIN || errno == ECONNABORTED || errno == EINTR;
    error_code error;
    tcp::socket socket(context_);
    if (!socket.assign(protocol_, descriptor, error) && hasRoom()) {
      std::make_shared<Session>(std::move(socket), shared_)->read();
    } else {
      forgetSocket(descriptor);
      if (error) ::close(descriptor);
    }
    return !error;
  }

  // Who has been idle longest goes, however many come: whoever asks is answered.
  bool hasRoom() {
    if (shared_.connections >= shared_.limits.connections && !shared_.waiting.empty())
      shared_.waiting.front()->makeRoom();
    return shared_.connections < shared_.limits.connections;
  }

  // By the wall clock, which may be set: so each wait is reckoned anew.
  void awaitStep() {
    const auto since1970 = std::chrono::system_clock::now().time_since_epoch();
    next_.expires_after(period_ - since1970 % period_);
    next_.async_wait([this](error_code error) {
      if (error) return;
      step_();
      doMore();
      awaitStep();
    });
  }

  void doMore() {
    if (!more_ || !more_()) return;
    moreLater_.expires_after(morePause_);
    moreLater_.async_wait([this](error_code error) {
      if (!error) doMore();
    });
  }

  void acceptLater() {
    pause_.expires_after(std::chrono::milliseconds(100));
    pause_.async_wait([this](error_code error) {
      if (!error) accept();
    });
  }

  Shared shared_;  // outlives the context, whose end is the end of the sessions
  asio::io_context context_{1};
  tcp::acceptor acceptor_{context_};
  tcp protocol_ = tcp::v4();
  asio::steady_timer pause_{context_};
  asio::steady_timer next_{context_};
  asio::steady_timer moreLater_{context_};
  std::chrono::seconds period_{};
  std::chrono::milliseconds morePause_{};
  std::function<void()> step_;
  std::function<bool()> more_;
};

HttpServer::HttpServer(std::unique_ptr<Listener> listener) : listener_(std::move(listener)) {}
HttpServer::HttpServer(HttpServer&&) noexcept = default;
HttpServer& HttpServer::operator=(HttpServer&&) noexcept = default;
HttpServer::~HttpServer() = default;

Expected<HttpServer> HttpServer::open(const ListenAddress& address, HttpHandler handler, HttpLimits limits) {
  auto listener = std::make_unique<Listener>(std::move(handler), limits);
  ASSAY_TRY_VOID(listener->open(address));
  return HttpServer(std::move(listener));
}

ListenAddress HttpServer::address() const {
  return listener_->address();
}

void HttpServer::every(std::chrono::seconds period, std::function<void()> step) {
  listener_->every(period, std::move(step));
}

void HttpServer::whileThereIsMore(std::chrono::milliseconds pause, std::function<bool()> more) {
  listener_->whileThereIsMore(pause, std::move(more));
}

int HttpServer::descriptor() const {
  return listener_->descriptor();
}

void HttpServer::run(RunsUntil end) {
  listener_->run(end);
}

void HttpServer::stop() {
  listener_->stop();
}

}  // namespace assay::serve
