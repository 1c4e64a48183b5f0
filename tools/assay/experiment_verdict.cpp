// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/experiment_verdict.h"

#include <map>
#include <utility>

#include "insight/window.h"
#include "model/replacement.h"

namespace assay::tool {
namespace {

using history::Seconds;
using insight::ExperimentWindow;

constexpr std::uint64_t kNanosecondsOfSecond = 1'000'000'000;
constexpr double kEveryCall = 10'000;  // basis points

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
  return {static_cast<Seconds>(control.revision / kNanosecondsOfSecond) + 1, control.share / kEveryCall};
}

// A share of none or all leaves nothing to compare, and nothing to be off by.
double shareAt(const SetShare& set, Seconds start) {
  const bool known = set.share > 0 && set.share < 1 && start >= set.since;
  return known ? set.share : 0;
}

}  // namespace

Expected<std::vector<ExperimentWindow>> readArms(history::Reader& reader,
                                                 const experiment::KnownExperiment& known,
                                                 const history::Period& period, Seconds step) {
  const std::uint64_t oldId = model::oldArmId(known.id);
  const SetShare set = setShareOf(known);
  std::map<Seconds, ExperimentWindow> windows;
  const auto take = [&](const history::FunctionVersion& version, Seconds start,
                        const telemetry::SiteCounts& counts) {
    const bool fresh = version.key.function == known.id;
    if (!fresh && version.key.function != oldId) return;
    ExperimentWindow& window = windows[start];
    window.share = shareAt(set, start);
    insight::addArmWindow(fresh ? window.fresh : window.old, insight::armWindowOf(insight::windowOf(counts)));
  };
  ASSAY_TRY_VOID(reader.eachWindow(period, step, take));
  std::vector<ExperimentWindow> inOrder;
  for (auto& [start, window] : windows) inOrder.push_back(std::move(window));
  return inOrder;
}

}  // namespace assay::tool
