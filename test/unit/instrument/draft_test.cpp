// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/draft.h"

#include <gtest/gtest.h>

namespace assay::instrument {
namespace {

TEST(Draft, IncludeComesOnlyWithAGuard) {
  Draft draft{source::SourceText("f.c", "// x\nf() {}"), {"f.c", {{{0, 0}, "I "}}, {}, {}}, {}};
  EXPECT_EQ(*draft.rewritten(), "// x\nf() {}");
  draft.plan.guards.push_back({1, {{10, 10}, "G"}});
  EXPECT_EQ(*draft.rewritten(), "I // x\nf() {G}");
}

TEST(Draft, FindsItsEntriesById) {
  model::AnnotatedFunction function;
  function.id = 5;
  const Draft draft{source::SourceText("f.c", ""), {}, {&function}};
  EXPECT_EQ(draft.function(5), &function);
  EXPECT_EQ(draft.function(6), nullptr);
}

}  // namespace
}  // namespace assay::instrument
