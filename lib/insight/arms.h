// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The two arms of an experiment, the old function and the new one, in windows of time, as plain data. Where
// the windows come from, and who decides which call goes where, is not known here. Durations are nanoseconds.
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "insight/sequential_ratio.h"
#include "insight/window.h"

namespace assay::insight {

/// Calls of one arm that are alike: of one size, or all.
struct ArmCalls {
  double calls = 0;
  double errors = 0;       ///< of `calls`
  double timed = 0;        ///< calls whose time is known
  double nanoseconds = 0;  ///< of the timed calls together; 0 = not known
  std::vector<std::pair<unsigned, std::uint64_t>> latencies = {};  ///< by bucket of vocabulary/histogram.h,
                                                                   ///< may be missing where the sum is known
  double unseen = 0;  ///< of `calls`, those that nobody saw end: whether they failed is not known

  bool operator==(const ArmCalls&) const = default;
};

/// One arm in one window.
struct ArmWindow {
  ArmCalls all;
  std::map<unsigned, ArmCalls> sizes = {};  ///< by bucket of vocabulary/size_bucket.h; parts of `all`
};

/// Both arms in one window of time.
struct ExperimentWindow {
  ArmWindow old;
  ArmWindow fresh;
  double share = 0;  ///< of calls that were to go to the new function, in (0, 1); 0 = not known
};

/// What a history keeps of a function: of sizes it has sums of times, no histograms.
ArmWindow armWindowOf(const Window& window);

void addArmCalls(ArmCalls& to, const ArmCalls& from);
void addArmWindow(ArmWindow& to, const ArmWindow& from);

/// Calls without a size.
inline constexpr unsigned kUnsized = ~0u;

/// Disjoint parts of an arm, by size; what has no size, or is not said by size, is kUnsized.
std::map<unsigned, ArmCalls> partsOf(const ArmWindow& window);

/// How much longer calls of the new arm took than those of the old one.
struct TimeDifference {
  double value = 0;       ///< of logarithms
  double weight = 0;      ///< n m / (n + m) of n and m timed calls; 0 = nothing to compare
  double spread = 0;      ///< variance of one call's logarithm within an arm; 0 = not known
  double resolution = 0;  ///< by how much `value` may be off because durations are sorted into buckets
};

/// Of geometric means, from the middles of buckets. Where there are no buckets, or calls take so nearly the
/// same that they share a bucket or two, of the arithmetic means, which are exact. A histogram with more than
/// half of its calls in one bucket, and some far away, has a resolution: a bucket's width by that share.
TimeDifference timeDifference(const ArmCalls& old, const ArmCalls& fresh);

/// Calls that take at least as long as the 0.99-quantile of both arms together (from the bucket on that it is
/// in), of the timed calls of each. `threshold` is a bucket.
ArmCounts slowCalls(const ArmCalls& old, const ArmCalls& fresh, unsigned threshold);
unsigned thresholdOf(const ArmCalls& both, double q);

}  // namespace assay::insight
