// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/alert_thresholds.h"

#include <gmock/gmock.h>

namespace assay::tool {
namespace {

using emit::rules::Thresholds;

model::AnnotatedFunction watched(std::uint64_t id, std::string name, std::string file,
                                 std::string monitor = {}) {
  model::AnnotatedFunction function;
  function.id = id;
  function.name = std::move(name);
  function.file = std::move(file);
  function.tagLine = 7;
  if (!monitor.empty()) function.tag.extra.emplace_back("monitor", std::move(monitor));
  return function;
}

emit::rules::ThresholdsById thresholdsFor(std::vector<model::AnnotatedFunction> functions,
                                          const std::vector<config::ThresholdRule>& rules) {
  model::Manifest manifest;
  manifest.functions = std::move(functions);
  Diagnostics said;
  auto thresholds = thresholdsOf(manifest, rules, said);
  EXPECT_TRUE(thresholds.has_value());
  EXPECT_TRUE(said.all().empty());
  return thresholds.value_or(emit::rules::ThresholdsById{});
}

TEST(AlertThresholds, RulesHoldForAFileAFolderAndAName) {
  const auto byId = thresholdsFor(
      {watched(1, "f", "src/net/a.cpp"), watched(2, "ns::g", "b.cpp"), watched(3, "h", "src/c_parser.cc"),
       watched(4, "net", "d.cpp"), watched(5, "i", "e.cpp")},
      {{"src/net", "mean 1s", {}}, {"ns::g", "slower 2x", {}}, {"*_parser.cc", "errors 1%", {}}});
  EXPECT_EQ(byId, (emit::rules::ThresholdsById{
                      {1, {.meanSeconds = 1}}, {2, {.latencyFactor = 2}}, {3, {.errorRatio = 0.01}}}));
}

TEST(AlertThresholds, TheLaterRuleWinsAndTheTagOverAll) {
  const auto byId = thresholdsFor({watched(1, "f", "a.cpp", "mean 3s")},
                                  {{"*.cpp", "mean 1s slower 2x", {}}, {"a.cpp", "mean 2s errors 5%", {}}});
  EXPECT_EQ(byId.at(1), (Thresholds{.latencyFactor = 2, .meanSeconds = 3, .errorRatio = 0.05}));
}

TEST(AlertThresholds, MonitorOffAsksForNothing) {
  EXPECT_TRUE(thresholdsFor({watched(1, "f", "a.cpp", "off"), watched(2, "g", "a.cpp", "No"),
                             watched(3, "h", "a.cpp", "on")},
                            {})
                  .empty());
}

TEST(AlertThresholds, AWrongTagIsAWarningAtItsPlace) {
  model::Manifest manifest;
  manifest.functions = {watched(1, "f", "a.cpp", "mean 5")};
  Diagnostics said;
  EXPECT_TRUE(thresholdsOf(manifest, {}, said).value().empty());
  ASSERT_EQ(said.all().size(), 1u);
  EXPECT_EQ(said.all()[0].severity, Severity::Warning);
  EXPECT_EQ(said.all()[0].where, (Location{"a.cpp", 7, 0}));
}

TEST(AlertThresholds, ARuleForNobodyIsAWarningAtItsPlace) {
  model::Manifest manifest;
  manifest.functions = {watched(1, "shop::total", "src/a.cpp")};
  Diagnostics said;
  const auto byId = thresholdsOf(
      manifest, {{"total", "mean 5ms", {".assay.yaml", 2, 8}}, {"src", "errors 1%", {".assay.yaml", 3, 8}}},
      said);
  EXPECT_EQ(byId.value().at(1), (Thresholds{.errorRatio = 0.01}));
  ASSERT_EQ(said.all().size(), 1u);
  EXPECT_EQ(said.all()[0].where, (Location{".assay.yaml", 2, 8}));
  EXPECT_THAT(said.all()[0].message, testing::HasSubstr("`total`"));
}

TEST(AlertThresholds, AWrongRuleEndsItWithItsPlace) {
  Diagnostics said;
  const auto thresholds = thresholdsOf({}, {{"a.cpp", "mean 5", {".assay.yaml", 2, 8}}}, said);
  ASSERT_FALSE(thresholds.has_value());
  EXPECT_EQ(thresholds.error().code, ErrorCode::Usage);
  EXPECT_EQ(thresholds.error().where, (Location{".assay.yaml", 2, 8}));
}

}  // namespace
}  // namespace assay::tool
