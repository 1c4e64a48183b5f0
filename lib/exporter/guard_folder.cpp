// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "exporter/guard_folder.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace assay::exporter {
namespace {

namespace fs = std::filesystem;

std::string whyNotWritable(const fs::path& folder) {
  return ::access(folder.c_str(), W_OK | X_OK) == 0 ? std::string() : std::strerror(errno);
}

std::string whyNotTrusted(const struct stat& status) {
  if (S_ISLNK(status.st_mode)) return "it is a symbolic link";
  if (!S_ISDIR(status.st_mode)) return "it is no folder";
  if (status.st_uid != ::geteuid()) return "it is another user's";
  return (status.st_mode & (S_IWGRP | S_IWOTH)) == 0 ? std::string() : "others may write to it";
}

}  // namespace

std::string whyUnusable(const fs::path& folder) {
  struct stat status{};
  if (::lstat(folder.c_str(), &status) == 0) {
    std::string distrust = whyNotTrusted(status);
    return distrust.empty() ? whyNotWritable(folder) : distrust;
  }
  if (errno != ENOENT) return std::strerror(errno);
  const fs::path above = fs::absolute(folder).lexically_normal().parent_path();
  const std::string why = whyNotWritable(above);
  return why.empty() ? why : above.string() + ": " + why;
}

}  // namespace assay::exporter
