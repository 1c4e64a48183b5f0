// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include "emit/dashboard/rows.h"

namespace assay::emit::dashboard {
namespace {

using testing::HasSubstr;

TEST(RowsOfMemory, AskOnlyOnceTheyAreOpened) {
  EXPECT_TRUE(memoryRow().closed);
}

TEST(RowsOfMemory, ShowProcessesAndWhatIsChosen) {
  const Row row = memoryRow();
  EXPECT_THAT(row.panels[0].queries.front().expression,
              HasSubstr("ai_code_resident_memory_bytes{job=~\"$job\"}"));
  for (std::size_t i = 1; i < row.panels.size(); ++i)
    for (const Query& query : row.panels[i].queries)
      EXPECT_THAT(query.expression, HasSubstr(R"(function=~"$function")")) << row.panels[i].title;
}

TEST(RowsOfMemory, DivideBytesByTheCallsThatTheyAreOf) {
  EXPECT_THAT(memoryRow().panels[2].queries.front().expression,
              testing::AllOf(HasSubstr("ai_code_memory_allocated_bytes_total"),
                             HasSubstr("ai_code_memory_calls_total")));
}

}  // namespace
}  // namespace assay::emit::dashboard
