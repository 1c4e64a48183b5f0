// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/spared_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/temporary_folder.h"

namespace assay::tool {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(SparedFiles, WhatTheOptionsName) {
  config::Settings settings;
  settings.set("output", {"sarif=a.sarif", "text", "json=b=c"});
  settings.set("baseline", {"before.yaml"});
  const NamedFiles files = namedFiles("check", settings, {}, fs::path("assay.yaml"));
  EXPECT_THAT(files.written, ElementsAre("a.sarif", "b=c"));
  EXPECT_THAT(files.read, ElementsAre("before.yaml", "assay.yaml"));
}

TEST(SparedFiles, AScanMayReplaceTheManifestAndAMergeNoPart) {
  config::Settings settings;
  settings.set("write-to", {"assay.yaml"});
  EXPECT_THAT(namedFiles("scan", settings, {"src"}, fs::path("assay.yaml")).read, IsEmpty());
  EXPECT_THAT(namedFiles("merge", settings, {"a", "b"}, fs::path("assay.yaml")).read, ElementsAre("a", "b"));
}

class Replacing : public testing::Test {
 protected:
  [[nodiscard]] std::string in(std::string_view name) const { return (folder_.path() / name).string(); }
  [[nodiscard]] std::string refusal(std::string_view file) const {
    const auto done = refuseToReplace({{in(file)}, {in("assay.yaml")}});
    if (done) return {};
    EXPECT_EQ(done.error().code, ErrorCode::Usage);
    return done.error().message;
  }
  test::TemporaryFolder folder_;
};

TEST_F(Replacing, WhatIsReadIsSparedByWhateverName) {
  folder_.write("assay.yaml", "assay: 1\n");
  fs::create_symlink("assay.yaml", folder_.path() / "link");
  fs::create_hard_link(folder_.path() / "assay.yaml", folder_.path() / "other");
  for (const char* name : {"assay.yaml", "link", "other", "./assay.yaml"})
    EXPECT_THAT(refusal(name), HasSubstr("would be replaced: it is what is read")) << name;
}

TEST_F(Replacing, SourcesAndConfigurationsAreSpared) {
  for (const char* name : {"a.c", "b.hpp", ".assay.yaml", "report.json"}) folder_.write(name, "");
  EXPECT_THAT(refusal("a.c"), HasSubstr("it is a source"));
  EXPECT_THAT(refusal("b.hpp"), HasSubstr("it is a source"));
  EXPECT_THAT(refusal(".assay.yaml"), HasSubstr("is a configuration's name"));
  EXPECT_EQ(refusal("report.json"), "");
}

TEST_F(Replacing, WhatIsNotThereIsNotReplaced) {
  EXPECT_EQ(refusal("a.c"), "");
  EXPECT_EQ(refusal("assay.yaml"), "");
  EXPECT_THAT(refusal(".assay.yaml"), HasSubstr("is a configuration's name"))
      << "all runs after this would end";
}

TEST_F(Replacing, AnEmptyNameIsNoFile) {
  const auto done = refuseToReplace({{""}, {}});
  ASSERT_FALSE(done.has_value());
  EXPECT_EQ(done.error().code, ErrorCode::Usage);
}

TEST(SparedFiles, TestsOfRulesAreWrittenBesideThem) {
  config::Settings settings;
  settings.set("write-to", {"out/rules.yaml"});
  settings.set("time-scale", {"1"});
  EXPECT_THAT(namedFiles("alerts", settings, {}, std::nullopt).written,
              ElementsAre("out/rules.yaml", "out/rules_test.yaml"));
  EXPECT_THAT(namedFiles("dashboard", settings, {}, std::nullopt).written, ElementsAre("out/rules.yaml"));
}

}  // namespace
}  // namespace assay::tool
