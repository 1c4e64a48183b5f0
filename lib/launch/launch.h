// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay cc -- COMPILER …`: runs the compiler so that it reads the guarded texts of an index, and notes what
// the object was made of; a link is looked through for functions that are guarded in part.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "support/diagnostics.h"
#include "support/expected.h"

namespace assay::launch {

struct LaunchRequest {
  std::filesystem::path index;     ///< empty or missing: the compiler runs as if assay were not there
  std::vector<std::string> words;  ///< the command: launchers, compiler, arguments
};

/// Runs the command and returns its status as waitpid() has it. What is to be said of it is in the
/// diagnostics; they are warnings, and change no exit code. Fails (Usage) when there is no such program.
Expected<int> launchCompiler(const LaunchRequest& request, Diagnostics& diagnostics);

}  // namespace assay::launch
