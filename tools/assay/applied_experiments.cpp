// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/applied_experiments.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <utility>

#include "assay/experiment_verdict.h"
#include "assay/review_question.h"
#include "experiment/rollout_steps.h"
#include "insight/judge.h"
#include "model/share.h"
#include "support/strings.h"

namespace assay::tool {
namespace {

namespace fs = std::filesystem;
using experiment::ControlledExperiment;
using experiment::ControlState;
using experiment::Move;
using experiment::RolloutSteps;
using history::Seconds;

constexpr std::uint64_t kNanosecondsPerSecond = 1'000'000'000;

const RolloutSteps* stepsOfId(const experiment::Rollouts& rollouts, std::uint64_t id) {
  const auto found = std::ranges::find(rollouts, id, &RolloutSteps::id);
  return found == rollouts.end() ? nullptr : &*found;
}

// With all calls on one side and no step ahead there is nothing to decide.
bool isToBeLookedAt(const ControlledExperiment& control, const RolloutSteps* rollout) {
  const bool isShared = control.share > 0 && control.share < model::kWholeShare;
  return rollout != nullptr || (control.state == ControlState::Running && isShared);
}

Expected<experiment::Seen> seenOf(history::Reader& reader, const ControlledExperiment& control,
                                  const RolloutSteps* rollout, Seconds now) {
  experiment::KnownExperiment known{.id = control.id, .name = control.name};
  known.inControl = true;
  known.control = control;
  ASSAY_TRY(const Seconds begin, beginOf(reader, known));
  ASSAY_TRY(const ExperimentQuestion question, experimentQuestionOf({}, begin, now));
  ASSAY_TRY(const auto windows, readArms(reader, known, question.of.period, question.of.step));
  insight::Plan plan;
  plan.level *= question.partOfLevel;
  experiment::Seen seen{insight::judge(windows, plan).decision == insight::Decision::RollBack};
  if (rollout == nullptr) return seen;
  // The window in which the step was set has calls of before as well.
  const Seconds width = question.of.step;
  const history::Period held{history::floorTo(rollout->since, width) + width, question.of.period.until};
  if (held.since >= held.until) return seen;
  ASSAY_TRY(const auto ofStep, readArms(reader, known, held, width));
  for (const insight::ExperimentWindow& window : ofStep) seen.calls += window.fresh.all.calls;
  return seen;
}

// What is to be done to one experiment, and how it is told.
struct Action {
  ControlledExperiment judged;
  std::optional<RolloutSteps> rollout;
  Move move = Move::Hold;
  experiment::Seen seen = {};
};

Expected<Action> actionOf(history::Reader& reader, const ControlledExperiment& control,
                          const RolloutSteps* rollout, Seconds now) {
  Action action{control, rollout == nullptr ? std::nullopt : std::optional(*rollout)};
  ASSAY_TRY(action.seen, seenOf(reader, control, rollout, now));
  if (rollout != nullptr)
    action.move = experiment::nextMove(*rollout, control, action.seen, now);
  else if (action.seen.isWorse)
    action.move = Move::RollBack;
  return action;
}

std::string sentenceOf(const Action& action) {
  const std::string name = visibleText(action.judged.name);
  const std::string share = model::shareText(action.judged.share);
  switch (action.move) {
    case Move::RollBack:
      return fmt::format("{}: rolled back from {}: it is worse; `assay experiment verdict` has the numbers",
                         name, share);
    case Move::Raise:
      return fmt::format("{}: raised from {} to {}, after {:.0f} calls of its own", name, share,
                         model::shareText(action.rollout->shares[action.rollout->step + 1]),
                         action.seen.calls);
    case Move::Finish:
      return fmt::format("{}: all steps are done, it stays at {}; `assay experiment promote` ends it", name,
                         share);
    case Move::Leave:
      return fmt::format(
          "{}: its steps are given up, for it was set, stopped or rolled back by somebody else", name);
    case Move::Hold: break;
  }
  return name;
}

void carryOut(const Action& action, Seconds now, ControlledExperiment& entry,
              experiment::Rollouts& rollouts) {
  const std::uint64_t revision = static_cast<std::uint64_t>(now) * kNanosecondsPerSecond;
  rollouts = experiment::withoutRollout(std::move(rollouts), entry.id);
  if (action.move == Move::RollBack) {
    entry.share = 0;
    entry.state = ControlState::RolledBack;
  }
  if (action.move == Move::Raise) {
    RolloutSteps raised = *action.rollout;
    ++raised.step;
    raised.since = now;
    entry.share = raised.share();
    rollouts.push_back(std::move(raised));
  }
  if (action.move == Move::RollBack || action.move == Move::Raise)
    entry.revision = std::max(revision, entry.revision + 1);
}

// Somebody may have decided while the history was read: then theirs counts. Whether it was done.
Expected<bool> applied(const Action& action, Seconds now, const fs::path& control) {
  bool done = false;
  ASSAY_TRY_VOID(experiment::changeControlFile(control, [&](auto& entries) -> Expected<void> {
    ControlledExperiment& entry = experiment::experimentWith(action.judged.id, entries);
    const fs::path steps = experiment::stepsFile(control);
    ASSAY_TRY(experiment::Rollouts rollouts, experiment::readSteps(steps));
    const RolloutSteps* rollout = stepsOfId(rollouts, entry.id);
    const bool isAsJudged =
        entry == action.judged && (rollout == nullptr ? !action.rollout : action.rollout == *rollout);
    if (!isAsJudged) return {};
    carryOut(action, now, entry, rollouts);
    done = true;
    return experiment::writeSteps(steps, std::move(rollouts));
  }));
  return done;
}

void append(const fs::path& log, const std::string& line, Diagnostics& diagnostics) {
  std::ofstream out(log, std::ios::app);
  out << line << '\n' << std::flush;
  if (!out)
    diagnostics.warning("assay-serve-006", {log.string()}, "an action on an experiment could not be logged");
}

}  // namespace

AppliedExperiments::AppliedExperiments(fs::path control, fs::path history)
    : control_(std::move(control)), history_(std::move(history)) {}

fs::path AppliedExperiments::log() const {
  return control_.string() + ".log";
}

std::vector<std::string> AppliedExperiments::step(Seconds now, Diagnostics& diagnostics) {
  std::vector<std::string> lines;
  const auto done = lookAtAll(now, diagnostics, lines);
  if (!done) diagnostics.error("assay-serve-007", done.error());
  return lines;
}

Expected<void> AppliedExperiments::lookAtAll(Seconds now, Diagnostics& diagnostics,
                                             std::vector<std::string>& lines) {
  ASSAY_TRY(const auto controlled, experiment::readControlFile(control_));
  ASSAY_TRY(const auto rollouts, experiment::readSteps(experiment::stepsFile(control_)));
  std::optional<history::Reader> reader;
  for (const ControlledExperiment& control : controlled) {
    const RolloutSteps* rollout = stepsOfId(rollouts, control.id);
    if (!isToBeLookedAt(control, rollout)) continue;
    if (!reader) {
      ASSAY_TRY(reader, history::Reader::open(history_));
    }
    ASSAY_TRY(const Action action, actionOf(*reader, control, rollout, now));
    if (action.move == Move::Hold) continue;
    ASSAY_TRY(const bool isDone, applied(action, now, control_));
    if (!isDone) continue;
    lines.push_back(fmt::format("{:%Y-%m-%dT%H:%M:%S}Z {}", fmt::gmtime(now), sentenceOf(action)));
    append(log(), lines.back(), diagnostics);
  }
  return {};
}

}  // namespace assay::tool
