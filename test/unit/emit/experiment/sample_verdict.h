// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A verdict put together by hand: every kind of row once.
#pragma once

#include <limits>

#include "insight/judge.h"

namespace assay::emit::experiment {

inline insight::Verdict sampleVerdict() {
  using insight::Metric;
  constexpr double kOpen = std::numeric_limits<double>::infinity();
  insight::Verdict verdict;
  verdict.decision = insight::Decision::RollBack;
  verdict.because = insight::Because::Worse;
  verdict.old = {.calls = 8213, .errors = 8, .geometricMean = 1050, .tail = 4200};
  verdict.fresh = {.calls = 7980, .errors = 40, .geometricMean = 1155, .tail = 4100};
  verdict.windows = 40;
  verdict.witnesses = 38;
  verdict.share = {{1.002, {0.98, 1.021}}, true};
  verdict.questions = {{.metric = Metric::Time,
                        .effect = {1.1, {1.06, 1.147}},
                        .limits = {1.05, 1.05},
                        .levelWorse = 0.0125,
                        .levelGood = 0.05,
                        .evidenceOfChange = 12.5,
                        .worse = true},
                       {.metric = Metric::Tail,
                        .effect = {0.976, {0.91, 1.04}},
                        .limits = {1.25, kOpen},
                        .levelWorse = 0.0125,
                        .levelGood = 0.05,
                        .dispersion = 1.5,
                        .good = true},
                       {.metric = Metric::Errors,
                        .effect = {0.0041, {0.0009, 1}},
                        .limits = {0.001, 0},
                        .levelWorse = 0.0125,
                        .levelGood = 0.05,
                        .worse = true},
                       {.metric = Metric::TimeOfSizes,
                        .firstSize = 4,
                        .lastSize = 7,
                        .effect = {1.02, {0, kOpen}},
                        .limits = {1.05, 1.05},
                        .levelWorse = 0.00625}};
  return verdict;
}

}  // namespace assay::emit::experiment
