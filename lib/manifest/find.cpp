// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <system_error>

#include "manifest/manifest.h"
#include "support/file.h"

namespace assay::manifest {
namespace fs = std::filesystem;

namespace {
constexpr std::string_view kFileName = "assay.yaml";
}

Expected<fs::path> findManifest(const fs::path& start) {
  std::error_code failed;
  fs::path folder = fs::absolute(start, failed);
  while (!failed) {
    fs::path candidate = folder / kFileName;
    std::error_code ignored;
    if (fs::is_regular_file(candidate, ignored)) return candidate;
    if (!folder.has_relative_path()) break;
    folder = folder.parent_path();
  }
  return fail(ErrorCode::Usage, fmt::format("there is no {} here or in a folder above", kFileName),
              "`assay scan` makes one; `--manifest FILE` names one elsewhere");
}

Expected<model::Manifest> loadManifest(const fs::path& path, Diagnostics& diagnostics) {
  ASSAY_TRY(const std::string text, readFile(path));
  return readManifest(text, path.string(), diagnostics);
}

}  // namespace assay::manifest
