// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Everything a report says, computed once; the writers only lay it out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "emit/report/attention.h"
#include "model/manifest.h"

namespace assay::emit::report {

/// One row of a breakdown.
struct Group {
  std::string name;                    ///< user's text or one of ours: "openai/gpt-4", "(no date)"
  std::size_t functions = 0;           ///< entries in it
  std::size_t lines = 0;               ///< lines they cover; every line once
  std::vector<std::string> spellings;  ///< as the tags have it, when that differs from the name
};

struct Breakdown {
  std::string_view code;   ///< "by-model"
  std::string_view title;  ///< "By model"
  std::vector<Group> groups;
};

/// Points into the manifest it was taken from.
struct Inventory {
  model::TreeTotals totals;
  std::size_t taggedFiles = 0;
  std::size_t taggedFunctions = 0;  ///< bodies, without lambdas: comparable with totals.functions
  std::size_t taggedLines = 0;      ///< comparable with totals.functionLines
  /// AI-tagged functions in the manifest's order: without entries that have no function or declare human
  /// work.
  std::vector<const model::AnnotatedFunction*> functions;
  std::size_t humanEntries = 0;
  std::vector<Breakdown> breakdowns;  ///< those without groups are left out
  std::vector<Concern> concerns;
};

Inventory takeInventory(const model::Manifest& manifest);

/// "openai/gpt-4", else as written; empty when the tag names none.
const std::string& modelNameOf(const model::Tag& tag);

/// What the size of a call's input is: "items.size()". As instrument decided, else as the scan found it;
/// empty when there is none.
std::string sizeOfInput(const model::AnnotatedFunction& entry);
/// What its type is, likewise: "typeid(shape)".
std::string typeOfInput(const model::AnnotatedFunction& entry);

/// How far the body is from what was tagged: "unchanged", "edited 23 %", "rewritten"; empty when the manifest
/// has no sketch of it.
std::string driftOf(const model::AnnotatedFunction& entry);

/// "11.3 %"; "n/a" of nothing.
std::string percentage(std::size_t part, std::size_t whole);

}  // namespace assay::emit::report
