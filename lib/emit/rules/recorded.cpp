// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/rules/recorded.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "emit/rules/expressions.h"
#include "support/strings.h"
#include "vocabulary/metrics.h"
#include "vocabulary/recorded.h"

namespace assay::emit::rules {
namespace {

namespace v = vocabulary;
using Rules = std::vector<RecordingRule>;

constexpr unsigned kMinCallsOfType = 5;     // in the hour: fewer say nothing of how long a type takes
constexpr double kSmallestSameShare = 0.5;  // of the day's calls: types that came in the hour as well

// A sum of the exported series that is recorded as pieces and over the hour.
struct Quantity {
  const char* stem;
  std::string_view by;
  std::vector<std::string> metrics;  // added up; all of them have the same functions
};

std::vector<Quantity> quantities() {
  const std::string time = v::kExecutionTimeSeconds, size = v::kInputSize;
  return {{v::kRecordedCalls, byFunction(), {v::kCallsTotal}},
          {v::kRecordedEnded, byFunction(), {v::kSuccessTotal, v::kErrorTotal}},
          {v::kRecordedErrors, byFunction(), {v::kErrorTotal}},
          {v::kRecordedTimed, byFunction(), {time + "_count"}},
          {v::kRecordedSeconds, byFunction(), {time + "_sum"}},
          {v::kRecordedSized, byFunction(), {size + "_count"}},
          {v::kRecordedSizes, byFunction(), {size + "_sum"}},
          {v::kRecordedMemoryCalls, byFunction(), {v::kMemoryCallsTotal}},
          {v::kRecordedAllocated, byFunction(), {v::kMemoryAllocatedBytesTotal}},
          {v::kRecordedTypeCalls, byType(), {v::kInputTypeTotal}},
          {v::kRecordedTypeErrors, byType(), {v::kInputTypeErrorTotal}},
          {v::kRecordedTypeSeconds, byType(), {v::kInputTypeSecondsTotal}}};
}

std::string sumOfAll(const Quantity& quantity, std::string_view function, Windows::Milliseconds window) {
  std::string sum;
  for (const std::string& metric : quantity.metrics)
    sum += (sum.empty() ? "" : "\n+ ") + sumOf({function, quantity.by, window}, metric);
  return sum;
}

// One series for each function, from the instances that agree on most, else without the manifest's facts.
RecordingRule facts() {
  const std::string known = fmt::format("{}, {}, {}", byFunction(), v::kLabelFunction, v::kLabelSource);
  return {
      v::kFunctionFacts,
      fmt::format("clamp_max(\n"
                  "  topk by ({by}) (1, count by ({known}, {vendor}, {date}, {prompt}, {file}) ({info}))\n"
                  "  or on ({by})\n"
                  "  topk by ({by}) (1, count by ({known}) ({calls})),\n"
                  "  1\n"
                  ")",
                  fmt::arg("by", byFunction()), fmt::arg("known", known), fmt::arg("vendor", v::kLabelVendor),
                  fmt::arg("date", v::kLabelDate), fmt::arg("prompt", v::kLabelPromptHash),
                  fmt::arg("file", v::kLabelFile), fmt::arg("info", v::kFunctionInfo),
                  fmt::arg("calls", v::kCallsTotal))};
}

void recordHour(const Windows& windows, Rules& rules) {
  for (const Quantity& quantity : quantities())
    rules.push_back({recentOf(quantity.stem), sumOfAll(quantity, "increase", windows.recent())});
}

RecordingRule overTheDay(const char* stem, const Windows& windows) {
  return {beforeOf(stem), fmt::format("avg_over_time({}[{}] offset {})", pieceOf(stem),
                                      durationText(windows.before()), durationText(windows.recent()))};
}

// Of calls the share of the time with any is of interest, which the pieces have.
void recordDay(const Windows& windows, Rules& rules) {
  for (const Quantity& quantity : quantities())
    if (std::string_view(quantity.stem) != v::kRecordedCalls)
      rules.push_back(overTheDay(quantity.stem, windows));
}

void recordPresenceOfPieces(Rules& rules) {
  rules.push_back({pieceOf(v::kRecordedActive), fmt::format("{} > bool 0", pieceOf(v::kRecordedCalls))});
  rules.push_back({pieceOf(v::kRecordedProcesses), fmt::format("{} > bool 0", v::kProcessesRunning)});
}

// How much of the time there was something, for what has been there for a whole day.
void recordPresence(const Windows& windows, Rules& rules) {
  const std::string dayAgo = " offset " + durationText(windows.before());
  rules.push_back(overTheDay(v::kRecordedActive, windows));
  rules.back().expression += fmt::format("\nand on ({}) {}{}", byFunction(), v::kFunctionFacts, dayAgo);
  rules.push_back(overTheDay(v::kRecordedProcesses, windows));
  rules.back().expression += fmt::format("\nand on (job) {}{}", v::kProcessesRunning, dayAgo);
}

// The fewest open calls, and the memory of a process, within pieces: the least of an hour is there
// throughout.
void recordLevelsOfPieces(const Windows& windows, Rules& rules) {
  rules.push_back({pieceOf(v::kRecordedOpen), fmt::format("sum by ({}) (min_over_time({}[{}]))", byFunction(),
                                                          v::kOpenCalls, durationText(windows.piece()))});
  rules.push_back(
      {pieceOf(v::kRecordedResident),
       fmt::format("sum by (job) ({}) / ({} > 0)", v::kResidentMemoryBytes, v::kProcessesRunning)});
}

void recordLevelsOfHour(const Windows& windows, Rules& rules) {
  for (const char* stem : {v::kRecordedOpen, v::kRecordedResident})
    rules.push_back({recentOf(stem),
                     fmt::format("min_over_time({}[{}])", pieceOf(stem), durationText(windows.recent()))});
}

void recordLevelsOfDay(const Windows& windows, Rules& rules) {
  for (const char* stem : {v::kRecordedOpen, v::kRecordedResident})
    rules.push_back(overTheDay(stem, windows));
  // A process that has just begun has little.
  rules.back().expression +=
      fmt::format("\nand on (job) {} offset {}", v::kProcessesRunning, durationText(windows.before()));
}

RecordingRule quotient(const std::string& of, const std::string& part, const std::string& whole) {
  return {of, fmt::format("{} / {}", part, whole)};
}

// `expression` where there were enough calls in both times.
std::string whereEnough(std::string_view expression, std::string_view stem, const Options& options) {
  return fmt::format("{}\nand {} >= {}\nand {}", expression, recentOf(stem), options.minCalls,
                     atLeastADay(beforeOf(stem), options.minCalls, Windows(options.timeScale)));
}

void recordGrowth(const Options& options, Rules& rules) {
  rules.push_back(
      quotient(recentOf(v::kRecordedLatency), recentOf(v::kRecordedSeconds), recentOf(v::kRecordedTimed)));
  rules.push_back(
      quotient(beforeOf(v::kRecordedLatency), beforeOf(v::kRecordedSeconds), beforeOf(v::kRecordedTimed)));
  rules.push_back({v::kLatencyGrowth, whereEnough(fmt::format("{} / {}", recentOf(v::kRecordedLatency),
                                                              beforeOf(v::kRecordedLatency)),
                                                  v::kRecordedTimed, options)});
  rules.push_back({v::kAllocatedGrowth,
                   whereEnough(fmt::format("({} / {}) / ({} / {})", recentOf(v::kRecordedAllocated),
                                           recentOf(v::kRecordedMemoryCalls), beforeOf(v::kRecordedAllocated),
                                           beforeOf(v::kRecordedMemoryCalls)),
                               v::kRecordedMemoryCalls, options)});
  rules.push_back(
      {v::kSizeGrowth, whereEnough(fmt::format("({} / {}) / ({} / {})", recentOf(v::kRecordedSizes),
                                               recentOf(v::kRecordedSized), beforeOf(v::kRecordedSizes),
                                               beforeOf(v::kRecordedSized)),
                                   v::kRecordedSized, options)});
}

// Direct standardisation: every type's present latency, weighed with the calls it had the day before.
void recordSameMix(const Options& options, Rules& rules) {
  const std::string latency = recentOf(v::kRecordedTypeLatency), calls = beforeOf(v::kRecordedTypeCalls),
                    now = recentOf(v::kRecordedTypeCalls);
  const auto sum = [](const std::string& what) {
    return fmt::format("sum by ({}) ({})", byFunction(), what);
  };
  const std::string shared = sum(fmt::format("{} and {}", calls, latency));
  rules.push_back(
      {latency, fmt::format("{} / ({} >= {})", recentOf(v::kRecordedTypeSeconds), now, kMinCallsOfType)});
  rules.push_back({v::kLatencyGrowthSameMix,
                   fmt::format("{}\n/\n{}\nand {} / {} >= {}\nand {} >= {}\nand {}",
                               sum(fmt::format("{} * {}", latency, calls)),
                               sum(fmt::format("{} and {}", beforeOf(v::kRecordedTypeSeconds), latency)),
                               shared, sum(calls), kSmallestSameShare, sum(now), options.minCalls,
                               atLeastADay(sum(calls), options.minCalls, Windows(options.timeScale)))});
}

void recordErrors(Rules& rules) {
  const std::string ratio = recentOf(v::kRecordedErrorRatio);
  rules.push_back(quotient(ratio, recentOf(v::kRecordedErrors), recentOf(v::kRecordedEnded)));
  rules.push_back(
      quotient(beforeOf(v::kRecordedErrorRatio), beforeOf(v::kRecordedErrors), beforeOf(v::kRecordedEnded)));
  rules.push_back({v::kErrorRatioAtLeast, wilsonLowerBound(ratio, recentOf(v::kRecordedEnded))});
}

// All types of the function but this one.
std::string others(const std::string& stem) {
  return fmt::format("(sum by ({}) ({}) - on ({}) group_right () {})", byFunction(), stem, byFunction(),
                     stem);
}

// A type fails more than the others do, and more than it did itself: what always failed is nobody's news.
void recordGathered(const Options& options, Rules& rules) {
  const std::string calls = recentOf(v::kRecordedTypeCalls), errors = recentOf(v::kRecordedTypeErrors),
                    ratio = recentOf(v::kRecordedTypeErrorRatio),
                    itself = beforeOf(v::kRecordedTypeErrorRatio);
  rules.push_back(quotient(ratio, errors, calls));
  rules.push_back(quotient(itself, beforeOf(v::kRecordedTypeErrors), beforeOf(v::kRecordedTypeCalls)));
  rules.push_back({v::kTypeErrorRatioAtLeast, wilsonLowerBound(ratio, calls)});
  rules.push_back({v::kTypeErrorRatioOthers,
                   fmt::format("{}\n/ ({} >= {})", others(errors), others(calls), options.minCalls)});
  const std::string factor = numberText(options.errorFactor), floor = numberText(kSmallestErrorRatio);
  rules.push_back(
      {v::kTypeErrorsGathered,
       fmt::format("{}\nand {} >= {}\nand {} > {} * clamp_min({}, {})\nunless {} <= {} * clamp_min({}, {})",
                   ratio, errors, options.minErrors, v::kTypeErrorRatioAtLeast, factor,
                   v::kTypeErrorRatioOthers, floor, v::kTypeErrorRatioAtLeast, factor, itself, floor)});
}

}  // namespace

std::vector<RecordingRule> recordedPieces(const Windows& windows) {
  Rules rules;
  for (const Quantity& quantity : quantities())
    rules.push_back({pieceOf(quantity.stem), sumOfAll(quantity, "rate", windows.piece())});
  recordPresenceOfPieces(rules);
  recordLevelsOfPieces(windows, rules);
  return rules;
}

std::vector<RecordingRule> recordedDays(const Windows& windows) {
  Rules rules;
  recordDay(windows, rules);
  recordPresence(windows, rules);
  recordLevelsOfDay(windows, rules);
  return rules;
}

std::vector<RecordingRule> recordedFunctions(const Options& options) {
  const Windows windows(options.timeScale);
  Rules rules = {facts()};
  rules.push_back({v::kProcessesRunning, fmt::format("sum by (job) ({}{{{}=\"{}\"}})", v::kProcesses,
                                                     v::kLabelState, v::kStateRunning)});
  recordHour(windows, rules);
  recordLevelsOfHour(windows, rules);
  recordGrowth(options, rules);
  recordSameMix(options, rules);
  recordErrors(rules);
  recordGathered(options, rules);
  return rules;
}

std::vector<RecordingRule> recordedValues(const char* record, const IdsByValue& ids) {
  std::vector<std::string> parts;
  for (const auto& [value, some] : ids)
    parts.push_back(fmt::format("{} * group by ({}) ({}{{{}}})", numberText(value), v::kLabelId,
                                v::kFunctionFacts, oneOf(some)));
  return parts.empty() ? Rules() : Rules{{record, join(parts, "\nor\n")}};
}

std::vector<RecordingRule> recordedThresholds(const ThresholdsById& thresholds) {
  Rules rules;
  for (const auto& [series, member] : {std::pair(v::kThresholdFactor, &Thresholds::latencyFactor),
                                       {v::kThresholdMean, &Thresholds::meanSeconds},
                                       {v::kThresholdErrors, &Thresholds::errorRatio},
                                       {v::kThresholdExponent, &Thresholds::sizeExponent}}) {
    IdsByValue ids;
    for (const auto& [id, own] : thresholds)
      if (const auto& value = own.*member) ids[*value].push_back(id);
    std::ranges::move(recordedValues(series, ids), std::back_inserter(rules));
  }
  return rules;
}

}  // namespace assay::emit::rules
