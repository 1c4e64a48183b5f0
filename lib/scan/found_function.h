// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One function declaration of Clang -> one FoundFunction. Only the files of this room that know Clang include
// this header.
#pragma once

#include <optional>

#include <clang/AST/Decl.h>
#include <clang/Basic/SourceLocation.h>

#include "scan/facts.h"
#include "scan/identity.h"
#include "scan/unit_files.h"

namespace assay::scan {

/// `range` runs from the first to the last token, as Clang sees them. Nothing when they lie in different
/// files.
std::optional<FoundFunction> describe(const clang::FunctionDecl& function, clang::SourceRange range,
                                      const UnitFiles& files, const UnitFile& file,
                                      const Identities& identities);

}  // namespace assay::scan
