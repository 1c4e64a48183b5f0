// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include "emit/dashboard/rows.h"

namespace assay::emit::dashboard {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(RowsOfFunctions, ShowAFewOfThemHoweverManyThereAre) {
  for (const Panel& panel : busiestRow().panels)
    for (const Query& query : panel.queries)
      EXPECT_THAT(query.expression, HasSubstr("topk($top")) << panel.title;
}

TEST(RowsOfFunctions, CompareModelsWhateverFunctionIsChosen) {
  for (const Panel& panel : modelsRow().panels)
    for (const Query& query : panel.queries)
      EXPECT_THAT(query.expression, Not(HasSubstr("$function"))) << panel.title;
}

TEST(RowsOfFunctions, ShowTheChosenOnesAlone) {
  for (const Panel& panel : chosenRow().panels)
    for (const Query& query : panel.queries)
      EXPECT_THAT(query.expression, HasSubstr(R"(function=~"$function")")) << panel.title;
}

TEST(RowsOfFunctions, NameTheLinesByTheirLabel) {
  EXPECT_EQ(modelsRow().panels[1].queries.front().legend, "{{ai_source}}");
  EXPECT_EQ(busiestRow().panels[1].queries.front().legend, "{{function}}");
}

}  // namespace
}  // namespace assay::emit::dashboard
