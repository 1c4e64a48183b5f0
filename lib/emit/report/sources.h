// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What notes, traces and trailers say of each function beside its tag, as the writers lay it out. Who asked
// them is not known here.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "emit/report/inventory.h"
#include "model/reconciliation.h"

namespace assay::emit::report {

struct SourceRow {
  const model::AnnotatedFunction* entry = nullptr;
  const model::Reconciliation* reconciled = nullptr;
};

/// The inventory's functions of which the sources were asked: conflicts first, then what agrees, last those
/// that no source knows; among these in the inventory's order.
std::vector<SourceRow> sourceRows(const Inventory& inventory, const model::Reconciliations& sources);

/// "2 conflict, 5 agree, 1 missing".
std::string sourceCounts(const std::vector<SourceRow>& rows);

/// "agree: openai/gpt-4 (3 of 4 lines)"; empty where the source says nothing.
std::string sourceText(const model::SourceSays& says, std::size_t lines);

/// "openai/gpt-4 75.0 %, human 25.0 %": the share of the lines by who wrote them, by the best source of each;
/// empty where no source speaks of any.
std::string writersText(const model::Reconciliation& reconciled);

/// What all of them say, with their names: "git-ai agree: …; trailer conflict: …"; "no source speaks of it".
std::string sourcesText(const model::Reconciliation& reconciled);

}  // namespace assay::emit::report
