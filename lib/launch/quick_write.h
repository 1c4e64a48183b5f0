// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Replacing small files that can be made anew at any time: all or nothing for whoever reads, without waiting
// for the disk.
#pragma once

#include <filesystem>
#include <string>

#include "support/expected.h"

namespace assay::launch {

/// Makes missing folders. After a crash of the machine the file may be empty or gone. Fails (Output).
Expected<void> writeQuickly(const std::filesystem::path& path, const std::string& text);

}  // namespace assay::launch
