// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What happens to a manifest fresh from a tree, whether one scan made it or the parts of one: it takes over
// what only the manifest on disk knows, and is compared with it or replaces it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "model/manifest.h"
#include "support/diagnostics.h"
#include "support/exit_code.h"
#include "support/expected.h"

namespace assay::tool {

/// The manifest on disk, if there is one; that it is of a newer format is a diagnostic. One that cannot be
/// read ends the work (Input): it may hold what only it knows.
Expected<std::optional<model::Manifest>> previousManifest(const std::filesystem::path& file,
                                                          Diagnostics& diagnostics);

/// Scanning `db util` must not throw away what the manifest of the whole tree says about the rest: fails
/// (Usage) when `before` has functions outside `paths` (root-relative; empty = the whole tree).
Expected<void> refuseToNarrow(const model::Manifest& before, const std::vector<std::string>& paths,
                              const std::filesystem::path& file);

/// Outcomes, keys of newer versions, what bodies were when they were tagged, entries of files that could not
/// be read this time (`unread`); sorts.
void takeOver(const std::optional<model::Manifest>& before, const std::vector<std::string>& unread,
              model::Manifest& fresh, Diagnostics& diagnostics);

/// Says on stdout how the file on disk differs (Findings), or that it does not (Done).
ExitCode compareWithDisk(const std::optional<model::Manifest>& before, const model::Manifest& fresh,
                         const std::filesystem::path& file);

/// A manifest that is right already is left alone: it costs no wait for the disk, and build systems see no
/// change.
Expected<void> writeIfChanged(const std::filesystem::path& file, const model::Manifest& fresh);

}  // namespace assay::tool
