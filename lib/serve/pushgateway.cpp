// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/pushgateway.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <utility>

#include "export/prometheus_text.h"
#include "serve/listen_address.h"
#include "support/strings.h"

namespace assay::serve {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;

constexpr std::string_view kHttp = "http://";
constexpr std::string_view kUsualGatewayPort = "9091";
constexpr std::chrono::seconds kPatience{5};  // with one push; the next comes in ten seconds
constexpr std::size_t kMostAnswerBytes = 65536;
constexpr std::size_t kShownAnswerBytes = 200;
constexpr unsigned kFirstBadStatus = 300;

std::string groupPath(std::string_view prefix, std::string_view instance) {
  while (prefix.ends_with('/')) prefix.remove_suffix(1);
  std::string path = std::string(prefix) + "/metrics/job/assay/instance/";
  for (const char c : instance) path += isWordByte(c) || c == '.' || c == '-' ? c : '_';
  return path;
}

bool isPath(std::string_view text) {
  for (const char c : text)
    if (c <= ' ' || c >= 0x7f || c == '?' || c == '#') return false;
  return true;
}

// One push: it lives as long as something is awaited for it.
class Push : public std::enable_shared_from_this<Push> {
 public:
  Push(asio::io_context& context, http::request<http::string_body> request)
      : stream_(context), request_(std::move(request)) {
    parser_.body_limit(kMostAnswerBytes);
  }

  void start(const asio::ip::tcp::endpoint& endpoint) {
    stream_.expires_after(kPatience);
    stream_.async_connect(endpoint, [self = shared_from_this()](error_code error) {
      if (error) return self->end(error.message());
      self->write();
    });
  }

  void stop() {
    isDone_ = true;
    stream_.close();
  }

  [[nodiscard]] bool isDone() const { return isDone_; }
  [[nodiscard]] const std::string& trouble() const { return trouble_; }

 private:
  void write() {
    http::async_write(stream_, request_, [self = shared_from_this()](error_code error, std::size_t) {
      if (error) return self->end(error.message());
      self->read();
    });
  }

  void read() {
    http::async_read(stream_, buffer_, parser_, [self = shared_from_this()](error_code error, std::size_t) {
      if (error) return self->end(error.message());
      self->end(self->answered());
    });
  }

  [[nodiscard]] std::string answered() const {
    const auto& answer = parser_.get();
    if (answer.result_int() < kFirstBadStatus) return {};
    return fmt::format("{} {}", answer.result_int(),
                       visibleText(trim(std::string_view(answer.body()).substr(0, kShownAnswerBytes))));
  }

  void end(std::string trouble) {
    trouble_ = std::move(trouble);
    stop();
  }

  beast::tcp_stream stream_;
  http::request<http::string_body> request_;
  beast::flat_buffer buffer_;
  http::response_parser<http::string_body> parser_;
  bool isDone_ = false;
  std::string trouble_;
};

}  // namespace

std::string PushgatewayAddress::text() const {
  return std::string(kHttp) + ListenAddress{host, port}.text() + path;
}

Expected<PushgatewayAddress> pushgatewayAddressOf(std::string_view url, std::string_view instance) {
  const std::string_view rest = url.starts_with(kHttp) ? url.substr(kHttp.size()) : std::string_view();
  const std::size_t end = std::min(rest.find('/'), rest.size());
  const std::string host(rest.substr(0, end));
  auto address = listenAddressOf(host);
  if (!address) address = listenAddressOf(host + ":" + std::string(kUsualGatewayPort));
  if (rest.empty() || !address || address->port == 0 || !isPath(rest.substr(end)))
    return fail(ErrorCode::Usage,
                fmt::format("no address of a Pushgateway: `{}`", visibleText(std::string(url))),
                "http://HOST:PORT, with a path behind it where it has one");
  return PushgatewayAddress{address->host, address->port, groupPath(rest.substr(end), instance)};
}

class Pushgateway::Client {
 public:
  explicit Client(PushgatewayAddress address) : address_(std::move(address)) {}

  Expected<void> lookUp() {
    error_code error;
    asio::ip::tcp::resolver resolver(context_);
    const auto found = resolver.resolve(address_.host, std::to_string(address_.port), error);
    if (error || found.empty())
      return fail(ErrorCode::Usage,
                  fmt::format("{} has no address: {}", visibleText(address_.text()), error.message()),
                  "name another with --pushgateway");
    endpoint_ = found.begin()->endpoint();
    return {};
  }

  void push(std::string text) {
    if (push_) push_->stop();
    http::request<http::string_body> request(http::verb::put, address_.path, 11);
    request.set(http::field::host, ListenAddress{address_.host, address_.port}.text());
    request.set(http::field::content_type,
                std::string(exporting::contentType(exporting::TextFormat::Prometheus)));
    request.keep_alive(false);
    request.body() = std::move(text);
    request.prepare_payload();
    push_ = std::make_shared<Push>(context_, std::move(request));
    push_->start(endpoint_);
  }

  bool poll() {
    context_.restart();
    context_.poll();
    return isUnderWay();
  }

  void finish(int milliseconds) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
    context_.restart();
    while (isUnderWay() && context_.run_one_until(end) > 0) {
    }
  }

  [[nodiscard]] const PushgatewayAddress& address() const { return address_; }

  [[nodiscard]] const std::string& trouble() {
    if (push_ && push_->isDone()) trouble_ = push_->trouble();
    return trouble_;
  }

 private:
  [[nodiscard]] bool isUnderWay() const { return push_ && !push_->isDone(); }

  PushgatewayAddress address_;
  asio::io_context context_{1};
  asio::ip::tcp::endpoint endpoint_;
  std::shared_ptr<Push> push_;
  std::string trouble_;
};

Pushgateway::Pushgateway(std::unique_ptr<Client> client) : client_(std::move(client)) {}
Pushgateway::Pushgateway(Pushgateway&&) noexcept = default;
Pushgateway& Pushgateway::operator=(Pushgateway&&) noexcept = default;
Pushgateway::~Pushgateway() = default;

Expected<Pushgateway> Pushgateway::open(PushgatewayAddress address) {
  auto client = std::make_unique<Client>(std::move(address));
  ASSAY_TRY_VOID(client->lookUp());
  return Pushgateway(std::move(client));
}

const PushgatewayAddress& Pushgateway::address() const {
  return client_->address();
}

void Pushgateway::push(std::string text) {
  client_->push(std::move(text));
}

bool Pushgateway::poll() {
  return client_->poll();
}

void Pushgateway::finish(int milliseconds) {
  client_->finish(milliseconds);
}

const std::string& Pushgateway::trouble() const {
  return client_->trouble();
}

}  // namespace assay::serve
