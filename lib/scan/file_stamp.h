// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the file system says of a file without opening it. Two equal stamps of one path mean the same bytes,
// as far as anybody can tell without reading them; a result cache compares stamps to know what needs no
// reading.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

struct stat;  // NOLINT(readability-identifier-naming): the system's

namespace assay::scan {

struct FileStamp {
  std::uint64_t size = 0;          ///< bytes
  std::int64_t modifiedNanos = 0;  ///< since the epoch
  std::int64_t changedNanos =
      0;  ///< of the inode: also moves when somebody sets the time of modification back
  std::uint64_t inode = 0;
  std::uint64_t device = 0;

  bool operator==(const FileStamp&) const = default;
};

FileStamp stampFrom(const struct ::stat& status);

/// Of the file that `path` leads to, symbolic links followed; nothing when there is none or it is not a
/// regular file. Take it before reading: a file that changes in between then has another stamp the next time.
std::optional<FileStamp> stampOf(const std::string& path);

}  // namespace assay::scan
