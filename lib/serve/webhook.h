// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A document in JSON to somebody's webhook, once. Without TLS: what listens elsewhere than in one's own
// network is for a program that speaks it.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "support/expected.h"

namespace assay::serve {

struct WebhookAddress {
  std::string host;  ///< without brackets
  std::uint16_t port = 0;
  std::string path;  ///< begins with '/'; with what is asked behind it
};

/// http://HOST[:PORT][/PATH[?QUERY]]; the port is 80 when it is not given. Fails (Usage) on anything else,
/// https among it.
Expected<WebhookAddress> webhookAddressOf(std::string_view url);

/// Waits for the answer, `patience` at most. Fails (Output) when there is none, or one that is no success.
Expected<void> postJson(const WebhookAddress& address, std::string json, std::chrono::milliseconds patience);

}  // namespace assay::serve
