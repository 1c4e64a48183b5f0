// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/applied_experiments.h"

#include <gmock/gmock.h>

#include <optional>

#include "experiment/rollout_steps.h"
#include "history/recorder.h"
#include "model/replacement.h"
#include "support/temporary_folder.h"
#include "telemetry/site_totals.h"
#include "unit/tool/steady_calls.h"

namespace assay::tool {
namespace {

using experiment::ControlledExperiment;
using experiment::ControlState;
using history::Seconds;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr Seconds kFirstMoment = 20'000 * 86400;
constexpr std::uint64_t kFasterSort = 0xf1;

// A server that records both functions of an experiment every ten seconds.
class Applied : public ::testing::Test {
 protected:
  Applied() {
    Diagnostics said;
    recorder_.emplace(*history::Recorder::open({history_, "here", *history::retentionOf("")}, said));
    process_.files = {{"/segments/1", 1, 1}};
    process_.pid = 1;
    process_.secondsPerTick = 1e-9;
    process_.sites.resize(2);
    process_.sites[0].id = kFasterSort;
    process_.sites[1].id = model::oldArmId(kFasterSort);
  }

  // `fresh` and `old`: nanoseconds of a call.
  void live(int windows, std::uint64_t fresh, std::uint64_t old, std::uint64_t calls = 100) {
    for (int i = 0; i < windows; ++i, now_ += 10) {
      const auto wobble = static_cast<std::uint64_t>(7 * (i % 3));
      test::addSteadyCalls(process_.sites[0], calls, fresh + wobble);
      test::addSteadyCalls(process_.sites[1], 300, old + wobble);
      processes_.assign(1, process_);
      Diagnostics said;
      ASSERT_TRUE(recorder_->record(
          now_, {processes_, {}},
          [](std::uint64_t id) { return history::FunctionVersion{.key = {id, 1}, .name = "f"}; }, said));
    }
  }

  void set(unsigned share, std::vector<unsigned> steps = {}, Seconds hold = 60) {
    ASSERT_TRUE(experiment::changeControlFile(control_, [&](auto& entries) -> Expected<void> {
      ControlledExperiment& entry = experiment::experimentWith(kFasterSort, entries);
      entry.name = "sortFast";
      entry.share = share;
      entry.state = ControlState::Running;
      entry.revision = static_cast<std::uint64_t>(now_) * 1'000'000'000;
      return {};
    }));
    if (steps.empty()) return;
    ASSERT_TRUE(
        experiment::writeSteps(experiment::stepsFile(control_), {{kFasterSort, steps, hold, 0, now_, now_}}));
  }

  std::vector<std::string> look() { return applied_.step(now_, diagnostics_); }
  ControlledExperiment entry() { return experiment::readControlFile(control_)->at(0); }
  experiment::Rollouts rollouts() { return *experiment::readSteps(experiment::stepsFile(control_)); }

  test::TemporaryFolder folder_;
  std::filesystem::path history_ = folder_.path() / "history.db";
  std::filesystem::path control_ = folder_.path() / "experiments.control";
  std::optional<history::Recorder> recorder_;
  telemetry::ProcessSnapshot process_;
  std::vector<telemetry::ProcessSnapshot> processes_;
  Seconds now_ = kFirstMoment;
  AppliedExperiments applied_{control_, history_};
  Diagnostics diagnostics_;
};

TEST_F(Applied, AGoodOneIsRaisedStepByStepAndThenLeftWhereItIs) {
  live(1, 1000, 2000);
  set(1000, {1000, 5000, 10'000});
  live(5, 1000, 2000);
  EXPECT_THAT(look(), IsEmpty()) << "it has not been held long enough";
  live(3, 1000, 2000);
  EXPECT_THAT(look(), ElementsAre(HasSubstr("Z sortFast: raised from 10% to 50%, after ")));
  EXPECT_EQ(entry().share, 5000U);
  EXPECT_EQ(entry().revision, static_cast<std::uint64_t>(now_) * 1'000'000'000);
  EXPECT_THAT(look(), IsEmpty());
  live(8, 1000, 2000);
  EXPECT_THAT(look(), ElementsAre(HasSubstr("raised from 50% to 100%")));
  live(8, 1000, 2000);
  EXPECT_THAT(look(), ElementsAre(HasSubstr("all steps are done, it stays at 100%")));
  EXPECT_THAT(rollouts(), IsEmpty());
  EXPECT_EQ(entry().share, 10'000U);
  live(8, 1000, 2000);
  EXPECT_THAT(look(), IsEmpty());
  EXPECT_THAT(diagnostics_.all(), IsEmpty());
}

TEST_F(Applied, OneThatIsHardlyCalledWaits) {
  live(1, 1000, 2000);
  set(1000, {1000, 10'000});
  live(20, 1000, 2000, 10);
  EXPECT_THAT(look(), IsEmpty());
  live(40, 1000, 2000, 10);
  EXPECT_THAT(look(), ElementsAre(HasSubstr("raised")));
}

TEST_F(Applied, OneThatIsWorseIsRolledBackInTheMiddleOfItsSteps) {
  set(1000, {1000, 10'000}, 86400);
  live(40, 4000, 2000);
  EXPECT_THAT(look(), ElementsAre(HasSubstr("sortFast: rolled back from 10%: it is worse")));
  EXPECT_EQ(entry().state, ControlState::RolledBack);
  EXPECT_EQ(entry().share, 0U);
  EXPECT_THAT(rollouts(), IsEmpty());
  EXPECT_THAT(look(), IsEmpty());
}

TEST_F(Applied, OneWithoutStepsIsNeverRaised) {
  set(1000);
  live(40, 1000, 2000);
  EXPECT_THAT(look(), IsEmpty());
  EXPECT_EQ(entry().share, 1000U);
}

TEST_F(Applied, OneWithoutStepsIsRolledBackWhenItIsWorse) {
  set(1000);
  live(40, 4000, 2000);
  EXPECT_THAT(look(), ElementsAre(HasSubstr("rolled back from 10%")));
  EXPECT_EQ(entry().state, ControlState::RolledBack);
}

TEST_F(Applied, WhatSomebodySetsEndsTheSteps) {
  live(1, 1000, 2000);
  set(1000, {1000, 10'000});
  set(2000);
  live(8, 1000, 2000);
  EXPECT_THAT(look(), ElementsAre(HasSubstr("its steps are given up")));
  EXPECT_EQ(entry().share, 2000U);
  EXPECT_THAT(rollouts(), IsEmpty());
}

TEST_F(Applied, EveryActionIsInTheLog) {
  live(1, 1000, 2000);
  set(1000, {1000, 10'000});
  live(8, 1000, 2000);
  const auto lines = look();
  ASSERT_EQ(lines.size(), 1U);
  live(8, 1000, 2000);
  const auto more = look();
  ASSERT_EQ(more.size(), 1U);
  EXPECT_EQ(folder_.read("experiments.control.log"), lines[0] + "\n" + more[0] + "\n");
}

TEST_F(Applied, DamagedStepsAreSaidAndKeepNobodyFromRollingBack) {
  set(1000);
  live(40, 4000, 2000);
  folder_.write("experiments.control.steps", "no JSON");
  EXPECT_THAT(look(), ElementsAre(HasSubstr("rolled back")));
  ASSERT_EQ(diagnostics_.all().size(), 1U);
  EXPECT_EQ(diagnostics_.all()[0].id, "assay-serve-007");
  EXPECT_EQ(folder_.read("experiments.control.steps"), "no JSON");
}

TEST_F(Applied, ADamagedControlFileIsSaidAndStays) {
  folder_.write("experiments.control", "no control file");
  EXPECT_THAT(look(), IsEmpty());
  ASSERT_EQ(diagnostics_.all().size(), 1U);
  EXPECT_EQ(folder_.read("experiments.control"), "no control file");
}

TEST_F(Applied, WhoSetsItAgainIsNotHeldToWhatWasBefore) {
  set(1000);
  live(40, 4000, 2000);
  ASSERT_THAT(look(), ElementsAre(HasSubstr("rolled back")));
  set(1000, {1000, 10'000});
  live(3, 1000, 2000);
  EXPECT_THAT(look(), IsEmpty());
  live(8, 1000, 2000);
  EXPECT_THAT(look(), ElementsAre(HasSubstr("raised from 10% to 100%")));
}

TEST_F(Applied, ARaiseThatWasCutShortIsFinished) {
  live(1, 1000, 2000);
  set(1000, {1000, 5000, 10'000});
  live(3, 1000, 2000);
  set(5000);  // as if the steps could not be written behind it
  live(8, 1000, 2000);
  EXPECT_THAT(look(), ElementsAre(HasSubstr("raised from 50% to 100%")));
}

TEST_F(Applied, AStepThatGoesWrongIsSeenWithinTheStep) {
  set(1000, {1000, 5000, 10'000});
  live(60, 1000, 2000);
  ASSERT_THAT(look(), ElementsAre(HasSubstr("raised from 10% to 50%")));
  live(30, 6000, 2000);
  EXPECT_THAT(look(), ElementsAre(HasSubstr("rolled back from 50%")));
}

TEST_F(Applied, WhatRunsInTheShadowIsLeftAlone) {
  process_.sites.resize(3);
  process_.sites[2].id = model::shadowId(kFasterSort);
  test::addSteadyCalls(process_.sites[2], 100, 10);
  set(1000);
  live(40, 4000, 2000);
  EXPECT_THAT(look(), IsEmpty());
  EXPECT_EQ(entry().share, 1000U);
}

TEST_F(Applied, WithoutExperimentsTheHistoryIsNotAsked) {
  const AppliedExperiments nothing(folder_.path() / "none", folder_.path() / "no-history");
  EXPECT_THAT(AppliedExperiments(nothing).step(now_, diagnostics_), IsEmpty());
  EXPECT_THAT(diagnostics_.all(), IsEmpty());
}

}  // namespace
}  // namespace assay::tool
