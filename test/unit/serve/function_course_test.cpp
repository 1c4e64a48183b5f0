// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/function_course.h"

#include <gtest/gtest.h>

#include "document/value.h"
#include "vocabulary/histogram.h"
#include "vocabulary/size_bucket.h"

namespace assay::serve {
namespace {

using document::Value;

history::Course courseOf(std::uint64_t calls, std::uint64_t nanoseconds) {
  history::Window window{1'700'000'000, 60, 0, {}};
  telemetry::SiteCounts& counts = window.counts;
  counts.calls = counts.timed = calls;
  counts.errors = 2;
  counts.sumTicks = calls * nanoseconds;
  counts.maxTicks = nanoseconds;
  counts.histogram.resize(vocabulary::kBucketCount);
  counts.histogram[vocabulary::bucketOf(nanoseconds)] = calls;
  counts.sizes.resize(vocabulary::kSizeBucketCount);
  counts.sizes[3] = {calls, 1, calls * nanoseconds};
  counts.types = {{"", {1, 0, 10}}, {"Circle<b>", {calls, 1, calls * nanoseconds}}};
  return {{{{7, 0xabc}, "f<b>", "GPT-4", "openai", "2024-01-15", "a \"prompt\"", "a.cc", 3}},
          {window, window}};
}

Value jsonOf(const history::Course& course) {
  return *document::parseJson(functionCourseJson(7, {{1'700'000'000, 1'700'000'600}, 60}, course), "course");
}

TEST(FunctionCourse, HasWindowsWithQuantilesAndCells) {
  const Value course = jsonOf(courseOf(30, 2000));
  EXPECT_EQ(*course.find("id")->asString(), "0x0000000000000007");
  EXPECT_EQ(course.find("step")->asInteger(), 60);
  ASSERT_EQ(course.find("windows")->asArray()->size(), 2u);
  const Value& window = course.find("windows")->asArray()->at(0);
  EXPECT_EQ(window.find("calls")->asUnsigned(), 30u);
  EXPECT_EQ(window.find("errors")->asUnsigned(), 2u);
  EXPECT_DOUBLE_EQ(*window.find("ratePerSecond")->asNumber(), 0.5);
  EXPECT_NEAR(*window.find("p50Seconds")->asNumber(), 2e-6, 0.13e-6);
  EXPECT_DOUBLE_EQ(*window.find("maxSeconds")->asNumber(), 2e-6);
  EXPECT_DOUBLE_EQ(*window.find("totalSeconds")->asNumber(), 60e-6);
  const auto& cell = *window.find("latencies")->asArray()->at(0).asArray();
  EXPECT_LE(*cell[0].asNumber(), 2e-6);
  EXPECT_GT(*cell[1].asNumber(), 2e-6);
  EXPECT_EQ(cell[2].asUnsigned(), 30u);
}

TEST(FunctionCourse, HasTimeAgainstSizeOverAll) {
  const Value course = jsonOf(courseOf(30, 2000));
  const Value& cell = course.find("sizes")->asArray()->at(0);
  EXPECT_EQ(cell.find("from")->asUnsigned(), 4u);
  EXPECT_EQ(cell.find("to")->asUnsigned(), 8u);
  EXPECT_EQ(cell.find("calls")->asUnsigned(), 60u);
  EXPECT_DOUBLE_EQ(*cell.find("meanSeconds")->asNumber(), 2e-6);
}

TEST(FunctionCourse, HasTheTypesOfInputsOfEachWindowAndOverAll) {
  const Value course = jsonOf(courseOf(30, 2000));
  const Value& type = course.find("types")->asArray()->at(0);
  EXPECT_EQ(*type.find("type")->asString(), "Circle<b>");
  EXPECT_EQ(type.find("calls")->asUnsigned(), 60u);
  EXPECT_EQ(type.find("errors")->asUnsigned(), 2u);
  EXPECT_DOUBLE_EQ(*type.find("meanSeconds")->asNumber(), 2e-6);
  EXPECT_EQ(*course.find("types")->asArray()->at(1).find("type")->asString(), "(other)");
  const Value& window = course.find("windows")->asArray()->at(0);
  EXPECT_EQ(window.find("types")->asArray()->at(0).find("calls")->asUnsigned(), 30u);
}

TEST(FunctionCourse, HasErrorsByKind) {
  history::Course course = courseOf(30, 2000);
  for (history::Window& window : course.windows) window.counts.errorKinds = {{"std::bad_alloc", 3}};
  const Value json = jsonOf(course);
  const Value& kind = json.find("errorKinds")->asArray()->at(0);
  EXPECT_EQ(*kind.find("kind")->asString(), "std::bad_alloc");
  EXPECT_EQ(kind.find("errors")->asUnsigned(), 6u);
  const Value& window = json.find("windows")->asArray()->at(0);
  EXPECT_EQ(window.find("errorKinds")->asArray()->at(0).find("errors")->asUnsigned(), 3u);
}

TEST(FunctionCourse, HasMemoryWhereItIsCounted) {
  history::Course course = courseOf(30, 2000);
  EXPECT_TRUE(jsonOf(course).find("memory")->isNull());
  for (history::Window& window : course.windows) window.counts.memory = {10, 640, 600};
  const Value json = jsonOf(course);
  EXPECT_EQ(json.find("memory")->find("allocatedBytes")->asUnsigned(), 1280u);
  EXPECT_EQ(json.find("windows")->asArray()->at(0).find("memory")->find("freedBytes")->asUnsigned(), 600u);
}

TEST(FunctionCourse, SaysHowTimeGrows) {
  const Value json = jsonOf(courseOf(30, 2000));
  EXPECT_TRUE(json.find("complexity")->find("class")->isNull());
  EXPECT_NE(json.find("complexity")->find("why")->asString(), nullptr);
}

TEST(FunctionCourse, SaysWhatEachVersionWas) {
  const Value course = jsonOf(courseOf(1, 1));
  const Value& version = course.find("versions")->asArray()->at(0);
  EXPECT_EQ(*version.find("body")->asString(), "0000000000000abc");
  EXPECT_EQ(*version.find("name")->asString(), "f<b>");
  EXPECT_EQ(*version.find("prompt")->asString(), "a \"prompt\"");
}

TEST(FunctionCourse, SaysNothingOfWhatWasNotSeen) {
  history::Course course = courseOf(5, 100);
  for (history::Window& window : course.windows) {
    window.counts.entryOnly = true;
    window.counts.timed = 0;
    window.counts.histogram.clear();
    window.counts.sizes.clear();
  }
  course.versions[0].key.body = 0;
  const Value json = jsonOf(course);
  const Value& window = json.find("windows")->asArray()->at(0);
  for (const char* key : {"errors", "p50Seconds", "maxSeconds", "totalSeconds"})
    EXPECT_TRUE(window.find(key)->isNull());
  EXPECT_TRUE(window.find("latencies")->asArray()->empty());
  EXPECT_TRUE(json.find("versions")->asArray()->at(0).find("body")->isNull());
}

}  // namespace
}  // namespace assay::serve
