// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "policy/baseline.h"

#include <gmock/gmock.h>

namespace assay::policy {
namespace {

Finding found(Policy policy, std::uint64_t id, unsigned line) {
  Finding finding;
  finding.policy = policy;
  finding.id = id;
  finding.where = {"a.cc", line, 0};
  return finding;
}

TEST(Baseline, WhatWasThereIsDroppedWhereverItIsNow) {
  std::vector<Finding> findings = {found(Policy::ModelMissing, 1, 10), found(Policy::DateMissing, 1, 10),
                                   found(Policy::ModelMissing, 2, 20)};
  EXPECT_EQ(dropKnown({found(Policy::ModelMissing, 1, 99), found(Policy::DateMissing, 2, 20)}, findings), 1u);
  ASSERT_EQ(findings.size(), 2u);
  EXPECT_EQ(findings[0].policy, Policy::DateMissing);
  EXPECT_EQ(findings[1].id, 2u);
}

TEST(Baseline, OneMoreOfTheSameIsNew) {
  std::vector<Finding> findings(3, found(Policy::ModelMissing, 1, 10));
  EXPECT_EQ(dropKnown({2, found(Policy::ModelMissing, 1, 10)}, findings), 2u);
  EXPECT_EQ(findings.size(), 1u);
}

}  // namespace
}  // namespace assay::policy
