// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Walks a finished unit's declarations and writes those of wanted files into their facts. Only the files of
// this room that know Clang include this header.
#pragma once

#include <clang/AST/ASTContext.h>

#include "scan/unit_files.h"

namespace assay::scan {

/// Fills UnitFile::facts of every wanted file of the unit, and of files that define what wanted ones declare.
void readDeclarations(clang::ASTContext& context, UnitFiles& files);

}  // namespace assay::scan
