// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Finds the guards that make a compiler say something new, and takes them out of the drafts. Knows no
// compiler: the check is handed in, so that this can be tested with a made-up one.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "instrument/blame.h"
#include "instrument/draft.h"
#include "support/expected.h"

namespace assay::instrument {

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

/// Leaves in the drafts only guards that the check is content with together. A diagnostic in a guard's text,
/// on its line or inside its function takes back that guard; one that is still there then was another's, and
/// the guard comes back. Any other is traced to its guards by halving: those around it, those of its file,
/// all. A guard with something to spare loses that first. Fails when the check itself fails.
Expected<std::vector<TakenBack>> takeBackWhatBreaks(std::vector<Draft>& drafts, const Check& check);

/// Takes the guards out of the drafts that these diagnostics are about, of a compiler that had the last word:
/// those in whose text, on whose line or in whose function a place is. Others, of places without a guard,
/// change nothing.
std::vector<TakenBack> takeBackRefused(std::vector<Draft>& drafts,
                                       const std::vector<FoundDiagnostic>& refused);

}  // namespace assay::instrument
