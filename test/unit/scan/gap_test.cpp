// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/gap.h"

#include <gtest/gtest.h>

namespace assay::scan {
namespace {

Gap gapOf(const std::string& code, const std::vector<source::Span>& inactive = {}) {
  const source::SourceText text("a.cc", code);
  return readGap(text, TokenStream(text.bytes()), {0, code.size()}, inactive).gap;
}

TEST(Gap, IsOpenAcrossWhatBelongsToADeclaration) {
  EXPECT_EQ(gapOf("\n"), Gap::Open);
  EXPECT_EQ(gapOf("\n\n// other\n\n"), Gap::Open);
  EXPECT_EQ(gapOf("\ntemplate <class T> [[nodiscard]] EXPORT(1)\n"), Gap::Open);
  EXPECT_EQ(gapOf("\nextern \"C\" {\n"), Gap::Open);
  EXPECT_EQ(gapOf("\n public:\n"), Gap::Open);
  EXPECT_EQ(gapOf("\n#ifdef A\n#pragma omp simd\n"), Gap::Open);
}

TEST(Gap, ClosesAtOtherCode) {
  EXPECT_EQ(gapOf("\nint a;\n"), Gap::Interrupted);
  EXPECT_EQ(gapOf("\nBEGIN {\n"), Gap::Interrupted);
  EXPECT_EQ(gapOf("\n#include <a>\n"), Gap::Interrupted);
  EXPECT_EQ(gapOf("\n#define A\n"), Gap::Interrupted);
  EXPECT_EQ(gapOf("\n}\n"), Gap::ScopeEnds);
}

TEST(Gap, TakesOneBlankLineButNotTwo) {
  EXPECT_EQ(gapOf("\n\n"), Gap::Open);
  EXPECT_EQ(gapOf("\n\n\n"), Gap::TooFar);
  EXPECT_EQ(gapOf("\n \n\t\nint"), Gap::TooFar);
}

TEST(Gap, EndsAtAGroupThatIsSkippedAltogether) {
  const std::string group = "\n#if 0\nint f() { return 1; }\n#endif\n";
  EXPECT_EQ(gapOf(group, {{1, group.size() - 1}}), Gap::Inactive);
  const std::string alternative = "\n#if 0\nint f() { return 1; }\n#else\n";
  EXPECT_EQ(gapOf(alternative, {{1, alternative.size() - 1}}), Gap::Open);
}

}  // namespace
}  // namespace assay::scan
