// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Completes entries with what the tokens tell where the parser saw no function: code in a branch that no unit
// compiles, code that errors hid.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/annotated_function.h"
#include "scan/read_sources.h"
#include "support/diagnostics.h"

namespace assay::scan {

/// The entries of a file from its tokens alone; all with Precision::Lexical.
std::vector<model::AnnotatedFunction> lexicalEntries(const TaggedSource& source, Diagnostics& diagnostics);

/// Replaces entries without a function, one tag at a time, by the functions that the tokens show for the tag.
/// An inactive tag stays inactive; an unattached one in a file of `withErrors` (root-relative) becomes
/// uncompiled, in clean code it stays unattached. The result is in order of file, line, id.
void fillFromTokens(const std::vector<TaggedSource>& sources, const std::set<std::string>& withErrors,
                    std::vector<model::AnnotatedFunction>& entries);

}  // namespace assay::scan
