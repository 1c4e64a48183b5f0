// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The parts of a scan -> the manifest, or what does not fit. `args` names the parts and options; what is said
// on stdout is expected.txt. A case without expected.yaml must write nothing.
#include <gtest/gtest.h>

#include "golden/expectation.h"
#include "golden/golden_case.h"

namespace assay::test {
namespace {

namespace fs = std::filesystem;

class MergeGolden : public testing::TestWithParam<fs::path> {
 protected:
  void SetUp() override {
    for (const std::string& name : case_.inputs()) folder_.write(name, case_.read(name));
  }

  GoldenCase case_{GetParam()};
  TemporaryFolder folder_;
};

TEST_P(MergeGolden, GivesTheManifestOrTheFindings) {
  std::vector<std::string> arguments = {"merge", "-o", "merged.yaml"};
  for (const std::string& word : case_.words("args")) arguments.push_back(word);
  const test::Run merge = runAssay(arguments, folder_.path());
  expectDiagnostics(case_, merge.err, merge.exitCode);
  expectGolden(case_, "expected.txt", merge.out);
  const bool written = fs::exists(folder_.path() / "merged.yaml");
  EXPECT_EQ(written, merge.exitCode == 0 || case_.has("expected.yaml"));
  if (written) expectGolden(case_, "expected.yaml", folder_.read("merged.yaml"));
}

INSTANTIATE_TEST_SUITE_P(Golden, MergeGolden, testing::ValuesIn(goldenCases("merge")),
                         [](const auto& row) { return testName(row.param); });

}  // namespace
}  // namespace assay::test
