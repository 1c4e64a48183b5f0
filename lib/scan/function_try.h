// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A function's body as it is written. Around a coroutine's function-try-block Clang puts a block of its own,
// without a place. Only the files of this room that know Clang include this header.
#pragma once

#include <clang/AST/Decl.h>
#include <clang/AST/StmtCXX.h>

namespace assay::scan {

/// The block between the braces, or the try block; null for a function without a body.
inline const clang::Stmt* writtenBody(const clang::Stmt* body) {
  if (const auto* coroutine = llvm::dyn_cast_or_null<clang::CoroutineBodyStmt>(body))
    body = coroutine->getBody();
  const auto* block = llvm::dyn_cast_or_null<clang::CompoundStmt>(body);
  const bool isMade = block != nullptr && block->getLBracLoc().isInvalid() && block->size() == 1;
  return isMade && llvm::isa<clang::CXXTryStmt>(block->body_front()) ? block->body_front() : body;
}

/// The function-try-block; null when the body is none.
inline const clang::CXXTryStmt* functionTryOf(const clang::Stmt* body) {
  return llvm::dyn_cast_or_null<clang::CXXTryStmt>(writtenBody(body));
}

/// Where the function's last token begins.
inline clang::SourceLocation endOfFunction(const clang::FunctionDecl& function) {
  const clang::SourceLocation end = function.getEndLoc();
  if (end.isValid() || !function.doesThisDeclarationHaveABody()) return end;
  const clang::Stmt* body = writtenBody(function.getBody());
  return body != nullptr ? body->getEndLoc() : end;
}

}  // namespace assay::scan
