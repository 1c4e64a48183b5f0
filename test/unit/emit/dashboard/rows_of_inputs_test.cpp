// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include "emit/dashboard/rows.h"

namespace assay::emit::dashboard {
namespace {

using testing::HasSubstr;

TEST(RowsOfInputs, AskOnlyOnceTheyAreOpened) {
  EXPECT_TRUE(sizesRow().closed);
  EXPECT_TRUE(typesRow().closed);
}

TEST(RowsOfInputs, ShowTheChosenOnesAlone) {
  for (const Row& row : {sizesRow(), typesRow()})
    for (const Panel& panel : row.panels)
      for (const Query& query : panel.queries)
        EXPECT_THAT(query.expression, HasSubstr(R"(function=~"$function")")) << panel.title;
}

TEST(RowsOfInputs, DivideWhatTypesCostByTheCallsOfTheSameType) {
  const std::string failed = typesRow().panels[1].queries.front().expression;
  EXPECT_THAT(failed, HasSubstr("sum by (type) (rate(ai_code_input_type_error_total"));
  EXPECT_THAT(failed, HasSubstr("/ (sum by (type) (rate(ai_code_input_type_total"));
}

TEST(RowsOfInputs, SetTimeAgainstSize) {
  EXPECT_THAT(sizesRow().panels.back().queries.front().expression, HasSubstr("ai_code_input_size_sum"));
}

}  // namespace
}  // namespace assay::emit::dashboard
