// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/rules/recorded.h"

#include <gmock/gmock.h>

#include <regex>
#include <set>

#include "emit/rules/alerts.h"
#include "emit/rules/objectives.h"
#include "sample_request.h"

namespace assay::emit::rules {
namespace {

std::set<std::string> seriesIn(const std::string& expression) {
  static const std::regex kSeries("assay:[a-z_:0-9]+");
  std::set<std::string> found;
  for (std::sregex_iterator at(expression.begin(), expression.end(), kSeries), end; at != end; ++at)
    found.insert(at->str());
  return found;
}

TEST(Recorded, EachRuleNeedsWhatWasRecordedBeforeIt) {
  const Request request = test::requestWithThresholds();
  std::set<std::string> known = {"assay:processes:running",
                                 "assay:function:info"};  // of the day before, for the pieces
  std::set<std::string> used;
  for (const auto& rules :
       {recordedPieces(Windows()), recordedDays(Windows()), recordedFunctions(request.options),
        recordedThresholds(request.thresholds), recordedSizes(request.options),
        recordedObjectives(request.thresholds, Windows())})
    for (const RecordingRule& rule : rules) {
      for (const std::string& series : seriesIn(rule.expression)) {
        EXPECT_TRUE(known.contains(series)) << rule.record << " needs " << series;
        used.insert(series);
      }
      known.insert(rule.record);
    }
  for (const Alert& alert : alertsOf(request)) {
    used.merge(seriesIn(alert.expression));
    for (const auto& [name, text] : alert.annotations) used.merge(seriesIn(text));
  }
  EXPECT_THAT(used, testing::ContainerEq(known)) << "nothing is recorded for nobody, and nothing is missing";
}

TEST(Recorded, TheHourIsNotInTheDay) {
  for (const RecordingRule& rule : recordedDays(Windows()))
    EXPECT_THAT(rule.expression, testing::HasSubstr("[1d] offset 1h")) << rule.record;
  for (const RecordingRule& rule : recordedFunctions({}))
    EXPECT_THAT(rule.expression, testing::Not(testing::HasSubstr("[1d]"))) << rule.record;
}

TEST(Recorded, ThereAreThresholdsOnlyWhereTheyAreSet) {
  EXPECT_TRUE(recordedThresholds({}).empty());
  const auto rules =
      recordedThresholds({{0xa1, {.errorRatio = 0.2}}, {0xa2, {.latencyFactor = 2, .meanSeconds = 5e-5}}});
  ASSERT_EQ(rules.size(), 3u);
  EXPECT_EQ(rules[0].record, "assay:threshold:latency_factor");
  EXPECT_EQ(rules[1].expression, "5e-05 * group by (id) (assay:function:info{id=~\"0x00000000000000a2\"})");
  EXPECT_EQ(rules[2].expression, "0.2 * group by (id) (assay:function:info{id=~\"0x00000000000000a1\"})");
}

// So that 10,000 functions with limits leave promtool and Prometheus as few rules as three.
TEST(Recorded, AKindOfThresholdIsOneRule) {
  ThresholdsById thresholds;
  for (std::uint64_t id = 1; id <= 10'000; ++id)
    thresholds[id] = {.meanSeconds = id % 2 == 0 ? 0.5 : 0.25, .errorRatio = 0.1, .objective = 99.9};
  EXPECT_EQ(recordedThresholds(thresholds).size(), 2u);
  EXPECT_EQ(recordedThresholds(thresholds)[0].expression.find("0.25 * group by (id)"), 0u);
  EXPECT_NE(recordedThresholds(thresholds)[0].expression.find("or\n0.5 * group by (id)"), std::string::npos);
  EXPECT_EQ(recordedObjectives(thresholds, Windows()).size(), 1u + 7u);
}

TEST(Recorded, NoRuleIsPerFunctionElse) {
  EXPECT_LT(recordedPieces(Windows()).size() + recordedDays(Windows()).size() + recordedFunctions({}).size(),
            70u);
}

}  // namespace
}  // namespace assay::emit::rules
