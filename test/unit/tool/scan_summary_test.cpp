// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/scan_summary.h"

#include <gmock/gmock.h>

namespace assay::tool {
namespace {

namespace fs = std::filesystem;
using model::Precision;
using testing::HasSubstr;
using testing::Not;

std::string summary(const std::vector<Precision>& precisions, scan::ScanStats stats) {
  scan::ScanResult result;
  for (const Precision precision : precisions) {
    model::AnnotatedFunction& function = result.manifest.functions.emplace_back();
    function.name = "f";
    function.precision = precision;
  }
  model::AnnotatedFunction& lost = result.manifest.functions.emplace_back();
  lost.state = model::State::Unattached;
  lost.precision = Precision::Lexical;
  result.stats = std::move(stats);
  return summaryText(result, "assay.yaml");
}

scan::ScanStats withoutDatabase(const fs::path& folder, const fs::path& root) {
  scan::ScanStats stats;
  stats.advice = {root, folder, "meson setup build", "build", ""};
  return stats;
}

TEST(ScanSummary, SaysNothingOfBuildFoldersWhenAllIsExact) {
  scan::ScanStats stats;
  stats.compilationDatabase = "/b/compile_commands.json";
  EXPECT_THAT(summary({Precision::Exact}, stats), HasSubstr("flags:    from /b/compile_commands.json\n"));
  const fs::path here = fs::current_path();
  EXPECT_THAT(summary({Precision::Exact}, withoutDatabase(here, here)), Not(HasSubstr("meson")));
}

TEST(ScanSummary, CountsWhatABuildFolderWouldImproveAndNamesOneCommand) {
  const fs::path here = fs::current_path();
  const std::string text =
      summary({Precision::Exact, Precision::Inferred, Precision::Inferred, Precision::Lexical},
              withoutDatabase(here, here));
  EXPECT_THAT(text, HasSubstr("3 of 4 entries (2 inferred, 1 lexical)"));
  EXPECT_THAT(text, HasSubstr("          meson setup build && assay scan -p build\n"));
}

TEST(ScanSummary, TheCommandFitsTheWorkingFolder) {
  const fs::path folder = fs::current_path() / "x";
  EXPECT_THAT(summary({Precision::Inferred}, withoutDatabase(folder, folder / "src")),
              HasSubstr("(cd x && meson setup build) && assay scan -p x/build x/src\n"));
  scan::ScanStats stats = withoutDatabase(folder, folder);
  stats.advice.command = "";
  stats.advice.remark = "no way";
  const std::string text = summary({Precision::Inferred}, stats);
  EXPECT_THAT(text, HasSubstr("(no way)\n"));
  EXPECT_THAT(text, Not(HasSubstr("assay scan -p")));
}

TEST(ScanSummary, WithoutAnAdviceThereIsNoPlaceForOne) {
  scan::ScanStats stats;
  stats.advice.command = "";
  EXPECT_THAT(summary({Precision::Inferred}, stats), HasSubstr("1 of 1 entry (1 inferred)\nmanifest:"));
}

TEST(ScanSummary, OfNothingReadSaysNothingOfTags) {
  scan::ScanResult result;
  result.complete = false;
  EXPECT_EQ(summaryText(result, "assay.yaml"),
            "No file could be read.\nresult:   incomplete, see the messages\nmanifest: assay.yaml\n");
}

TEST(ScanSummary, WithADatabaseItSaysWhyNotAllIsExact) {
  scan::ScanStats stats;
  stats.compilationDatabase = "/b/compile_commands.json";
  EXPECT_THAT(
      summary({Precision::Exact, Precision::Inferred}, stats),
      HasSubstr("json; 1 of 2 entries (1 inferred): their files are not in the build, or do not compile\n"));
}

}  // namespace
}  // namespace assay::tool
