// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which declarations a function's facts rest on: the types it names, what its body calls, what it redeclares.
// Only the files of this room that know Clang include this header.
#pragma once

#include <set>
#include <vector>

#include <clang/AST/Decl.h>
#include <clang/Basic/FileEntry.h>
#include <clang/Basic/SourceManager.h>

namespace assay::scan {

/// The files that declare one thing, sorted: a reader must know one of them.
using DeclaringFiles = std::vector<const clang::FileEntry*>;

/// Of a declaration and all its redeclarations; empty for the compiler's own.
DeclaringFiles declaringFiles(const clang::Decl& decl, const clang::SourceManager& sources);

/// Adds the declaring files of what `function` refers to. Of a body that was skipped nothing is known.
void addReferences(const clang::FunctionDecl& function, std::set<DeclaringFiles>& references);

/// The file of one declaration in particular, such as a definition; null for the compiler's own.
const clang::FileEntry* definingFile(const clang::Decl& decl);

}  // namespace assay::scan
