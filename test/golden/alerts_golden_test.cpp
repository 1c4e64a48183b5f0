// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// assay.yaml -> rules (expected.yaml), and the unit tests beside them (expected_test.yaml) where the case has
// them; monitors for Datadog (expected.datadog.json, expected.tf.json) where it has those.
#include <gtest/gtest.h>

#include <utility>

#include "golden/expectation.h"
#include "golden/golden_case.h"

namespace assay::test {
namespace {

namespace fs = std::filesystem;

class AlertsGolden : public testing::TestWithParam<fs::path> {
 protected:
  void SetUp() override {
    for (const std::string& name : case_.inputs()) folder_.write(name, case_.read(name));
  }
  test::Run alerts(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "alerts");
    for (const std::string& word : case_.words("args")) arguments.push_back(word);
    return runAssay(arguments, folder_.path());
  }
  [[nodiscard]] std::string written(const std::string& file) const {
    return fs::exists(folder_.path() / file) ? folder_.read(file) : std::string();
  }

  GoldenCase case_{GetParam()};
  TemporaryFolder folder_;
};

TEST_P(AlertsGolden, GivesTheRulesAndTheirTests) {
  const test::Run printed = alerts({});
  EXPECT_FALSE(fs::exists(folder_.path() / "rules.yaml"));
  const test::Run run = alerts({"--format", "prometheus", "--write-to", "rules.yaml"});
  EXPECT_EQ(printed.out, written("rules.yaml"));
  EXPECT_EQ(run.out, "");
  expectGolden(case_, "expected.yaml", written("rules.yaml"));
  if (goldenMode() != GoldenMode::Compare || case_.has("expected_test.yaml"))
    expectGolden(case_, "expected_test.yaml", written("rules_test.yaml"));
  expectDiagnostics(case_, run.err, run.exitCode);
}

TEST_P(AlertsGolden, GivesMonitors) {
  for (const auto& [format, file] :
       {std::pair("datadog", "expected.datadog.json"), {"datadog-terraform", "expected.tf.json"}}) {
    if (!case_.has(file)) continue;
    const test::Run run = alerts({"--format", format, "--write-to", "monitors.json"});
    EXPECT_EQ(alerts({"--format", format}).out, written("monitors.json"));
    EXPECT_FALSE(fs::exists(folder_.path() / "monitors_test.json"));
    expectGolden(case_, file, written("monitors.json"));
  }
}

INSTANTIATE_TEST_SUITE_P(Golden, AlertsGolden, testing::ValuesIn(goldenCases("alerts")),
                         [](const auto& row) { return testName(row.param); });
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(AlertsGolden);

}  // namespace
}  // namespace assay::test
