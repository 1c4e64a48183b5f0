// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Pieces of PromQL with Grafana's variables in them ($job, $ai_source, $function, $top, $__rate_interval).
// All names of series and labels come from lib/vocabulary.
#pragma once

#include <string>
#include <string_view>

namespace assay::emit::dashboard {

/// By what one function, or one model, is told from another: a list of labels.
const std::string& functionLabels();
const std::string& modelLabels();

/// "{job=~"$job", …}": what the reader has chosen; `$function` too only if `one`.
std::string chosen(bool one = false);

/// Everything that a panel of a group of functions asks for: the labels they are grouped by (empty = all
/// together) and the choice they are out of (chosen()).
struct Group {
  std::string labels = {};
  std::string choice = chosen();
};

/// Calls, failures, seconds spent: each second, over the dashboard's interval.
std::string callRate(const Group& group);
std::string errorRate(const Group& group);
std::string timeRate(const Group& group);

/// Failed calls by those whose end is seen; nothing where there were none of these.
std::string errorShare(const Group& group);

/// Mean seconds of a call; nothing where there were none.
std::string meanLatency(const Group& group);

/// 0 < q < 1, of the durations in seconds, or of the sizes.
std::string latencyQuantile(std::string_view q, const Group& group);
std::string sizeQuantile(std::string_view q, const Group& group);

/// By `le`, for a heat map: calls of each bucket within a step.
std::string latencyBuckets(const Group& group);
std::string sizeBuckets(const Group& group);

/// `sum by (labels) (rate(metric{choice}[…]))`; `metric` is a counter.
std::string rateOf(std::string_view metric, const Group& group);

/// The counters that are higher at the end of the chosen time than at its beginning, or were not there then.
/// Reads two samples of each, however long the time is.
std::string grown(std::string_view counter, const Group& group);

/// Of a result by functionLabels() the $top functions that took most time in the last hour of the chosen
/// time. So a panel has few lines, and the same ones all the way.
std::string ofBusiest(std::string_view byFunction);

}  // namespace assay::emit::dashboard
