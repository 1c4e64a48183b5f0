// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/ci/fingerprints.h"

#include <gtest/gtest.h>

#include <set>

namespace assay::emit::ci {
namespace {

TEST(Fingerprints, AreOnesOwnAndTheSameInTheNextRun) {
  Fingerprints first, second;
  std::set<std::string> all;
  for (const auto& [rule, id] : {std::pair("a", 7), {"a", 7}, {"a", 8}, {"b", 7}}) {
    const std::string made = first.next(rule, id);
    EXPECT_EQ(second.next(rule, id), made);
    all.insert(made);
  }
  EXPECT_EQ(all.size(), 4u);
}

}  // namespace
}  // namespace assay::emit::ci
