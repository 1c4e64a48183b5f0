// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One segment file -> one snapshot. The file may be foreign, cut off, damaged, or change while it is read.
#pragma once

#include <filesystem>

#include "support/expected.h"
#include "telemetry/clock.h"
#include "telemetry/snapshot.h"

namespace assay::telemetry {

/// Reads the file with pread (a mapping would end this process when the file shrinks), never through a
/// symbolic link, regular files only. Never writes. Fails (Input) with the file and the reason. Threads: any.
Expected<ProcessSnapshot> readSegment(const std::filesystem::path& path);
/// The same with a clock read before: for many segments in a row.
Expected<ProcessSnapshot> readSegment(const std::filesystem::path& path, const ReaderClock& clock);

/// True when `path` is a segment whose process has not finished making it (or was killed in that moment): no
/// error.
bool isUnfinishedSegment(const std::filesystem::path& path);

}  // namespace assay::telemetry
