// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <system_error>

#include "config/settings.h"

namespace assay::config {
namespace fs = std::filesystem;

std::optional<fs::path> findConfigFile(const fs::path& start) {
  std::error_code failed;
  fs::path folder = fs::absolute(start, failed);
  while (!failed) {
    fs::path candidate = folder / ".assay.yaml";
    std::error_code ignored;
    if (fs::is_regular_file(candidate, ignored)) return candidate;
    if (!folder.has_relative_path()) break;
    folder = folder.parent_path();
  }
  return std::nullopt;
}

}  // namespace assay::config
