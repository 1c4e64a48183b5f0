// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whether a function calls itself, and whether an optimiser may make a loop of it. A guard must not stand in
// the way of that: a recursion without end in sight would fill the stack. Only the files of this room that
// know Clang include this header.
#pragma once

#include <clang/AST/Decl.h>
#include <clang/AST/Expr.h>
#include <clang/AST/Stmt.h>

namespace assay::scan {

/// In a template the callee may be a set of candidates: one that holds the function itself counts.
bool callsItself(const clang::FunctionDecl& function, const clang::CallExpr& call);

/// A call in tail position, the only one in an integer sum, product or the like that is returned, or in a
/// variable that is returned at once. Says yes in doubt. Nested lambdas and local classes count for
/// themselves.
bool hasSelfTailCall(const clang::FunctionDecl& function, const clang::Stmt& body);

}  // namespace assay::scan
