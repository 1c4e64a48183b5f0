// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The tree that `assay instrument --out` writes: everything of the root that a build may need, byte for byte,
// with some files in their guarded form. A second run touches only what differs, so that a build in the
// mirror stays incremental.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>

#include "source/insertion.h"
#include "support/diagnostics.h"
#include "support/expected.h"

namespace assay::instrument {

/// Root-relative path -> the text that stands in the mirror instead of the file's.
using Replacements = std::map<std::string, std::string>;

struct MirrorReport {
  std::size_t files = 0;    ///< in the mirror now
  std::size_t written = 0;  ///< new or changed by this run
  std::size_t removed = 0;  ///< left over from an earlier run
  bool complete = true;     ///< false: a file could not be copied; the diagnostics say which
};

/// The file in a mirror that lists what assay wrote there.
using source::kMirrorList;

/// Writes the mirror of `root` to `folder`. Version-control folders, build folders, the mirror itself and
/// other mirrors are left out; so are sockets and the like. Symbolic links stay links. Files that nobody
/// recorded in the list stay. Fails (Usage) when `folder` is the root or holds it, or holds files but no
/// list.
Expected<MirrorReport> writeMirror(const std::filesystem::path& root, const std::filesystem::path& folder,
                                   const Replacements& replacements, Diagnostics& diagnostics);

/// Folders that no verb which walks a tree of its own goes into: version control, build folders, mirrors.
bool isLeftOut(const std::filesystem::path& folder);

}  // namespace assay::instrument
