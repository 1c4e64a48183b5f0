// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/dashboard/queries.h"

#include <gtest/gtest.h>

namespace assay::emit::dashboard {
namespace {

constexpr const char* kChoice = R"({job=~"$job", ai_source=~"$ai_source"})";

std::string withChoice(std::string text) {
  for (std::size_t at = text.find("{}"); at != std::string::npos; at = text.find("{}"))
    text.replace(at, 2, kChoice);
  return text;
}

TEST(Queries, ChooseFunctionsOnlyWhereTheReaderLooksAtThese) {
  EXPECT_EQ(chosen(), kChoice);
  EXPECT_EQ(chosen(true), R"({job=~"$job", ai_source=~"$ai_source", function=~"$function"})");
}

TEST(Queries, AddUpAllOrByLabels) {
  EXPECT_EQ(callRate({}), withChoice("sum(rate(ai_code_calls_total{}[$__rate_interval]))"));
  EXPECT_EQ(callRate({modelLabels()}),
            withChoice("sum by (ai_source) (rate(ai_code_calls_total{}[$__rate_interval]))"));
}

TEST(Queries, TakeTheShareOfErrorsOfCallsWhoseEndIsSeen) {
  EXPECT_EQ(errorShare({}), withChoice("sum(rate(ai_code_error_total{}[$__rate_interval])) / "
                                       "(sum(rate(ai_code_error_total{}[$__rate_interval])) + "
                                       "sum(rate(ai_code_success_total{}[$__rate_interval])) > 0)"));
}

TEST(Queries, TakeTheMeanOfTimedCallsOnly) {
  EXPECT_EQ(meanLatency({}),
            withChoice("sum(rate(ai_code_execution_time_seconds_sum{}[$__rate_interval])) / "
                       "(sum(rate(ai_code_execution_time_seconds_count{}[$__rate_interval])) > 0)"));
}

TEST(Queries, KeepTheBoundsOfBucketsUnderAQuantile) {
  EXPECT_EQ(latencyQuantile("0.99", {modelLabels()}),
            withChoice("histogram_quantile(0.99, sum by (le, ai_source) "
                       "(rate(ai_code_execution_time_seconds_bucket{}[$__rate_interval])))"));
  EXPECT_EQ(sizeBuckets({}),
            withChoice("sum by (le) (increase(ai_code_input_size_bucket{}[$__rate_interval]))"));
}

TEST(Queries, FindWhatGrewWithoutReadingAllBetween) {
  EXPECT_EQ(grown("x_total", {.labels = "id"}),
            withChoice("sum by (id) (x_total{}) > (sum by (id) (x_total{} offset $__range) or "
                       "sum by (id) (x_total{}) * 0)"));
}

TEST(Queries, ShowTheSameBusiestFunctionsAllTheWay) {
  EXPECT_EQ(ofBusiest("x"), withChoice("(x) and on (job, id) topk($top, sum by (job, id) "
                                       "(rate(ai_code_execution_time_seconds_sum{}[1h] @ end())))"));
}

}  // namespace
}  // namespace assay::emit::dashboard
