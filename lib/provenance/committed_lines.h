// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where lines of a file stood in the versions of it that brought them: what a record of them can name, and
// what a reader finds again by blame.
#pragma once

#include <string>
#include <vector>

#include "provenance/join.h"
#include "provenance/share.h"

namespace assay::provenance {

/// Lines that stand together in one commit's version of a file, or in the file as it is.
struct CommittedLines {
  std::string revision;  ///< the commit's hash; empty = no commit has them
  std::string path;      ///< the file's in that commit, relative to the repository's root
  LineRange lines;

  bool operator==(const CommittedLines&) const = default;
};

/// In the order that the lines have now. Left out is what the file does not have, and what a shallow clone
/// gives to the commit where it ends: it may be of any commit before.
std::vector<CommittedLines> committedLines(const FileAttribution& file, LineRange range);

/// Whether a shallow clone does not show where some of these lines come from.
bool isCutOff(const FileAttribution& file, LineRange range);

}  // namespace assay::provenance
