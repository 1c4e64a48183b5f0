// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/dependency_file.h"

#include <gmock/gmock.h>

namespace assay::launch {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kOfGcc = "dir/a.o: /src/a.cpp /src/with\\ blank.h \\\n /src/b$$.h\n\n/src/b$$.h:\n";

TEST(DependencyFile, ReadsTheFirstRule) {
  const auto read = readDependencies(kOfGcc);
  EXPECT_EQ(read.target, "dir/a.o");
  EXPECT_THAT(read.files, ElementsAre("/src/a.cpp", "/src/with blank.h", "/src/b$.h"));
}

TEST(DependencyFile, ReadsWhatIsNoRuleAsNothing) {
  EXPECT_THAT(readDependencies("").files, IsEmpty());
  EXPECT_THAT(readDependencies("no rule at all").files, IsEmpty());
  EXPECT_THAT(readDependencies("a.o:").files, IsEmpty());
}

TEST(DependencyFile, AddsAFileAtTheEndOfTheFirstRuleOnce) {
  const std::string once = withDependency(kOfGcc, "/b/a b.stamp");
  EXPECT_THAT(readDependencies(once).files,
              ElementsAre("/src/a.cpp", "/src/with blank.h", "/src/b$.h", "/b/a b.stamp"));
  EXPECT_TRUE(once.ends_with("\n\n/src/b$$.h:\n"));
  EXPECT_EQ(withDependency(once, "/b/a b.stamp"), once);
  EXPECT_EQ(withDependency("no rule", "/x"), "no rule");
}

TEST(DependencyFile, WritesARuleThatItReads) {
  const std::string rule = dependencyRule("a b", {"c#d", "e$f", "g h"});
  EXPECT_EQ(readDependencies(rule).target, "a b");
  EXPECT_THAT(readDependencies(rule).files, ElementsAre("c#d", "e$f", "g h"));
}

}  // namespace
}  // namespace assay::launch
