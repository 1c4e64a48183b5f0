// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The recording rules: one pass over what `assay serve` exports, so that alerts compare small series and
// 5,000 functions stay cheap.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "emit/rules/rules.h"

namespace assay::emit::rules {

struct RecordingRule {
  std::string record;
  std::string expression;
  std::vector<std::pair<std::string, std::string>> labels = {};
};

/// The day is put together from pieces of a quarter of an hour, recorded every five minutes: the samples of a
/// whole day are never read.
std::vector<RecordingRule> recordedPieces(const Windows& windows);

/// The last hour, the day before it, and how they compare; in an order in which each needs earlier ones only.
std::vector<RecordingRule> recordedFunctions(const Options& options);

/// Errors by the size of their input, for functions that have enough of them; needs recordedFunctions().
std::vector<RecordingRule> recordedSizes(const Options& options);

/// The thresholds of single functions; empty without any.
std::vector<RecordingRule> recordedThresholds(const ThresholdsById& thresholds);

}  // namespace assay::emit::rules
