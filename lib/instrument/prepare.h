// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A manifest and the tree it is of -> drafts of the files to rewrite. Reads the files; writes none.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "instrument/draft.h"
#include "instrument/take_back.h"
#include "model/manifest.h"
#include "support/diagnostics.h"

namespace assay::instrument {

struct Preparation {
  std::vector<Draft>
      drafts;  ///< one per tagged file, also those without a guard; they point into the manifest
  bool complete =
      true;  ///< false: a file could not be read, or changed since the scan; the diagnostics say which
};

/// Judges every function of the selected files, sets its outcome in the manifest, and plans the guards.
/// `only` are root-relative files and folders; empty = all. Positions count in the text without insertions,
/// so instrumented files are stripped first, in memory. The manifest must outlive the drafts and keep its
/// functions where they are.
Preparation prepare(model::Manifest& manifest, const std::filesystem::path& root,
                    const std::vector<std::string>& only, Diagnostics& diagnostics);

/// Sets the outcome of what was taken back, and says so.
void recordTakenBack(model::Manifest& manifest, const std::vector<TakenBack>& taken,
                     Diagnostics& diagnostics);

/// Sets the outcomes of a manifest fresh from the scan: judge()'s, but what only instrument() can find out
/// (no line for the header, a new diagnostic) is kept from the manifest before as long as the file is the
/// same. `previous` may be null.
void fillOutcomes(model::Manifest& fresh, const model::Manifest* previous);

}  // namespace assay::instrument
