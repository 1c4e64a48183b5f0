// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How many lines of code a set of entries covers. Entries may nest (a lambda in a function, functions in a
// class), and a line is counted once.
#pragma once

#include <cstddef>
#include <vector>

#include "model/annotated_function.h"

namespace assay::model {

/// The lines of the body, or of the tagged block; {0, 0} when there is no body. The measure of
/// TreeTotals::functionLines.
LineRange bodyLines(const AnnotatedFunction& function);

std::size_t coveredLines(const std::vector<const AnnotatedFunction*>& functions);

}  // namespace assay::model
