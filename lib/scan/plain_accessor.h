// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whether a member function only reads what its object holds: read off the tokens of its body, because bodies
// that nobody asked for are not parsed. Only the files of this room that know Clang include this header.
#pragma once

#include <functional>

#include <clang/AST/DeclCXX.h>
#include <llvm/ADT/StringRef.h>

namespace assay::scan {

/// Whether the text from behind the parameters is `… { return EXPRESSION; }`, and the expression is made of
/// numbers and members that are numbers or pointers, without a dereference or a loop, and with no call but
/// `member.size()` where `isSized` says of its type and the name that it is such a function too. False when
/// the body stands in another file than the class.
using IsSized = std::function<bool(clang::QualType, llvm::StringRef)>;
bool isPlainAccessor(const clang::CXXMethodDecl& method, const IsSized& isSized);

/// Whether a body that can be seen goes through something, or is too long to tell.
bool mayLoop(const clang::CXXMethodDecl& method);

}  // namespace assay::scan
