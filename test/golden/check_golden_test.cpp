// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// assay.yaml and .assay.yaml -> what `assay check` prints (expected.txt), and each other form that the case
// has an expectation for: expected.sarif, expected.xml, expected.json, expected.github. Ages are counted from
// one day.
#include <gtest/gtest.h>

#include <utility>

#include "golden/expectation.h"
#include "golden/golden_case.h"

namespace assay::test {
namespace {

namespace fs = std::filesystem;

class CheckGolden : public testing::TestWithParam<fs::path> {
 protected:
  void SetUp() override {
    for (const std::string& name : case_.inputs()) folder_.write(name, case_.read(name));
  }
  test::Run check(std::vector<std::string> more) {
    std::vector<std::string> arguments = {"check", "--today", "2026-11-29"};
    for (const std::string& word : case_.words("args")) arguments.push_back(word);
    arguments.insert(arguments.end(), more.begin(), more.end());
    return runAssay(arguments, folder_.path());
  }

  [[nodiscard]] std::string fromHere(std::string text) const {
    const std::string folder = folder_.path().string() + "/";
    for (auto at = text.find(folder); at != std::string::npos; at = text.find(folder))
      text.erase(at, folder.size());
    return text;
  }

  GoldenCase case_{GetParam()};
  TemporaryFolder folder_;
};

TEST_P(CheckGolden, GivesTheFindings) {
  const test::Run printed = check({});
  expectGolden(case_, "expected.txt", printed.out);
  // An error in .assay.yaml names the file in full.
  expectDiagnostics(case_, fromHere(printed.err), printed.exitCode);
  for (const auto& [format, ending] : {std::pair("sarif", "sarif"), std::pair("junit", "xml"),
                                       std::pair("json", "json"), std::pair("github", "github")}) {
    const std::string expected = std::string("expected.") + ending;
    if (!case_.has(expected)) continue;
    const test::Run run = check({"--output", std::string(format) + "=out." + ending});
    EXPECT_EQ(run.out, printed.out);
    EXPECT_EQ(run.exitCode, printed.exitCode);
    expectGolden(case_, expected, folder_.read(std::string("out.") + ending));
  }
}

INSTANTIATE_TEST_SUITE_P(Golden, CheckGolden, testing::ValuesIn(goldenCases("check")),
                         [](const auto& row) { return testName(row.param); });
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(CheckGolden);

}  // namespace
}  // namespace assay::test
