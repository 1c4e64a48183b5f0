// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Writes the folder of an index: the guarded texts, Clang's overlay file and the index. A file that stays the
// same is not touched. A compiler that runs meanwhile sees the old or the new state of each file.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "launch/index.h"
#include "support/expected.h"

namespace assay::launch {

struct GuardedText {
  std::string text;
  FileTime original;  ///< of the file when the text was made
};
/// By path from the root.
using GuardedTexts = std::map<std::string, GuardedText>;

/// What -ivfsoverlay reads: to Clang each file is where it was, and has the guarded text.
std::string overlayText(const Places& places, const Index& index);

/// Makes the folder hold these texts; `index` comes without `files`. Files whose path holds a line break are
/// left as they are, and named in `refused`. Returns the complete index; fails (Output) when a file cannot be
/// written.
Expected<Index> writeOverlay(const Places& places, Index index, const GuardedTexts& texts,
                             std::vector<std::string>& refused);

}  // namespace assay::launch
