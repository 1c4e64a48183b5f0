// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "policy/baseline.h"

#include <gmock/gmock.h>

#include "support/sample_manifest.h"

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

TEST(Baseline, AConflictOfAFunctionThatIsAsItWasIsKnown) {
  model::Manifest before;
  before.functions = {test::tagged("f", "a.cc", 5, 9), test::tagged("g", "a.cc", 15, 19),
                      test::tagged("h", "a.cc", 25, 29)};
  model::Manifest now = before;
  now.functions[1].bodyFingerprint = 7;    // edited
  now.functions[2].tag.model = "another";  // tagged anew
  now.functions.push_back(test::tagged("i", "a.cc", 35, 39));
  std::vector<Finding> findings;
  for (const model::AnnotatedFunction& entry : now.functions) {
    findings.push_back(found(Policy::SourceConflict, entry.id, entry.tagLine));
    findings.back().entry = &entry;
  }
  EXPECT_EQ(dropUnchanged(before, now, findings), 1u);
  ASSERT_EQ(findings.size(), 3u);
  EXPECT_EQ(findings[0].entry->name, "g");
}

TEST(Baseline, WhatAScanSaysOfATagThatWasThereIsKnown) {
  model::Manifest before;
  before.functions = {test::tagged("f", "a.cc", 5, 9), test::tagged("g", "a.cc", 15, 19)};
  model::Manifest now = before;
  now.functions[0].lines = {105, 109};
  now.functions[0].tagLine = 102;
  now.functions[1].tag.date = "2024-01-16";
  // Of the moved tag's first and last line; below it; of the tag that was changed; of none.
  std::vector<Finding> findings = {found(Policy::MalformedTag, 1, 102), found(Policy::MalformedTag, 2, 104),
                                   found(Policy::MalformedTag, 3, 105), found(Policy::MalformedTag, 4, 14),
                                   found(Policy::MalformedTag, 5, 1),   found(Policy::ModelMissing, 6, 102)};
  EXPECT_EQ(dropUnchanged(before, now, findings), 2u);
  ASSERT_EQ(findings.size(), 4u);
  EXPECT_EQ(findings[0].id, 3u);
}

}  // namespace
}  // namespace assay::policy
