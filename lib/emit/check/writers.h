// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One writer per format; formats.cpp has their names.
#pragma once

#include "emit/check/check.h"

namespace assay::emit::check {

std::string writeTextCheck(const Result& result, const Look& look);

}  // namespace assay::emit::check
