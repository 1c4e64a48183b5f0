// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/rules/thresholds.h"

#include <gmock/gmock.h>

namespace assay::emit::rules {
namespace {

TEST(Thresholds, AreReadInAnyOrder) {
  EXPECT_EQ(readThresholds("slower 2x mean 50ms errors 1%").value(),
            (Thresholds{.latencyFactor = 2, .meanSeconds = 0.05, .errorRatio = 0.01}));
  EXPECT_EQ(readThresholds(" Errors 0.5%, slower 1.1 ").value(),
            (Thresholds{.latencyFactor = 1.1, .errorRatio = 0.005}));
  EXPECT_EQ(readThresholds("").value(), Thresholds{});
  EXPECT_EQ(readThresholds("on").value(), Thresholds{});
}

TEST(Thresholds, UnitsOfTime) {
  for (const auto& [text, seconds] :
       {std::pair("mean 5ns", 5e-9), {"mean 50us", 5e-5}, {"mean 5ms", 5e-3}, {"mean 1.5s", 1.5}})
    EXPECT_EQ(readThresholds(text).value().meanSeconds, seconds) << text;
}

TEST(Thresholds, AnythingElseIsRefusedWithWhatIsKnown) {
  for (const char* bad : {"latency 5ms", "mean", "mean 5", "mean 5m", "mean ms", "mean 0ms", "slower 1x",
                          "slower 11x", "slower x", "errors 1", "errors 0%", "errors 100%", "errors -1%",
                          "50ms", "on mean 5ms", "mean 5ms on"}) {
    const auto thresholds = readThresholds(bad);
    ASSERT_FALSE(thresholds.has_value()) << bad;
    EXPECT_EQ(thresholds.error().code, ErrorCode::Usage);
    EXPECT_THAT(thresholds.error().hint, testing::HasSubstr("mean 50ms"));
  }
}

TEST(Thresholds, TwoOfOneKindContradictEachOther) {
  for (const char* bad : {"mean 5ms mean 6ms", "slower 2x, Slower 3x", "errors 1% slower 2x errors 1%"}) {
    const auto thresholds = readThresholds(bad);
    ASSERT_FALSE(thresholds.has_value()) << bad;
    EXPECT_THAT(thresholds.error().message, testing::HasSubstr("twice"));
  }
}

TEST(Thresholds, AnObjectiveIsAShareThatCanBeWatched) {
  EXPECT_EQ(readThresholds("objective 99.9%").value().objective, 99.9);
  for (const char* bad : {"objective 100%", "objective 89%", "objective 0.999", "objective"})
    EXPECT_FALSE(readThresholds(bad).has_value()) << bad;
}

TEST(Thresholds, AComplexityIsAPowerOfTheSize) {
  for (const auto& [text, exponent] : {std::pair("O(1)", 0.0),
                                       {"O(log n)", 0.0},
                                       {"o(N log N)", 1.0},
                                       {"O(n)", 1.0},
                                       {"O(n^2)", 2.0},
                                       {"O(n\u00b2)", 2.0},
                                       {"O(n**2 log n)", 2.0},
                                       {"O(n^3)", 3.0}})
    EXPECT_EQ(readComplexity(text).value(), exponent) << text;
  for (const char* bad : {"", "n", "O(n", "O(2^n)", "O(n*m)", "linear"})
    EXPECT_FALSE(readComplexity(bad).has_value()) << bad;
}

TEST(Thresholds, TheLaterOneWinsWhereItSaysSomething) {
  EXPECT_EQ(merged({.latencyFactor = 2, .meanSeconds = 1}, {.meanSeconds = 3, .errorRatio = 0.1}),
            (Thresholds{.latencyFactor = 2, .meanSeconds = 3, .errorRatio = 0.1}));
}

}  // namespace
}  // namespace assay::emit::rules
