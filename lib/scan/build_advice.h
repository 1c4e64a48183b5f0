// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which command makes a compilation database, seen from the build files that lie in a tree. Pure but for
// looking at folders.
#pragma once

#include <filesystem>
#include <string>

namespace assay::scan {

struct BuildAdvice {
  std::filesystem::path root;    ///< the scanned tree
  std::filesystem::path folder;  ///< holds the build files: the root or a folder above it, in its repository
  std::string command;           ///< to run in `folder`; empty = no command can be named
  std::string buildFolder;       ///< what to name with -p, relative to `folder`; empty = found without
  std::string remark;            ///< what else is to be known; may stand without a command
};

/// The first build system that is found, the root's before those of the folders above.
BuildAdvice adviceFor(const std::filesystem::path& root);

}  // namespace assay::scan
