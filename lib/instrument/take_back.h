// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Finds the guards that make a compiler say something new, and takes them out of the drafts. Knows no
// compiler: the check is handed in, so that this can be tested with a made-up one.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "instrument/draft.h"
#include "support/expected.h"

namespace assay::instrument {

/// What the check reports; `file` is relative to the root, or absolute outside of it.
struct FoundDiagnostic {
  std::string file;
  unsigned line = 0;
  unsigned column = 0;
  std::string text;
};

struct RewrittenFile {
  std::string file;
  std::string text;
};

/// The diagnostics that these texts bring and the files on disk do not have.
using Check = std::function<Expected<std::vector<FoundDiagnostic>>(const std::vector<RewrittenFile>&)>;

struct TakenBack {
  std::string file;
  std::uint64_t id = 0;
  FoundDiagnostic cause;
  std::optional<Extra> extra = {};  ///< only this, and the guard stays; nothing = the guard
};

/// Leaves in the drafts only guards that the check is content with together. A diagnostic on a guard's line,
/// or inside its function, takes back that guard; any other is traced to its guards by halving. A guard with
/// something to spare loses that first. Fails when the check itself fails.
Expected<std::vector<TakenBack>> takeBackWhatBreaks(std::vector<Draft>& drafts, const Check& check);

}  // namespace assay::instrument
