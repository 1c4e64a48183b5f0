// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A tree -> the tags that its comments ask for, as a diff (expected.diff). What is written is what the diff
// says, and after it there is nothing left to write.
#include <gtest/gtest.h>

#include "golden/expectation.h"
#include "golden/golden_case.h"

namespace assay::test {
namespace {

namespace fs = std::filesystem;

class AnnotateGolden : public testing::TestWithParam<fs::path> {
 protected:
  void SetUp() override {
    for (const std::string& name : case_.inputs()) folder_.write(name, case_.read(name));
  }
  test::Run annotate(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "annotate");
    for (const std::string& word : case_.words("args")) arguments.push_back(word);
    return runAssay(arguments, folder_.path());
  }
  std::vector<std::string> texts() {
    std::vector<std::string> all;
    for (const std::string& name : case_.inputs()) all.push_back(folder_.read(name));
    return all;
  }

  GoldenCase case_{GetParam()};
  TemporaryFolder folder_;
};

TEST_P(AnnotateGolden, ShowsAndWritesTheSame) {
  const std::vector<std::string> before = texts();
  const test::Run shown = annotate({});
  EXPECT_EQ(texts(), before);
  expectGolden(case_, "expected.diff", shown.out);
  expectDiagnostics(case_, shown.err, shown.exitCode);
  if (shown.exitCode == 2) return;
  const test::Run written = annotate({"--write"});
  EXPECT_EQ(written.out, shown.out);
  const std::vector<std::string> after = texts();
  folder_.write("back.diff", shown.out);
  const test::Run patched = run(
      {.arguments = {"patch", "-p1", "-R", "--binary", "-s", "-i", "back.diff"}, .folder = folder_.path()});
  EXPECT_TRUE(shown.out.empty() || patched.exitCode == 0) << patched.out;
  EXPECT_EQ(texts(), before);
  EXPECT_EQ(after == before, shown.out.empty());
}

TEST_P(AnnotateGolden, WritesNothingTwice) {
  annotate({"--write"});
  const std::vector<std::string> once = texts();
  EXPECT_EQ(annotate({"--write"}).out, "");
  EXPECT_EQ(texts(), once);
}

INSTANTIATE_TEST_SUITE_P(Golden, AnnotateGolden, testing::ValuesIn(goldenCases("annotate")),
                         [](const auto& row) { return testName(row.param); });
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(AnnotateGolden);

}  // namespace
}  // namespace assay::test
