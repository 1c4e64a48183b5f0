// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a compiler says against a guarded text: which message, and of which function. Read off what GCC and
// Clang print for people, since it is what they print; other forms of it have no message here. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "support/diagnostics.h"

namespace assay::launch {

struct CompilerError {
  Location where;
  std::string text;  ///< "error: … [-Werror=…]"
};

/// The first error with a place among what GCC or Clang printed, coloured or not; of another language the
/// first message with a place that is no warning and no note. Nothing when no line has one.
std::optional<CompilerError> firstError(std::string_view printed);

/// The function of the last guard that begins on the line (from 1) or before it; empty when there is none.
std::string guardedFunctionAt(std::string_view guardedText, unsigned line);

}  // namespace assay::launch
