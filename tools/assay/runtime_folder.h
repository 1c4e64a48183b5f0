// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where the headers that guarded code includes are on this machine.
#pragma once

#include <filesystem>

#include "support/expected.h"

namespace assay::tool {

/// The folder that holds <assay/inserted.h>: `include` beside the folder of this program, both in an
/// installed prefix and in a build folder. Fails (Internal) when it is not there.
Expected<std::filesystem::path> runtimeIncludeFolder();

}  // namespace assay::tool
