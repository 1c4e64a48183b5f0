// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Errors by the size of their input. Exported buckets are all sizes up to a bound; each bound parts the calls
// in two ranges, and errors gather in one when it fails more than the other. Few functions have errors, so
// what is recorded is little; every five minutes, for all buckets have to be read for it.
#include <fmt/format.h>

#include <string>

#include "emit/rules/expressions.h"
#include "emit/rules/recorded.h"
#include "vocabulary/metrics.h"
#include "vocabulary/recorded.h"

namespace assay::emit::rules {
namespace {

namespace v = vocabulary;

constexpr const char* kWithoutBound = "{le=\"+Inf\"}";  // the calls of all sizes

const std::string& byBound() {
  static const std::string kText = byFunction() + ", le";
  return kText;
}

RecordingRule byBounds(const char* stem, const char* histogram, const Options& options) {
  const std::string buckets = std::string(histogram) + "_bucket";
  const SumOver over{"increase", byBound(), Windows(options.timeScale).recent()};
  return {recentOf(stem), fmt::format("{}\nand on ({}) {} >= {}", sumOf(over, buckets), byFunction(),
                                      recentOf(v::kRecordedErrors), options.minErrors)};
}

// "15" and "15.0" are the bound's two forms, in text and in OpenMetrics.
std::string named(const std::string& expression, const char* range) {
  return fmt::format(R"(label_replace({}, "{}", "{} $1", "le", "(.+?)(?:[.]0)?"))", expression,
                     v::kLabelInputs, range);
}

RecordingRule byRanges(const char* record, const char* stem) {
  const std::string all = recentOf(stem) + kWithoutBound, upTo = recentOf(stem) + "{le!=\"+Inf\"}";
  const std::string above = fmt::format("{} - on ({}) group_right () {}", all, byFunction(), upTo);
  return {record, fmt::format("sum by ({}, {}) (\n  {}\n  or\n  {}\n)", byFunction(), v::kLabelInputs,
                              named(upTo, "up to"), named(above, "above"))};
}

std::string others(const char* stem, const char* ranges) {
  return fmt::format("({}{} - on ({}) group_right () {})", recentOf(stem), kWithoutBound, byFunction(),
                     ranges);
}

}  // namespace

std::vector<RecordingRule> recordedSizes(const Options& options) {
  const std::string ratio = fmt::format("({} / {})", v::kRangeErrors, v::kRangeCalls);
  return {
      byBounds(v::kRecordedSizeCalls, v::kInputSize, options),
      byBounds(v::kRecordedSizeErrors, v::kFailedInputSize, options),
      byRanges(v::kRangeCalls, v::kRecordedSizeCalls),
      byRanges(v::kRangeErrors, v::kRecordedSizeErrors),
      {v::kRangeErrorRatioAtLeast, wilsonLowerBound(ratio, v::kRangeCalls)},
      {v::kRangeErrorRatioOthers,
       fmt::format("{}\n/ ({} >= {})", others(v::kRecordedSizeErrors, v::kRangeErrors),
                   others(v::kRecordedSizeCalls, v::kRangeCalls), options.minCalls)},
      {v::kRangeErrorsGathered, fmt::format("{}\nand {} >= {}\nand {} > {} * clamp_min({}, {})",
                                            v::kRangeErrorRatioAtLeast, v::kRangeErrors, options.minErrors,
                                            v::kRangeErrorRatioAtLeast, numberText(options.errorFactor),
                                            v::kRangeErrorRatioOthers, numberText(kSmallestErrorRatio))}};
}

}  // namespace assay::emit::rules
