// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/rules/simulation.h"

#include <gmock/gmock.h>

#include <map>

namespace assay::emit::rules {
namespace {

using testing::HasSubstr;

TEST(Simulation, ACourseHasASampleForEachMinuteAndOneBefore) {
  Course course;
  course.rise(10, 2);
  course.rise(1, 5);
  course.gap(3, 5);
  course.rise(2, 0);
  EXPECT_EQ(course.text(), "0+2x10 25 _x3 40+0x1");
}

TEST(Simulation, NumbersHaveNoExponentAndNoNoise) {
  Course course;
  course.rise(3, 0.1);
  course.rise(2, 0.0000025);
  EXPECT_EQ(course.text(), "0+0.1x3 0.3000025+0.0000025x1");
  Course large(3e12);
  large.rise(1, 1);
  EXPECT_EQ(large.text(), "3000000000000+1x1");
}

TEST(Simulation, ARestartSetsCountersBackAndNothingElse) {
  const std::vector<Phase> phases = {{5, {.calls = 10}}, {5, {.calls = 10}, Seen::Restarted}};
  for (const SeriesText& one : functionSeries({1, "f", "m"}, phases)) {
    if (one.series.starts_with("ai_code_calls_total")) {
      EXPECT_EQ(one.values, "0+10x5 10+10x4");
    }
    if (one.series.starts_with("ai_code_function_info")) {
      EXPECT_EQ(one.values, "1+0x5 1+0x4");
    }
  }
}

TEST(Simulation, SizesAndTypesAreThereWhereInputsHaveThem) {
  const auto count = [](const Traffic& traffic) {
    return functionSeries({1, "f", "m"}, {{5, traffic}}).size();
  };
  EXPECT_EQ(count({.calls = 1}), 6u);
  EXPECT_EQ(count({.calls = 1, .size = 4}), 8u);
  EXPECT_EQ(count({.calls = 1, .types = {{"A", 1, 0, 1}, {"B", 0, 0, 1}}}), 12u);
}

TEST(Simulation, BucketsOfSizesAddUp) {
  std::map<std::string, std::string> values;
  for (const SeriesText& one :
       functionSeries({1, "f", "m"}, {{5, {.calls = 9, .sizes = {{15, 7, 0}, {255, 2, 1}}}}}))
    if (const auto at = one.series.find("le=\""); at != std::string::npos)
      values[one.series.substr(0, one.series.find('{')) + " " + one.series.substr(at)] = one.values;
  EXPECT_EQ(values["ai_code_input_size_bucket le=\"15\"}"], "0+7x5");
  EXPECT_EQ(values["ai_code_input_size_bucket le=\"255\"}"], "0+9x5");
  EXPECT_EQ(values["ai_code_failed_input_size_bucket le=\"15\"}"], "0+0x5");
  EXPECT_EQ(values["ai_code_failed_input_size_bucket le=\"+Inf\"}"], "0+1x5");
}

TEST(Simulation, OpenCallsAndMemoryAreThereWhereTheyAreCounted) {
  const auto has = [](const Traffic& traffic, std::string_view metric) {
    for (const SeriesText& one : functionSeries({1, "f", "m"}, {{5, traffic}}))
      if (one.series.starts_with(metric)) return one.values;
    return std::string();
  };
  EXPECT_EQ(has({.calls = 1, .open = 3}, "ai_code_open_calls"), "3+0x5");
  EXPECT_EQ(has({.calls = 1}, "ai_code_open_calls"), "");
  EXPECT_EQ(has({.calls = 2, .allocated = 64, .freed = 32}, "ai_code_memory_allocated_bytes_total"),
            "0+128x5");
  EXPECT_EQ(has({.calls = 2, .allocated = 64, .freed = 32}, "ai_code_memory_freed_bytes_total"), "0+64x5");
  EXPECT_EQ(has({.calls = 1}, "ai_code_memory_allocated_bytes_total"), "");
}

TEST(Simulation, LabelsAreQuotedAsPrometheusReadsThem) {
  EXPECT_EQ(seriesName("x", {{"function", "a\"b\\c\nd"}}),
            "x{job=\"assay\", instance=\"host:9465\", function=\"a\\\"b\\\\c\\nd\"}");
}

TEST(Simulation, FactsAreTheManifests) {
  model::AnnotatedFunction function;
  function.id = 0xa1;
  function.name = "f";
  function.tag.tool = "Cursor";
  function.tag.prompt = "secret";
  const SimulatedFunction simulatedFunction = simulated(function);
  EXPECT_EQ(simulatedFunction.model, "Cursor");
  EXPECT_EQ(simulatedFunction.promptHash.size(), 16u);
  EXPECT_EQ(simulatedFunction.line, "");
  EXPECT_EQ(simulated({}).model, "not given");
  EXPECT_THAT(namingLabels(simulatedFunction), testing::Contains(testing::Pair("id", "0x00000000000000a1")));
}

TEST(Simulation, TheInstanceHasAProcessAndNoTrouble) {
  const std::vector<SeriesText> series = instanceSeries({{5, {}}, {2, {}, Seen::No}});
  ASSERT_EQ(series.size(), 4u);
  EXPECT_THAT(series[0].series, HasSubstr("state=\"running\""));
  EXPECT_EQ(series[0].values, "1+0x5 _x2");
  EXPECT_EQ(series[2].values, "0+0x5 _x2");
}

}  // namespace
}  // namespace assay::emit::rules
