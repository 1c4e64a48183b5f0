// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Lists the C and C++ files of a tree. Left out: hidden folders, build folders, what .gitignore and .ignore
// files inside the tree and --exclude name, and everything behind symbolic links (what a link inside the tree
// points to is walked where it is; a link that leads out is a note, so that nothing is lost in silence).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "scan/file_stamp.h"
#include "scan/skip_rules.h"
#include "support/diagnostics.h"

namespace assay::scan {

struct WalkRequest {
  std::filesystem::path root;                ///< absolute
  std::vector<std::filesystem::path> paths;  ///< files and folders inside the root; empty = the root
  std::vector<std::string> exclude;          ///< globs, see source/path_rules.h
  SkipRules skip = {};
  unsigned jobs = 0;  ///< 0 = one per core
};

struct WalkedFile {
  std::string path;  ///< root-relative, '/' between folders
  FileStamp stamp;   ///< all zero for a file that is named in `paths` and is not there
};

struct WalkedTree {
  std::vector<WalkedFile> files;    ///< sorted by path, each once
  std::vector<std::string> unread;  ///< folders that could not be read, root-relative
  bool complete = true;             ///< false: `unread` is not empty
  LeftOut leftOut;  ///< by the place or an attribute; what a file's text says is not known here
};

/// A file that is named in `paths` is taken whatever its name or the ignore files say.
WalkedTree walkTree(const WalkRequest& request, Diagnostics& diagnostics);

}  // namespace assay::scan
