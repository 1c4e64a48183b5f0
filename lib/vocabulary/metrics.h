// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The public names: metrics, labels, environment variables. Exporters, rules, dashboards, the runtime and the
// docs read them here and nowhere else. The dotted names are the ones StatsD users know, the others follow
// Prometheus' base units.
#pragma once

namespace assay {
namespace vocabulary {

// DogStatsD
constexpr const char kStatsdExecutionTime[] = "ai_code.execution_time";
constexpr const char kStatsdSuccess[] = "ai_code.success";
constexpr const char kStatsdError[] = "ai_code.error";
constexpr const char kStatsdErrorKind[] = "ai_code.error_kind";
constexpr const char kStatsdMemoryAllocated[] = "ai_code.memory_allocated_bytes";
constexpr const char kStatsdMemoryFreed[] = "ai_code.memory_freed_bytes";
constexpr const char kStatsdMemoryCalls[] = "ai_code.memory_calls";
constexpr const char kStatsdInputSize[] = "ai_code.input_size";
constexpr const char kStatsdInputType[] = "ai_code.input_type";
constexpr const char kStatsdCalls[] = "ai_code.calls";
constexpr const char kStatsdLostCalls[] = "ai_code.lost_calls";

// Prometheus
constexpr const char kExecutionTimeSeconds[] = "ai_code_execution_time_seconds";
constexpr const char kSuccessTotal[] = "ai_code_success_total";
constexpr const char kErrorTotal[] = "ai_code_error_total";
constexpr const char kErrorKindTotal[] = "ai_code_error_kind_total";
constexpr const char kMemoryAllocatedBytesTotal[] = "ai_code_memory_allocated_bytes_total";
constexpr const char kMemoryFreedBytesTotal[] = "ai_code_memory_freed_bytes_total";
constexpr const char kMemoryCallsTotal[] = "ai_code_memory_calls_total";
constexpr const char kResidentMemoryBytes[] = "ai_code_resident_memory_bytes";
constexpr const char kInputSize[] = "ai_code_input_size";
constexpr const char kFailedInputSize[] = "ai_code_failed_input_size";
constexpr const char kInputTypeTotal[] = "ai_code_input_type_total";
constexpr const char kInputTypeErrorTotal[] = "ai_code_input_type_error_total";
constexpr const char kInputTypeSecondsTotal[] = "ai_code_input_type_seconds_total";
constexpr const char kFunctionInfo[] = "ai_code_function_info";
constexpr const char kCallsTotal[] = "ai_code_calls_total";
constexpr const char kEstimatedCallsTotal[] = "ai_code_estimated_calls_total";
constexpr const char kOpenCalls[] = "ai_code_open_calls";
constexpr const char kExperimentInfo[] = "ai_code_experiment_info";
constexpr const char kProcesses[] = "ai_code_processes";
constexpr const char kGuardsOff[] = "ai_code_guards_off";
constexpr const char kLostCallsTotal[] = "ai_code_lost_calls_total";
constexpr const char kUnreadableSegments[] = "ai_code_unreadable_segments";
constexpr const char kDogstatsdMessagesTotal[] = "ai_code_dogstatsd_messages_total";
constexpr const char kDogstatsdPacketsTotal[] = "ai_code_dogstatsd_packets_total";
constexpr const char kDogstatsdBytesTotal[] = "ai_code_dogstatsd_bytes_total";
constexpr const char kOtlpPointsTotal[] = "ai_code_otlp_points_total";
constexpr const char kOtlpRequestsTotal[] = "ai_code_otlp_requests_total";

// Labels
constexpr const char kLabelFunction[] = "function";
constexpr const char kLabelSource[] = "ai_source";
constexpr const char kLabelType[] = "type";
constexpr const char kLabelKind[] = "kind";  ///< of an error
constexpr const char kLabelId[] = "id";      ///< of the manifest: two functions may have one name
constexpr const char kLabelState[] = "state";
constexpr const char kStateRunning[] = "running";
constexpr const char kStateEnded[] = "ended";
constexpr const char kStateSent[] = "sent";
constexpr const char kStateDropped[] = "dropped";
constexpr const char kStateRejected[] = "rejected";
constexpr const char kStateReplaced[] = "replaced";  ///< by a later reading that has all of it
constexpr const char kStateFailed[] = "failed";
constexpr const char kSourceUnknown[] = "unknown";     ///< no manifest has the function
constexpr const char kSourceNotGiven[] = "not given";  ///< its tag names no model
constexpr const char kLabelVendor[] = "vendor";
constexpr const char kLabelDate[] = "date";
constexpr const char kLabelPromptHash[] = "prompt_hash";
constexpr const char kLabelBody[] = "body";  ///< fingerprint of what the function is made of
constexpr const char kLabelFile[] = "file";
constexpr const char kLabelLine[] = "line";
constexpr const char kLabelReplaces[] = "replaces";  ///< name of the old function of an experiment
constexpr const char kLabelOldId[] = "replaced_id";  ///< under which the calls that it still has are counted

// Environment of a guarded program
constexpr const char kEnvFolder[] = "ASSAY_DIR";     ///< folder of the segment files
constexpr const char kEnvSwitch[] = "ASSAY_GUARDS";  ///< "off" starts with the guards switched off
constexpr const char kEnvBudget[] =
    "ASSAY_BUDGET";  ///< percent of a thread's time for timing calls, or "off": all are timed
constexpr const char kEnvClock[] =
    "ASSAY_CLOCK";  ///< "monotonic" keeps the guards off the time-stamp counter
constexpr const char kEnvCrashes[] = "ASSAY_CRASHES";  ///< "off": crashes in experiments are not noted
constexpr const char kEnvControl[] =
    "ASSAY_CONTROL";  ///< the control file of experiments (control_layout.h); default: in ASSAY_DIR

}  // namespace vocabulary
}  // namespace assay
