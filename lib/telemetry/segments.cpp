// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/segments.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "telemetry/crash_marks.h"
#include "telemetry/join_segments.h"
#include "telemetry/read_segment.h"
#include "telemetry/site_totals.h"
#include "vocabulary/metrics.h"

namespace assay::telemetry {
namespace fs = std::filesystem;
namespace {

bool isThere(const fs::path& path) {
  struct stat status{};
  return ::lstat(path.c_str(), &status) == 0;
}

// True when all of them are gone.
bool removeFiles(const ProcessSnapshot& process, Diagnostics& diagnostics) {
  bool gone = true;
  for (const SegmentFile& file : process.files) {
    if (!isThere(file)) {
      gone = false;
    } else if (::unlink(file.path.c_str()) != 0) {
      gone = false;
      diagnostics.error("assay-telemetry-002", {file.path.string(), 0, 0},
                        fmt::format("cannot delete the segment: {}", std::strerror(errno)));
    }
  }
  return gone;
}

bool isNews(const ProcessSnapshot& process) {
  return std::ranges::any_of(process.files, [](const SegmentFile& file) { return isCrashNews(file.path); });
}

}  // namespace

bool isThere(const SegmentFile& file) {
  struct stat status{};
  return ::lstat(file.path.c_str(), &status) == 0 && status.st_dev == file.device &&
         status.st_ino == file.inode;
}

fs::path segmentFolder() {
  const char* chosen = ::secure_getenv(vocabulary::kEnvFolder);
  if (chosen != nullptr && *chosen != '\0') return chosen;
  return fmt::format("/dev/shm/assay-{}", ::geteuid());
}

Expected<std::vector<fs::path>> listSegments(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failed;
  for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed))
    if (it->path().extension() == vocabulary::kSegmentSuffix) files.push_back(it->path());
  if (failed && failed != std::errc::no_such_file_or_directory)
    return failAt({folder.string(), 0, 0}, "cannot list the segments: " + failed.message());
  std::ranges::sort(files);
  return files;
}

std::size_t readSegments(std::span<const fs::path> files, Diagnostics& diagnostics,
                         const std::function<void(ProcessSnapshot)>& take) {
  const ReaderClock clock = readClock();
  std::size_t unreadable = 0;
  for (const fs::path& file : files) {
    auto snapshot = readSegment(file, clock);
    if (snapshot) {
      take(*std::move(snapshot));
    } else if (isThere(file) && !isUnfinishedSegment(file)) {
      ++unreadable;
      diagnostics.error("assay-telemetry-001", snapshot.error());
    }
  }
  return unreadable;
}

Expected<Collection> collectParts(const fs::path& folder, Diagnostics& diagnostics) {
  ASSAY_TRY(const auto files, listSegments(folder));
  Collection collection;
  collection.unreadable = readSegments(files, diagnostics, [&](ProcessSnapshot snapshot) {
    collection.processes.push_back(std::move(snapshot));
  });
  return collection;
}

Expected<Collection> collect(const fs::path& folder, Diagnostics& diagnostics) {
  ASSAY_TRY(Collection collection, collectParts(folder, diagnostics));
  collection.processes = joinSegments(std::move(collection.processes));
  return collection;
}

Forgotten forgetEnded(const Collection& collection, Diagnostics& diagnostics) {
  Forgotten forgotten;
  for (const ProcessSnapshot& process : collection.processes) {
    if (process.state != ProcessState::Ended || isNews(process) || !removeFiles(process, diagnostics))
      continue;
    ++forgotten.processes;
    for (const SiteCounts& site : process.sites) forgotten.calls = saturatingAdd(forgotten.calls, site.calls);
  }
  return forgotten;
}

}  // namespace assay::telemetry
