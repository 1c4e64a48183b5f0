// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where to start before there is any data: tagged functions that nobody called yet, with what in their text
// often costs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>

#include "emit/review/review.h"
#include "model/manifest.h"

namespace assay::tool {

/// Of the functions with these ids. Where the manifest is of an assay that did not record costs, files below
/// `root` are read; one that is not what was scanned, or is not there, is left out and counted.
emit::review::Start whereToStart(const model::Manifest& manifest, const std::filesystem::path& root,
                                 const std::set<std::uint64_t>& functions);

}  // namespace assay::tool
