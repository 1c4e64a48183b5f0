// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/webhook.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "serve/http_client.h"
#include "serve/listen_address.h"
#include "support/strings.h"

namespace assay::serve {
namespace {

constexpr std::string_view kWebhookScheme = "http://";
constexpr std::string_view kSafeScheme = "https://";
constexpr unsigned kFirstTaken = 200, kFirstNotTaken = 300;

bool isTarget(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f && c != '#'; });
}

}  // namespace

Expected<WebhookAddress> webhookAddressOf(std::string_view url) {
  if (url.starts_with(kSafeScheme))
    return fail(ErrorCode::Usage, "https is not spoken here",
                "write the review with --output json=FILE, and have curl --data-binary @FILE post it");
  const std::string_view rest =
      url.starts_with(kWebhookScheme) ? url.substr(kWebhookScheme.size()) : std::string_view();
  const std::size_t end = std::min(rest.find_first_of("/?"), rest.size());
  const std::string host(rest.substr(0, end));
  auto address = listenAddressOf(host);
  if (!address) address = listenAddressOf(host + ":80");
  if (rest.empty() || host.empty() || !address || address->port == 0 || !isTarget(rest.substr(end)))
    return fail(ErrorCode::Usage, fmt::format("no address of a webhook: `{}`", visibleText(url)),
                "http://HOST:PORT/PATH");
  const std::string path(rest.substr(end));
  return WebhookAddress{address->host, address->port, path.starts_with('/') ? path : "/" + path};
}

Expected<void> postJson(const WebhookAddress& address, std::string json, std::chrono::milliseconds patience) {
  auto opened = HttpClient::open({address.host, address.port});
  // A host without an address is no wrong usage: it may have one tomorrow.
  if (!opened) return fail(ErrorCode::Output, opened.error().message);
  HttpClient& client = *opened;
  client.send({"POST", address.path, {{"Content-Type", "application/json"}}, std::move(json)}, patience);
  client.finish(patience);
  const auto outcome = client.takeOutcome();
  const unsigned status = outcome ? outcome->status : 0;
  if (status >= kFirstTaken && status < kFirstNotTaken) return {};
  return fail(
      ErrorCode::Output,
      fmt::format("the webhook at {} took nothing: {}", ListenAddress{address.host, address.port}.text(),
                  outcome ? outcome->text() : std::string("there was no answer in time")));
}

}  // namespace assay::serve
