// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The upper bounds of the buckets that are exported: exporters, rules and dashboards have to agree on them.
#pragma once

namespace assay {
namespace vocabulary {

/// Of latencies, in seconds: from a getter's call to a request's: three for each power of ten. Ascending;
/// +Inf follows.
constexpr double kLatencyBounds[] = {1e-7, 2.5e-7, 5e-7, 1e-6, 2.5e-6, 5e-6, 1e-5, 2.5e-5, 5e-5,
                                     1e-4, 2.5e-4, 5e-4, 1e-3, 2.5e-3, 5e-3, 1e-2, 2.5e-2, 5e-2,
                                     1e-1, 2.5e-1, 5e-1, 1.0,  2.5,    5.0,  10.0};
constexpr unsigned kLatencyBoundCount = sizeof(kLatencyBounds) / sizeof(kLatencyBounds[0]);

/// Exported buckets of input sizes end at 4^k - 1: where a bucket of size_bucket.h ends, so that they are
/// exact. Ascending; +Inf follows.
constexpr unsigned kSizeBoundCount = 14;
constexpr unsigned long long sizeBound(unsigned k) {
  return (1ULL << (2 * k)) - 1;
}

/// An exported bucket has several of size_bucket.h: the first of those, of which this is the last.
constexpr unsigned firstOfExportedSizes(unsigned last) {
  return last == 0 ? 0 : last > 2 * (kSizeBoundCount - 1) ? 2 * kSizeBoundCount - 1 : last - 1;
}

}  // namespace vocabulary
}  // namespace assay
