// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What must hold for any bytes in the place of a control file. Used by the fuzz target and, for the seeds, by
// a unit test. The first byte chooses between the bytes that follow as they are and the same as the entries
// of a file whose header is right.
#pragma once

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "experiment/control_file.h"
#include "support/file.h"
#include "vocabulary/control_layout.h"

namespace assay::fuzz {

inline std::string withRightHeader(std::string_view entries) {
  const std::size_t count = entries.size() / sizeof(vocabulary::ControlEntry);
  vocabulary::ControlHeader header = {};
  header.magic = vocabulary::kControlMagic;
  header.version = vocabulary::kControlVersion;
  header.headerBytes = sizeof header;
  header.entryBytes = sizeof(vocabulary::ControlEntry);
  header.entryCount = static_cast<std::uint32_t>(count);
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  bytes += entries.substr(0, count * sizeof(vocabulary::ControlEntry));
  header.checksum =
      vocabulary::controlChecksum(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes;
}

inline std::string controlBytes(std::string_view input) {
  if (input.empty()) return {};
  return input.front() % 2 == 0 ? std::string(input.substr(1)) : withRightHeader(input.substr(1));
}

/// An entry is for the tool what it is for a process.
inline bool entryHolds(const vocabulary::ControlEntry& entry, const experiment::Experiments& read) {
  const auto known = std::ranges::find(read, entry.id, &experiment::ControlledExperiment::id);
  if (known == read.end()) return false;
  const bool runs = known->state == experiment::ControlState::Running;
  return (runs ? known->share : 0) == vocabulary::shareNow(entry) && known->name.size() <= sizeof entry.name;
}

/// The tool takes what the processes take, refuses what they refuse, and writes what it has read.
inline bool controlHolds(const std::string& bytes, const std::filesystem::path& file) {
  std::vector<vocabulary::ControlEntry> aligned(
      (bytes.size() + sizeof(vocabulary::ControlHeader)) / sizeof(vocabulary::ControlHeader) + 1);
  const auto* begin = reinterpret_cast<unsigned char*>(aligned.data());
  std::memcpy(aligned.data(), bytes.data(), bytes.size());
  const char* problem = vocabulary::controlProblem(begin, bytes.size());
  if (!writeFileAtomically(file, bytes)) return false;
  const auto read = experiment::readControlFile(file);
  if (problem != nullptr) return !read && !read.error().message.empty();
  if (!read) return false;
  const auto* entries =
      reinterpret_cast<const vocabulary::ControlEntry*>(begin + sizeof(vocabulary::ControlHeader));
  for (std::size_t i = 0; i < read->size(); ++i)
    if (!entryHolds(entries[i], *read)) return false;
  const auto same = [](experiment::Experiments&) { return Expected<void>(); };
  return experiment::changeControlFile(file, same).has_value() && *experiment::readControlFile(file) == *read;
}

}  // namespace assay::fuzz
