// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/pushgateway.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "export/prometheus_text.h"
#include "serve/listen_address.h"
#include "support/strings.h"

namespace assay::serve {
namespace {

constexpr std::string_view kHttp = "http://";
constexpr std::string_view kUsualGatewayPort = "9091";
constexpr std::chrono::seconds kPatience{5};  // with one push; the next comes in ten seconds
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

Expected<Pushgateway> Pushgateway::open(PushgatewayAddress address) {
  ASSAY_TRY(HttpClient client, HttpClient::open({address.host, address.port}));
  return Pushgateway(std::move(address), std::move(client));
}

void Pushgateway::push(std::string text) {
  settle();
  HttpSending sending{"PUT", address_.path, {}, std::move(text)};
  sending.headers.emplace_back("Content-Type", exporting::contentType(exporting::TextFormat::Prometheus));
  client_.send(std::move(sending), kPatience);
}

bool Pushgateway::poll() {
  if (client_.poll()) return true;
  settle();
  return false;
}

void Pushgateway::finish(int milliseconds) {
  client_.finish(std::chrono::milliseconds(milliseconds));
  settle();
}

void Pushgateway::settle() {
  const auto outcome = client_.takeOutcome();
  if (!outcome) return;
  const bool isTaken = outcome->status > 0 && outcome->status < kFirstBadStatus;
  trouble_ = isTaken ? std::string() : outcome->text();
}

}  // namespace assay::serve
