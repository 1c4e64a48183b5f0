// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/rules/alerts.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "sample_request.h"

namespace assay::emit::rules {
namespace {

using testing::HasSubstr;
using testing::Not;

const Alert* findAlert(const std::vector<Alert>& alerts, Kind kind) {
  const auto found = std::ranges::find(alerts, kind, [](const Alert& alert) { return alert.row->kind; });
  return found == alerts.end() ? nullptr : &*found;
}

std::string expressionFor(const Request& request, Kind kind) {
  const std::vector<Alert> alerts = alertsOf(request);
  const Alert* alert = findAlert(alerts, kind);
  return alert == nullptr ? "" : alert->expression;
}

TEST(Alerts, TheTableHasEachKindOnce) {
  std::set<Kind> kinds;
  std::set<std::string_view> words, names;
  for (const AlertRow& row : kAlerts) {
    EXPECT_TRUE(kinds.insert(row.kind).second && words.insert(row.word).second &&
                names.insert(row.alert).second)
        << row.word;
    EXPECT_THAT(std::string(row.alert), testing::StartsWith("Assay"));
  }
  EXPECT_EQ(kinds.size(), static_cast<std::size_t>(Kind::UnreadableSegments) + 1);
}

TEST(Alerts, LimitsAreThereWhereAFunctionHasOne) {
  const std::vector<Alert> without = alertsOf({}), with = alertsOf(test::requestWithThresholds());
  EXPECT_EQ(findAlert(without, Kind::LatencyLimit), nullptr);
  EXPECT_EQ(findAlert(without, Kind::ErrorLimit), nullptr);
  EXPECT_NE(findAlert(with, Kind::LatencyLimit), nullptr);
  EXPECT_NE(findAlert(with, Kind::ErrorLimit), nullptr);
  EXPECT_EQ(with.size(), std::size(kAlerts));
}

TEST(Alerts, AFactorOfItsOwnReplacesTheGeneralOne) {
  EXPECT_THAT(expressionFor({}, Kind::LatencyRegression), Not(HasSubstr("threshold")));
  const std::string expression = expressionFor(test::requestWithThresholds(), Kind::LatencyRegression);
  EXPECT_THAT(expression, HasSubstr("unless on (id) assay:threshold:latency_factor) > 1.5"));
  EXPECT_THAT(expression, HasSubstr("> on (id) group_left () assay:threshold:latency_factor"));
}

// promtool evaluates all groups at the same moments, so that no scenario can show it.
TEST(Alerts, WhatIsRecordedRarelyIsThereWhenTheNextRecordIsLate) {
  Request request;
  const std::string last = "last_over_time(assay:range:gathered[450s])";
  EXPECT_THAT(expressionFor(request, Kind::ErrorsBySize), HasSubstr("max by (job, id) (" + last + ")\n"));
  request.options.timeScale = 300;
  EXPECT_THAT(expressionFor(request, Kind::ErrorsBySize), HasSubstr("assay:range:gathered[1500ms]"));
}

TEST(Alerts, SeverityFollowsThePolicyAndOffLeavesOut) {
  Request request;
  request.options.severities = {{Kind::Silence, "off"}, {Kind::ErrorRate, "page"}};
  const std::vector<Alert> alerts = alertsOf(request);
  EXPECT_EQ(findAlert(alerts, Kind::Silence), nullptr);
  EXPECT_EQ(findAlert(alerts, Kind::ErrorRate)->severity, "page");
  EXPECT_EQ(findAlert(alerts, Kind::LatencyRegression)->severity, "warning");
}

TEST(Alerts, TheLiteralFormTakesNoHourOut) {
  Request request;
  request.options.literal = true;
  for (const Kind kind : {Kind::LatencyRegression, Kind::ErrorRate}) {
    EXPECT_THAT(expressionFor(request, kind), HasSubstr("avg_over_time("));
    EXPECT_THAT(expressionFor(request, kind), Not(HasSubstr("offset")));
    EXPECT_THAT(expressionFor(request, kind), Not(HasSubstr(">= ")));
  }
}

TEST(Alerts, LinkToThePageOfTheFunctionWhereThereIsOne) {
  Request request;
  request.options.pageUrl = "http://host:9465";
  for (const Alert& alert : alertsOf(request)) {
    ASSERT_GE(alert.annotations.size(), 3u);
    EXPECT_EQ(alert.annotations[2].first, "page");
    EXPECT_EQ(alert.annotations[2].second, alert.row->subject == Subject::Function
                                               ? "http://host:9465/#f={{ $labels.id }}&period=86400"
                                               : "http://host:9465/");
  }
}

TEST(Alerts, AComplexityIsWatchedWhereATagPromisesOne) {
  EXPECT_EQ(expressionFor({}, Kind::Complexity), "");
  EXPECT_THAT(expressionFor(test::requestWithThresholds(), Kind::Complexity),
              HasSubstr("ln(assay:latency:growth) / ln(assay:size:growth > 2) > on (id) group_left () "
                        "(assay:threshold:size_exponent + 0.5)"));
}

TEST(Alerts, EveryAlertOfAFunctionSaysWhoseItIs) {
  for (const Alert& alert : alertsOf(test::requestWithThresholds())) {
    std::vector<std::string> names;
    for (const auto& [name, text] : alert.annotations) {
      names.push_back(name);
      EXPECT_NE(text, "");
      EXPECT_THAT(text, Not(testing::AnyOf(HasSubstr("FUNCTION"), HasSubstr("RECENT"), HasSubstr("BEFORE"))));
    }
    if (alert.row->subject == Subject::Function) {
      EXPECT_THAT(names, testing::ElementsAre("summary", "description", "function", "model", "date",
                                              "prompt_hash", "file", "line"));
    } else {
      EXPECT_THAT(names, testing::ElementsAre("summary", "description"));
    }
  }
}

}  // namespace
}  // namespace assay::emit::rules
