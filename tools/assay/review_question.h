// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which two periods `assay review` is asked to compare, and on which one `assay experiment verdict` judges.
// The clock is an argument: the same question of the same history has the same answer.
#pragma once

#include "config/settings.h"
#include "history/cover.h"
#include "support/expected.h"

namespace assay::tool {

struct ReviewQuestion {
  history::Period before;
  history::Period after;      ///< begins where `before` ends
  history::Seconds step = 0;  ///< width of the windows in them
};

/// --since, --against and --until, widened to what a history keeps that long: full minutes, hours or days.
/// About fourteen windows to the shorter period. Fails (Usage) on anything malformed.
Expected<ReviewQuestion> reviewQuestionOf(const config::Settings& settings, history::Seconds now);

/// One period, in the finest windows that a history keeps of it.
struct PeriodQuestion {
  history::Period period;
  history::Seconds step = 0;
};

/// An experiment since it began, up to --until, without the window that is under way.
struct ExperimentQuestion {
  PeriodQuestion of;
  /// That a verdict may use of its level. As an experiment gets older its windows get wider, which sorts the
  /// same calls anew: the parts of all widths add up to 1, so that the level holds for all verdicts together.
  double partOfLevel = 0;
};
Expected<ExperimentQuestion> experimentQuestionOf(const config::Settings& settings, history::Seconds begin,
                                                  history::Seconds now);

/// --since (28 days when nothing is said) and --until, for bodies that may have lived at any time in it: at
/// most 112 windows.
Expected<PeriodQuestion> bodiesQuestionOf(const config::Settings& settings, history::Seconds now);

/// --since and --until, widened likewise. Fails (Usage) on anything malformed.
Expected<PeriodQuestion> periodQuestionOf(const config::Settings& settings, history::Seconds now);

}  // namespace assay::tool
