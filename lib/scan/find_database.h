// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where a tree's compile_commands.json lies. Pure but for looking at folders.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "support/expected.h"

namespace assay::scan {

/// The root and the folders above it up to the one that holds the repository; the root alone outside any
/// repository.
std::vector<std::filesystem::path> upToRepository(const std::filesystem::path& root);

/// The database of `buildFolder` (which may also name the file itself): fails (Usage) when it has none.
/// Without a build folder, the first of: the root, its build*, out, cmake-build-* folders and the folders in
/// them, then the same in the folders above, up to the one that holds the repository. Nothing when there is
/// none.
Expected<std::optional<std::filesystem::path>> findDatabase(
    const std::filesystem::path& root, const std::optional<std::filesystem::path>& buildFolder);

}  // namespace assay::scan
