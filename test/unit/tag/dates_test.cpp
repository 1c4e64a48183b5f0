// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/dates.h"

#include <gtest/gtest.h>

namespace assay::tag {
namespace {

TEST(Dates, IsoDatesAndTimestampsAreTaken) {
  for (std::string_view text : {"2024-01-15", "2024-02-29", "2000-02-29", "2026-07-08T14:32:00Z",
                                "2026-07-08T14:32Z", "2026-07-08 14:32", "2026-07-08T14:32:00.125+02:00",
                                "2026-07-08T23:59:60Z", "2026-07-08T14:32:00-0700", "2026-12-31T00:00:00+14"})
    EXPECT_EQ(dateForm(text), DateForm::Iso) << text;
}

TEST(Dates, DaysThatDoNotExistAreNamedSo) {
  for (std::string_view text :
       {"2024-13-01", "2024-00-10", "2024-01-32", "2023-02-29", "1900-02-29", "2024-04-31", "2024-01-00",
        "2024-01-15T25:00:00Z", "2024-01-15T10:61:00Z", "2024-01-15T10:00:00+99:00"})
    EXPECT_EQ(dateForm(text), DateForm::Impossible) << text;
}

TEST(Dates, OtherOrdersAreNeverGuessed) {
  for (std::string_view text :
       {"7/20/23", "01/02/2024", "1.2.2024", "15-01-2024", "2024/01/15", "2024.01.15", "2024-1-5"})
    EXPECT_EQ(dateForm(text), DateForm::Ambiguous) << text;
}

TEST(Dates, ALetterAmongTheFiguresIsAMistypedDate) {
  for (std::string_view text : {"20x4-99-99", "2O24-01-15", "2024-O1-l5"})
    EXPECT_EQ(dateForm(text), DateForm::Mistyped) << text;
  for (std::string_view text : {"x024-01-15", "2abc-01-15", "405B-16k-v2", "20x4-9-9"})
    EXPECT_FALSE(dateForm(text).has_value()) << text;
}

TEST(Dates, FiguresThatAreNoDatesStayAlone) {
  for (std::string_view text :
       {"", "2024", "4.5", "1.2.3", "3.1.4", "1/2", "20240115", "2024-01", "gpt-4", "10-20", "1234/5678/9"})
    EXPECT_FALSE(dateForm(text).has_value()) << text;
}

TEST(Dates, ADateIsFoundInsideATextWhenItStandsAlone) {
  const auto found = findDate("Claude 3.5 on 2025-01-15, late");
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->span, (source::Span{14, 24}));
  EXPECT_FALSE(findDate("claude-3-5-sonnet-2024-10-22").has_value());
  EXPECT_FALSE(findDate("v2024-10-22").has_value());
  EXPECT_FALSE(findDate("2024-10-22-final").has_value());
  EXPECT_FALSE(findDate("path/2024-10-22/x").has_value());
}

TEST(Dates, ALongRowOfFiguresIsReadOnce) {
  EXPECT_FALSE(findDate(std::string(1'000'000, '7')).has_value());
}

}  // namespace
}  // namespace assay::tag
