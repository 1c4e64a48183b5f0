// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay serve --apply`: acts on experiments by what the history says of them. One whose verdict is to roll
// back is rolled back, one that is rolled out by steps is raised. Every action is logged.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "experiment/rollout_steps.h"
#include "history/levels.h"
#include "history/reader.h"
#include "support/diagnostics.h"
#include "support/expected.h"

namespace assay::tool {

class AppliedExperiments {
 public:
  /// Only experiments of the control file are acted on: those that somebody has set.
  AppliedExperiments(std::filesystem::path control, std::filesystem::path history);

  /// Beside the control file; a line per action, with its time (UTC).
  [[nodiscard]] std::filesystem::path log() const;

  /// Looks once, and does what is to be done now (seconds since 1970). The lines that were logged; what could
  /// not be read or written is a diagnostic, and the others are looked at.
  std::vector<std::string> step(history::Seconds now, Diagnostics& diagnostics);

 private:
  // The line that tells what was done; empty = nothing.
  Expected<std::string> lookAt(history::Reader& reader, const experiment::ControlledExperiment& control,
                               const experiment::RolloutSteps* rollout, history::Seconds now);
  Expected<void> lookAtAll(history::Seconds now, Diagnostics& diagnostics, std::vector<std::string>& lines);

  std::filesystem::path control_;
  std::filesystem::path history_;
};

}  // namespace assay::tool
