// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "config/settings.h"
#include "support/temporary_folder.h"

namespace assay::config {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class ReadConfig : public ::testing::Test {
 protected:
  Settings settingsOf(std::string_view text, std::string_view verb = "scan") {
    auto settings = readConfigFile(folder_.write(".assay.yaml", text), verb);
    EXPECT_TRUE(settings.has_value()) << settings.error().message;
    return settings ? *settings : Settings{};
  }
  Error refused(std::string_view text, std::string_view verb = "scan") {
    auto settings = readConfigFile(folder_.write(".assay.yaml", text), verb);
    EXPECT_FALSE(settings.has_value()) << text;
    if (settings) return {};
    EXPECT_EQ(settings.error().code, ErrorCode::Usage);
    EXPECT_EQ(settings.error().where.file, (folder_.path() / ".assay.yaml").string());
    return settings.error();
  }

  test::TemporaryFolder folder_;
};

TEST_F(ReadConfig, SeveralPathsWhereTheVerbTakesThem) {
  const std::vector<std::string> both = {(folder_.path() / "a.yaml").string(),
                                         (folder_.path() / "b.yaml").string()};
  EXPECT_EQ(settingsOf("serve:\n  manifest: [a.yaml, b.yaml]\n", "serve").list("manifest"), both);
  EXPECT_EQ(settingsOf("serve:\n  manifest: b.yaml\n", "serve").text("manifest"), both[1]);
  refused("report:\n  manifest: [a.yaml, b.yaml]\n", "serve");
  refused("manifest: [a.yaml, b.yaml]\n", "serve");
  refused("serve:\n  manifest: [1]\n", "serve");
}

TEST_F(ReadConfig, SaysWhereAValueStands) {
  const Settings settings = settingsOf("jobs: 2\nbuild-folder: b\nscan: {build-folder: b}\n");
  EXPECT_EQ(settings.originOf("jobs"), Origin::TopLevel);
  EXPECT_EQ(settings.originOf("build-folder"), Origin::Section);
}

TEST_F(ReadConfig, ReadsEveryType) {
  const Settings settings = settingsOf(
      "exact: true\njobs: 3\nbuild-folder: out/build\nexclude: [third_party/*, gen/*]\nextra-arg: -DX\n");
  EXPECT_TRUE(settings.flag("exact"));
  EXPECT_EQ(settings.number("jobs"), 3u);
  EXPECT_EQ(settings.text("build-folder"), (folder_.path() / "out/build").string());
  EXPECT_EQ(settings.list("exclude"), (std::vector<std::string>{"third_party/*", "gen/*"}));
  EXPECT_EQ(settings.list("extra-arg"), std::vector<std::string>{"-DX"});
}

TEST_F(ReadConfig, AnAbsolutePathStays) {
  EXPECT_EQ(settingsOf("build-folder: /b\n").text("build-folder"), "/b");
}

TEST_F(ReadConfig, AnEmptyFileIsNoConfiguration) {
  EXPECT_FALSE(settingsOf("# nothing\n").has("jobs"));
}

TEST_F(ReadConfig, AVerbsOwnMapWinsWhereverItStands) {
  const std::string text = "scan: {jobs: 1}\njobs: 2\ninstrument:\n  jobs: 3\n";
  EXPECT_EQ(settingsOf(text, "scan").number("jobs"), 1u);
  EXPECT_EQ(settingsOf(text, "instrument").number("jobs"), 3u);
  EXPECT_FALSE(settingsOf(text, "report").has("jobs"));
}

TEST_F(ReadConfig, ReadsAliases) {
  const Settings settings = settingsOf("aliases:\n  robot-made: generated\n  bot-helped: assisted\n");
  EXPECT_EQ(settings.aliases.at("robot-made"), "generated");
  EXPECT_EQ(settings.aliases.size(), 2u);
  EXPECT_EQ(refused("aliases:\n  x: invented\n").where.line, 2u);
  EXPECT_THAT(refused("aliases: [x]\n").message, HasSubstr("a map"));
}

TEST_F(ReadConfig, ReadsThresholdsInOrderWithTheirPlaces) {
  const Settings settings = settingsOf("thresholds:\n  src/net: mean 2ms\n  a::f: errors 1%\n", "alerts");
  ASSERT_EQ(settings.thresholds.size(), 2u);
  EXPECT_EQ(settings.thresholds[0].functions, "src/net");
  EXPECT_EQ(settings.thresholds[1].words, "errors 1%");
  EXPECT_EQ(settings.thresholds[1].where.line, 3u);
  EXPECT_THAT(refused("thresholds: [x]\n").message, HasSubstr("a map"));
  EXPECT_THAT(refused("thresholds:\n  x: 5\n").message, HasSubstr("`x` must be text"));
}

TEST_F(ReadConfig, AnUnknownKeyNamesTheNearest) {
  const Error error = refused("exact: true\nbuild_folder: x\n");
  EXPECT_EQ(error.where.line, 2u);
  EXPECT_EQ(error.where.column, 1u);
  EXPECT_THAT(error.message, HasSubstr("`build_folder`"));
  EXPECT_THAT(error.hint, HasSubstr("`build-folder`"));
  EXPECT_THAT(refused("qqqqqqqqq: 1\n").hint, HasSubstr("options.md"));
  EXPECT_THAT(refused("scans: {}\n").hint, HasSubstr("`scan`"));
}

TEST_F(ReadConfig, WrongTypesAreNamed) {
  EXPECT_THAT(refused("exact: yes\n").message, HasSubstr("`exact` must be true or false, not text"));
  EXPECT_THAT(refused("manifest: \"\"\n").message, HasSubstr("`manifest` is empty"));
  EXPECT_THAT(refused("jobs: many\n").message, HasSubstr("whole number"));
  for (const char* text : {"jobs: -1\n", "jobs: 4294967296\n", "jobs: 1.5\n"})
    EXPECT_EQ(refused(text).message, "`jobs` must be a whole number from 0 to 4294967295") << text;
  EXPECT_THAT(refused("build-folder: [a]\n").message, HasSubstr("text, not a list"));
  EXPECT_THAT(refused("exclude: {a: b}\n").message, HasSubstr("a list of text, not a map"));
  EXPECT_EQ(refused("exclude:\n  - a\n  - 1\n").where.line, 3u);
  EXPECT_THAT(refused("scan: 1\n").message, HasSubstr("a map of options"));
  EXPECT_THAT(refused("- a\n").message, HasSubstr("a map of keys"));
}

TEST_F(ReadConfig, ErrorsAreWordsForAllFilesOrByPattern) {
  const auto rulesOf = [&](const std::string& text) {
    std::vector<std::string> rules;
    for (const ErrorRule& rule : settingsOf(text).errors) rules.push_back(rule.files + ": " + rule.words);
    return rules;
  };
  EXPECT_THAT(rulesOf("errors: negative, nullptr\n"), ElementsAre("**: negative nullptr"));
  EXPECT_THAT(rulesOf("errors: false\n"), ElementsAre("**: false")) << "a truth value in YAML";
  EXPECT_THAT(rulesOf("errors: [negative, false]\n"), ElementsAre("**: negative false"));
  EXPECT_THAT(rulesOf("errors:\n  src/posix: negative\n  \"*.hpp\": none\n"),
              ElementsAre("src/posix: negative", "*.hpp: none"));
}

TEST_F(ReadConfig, ErrorsThatMeanNothingAreRefused) {
  const Error error = refused("errors:\n  src: negative\n  lib: negativ\n");
  EXPECT_EQ(error.where.line, 3u);
  EXPECT_THAT(error.message, HasSubstr("`negativ`"));
  EXPECT_THAT(error.hint, HasSubstr("negative, none"));
  for (const char* text : {"errors: true\n", "errors: 3\n", "errors: ''\n", "errors: {a: }\n"})
    EXPECT_THAT(refused(text).message, HasSubstr("which returns are failures")) << text;
}

TEST_F(ReadConfig, WhatBelongsOnTheCommandLineIsRefused) {
  const Error error = refused("scan:\n  check: true\n");
  EXPECT_EQ(error.where.line, 2u);
  EXPECT_THAT(error.message, HasSubstr("command line"));
  EXPECT_THAT(error.hint, HasSubstr("--check"));
}

TEST_F(ReadConfig, AKeyInTheWrongVerbsMapIsRefusedForEveryVerb) {
  for (const char* verb : {"scan", "report"})
    EXPECT_THAT(refused("report: {jobs: 2}\n", verb).message, HasSubstr("`jobs` is no key of `report`"));
}

TEST_F(ReadConfig, MalformedYamlIsAUsageErrorWithItsLine) {
  EXPECT_EQ(refused("jobs: 1\njobs: 2\n").where.line, 2u);
  EXPECT_GE(refused("jobs: [\n").where.line, 1u);
}

TEST_F(ReadConfig, AMissingFileIsAnError) {
  EXPECT_FALSE(readConfigFile(folder_.path() / "none.yaml", "scan").has_value());
}

}  // namespace
}  // namespace assay::config
