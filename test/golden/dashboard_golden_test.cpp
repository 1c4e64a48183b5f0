// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// assay.yaml -> the dashboard (expected.json).
#include <gtest/gtest.h>

#include "golden/expectation.h"
#include "golden/golden_case.h"

namespace assay::test {
namespace {

namespace fs = std::filesystem;

class DashboardGolden : public testing::TestWithParam<fs::path> {
 protected:
  void SetUp() override {
    for (const std::string& name : case_.inputs()) folder_.write(name, case_.read(name));
  }
  test::Run dashboard(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "dashboard");
    for (const std::string& word : case_.words("args")) arguments.push_back(word);
    return runAssay(arguments, folder_.path());
  }

  GoldenCase case_{GetParam()};
  TemporaryFolder folder_;
};

TEST_P(DashboardGolden, GivesTheDashboard) {
  const test::Run printed = dashboard({});
  const test::Run run = dashboard({"--write-to", "dashboard.json"});
  const bool written = fs::exists(folder_.path() / "dashboard.json");
  EXPECT_EQ(printed.out, written ? folder_.read("dashboard.json") : std::string());
  EXPECT_EQ(run.out, "");
  expectGolden(case_, "expected.json", printed.out);
  expectDiagnostics(case_, run.err, run.exitCode);
}

INSTANTIATE_TEST_SUITE_P(Golden, DashboardGolden, testing::ValuesIn(goldenCases("dashboard")),
                         [](const auto& row) { return testName(row.param); });
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(DashboardGolden);

}  // namespace
}  // namespace assay::test
