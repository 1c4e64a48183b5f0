// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A segment says little until it is read, so few bytes of each are, and of a bounded number: a folder may
// hold what thousands of processes have left. Nothing of opendir(), which allocates.
#include "runtime/src/cold/crash_search.h"

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <cstddef>
#include <cstring>

#include "runtime/src/cold/process_facts.h"
#include "runtime/src/cold/segment_file.h"
#include "runtime/src/cold/state.h"
#include "vocabulary/segment_layout.h"

namespace assay::runtime {
namespace {

using namespace vocabulary;

constexpr unsigned kMostSegmentsRead = 4096;
constexpr unsigned kMostCrashes = 64;  ///< functions: of the others nothing is known
constexpr std::size_t kSitesAtOnce = 64;

Crash crashes[kMostCrashes];
unsigned crashCount = 0;
bool searched = false;

/// As getdents64(2) fills it in.
struct Listed {
  std::uint64_t inode;
  std::int64_t next;
  unsigned short bytes;
  unsigned char type;
  char name[1];
};

/// One site of one segment that has a mark.
struct Marked {
  int file;
  std::uint64_t offset;  ///< of its record
  const SegmentHeader& header;
  SiteRecord site;
};
using Visit = void(const Marked& marked, std::uint64_t id) noexcept;

bool readAt(int file, std::uint64_t offset, void* bytes, std::size_t count) noexcept {
  return pread(file, bytes, count, static_cast<off_t>(offset)) == static_cast<ssize_t>(count);
}

bool isOfThisBoot(const SegmentHeader& header) noexcept {
  char boot[sizeof header.bootId] = {};
  readText("/proc/sys/kernel/random/boot_id", boot, sizeof boot);
  const std::size_t length = std::strcspn(boot, "\n");
  return std::strncmp(boot, header.bootId, length) == 0;
}

/// A process that is still there may go on: what it has noted is for it to take back.
bool hasCrashed(const SegmentHeader& header) noexcept {
  if (std::memcmp(header.magic, kSegmentMagic, sizeof header.magic) != 0) return false;
  if (header.byteOrder != kSegmentByteOrder || header.layoutVersion != kSegmentLayoutVersion) return false;
  if (header.crashSignal == 0 || header.siteCount > kMostSites) return false;
  return !isOfThisBoot(header) || hasEnded(header.pid, header.processStart);
}

void visitSites(int file, const SegmentHeader& header, Visit* visit, std::uint64_t id) noexcept {
  SiteRecord sites[kSitesAtOnce];
  for (std::uint32_t first = 0; first < header.siteCount; first += kSitesAtOnce) {
    const std::size_t left = header.siteCount - first;
    const std::size_t count = left < kSitesAtOnce ? left : kSitesAtOnce;
    const std::uint64_t offset = header.siteOffset + std::uint64_t{first} * sizeof(SiteRecord);
    if (!readAt(file, offset, sites, count * sizeof(SiteRecord))) return;
    for (std::size_t i = 0; i < count; ++i)
      if ((sites[i].flags & kSiteCrashed) != 0)
        visit({file, offset + i * sizeof(SiteRecord), header, sites[i]}, id);
  }
}

bool isSegment(const char* name) noexcept {
  const std::size_t length = std::strlen(name), suffix = std::strlen(kSegmentSuffix);
  return length > suffix && std::strcmp(name + length - suffix, kSegmentSuffix) == 0;
}

/// Changes nothing unless `visit` does. What is no segment any more is passed over.
void visitSegment(int folder, const char* name, Visit* visit, std::uint64_t id) noexcept {
  const int file = openat(folder, name, O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (file < 0) return;
  SegmentHeader header;
  if (readAt(file, 0, &header, sizeof header) && hasCrashed(header)) visitSites(file, header, visit, id);
  closeFile(file);
}

void visitAll(Visit* visit, std::uint64_t id) noexcept {
  alignas(Listed) static char buffer[8192];
  const int folder = openSegmentFolder();
  if (folder < 0) return;
  unsigned read = 0;
  for (long count; (count = syscall(SYS_getdents64, folder, buffer, sizeof buffer)) > 0;)
    for (long at = 0; at < count; at += reinterpret_cast<const Listed*>(buffer + at)->bytes) {
      const char* name = reinterpret_cast<const Listed*>(buffer + at)->name;
      if (isSegment(name) && read++ < kMostSegmentsRead) visitSegment(folder, name, visit, id);
    }
  closeFile(folder);
}

void keep(const Marked& marked, std::uint64_t) noexcept {
  const Crash found = {marked.site.id, marked.header.crashedAt, marked.header.pid, marked.header.crashSignal};
  for (unsigned i = 0; i < crashCount; ++i)
    if (crashes[i].id == found.id) {
      if (crashes[i].at < found.at) crashes[i] = found;
      return;
    }
  if (crashCount < kMostCrashes) crashes[crashCount++] = found;
}

void clear(const Marked& marked, std::uint64_t id) noexcept {
  if (marked.site.id != id) return;
  const std::uint32_t flags = marked.site.flags & ~kSiteCrashed;
  const std::uint64_t offset = marked.offset + offsetof(SiteRecord, flags);
  // Where it cannot be written it is found again, and again the function is put back.
  if (pwrite(marked.file, &flags, sizeof flags, static_cast<off_t>(offset)) < 0) return;
}

}  // namespace

void searchForCrashes() noexcept {
  if (searched) return;
  searched = true;
  visitAll(keep, 0);
}

void searchAgain() noexcept {
  searched = false;
  crashCount = 0;
}

const Crash* crashIn(std::uint64_t id) noexcept {
  for (unsigned i = 0; i < crashCount; ++i)
    if (crashes[i].id == id) return &crashes[i];
  return nullptr;
}

void forgetCrashesIn(std::uint64_t id) noexcept {
  visitAll(clear, id);
  for (unsigned i = 0; i < crashCount; ++i)
    if (crashes[i].id == id) crashes[i--] = crashes[--crashCount];
}

}  // namespace assay::runtime
