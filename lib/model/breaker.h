// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// When a process by itself gives an experiment's calls back to the old function, as a tag says it
// (`breaker: 3 20ms`).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace assay::model {

struct Breaker {
  unsigned errors = 5;            ///< in a row; 0 = none end it
  std::uint64_t nanoseconds = 0;  ///< that most calls may take; 0 = any time

  auto operator<=>(const Breaker&) const = default;
};

inline constexpr unsigned kMostBreakerErrors = 1000;
inline constexpr std::uint64_t kLongestBreakerTime = 600'000'000'000;  ///< ten minutes

/// "3", "20ms" (ns, us, ms or s), both in any order with or without a comma, or "off". Nothing for everything
/// else: 0 errors, no time, the same twice.
std::optional<Breaker> breakerOf(std::string_view text);

}  // namespace assay::model
