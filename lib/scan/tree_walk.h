// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Lists the C and C++ files of a tree. Left out: hidden folders, build folders, what .gitignore and .ignore
// files inside the tree and --exclude name, and everything behind symbolic links (what a link inside the tree
// points to is walked where it is; a link that leads out is a note, so that nothing is lost in silence).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "support/diagnostics.h"

namespace assay::scan {

struct WalkRequest {
  std::filesystem::path root;                ///< absolute
  std::vector<std::filesystem::path> paths;  ///< files and folders inside the root; empty = the root
  std::vector<std::string> exclude;          ///< globs, see ignore_rules.h
};

struct WalkedTree {
  std::vector<std::string> files;  ///< root-relative, '/' between folders, sorted, each once
  bool complete = true;            ///< false: a folder could not be read
};

/// A file that is named in `paths` is taken whatever its name or the ignore files say.
WalkedTree walkTree(const WalkRequest& request, Diagnostics& diagnostics);

}  // namespace assay::scan
