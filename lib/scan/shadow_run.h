// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whether a function may run in the shadow of the one that it replaces, on copies of the same arguments, with
// both results compared; and how it calls itself there. Only the files of this room that know Clang include
// this header.
#pragma once

#include <string>

#include <clang/AST/Decl.h>

#include "model/replacement.h"
#include "scan/asked_shadow.h"
#include "scan/named_declarations.h"
#include "scan/replaced.h"
#include "scan/side_effects.h"

namespace assay::scan {

class ShadowRun {
 public:
  /// `old` is what `replacing` found; what the answer rests on is added to it.
  ShadowRun(const AskedShadow& asked, const Replacing& replacing, FoundReplacement& old)
      : asked_(asked), replacing_(replacing), old_(old), result_(old.replacement) {}

  /// The replacement, with what a shadow needs, or why there is none. To be called once.
  model::Replacement read(const NamedDeclarations& names, SideEffects& effects);

 private:
  std::string problem(const NamedDeclarations& names, SideEffects& effects);
  [[nodiscard]] std::string problemOfResult() const;
  [[nodiscard]] std::string problemOfParameter(const clang::ParmVarDecl& parameter) const;
  [[nodiscard]] std::string problemOfObject() const;
  [[nodiscard]] std::string problemOfName() const;
  std::string problemOfEquality(SideEffects& effects);
  std::string problemOfComparing(const clang::NamedDecl& equality, const clang::CXXRecordDecl& record,
                                 SideEffects& effects) const;
  static std::string problemOfCandidate(const clang::FunctionDecl& function, SideEffects& effects);
  std::string problemOfComparator(const NamedDeclarations& names, SideEffects& effects);
  [[nodiscard]] std::string selfName() const;

  const AskedShadow& asked_;
  const Replacing& replacing_;
  FoundReplacement& old_;
  model::Replacement result_;
};

}  // namespace assay::scan
