// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "policy/days.h"

#include <gtest/gtest.h>

namespace assay::policy {
namespace {

TEST(Days, AreThoseOfTheCalendar) {
  const Day today = *dayOf("2024-03-01");
  EXPECT_EQ(ageOf(*dayOf("2024-02-28"), today), 2);
  EXPECT_EQ(ageOf(*dayOf("2023-03-01T23:59:59Z"), today), 366);
  EXPECT_EQ(ageOf(*dayOf("2024-03-02"), today), -1);
  EXPECT_EQ(ageOf(today, today), 0);
  EXPECT_EQ(textOf(today), "2024-03-01");
}

TEST(Days, WhatIsNoDayIsNone) {
  for (const char* text :
       {"", "2024", "2024-1-15", "2024-02-30", "2024-13-01", "2024/01/15", "20x4-01-15", "2024-01-15x"})
    EXPECT_FALSE(dayOf(text).has_value()) << text;
}

}  // namespace
}  // namespace assay::policy
