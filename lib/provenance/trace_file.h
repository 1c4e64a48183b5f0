// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The file of traces as it comes with a repository, which may be anybody's: what is no plain file in its
// place is neither followed nor waited for.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "support/expected.h"

namespace assay::provenance {

/// More is no log of traces; parsed it would take some ten times as much.
inline constexpr std::size_t kLargestTraceFile = std::size_t{64} << 20;

/// Its bytes. Fails (Input) for a symbolic link, a pipe, a device, a folder, and for one that is larger.
Expected<std::string> readTraceFile(const std::filesystem::path& path);

}  // namespace assay::provenance
