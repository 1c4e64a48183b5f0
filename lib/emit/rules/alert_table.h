// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Data only: the alerts, with the words that name them and what they say. Templates of Prometheus stand in
// the texts; FUNCTION becomes the function's name, RECENT and BEFORE the two times. docs/reference/alerts.md
// has a row for each.
#pragma once

#include <string_view>

#include "emit/rules/options.h"

namespace assay::emit::rules {

/// Whose an alert is, which decides its labels and annotations.
enum class Subject { Function, Job, Instance };

struct AlertRow {
  Kind kind;
  Subject subject;
  std::string_view word;   ///< in options
  std::string_view alert;  ///< its name in Prometheus
  std::string_view severity;
  std::string_view summary;
  std::string_view description;
};

inline constexpr AlertRow kAlerts[] = {
    {Kind::LatencyRegression, Subject::Function, "latency-regression", "AssayLatencyRegression", "warning",
     "FUNCTION takes {{ $value | printf \"%.1f\" }} times as long as before",
     "The mean of its calls in the last RECENT, against the BEFORE before that."},
    {Kind::SlowerPerInput, Subject::Function, "slower-per-input", "AssaySlowerPerInput", "warning",
     "FUNCTION takes {{ $value | printf \"%.1f\" }} times as long for each unit of its input",
     "Its time grew more than its inputs did: the code got slower, or takes more than in proportion to the "
     "size."},
    {Kind::SlowerSameMix, Subject::Function, "slower-same-mix", "AssaySlowerSameMix", "warning",
     "FUNCTION takes {{ $value | printf \"%.1f\" }} times as long with the mix of input types that it had "
     "before",
     "Other types of input are not what makes it slow."},
    {Kind::Complexity, Subject::Function, "complexity", "AssayComplexity", "warning",
     "FUNCTION takes its input's size to the power of {{ $value | printf \"%.1f\" }}",
     "Its inputs grew from the BEFORE before to the last RECENT, and its time by more than the `complexity` "
     "of "
     "its tag allows."},
    {Kind::MemoryPerCall, Subject::Function, "memory-per-call", "AssayMemoryPerCall", "warning",
     "FUNCTION allocates {{ $value | printf \"%.1f\" }} times as much in each call as before",
     "The mean of its calls in the last RECENT, against the BEFORE before that."},
    {Kind::LatencyLimit, Subject::Function, "latency-limit", "AssayLatencyLimit", "critical",
     "FUNCTION takes {{ $value | humanizeDuration }}",
     "The mean of its calls in the last RECENT is above its own limit."},
    {Kind::ErrorRate, Subject::Function, "error-rate", "AssayErrorRate", "critical",
     "{{ $value | humanizePercentage }} of the calls of FUNCTION fail",
     "That is in the last RECENT, and more above the BEFORE before that than chance explains."},
    {Kind::ErrorsGathered, Subject::Function, "errors-gathered", "AssayErrorsGathered", "warning",
     "FUNCTION fails with some types of its input",
     "In the last RECENT, with these types more than with the others:"},
    {Kind::ErrorsBySize, Subject::Function, "errors-by-size", "AssayErrorsBySize", "warning",
     "FUNCTION fails with some sizes of its input",
     "In the last RECENT, with these sizes more than with the others:"},
    {Kind::ErrorLimit, Subject::Function, "error-limit", "AssayErrorLimit", "critical",
     "{{ $value | humanizePercentage }} of the calls of FUNCTION fail",
     "That is in the last RECENT, and more above its own limit than chance explains."},
    {Kind::BudgetBurnsFast, Subject::Function, "budget-burns-fast", "AssayBudgetBurnsFast", "critical",
     "{{ $value | humanizePercentage }} of the calls of FUNCTION fail, and its errors of a month are used up "
     "soon",
     "At this rate within two days, or within five."},
    {Kind::BudgetBurnsSlowly, Subject::Function, "budget-burns-slowly", "AssayBudgetBurnsSlowly", "warning",
     "{{ $value | humanizePercentage }} of the calls of FUNCTION fail, and its errors of a month will not do",
     "At this rate they are used up within ten days, or within the month."},
    {Kind::NeverReturns, Subject::Function, "never-returns", "AssayNeverReturns", "critical",
     "{{ $value | printf \"%.0f\" }} calls of FUNCTION do not return",
     "More of its calls than in the BEFORE before were under way all through the last RECENT, and more than "
     "the "
     "number and the time of those that ended explain."},
    {Kind::Silence, Subject::Function, "silence", "AssaySilence", "warning",
     "FUNCTION is not called any more",
     "In the BEFORE before it was called all the time. In "
     "the last RECENT it was not, while "
     "processes of the job run."},
    {Kind::MemoryGrowth, Subject::Job, "memory-growth", "AssayMemoryGrowth", "warning",
     "A process of {{ $labels.job }} has {{ $value | printf \"%.1f\" }} times as much memory as before",
     "The least that it had in the last RECENT, against the mean of the BEFORE before that."},
    {Kind::NoProcesses, Subject::Job, "no-processes", "AssayNoProcesses", "critical",
     "No guarded process of {{ $labels.job }} runs", "In the BEFORE before there always was one."},
    {Kind::NoData, Subject::Job, "no-data", "AssayNoData", "critical",
     "Nothing is known of the functions of {{ $labels.job }}",
     "No assay serve of the job was scraped, so that all other alerts are silent."},
    {Kind::GuardsOff, Subject::Instance, "guards-off", "AssayGuardsOff", "warning",
     "{{ $value | printf \"%.0f\" }} processes of {{ $labels.instance }} have switched their guards off",
     "What they do is counted nowhere."},
    {Kind::LostCalls, Subject::Instance, "lost-calls", "AssayLostCalls", "warning",
     "{{ $value | printf \"%.0f\" }} calls are missing in the numbers of {{ $labels.instance }}",
     "Its guards could not record them in the last RECENT: a full disk, or a full table."},
    {Kind::UnreadableSegments, Subject::Instance, "unreadable-segments", "AssayUnreadableSegments", "warning",
     "{{ $value | printf \"%.0f\" }} segments of {{ $labels.instance }} cannot be read",
     "What their processes counted is in no number; assay serve said why on standard error."},
};

}  // namespace assay::emit::rules
