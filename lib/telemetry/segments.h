// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The folder in which the guarded processes of a user keep their segments.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <vector>

#include "support/diagnostics.h"
#include "support/expected.h"
#include "telemetry/snapshot.h"

namespace assay::telemetry {

/// Where a guarded program of this user writes: $ASSAY_DIR, else /dev/shm/assay-<uid>.
std::filesystem::path segmentFolder();

/// The segment files of a folder, by name. A folder that does not exist has none; one that cannot be listed
/// fails (Input).
Expected<std::vector<std::filesystem::path>> listSegments(const std::filesystem::path& folder);

/// What was read of a folder.
struct Collection {
  std::vector<ProcessSnapshot> processes;  ///< in the order of their first files' names
  std::size_t unreadable = 0;              ///< segments left out; each has its diagnostic
};

/// Reads every segment of the folder and puts the parts of each process together. One that cannot be read is
/// an error among the diagnostics (assay-telemetry-001), and the rest is read; one that vanished meanwhile or
/// is still being made is passed over in silence.
Expected<Collection> collect(const std::filesystem::path& folder, Diagnostics& diagnostics);

/// The same with each segment for itself: one process may have several.
Expected<Collection> collectParts(const std::filesystem::path& folder, Diagnostics& diagnostics);

/// The same for these files, one after the other, for who need not have all of them twice. Returns how many
/// were left out.
std::size_t readSegments(std::span<const std::filesystem::path> files, Diagnostics& diagnostics,
                         const std::function<void(ProcessSnapshot)>& take);

/// Whether the file is where it was, and still the same one.
bool isThere(const SegmentFile& file);

/// What was deleted.
struct Forgotten {
  std::size_t processes = 0;
  std::uint64_t calls = 0;  ///< that these processes had counted
};

/// Deletes the segments of processes that have ended, and nothing else: a file that is no valid segment
/// stays, so does one that took the place of what was read, and a crash that is news. A failure to delete is
/// assay-telemetry-002.
Forgotten forgetEnded(const Collection& collection, Diagnostics& diagnostics);

}  // namespace assay::telemetry
