// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// When a request that a receiver of OTLP/HTTP has not taken is sent again:
// https://opentelemetry.io/docs/specs/otlp (OTLP/HTTP Response, Retryable Response Codes, OTLP/HTTP
// Throttling).
#pragma once

#include <chrono>
#include <cstdint>
#include <ctime>
#include <optional>
#include <random>
#include <string_view>

namespace assay::serve {

/// 429, 502, 503, 504, and 0 for no answer at all; whatever else is no success would be refused again.
bool isRetryable(unsigned status);

/// What the header Retry-After says, seconds or a date (RFC 9110, 10.2.3): from now on, an hour at most.
/// Nothing for nonsense.
std::optional<std::chrono::milliseconds> retryAfter(std::string_view header, std::time_t now);

/// Waits that double, from a second to a minute, each of them somewhere between half of it and the whole:
/// many that lost one receiver together are not to come back together.
class Backoff {
 public:
  explicit Backoff(std::uint64_t seed) : random_(seed) {}

  std::chrono::milliseconds next();
  /// It has worked.
  void reset();

 private:
  std::mt19937_64 random_;
  std::chrono::milliseconds wait_{};
};

}  // namespace assay::serve
