// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The way back: from increases of the metrics that function_metrics.h has, as a database that scraped them
// gives them, to what a function counted. What metrics do not have stays zero: times by the size of the
// input, the last failures.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "telemetry/snapshot.h"

namespace assay::exporting {

enum class Scraped {
  Calls,
  Success,
  Errors,
  ErrorKinds,
  Times,
  Seconds,
  Estimated,
  Sizes,
  FailedSizes,
  Types,
  TypeErrors,
  TypeSeconds,
  MemoryCalls,
  Allocated,
  Freed,
};

/// Series of functions, of which the increase is asked for.
struct ScrapedFamily {
  Scraped what;
  const char* metric;
  const char* suffix;  ///< of a part of a histogram: "_bucket"
  const char* label;   ///< that tells its numbers apart: "le", "type", "kind"; empty = it is one number
};
std::span<const ScrapedFamily> scrapedFamilies();

/// One function in one window.
class ScrapedCounts {
 public:
  /// By how much a series rose; `label` is the value of the family's label. What is no number of a count, and
  /// a label that assay does not write, is left out.
  void add(const ScrapedFamily& family, const std::string& label, double increase);

  /// In nanoseconds. An exported bucket's calls are spread over the finer ones in it, evenly on a logarithmic
  /// scale: a quantile is within its bucket, 2.5 times at most.
  [[nodiscard]] telemetry::SiteCounts counts() const;

 private:
  telemetry::SiteCounts counts_;
  std::vector<double> atMost_ = {};  // calls up to each bound of latency, then all; cumulative
  std::vector<double> sizesAtMost_ = {};
  std::vector<double> failedAtMost_ = {};
  bool endsSeen_ = false;
};

}  // namespace assay::exporting
