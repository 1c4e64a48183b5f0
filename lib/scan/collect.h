// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The frontend action that reads declarations of some files off Clang's AST into plain facts. Only the files
// of this room that know Clang include this header.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include <clang/Frontend/FrontendAction.h>

#include "scan/asked_shadow.h"
#include "scan/facts.h"
#include "source/span.h"

namespace assay::scan {

/// A file whose declarations are wanted, wherever it stands in the unit (main file or header).
struct WantedFile {
  std::string path;  ///< absolute real path, as FileEntry::tryGetRealPathName() gives it
  /// Functions that begin in one of these have their bodies parsed (wanted.h computes them); all other bodies
  /// are skipped, in this file and elsewhere, when the unit's FrontendOptions::SkipFunctionBodies is on.
  std::vector<source::Span> bodies;
  std::vector<std::string> replaced = {};  ///< see WantedText
  std::vector<AskedShadow> shadows = {};   ///< the same
};

struct Collected {
  std::vector<FileFacts> facts;
  std::size_t languageErrors = 0;  ///< see UnitOutcome
};

/// One unit's action. `wanted` and `out` must outlive it; `root` is the absolute real path that
/// FileFacts::path is relative to. When the unit ends, one FileFacts per wanted file that the unit saw is
/// appended to the facts of `out` (in order of path), and one with wanted == false per other file that
/// defines a function declared in a wanted one's `bodies`. The action wraps the unit's diagnostic consumer
/// (which still gets everything) to learn where errors are. It never changes the unit's options; use from one
/// thread at a time.
std::unique_ptr<clang::FrontendAction> makeCollectAction(const std::vector<WantedFile>& wanted,
                                                         Collected& out, std::string root);

}  // namespace assay::scan
