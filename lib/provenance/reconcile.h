// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A function's tag against what each source says of its lines. Pure.
#pragma once

#include "model/reconciliation.h"
#include "model/tag.h"
#include "provenance/join.h"
#include "provenance/share.h"

namespace assay::provenance {

/// A source is in conflict when the model with most of its lines is another one than the tag's (a name that
/// only says less, "claude" of "claude-opus-4", is no other one), or when it says that a human wrote all that
/// it speaks of, or more than half of a function whose tag says generated. Where one of the two names no
/// model, both say that some model did. Trailers speak for lines of which no finer source does. Of each line
/// the best source tells the writer.
model::Reconciliation reconcile(const model::Tag& tag, const FileAttribution& file, LineRange range);

}  // namespace assay::provenance
