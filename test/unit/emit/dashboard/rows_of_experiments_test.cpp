// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include "emit/dashboard/rows.h"

namespace assay::emit::dashboard {
namespace {

using testing::HasSubstr;

TEST(RowsOfExperiments, FindTheOldFunctionByItsId) {
  const Panel table = experimentsRow().panels.front();
  EXPECT_THAT(table.queries[0].expression, HasSubstr("* on (job, id) group_left (function, replaces)"));
  EXPECT_THAT(table.queries[1].expression,
              HasSubstr("* on (job, replaced_id) group_left (function, replaces)"));
}

TEST(RowsOfExperiments, ChooseByTheNewFunctionAlone) {
  EXPECT_TRUE(experimentsRow().closed);
  const Panel table = experimentsRow().panels.front();
  for (const Query& query : table.queries) {
    EXPECT_THAT(query.expression,
                HasSubstr("ai_code_experiment_info{job=~\"$job\", ai_source=~\"$ai_source\", "));
    EXPECT_THAT(query.expression, HasSubstr("{job=~\"$job\"}["));
  }
}

TEST(RowsOfExperiments, SetDifferencesAgainstComparisons) {
  EXPECT_THAT(
      experimentsRow().panels[1].queries.front().expression,
      testing::AllOf(HasSubstr("ai_code_shadow_mismatches_total"), HasSubstr("ai_code_shadow_calls_total")));
}

}  // namespace
}  // namespace assay::emit::dashboard
