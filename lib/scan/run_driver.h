// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Runs a compiler that is to say something about itself: no input, no output but what it says on standard
// error, and never longer than it may.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "support/expected.h"

namespace assay::scan {

/// What the program wrote on standard error, in the C locale. The first word is found by PATH when it has no
/// slash, and runs in `folder`. Fails (Input) when it cannot be run, ends with another code than 0, or has
/// not ended after `limit`; then it is killed, and all that it started and left in its process group.
Expected<std::string> runForStandardError(const std::vector<std::string>& command,
                                          const std::filesystem::path& folder,
                                          std::chrono::milliseconds limit);

}  // namespace assay::scan
