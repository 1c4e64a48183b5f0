// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// For what Google Benchmark cannot measure: clocks, and the middle of many measurements.
#pragma once

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <vector>

namespace assay::bench {

/// Nanoseconds of this thread on a processor: what others take from it does not count.
inline double processorNanoseconds() {
  timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

/// Not empty.
inline double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace assay::bench
