// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "source/inserted_rollout.h"

#include <gtest/gtest.h>

#include "source/insertion.h"

namespace assay::source {
namespace {

Rollout someRollout() {
  return {.id = 1,
          .name = "fast",
          .share = 1000,
          .oldId = 2,
          .oldName = "slow, replaced by fast",
          .callee = "a::slow",
          .parameters = {"x", "y"},
          .returnsValue = true};
}

TEST(InsertedRollout, IsOneStatement) {
  EXPECT_EQ(insertedRollout(someRollout()),
            " ASSAY_INSERTED_ROLLOUT(0x0000000000000001, \"fast\", 1000, 0x0000000000000002, \"slow, "
            "replaced by fast\", "
            "a::slow(ASSAY_INSERTED_PASS(x), ASSAY_INSERTED_PASS(y)));");
  Rollout nothing = someRollout();
  nothing.parameters.clear();
  nothing.returnsValue = false;
  EXPECT_TRUE(insertedRollout(nothing).starts_with(" ASSAY_INSERTED_ROLLOUT_VOID("));
  EXPECT_TRUE(insertedRollout(nothing).ends_with(", a::slow());"));
}

TEST(InsertedRollout, MayHaveLimits) {
  Rollout rollout = someRollout();
  rollout.limits = {3, 20'000'000};
  const std::string text = insertedRollout(rollout);
  EXPECT_TRUE(text.starts_with(
      " ASSAY_INSERTED_ROLLOUT(0x0000000000000001, \"fast\", ASSAY_INSERTED_BREAKER(1000, 3, 20000000), 0x"))
      << text;
  const std::string guard = insertedGuard(GuardForm::Ordinary, 1, "fast", "");
  EXPECT_EQ(stripInsertions("int fast(int x, int y) {" + text + guard + " return x; }"),
            "int fast(int x, int y) { return x; }");
  const std::string wrong =
      "{ ASSAY_INSERTED_ROLLOUT(0x0000000000000001, \"a\", ASSAY_INSERTED_BREAKER(1, f(), 2), "
      "0x0000000000000002, \"b\", c()); }";
  EXPECT_EQ(stripInsertions(wrong), wrong);
}

TEST(InsertedRollout, MayHaveAKey) {
  Rollout rollout = someRollout();
  rollout.key = "request.session()->token()";
  for (const bool returns : {true, false}) {
    rollout.returnsValue = returns;
    const std::string text = insertedRollout(rollout);
    EXPECT_TRUE(
        text.starts_with(returns ? " ASSAY_INSERTED_ROLLOUT_BY(0x" : " ASSAY_INSERTED_ROLLOUT_VOID_BY(0x"));
    EXPECT_TRUE(
        text.ends_with("\"slow, replaced by fast\", request.session()->token(), "
                       "a::slow(ASSAY_INSERTED_PASS(x), ASSAY_INSERTED_PASS(y)));"))
        << text;
    const std::string guard = insertedGuard(GuardForm::Ordinary, 1, "fast", "");
    EXPECT_EQ(stripInsertions("{" + text + guard + " }"), "{ }");
  }
  const std::string shadow = insertedShadow(rollout, {.id = 3, .name = "s", .budget = 100, .self = "fast"});
  EXPECT_TRUE(shadow.starts_with(" ASSAY_INSERTED_SHADOW_BY(0x")) << shadow;
  EXPECT_NE(shadow.find(", 100, request.session()->token());"), std::string::npos) << shadow;
  EXPECT_EQ(stripInsertions("{" + shadow + " }"), "{ }");
}

TEST(InsertedRollout, TakesNoCode) {
  Rollout rollout = someRollout();
  rollout.parameters = {"x, system(\"\")"};
  EXPECT_EQ(insertedRollout(rollout), "");
  rollout = someRollout();
  rollout.callee.clear();
  EXPECT_EQ(insertedRollout(rollout), "");
}

TEST(InsertedRollout, ComesOutWithItsGuard) {
  const std::string guard =
      insertedGuard(GuardForm::Ordinary, 1, "fast", " ASSAY_INSERTED_SIZE(0x0000000000000001, x.size());");
  const std::string text =
      "int fast(int x, int y) {" + insertedRollout(someRollout()) + guard + " return x; }\n";
  EXPECT_EQ(stripInsertions(text), "int fast(int x, int y) { return x; }\n");
  EXPECT_EQ(stripInsertions("{" + insertedRollout(someRollout()) + "\n}"), "{\n}")
      << "its guard was taken away";
  EXPECT_EQ(
      stripInsertions(
          "int f() {\n  ASSAY_INSERTED_ROLLOUT(0x0000000000000001, \"a\", 5,\n 0x0000000000000002, \"b\",\n"
          "    b(ASSAY_INSERTED_PASS(x)));\n  ASSAY_INSERTED_COUNT(0x0000000000000001, \"a\"); return 1; }"),
      "int f() { return 1; }")
      << "a formatter was here";
}

Shadow someShadow() {
  return {.id = 3, .name = "fast, in the shadow of slow", .budget = 100, .self = "fast"};
}

TEST(InsertedShadow, IsTwoStatements) {
  Shadow shadow = someShadow();
  shadow.size = " ASSAY_INSERTED_SIZE(0x0000000000000003, x);";
  EXPECT_EQ(
      insertedShadow(someRollout(), shadow),
      " ASSAY_INSERTED_SHADOW(0x0000000000000001, \"fast\", 1000, 0x0000000000000003, \"fast, in the "
      "shadow of slow\", 100); ASSAY_INSERTED_SIZE(0x0000000000000003, x); "
      "ASSAY_INSERTED_COMPARE(0x0000000000000003, 0x0000000000000002, \"slow, replaced by fast\", fast(x, "
      "y), a::slow(ASSAY_INSERTED_PASS(x), ASSAY_INSERTED_PASS(y)));");
  shadow.compare = "b::same";
  EXPECT_TRUE(insertedShadow(someRollout(), shadow).ends_with("ASSAY_INSERTED_PASS(y)), b::same);"));
  shadow.eitherFirst = true;
  EXPECT_TRUE(insertedShadow(someRollout(), shadow)
                  .ends_with("ASSAY_INSERTED_PASS(y)), void(decltype(x), decltype(y)), b::same);"));
  shadow.self.clear();
  EXPECT_EQ(insertedShadow(someRollout(), shadow), "");
}

TEST(InsertedShadow, ComesOutWithItsGuard) {
  Shadow shadow = someShadow();
  shadow.size = " ASSAY_INSERTED_SIZE(0x0000000000000003, x.size());";
  const std::string guard = insertedGuard(GuardForm::Ordinary, 1, "fast", "");
  for (const int way : {0, 1, 2, 3}) {
    shadow.compare = way % 2 == 0 ? "" : "same";
    shadow.eitherFirst = way >= 2;
    const std::string text =
        "int fast(int x, int y) {" + insertedShadow(someRollout(), shadow) + guard + " return x; }";
    EXPECT_EQ(stripInsertions(text), "int fast(int x, int y) { return x; }");
  }
  const std::string half =
      "{ ASSAY_INSERTED_SHADOW(0x0000000000000001, \"a\", 5, 0x0000000000000002, \"b\", 1); }";
  EXPECT_EQ(stripInsertions(half), half) << "somebody has taken its other half away";
}

TEST(InsertedRollout, WhatIsNotOursStays) {
  for (const char* text :
       {"{ ASSAY_INSERTED_ROLLOUT(1, 2); }",
        "{ ASSAY_INSERTED_ROLLOUT(0x0000000000000001, \"a\", x, 0x0000000000000002, \"b\", c()); }",
        "int x; ASSAY_INSERTED_ROLLOUT(0x0000000000000001, \"a\", 5, 0x0000000000000002, \"b\", c());"})
    EXPECT_EQ(stripInsertions(text), text);
}

}  // namespace
}  // namespace assay::source
