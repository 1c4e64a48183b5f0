// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/table_text.h"

#include <gmock/gmock.h>

#include "support/strings.h"

namespace assay::telemetry {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::ResultOf;

FunctionTable exampleTable() {
  FunctionTable table;
  table.running = 2;
  table.ended = 1;
  table.rows.push_back({.id = 1,
                        .name = "leveldb::DBImpl::Write",
                        .model = "GPT-4",
                        .calls = 1234567,
                        .errors = 0,
                        .ratePerSecond = 52300,
                        .p50 = 1.2e-6,
                        .p99 = 45e-6,
                        .max = 0.0123,
                        .running = 2,
                        .ended = 1});
  table.rows.push_back({.id = 2,
                        .name = "leveldb::(anonymous namespace)::HashBlock",
                        .model = "Claude Opus 4",
                        .calls = 42,
                        .errors = 3,
                        .running = 1});
  return table;
}

std::vector<std::string> lines(std::size_t columns) {
  return tableLines(exampleTable(), {.columns = columns});
}

TEST(TableText, WithRoomEverythingIsThere) {
  EXPECT_THAT(
      lines(kUnlimited),
      ElementsAre(
          "FUNCTION                                   MODEL             CALLS▾     RATE  ERRORS      P50     "
          " "
          "P99      MAX  RUN/END",
          "leveldb::DBImpl::Write                     GPT-4          1,234,567  52.3k/s       0  1.20 µs  "
          "45.0 µs  12.3 ms      2/1",
          "leveldb::(anonymous namespace)::HashBlock  Claude Opus 4         42        -       3        -  "
          "      -        -      1/0"));
}

TEST(TableText, WhatMostErrorsAreIsThereWhereItTellsMore) {
  FunctionTable table = exampleTable();
  table.rows[1].errorKinds = {{"(returned)", 3}};
  EXPECT_THAT(tableLines(table, {})[0], Not(HasSubstr("MOSTLY")));
  table.rows[1].errorKinds = {{"std::bad_alloc\n", 2}, {"(returned)", 1}};
  const auto shown = tableLines(table, {});
  EXPECT_THAT(shown[0], HasSubstr("  ERRORS  MOSTLY  "));
  EXPECT_THAT(shown[1], HasSubstr("       0  -"));
  EXPECT_THAT(shown[2], HasSubstr("       3  std::bad_alloc\\x0A +1"));
}

TEST(TableText, WhatACallAllocatesIsThereWhereItIsCounted) {
  FunctionTable table = exampleTable();
  table.rows[0].memory = {.calls = 1000, .allocated = 4096000, .freed = 4000};
  const auto shown = tableLines(table, {.columns = kUnlimited});
  EXPECT_THAT(shown[0], HasSubstr("  ALLOC      P50"));
  EXPECT_THAT(shown[1], HasSubstr("4.10 kB"));
  EXPECT_THAT(shown[2], HasSubstr("      -        -"));
}

TEST(TableText, NamesAreCutBeforeColumnsGo) {
  EXPECT_THAT(lines(100)[0], HasSubstr("RUN/END"));
  EXPECT_THAT(lines(100)[2], HasSubstr("…"));
}

TEST(TableText, AtFortyColumnsTheMostImportantStaysAndTheRestIsNamed) {
  EXPECT_THAT(lines(40), ElementsAre("FUNCTION         CALLS▾  ERRORS      P99",
                                     "…Impl::Write  1,234,567       0  45.0 µs",
                                     "…::HashBlock         42       3        -",
                                     "no room for: run/end, max, p50, rate,", "model"));
}

TEST(TableText, NoLineIsWiderThanTheTerminal) {
  for (std::size_t columns = 40; columns < 160; ++columns) {
    const TableStyle style{.columns = columns};
    EXPECT_THAT(tableLines(exampleTable(), style), Each(ResultOf(displayWidth, testing::Le(columns))));
    EXPECT_THAT(summaryLines(exampleTable(), style), Each(ResultOf(displayWidth, testing::Le(columns))));
  }
}

TEST(TableText, ShowsAPartOfTheRowsAndSaysSo) {
  const auto part = tableLines(exampleTable(), {.firstRow = 1, .rows = 1});
  EXPECT_THAT(part[1], HasSubstr("HashBlock"));
  EXPECT_EQ(part.back(), "1 of 2 functions");
  EXPECT_EQ(tableLines(exampleTable(), {.firstRow = 7}).back(), "0 of 2 functions");
}

TEST(TableText, AFunctionWithoutNameHasItsId) {
  FunctionTable table;
  table.rows.push_back({.id = 0xab});
  EXPECT_THAT(tableLines(table, {})[1], HasSubstr("00000000000000ab  unknown"));
}

TEST(TableText, WhatIsNotKnownIsADash) {
  FunctionTable table;
  table.rows.push_back({.id = 1, .name = "entries", .calls = 5});
  EXPECT_THAT(tableLines(table, {})[1], HasSubstr("5     -       -    -    -    -      0/0"));
}

TEST(TableText, AbandonedCoroutinesHaveAColumnWhenThereAreSome) {
  FunctionTable table = exampleTable();
  EXPECT_THAT(tableLines(table, {})[0], Not(HasSubstr("ABANDONED")));
  table.rows[1].abandoned = 17;
  EXPECT_THAT(tableLines(table, {})[0], HasSubstr("ERRORS  ABANDONED"));
  EXPECT_THAT(tableLines(table, {})[2], HasSubstr("3         17"));
}

TEST(TableText, WhatHasNotEndedHasAColumnWhenThereIsSome) {
  FunctionTable table = exampleTable();
  table.rows[0].inFlight = 0;
  table.rows[0].mostAtOnce = 1;
  EXPECT_THAT(tableLines(table, {})[0], Not(testing::AnyOf(HasSubstr("OPEN"), HasSubstr("PEAK"))));
  table.rows[0].inFlight = 1234;
  table.rows[0].neverEnded = 1;
  table.rows[0].mostAtOnce = 2000;
  EXPECT_THAT(tableLines(table, {})[0], HasSubstr("ERRORS   OPEN   PEAK"));
  EXPECT_THAT(tableLines(table, {})[1], HasSubstr("0  1,235  2,000"));
  EXPECT_THAT(tableLines(table, {})[2], HasSubstr("3      -      -"));
}

TEST(TableText, SizesHaveAColumnWhenThereAreSome) {
  FunctionTable table = exampleTable();
  EXPECT_THAT(tableLines(table, {})[0], Not(HasSubstr("SIZE")));
  table.rows[0].sizes = {{.from = 512, .to = 1024, .calls = 3}, {.from = 1024, .to = 2048, .calls = 9}};
  EXPECT_THAT(tableLines(table, {})[0], HasSubstr("ERRORS  SIZE      P50"));
  EXPECT_THAT(tableLines(table, {})[1], HasSubstr("0   ~1k  1.20 µs"));
  EXPECT_THAT(tableLines(table, {})[2], HasSubstr("3     -        -"));
  table.rows[1].sizes = {{.from = std::uint64_t{1} << 46, .calls = 1}};
  EXPECT_THAT(tableLines(table, {})[2], HasSubstr("3  >70T        -"));
}

TEST(TableText, HowManyCallsWereTimedHasAColumnWhenNotAllWere) {
  FunctionTable table = exampleTable();
  table.rows[0].timedCalls = 1'234'000;
  EXPECT_THAT(tableLines(table, {})[0], Not(HasSubstr("TIMED")));
  table.rows[0].estimatedCalls = 1'230'000;
  table.rows.push_back({.id = 3, .name = "all", .calls = 5, .timedCalls = 5, .running = 1});
  EXPECT_THAT(tableLines(table, {})[0], HasSubstr("ERRORS  TIMED      P50"));
  EXPECT_THAT(tableLines(table, {})[1], HasSubstr("0  1:309  1.20 µs"));
  EXPECT_THAT(tableLines(table, {})[2], HasSubstr("3      -        -"));
  EXPECT_THAT(tableLines(table, {})[3], HasSubstr("-    all        -"));
}

TEST(TableText, AtEightyColumnsTheSizesStay) {
  FunctionTable table = exampleTable();
  table.rows[0].sizes = {{.from = 512, .to = 1024, .calls = 3}};
  const auto narrow = tableLines(table, {.columns = 80});
  EXPECT_THAT(narrow, Each(ResultOf(displayWidth, testing::Le(80u))));
  EXPECT_THAT(narrow[0], HasSubstr("SIZE"));
}

TEST(TableText, ForeignTextCannotDriveTheTerminal) {
  FunctionTable table;
  table.rows.push_back({.id = 1, .name = "f\033[2J\nx", .model = "m\r\x9b"});
  for (const std::string& line : tableLines(table, {}))
    for (const char c : line) EXPECT_GE(static_cast<unsigned char>(c), 0x20);
}

TEST(TableText, ColourMarksErrorsAndOnlyWhenWanted) {
  EXPECT_THAT(tableLines(exampleTable(), {.colour = true})[2], HasSubstr("\033[31m     3\033[0m"));
  EXPECT_THAT(tableLines(exampleTable(), {.colour = true})[1], Not(HasSubstr("\033[")));
  EXPECT_THAT(lines(80), Each(Not(HasSubstr("\033["))));
}

TEST(TableText, TheHeadingMarksTheOrder) {
  EXPECT_THAT(tableLines(exampleTable(), {.sortedBy = SortKey::P99})[0], HasSubstr("P99▾"));
  EXPECT_THAT(tableLines(exampleTable(), {.sortedBy = SortKey::P99, .reversed = true})[0], HasSubstr("P99▴"));
  EXPECT_THAT(tableLines(exampleTable(), {.sortedBy = SortKey::Name})[0], HasSubstr("FUNCTION▴"));
}

TEST(TableText, WordsAreWrappedAndOnlyTooLongOnesCut) {
  EXPECT_THAT(wrapped("aa bb cc", 5), ElementsAre("aa bb", "cc"));
  EXPECT_THAT(wrapped("aa bbbbbbb cc", 5), ElementsAre("aa", "bbbb…", "cc"));
  EXPECT_THAT(wrapped("", 5), ElementsAre(""));
}

TEST(TableText, TheSummaryCounts) {
  EXPECT_THAT(summaryLines(exampleTable(), {}),
              ElementsAre("3 processes (2 running, 1 ended), 2 functions, 1,234,609 calls"));
  EXPECT_THAT(summaryLines({}, {}), ElementsAre("0 processes (0 running, 0 ended), 0 functions, 0 calls"));
}

TEST(TableText, TheSummarySaysWhatIsMissing) {
  FunctionTable table = exampleTable();
  table.lostCalls = 1;
  table.switchedOff = 2;
  EXPECT_THAT(summaryLines(table, {})[1], HasSubstr("not recorded: 1 call,"));
  EXPECT_THAT(summaryLines(table, {})[2], HasSubstr("guards are switched off in 2 processes"));
}

}  // namespace
}  // namespace assay::telemetry
