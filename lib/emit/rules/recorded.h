// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The recording rules: one pass over what `assay serve` exports, so that alerts compare small series and
// 5,000 functions stay cheap.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "emit/rules/rules.h"

namespace assay::emit::rules {

struct RecordingRule {
  std::string record;
  std::string expression;
};

/// The day is put together from pieces of a quarter of an hour, recorded every five minutes: the samples of a
/// whole day are never read.
std::vector<RecordingRule> recordedPieces(const Windows& windows);

/// The day before the last hour, of pieces. It changes slowly and is read in full each time, so it is
/// recorded more rarely than what is compared with it.
std::vector<RecordingRule> recordedDays(const Windows& windows);

/// The last hour, and how it compares with the day; in an order in which each needs earlier ones only.
std::vector<RecordingRule> recordedFunctions(const Options& options);

/// Errors by the size of their input, for functions that have enough of them; needs recordedFunctions().
std::vector<RecordingRule> recordedSizes(const Options& options);

using IdsByValue = std::map<double, std::vector<std::uint64_t>>;

/// What functions have of their own: one rule, however many they are; none where none has it. Needs
/// recordedFunctions(). It is there for as long as the function is.
std::vector<RecordingRule> recordedValues(const char* record, const IdsByValue& ids);

/// The thresholds of single functions; empty without any.
std::vector<RecordingRule> recordedThresholds(const ThresholdsById& thresholds);

}  // namespace assay::emit::rules
