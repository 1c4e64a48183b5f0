// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// From settings to a scan: which tree, with which options. Shared by the verbs that scan.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "config/settings.h"
#include "model/tag.h"
#include "scan/scan.h"
#include "support/diagnostics.h"
#include "support/exit_code.h"
#include "support/expected.h"

namespace assay::tool {

struct ScanPlaces {
  std::filesystem::path root;
  std::vector<std::filesystem::path> paths;  ///< inside the root; empty = all of it
  std::filesystem::path manifest;
};

/// Of the files and folders to scan (none = the working folder) one folder is the root itself; of several
/// paths the root is the folder that holds them all. Fails (Usage) when one is not there.
Expected<ScanPlaces> placesOf(const config::Settings& settings, std::vector<std::string> arguments);

/// The project's own words for a tag's head (tag::ReadOptions::aliases). Fails (Usage) on one with an unknown
/// meaning.
using Aliases = std::vector<std::pair<std::string, model::Authorship>>;
Expected<Aliases> aliasesOf(const config::Settings& settings);

/// Fails (Usage) on values that mean nothing. `settings` are those of the verb `scan`.
Expected<scan::ScanOptions> scanOptionsOf(const config::Settings& settings, const ScanPlaces& places);

/// Shows on a terminal how far it is.
Expected<scan::ScanResult> scanWithProgress(scan::ScanOptions& options, Diagnostics& diagnostics);

ExitCode exitCodeFor(const scan::ScanResult& result);

}  // namespace assay::tool
