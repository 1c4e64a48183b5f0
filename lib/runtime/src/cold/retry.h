// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What has failed is not tried again at each call: a full disk would make every one of them slow.
#pragma once

#include <cstdint>

#include "runtime/src/hot/cell.h"
#include "runtime/src/hot/clock.h"

namespace assay::runtime {

constexpr std::uint64_t kRetryNanoseconds = 1'000'000'000;

/// Whether it failed a moment ago. `retryAt` is atomic: monotonic nanoseconds, 0 = it did not.
inline bool mustWait(const std::uint64_t& retryAt) noexcept {
  const std::uint64_t until = load(retryAt);
  return until != 0 && monotonicNanoseconds() < until;
}

inline void noteTried(std::uint64_t& retryAt, bool succeeded) noexcept {
  store(retryAt, succeeded ? std::uint64_t{0} : monotonicNanoseconds() + kRetryNanoseconds);
}

}  // namespace assay::runtime
