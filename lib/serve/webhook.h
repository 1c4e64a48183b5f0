// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A document in JSON to somebody's webhook, once. Without TLS: what listens elsewhere than in one's own
// network is for a program that speaks it.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "serve/http_url.h"
#include "support/expected.h"

namespace assay::serve {

/// http://HOST[:PORT][/PATH[?QUERY]]; the port is 80 when it is not given. Fails (Usage) on anything else,
/// https among it.
Expected<HttpUrl> webhookAddressOf(std::string_view url);

/// Waits for the answer, `patience` at most. Fails (Output) when there is none, or one that is no success.
Expected<void> postJson(const HttpUrl& address, std::string json, std::chrono::milliseconds patience);

}  // namespace assay::serve
