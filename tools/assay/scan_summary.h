// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What `assay scan` tells a reader about its result, as text.
#pragma once

#include <filesystem>
#include <string>

#include "model/manifest.h"
#include "scan/scan.h"

namespace assay::tool {

/// A path as short as it can be said from the working folder.
std::string shownPath(const std::filesystem::path& path);
/// "file:line", safe to print.
std::string visiblePlace(const std::string& file, unsigned line);

/// Three to eight lines: what was found and how sure it is, whose flags were used, where the manifest is,
/// what is next.
std::string summaryText(const scan::ScanResult& result, const std::string& manifest);
/// The same for a part of a scan, which stands in `file`.
std::string partText(const scan::ScanResult& result, const std::string& file);
/// "assay.2-of-3.yaml"
std::string partName(model::Shard shard);
/// What `before` lacks, has too much, or has otherwise than `now`, one line per function, for --check.
std::string differenceText(const model::Manifest& before, const model::Manifest& now,
                           const std::string& manifest);
std::string statsText(const scan::ScanStats& stats);

}  // namespace assay::tool
