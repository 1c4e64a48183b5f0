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

TEST(Thresholds, TheLaterOneWinsWhereItSaysSomething) {
  EXPECT_EQ(merged({.latencyFactor = 2, .meanSeconds = 1}, {.meanSeconds = 3, .errorRatio = 0.1}),
            (Thresholds{.latencyFactor = 2, .meanSeconds = 3, .errorRatio = 0.1}));
}

}  // namespace
}  // namespace assay::emit::rules
