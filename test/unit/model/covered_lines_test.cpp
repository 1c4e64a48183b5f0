// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/covered_lines.h"

#include <gtest/gtest.h>

#include "support/sample_manifest.h"

namespace assay::model {
namespace {

TEST(CoveredLines, CountsEveryLineOnce) {
  const auto outer = test::tagged("f", "a.cc", 10, 19);
  const auto inner = test::tagged("g", "a.cc", 12, 14);
  const auto overlapping = test::tagged("h", "a.cc", 18, 21);
  const auto elsewhere = test::tagged("f", "b.cc", 10, 19);
  EXPECT_EQ(coveredLines({}), 0u);
  EXPECT_EQ(coveredLines({&outer}), 10u);
  EXPECT_EQ(coveredLines({&inner, &outer, &inner}), 10u);
  EXPECT_EQ(coveredLines({&overlapping, &outer}), 12u);
  EXPECT_EQ(coveredLines({&outer, &elsewhere}), 20u);
}

TEST(CoveredLines, ABlockCoversItsOwnLinesAndADeclarationNone) {
  auto function = test::tagged("f", "a.cc", 10, 19);
  function.covered = {12, 13};
  EXPECT_EQ(bodyLines(function).size(), 2u);
  auto declaration = test::tagged("f", "a.h", 3, 4);
  declaration.bodyBegin = {};
  EXPECT_EQ(bodyLines(declaration).size(), 2u);  // the scan found lines, if not braces
  declaration.traits.add(model::Trait::NoBody);
  EXPECT_EQ(bodyLines(declaration).size(), 0u);
}

}  // namespace
}  // namespace assay::model
