// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/review_coverage.h"

#include <gtest/gtest.h>

namespace assay::tool {
namespace {

model::AnnotatedFunction tagged(std::uint64_t id, std::string name) {
  model::AnnotatedFunction function;
  function.id = id;
  function.name = std::move(name);
  return function;
}

model::Outcome outcomeOf(std::string rollout) {
  model::Outcome outcome;
  outcome.coverage = model::Coverage::Full;
  outcome.rollout = std::move(rollout);
  return outcome;
}

TEST(ReviewCoverage, KnowsWhoseCallsCanBeGivenBack) {
  emit::review::Document document;
  document.functions.resize(2);
  document.functions[0].subject.id = 1;
  document.functions[1].subject.id = 2;
  model::Manifest manifest;
  manifest.functions = {tagged(1, "f"), tagged(2, "g")};
  manifest.functions[0].outcome = outcomeOf("10%");
  manifest.functions[1].outcome = outcomeOf("new-diagnostic");
  coverManifest(document, manifest, {1, 2});
  EXPECT_TRUE(document.functions[0].subject.rollout);
  EXPECT_FALSE(document.functions[1].subject.rollout) << "a word says why no calls are shared out";
  EXPECT_TRUE(document.coverage.neverCalled.empty());
}

TEST(ReviewCoverage, HasEachFunctionOnceByName) {
  emit::review::Document document;
  model::Manifest manifest;
  manifest.functions = {tagged(3, "b"), tagged(4, "a"), tagged(4, "a"), tagged(5, "called")};
  coverManifest(document, manifest, {5});
  ASSERT_EQ(document.coverage.neverCalled.size(), 2u);
  EXPECT_EQ(document.coverage.neverCalled[0].name, "a");
}

TEST(ReviewCoverage, KnowsWhatATagPromises) {
  model::Manifest manifest;
  manifest.functions = {tagged(1, "f"), tagged(2, "g"), tagged(3, "h")};
  manifest.functions[0].tag.extra = {{"reviewed-by", "ada"}, {"complexity", "O(n Log n)"}};
  manifest.functions[1].tag.extra = {{"complexity", "fast"}};
  std::vector<insight::FunctionPeriods> functions(4);
  for (std::size_t i = 0; i < functions.size(); ++i) functions[i].subject.id = i + 1;
  notePromises(functions, manifest);
  ASSERT_TRUE(functions[0].subject.promise);
  EXPECT_EQ(functions[0].subject.promise->text, "O(n Log n)");
  EXPECT_EQ(functions[0].subject.promise->power, 1);
  EXPECT_TRUE(functions[0].subject.promise->logarithm);
  for (std::size_t i = 1; i < functions.size(); ++i) EXPECT_FALSE(functions[i].subject.promise) << i;
}

TEST(ReviewCoverage, KnowsWhatAHistoryDoesNot) {
  emit::review::Document document;
  document.functions.resize(3);
  for (std::uint64_t id = 1; id <= 3; ++id) document.functions[id - 1].subject.id = id;
  model::Manifest manifest;
  manifest.functions = {tagged(1, "f"), tagged(2, "g"), tagged(3, "h")};
  manifest.functions[0].tag.tool = "Cursor";
  manifest.functions[0].tag.extra = {{"reviewed-by", "ada"}};
  manifest.functions[0].sketch.exact = 1;
  manifest.functions[0].drift = 29;
  manifest.functions[0].bodyFingerprint = 5;
  manifest.functions[2].sketch.exact = 1;
  coverManifest(document, manifest, {1, 2, 3});
  EXPECT_EQ(document.functions[0].subject.tool, "Cursor");
  EXPECT_EQ(document.functions[0].subject.reviewer, "ada");
  EXPECT_EQ(document.functions[0].subject.drift, 29u);
  EXPECT_FALSE(document.functions[1].subject.drift) << "nobody knows what was tagged";
  EXPECT_FALSE(document.functions[2].subject.drift) << "its body could not be read: not unedited";
}

}  // namespace
}  // namespace assay::tool
