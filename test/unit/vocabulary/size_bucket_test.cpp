// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "vocabulary/size_bucket.h"

#include <gtest/gtest.h>

namespace assay::vocabulary {
namespace {

static_assert(sizeBucketOf(0) == 0 && sizeBucketOf(1) == 1 && sizeBucketOf(2) == 2 && sizeBucketOf(3) == 2);

TEST(SizeBucket, EachBeginsAtItsSmallestSizeAndEndsBeforeTheNext) {
  for (unsigned bucket = 0; bucket < kSizeBucketCount; ++bucket) {
    EXPECT_EQ(sizeBucketOf(smallestSize(bucket)), bucket);
    if (bucket + 1 < kSizeBucketCount) {
      EXPECT_EQ(sizeBucketOf(smallestSize(bucket + 1) - 1), bucket);
    }
  }
}

TEST(SizeBucket, TheLastOneIsOpen) {
  EXPECT_EQ(sizeBucketOf((std::uint64_t{1} << 46) - 1), kSizeBucketCount - 2);
  EXPECT_EQ(sizeBucketOf(std::uint64_t{1} << 62), kSizeBucketCount - 1);
  EXPECT_EQ(sizeBucketOf(~std::uint64_t{0} >> 1), kSizeBucketCount - 1);
}

}  // namespace
}  // namespace assay::vocabulary
