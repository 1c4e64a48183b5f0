// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whether the guards of this process can have segments where they look: they say nothing when they cannot.
#pragma once

#include <filesystem>
#include <string>

namespace assay::exporter {

/// Why guards can make no segment in the folder, by the rules of the runtime: a folder of this user's, that
/// nobody else may write to, or one that can be made in a folder that is there. Empty = nothing is known
/// against it.
std::string whyUnusable(const std::filesystem::path& folder);

}  // namespace assay::exporter
