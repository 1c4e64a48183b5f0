// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Completes entries with what the tokens tell where the parser saw no function: code in a branch that no unit
// compiles, code that errors hid.
#pragma once

#include <vector>

#include "model/annotated_function.h"
#include "scan/read_sources.h"
#include "support/diagnostics.h"

namespace assay::scan {

/// The entries of a file from its tokens alone; all with Precision::Lexical.
std::vector<model::AnnotatedFunction> lexicalEntries(const TaggedSource& source, Diagnostics& diagnostics);

/// Replaces entries without a function, one tag at a time, by the functions that the tokens show for the tag.
/// An inactive tag stays inactive; an unattached one becomes uncompiled when the parser met errors in the
/// file
/// (`withErrors`), in clean code it stays unattached. `entries` are those of the file.
void fillFromTokens(const TaggedSource& source, bool withErrors,
                    std::vector<model::AnnotatedFunction>& entries);

}  // namespace assay::scan
