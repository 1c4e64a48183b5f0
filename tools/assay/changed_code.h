// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// --since and --staged: what git says has changed, by the paths of a manifest. Shared by the verbs that have
// them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "config/settings.h"
#include "model/manifest.h"
#include "provenance/changed_functions.h"
#include "support/diagnostics.h"
#include "support/expected.h"

namespace assay::tool {

struct AskedChanges {
  provenance::ChangesOfTree changes;
  std::string since;  ///< in words: "since main", "in what is staged"
};

/// Whether one of the two is asked for. A `since` at the top of a configuration is that of a review.
bool asksForChanges(const config::Settings& settings);

/// Nothing when neither is asked for. `root`: canonical, of the manifest's paths. Files with changes that are
/// not staged are a warning. Fails (Usage) for both at once, and as changedSince().
Expected<std::optional<AskedChanges>> askedChanges(const config::Settings& settings,
                                                   const std::filesystem::path& root,
                                                   Diagnostics& diagnostics);

/// Of the manifest the functions that were changed, the files that have some of them, and the totals of all.
model::Manifest onlyChanged(model::Manifest manifest, const provenance::ChangesOfTree& changes);

/// A line for each function, and how many of all there are.
std::string changedText(const model::Manifest& changed, std::size_t all, const std::string& since);

}  // namespace assay::tool
