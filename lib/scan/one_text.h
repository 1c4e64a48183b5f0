// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One text that is several functions: a file that is included, or a macro's argument that is spelled, several
// times under other macros. A body holds one guard, so it is one entry, which names them all. Pure.
#pragma once

#include "model/annotated_function.h"
#include "scan/facts.h"

namespace assay::scan {

/// Adds to `kept` what `other`, the same text, makes different: its names; its traits, since a guard must
/// suit both; and it leaves out the failed returns that only one of them has.
void addSameText(model::AnnotatedFunction& kept, const model::AnnotatedFunction& other);

/// Whether two functions of the file have one body.
bool sharesBodies(const FileFacts& facts);

/// The facts with one function for each body, the first by name.
FileFacts withOneOfEachBody(const FileFacts& facts);

}  // namespace assay::scan
