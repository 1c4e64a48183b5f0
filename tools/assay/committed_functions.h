// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The functions of a manifest -> the commits that their lines are of, and what other sources say of them, by
// asking git.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "emit/report/report.h"
#include "model/manifest.h"
#include "model/reconciliation.h"
#include "support/diagnostics.h"
#include "support/expected.h"

namespace assay::tool {

struct CommittedFunctions {
  emit::report::Committed lines;  ///< of entries with lines; points into the manifest
  bool complete = true;           ///< false: a file is not as it was scanned, or git gave no answer
};

/// `root`: the folder of the manifest. Entries of a file that is not as it was scanned are left out, with an
/// error; those of a file that git does not track, or gives no answer for, have no commits, with a note or an
/// error.
CommittedFunctions committedFunctions(const model::Manifest& manifest, const std::filesystem::path& root,
                                      Diagnostics& diagnostics);

struct ReconciledFunctions {
  model::Reconciliations
      sources;           ///< of entries with lines in files that git knows; points into the manifest
  bool complete = true;  ///< likewise
};

/// What the sources beside the code say of each function, against its tag.
ReconciledFunctions reconciledFunctions(const model::Manifest& manifest, const std::filesystem::path& root,
                                        Diagnostics& diagnostics);

/// The hashes of the commits that a range names, "main..HEAD", as git understands it. Fails (Input) with
/// git's word, (Usage) for what would be an option of git's.
Expected<std::set<std::string>> revisionsIn(const std::string& range, const std::filesystem::path& folder);

}  // namespace assay::tool
