// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "vocabulary/histogram.h"

#include <gtest/gtest.h>

namespace assay::vocabulary {
namespace {

TEST(Histogram, EveryBucketBeginsAtItsLowerBoundAndEndsBeforeTheNext) {
  for (unsigned bucket = 0; bucket < kBucketCount; ++bucket) {
    EXPECT_EQ(bucketOf(lowerBound(bucket)), bucket);
    if (bucket > 0) {
      EXPECT_EQ(bucketOf(lowerBound(bucket) - 1), bucket - 1);
    }
  }
}

TEST(Histogram, TheOverflowBucketBeginsAt2To40) {
  EXPECT_EQ(lowerBound(kOverflowBucket), std::uint64_t{1} << 40);
  EXPECT_EQ(bucketOf(~std::uint64_t{0}), kOverflowBucket);
}

TEST(Histogram, BucketsAreAtMostAnEighthWide) {
  for (unsigned bucket = 8; bucket + 1 < kBucketCount; ++bucket) {
    const double low = static_cast<double>(lowerBound(bucket));
    const double high = static_cast<double>(lowerBound(bucket + 1));
    EXPECT_LE((high - low) / low, 0.125);
  }
}

}  // namespace
}  // namespace assay::vocabulary
