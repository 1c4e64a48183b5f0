// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/review_question.h"

#include <gtest/gtest.h>

namespace assay::tool {
namespace {

using history::Period;
using history::Seconds;

constexpr Seconds kNow = 1'796'000'123;  // 2026-11-29 22:55:23 UTC
constexpr Seconds kHour = 3600;
constexpr Seconds kDay = 86400;

config::Settings settingsOf(std::vector<std::pair<std::string, std::string>> values) {
  config::Settings settings;
  for (auto& [key, value] : values) settings.set(key, {value});
  return settings;
}

ReviewQuestion question(std::vector<std::pair<std::string, std::string>> values) {
  return *reviewQuestionOf(settingsOf(std::move(values)), kNow);
}

TEST(ReviewQuestion, IsTheWeekAgainstTheOneBefore) {
  const ReviewQuestion week = question({});
  const Seconds until = (kNow / kHour + 1) * kHour;
  EXPECT_EQ(week.after, (Period{until - 7 * kDay, until}));
  EXPECT_EQ(week.before, (Period{until - 14 * kDay, until - 7 * kDay}));
  EXPECT_EQ(week.step, 12 * kHour);
}

TEST(ReviewQuestion, IsOfMinutesWhereTheyAreStillKept) {
  const ReviewQuestion hour = question({{"since", "1h"}, {"against", "2h"}});
  EXPECT_EQ(hour.after.until % 60, 0);
  EXPECT_LT(hour.after.until - kNow, 60);
  EXPECT_EQ(hour.after.until - hour.after.since, kHour);
  EXPECT_EQ(hour.before.until, hour.after.since);
  EXPECT_EQ(hour.before.until - hour.before.since, 2 * kHour);
  EXPECT_EQ(hour.step, 240);
  EXPECT_EQ(question({{"since", "10min"}}).step, 40);
}

TEST(ReviewQuestion, IsOfHoursOrDaysWhereThoseAreLeft) {
  EXPECT_EQ(question({{"since", "1h"}, {"against", "7d"}}).step, kHour);
  EXPECT_EQ(question({{"since", "90min"}, {"until", "2026-10-01"}}).after.since % kHour, 0);
  const ReviewQuestion year = question({{"since", "300d"}});
  EXPECT_EQ(year.after.until % kDay, 0);
  EXPECT_EQ(year.step, 21 * kDay);
}

TEST(ReviewQuestion, HasTheEndThatIsAsked) {
  constexpr Seconds kMidnight = 1'795'737'600;  // 2026-11-27
  EXPECT_EQ(question({{"until", "2026-11-27"}}).after.until, kMidnight);
  EXPECT_EQ(question({{"until", "2026-11-27T18:00Z"}}).after.until, kMidnight + 18 * kHour);
  EXPECT_EQ(question({{"until", std::to_string(kMidnight)}}).after.until, kMidnight);
}

TEST(ReviewQuestion, RefusesNonsense) {
  for (const char* since : {"7", "d", "0d", "-1d", "week"})
    EXPECT_FALSE(reviewQuestionOf(settingsOf({{"since", since}}), kNow)) << since;
  for (const char* until :
       {"", "yesterday", "2026-02-30", "2026-11-27 18:00", "2026-11-27T25:00", "-5", "99999999999999999999"})
    EXPECT_FALSE(reviewQuestionOf(settingsOf({{"until", until}}), kNow)) << until;
  EXPECT_FALSE(reviewQuestionOf(settingsOf({{"against", "x"}}), kNow));
}

TEST(PeriodQuestion, HasTheFinestWindowsThatAreKept) {
  const auto asked = [](std::vector<std::pair<std::string, std::string>> values) {
    return *periodQuestionOf(settingsOf(std::move(values)), kNow);
  };
  EXPECT_EQ(asked({}).step, kHour);
  EXPECT_EQ(asked({}).period, question({}).after);
  EXPECT_EQ(asked({{"since", "10h"}}).step, 60);
  EXPECT_EQ(asked({{"since", "30min"}}).step, 10);
  EXPECT_EQ(asked({{"since", "1h"}, {"until", "2026-01-01"}}).step, kDay);
}

TEST(BodiesQuestion, IsOfFourWeeksInWindowsThatCanBePutTogether) {
  const auto asked = [](std::vector<std::pair<std::string, std::string>> values) {
    return *bodiesQuestionOf(settingsOf(std::move(values)), kNow);
  };
  const PeriodQuestion usual = asked({});
  EXPECT_EQ(usual.period.until - usual.period.since, 28 * kDay);
  EXPECT_EQ(usual.step, 6 * kHour);
  EXPECT_EQ(asked({{"since", "10h"}}).step, 6 * 60);
  EXPECT_EQ(asked({{"since", "300d"}}).step, 3 * kDay);
  EXPECT_FALSE(bodiesQuestionOf(settingsOf({{"since", "soon"}}), kNow));
  EXPECT_FALSE(bodiesQuestionOf(settingsOf({{"until", "soon"}}), kNow));
}

TEST(ExperimentQuestion, HasABeginningThatStays) {
  const Seconds begin = kNow - 10 * 86400 - 17;
  const auto one = *experimentQuestionOf(settingsOf({}), begin, kNow);
  const auto next = *experimentQuestionOf(settingsOf({}), begin, kNow + 86400);
  EXPECT_EQ(one.of.step, kHour);
  EXPECT_EQ(one.of.period.since, next.of.period.since);
  EXPECT_LE(one.of.period.since, begin);
  EXPECT_LE(one.of.period.until, kNow) << "without the hour that is under way";
  EXPECT_EQ(next.of.period.until - one.of.period.until, 86400);
}

TEST(ExperimentQuestion, SharesTheLevelBetweenItsWidths) {
  double sum = 0;
  for (const Seconds age : {Seconds{600}, Seconds{6} * 3600, Seconds{9} * 86400, Seconds{200} * 86400})
    sum += experimentQuestionOf(settingsOf({}), kNow - age, kNow)->partOfLevel;
  EXPECT_EQ(sum, 1);
}

TEST(ExperimentQuestion, IsEmptyBeforeTheFirstCall) {
  const auto none = *experimentQuestionOf(settingsOf({}), kNow, kNow);
  EXPECT_EQ(none.of.period.since, none.of.period.until);
}

TEST(PeriodQuestion, SaysWhatIsMalformed) {
  EXPECT_FALSE(periodQuestionOf(settingsOf({{"since", "soon"}}), kNow));
  EXPECT_FALSE(periodQuestionOf(settingsOf({{"until", "soon"}}), kNow));
}

}  // namespace
}  // namespace assay::tool
