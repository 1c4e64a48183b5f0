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
constexpr const char kRecordedTimed[] = "assay:timed";      ///< calls whose time is taken
constexpr const char kRecordedSeconds[] = "assay:seconds";  ///< what they took together
constexpr const char kRecordedSized[] = "assay:sized";      ///< calls whose input has a size
constexpr const char kRecordedSizes[] = "assay:sizes";      ///< the sizes together
constexpr const char kRecordedTypeCalls[] = "assay:type_calls";
constexpr const char kRecordedTypeErrors[] = "assay:type_errors";
constexpr const char kRecordedTypeSeconds[] = "assay:type_seconds";
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
constexpr const char kSizeGrowth[] = "assay:size:growth";
constexpr const char kErrorRatioAtLeast[] =
    "assay:error_ratio:at_least";  ///< of the last hour, chance taken off
constexpr const char kTypeErrorRatioAtLeast[] = "assay:type_error_ratio:at_least";
constexpr const char kTypeErrorRatioOthers[] =
    "assay:type_error_ratio:others";  ///< of all other types together
constexpr const char kTypeErrorsGathered[] = "assay:type_error_ratio:gathered";  ///< where errors gather
constexpr const char kThresholdFactor[] = "assay:threshold:latency_factor";
constexpr const char kThresholdMean[] = "assay:threshold:mean_seconds";
constexpr const char kThresholdErrors[] = "assay:threshold:error_ratio";

}  // namespace vocabulary
}  // namespace assay
