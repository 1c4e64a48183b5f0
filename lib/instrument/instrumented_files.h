// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The files that may hold insertions, for taking them out without a manifest.
#pragma once

#include <filesystem>
#include <vector>

namespace assay::instrument {

/// The C and C++ files (by extension) at and below the paths, in order of path; a path that is a file is
/// taken whatever its extension. Version-control folders, build folders, mirrors and symbolic links are left
/// out, unless named themselves.
std::vector<std::filesystem::path> sourceFilesBelow(const std::vector<std::filesystem::path>& paths);

}  // namespace assay::instrument
