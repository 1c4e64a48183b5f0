// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The words that manifests, reports and docs use for the model's enums. One table per enum, both directions.
#pragma once

#include <optional>
#include <string_view>

#include "model/annotated_function.h"

namespace assay::model {

std::string_view nameOf(Authorship value);        // generated assisted modified human
std::string_view nameOf(Scope value);             // function block class namespace region file
std::string_view nameOf(FunctionKind value);      // function method constructor …
std::string_view nameOf(Linkage value);           // external internal none
std::string_view nameOf(State value);             // active inactive unattached uncompiled
std::string_view nameOf(Precision value);         // exact inferred lexical
std::string_view nameOf(Coverage value);          // full partial skipped
std::string_view nameOf(Trait value);             // c template … function-try
std::string_view nameOf(PointKind value);         // try co-return nullopt …
std::string_view nameOf(source::CostSign value);  // nested-loops recursion …

/// The value of a word; nothing when no value has that name.
template <class Enum>
std::optional<Enum> valueOf(std::string_view name);

}  // namespace assay::model
