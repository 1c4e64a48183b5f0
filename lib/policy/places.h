// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where a finding about an entry is shown: at its tag, which is what has to be changed.
#pragma once

#include "model/annotated_function.h"
#include "support/expected.h"

namespace assay::policy {

/// The tag's line, else the function's first one; no column, the manifest has none for tags.
inline Location placeOf(const model::AnnotatedFunction& entry) {
  if (entry.tagLine == 0) return {entry.file, entry.lines.first, 0};
  return {entry.tagFile.empty() ? entry.file : entry.tagFile, entry.tagLine, 0};
}

}  // namespace assay::policy
