// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whether a function calls another one whatever its arguments are. Only the files of this room that know
// Clang include this header.
#pragma once

#include <clang/AST/Decl.h>
#include <clang/AST/Expr.h>

namespace assay::scan {

/// The first such call in `caller`, when every way through its body makes one; null when there is a way
/// without, and when that is not known: its body is not there, stands in another file than `callee`, or
/// depends on the arguments of a template.
const clang::CallExpr* unavoidableCall(const clang::FunctionDecl& caller, const clang::FunctionDecl& callee);

}  // namespace assay::scan
