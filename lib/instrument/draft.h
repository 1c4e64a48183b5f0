// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One file on its way from the manifest to its guarded text: what is planned for it can still be taken back.
#pragma once

#include <string>
#include <vector>

#include "instrument/plan.h"
#include "model/annotated_function.h"
#include "source/source_text.h"
#include "support/expected.h"

namespace assay::instrument {

struct Draft {
  source::SourceText text;  ///< without insertions
  FilePlan plan;
  std::vector<const model::AnnotatedFunction*>
      functions;  ///< the entries behind the guards; owned by the manifest

  /// The text with the planned edits. Fails (Internal) when they overlap.
  [[nodiscard]] Expected<std::string> rewritten() const;
  /// The entry with that id; null when it has none here.
  [[nodiscard]] const model::AnnotatedFunction* function(std::uint64_t id) const;
};

}  // namespace assay::instrument
