// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// --relative-to: the folder that paths in formats for code hosts and people are relative to. Shared by the
// verbs that have it.
#pragma once

#include <filesystem>
#include <string>

#include "config/settings.h"
#include "support/expected.h"

namespace assay::tool {

/// The folder asked for, or the working folder; canonical. Fails (Usage) where there is none.
Expected<std::filesystem::path> pathsBase(const config::Settings& settings);

/// What stands in front of paths below `root` (canonical, of a manifest's paths) to make them relative to
/// `base`: empty where both are one folder or `root` is not below it, else ends in '/'.
std::string pathsPrefix(const std::filesystem::path& root, const std::filesystem::path& base);

}  // namespace assay::tool
