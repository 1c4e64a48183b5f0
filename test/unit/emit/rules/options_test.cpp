// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/rules/options.h"

#include <gmock/gmock.h>

namespace assay::emit::rules {
namespace {

TEST(RuleOptions, FactorsHaveBounds) {
  for (const double good : {1.1, 1.5, 10.0}) EXPECT_TRUE(isFactor(good)) << good;
  for (const double bad : {0.0, 1.0, 1.09, 10.1, -2.0}) EXPECT_FALSE(isFactor(bad)) << bad;
}

TEST(RuleOptions, NumbersAreDecimalAndPositive) {
  EXPECT_EQ(positiveNumber("1.5"), 1.5);
  EXPECT_EQ(positiveNumber("3"), 3);
  for (const char* bad : {"", "0", "-1", "1e3", "inf", "nan", "1.5x", " 1", "1,5", "9999999999999"})
    EXPECT_EQ(positiveNumber(bad), std::nullopt) << bad;
}

TEST(RuleOptions, DurationsAreInTheLargestUnitThatFits) {
  using namespace std::chrono_literals;
  EXPECT_EQ(durationText(24h), "1d");
  EXPECT_EQ(durationText(1h), "1h");
  EXPECT_EQ(durationText(90s), "90s");
  EXPECT_EQ(durationText(10min), "10m");
  EXPECT_EQ(durationText(1500ms), "1500ms");
}

TEST(RuleOptions, AScaleDividesAllTimes) {
  const Windows windows(3600);
  EXPECT_EQ(durationText(windows.recent()), "1s");
  EXPECT_EQ(durationText(windows.before()), "24s");
  EXPECT_EQ(durationText(windows.piece()), "250ms");
  EXPECT_EQ(durationText(windows.betweenPieces()), "83ms");
  EXPECT_EQ(durationText(windows.betweenDays()), "66ms");
  EXPECT_EQ(durationText(windows.hold()), "166ms");
  EXPECT_EQ(durationText(windows.interval()), "16ms");
}

TEST(RuleOptions, TheWordOfAKindWinsOverAllWhereverItStands) {
  const auto severities = readSeverities({"silence=off", "all=page", "error-rate=sev_1"});
  ASSERT_TRUE(severities.has_value());
  EXPECT_EQ(severities->at(Kind::Silence), "off");
  EXPECT_EQ(severities->at(Kind::ErrorRate), "sev_1");
  EXPECT_EQ(severities->at(Kind::LatencyRegression), "page");
  EXPECT_EQ(severities->size(), static_cast<std::size_t>(Kind::UnreadableSegments) + 1);
}

TEST(RuleOptions, APageIsAnAddressWithoutWhatEndsATemplate) {
  EXPECT_EQ(readPageUrl("http://host:9465").value(), "http://host:9465");
  EXPECT_EQ(readPageUrl("https://host/assay//").value(), "https://host/assay");
  for (const char* bad :
       {"", "host:9465", "http://", "http:///x", "ftp://host", "http://a b", "http://{{x}}", "http://\"x"})
    EXPECT_FALSE(readPageUrl(bad).has_value()) << bad;
}

TEST(RuleOptions, WhatIsNoSeverityIsRefused) {
  for (const char* bad : {"", "silence", "silence=", "silence=a b", "loudness=page", "=page"}) {
    const auto severities = readSeverities({bad});
    ASSERT_FALSE(severities.has_value()) << bad;
    EXPECT_EQ(severities.error().code, ErrorCode::Usage);
  }
  EXPECT_THAT(readSeverities({"loudness=page"}).error().hint, testing::HasSubstr("silence"));
}

}  // namespace
}  // namespace assay::emit::rules
