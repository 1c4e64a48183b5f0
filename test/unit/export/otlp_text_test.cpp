// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/otlp_text.h"

#include <gtest/gtest.h>

#include "document/value.h"
#include "export/exponential_cells.h"

namespace assay::exporting {
namespace {

constexpr Nanoseconds kNow = 1'769'900'010'000'000'000;
constexpr Nanoseconds kStart = 1'769'900'000'000'000'000;

OtlpMetric sumOf(std::vector<OtlpPoint> points) {
  return {"ai_code.calls", "Calls.", "", MetricType::Counter, false, false, {}, std::move(points)};
}

std::string onlyBody(const OtlpMetric& metric, const OtlpForm& form = {{{"service.name", "assay"}}, "1.0"}) {
  const auto requests = otlpRequests(std::vector{metric}, kNow, form);
  return requests.size() == 1 ? requests[0].body : "not one request";
}

std::string pointOf(const OtlpMetric& metric) {
  const std::string body = onlyBody(metric);
  const std::size_t begin = body.find("\"dataPoints\":[") + 14;
  return body.substr(begin, body.rfind("]}}]}]}]}") - begin);
}

TEST(OtlpText, OfASum) {
  EXPECT_EQ(
      onlyBody(sumOf({{{{"function", "f"}}, kStart, 3}})),
      R"({"resourceMetrics":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"assay"}}]},)"
      R"("scopeMetrics":[{"scope":{"name":"assay","version":"1.0"},"metrics":[{"name":"ai_code.calls","description":"Calls.",)"
      R"("sum":{"aggregationTemporality":2,"isMonotonic":true,"dataPoints":[{"attributes":[{"key":"function","value":)"
      R"({"stringValue":"f"}}],"startTimeUnixNano":"1769900000000000000","timeUnixNano":"1769900010000000000","asInt":"3"}]}}]}]}]})");
}

TEST(OtlpText, OfNumbersAtTheirEnds) {
  EXPECT_TRUE(
      pointOf(sumOf({{{}, kStart, ~std::uint64_t{0}}})).ends_with(R"("asInt":"9223372036854775807"})"));
  OtlpMetric seconds = sumOf({{{}, kStart, 0, 2.5e-7}});
  seconds.isOfSeconds = true;
  seconds.unit = "s";
  EXPECT_TRUE(pointOf(seconds).ends_with(R"("asDouble":2.5e-07})"));
  EXPECT_NE(onlyBody(seconds).find(R"("unit":"s")"), std::string::npos);
}

TEST(OtlpText, OfAGauge) {
  const OtlpMetric gauge{"g", "", "", MetricType::Gauge, false, false, {}, {{{}, 0, 4}}};
  EXPECT_EQ(pointOf(gauge), R"({"attributes":[],"timeUnixNano":"1769900010000000000","asInt":"4"})");
  EXPECT_NE(onlyBody(gauge).find(R"("gauge":{"dataPoints")"), std::string::npos);
}

TEST(OtlpText, OfAHistogram) {
  const OtlpMetric histogram{"h",   "",    "",     MetricType::Histogram,
                             false, false, {0, 3}, {{{}, kStart, 0, 9.5, {1, 0, 2}}}};
  EXPECT_TRUE(pointOf(histogram).ends_with(
      R"("count":"3","sum":9.5,"bucketCounts":["1","0","2"],"explicitBounds":[0,3]})"));
}

TEST(OtlpText, OfAnExponentialHistogram) {
  telemetry::Histogram cells(kExponentialCellCount);
  cells[0] = 1;
  cells[static_cast<std::size_t>(1 - kLowestIndex - 9)] = 2;
  cells[static_cast<std::size_t>(1 - kLowestIndex - 7)] = 3;
  const OtlpMetric histogram{"h",   "",   "s", MetricType::Histogram,
                             false, true, {},  {{{}, kStart, 0, 2, cells}}};
  EXPECT_TRUE(pointOf(histogram).ends_with(
      R"("count":"6","sum":2,"scale":3,"zeroCount":"1","positive":{"offset":-9,"bucketCounts":["2","0","3"]},"zeroThreshold":0})"));
  EXPECT_NE(onlyBody(histogram).find(R"("exponentialHistogram":{"aggregationTemporality":2,)"),
            std::string::npos);
}

TEST(OtlpText, HostileTextStaysText) {
  const std::string hostile = "\"}],\\ \n\t\x01\x7f\xC3\xA9 </script>";
  const auto read = document::parseJson(onlyBody(sumOf({{{{hostile, hostile}}, kStart, 1}})), "body");
  ASSERT_TRUE(read.has_value());
  const document::Value& metric =
      *read->find("resourceMetrics")->asArray()->at(0).find("scopeMetrics")->asArray()->at(0).find("metrics");
  const document::Value& point = metric.asArray()->at(0).find("sum")->find("dataPoints")->asArray()->at(0);
  const document::Value& attribute = point.find("attributes")->asArray()->at(0);
  EXPECT_EQ(*attribute.find("key")->asString(), hostile);
  EXPECT_EQ(*attribute.find("value")->find("stringValue")->asString(), hostile);
}

TEST(OtlpText, RequestsAreNoLongerThanTheLimit) {
  std::vector<OtlpMetric> metrics;
  for (int i = 0; i < 5; ++i) {
    metrics.push_back(sumOf({}));
    metrics.back().name += std::to_string(i);
    for (std::uint64_t k = 0; k < 40; ++k)
      metrics.back().points.push_back({{{"function", std::string(k, 'f')}}, kStart, k});
  }
  const OtlpForm form{{{"service.name", "assay"}}, "1.0", 2000};
  const auto requests = otlpRequests(metrics, kNow, form);
  EXPECT_GT(requests.size(), 10u);
  std::size_t points = 0, sum = 0;
  for (const OtlpRequest& request : requests) {
    EXPECT_LE(request.body.size(), form.mostBytes);
    ASSERT_TRUE(document::parseJson(request.body, "body").has_value()) << request.body;
    points += request.points;
    for (std::size_t at = 0; (at = request.body.find("\"timeUnixNano\"", at)) != std::string::npos; ++at)
      ++sum;
  }
  EXPECT_EQ(points, 200u);
  EXPECT_EQ(sum, 200u);
}

TEST(OtlpText, APointThatIsTooLongGoesAlone) {
  const OtlpForm tiny{{}, "1.0", 10};
  EXPECT_EQ(otlpRequests(std::vector{sumOf({{{}, kStart, 1}, {{}, kStart, 2}})}, kNow, tiny).size(), 2u);
}

TEST(OtlpText, NothingIsNoRequest) {
  EXPECT_TRUE(otlpRequests({}, kNow, {}).empty());
  EXPECT_TRUE(otlpRequests(std::vector{sumOf({})}, kNow, {}).empty());
}

}  // namespace
}  // namespace assay::exporting
