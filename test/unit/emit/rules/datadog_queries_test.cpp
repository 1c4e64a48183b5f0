// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/rules/datadog_queries.h"

#include <gtest/gtest.h>

namespace assay::emit::rules {
namespace {

TEST(DatadogQueries, NameTheTagsThatAreSent) {
  EXPECT_EQ(scopeOfAll(), "{*} by {function,id,ai_source}");
  EXPECT_EQ(scopeOf("0x01"), "{id:0x01} by {function,id,ai_source}");
}

TEST(DatadogQueries, CountersAreCountsAndDistributionsHaveSums) {
  EXPECT_EQ(countOf("a", "{*}"), "sum:a{*}.as_count()");
  EXPECT_EQ(numberOfValues("d", "{*}"), "count:d{*}.as_count()");
  EXPECT_EQ(sumOfValues("d", "{*}"), "sum:d{*}");
}

TEST(DatadogQueries, TheHourIsInTheDayOnlyWordForWord) {
  EXPECT_EQ(ofHour("q"), "moving_rollup(q, 3600, 'sum')");
  EXPECT_EQ(ofDay("q", false), "(moving_rollup(q, 90000, 'sum') - moving_rollup(q, 3600, 'sum'))");
  EXPECT_EQ(ofDay("q", true), "moving_rollup(q, 86400, 'sum')");
}

TEST(DatadogQueries, WhatIsTooLittleIsNothing) {
  EXPECT_EQ(atLeast("q", 30), "cutoff_min(q, 30)");
}

}  // namespace
}  // namespace assay::emit::rules
