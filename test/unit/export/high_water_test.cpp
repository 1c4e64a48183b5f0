// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/high_water.h"

#include <gtest/gtest.h>

namespace assay::exporting {
namespace {

std::vector<MetricFamily> familiesWith(std::uint64_t value, MetricType type = MetricType::Counter) {
  return {{"x", "X.", type, "", {{{{"f", "a"}}, value}, {{{"f", "b"}}, 1}}}};
}

std::uint64_t raised(HighWater& water, std::vector<MetricFamily> families) {
  water.raise(families);
  return families[0].samples[0].value;
}

TEST(HighWater, CountersStayUp) {
  HighWater water;
  EXPECT_EQ(raised(water, familiesWith(5)), 5u);
  EXPECT_EQ(raised(water, familiesWith(4)), 5u);
  EXPECT_EQ(raised(water, familiesWith(6)), 6u);
}

TEST(HighWater, GaugesGoDown) {
  HighWater water;
  raised(water, familiesWith(5, MetricType::Gauge));
  EXPECT_EQ(raised(water, familiesWith(4, MetricType::Gauge)), 4u);
}

TEST(HighWater, EachNumberOfAHistogramStaysUp) {
  HighWater water;
  const auto with = [](HistogramValue value) {
    return std::vector<MetricFamily>{{"x", "X.", MetricType::Histogram, "", {{{}, 0, std::move(value)}}}};
  };
  auto first = with({{{1, 5}, {2, 7}}, 9, 20.5});
  water.raise(first);
  auto second = with({{{1, 6}, {2, 6}}, 8, 20.25});
  water.raise(second);
  const HistogramValue& value = second[0].samples[0].histogram;
  EXPECT_EQ(value.buckets, (std::vector<std::pair<double, std::uint64_t>>{{1, 6}, {2, 7}}));
  EXPECT_EQ(value.count, 9u);
  EXPECT_EQ(value.sum, 20.5);
}

}  // namespace
}  // namespace assay::exporting
