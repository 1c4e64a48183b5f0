// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a function may write to without anybody seeing it: what it has made itself. Answers yes only where the
// expression shows it; a pointer or an iterator that is kept in a variable shows nothing. Only the files of
// this room that know Clang include this header.
#pragma once

#include <clang/AST/ExprCXX.h>

namespace assay::scan {

/// The view from inside one function.
struct OwnPlaces {
  /// Its object, and what it has by reference, are somebody's who looks after that: the caller, which is
  /// looked at as well.
  bool ofCaller = false;

  /// Whether what the expression denotes ends with the call, or belongs to the caller.
  [[nodiscard]] bool holds(const clang::Expr& place) const;
  /// Whether what a pointer or an iterator leads to does, or cannot be written to through it.
  [[nodiscard]] bool holdsBehind(const clang::Expr& handle) const;

 private:
  [[nodiscard]] bool holdsVariable(const clang::VarDecl& variable) const;
  [[nodiscard]] bool holdsMember(const clang::MemberExpr& member) const;
  [[nodiscard]] bool holdsResult(const clang::CallExpr& call) const;
};

}  // namespace assay::scan
