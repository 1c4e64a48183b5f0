// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which functions of a table somebody wants to see.
#pragma once

#include <string>
#include <string_view>

#include "telemetry/function_table.h"

namespace assay::telemetry {

/// Whether `text` is a part of the function's name or model. ASCII letters are the same in either case; every
/// function has an empty text.
bool hasText(const FunctionRow& row, std::string_view text);

/// Takes out the rows that have not. What the table says of processes stays: it is about all functions.
void keepRows(FunctionTable& table, std::string_view text);

/// "2 of 12 functions have 'sort' in their name or model", the text made visible.
std::string keptText(std::size_t kept, std::size_t all, std::string_view text);

}  // namespace assay::telemetry
