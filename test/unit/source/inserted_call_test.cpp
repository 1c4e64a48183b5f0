// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "source/inserted_call.h"

#include <gtest/gtest.h>

namespace assay::source {
namespace {

constexpr const char* kId = "0x0123456789abcdef";

TEST(InsertedCall, EndsBehindItsSemicolon) {
  const std::string named = std::string("(") + kId + ", \"a \\\" b\");x";
  EXPECT_EQ(InsertedCall(named, 0).end(true, true), named.size() - 1);
  EXPECT_EQ(InsertedCall(named, 0).end(false, true), std::nullopt);
  EXPECT_EQ(InsertedCall(std::string("(") + kId + ")", 0).end(false, false), 20u);
  EXPECT_EQ(InsertedCall(" }", 0).closingBrace(), 2u);
}

TEST(InsertedCall, OfCalls) {
  const std::string ids = std::string("(") + kId + ", " + kId + ", \"b\", fast(x), slow(PASS(x)), same);";
  EXPECT_EQ(InsertedCall(ids, 0).endOfCompare(), ids.size());
  EXPECT_EQ(InsertedCall(ids, 0).endOfRollout(), std::nullopt);
  const std::string rollout = std::string("(\n ") + kId + ", \"a\", 100 , " + kId + ", \"b\", slow(x) ) ;";
  EXPECT_EQ(InsertedCall(rollout, 0).endOfRollout(), rollout.size());
  EXPECT_EQ(InsertedCall(rollout, 0).endOfCompare(), std::nullopt);
}

TEST(InsertedCall, WhatIsNoExpressionIsNotOurs) {
  for (const char* inside : {"\"text\"", "a; b", "{1}", "(a"})
    EXPECT_EQ(InsertedCall(std::string("(") + kId + ", " + inside + ");", 0).endOfInput(), std::nullopt)
        << inside;
  EXPECT_EQ(InsertedCall("(0x12, a);", 0).endOfInput(), std::nullopt);
}

}  // namespace
}  // namespace assay::source
