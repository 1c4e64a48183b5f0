// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include "emit/rules/recorded.h"

namespace assay::emit::rules {
namespace {

using testing::HasSubstr;

TEST(RecordedSizes, AreOfFunctionsThatFailOftenEnough) {
  const auto rules = recordedSizes({.minErrors = 7});
  for (const std::size_t i : {0u, 1u})
    EXPECT_THAT(rules[i].expression, HasSubstr("assay:errors:recent >= 7"));
  EXPECT_THAT(rules[0].expression, HasSubstr("increase(ai_code_input_size_bucket[1h])"));
  EXPECT_THAT(rules[1].expression, HasSubstr("increase(ai_code_failed_input_size_bucket[1h])"));
}

TEST(RecordedSizes, ABoundHasARangeOnBothSides) {
  const std::string ranges = recordedSizes({})[2].expression;
  EXPECT_THAT(ranges, HasSubstr("\"up to $1\""));
  EXPECT_THAT(ranges, HasSubstr("\"above $1\""));
}

TEST(RecordedSizes, FollowTheFactorAndTheFloor) {
  const std::string gathered = recordedSizes({.errorFactor = 3, .minErrors = 7}).back().expression;
  EXPECT_THAT(gathered, HasSubstr("assay:range:errors >= 7"));
  EXPECT_THAT(gathered, HasSubstr("> 3 * clamp_min(assay:range:error_ratio_others, 0.001)"));
}

}  // namespace
}  // namespace assay::emit::rules
