// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A history -> what the calls of both functions of an experiment say. Where the calls went is not decided
// here.
#pragma once

#include <vector>

#include "experiment/choose_experiment.h"
#include "history/reader.h"
#include "insight/arms.h"
#include "support/expected.h"

namespace assay::tool {

/// When calls of the new function as it is written now were recorded first, to the hour or the day; the end
/// of the history when none were.
Expected<history::Seconds> beginOf(history::Reader& reader, const experiment::KnownExperiment& known);

/// Both arms in windows of `step`, in order of time; those without a call of either are left out. Of each
/// function only the calls of the body that it had last: one that was repaired is another function. Windows
/// that begin after the share was set last have that share, of earlier ones it is not known.
Expected<std::vector<insight::ExperimentWindow>> readArms(history::Reader& reader,
                                                          const experiment::KnownExperiment& known,
                                                          const history::Period& period,
                                                          history::Seconds step);

}  // namespace assay::tool
