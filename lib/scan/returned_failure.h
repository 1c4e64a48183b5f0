// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whether a `return` statement returns what its type calls a failure, told from the expression alone. Only
// the files of this room that know Clang include this header.
#pragma once

#include <optional>

#include <clang/AST/Decl.h>
#include <clang/AST/Stmt.h>

#include "model/edit_point.h"

namespace assay::scan {

/// The kind of failure; nothing for a success, and for a value that is only known at run time.
std::optional<model::PointKind> returnedFailure(const clang::FunctionDecl& function,
                                                const clang::ReturnStmt& statement);

/// The kind of value that has to be looked at while the program runs: a number, a truth value or a pointer
/// that is no constant and that the function returns as it is; an unseen one of these when it goes through a
/// conversion, or cannot be handed on. Nothing for what is never a failure.
std::optional<model::PointKind> returnedValue(const clang::FunctionDecl& function,
                                              const clang::ReturnStmt& statement);

/// What a return of the kind is where no edit can stand around it; nothing when nobody need know of it.
std::optional<model::PointKind> unseenKindOf(model::PointKind kind);

}  // namespace assay::scan
