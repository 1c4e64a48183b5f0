// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The exit codes of every verb; docs/reference/exit-codes.md is the page behind them.
#pragma once

#include "support/expected.h"

namespace assay {

enum class ExitCode : int {
  Done = 0,        ///< done, and clean
  Findings = 1,    ///< done, with findings; or a policy is not met
  Usage = 2,       ///< wrong options or configuration; nothing was done
  Incomplete = 3,  ///< some input could not be read, parsed or written: the result is incomplete
  Bug = 70,        ///< a bug of ours
};

constexpr ExitCode exitCodeOf(ErrorCode code) {
  switch (code) {
    case ErrorCode::Usage: return ExitCode::Usage;
    case ErrorCode::Input:
    case ErrorCode::Output: return ExitCode::Incomplete;
    case ErrorCode::Internal: return ExitCode::Bug;
  }
  return ExitCode::Bug;
}

/// How bad an outcome is: a bug over wrong usage over incomplete over findings over done.
constexpr int severityOf(ExitCode code) {
  switch (code) {
    case ExitCode::Done: return 0;
    case ExitCode::Findings: return 1;
    case ExitCode::Incomplete: return 2;
    case ExitCode::Usage: return 3;
    case ExitCode::Bug: return 4;
  }
  return 4;
}

/// The worse of two outcomes.
constexpr ExitCode worse(ExitCode a, ExitCode b) {
  return severityOf(a) >= severityOf(b) ? a : b;
}

}  // namespace assay
