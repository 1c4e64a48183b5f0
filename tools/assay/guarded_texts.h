// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The work of `assay instrument` without its delivery: for `assay cc --prepare`, which keeps the texts
// elsewhere.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "assay/command.h"
#include "instrument/blame.h"
#include "support/expected.h"

namespace assay::tool {

struct GuardedFile {
  std::string plain;    ///< the file without insertions
  std::string guarded;  ///< the same with at least one guard
};

struct GuardedTexts {
  std::filesystem::path root;
  std::filesystem::path runtimeInclude;
  std::map<std::string, GuardedFile> texts;  ///< by path from the root; only files with a guard
  std::string summary;                       ///< for a reader
};

/// Whether this guarded text of a file was checked before, under the same flags.
using IsKnown = std::function<bool(const std::string& file, const std::string& guarded)>;

/// Plans and checks the guards of the manifest at work; outcomes that changed are written back to it.
/// `refused`: what compilers have said of earlier texts. These guards are left out.
Expected<GuardedTexts> guardedTexts(Invocation& invocation, const IsKnown& isKnown,
                                    const std::vector<instrument::FoundDiagnostic>& refused);

}  // namespace assay::tool
