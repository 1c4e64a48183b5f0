// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Marks the lines of comments that hold no tags whatever they say: samples of code in documentation, and what
// the author asked assay to ignore.
#pragma once

#include "source/source_text.h"
#include "support/diagnostics.h"
#include "tag/runs.h"

namespace assay::tag {

/// Sets `sample` on lines inside "```" and "~~~" fences, `@code`, `@verbatim` and `<pre>`; a fence ends with
/// its run.
void markSamples(const source::SourceText& text, RunList& runs);

/// Sets `ignored` on lines between `assay-ignore-start` and `assay-ignore-end`, both included, and on every
/// comment line of a physical line that says `assay:ignore`. Unmatched markers are diagnostics; an open one
/// reaches to the end of the file.
void markIgnored(const source::SourceText& text, RunList& runs, Diagnostics& diagnostics);

}  // namespace assay::tag
