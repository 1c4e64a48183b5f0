// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/unit_inputs.h"

#include <gmock/gmock.h>

namespace assay::scan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(UnitInputs, GivesBackTheListsOfEachUnit) {
  UnitInputs inputs;
  TargetResult one;
  one.files = {"/a.cc", "/asked.h", "/h.h"};
  one.missing = {"/gone.h"};
  one.onlyAsked = {"/asked.h"};
  one.skipped = std::make_shared<const SkippedByFile>(SkippedByFile{{"/h.h", {{2, 5}}}});
  one.alone = "not of the lists";
  inputs.note(1, one);
  TargetResult two;
  two.files = {"/b.cc", "/h.h"};
  inputs.note(2, two);
  const auto first = inputs.find(1);
  ASSERT_TRUE(first.has_value());
  EXPECT_THAT(first->files, ElementsAre("/a.cc", "/asked.h", "/h.h"));
  EXPECT_THAT(first->missing, ElementsAre("/gone.h"));
  EXPECT_THAT(first->onlyAsked, ElementsAre("/asked.h"));
  EXPECT_EQ(first->skipped, one.skipped);
  EXPECT_EQ(first->alone, "");
  const auto second = inputs.find(2);
  ASSERT_TRUE(second.has_value());
  EXPECT_THAT(second->files, ElementsAre("/b.cc", "/h.h"));
  EXPECT_THAT(second->missing, IsEmpty());
  EXPECT_EQ(second->skipped, nullptr);
}

TEST(UnitInputs, KnowsNothingOfOthers) {
  UnitInputs inputs;
  inputs.note(1, TargetResult());
  EXPECT_FALSE(inputs.find(2).has_value());
}

}  // namespace
}  // namespace assay::scan
