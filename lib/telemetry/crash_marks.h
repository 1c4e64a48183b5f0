// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a process notes that crashes in an experiment, for the next one that has it
// (docs/reference/segment.md).
#pragma once

#include <filesystem>

namespace assay::telemetry {

/// Whether the file is a segment of a process that crashed, and no other one has looked at that yet.
bool isCrashNews(const std::filesystem::path& file);

}  // namespace assay::telemetry
