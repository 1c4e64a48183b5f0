// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// assay.yaml -> each form of the report that the case has an expectation for: expected.txt, expected.md,
// expected.json, expected.csv,
// expected.html, expected.cdx.json, expected.spdx.json.
#include <gtest/gtest.h>

#include <cstdlib>
#include <utility>

#include "golden/expectation.h"
#include "golden/golden_case.h"

namespace assay::test {
namespace {

namespace fs = std::filesystem;

class ReportGolden : public testing::TestWithParam<fs::path> {
 protected:
  void SetUp() override {
    unsetenv("SOURCE_DATE_EPOCH");  // builders of packages set it
    for (const std::string& name : case_.inputs()) folder_.write(name, case_.read(name));
  }

  GoldenCase case_{GetParam()};
  TemporaryFolder folder_;
};

TEST_P(ReportGolden, GivesTheReports) {
  std::string diagnostics;
  int exitCode = 0;
  for (const auto& [format, ending] :
       {std::pair("text", "txt"), std::pair("markdown", "md"), std::pair("json", "json"),
        std::pair("csv", "csv"), std::pair("html", "html"), std::pair("cyclonedx", "cdx.json"),
        std::pair("spdx", "spdx.json")}) {
    const std::string expected = std::string("expected.") + ending;
    if (goldenMode() == GoldenMode::Compare && !case_.has(expected)) continue;
    std::vector<std::string> arguments = {"report", "--format", format};
    for (const std::string& word : case_.words("args")) arguments.push_back(word);
    const test::Run report = runAssay(arguments, folder_.path());
    expectGolden(case_, expected, report.out);
    diagnostics = report.err;
    exitCode = report.exitCode;
  }
  expectDiagnostics(case_, diagnostics, exitCode);
}

INSTANTIATE_TEST_SUITE_P(Golden, ReportGolden, testing::ValuesIn(goldenCases("report")),
                         [](const auto& row) { return testName(row.param); });
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(ReportGolden);

}  // namespace
}  // namespace assay::test
