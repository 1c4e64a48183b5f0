// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/file_stamp.h"

#include <sys/stat.h>

namespace assay::scan {
namespace {

std::int64_t nanosOf(const timespec& time) {
  return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

}  // namespace

FileStamp stampFrom(const struct ::stat& status) {
  return {static_cast<std::uint64_t>(status.st_size), nanosOf(status.st_mtim), nanosOf(status.st_ctim),
          static_cast<std::uint64_t>(status.st_ino), static_cast<std::uint64_t>(status.st_dev)};
}

std::optional<FileStamp> stampOf(const std::string& path) {
  struct stat status{};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return stampFrom(status);
}

}  // namespace assay::scan
