// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What `git blame --porcelain` prints -> for each line of a file the commit that wrote it, and where it stood
// there. Pure: starts no program, knows nothing of who or what wrote a commit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/expected.h"

namespace assay::provenance {

struct BlamedCommit {
  std::string hash;  ///< 40 or 64 hexadecimal digits
  std::string summary;
  std::int64_t authorTime = 0;  ///< seconds since 1970, UTC
  bool boundary = false;        ///< has no parent here: the first commit, or a shallow clone's oldest
  /// Lines of the working tree that no commit has yet: git gives them a hash of zeros.
  [[nodiscard]] bool uncommitted() const { return hash.find_first_not_of('0') == std::string::npos; }

  bool operator==(const BlamedCommit&) const = default;
};

struct BlamedLine {
  std::uint32_t commit = 0;        ///< index into Blame::commits
  std::uint32_t path = 0;          ///< index into Blame::paths: the file's name in that commit
  std::uint32_t originalLine = 1;  ///< in that commit's version of that file, 1-based

  bool operator==(const BlamedLine&) const = default;
};

struct Blame {
  std::vector<BlamedCommit> commits;
  std::vector<std::string> paths;
  std::vector<BlamedLine> lines;  ///< all lines of the file, from line 1
};

/// Fails with the line of the output where it stops making sense: a truncated text, a line number out of
/// order, a commit without a path. `name` is for messages.
Expected<Blame> parseBlame(std::string_view output, const std::string& name);

}  // namespace assay::provenance
