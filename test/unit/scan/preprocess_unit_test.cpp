// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/preprocess_unit.h"

#include <gmock/gmock.h>

#include "scan/resource_folder.h"
#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

using testing::Contains;

// The header's third line stands in a branch that needs WANTED, its fifth in none.
class PreprocessUnit : public testing::Test {
 protected:
  PreprocessUnit() {
    folder_.write("h.h", "// header\n#ifdef WANTED\nint hidden();\n#endif\nint plain();\n");
  }
  [[nodiscard]] ShownLines of(const std::string& unit, std::vector<unsigned> lines) const {
    const std::string file = folder_.write("a.cc", unit).string();
    const CompileCommand command{folder_.path().string(), file, {"c++"}, false};
    return preprocessUnit(command, {{path("h.h"), std::move(lines)}}, environment_);
  }
  [[nodiscard]] std::string path(const std::string& name) const { return (folder_.path() / name).string(); }

 private:
  test::TemporaryFolder folder_;
  ParseEnvironment environment_{folder_.path().string(), findResourceFolder("").value(), {}, {}};
};

TEST_F(PreprocessUnit, ALineIsShownWhereItsBranchIsTaken) {
  EXPECT_FALSE(of("#include \"h.h\"\n", {3}).any);
  EXPECT_TRUE(of("#include \"h.h\"\n", {5}).any);
  EXPECT_TRUE(of("#include \"h.h\"\n", {3, 5}).any);
  EXPECT_TRUE(of("#define WANTED\n#include \"h.h\"\n", {3}).any);
}

TEST_F(PreprocessUnit, OneInclusionThatShowsItIsEnough) {
  EXPECT_TRUE(
      of("#include \"h.h\"\n#define WANTED\n#include \"h.h\"\n#undef WANTED\n#include \"h.h\"\n", {3}).any);
}

TEST_F(PreprocessUnit, AFileThatIsNotEnteredShowsNothing) {
  EXPECT_FALSE(of("int x;\n", {3, 5}).any);
  EXPECT_FALSE(of("#if 0\n#include \"h.h\"\n#endif\n", {5}).any);
}

TEST_F(PreprocessUnit, WhatTheAnswerRestsOnIsNamed) {
  const ShownLines shown = of("#include \"h.h\"\n#include \"none.h\"\n", {3});
  EXPECT_THAT(shown.files, Contains(path("h.h")));
  EXPECT_THAT(shown.files, Contains(path("a.cc")));
  EXPECT_THAT(shown.missing, Contains(path("none.h")));
}

}  // namespace
}  // namespace assay::scan
