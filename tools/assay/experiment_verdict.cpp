// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/experiment_verdict.h"

#include <algorithm>
#include <map>
#include <utility>

#include "insight/window.h"
#include "model/replacement.h"

namespace assay::tool {
namespace {

using history::Seconds;
using insight::ExperimentWindow;

constexpr double kEveryCall = 10'000;  // basis points
constexpr Seconds kHour = 3600;

/// The share that has counted since a moment; 0 = nobody knows of one.
struct SetShare {
  Seconds since = 0;
  double share = 0;
};

SetShare setShareOf(const experiment::KnownExperiment& known) {
  const experiment::ControlledExperiment& control = known.control;
  if (!known.inControl || control.revision == 0 || control.state != experiment::ControlState::Running)
    return {};
  // A window in which it was set has calls of before as well.
  return {control.decidedAt() + 1, control.share / kEveryCall};
}

// A share of none or all leaves nothing to compare, and nothing to be off by.
double shareAt(const SetShare& set, Seconds start) {
  const bool known = set.share > 0 && set.share < 1 && start >= set.since;
  return known ? set.share : 0;
}

// The windows of one arm, by the body that the function had.
struct BodiesOfArm {
  std::map<std::uint64_t, std::map<Seconds, insight::ArmWindow>> windows;
  std::uint64_t latest = 0;

  void add(std::uint64_t body, Seconds start, const telemetry::SiteCounts& counts) {
    insight::addArmWindow(windows[body][start], insight::armWindowOf(insight::windowOf(counts)));
    latest = body;  // they come by time
  }
};

}  // namespace

Expected<Seconds> beginOf(history::Reader& reader, const experiment::KnownExperiment& known) {
  ASSAY_TRY(const history::Period period, reader.known());
  ASSAY_TRY(const history::Course course, reader.course(known.id, period, kHour));
  Seconds begin = period.until;
  for (const history::Window& window : course.windows)
    if (window.version == course.windows.back().version) begin = std::min(begin, window.start);
  return begin;
}

Expected<std::vector<ExperimentWindow>> readArms(history::Reader& reader,
                                                 const experiment::KnownExperiment& known,
                                                 const history::Period& period, Seconds step) {
  const std::uint64_t oldId = model::oldArmId(known.id);
  BodiesOfArm fresh, old;
  ASSAY_TRY_VOID(reader.eachWindow(
      period, step,
      [&](const history::FunctionVersion& version, Seconds start, const telemetry::SiteCounts& counts) {
        if (version.key.function == known.id)
          fresh.add(version.key.body, start, counts);
        else if (version.key.function == oldId)
          old.add(version.key.body, start, counts);
      }));
  std::map<Seconds, ExperimentWindow> windows;
  for (auto& [start, window] : fresh.windows[fresh.latest]) windows[start].fresh = std::move(window);
  for (auto& [start, window] : old.windows[old.latest]) windows[start].old = std::move(window);
  const SetShare set = setShareOf(known);
  std::vector<ExperimentWindow> inOrder;
  for (auto& [start, window] : windows) {
    window.share = shareAt(set, start);
    inOrder.push_back(std::move(window));
  }
  return inOrder;
}

}  // namespace assay::tool
