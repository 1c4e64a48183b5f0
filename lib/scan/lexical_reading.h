// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the tags of one text mean by its tokens alone: for who writes tags and wants to know what they will
// reach. No parser, no tree, no build.
#pragma once

#include <vector>

#include "model/annotated_function.h"
#include "source/source_text.h"
#include "tag/read_tags.h"

namespace assay::scan {

/// The entries of the text, which is without insertions; Precision::Lexical. What a tag belongs to is as good
/// as its tokens say: `assay scan` may know better. Never fails; what the tags do wrong is not said.
std::vector<model::AnnotatedFunction> readLexically(const source::SourceText& text,
                                                    const tag::ReadOptions& options);

}  // namespace assay::scan
