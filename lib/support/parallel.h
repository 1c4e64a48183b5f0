// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Runs a step for 0 … count-1 on several threads. Each index writes its own slot, so that what is merged
// afterwards does not depend on which thread was faster.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <system_error>
#include <thread>
#include <vector>

namespace assay {

/// One per core when `asked` is 0; never more than there is to do, never none.
inline unsigned jobCount(unsigned asked, std::size_t count) {
  const unsigned wished = asked > 0 ? asked : std::max(1U, std::thread::hardware_concurrency());
  return static_cast<unsigned>(std::clamp<std::size_t>(count, 1, wished));
}

/// Calls `step(index)` for every index; returns when all have ended. `step` must not throw.
template <class Step>
void forEachIndex(std::size_t count, unsigned jobs, const Step& step) {
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t index = next++; index < count; index = next++) step(index);
  };
  std::vector<std::jthread> others;
  try {
    for (unsigned i = 1; i < jobCount(jobs, count); ++i) others.emplace_back(work);
  } catch (const std::system_error&) {
    // The system gives no more threads: those that are there do the work.
  }
  work();
}

}  // namespace assay
