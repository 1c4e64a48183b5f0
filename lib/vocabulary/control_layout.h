// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The control file: how large a share of each experiment's calls goes to the new function. Written by `assay
// experiment` and by a process that stops an experiment, read by every guarded process. It is always replaced
// as a whole and never changed in place, so that a reader sees one state or the next one; docs/reference/
// experiment.md describes it. Native byte order: it never leaves the machine.
#pragma once

#include <cstddef>
#include <cstdint>

#include "vocabulary/draw.h"

namespace assay {
namespace vocabulary {

constexpr char kControlFile[] = "experiments.control";  ///< in the folder of the segments
constexpr char kControlLockSuffix[] = ".lock";          ///< who replaces the file holds flock() on this one
constexpr std::uint64_t kControlMagic = 0x4c54435941535341u;  ///< "ASSAYCTL"
constexpr std::uint32_t kControlVersion = 1;
constexpr std::uint32_t kMaxExperiments = 512;
constexpr std::uint32_t kDefaultErrorLimit = 5;  ///< errors in a row that stop it where a tag says nothing
constexpr std::uint32_t kNoErrorLimit = ~0u;

enum class ControlState : std::uint32_t {
  Running = 0,
  RolledBack = 1,  ///< by a person: the old function has all calls
  Stopped = 2,     ///< by a process, for a StopReason
};

/// Why a process has stopped it.
enum class StopReason : std::uint32_t {
  Errors = 0,  ///< too many in a row
  Time = 1,    ///< most calls took longer than the tag allows
  Crash = 2,   ///< a process crashed while it ran
};

struct ControlHeader {
  std::uint64_t magic;
  std::uint32_t version;
  std::uint32_t headerBytes;
  std::uint32_t entryBytes;
  std::uint32_t entryCount;
  std::uint64_t checksum;  ///< controlChecksum() of the whole file
  std::uint64_t reserved[4];
};
static_assert(sizeof(ControlHeader) == 64, "part of the file format");

struct ControlEntry {
  std::uint64_t id;          ///< of the new function
  std::uint64_t salt;        ///< 0: saltOf(id)
  std::uint64_t revision;    ///< another one each time a person decides: nanoseconds since 1970
  std::uint32_t share;       ///< basis points
  std::uint32_t state;       ///< a ControlState
  std::uint32_t errorLimit;  ///< errors in a row that stop it; 0 = as the tag says, kNoErrorLimit = none
  std::uint32_t stoppedBy;   ///< process that stopped it, or that crashed in it; 0 = none
  std::uint32_t nameLength;
  std::uint32_t stoppedFor;  ///< a StopReason; of a state of Stopped
  char name[80];             ///< of the new function; what is longer is cut
};
static_assert(sizeof(ControlEntry) == 128, "part of the file format");

constexpr std::size_t kLargestControlFile = sizeof(ControlHeader) + kMaxExperiments * sizeof(ControlEntry);
constexpr std::size_t kControlChecksumOffset = offsetof(ControlHeader, checksum);

/// FNV-1a, 64 bits, of a file's bytes without those of the checksum itself. `bytes` holds a whole header.
inline std::uint64_t controlChecksum(const unsigned char* bytes, std::size_t count) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (std::size_t i = 0; i < count; ++i) {
    const bool own = i >= kControlChecksumOffset && i < kControlChecksumOffset + sizeof(std::uint64_t);
    hash = (hash ^ (own ? 0u : bytes[i])) * 0x100000001b3u;
  }
  return hash;
}

/// Whether two entries are of the same experiment, so that nobody could say which one counts.
inline bool hasOneTwice(const ControlEntry* entries, std::uint32_t count) {
  for (std::uint32_t i = 1; i < count; ++i)
    for (std::uint32_t j = 0; j < i; ++j)
      if (entries[i].id == entries[j].id) return true;
  return false;
}

/// What is wrong with a file of so many bytes; null when nothing is. `bytes` is aligned as a header is, and
/// holds `count` of them.
inline const char* controlProblem(const unsigned char* bytes, std::size_t count) {
  if (count < sizeof(ControlHeader)) return "it is truncated";
  const ControlHeader& header = *reinterpret_cast<const ControlHeader*>(bytes);
  if (header.magic != kControlMagic) return "it is no control file";
  if (header.version > kControlVersion) return "a newer version of assay wrote it";
  if (header.version == 0 || header.headerBytes != sizeof(ControlHeader) ||
      header.entryBytes != sizeof(ControlEntry) || header.entryCount > kMaxExperiments)
    return "it is damaged";
  const std::size_t whole = sizeof(ControlHeader) + header.entryCount * sizeof(ControlEntry);
  if (count < whole) return "it is truncated";
  if (count > whole || header.checksum != controlChecksum(bytes, count)) return "it is damaged";
  const auto* entries = reinterpret_cast<const ControlEntry*>(bytes + sizeof(ControlHeader));
  if (hasOneTwice(entries, header.entryCount)) return "it has an experiment twice";
  return nullptr;
}

/// The share that counts: none of one that is not running, or that is no share.
inline std::uint32_t shareNow(const ControlEntry& entry) {
  const bool runs = entry.state == static_cast<std::uint32_t>(ControlState::Running);
  return runs && entry.share <= kWholeShare ? entry.share : 0;
}

}  // namespace vocabulary
}  // namespace assay
