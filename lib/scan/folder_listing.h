// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The names in one folder, read once, and what they say about it: whether a build system made it, whether it
// is a repository, which files with rules it holds. No further look at the disk is needed to know.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scan/folder_rules.h"

namespace assay::scan {

class FolderListing {
 public:
  enum class Type { Unknown, File, Folder, Link, Other };
  struct Entry {
    const char* name;  ///< ends in '\0'
    Type type;
  };

  /// Reads the open folder (the descriptor stays the caller's, its position moves) and returns 0 or errno;
  /// what was read until then is kept. Names that begin with '.' are not entries. Reusable.
  int read(int folder);

  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  [[nodiscard]] const RuleFiles& ruleFiles() const { return rules_; }

  /// A folder that a build system made, or a guarded copy of a tree that is here too. One with both a cache
  /// and a CMakeLists.txt is an in-source build: its sources count.
  [[nodiscard]] bool isBuildFolder() const;

 private:
  void note(std::string_view name);

  std::string names_;
  std::vector<Entry> entries_;
  RuleFiles rules_;
  bool cmakeCache_ = false;
  bool cmakeLists_ = false;
  bool mesonPrivate_ = false;
  bool mesonBuild_ = false;
  bool ninjaLog_ = false;
  bool mirror_ = false;
};

}  // namespace assay::scan
