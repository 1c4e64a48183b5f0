// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/otlp_streams.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace assay::exporting {
namespace {

constexpr Nanoseconds kBegun = 1'000;

MetricFamily counterFamily(std::uint64_t value, const char* model = "m") {
  return {"ai_code_calls_total",
          "Calls.",
          MetricType::Counter,
          "",
          {{{{"function", "f"}, {"ai_source", model}}, value}}};
}

MetricFamily histogramFamily(const std::vector<std::uint64_t>& cells, double sum) {
  Sample sample{{{"function", "f"}}};
  for (std::size_t i = 0; i < cells.size(); ++i) {
    sample.histogram.count += cells[i];
    if (i + 1 < cells.size())
      sample.histogram.buckets.emplace_back(1.0 + static_cast<double>(i), sample.histogram.count);
  }
  sample.histogram.sum = sum;
  return {"ai_code_size_bytes", "Sizes.", MetricType::Histogram, "bytes", {sample}};
}

OtlpPoint onlyPoint(OtlpStreams& streams, const MetricFamily& family, Nanoseconds now) {
  return streams.advance(std::vector{family}, now).at(0).points.at(0);
}

TEST(OtlpName, IsWhatPrometheusMakesItsOwnOf) {
  EXPECT_EQ(otlpName({"ai_code_calls_total", "", MetricType::Counter}), "ai_code.calls");
  EXPECT_EQ(otlpName({"ai_code_execution_time_seconds", "", MetricType::Histogram, "seconds"}),
            "ai_code.execution_time");
  EXPECT_EQ(otlpName({"ai_code_input_type_seconds_total", "", MetricType::Counter, "seconds"}),
            "ai_code.input_type_seconds")
      << "ai_code.input_type is a metric of its own";
  EXPECT_EQ(otlpName({"ai_code_function_info", "", MetricType::Info}), "ai_code.function_info");
  EXPECT_EQ(otlpName({"other", "", MetricType::Gauge}), "other");
}

TEST(OtlpStreams, CountWhatComesAfterTheBeginning) {
  OtlpStreams streams;
  EXPECT_FALSE(streams.hasBegun());
  streams.begin(std::vector{counterFamily(100)}, kBegun);
  EXPECT_TRUE(streams.hasBegun());
  const OtlpPoint point = onlyPoint(streams, counterFamily(107), 2'000);
  EXPECT_EQ(point.value, 7u);
  EXPECT_EQ(point.start, kBegun);
  EXPECT_EQ(onlyPoint(streams, counterFamily(110), 3'000).value, 10u);
}

TEST(OtlpStreams, ASeriesThatComesLaterCountsFromTheBeginning) {
  OtlpStreams streams;
  streams.begin({}, kBegun);
  const OtlpPoint point = onlyPoint(streams, counterFamily(5), 2'000);
  EXPECT_EQ(point.value, 5u);
  EXPECT_EQ(point.start, kBegun) << "there were none between";
}

TEST(OtlpStreams, NeverGoDown) {
  OtlpStreams streams;
  streams.begin({}, kBegun);
  EXPECT_EQ(onlyPoint(streams, counterFamily(8), 2'000).value, 8u);
  EXPECT_EQ(onlyPoint(streams, counterFamily(7), 3'000).value, 8u);
  EXPECT_EQ(onlyPoint(streams, counterFamily(9), 4'000).value, 9u);
}

TEST(OtlpStreams, AnotherModelIsAnotherStream) {
  OtlpStreams streams;
  streams.begin({}, kBegun);
  EXPECT_EQ(onlyPoint(streams, counterFamily(8, "unknown"), 2'000).value, 8u);
  const OtlpPoint known = onlyPoint(streams, counterFamily(11, "GPT-4"), 3'000);
  EXPECT_EQ(known.value, 3u) << "8 were told of as unknown's";
  EXPECT_EQ(known.start, 2'000u);
  const OtlpPoint more = onlyPoint(streams, counterFamily(15, "GPT-4"), 4'000);
  EXPECT_EQ(more.value, 7u);
  EXPECT_EQ(more.start, 2'000u);
}

TEST(OtlpStreams, OfHistogramsHaveCellsOfTheirOwnAndTheSum) {
  OtlpStreams streams;
  streams.begin(std::vector{histogramFamily({1, 2, 3}, 10.5)}, kBegun);
  const auto metrics = streams.advance(std::vector{histogramFamily({2, 2, 7}, 50.5)}, 2'000);
  const OtlpMetric& metric = metrics.at(0);
  EXPECT_EQ(metric.name, "ai_code.size");
  EXPECT_EQ(metric.unit, "By");
  EXPECT_FALSE(metric.isExponential);
  EXPECT_EQ(metric.bounds, (std::vector<double>{1, 2}));
  EXPECT_EQ(metric.points.at(0).cells, (telemetry::Histogram{1, 0, 4}));
  EXPECT_DOUBLE_EQ(metric.points.at(0).sum, 40);
}

TEST(OtlpStreams, ACallThatIsFoundInAnotherCellIsNoNewOne) {
  OtlpStreams streams;
  streams.begin({}, kBegun);
  onlyPoint(streams, histogramFamily({5, 0, 0}, 5), 2'000);
  const OtlpPoint moved = onlyPoint(streams, histogramFamily({3, 3, 0}, 6), 3'000);
  EXPECT_EQ(moved.cells, (telemetry::Histogram{5, 1, 0}));
}

TEST(OtlpStreams, TakeTheFinerCellsWhereThereAre) {
  OtlpStreams streams;
  streams.begin({}, kBegun);
  MetricFamily family = histogramFamily({5, 1}, 5);
  family.samples[0].histogram.exponential = {0, 2, 4};
  const auto metrics = streams.advance(std::vector{family}, 2'000);
  EXPECT_TRUE(metrics.at(0).isExponential);
  EXPECT_EQ(metrics.at(0).points.at(0).cells, (telemetry::Histogram{0, 2, 4}));
}

TEST(OtlpStreams, GaugesAndFactsAreAsTheyAre) {
  OtlpStreams streams;
  streams.begin({}, kBegun);
  const std::vector<MetricFamily> families = {
      {"ai_code_processes", "", MetricType::Gauge, "", {{{{"state", "ended"}}, 4}}},
      {"ai_code_function_info", "", MetricType::Info, "", {{{{"file", "a.cc"}}, 1}}},
      {"ai_code_nothing_total", "", MetricType::Counter}};
  const auto metrics = streams.advance(families, 2'000);
  ASSERT_EQ(metrics.size(), 2u);
  EXPECT_EQ(metrics[0].points.at(0).value, 4u);
  EXPECT_EQ(metrics[0].points.at(0).start, 0u);
  EXPECT_EQ(metrics[1].points.at(0).value, 1u);
}

TEST(OtlpStreams, OfSecondsCountSeconds) {
  OtlpStreams streams;
  const auto family = [](double seconds) {
    return MetricFamily{"ai_code_input_type_seconds_total",
                        "",
                        MetricType::Counter,
                        "seconds",
                        {{.labels = {{"type", "T"}}, .seconds = seconds}}};
  };
  streams.begin(std::vector{family(1.5)}, kBegun);
  const auto metrics = streams.advance(std::vector{family(4)}, 2'000);
  EXPECT_TRUE(metrics.at(0).isOfSeconds);
  EXPECT_DOUBLE_EQ(metrics.at(0).points.at(0).sum, 2.5);
}

// Whatever is read, under one moment nothing goes down, and what is told of adds up to what was counted.
TEST(OtlpStreams, AddUpWhateverModelsComeAndGo) {
  std::mt19937_64 random(3);
  OtlpStreams streams;
  streams.begin({}, kBegun);
  std::uint64_t counted = 0, whole = 0;
  OtlpPoint last{.start = kBegun};
  for (Nanoseconds now = 2'000; now < 500'000; now += 1'000) {
    counted += random() % 10;
    const std::uint64_t read = counted - std::min<std::uint64_t>(counted, random() % 2);
    const OtlpPoint point = onlyPoint(streams, counterFamily(read, random() % 20 == 0 ? "a" : "b"), now);
    if (point.start == last.start) {
      ASSERT_GE(point.value, last.value);
    } else {
      ASSERT_EQ(point.start, now - 1'000) << "no gap, and none that overlap";
      whole += last.value;
    }
    last = point;
  }
  EXPECT_EQ(whole + onlyPoint(streams, counterFamily(counted, last.labels[1].second.c_str()), 600'000).value,
            counted);
}

}  // namespace
}  // namespace assay::exporting
