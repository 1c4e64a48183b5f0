// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The buckets of input sizes that writer and readers agree on, one per power of two: bucket 0 is size 0,
// bucket k is [2^(k-1), 2^k), the last one is open.
#pragma once

#include <cstdint>

namespace assay {
namespace vocabulary {

constexpr unsigned kSizeBucketCount = 48;

/// The bucket of an input's size, below 2^63.
constexpr unsigned sizeBucketOf(std::uint64_t size) {
  return 63u - static_cast<unsigned>(__builtin_clzll(2 * size + 1)) < kSizeBucketCount
             ? 63u - static_cast<unsigned>(__builtin_clzll(2 * size + 1))
             : kSizeBucketCount - 1;
}

/// The smallest size of a bucket.
constexpr std::uint64_t smallestSize(unsigned bucket) {
  return bucket == 0 ? 0 : std::uint64_t{1} << (bucket - 1);
}

}  // namespace vocabulary
}  // namespace assay
