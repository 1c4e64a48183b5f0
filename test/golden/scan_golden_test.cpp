// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A tree -> its manifest. A case's files are `tree/…`; `flags` (when there) makes a compilation database for
// its units, `commands` one with a line `UNIT FLAG…` per command; `args` are options of the scan. The
// manifest must be the same on a second run and by --exact, and --check must agree with it.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "golden/expectation.h"
#include "golden/golden_case.h"

namespace assay::test {
namespace {

namespace fs = std::filesystem;

class ScanGolden : public testing::TestWithParam<fs::path> {
 protected:
  void SetUp() override {
    fs::copy(case_.folder() / "tree", tree(), fs::copy_options::recursive);
    if (case_.has("commands"))
      folder_.write("tree/compile_commands.json", compilationDatabase(tree(), commands()));
    if (!case_.has("flags")) return;
    std::vector<std::string> units;
    for (const auto& entry : fs::recursive_directory_iterator(tree()))
      if (entry.is_regular_file() && isUnit(entry.path()))
        units.push_back(entry.path().lexically_relative(tree()).string());
    std::ranges::sort(units);
    folder_.write("tree/compile_commands.json", compilationDatabase(tree(), units, case_.words("flags")));
  }
  [[nodiscard]] fs::path tree() const { return folder_.path() / "tree"; }
  [[nodiscard]] std::vector<UnitCommand> commands() const {
    std::vector<UnitCommand> all;
    std::istringstream lines(case_.read("commands"));
    for (std::string line; std::getline(lines, line);) {
      std::istringstream words(line);
      UnitCommand& command = all.emplace_back();
      words >> command.unit;
      for (std::string flag; words >> flag;) command.flags.push_back(flag);
    }
    return all;
  }
  test::Run scan(const std::string& extra = "") {
    std::vector<std::string> arguments = {"scan"};
    for (const std::string& word : case_.words("args")) arguments.push_back(word);
    if (!extra.empty()) arguments.push_back(extra);
    return runAssay(arguments, tree());
  }

  GoldenCase case_{GetParam()};
  TemporaryFolder folder_;
};

TEST_P(ScanGolden, GivesTheManifest) {
  const test::Run first = scan();
  expectDiagnostics(case_, first.err, first.exitCode);
  const std::string manifest = folder_.read("tree/assay.yaml");
  expectGolden(case_, "expected.yaml", manifest);
  if (case_.has("expected.txt") || (goldenMode() != GoldenMode::Compare && case_.has("args")))
    expectGolden(case_, "expected.txt", first.out);
  scan();
  EXPECT_EQ(folder_.read("tree/assay.yaml"), manifest) << "second run";
  EXPECT_NE(scan("--check").exitCode, 1) << "--check right after a scan";
  scan("--exact");
  EXPECT_EQ(folder_.read("tree/assay.yaml"), manifest) << "--exact";
}

INSTANTIATE_TEST_SUITE_P(Golden, ScanGolden, testing::ValuesIn(goldenCases("scan")),
                         [](const auto& row) { return testName(row.param); });

}  // namespace
}  // namespace assay::test
