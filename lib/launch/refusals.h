// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What compilers refused of guarded texts, for the next preparation to leave out. A note holds as long as the
// file, the build's commands and assay are those it was made with: another text is another chance.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "launch/index.h"
#include "support/diagnostics.h"
#include "support/expected.h"

namespace assay::launch {

struct Refusal {
  Location where;    ///< in the guarded text; the file's path is from the root
  std::string text;  ///< what the compiler said, on one line
  FileTime original;
  std::string flags;  ///< Index::flags

  bool operator==(const Refusal&) const = default;
};

/// Notes it, and takes away that the tree is prepared, so that the next build prepares it again; what is
/// noted already changes nothing. Concurrent notes do no harm. Fails (Output).
Expected<void> noteRefusal(const Places& places, const Refusal& refusal);

/// The notes that hold of the tree at `root` under `flags`, in order of place; the others are dropped, and so
/// are damaged ones.
std::vector<Refusal> readRefusals(const Places& places, const std::filesystem::path& root,
                                  const std::string& flags);

}  // namespace assay::launch
