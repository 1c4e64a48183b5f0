// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/otlp_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <limits>
#include <string_view>
#include <utility>

#include "export/exponential_cells.h"
#include "telemetry/site_totals.h"

namespace assay::exporting {
namespace {

constexpr int kCumulative = 2;  // AggregationTemporality
constexpr std::string_view kMetricEnd = "]}}";
constexpr std::string_view kRequestEnd = "]}]}]}";

std::string jsonText(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\')
      quoted.append(1, '\\').append(1, c);
    else if (c >= 0 && c < ' ')
      quoted += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    else
      quoted += c;
  }
  return quoted + '"';
}

std::string attributesText(const Labels& labels) {
  std::string text = "\"attributes\":[";
  for (const auto& [key, value] : labels)
    text += fmt::format("{}{{\"key\":{},\"value\":{{\"stringValue\":{}}}}}", text.ends_with('[') ? "" : ",",
                        jsonText(key), jsonText(value));
  return text + ']';
}

std::string countsText(std::span<const std::uint64_t> counts) {
  std::string text = "[";
  for (const std::uint64_t count : counts)
    fmt::format_to(std::back_inserter(text), "{}\"{}\"", text.size() > 1 ? "," : "", count);
  return text + ']';
}

std::string boundsText(const std::vector<double>& bounds) {
  std::string text = "[";
  for (const double bound : bounds)
    fmt::format_to(std::back_inserter(text), "{}{}", text.size() > 1 ? "," : "", bound);
  return text + ']';
}

// asInt has a sign.
std::string numberText(const OtlpMetric& metric, const OtlpPoint& point) {
  if (metric.isOfSeconds) return fmt::format("\"asDouble\":{}", point.sum);
  constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  return fmt::format("\"asInt\":\"{}\"", std::min(point.value, kMost));
}

std::string exponentialText(const OtlpPoint& point) {
  const ExponentialBuckets buckets = exponentialBuckets(point.cells);
  return fmt::format(
      "\"scale\":{},\"zeroCount\":\"{}\",\"positive\":{{\"offset\":{},\"bucketCounts\":{}}},"
      "\"zeroThreshold\":0",
      buckets.scale, point.cells.empty() ? 0 : point.cells.front(), buckets.offset,
      countsText(buckets.counts));
}

std::string histogramText(const OtlpMetric& metric, const OtlpPoint& point) {
  std::uint64_t count = 0;
  for (const std::uint64_t cell : point.cells) count = telemetry::saturatingAdd(count, cell);
  const std::string head = fmt::format("\"count\":\"{}\",\"sum\":{},", count, point.sum);
  if (metric.isExponential) return head + exponentialText(point);
  return head + fmt::format("\"bucketCounts\":{},\"explicitBounds\":{}", countsText(point.cells),
                            boundsText(metric.bounds));
}

std::string pointText(const OtlpMetric& metric, const OtlpPoint& point, Nanoseconds time) {
  const std::string start =
      point.start > 0 ? fmt::format("\"startTimeUnixNano\":\"{}\",", point.start) : std::string();
  return fmt::format(
      "{{{},{}\"timeUnixNano\":\"{}\",{}}}", attributesText(point.labels), start, time,
      metric.type == MetricType::Histogram ? histogramText(metric, point) : numberText(metric, point));
}

// What stands before the first point of a metric, and after the last.
std::string metricHead(const OtlpMetric& metric) {
  std::string text =
      fmt::format("{{\"name\":{},\"description\":{},", jsonText(metric.name), jsonText(metric.description));
  if (!metric.unit.empty()) text += fmt::format("\"unit\":{},", jsonText(metric.unit));
  switch (metric.type) {
    case MetricType::Counter:
      return text +
             fmt::format("\"sum\":{{\"aggregationTemporality\":{},\"isMonotonic\":true,\"dataPoints\":[",
                         kCumulative);
    case MetricType::Histogram:
      return text + fmt::format("\"{}\":{{\"aggregationTemporality\":{},\"dataPoints\":[",
                                metric.isExponential ? "exponentialHistogram" : "histogram", kCumulative);
    case MetricType::Gauge:
    case MetricType::Info: break;
  }
  return text + "\"gauge\":{\"dataPoints\":[";
}

class Requests {
 public:
  Requests(Nanoseconds time, const OtlpForm& form)
      : time_(time),
        most_(form.mostBytes),
        head_(fmt::format(
            "{{\"resourceMetrics\":[{{\"resource\":{{{}}},\"scopeMetrics\":[{{\"scope\":{{\"name\":"
            "\"assay\",\"version\":{}}},\"metrics\":[",
            attributesText(form.resource), jsonText(form.version))) {}

  void add(const OtlpMetric& metric) {
    for (const OtlpPoint& point : metric.points) add(metric, pointText(metric, point, time_));
    endMetric();
  }

  std::vector<OtlpRequest> take() && {
    endRequest();
    return std::move(requests_);
  }

 private:
  void add(const OtlpMetric& metric, const std::string& point) {
    constexpr std::size_t kEnd = kMetricEnd.size() + kRequestEnd.size();
    std::string piece = before(metric) + point;
    if (now_.points > 0 && now_.body.size() + piece.size() + kEnd > most_) {
      endRequest();
      piece = before(metric) + point;
    }
    now_.body += piece;
    isInMetric_ = true;
    ++now_.points;
  }

  [[nodiscard]] std::string before(const OtlpMetric& metric) const {
    if (isInMetric_) return ",";
    return (now_.points == 0 ? head_ : ",") + metricHead(metric);
  }

  void endMetric() {
    if (std::exchange(isInMetric_, false)) now_.body += kMetricEnd;
  }

  void endRequest() {
    endMetric();
    if (now_.points == 0) return;
    now_.body += kRequestEnd;
    requests_.push_back(std::exchange(now_, {}));
  }

  Nanoseconds time_;
  std::size_t most_;
  std::string head_;
  bool isInMetric_ = false;
  OtlpRequest now_;
  std::vector<OtlpRequest> requests_;
};

}  // namespace

std::vector<OtlpRequest> otlpRequests(std::span<const OtlpMetric> metrics, Nanoseconds time,
                                      const OtlpForm& form) {
  Requests requests(time, form);
  for (const OtlpMetric& metric : metrics) requests.add(metric);
  return std::move(requests).take();
}

}  // namespace assay::exporting
