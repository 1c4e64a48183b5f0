// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What may be said of the size of a function's input: its parameters, the likeliest first. Asked for tagged
// functions only. Only the files of this room that know Clang include this header.
#pragma once

#include <vector>

#include <clang/AST/Decl.h>
#include <clang/AST/Stmt.h>

#include "model/input.h"
#include "scan/sized_type.h"

namespace assay::scan {

struct FoundInputs {
  std::vector<model::Input> inputs;
  std::vector<const clang::Decl*> restOn;  ///< definitions of classes without which there would be others
  std::vector<const clang::Decl*>
      comeLater;  ///< with which there would be others, see SizedTypes::comeLater()
};

/// Everything that a guard at the beginning of `body` can evaluate in constant time, without a side effect
/// and without an exception. What the function cannot change stands before what it can, numbers that the tag
/// has to ask for come last.
FoundInputs inputsOf(const clang::FunctionDecl& function, const clang::Stmt& body, BodyPlace place,
                     MeantByFile& meant);

}  // namespace assay::scan
