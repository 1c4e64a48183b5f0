// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/rules/objectives.h"

#include <gmock/gmock.h>

#include <iterator>

#include "emit/rules/expressions.h"

namespace assay::emit::rules {
namespace {

using testing::HasSubstr;
using testing::Not;

// What Sloth (github.com/slok/sloth) generates for an objective of 99.9: examples/_gen/getting-started.yml of
// its commit 20ea501, the conditions of its two alerts. The record is slo:sli_error:ratio_rate and the
// window.
constexpr const char* kSlothsBudget = "0.0009999999999999432";
struct SlothsBurn {
  const char* shortly;
  const char* longer;
  const char* times;
};
constexpr SlothsBurn kSlothsPage[] = {{"5m", "1h", "14.4"}, {"30m", "6h", "6"}};
constexpr SlothsBurn kSlothsTicket[] = {{"2h", "1d", "3"}, {"6h", "3d", "1"}};

void expectSloths(std::span<const Burn> burns, std::span<const SlothsBurn> sloths) {
  ASSERT_EQ(burns.size(), sloths.size());
  for (std::size_t i = 0; i < burns.size(); ++i) {
    EXPECT_EQ(durationText(burns[i].shortly), sloths[i].shortly);
    EXPECT_EQ(durationText(burns[i].longer), sloths[i].longer);
    EXPECT_EQ(numberText(burns[i].times), sloths[i].times);
  }
}

TEST(Objectives, HaveTheNumbersOfSloth) {
  expectSloths(kFastBurns, kSlothsPage);
  expectSloths(kSlowBurns, kSlothsTicket);
  EXPECT_EQ(numberText(errorBudget({.objective = 99.9})), kSlothsBudget);
}

TEST(Objectives, BurnInBothWindowsOrInBothOthers) {
  EXPECT_EQ(burning(kFastBurns, Windows()),
            "(\n"
            "  assay:slo:error_ratio:5m > on (id) group_left () (14.4 * assay:slo:error_budget)\n"
            "  and\n"
            "  assay:slo:error_ratio:1h > on (id) group_left () (14.4 * assay:slo:error_budget)\n"
            ")\n"
            "or\n"
            "(\n"
            "  assay:slo:error_ratio:30m > on (id) group_left () (6 * assay:slo:error_budget)\n"
            "  and\n"
            "  assay:slo:error_ratio:6h > on (id) group_left () (6 * assay:slo:error_budget)\n"
            ")");
}

TEST(Objectives, AreRecordedOfFunctionsThatHaveOne) {
  EXPECT_TRUE(recordedObjectives({{1, {.errorRatio = 0.1}}}, Windows()).empty());
  const auto rules = recordedObjectives({{1, {.objective = 99}}, {2, {.meanSeconds = 1}}}, Windows());
  ASSERT_EQ(rules.size(), 1u + 7u);
  EXPECT_EQ(rules[0].expression, "0.01 * group by (id) (assay:function:info{id=~\"0x0000000000000001\"})");
  EXPECT_EQ(rules[1].record, "assay:slo:error_ratio:5m");
  EXPECT_EQ(rules.back().record, "assay:slo:error_ratio:3d");
  for (auto rule = std::next(rules.begin()); rule != rules.end(); ++rule) {
    EXPECT_THAT(rule->expression, HasSubstr("{id=~\"0x0000000000000001\"}"));
    EXPECT_THAT(rule->expression, Not(HasSubstr("0x0000000000000002")));
  }
}

}  // namespace
}  // namespace assay::emit::rules
