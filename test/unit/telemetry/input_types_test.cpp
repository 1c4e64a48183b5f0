// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/input_types.h"

#include <gtest/gtest.h>

namespace assay::telemetry {
namespace {

constexpr std::uint64_t kLargestCount = ~std::uint64_t{0};

TEST(InputTypes, FilesAreAddedUpByNameAndSumsStopAtTheLargestNumber) {
  InputTypes types = {{"int", {.calls = 2, .errors = 1, .sumTicks = 10}}};
  addTypes(types, {{"int", {.calls = 3, .errors = 0, .sumTicks = 5}}, {"", {.calls = 1}}});
  EXPECT_EQ(types.at("int").calls, 5u);
  EXPECT_EQ(types.at("int").errors, 1u);
  EXPECT_EQ(types.at("int").sumTicks, 15u);
  EXPECT_EQ(types.at("").calls, 1u);
  addType(types, "int", {.calls = kLargestCount});
  EXPECT_EQ(types.at("int").calls, kLargestCount);
}

TEST(InputTypes, WhatFindsNoRoomIsCountedWithTheOthers) {
  InputTypes types;
  for (std::size_t i = 0; i < kMostTypes + 3; ++i) addType(types, "T" + std::to_string(i), {.calls = 1});
  EXPECT_EQ(types.size(), kMostTypes + 1);
  EXPECT_EQ(types.at("").calls, 3u);
  addType(types, "T0", {.calls = 1});
  EXPECT_EQ(types.at("T0").calls, 2u) << "what has a place keeps it";
}

TEST(InputTypes, RowsHaveTheMostCalledFirstAndTheOthersLast) {
  TypeTable table;
  table.add({{"b", {.calls = 2}}, {"a", {.calls = 2}}, {"c", {.calls = 5}}, {"", {.calls = 9}}, {"none", {}}},
            1e-9);
  std::string names;
  for (const TypeRow& row : table.rows()) names += row.name + " ";
  EXPECT_EQ(names, "c a b (other) ");
}

TEST(InputTypes, ARowIsKept) {
  TypeTable table;
  table.keep("Z");
  EXPECT_TRUE(table.rows().empty()) << "it has no calls";
  InputTypes many;
  for (std::size_t i = 0; i < kMostTypes; ++i) addType(many, "T" + std::to_string(i), {.calls = 1});
  table.add(many, 1e-9);
  table.add({{"Z", {.calls = 9}}}, 1e-9);
  EXPECT_EQ(table.rows().front().name, "Z");
  EXPECT_EQ(table.rows().back().calls, 1u) << "the one that found no room";
}

TEST(InputTypes, TimesAreThoseOfClocksThatAreKnown) {
  TypeTable table;
  table.add({{"int", {.calls = 2, .errors = 0, .sumTicks = 2000}}}, 1e-9);
  table.add({{"int", {.calls = 7, .errors = 0, .sumTicks = 9}}}, 0);
  table.add({{"char", {.calls = 1, .errors = 0, .sumTicks = 9}}}, 0);
  const auto rows = table.rows();
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].calls, 9u);
  EXPECT_DOUBLE_EQ(*rows[0].totalSeconds, 2e-6);
  EXPECT_DOUBLE_EQ(*rows[0].meanSeconds, 1e-6);
  EXPECT_FALSE(rows[1].totalSeconds);
}

}  // namespace
}  // namespace assay::telemetry
