// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Shared objects that are loaded and unloaded while their guards count.
#include <gtest/gtest.h>

#include "guarded_run.h"

namespace assay::test {
namespace {

void expectAllCalls(const GuardedRun& run) {
  ASSERT_EQ(run.result().exitCode, 0) << run.result().out << run.result().err;
  EXPECT_EQ(run.site("host").calls, 100u);
  EXPECT_EQ(run.site("pluginCall").calls, 1000u);
  EXPECT_EQ(run.site("Inline::call").calls, 1000u);
  EXPECT_EQ(run.site("twice").calls, 1000u);
}

TEST(Plugins, AHundredLoadsOfAPluginThatUsesTheHostsRuntime) {
  const GuardedRun run({"host", guardedProgram("lean.so")});
  expectAllCalls(run);
  ASSERT_EQ(run.segments().size(), 1u);
  EXPECT_EQ(run.segments()[0].siteCount, 4u);
}

TEST(Plugins, APluginWithARuntimeOfItsOwnJoinsTheHostsWhenThatIsShown) {
  const GuardedRun run({"host", guardedProgram("own.so")});
  expectAllCalls(run);
  EXPECT_EQ(run.segments().size(), 1u);
}

TEST(Plugins, ARuntimeInTheHostAndOneInEachLoadedPlugin) {
  const GuardedRun run({"closed", guardedProgram("own.so")});
  expectAllCalls(run);
  EXPECT_EQ(run.segments().size(), 101u);
}

}  // namespace
}  // namespace assay::test
