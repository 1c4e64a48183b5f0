// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/dashboard/queries.h"

#include <fmt/format.h>

#include "vocabulary/metrics.h"

namespace assay::emit::dashboard {
namespace v = vocabulary;
namespace {

constexpr std::string_view kInterval = "$__rate_interval";
// Not the chosen time: a week of 10,000 functions is more samples than Prometheus reads for one question.
constexpr std::string_view kBusyTime = "1h";

std::string sumBy(std::string_view labels, std::string_view expression) {
  return labels.empty() ? fmt::format("sum({})", expression)
                        : fmt::format("sum by ({}) ({})", labels, expression);
}

std::string bucketsOf(std::string_view histogram, std::string_view function, const Group& group) {
  const std::string labels = group.labels.empty() ? "le" : "le, " + group.labels;
  return sumBy(labels, fmt::format("{}({}_bucket{}[{}])", function, histogram, group.choice, kInterval));
}

std::string quantileOf(std::string_view histogram, std::string_view q, const Group& group) {
  return fmt::format("histogram_quantile({}, {})", q, bucketsOf(histogram, "rate", group));
}

std::string part(std::string_view suffix) {
  return fmt::format("{}_{}", v::kExecutionTimeSeconds, suffix);
}

}  // namespace

const std::string& functionLabels() {
  static const std::string kText =
      fmt::format("job, {}, {}, {}", v::kLabelId, v::kLabelFunction, v::kLabelSource);
  return kText;
}

const std::string& modelLabels() {
  static const std::string kText = v::kLabelSource;
  return kText;
}

std::string chosen(bool one) {
  const std::string function = one ? fmt::format(", {0}=~\"${0}\"", v::kLabelFunction) : std::string();
  return fmt::format("{{job=~\"$job\", {0}=~\"${0}\"{1}}}", v::kLabelSource, function);
}

std::string rateOf(std::string_view metric, const Group& group) {
  return sumBy(group.labels, fmt::format("rate({}{}[{}])", metric, group.choice, kInterval));
}

std::string callRate(const Group& group) {
  return rateOf(v::kCallsTotal, group);
}

std::string errorRate(const Group& group) {
  return rateOf(v::kErrorTotal, group);
}

std::string timeRate(const Group& group) {
  return rateOf(part("sum"), group);
}

// A function of which no end is seen has neither counter, so it has no share.
std::string errorShare(const Group& group) {
  return fmt::format("{0} / ({0} + {1} > 0)", errorRate(group), rateOf(v::kSuccessTotal, group));
}

std::string meanLatency(const Group& group) {
  return fmt::format("{} / ({} > 0)", timeRate(group), rateOf(part("count"), group));
}

std::string latencyQuantile(std::string_view q, const Group& group) {
  return quantileOf(v::kExecutionTimeSeconds, q, group);
}

std::string sizeQuantile(std::string_view q, const Group& group) {
  return quantileOf(v::kInputSize, q, group);
}

std::string latencyBuckets(const Group& group) {
  return bucketsOf(v::kExecutionTimeSeconds, "increase", group);
}

std::string sizeBuckets(const Group& group) {
  return bucketsOf(v::kInputSize, "increase", group);
}

std::string grown(std::string_view metric, const Group& group) {
  const std::string now = sumBy(group.labels, fmt::format("{}{}", metric, group.choice));
  const std::string then = sumBy(group.labels, fmt::format("{}{} offset $__range", metric, group.choice));
  return fmt::format("{0} > ({1} or {0} * 0)", now, then);
}

std::string ofBusiest(std::string_view byFunction) {
  return fmt::format("({}) and on (job, {}) topk($top, sum by (job, {}) (rate({}{}[{}] @ end())))",
                     byFunction, v::kLabelId, v::kLabelId, part("sum"), chosen(), kBusyTime);
}

}  // namespace assay::emit::dashboard
