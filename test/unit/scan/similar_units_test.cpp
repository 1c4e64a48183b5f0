// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/similar_units.h"

#include <gtest/gtest.h>

namespace assay::scan {
namespace {

TEST(SimilarUnits, TheNameCountsBeforeTheFolder) {
  const SimilarUnits units({"/r/a/x.cc", "/r/b/y.cc", "/r/c/x.cc"});
  EXPECT_EQ(units.to("/r/b/x.h"), "/r/a/x.cc") << "the first path among equals";
  EXPECT_EQ(units.to("/r/c/sub/x.hpp"), "/r/c/x.cc") << "the nearer of the same name";
  EXPECT_EQ(units.to("/r/b/z.h"), "/r/b/y.cc");
  EXPECT_EQ(units.to("/r/b/z/deep/z.h"), "/r/b/y.cc");
  EXPECT_EQ(units.to("/elsewhere/z.h"), "/r/a/x.cc");
}

TEST(SimilarUnits, FoldersCountWholly) {
  const SimilarUnits units({"/r/ab/1.cc", "/r/b/2.cc"});
  EXPECT_EQ(units.to("/r/a/z.cc"), "/r/ab/1.cc") << "both share /r/ only";
  EXPECT_EQ(units.to("/r/b.cc"), "/r/ab/1.cc");
}

TEST(SimilarUnits, LanguagesDoNotMix) {
  const SimilarUnits units({"/r/a.c", "/r/b.cc", "/r/notes.txt", "/r/z.h"});
  EXPECT_EQ(units.to("/r/b.c"), "/r/a.c");
  EXPECT_EQ(units.to("/r/a.hpp"), "/r/b.cc");
  EXPECT_EQ(units.to("/r/z.h"), "/r/a.c");
  EXPECT_EQ(units.to("/r/k.cu"), "/r/b.cc");
}

TEST(SimilarUnits, NoneIsEmpty) {
  EXPECT_EQ(SimilarUnits({}).to("/r/a.c"), "");
  EXPECT_EQ(SimilarUnits({"/r/a.c"}).to("/r/a.cc"), "");
}

}  // namespace
}  // namespace assay::scan
