// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/course_query.h"

#include <gmock/gmock.h>

namespace assay::serve {
namespace {

constexpr history::Seconds kAskedAt = 1'700'000'005;

TEST(CourseQuery, IsTheLastHourUnlessAsked) {
  const auto query = courseQueryOf("", kAskedAt);
  ASSERT_TRUE(query);
  EXPECT_EQ(*query, (CourseQuery{{kAskedAt + 10 - 3600, kAskedAt + 10}, 30}));
}

TEST(CourseQuery, TakesTimesThatAreAbsoluteOrBeforeNow) {
  EXPECT_EQ(*courseQueryOf("since=1699999000&until=1700000000&step=10", kAskedAt),
            (CourseQuery{{1699999000, 1700000000}, 10}));
  EXPECT_EQ(*courseQueryOf("since=-7200&until=-3600&step=60", kAskedAt),
            (CourseQuery{{kAskedAt - 7200, kAskedAt - 3600}, 60}));
}

TEST(CourseQuery, FindsAStepThatFits) {
  EXPECT_EQ(courseQueryOf("since=-100", kAskedAt)->step, 10);
  EXPECT_EQ(courseQueryOf("since=-86400", kAskedAt)->step, 720);
  EXPECT_EQ(courseQueryOf("since=-604800", kAskedAt)->step, 7200);
  EXPECT_EQ(courseQueryOf("since=0", kAskedAt)->step % 86400, 0);
}

TEST(CourseQuery, RefusesWhatItCannotAnswer) {
  const std::pair<const char*, const char*> cases[] = {
      {"since=5&since=6", "twice"},
      {"from=5", "`from`"},
      {"since", "whole number"},
      {"since=", "whole number"},
      {"since=1.5", "whole number"},
      {"since=5x", "whole number"},
      {"since=99999999999999999999", "whole number"},
      {"since=9223372036854775807", "whole number"},
      {"since=%31", "whole number"},
      {"until=5&since=5", "empty"},
      {"since=-10&until=-20", "empty"},
      {"step=0", "multiple"},
      {"step=-10", "multiple"},
      {"step=15", "multiple"},
      {"step=70", "multiple"},
      {"step=3660", "multiple"},
      {"since=-86400&step=10", "1500"},
      {"since=0&step=10", "1500"},
      {"\xff<script>=1", "<script>"},
  };
  for (const auto& [text, words] : cases) {
    const auto query = courseQueryOf(text, kAskedAt);
    ASSERT_FALSE(query) << text;
    EXPECT_THAT(query.error().message, testing::HasSubstr(words)) << text;
  }
}

TEST(CourseQuery, SaysOnlyTheBeginningOfALongWord) {
  EXPECT_LT(courseQueryOf(std::string(5000, 'x'), kAskedAt).error().message.size(), 200u);
}

}  // namespace
}  // namespace assay::serve
