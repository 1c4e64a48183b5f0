// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How a number is said here: with the range that it may as well be.
#pragma once

namespace assay::insight {

/// Of all intervals here, unless another is asked: it holds the truth in 19 of 20 cases.
inline constexpr double kConfidence = 0.95;

/// From `low` to `high`, both included; `high` may be infinite.
struct Interval {
  double low = 0;
  double high = 0;

  bool operator==(const Interval&) const = default;
};

struct Estimate {
  double value = 0;
  Interval interval;

  bool operator==(const Estimate&) const = default;
};

}  // namespace assay::insight
