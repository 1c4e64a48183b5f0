// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/rules/expressions.h"

#include <gtest/gtest.h>

namespace assay::emit::rules {
namespace {

TEST(Expressions, SumsSayByWhatAndOverWhichTime) {
  EXPECT_EQ(sumOf({"rate", byFunction(), std::chrono::minutes(15)}, "a_total"),
            "sum by (job, id) (rate(a_total[15m]))");
  EXPECT_EQ(byType(), "job, id, type");
}

TEST(Expressions, NumbersAreTheShortest) {
  EXPECT_EQ(numberText(1.5), "1.5");
  EXPECT_EQ(numberText(86400), "86400");
}

// e2e.alerts has Prometheus compute it.
TEST(Expressions, TheBoundIsWilsons) {
  EXPECT_EQ(wilsonLowerBound("p", "n"),
            "(\n  p + 4.5 / n\n  - 3 * sqrt(p * (1 - p) / n + 2.25 / n ^ 2)\n)\n/ (1 + 9 / n)");
}

TEST(Expressions, ADayIsAsLongAsTheScaleHasIt) {
  EXPECT_EQ(atLeastADay("x", 30, Windows()), "x * 86400 >= 30");
  EXPECT_EQ(atLeastADay("x", 30, Windows(3600)), "x * 24 >= 30");
}

TEST(Expressions, FactsAreJoinedWithoutTheLine) {
  EXPECT_EQ(
      withFacts("a\nand b", " offset 1d"),
      "(\n  a\n  and b\n)\n* on (job, id) group_left (function, ai_source, vendor, date, prompt_hash, file)\n"
      "  assay:function:info offset 1d");
}

TEST(Expressions, StemsBecomeNames) {
  EXPECT_EQ(pieceOf("assay:x"), "assay:x:piece");
  EXPECT_EQ(recentOf("assay:x"), "assay:x:recent");
  EXPECT_EQ(beforeOf("assay:x"), "assay:x:before");
}

TEST(Expressions, TemplatesAskForTheFunctionOfTheAlert) {
  EXPECT_EQ(forEach("x{job=%q, id=%q}", "!"),
            "{{ range query (printf \"x{job=%q, id=%q}\" $labels.job $labels.id) }}!{{ end }}");
}

}  // namespace
}  // namespace assay::emit::rules
