// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decisions, reasons and changes as words, and as the codes that programs read.
#pragma once

#include <string>
#include <string_view>

#include "insight/judge.h"

namespace assay::emit::experiment {

/// "roll-back": stable.
std::string_view codeOf(insight::Decision decision);
std::string_view codeOf(insight::Because because);
std::string_view codeOf(insight::Metric metric);

/// "roll back".
std::string_view decisionText(insight::Decision decision);
/// Why, as what follows a colon.
std::string reasonText(const insight::Verdict& verdict);
/// "time of sizes 16 to 255".
std::string metricText(const insight::Question& question);
/// "x 1.10 (1.06 to 1.15)", of Errors "+0.40 points (0.10 to 0.71)"; an open end is said.
std::string effectText(const insight::Question& question);
/// "x 1.05", "0.1 points"; "-" for none.
std::string limitText(const insight::Question& question, double limit);

}  // namespace assay::emit::experiment
