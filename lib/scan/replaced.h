// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The function that `replaces: rankUsers` names: looked up as a call at the beginning of the new function's
// body would, and compared with the new one. Only the files of this room that know Clang include this header.
#pragma once

#include <string>
#include <vector>

#include <clang/AST/Decl.h>

#include "model/replacement.h"
#include "scan/identity.h"
#include "scan/named_declarations.h"
#include "scan/sized_type.h"

namespace assay::scan {

struct FoundReplacement {
  model::Replacement replacement;
  std::vector<const clang::Decl*> restsOn;   ///< declarations without which the answer would be another one
  const clang::FunctionDecl* old = nullptr;  ///< null where `replacement` has a problem
};

/// A function whose body is parsed, if its tag asks for `asked`.
struct Replacing {
  const clang::FunctionDecl& function;
  const std::string& asked;
  const BodyPlace& place;  ///< where its body begins
};

/// What it replaces.
FoundReplacement replacementFor(const Replacing& replacing, const NamedDeclarations& names,
                                const Identities& identities);

/// Everything that `callee` (as model::calleeOf() gives it) stands for at the beginning of the body. What the
/// answer rests on is added to `restsOn`.
std::vector<const clang::NamedDecl*> namesAt(const Replacing& replacing, const std::string& callee,
                                             const NamedDeclarations& names,
                                             std::vector<const clang::Decl*>& restsOn);

}  // namespace assay::scan
