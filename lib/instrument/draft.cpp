// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/draft.h"

#include <algorithm>

namespace assay::instrument {

Expected<std::string> Draft::rewritten() const {
  return source::applyEdits(text.bytes(), plan.edits());
}

const model::AnnotatedFunction* Draft::function(std::uint64_t id) const {
  const auto at = std::ranges::find(functions, id, [](const auto* function) { return function->id; });
  return at == functions.end() ? nullptr : *at;
}

}  // namespace assay::instrument
