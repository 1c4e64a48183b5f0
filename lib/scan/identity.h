// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Who a function is: a key that is the same in every unit, after moves within its file and after edits of
// bodies; its name for readers; its signature. Clang's USR is the start; where it holds file offsets (local
// classes, lambdas) the enclosing function's key takes their place. Only the files of this room that know
// Clang include this header.
#pragma once

#include <functional>
#include <string>

#include <clang/AST/Decl.h>
#include <clang/Basic/SourceLocation.h>
#include <llvm/ADT/DenseMap.h>

#include "model/annotated_function.h"

namespace assay::scan {

struct Identity {
  std::string usr;   ///< Clang's; may hold file offsets
  std::string key;   ///< what the id is the hash of
  std::string name;  ///< qualified, without template arguments, inline namespaces kept
};

class Identities {
 public:
  using PathOf = std::function<std::string(clang::SourceLocation)>;

  /// `pathOf` gives the root-relative path of a place: part of the key where linkage is internal.
  explicit Identities(PathOf pathOf) : pathOf_(std::move(pathOf)) {}

  [[nodiscard]] Identity of(const clang::FunctionDecl& function) const;
  /// Of a variable or field whose initialiser holds lambdas.
  [[nodiscard]] Identity of(const clang::NamedDecl& owner) const;
  /// Tells whose n-th lambda (1-based, in source order, nested ones not counted) a call operator is.
  void nameLambda(const clang::FunctionDecl& callOperator, const Identity& owner, unsigned ordinal);

 private:
  [[nodiscard]] Identity ofLocalMember(const clang::FunctionDecl& function,
                                       const clang::FunctionDecl& owner) const;
  [[nodiscard]] std::string withRealFileName(const clang::Decl& decl, const std::string& usr) const;

  PathOf pathOf_;
  llvm::DenseMap<const clang::FunctionDecl*, Identity> lambdas_;
};

/// "Status (const WriteOptions &, WriteBatch *)"; without a return type for constructors and the like. Types
/// as written; no exception specification, which Clang knows or not depending on what else was parsed.
std::string signatureOf(const clang::FunctionDecl& function);

/// Whether it is the call operator of a lambda.
bool isLambda(const clang::FunctionDecl& function);

model::Linkage linkageOf(const clang::FunctionDecl& function);
model::FunctionKind kindOf(const clang::FunctionDecl& function);

/// The function whose body a class stands in; null for others.
const clang::FunctionDecl* enclosingFunction(const clang::FunctionDecl& member);

}  // namespace assay::scan
