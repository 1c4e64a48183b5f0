// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/rules/datadog.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "sample_request.h"

namespace assay::emit::rules {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

Monitor monitorFor(const Request& request, std::string_view key) {
  const std::vector<Monitor> monitors = monitorsOf(request);
  const auto found = std::ranges::find(monitors, key, &Monitor::key);
  return found == monitors.end() ? Monitor{} : *found;
}

TEST(Datadog, ComparesTheHourWithTheDayBeforeIt) {
  const std::string query = monitorFor({}, "latency-regression").query;
  EXPECT_THAT(
      query,
      HasSubstr("moving_rollup(sum:ai_code.execution_time{*} by {function,id,ai_source}, 3600, 'sum')"));
  EXPECT_THAT(
      query,
      HasSubstr("(moving_rollup(sum:ai_code.execution_time{*} by {function,id,ai_source}, 90000, 'sum') - "));
  EXPECT_THAT(query, HasSubstr("cutoff_min("));
  EXPECT_THAT(query, EndsWith(" > 1.5"));
}

TEST(Datadog, TimeForEachUnitOfSizeHasTheFloorOfCallsToo) {
  const std::string query = monitorFor({}, "slower-per-input").query;
  EXPECT_THAT(query,
              HasSubstr("cutoff_min(moving_rollup(count:ai_code.input_size{*} by {function,id,ai_source}"));
  EXPECT_THAT(query, HasSubstr("cutoff_min((moving_rollup(count:ai_code.input_size{*}"));
  EXPECT_THAT(query, Not(HasSubstr("cutoff_min(moving_rollup(sum:ai_code.input_size")));
}

TEST(Datadog, TheLiteralFormTakesNoHourOutAndHasNoFloor) {
  Request request;
  request.options.literal = true;
  const std::string query = monitorFor(request, "latency-regression").query;
  EXPECT_THAT(query, HasSubstr(", 86400, 'sum')"));
  EXPECT_THAT(query, Not(HasSubstr(" - ")));
  EXPECT_THAT(query, Not(HasSubstr("cutoff_min")));
}

TEST(Datadog, CountsAreOnlyEverSummedOverTheWindow) {
  for (const Monitor& monitor : monitorsOf(test::requestWithThresholds()))
    EXPECT_TRUE(monitor.query.starts_with("sum(last_")) << monitor.query;
}

TEST(Datadog, ADayWithoutErrorsCountsAsOneInAThousand) {
  EXPECT_THAT(monitorFor({}, "error-rate").query,
              HasSubstr(" + 0.001 * (moving_rollup(sum:ai_code.calls{*}"));
}

TEST(Datadog, LimitsOfFunctionsAreMonitorsOfTheirOwn) {
  const Request request = test::requestWithThresholds();
  const Monitor monitor = monitorFor(request, "latency-limit-0x00000000000000a2");
  EXPECT_THAT(monitor.query, HasSubstr("{id:0x00000000000000a2} by"));
  EXPECT_THAT(monitor.query, EndsWith(" > 0.05"));
  EXPECT_EQ(monitor.threshold, 0.05);
  EXPECT_EQ(monitor.alert, "latency-limit");
  EXPECT_EQ(monitorFor(request, "error-limit-0x00000000000000a2").threshold, 0.01);
  EXPECT_EQ(monitorsOf(request).size(), monitorsOf({}).size() + 2);
}

TEST(Datadog, SeverityFollowsThePolicyAndOffLeavesOut) {
  Request request;
  request.options.severities = readSeverities({"silence=off", "error-rate=page"}).value();
  EXPECT_EQ(monitorFor(request, "silence").query, "");
  EXPECT_EQ(monitorFor(request, "error-rate").severity, "page");
}

TEST(Datadog, SilenceIsWhenNothingComesAnyMore) {
  EXPECT_TRUE(monitorFor({}, "silence").missingIsNews);
  EXPECT_FALSE(monitorFor({}, "lost-calls").missingIsNews);
}

TEST(Datadog, MessagesLinkToThePageWhereItIsKnown) {
  EXPECT_THAT(monitorFor({}, "error-rate").message, Not(HasSubstr("http")));
  Request request;
  request.options.pageUrl = "https://assay.example";
  EXPECT_THAT(monitorFor(request, "error-rate").message,
              EndsWith("\n\nhttps://assay.example/#f={{id.name}}&period=86400"));
}

TEST(Datadog, NoWordIsLeftToBeFilledIn) {
  for (const Monitor& monitor : monitorsOf(test::requestWithThresholds()))
    for (const char* word : {"FUNCTION", "RECENT", "BEFORE", "$labels"})
      EXPECT_THAT(monitor.name + monitor.message, Not(HasSubstr(word)));
}

}  // namespace
}  // namespace assay::emit::rules
