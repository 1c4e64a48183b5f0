// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/row_filter.h"

#include <gtest/gtest.h>

namespace assay::telemetry {
namespace {

FunctionTable namedTable() {
  FunctionTable table;
  table.rows.push_back({.id = 1, .name = "ledger::sortAll", .model = "GPT-4", .calls = 5});
  table.rows.push_back({.id = 2, .name = "ledger::find", .model = "Claude Opus 4", .calls = 7});
  table.running = 3;
  return table;
}

TEST(RowFilter, LooksAtNameAndModelInEitherCase) {
  const FunctionRow row = namedTable().rows[0];
  for (const char* text : {"sortAll", "SORTALL", "ledger::s", "gpt-", "4"})
    EXPECT_TRUE(hasText(row, text)) << text;
  for (const char* text : {"find", "sortAllGPT", "gpt4", "ledger::sortAll "})
    EXPECT_FALSE(hasText(row, text)) << text;
}

TEST(RowFilter, AnEmptyTextIsInEveryFunction) {
  EXPECT_TRUE(hasText({.id = 1}, ""));
  EXPECT_FALSE(hasText({.id = 1, .model = ""}, "x"));
}

TEST(RowFilter, WhatIsSaidOfProcessesStays) {
  FunctionTable table = namedTable();
  keepRows(table, "opus");
  ASSERT_EQ(table.rows.size(), 1u);
  EXPECT_EQ(table.rows[0].id, 2u);
  EXPECT_EQ(table.running, 3u);
}

TEST(RowFilter, SaysHowManyThereAre) {
  EXPECT_EQ(keptText(2, 12, "so"), "2 of 12 functions have 'so' in their name or model");
  EXPECT_EQ(keptText(1, 2, "\033[2J"), "1 of 2 functions has '\\x1B[2J' in its name or model");
}

}  // namespace
}  // namespace assay::telemetry
