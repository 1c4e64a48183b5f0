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
#include "model/replacement.h"
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
constexpr Seconds kWindowOfShadows = 3600;

const RolloutSteps* stepsOfId(const experiment::Rollouts& rollouts, std::uint64_t id) {
  const auto found = std::ranges::find(rollouts, id, &RolloutSteps::id);
  return found == rollouts.end() ? nullptr : &*found;
}

// With all calls on one side and no step ahead there is nothing to decide.
bool isToBeLookedAt(const ControlledExperiment& control, const RolloutSteps* rollout) {
  const bool isShared = control.share > 0 && control.share < model::kWholeShare;
  return rollout != nullptr || (control.state == ControlState::Running && isShared);
}

experiment::KnownExperiment knownBy(const ControlledExperiment& control) {
  experiment::KnownExperiment known{.id = control.id, .name = control.name};
  known.inControl = true;
  known.control = control;
  return known;
}

/// What the calls since a moment say.
struct Evidence {
  bool isWorse = false;
  double calls = 0;  ///< of the new function
};

// The window in which the moment lies has calls of before as well.
Expected<Evidence> evidenceOf(history::Reader& reader, const ControlledExperiment& control,
                              history::Period time, double level) {
  ASSAY_TRY(const ExperimentQuestion question, experimentQuestionOf({}, time.since, time.until));
  const Seconds width = question.of.step;
  const history::Period period{history::floorTo(time.since, width) + width, question.of.period.until};
  if (period.since >= period.until) return Evidence{};
  ASSAY_TRY(const auto windows, readArms(reader, knownBy(control), period, width));
  insight::Plan plan;
  plan.level = level * question.partOfLevel;
  Evidence evidence{insight::judge(windows, plan).decision == insight::Decision::RollBack};
  for (const insight::ExperimentWindow& window : windows) evidence.calls += window.fresh.all.calls;
  return evidence;
}

// In the shadow both functions run, and which one is slower is no question of the callers.
Expected<bool> runsInTheShadow(history::Reader& reader, std::uint64_t id, history::Period period) {
  ASSAY_TRY(const history::Course course, reader.course(model::shadowId(id), period, kWindowOfShadows));
  return !course.windows.empty();
}

// Since somebody set it: who mends what a rollback was for, and sets it again, is not held to what was
// before. Of a rollout the whole has one half of the level, its steps have the other one: they are short, so
// that their windows are fine and what goes wrong in one of them is seen soon.
Expected<experiment::Seen> seenOf(history::Reader& reader, const ControlledExperiment& control,
                                  const RolloutSteps* rollout, Seconds now) {
  const Seconds since = rollout != nullptr ? rollout->begun : control.decidedAt();
  ASSAY_TRY(const Seconds first, beginOf(reader, knownBy(control)));
  const Seconds begin = std::max(first, since);
  ASSAY_TRY(const bool isShadow, runsInTheShadow(reader, control.id, {begin, now}));
  if (isShadow) return experiment::Seen{};
  const double level = insight::Plan().level;
  ASSAY_TRY(const Evidence whole,
            evidenceOf(reader, control, {begin, now}, rollout != nullptr ? level / 2 : level));
  if (rollout == nullptr) return experiment::Seen{whole.isWorse};
  const double ofStep = level / 2 / static_cast<double>(rollout->shares.size());
  ASSAY_TRY(const Evidence step, evidenceOf(reader, control, {rollout->since, now}, ofStep));
  return experiment::Seen{whole.isWorse || step.isWorse, step.calls};
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
      return fmt::format(
          "{}: rolled back from {}: it is worse than the old function; see `assay experiment verdict`", name,
          share);
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
    entry.decide(static_cast<std::uint64_t>(now) * kNanosecondsPerSecond);
}

// Somebody may have decided while the history was read: then theirs counts, and nothing is written. Whether
// it was done. Steps that cannot be read are no reason to leave what is worse where it is.
Expected<bool> applied(const Action& action, Seconds now, const fs::path& control) {
  const fs::path steps = experiment::stepsFile(control);
  bool isAsJudged = true;
  std::optional<experiment::Rollouts> rollouts;
  const auto change = [&](experiment::Experiments& entries) -> Expected<void> {
    if (auto read = experiment::readSteps(steps)) rollouts = *std::move(read);
    const auto entry = std::ranges::find(entries, action.judged.id, &ControlledExperiment::id);
    const RolloutSteps* rollout = rollouts ? stepsOfId(*rollouts, action.judged.id) : nullptr;
    isAsJudged = entry != entries.end() && *entry == action.judged &&
                 (rollout != nullptr) == action.rollout.has_value() &&
                 (rollout == nullptr || experiment::asControlled(*rollout, *entry) == *action.rollout);
    if (!isAsJudged) return fail(ErrorCode::Input, "somebody has decided meanwhile");
    experiment::Rollouts none;
    carryOut(action, now, *entry, rollouts ? *rollouts : none);
    return {};
  };
  const auto keepSteps = [&] {
    return rollouts ? experiment::writeSteps(steps, *std::move(rollouts)) : Expected<void>();
  };
  const auto changed = experiment::changeControlFile(control, change, keepSteps);
  if (!isAsJudged) return false;
  if (!changed) return std::unexpected(changed.error());
  return true;
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

Expected<std::string> AppliedExperiments::lookAt(history::Reader& reader, const ControlledExperiment& control,
                                                 const RolloutSteps* rollout, Seconds now) {
  ASSAY_TRY(const Action action, actionOf(reader, control, rollout, now));
  if (action.move == Move::Hold) return std::string();
  ASSAY_TRY(const bool isDone, applied(action, now, control_));
  if (!isDone) return std::string();
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}Z {}", fmt::gmtime(now), sentenceOf(action));
}

Expected<void> AppliedExperiments::lookAtAll(Seconds now, Diagnostics& diagnostics,
                                             std::vector<std::string>& lines) {
  ASSAY_TRY(const auto controlled, experiment::readControlFile(control_));
  const auto rollouts = experiment::readSteps(experiment::stepsFile(control_));
  if (!rollouts) diagnostics.error("assay-serve-007", rollouts.error());
  std::optional<history::Reader> reader;
  for (const ControlledExperiment& control : controlled) {
    const RolloutSteps* kept = rollouts ? stepsOfId(*rollouts, control.id) : nullptr;
    if (!isToBeLookedAt(control, kept)) continue;
    if (!reader) {
      ASSAY_TRY(reader, history::Reader::open(history_));
    }
    std::optional<RolloutSteps> rollout;
    if (kept != nullptr) rollout = experiment::asControlled(*kept, control);
    const auto line = lookAt(*reader, control, rollout ? &*rollout : nullptr, now);
    if (!line) diagnostics.error("assay-serve-007", line.error());
    if (!line || line->empty()) continue;
    lines.push_back(*line);
    append(log(), *line, diagnostics);
  }
  return {};
}

}  // namespace assay::tool
