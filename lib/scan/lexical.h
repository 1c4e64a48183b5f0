// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The fallback without a parser: functions and scopes of a file read off its tokens. Knows braces, #if
// branches and the usual shapes of heads, deliberately nothing about macros, types or overloads: names are as
// spelled.
#pragma once

#include "scan/facts.h"
#include "source/source_text.h"

namespace assay::scan {

/// Facts whose functions have Precision::Lexical and an id made of path, name and parameter text.
/// `text.name()` is the root-relative path. Never fails: what cannot be read is left out.
FileFacts lexicalFacts(const source::SourceText& text);

}  // namespace assay::scan
