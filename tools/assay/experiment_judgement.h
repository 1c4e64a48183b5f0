// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay experiment verdict`: what the recorded calls of both functions say, as it is printed.
#pragma once

#include <string>

#include "config/settings.h"
#include "experiment/choose_experiment.h"
#include "support/expected.h"

namespace assay::tool {

struct Judgement {
  std::string text;        ///< or JSON, where the settings ask for that
  bool isFinding = false;  ///< to roll back; of a self-check that the measurement is off
};

/// On the whole experiment, or what --since says. Fails (Input) when the history cannot be read.
Expected<Judgement> judgementOf(const experiment::KnownExperiment& known, const config::Settings& settings);

}  // namespace assay::tool
