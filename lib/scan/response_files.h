// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// @FILE in a command line -> the words of the file, as GCC and Clang read them. A file that is not there, or
// that includes itself, stays a word.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace assay::scan {

/// Relative names are relative to `folder`, also those inside the files. `asked`: the absolute paths of all
/// files that were looked for are added, whether they are there or not.
std::vector<std::string> withResponseFiles(const std::vector<std::string>& words, const std::string& folder,
                                           std::set<std::string>& asked);

}  // namespace assay::scan
