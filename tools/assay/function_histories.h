// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A manifest's functions and who wrote their lines, file by file: asks git and the sources beside the code.
// What is made of the answers is the callers'.
#pragma once

#include <filesystem>
#include <functional>

#include "model/manifest.h"
#include "provenance/join.h"
#include "provenance/share.h"
#include "support/diagnostics.h"

namespace assay::tool {

/// Of a function of the manifest: the lines of it, or of what its tag covers; null = no commit has the file.
using HistoryVisitor = std::function<void(const model::AnnotatedFunction&, const provenance::FileAttribution*,
                                          provenance::LineRange)>;

/// Visits the functions of all files that are still what was scanned, by file. `root`: of the manifest's
/// paths. False where an answer is missing: a file that is another one now (left out), a repository that
/// cannot be asked; the diagnostics say which.
bool visitHistories(const model::Manifest& manifest, const std::filesystem::path& root,
                    Diagnostics& diagnostics, const HistoryVisitor& visit);

}  // namespace assay::tool
