// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/experiment_verdict.h"

#include <gtest/gtest.h>

#include <optional>

#include "history/recorder.h"
#include "insight/judge.h"
#include "model/replacement.h"
#include "support/temporary_folder.h"
#include "telemetry/site_totals.h"
#include "unit/tool/steady_calls.h"

namespace assay::tool {
namespace {

using experiment::ControlState;
using history::Seconds;

constexpr Seconds kOneHour = 3600;
constexpr Seconds kBegin = 20'000 * 86400;
constexpr std::uint64_t kFresh = 0xf1;

// A server that records both functions of an experiment once an hour.
class ArmsOfAHistory : public ::testing::Test {
 protected:
  ArmsOfAHistory() {
    Diagnostics said;
    recorder_.emplace(*history::Recorder::open({file_, "here", *history::retentionOf("")}, said));
    startProgram(1, 1);
  }

  // Anew, with another body of the new function.
  void startProgram(unsigned pid, std::uint64_t body) {
    body_ = body;
    process_ = {};
    process_.files = {{"/segments/" + std::to_string(pid), pid, pid}};
    process_.pid = pid;
    process_.secondsPerTick = 1e-9;
    process_.sites.resize(3);
    process_.sites[0].id = kFresh;
    process_.sites[1].id = model::oldArmId(kFresh);
    process_.sites[2].id = 0xbad;
  }

  // `fresh` and `old`: nanoseconds of a call.
  void live(int hours, std::uint64_t fresh, std::uint64_t old) {
    for (const int end = hour_ + hours; hour_ < end; ++hour_) {
      const int hour = hour_;
      test::addSteadyCalls(process_.sites[0], 100, fresh + 7 * static_cast<std::uint64_t>(hour % 3));
      test::addSteadyCalls(process_.sites[1], 300, old + 7 * static_cast<std::uint64_t>(hour % 3));
      test::addSteadyCalls(process_.sites[2], 50, 1);
      Diagnostics said;
      processes_.assign(1, process_);
      EXPECT_TRUE(recorder_->record(
          kBegin + hour * kOneHour + 60, {processes_, {}},
          [this](std::uint64_t id) {
            return history::FunctionVersion{.key = {id, id == kFresh ? body_ : 1}, .name = "f"};
          },
          said));
    }
  }

  std::vector<insight::ExperimentWindow> arms(const experiment::KnownExperiment& known) {
    auto reader = *history::Reader::open(file_);
    return *readArms(reader, known, {kBegin, kBegin + 1000 * kOneHour}, kOneHour);
  }

  test::TemporaryFolder folder_;
  std::filesystem::path file_ = folder_.path() / "history.db";
  std::optional<history::Recorder> recorder_;
  telemetry::ProcessSnapshot process_;
  std::uint64_t body_ = 1;  // of the new function
  int hour_ = 0;
  std::vector<telemetry::ProcessSnapshot> processes_;
};

experiment::KnownExperiment setAt(Seconds time, unsigned share) {
  experiment::KnownExperiment known{.id = kFresh};
  known.inControl = true;
  known.control = {
      .id = kFresh, .share = share, .revision = static_cast<std::uint64_t>(time) * 1'000'000'000};
  return known;
}

TEST_F(ArmsOfAHistory, AreTheCallsOfBothFunctionsHourByHour) {
  live(5, 1000, 2000);
  const auto windows = arms({.id = kFresh});
  ASSERT_EQ(windows.size(), 5U);
  EXPECT_EQ(windows[3].fresh.all.calls, 100);
  EXPECT_EQ(windows[3].old.all.calls, 300);
  EXPECT_EQ(windows[3].share, 0) << "nobody set one";
}

TEST_F(ArmsOfAHistory, HaveTheShareSinceItWasSet) {
  live(5, 1000, 2000);
  const auto windows = arms(setAt(kBegin + 2 * kOneHour + 1, 2500));
  ASSERT_EQ(windows.size(), 5U);
  EXPECT_EQ(windows[2].share, 0) << "it was set in this hour";
  EXPECT_EQ(windows[3].share, 0.25);
}

TEST_F(ArmsOfAHistory, HaveNoShareWhenAllCallsGoOneWay) {
  live(5, 1000, 2000);
  experiment::KnownExperiment stopped = setAt(kBegin, 2500);
  stopped.control.state = ControlState::Stopped;
  for (const auto& known : {setAt(kBegin, 0), setAt(kBegin, 10'000), stopped})
    for (const auto& window : arms(known)) EXPECT_EQ(window.share, 0);
}

TEST_F(ArmsOfAHistory, AreEmptyWhereNothingWasCounted) {
  live(2, 1000, 2000);
  EXPECT_TRUE(arms({.id = 0xabc}).empty());
}

TEST_F(ArmsOfAHistory, AreThoseOfTheFunctionAsItIsNow) {
  live(30, 4000, 2000);
  startProgram(2, 2);
  live(30, 2000, 2000);
  const auto windows = arms({.id = kFresh});
  double calls = 0;
  for (const auto& window : windows) calls += window.fresh.all.calls;
  EXPECT_EQ(calls, 30 * 100) << "the slow ones are those of another body";
  EXPECT_NE(insight::judge(windows, {}).decision, insight::Decision::RollBack);
}

TEST_F(ArmsOfAHistory, BeginWhereTheFunctionAsItIsNowDoes) {
  live(30, 4000, 2000);
  startProgram(2, 2);
  live(30, 2000, 2000);
  auto reader = *history::Reader::open(file_);
  EXPECT_EQ(*beginOf(reader, {.id = kFresh}), kBegin + 30 * kOneHour);
  EXPECT_GE(*beginOf(reader, {.id = 0xabc}), kBegin + 59 * kOneHour) << "of what never ran: the end";
}

TEST_F(ArmsOfAHistory, AreWhatAVerdictRestsOn) {
  live(60, 4000, 2000);
  EXPECT_EQ(insight::judge(arms({.id = kFresh}), {}).decision, insight::Decision::RollBack);
}

}  // namespace
}  // namespace assay::tool
