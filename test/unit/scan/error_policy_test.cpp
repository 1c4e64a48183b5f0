// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/error_policy.h"

#include <gtest/gtest.h>

namespace assay::scan {
namespace {

std::string policyFor(const std::string& file, const std::vector<ErrorPolicy>& policies) {
  model::Fragment part;
  part.entries.resize(2);
  part.entries[0].file = part.entries[1].file = file;
  part.entries[0].bodyBegin = {3, 1};
  part.definitions = {part.entries[0]};
  applyErrorPolicies(policies, part);
  EXPECT_EQ(part.definitions[0].errorPolicy, part.entries[0].errorPolicy);
  EXPECT_EQ(part.entries[1].errorPolicy, "") << "no body, no returns";
  return part.entries[0].errorPolicy;
}

TEST(ErrorPolicies, TheLastThatMatchesCounts) {
  const std::vector<ErrorPolicy> policies = {{"**", "none"}, {"src/posix", "negative"}, {"*.hpp", "false"}};
  EXPECT_EQ(policyFor("a.cc", policies), "none");
  EXPECT_EQ(policyFor("deep/down/a.cc", policies), "none");
  EXPECT_EQ(policyFor("src/posix/open.c", policies), "negative");
  EXPECT_EQ(policyFor("src/posix/deep/open.c", policies), "negative");
  EXPECT_EQ(policyFor("other/src/posix/open.c", policies), "none") << "anchored";
  EXPECT_EQ(policyFor("src/posix/open.hpp", policies), "false");
}

TEST(ErrorPolicies, WhatNoneMatchesHasNone) {
  EXPECT_EQ(policyFor("a.cc", {{"src/", "negative"}}), "");
  EXPECT_EQ(policyFor("a.cc", {}), "");
}

}  // namespace
}  // namespace assay::scan
