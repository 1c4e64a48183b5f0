// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the functions and tags of one text are by its tokens alone: for who writes tags and wants to know what
// they will reach. No parser, no tree, no build.
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

/// The functions that have a body in the text and are in no other, in order of place: name, lines,
/// Precision:: Lexical, and nothing about a tag.
std::vector<model::AnnotatedFunction> functionsOf(const source::SourceText& text);

}  // namespace assay::scan
