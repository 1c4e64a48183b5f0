// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The names of the series that the generated rules record: what alerts compare and dashboards may show. Each
// is of one function (labels `job` and `id`), those of types of one type of its input as well.
#pragma once

namespace assay {
namespace vocabulary {

// What one quantity is over a time: appended to the stems below.
constexpr const char kPiece[] =
    ":piece";  ///< per second, over a short while: what `before` is put together from
constexpr const char kRecent[] =
    ":recent";  ///< of the last hour: the increase, or what follows from increases
constexpr const char kBefore[] = ":before";  ///< per second, over the day before that hour

// Stems: sums
constexpr const char kRecordedCalls[] = "assay:calls";
constexpr const char kRecordedActive[] = "assay:active";  ///< 1 in a piece with calls: a share of the time
constexpr const char kRecordedProcesses[] = "assay:processes";  ///< of a job: 1 while one runs
constexpr const char kRecordedEnded[] = "assay:ended";          ///< calls of which the end is seen
constexpr const char kRecordedErrors[] = "assay:errors";
constexpr const char kRecordedTimed[] = "assay:timed";               ///< calls whose time is taken
constexpr const char kRecordedSeconds[] = "assay:seconds";           ///< what they took together
constexpr const char kRecordedSized[] = "assay:sized";               ///< calls whose input has a size
constexpr const char kRecordedSizes[] = "assay:sizes";               ///< the sizes together
constexpr const char kRecordedMemoryCalls[] = "assay:memory_calls";  ///< calls whose memory is counted
constexpr const char kRecordedAllocated[] = "assay:allocated";       ///< bytes of them
constexpr const char kRecordedOpen[] = "assay:open";          ///< calls that have not ended, the fewest
constexpr const char kRecordedResident[] = "assay:resident";  ///< of a job: bytes of each process
constexpr const char kRecordedTypeCalls[] = "assay:type_calls";
constexpr const char kRecordedTypeErrors[] = "assay:type_errors";
constexpr const char kRecordedTypeSeconds[] = "assay:type_seconds";
constexpr const char kRecordedSizeCalls[] = "assay:size_calls";    ///< by `le`, as exported
constexpr const char kRecordedSizeErrors[] = "assay:size_errors";  ///< by `le`, as exported
// Stems: what follows from them
constexpr const char kRecordedLatency[] = "assay:latency";  ///< mean, in seconds
constexpr const char kRecordedErrorRatio[] = "assay:error_ratio";
constexpr const char kRecordedTypeLatency[] = "assay:type_latency";
constexpr const char kRecordedTypeErrorRatio[] = "assay:type_error_ratio";

// Whole names
constexpr const char kFunctionFacts[] = "assay:function:info";         ///< 1; one series for each function
constexpr const char kProcessesRunning[] = "assay:processes:running";  ///< of a job
constexpr const char kLatencyGrowth[] = "assay:latency:growth";        ///< recent against before
constexpr const char kLatencyGrowthSameMix[] = "assay:latency:growth_same_mix";
constexpr const char kAllocatedGrowth[] = "assay:allocated:growth";  ///< of a call
constexpr const char kSizeGrowth[] = "assay:size:growth";
constexpr const char kErrorRatioAtLeast[] =
    "assay:error_ratio:at_least";  ///< of the last hour, chance taken off
constexpr const char kTypeErrorRatioAtLeast[] = "assay:type_error_ratio:at_least";
constexpr const char kTypeErrorRatioOthers[] =
    "assay:type_error_ratio:others";  ///< of all other types together
constexpr const char kTypeErrorsGathered[] = "assay:type_error_ratio:gathered";  ///< where errors gather
// Of a range of sizes, which the label `inputs` names: "above 15", "up to 15".
constexpr const char kLabelInputs[] = "inputs";
constexpr const char kRangeCalls[] = "assay:range:calls";
constexpr const char kRangeErrors[] = "assay:range:errors";
constexpr const char kRangeErrorRatioAtLeast[] = "assay:range:error_ratio_at_least";
constexpr const char kRangeErrorRatioOthers[] = "assay:range:error_ratio_others";  ///< of all other sizes
constexpr const char kRangeErrorsGathered[] = "assay:range:gathered";              ///< where errors gather
constexpr const char kThresholdFactor[] = "assay:threshold:latency_factor";
constexpr const char kThresholdMean[] = "assay:threshold:mean_seconds";
constexpr const char kThresholdErrors[] = "assay:threshold:error_ratio";
constexpr const char kErrorBudget[] = "assay:slo:error_budget";    ///< what an objective leaves
constexpr const char kErrorRatioOver[] = "assay:slo:error_ratio";  ///< with ":5m" and so on behind it
constexpr const char kThresholdExponent[] = "assay:threshold:size_exponent";

}  // namespace vocabulary
}  // namespace assay
