// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The latency histogram that writer and readers agree on: 8 buckets per power of two, log-linear (as HDR
// histograms), values in clock ticks. Bucket i holds [lowerBound(i), lowerBound(i + 1)); the first 8 hold one
// value each.
#pragma once

#include <cstdint>

namespace assay {
namespace vocabulary {

constexpr unsigned kSubBucketBits = 3;  ///< 8 buckets per octave: width 12.5 %, mid-point error <= 6.25 %
constexpr unsigned kMaxValueBits = 40;  ///< values of 2^40 ticks (7 min at 2.6 GHz) and more share the last
constexpr unsigned kBucketCount =
    ((kMaxValueBits - kSubBucketBits) << kSubBucketBits) + (1u << kSubBucketBits) + 1;
constexpr unsigned kOverflowBucket = kBucketCount - 1;
static_assert(kBucketCount == 305, "the segment format says 305");

constexpr unsigned exponentOf(std::uint64_t ticks) {
  return 63u - static_cast<unsigned>(__builtin_clzll(ticks));
}

/// The bucket of a duration.
constexpr unsigned bucketOf(std::uint64_t ticks) {
  return ticks < (1u << kSubBucketBits) ? static_cast<unsigned>(ticks)
         : (ticks >> kMaxValueBits) != 0
             ? kOverflowBucket
             : ((exponentOf(ticks) - kSubBucketBits) << kSubBucketBits) +
                   static_cast<unsigned>(ticks >> (exponentOf(ticks) - kSubBucketBits));
}

/// The smallest duration of a bucket, in ticks. Valid up to kBucketCount (the end of the overflow bucket is
/// not one).
constexpr std::uint64_t lowerBound(unsigned bucket) {
  return bucket < (2u << kSubBucketBits)
             ? bucket
             : static_cast<std::uint64_t>((bucket & ((1u << kSubBucketBits) - 1)) + (1u << kSubBucketBits))
                   << ((bucket >> kSubBucketBits) - 1);
}

}  // namespace vocabulary
}  // namespace assay
