// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Makes room in the tables where Clang keeps each type once. Left alone they start small, hold two types
// per bucket, and hash every type anew each time they grow, which in a unit of many files takes a
// fifteenth of the whole parse. Only the files of this room that know Clang include this header.
#pragma once

#include <clang/AST/ASTContext.h>

namespace assay::scan {

/// For a unit of many files: takes 3 MB. To be called before the unit is parsed.
void makeRoomForTypes(clang::ASTContext& context);

}  // namespace assay::scan
