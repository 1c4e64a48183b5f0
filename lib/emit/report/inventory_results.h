// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The inventory as results: one for each AI-tagged function, and one for each place that needs attention.
// What formats of findings make of it is theirs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emit/report/inventory.h"

namespace assay::emit::report {

/// What is said of one entry. Points into the manifest.
struct InventoryResult {
  const model::AnnotatedFunction* entry = nullptr;
  std::string message;  ///< one sentence without a full stop; no prompt in it
};

/// Results of one kind, in the manifest's order.
struct ResultGroup {
  std::string_view code;    ///< stable word: "ai-code", "missing-model"
  std::string_view says;    ///< what a result means
  std::string_view advice;  ///< what to do about it
  std::vector<InventoryResult> results;
};

/// "ai-code" first, also when there is none; then each concern.
std::vector<ResultGroup> resultsOf(const Inventory& inventory);

/// Where its tag stands, as a path with the prefix in front unless it is absolute.
std::string resultFile(const model::AnnotatedFunction& entry, std::string_view prefix);
/// The line of it; 0 = not known.
unsigned resultLine(const model::AnnotatedFunction& entry);

}  // namespace assay::emit::report
