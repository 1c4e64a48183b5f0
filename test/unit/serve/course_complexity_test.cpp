// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/course_complexity.h"

#include <gtest/gtest.h>

#include "vocabulary/size_bucket.h"

namespace assay::serve {
namespace {

// Windows of a version, in which a call takes `fixed` and `each` nanoseconds for each of its input's
// elements.
history::Course courseWithSizes(std::uint64_t fixed, std::uint64_t each, unsigned sizes) {
  history::Course course;
  for (int i = 0; i < 20; ++i) {
    history::Window& window = course.windows.emplace_back();
    window.start = 1'700'000'000 + 60 * i;
    window.width = 60;
    telemetry::SiteCounts& counts = window.counts;
    counts.sizes.resize(vocabulary::kSizeBucketCount);
    for (unsigned bucket = 1; bucket <= sizes; ++bucket) {
      const std::uint64_t size = vocabulary::smallestSize(bucket) + vocabulary::smallestSize(bucket) / 2;
      const std::uint64_t calls = 100 + static_cast<std::uint64_t>(i % 3);
      counts.sizes[bucket] = {calls, 0, calls * (fixed + each * size + static_cast<std::uint64_t>(i % 5))};
      counts.calls = counts.timed += calls;
      counts.sumTicks += counts.sizes[bucket].sumTicks;
    }
  }
  return course;
}

TEST(CourseComplexity, SaysClassAndCurve) {
  const document::Value json = complexityJson(courseWithSizes(100, 50, 14));
  EXPECT_EQ(*json.find("class")->asString(), "O(n)");
  EXPECT_TRUE(json.find("why")->isNull());
  EXPECT_NEAR(*json.find("exponent")->find("value")->asNumber(), 1, 0.1);
  const document::Array& curve = *json.find("curve")->asArray();
  ASSERT_EQ(curve.size(), 25u);
  EXPECT_LT(*curve.front().asArray()->at(1).asNumber(), *curve.back().asArray()->at(1).asNumber());
}

TEST(CourseComplexity, SaysWhyThereIsNone) {
  EXPECT_EQ(*complexityJson({}).find("why")->asString(),
            "calls of five sizes, in some windows each, are needed");
  const document::Value json = complexityJson(courseWithSizes(100, 50, 6));
  EXPECT_TRUE(json.find("class")->isNull());
  EXPECT_FALSE(json.find("why")->asString()->empty());
}

TEST(CourseComplexity, IsThatOfTheVersionThatWasCalledLast) {
  history::Course course = courseWithSizes(100, 50, 14);
  history::Course before = courseWithSizes(1000, 0, 14);
  for (history::Window& window : before.windows) {
    window.start -= 7200;
    window.version = 1;
    course.windows.push_back(window);
  }
  EXPECT_EQ(*complexityJson(course).find("class")->asString(), "O(n)");
}

}  // namespace
}  // namespace assay::serve
