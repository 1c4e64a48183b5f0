// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/file_scope.h"

#include <gmock/gmock.h>

namespace assay::instrument {
namespace {

using testing::ElementsAre;

std::vector<std::size_t> lineStarts(std::string_view text) {
  std::vector<std::size_t> offsets;
  for (FileScope scope(text); scope.nextLine();) offsets.push_back(scope.offset());
  return offsets;
}

TEST(FileScope, StopsOnlyWhereAPhysicalLineBeginsALogicalOne) {
  EXPECT_THAT(lineStarts("a\nb\n"), ElementsAre(0, 2));
  EXPECT_THAT(lineStarts("a \\\nb\nc"), ElementsAre(0, 6));
  EXPECT_THAT(lineStarts("/*\n*/\nc"), ElementsAre(0, 6));
  EXPECT_THAT(lineStarts("#x \\\n y\nc"), ElementsAre(0, 8));
  EXPECT_THAT(lineStarts(""), ElementsAre());
}

TEST(FileScope, NumbersEveryBranchAnew) {
  const std::string text = "#if A\na\n#elif B\nb\n#else\n#if C\nc\n#endif\n#endif\ny\n";
  FileScope scope(text);
  const auto branchesAt = [&](char c) {
    scope.advanceTo(text.find(c));
    return scope.branches();
  };
  EXPECT_THAT(branchesAt('a'), ElementsAre(1));
  EXPECT_THAT(branchesAt('b'), ElementsAre(2));
  EXPECT_THAT(branchesAt('c'), ElementsAre(3, 4));
  EXPECT_THAT(branchesAt('y'), ElementsAre());
}

TEST(FileScope, UnbalancedTextIsLivedWith) {
  FileScope scope("}}) #\n#else\n#endif\n#endif\n(((\n{{{\n");
  while (scope.nextLine()) {
  }
  EXPECT_FALSE(scope.betweenDeclarations());
}

TEST(FileScope, OpeningDirectivesEndWithTheFirstToken) {
  FileScope scope("// a\n#ifndef X\n#define X\nint a;\n#define Y\n");
  while (scope.nextLine()) {
  }
  EXPECT_THAT(scope.openingDirectives(), ElementsAre("ifndef", "define"));
}

}  // namespace
}  // namespace assay::instrument
