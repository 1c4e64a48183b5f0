// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gtest/gtest.h>

#include "emit/check/writers.h"
#include "sample_result.h"

namespace assay::emit::check {
namespace {

TEST(TextCheck, ReadsLikeACompiler) {
  const SampleResult sample;
  EXPECT_EQ(writeTextCheck(sample.result(), {}),
            "sub/src/a,b.cpp:4: error: the tag of `shop::total<\\x1B[31m>` names no model [model-missing]\n"
            "  hint: say \"which\" & why, 100%\n"
            "sub/src/a,b.cpp: note: line\\x0Abreak [prompt-missing]\n"
            "  hint: keep it\n"
            "1 error, 0 warnings, 1 note in 12 entries; 3 known from the baseline\n"
            "check: failed, 1 at `error` or above\n");
}

TEST(TextCheck, NothingFound) {
  const std::vector<policy::Finding> none;
  const policy::RuleSet rules;
  EXPECT_EQ(writeTextCheck({.findings = none, .rules = rules, .entries = 1}, {}),
            "no findings in 1 entry\ncheck: passed\n");
}

}  // namespace
}  // namespace assay::emit::check
