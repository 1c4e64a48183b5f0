// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/webhook.h"

#include <fmt/format.h>

#include <utility>

#include "serve/http_client.h"

namespace assay::serve {
namespace {

constexpr HttpUrlWords kWebhookWords = {
    "no address of a webhook",
    "write the review with --output json=FILE, and have curl --data-binary @FILE post it"};
constexpr unsigned kFirstTaken = 200, kFirstNotTaken = 300;

}  // namespace

Expected<HttpUrl> webhookAddressOf(std::string_view url) {
  return httpUrlOf(url, kWebhookWords);
}

Expected<void> postJson(const HttpUrl& address, std::string json, std::chrono::milliseconds patience) {
  auto opened = HttpClient::open(address.address());
  // A host without an address is no wrong usage: it may have one tomorrow.
  if (!opened) return fail(ErrorCode::Output, opened.error().message);
  HttpClient& client = *opened;
  client.send({"POST", address.path, {{"Content-Type", "application/json"}}, std::move(json)}, patience);
  client.finish(patience);
  const auto outcome = client.takeOutcome();
  const unsigned status = outcome ? outcome->status : 0;
  if (status >= kFirstTaken && status < kFirstNotTaken) return {};
  return fail(ErrorCode::Output,
              fmt::format("the webhook at {} took nothing: {}", address.address().text(),
                          outcome ? outcome->text() : std::string("there was no answer in time")));
}

}  // namespace assay::serve
