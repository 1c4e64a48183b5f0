// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which lines of the working tree's files are not those of an earlier version, as git sees it. What stands in
// those lines is the callers' business.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "provenance/git.h"
#include "provenance/share.h"
#include "support/expected.h"

namespace assay::provenance {

struct FileChange {
  std::vector<LineRange> lines;  ///< new or changed, as the file is now; in order
  /// Lines behind which something was taken out, in order; 0 = in front of the first one.
  std::vector<std::uint32_t> gaps;
  bool isNew = false;  ///< all of it; so are files that git takes for binary, whose lines it does not tell

  /// Whether something was changed in these lines, or taken out between two of them.
  [[nodiscard]] bool touches(LineRange range) const;

  bool operator==(const FileChange&) const = default;
};

struct ChangedFiles {
  std::map<std::string, FileChange> files;  ///< by path relative to the working tree's root
  /// Of --staged: files that have more changes than those that are staged. What `files` says of them is all
  /// of it, for the lines are those of the working tree.
  std::set<std::string> notAllStaged;
};

/// Reads `git diff -U0`. Fails (Input) where it makes no sense.
Expected<std::map<std::string, FileChange>> parseDiff(std::string_view output);

/// Reads `git diff --numstat -z`: the files that git takes for binary. They may hold code all the same.
std::set<std::string> binariesIn(std::string_view counts);

/// What the working tree has that the last common ancestor of `revision` and what is checked out had not:
/// committed, staged, and not even added. Fails (Usage) for a name that would be an option, (Input) when git
/// knows no such commit, or no common ancestor.
Expected<ChangedFiles> changedSince(const Git& git, const std::string& revision);

/// The files of what would be committed now, with their changes since the last commit; before the first one
/// every staged file is new.
Expected<ChangedFiles> stagedChanges(const Git& git);

}  // namespace assay::provenance
