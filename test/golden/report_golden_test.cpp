// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// assay.yaml -> each form of the report that the case has an expectation for: expected.txt, expected.md,
// expected.json, expected.csv,
// expected.html, expected.cdx.json, expected.spdx.json, expected.sarif, expected.xml, expected.jsonl. A case
// with a `message` is a repository with one commit of that message upon an empty one; `note` is the commit's
// note of git-ai, and `traces.jsonl` what agents left, with BASE for the commit below.
#include <gtest/gtest.h>

#include <cstdlib>
#include <utility>

#include "golden/expectation.h"
#include "golden/golden_case.h"
#include "support/git_repository.h"

namespace assay::test {
namespace {

namespace fs = std::filesystem;

class ReportGolden : public testing::TestWithParam<fs::path> {
 protected:
  void SetUp() override {
    unsetenv("SOURCE_DATE_EPOCH");  // builders of packages set it
    const std::string base = case_.has("message") ? firstCommit() : std::string();
    for (const std::string& name : case_.inputs()) folder_.write(name, case_.read(name));
    if (!base.empty()) secondCommit(base);
  }

  // Names and times are fixed, so that the commits are always the same.
  std::string firstCommit() {
    const GitRepository repository(folder_.path());
    repository.git({"init", "-q", "-b", "main"});
    return repository.commit("base");
  }

  void secondCommit(const std::string& base) {
    const GitRepository repository(folder_.path());
    repository.commit(case_.read("message"));
    if (case_.has("note")) repository.git({"notes", "--ref=ai", "add", "-F", "-"}, case_.read("note"));
    std::string traces = case_.has("traces.jsonl") ? case_.read("traces.jsonl") : std::string();
    for (auto at = traces.find("BASE"); at != std::string::npos; at = traces.find("BASE"))
      traces.replace(at, 4, base);
    folder_.write(".agent-trace/traces.jsonl", traces);
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
        std::pair("spdx", "spdx.json"), std::pair("sarif", "sarif"), std::pair("junit", "xml"),
        std::pair("agent-trace", "jsonl")}) {
    const std::string expected = std::string("expected.") + ending;
    const bool canMake = std::string_view(format) != "agent-trace" || case_.has("message");
    if (!case_.has(expected) && (goldenMode() == GoldenMode::Compare || !canMake)) continue;
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
