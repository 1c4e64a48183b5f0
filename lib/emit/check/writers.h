// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One writer per format; formats.cpp has their names.
#pragma once

#include <string>

#include "emit/check/check.h"

namespace assay::emit::check {

std::string writeTextCheck(const Result& result, const Look& look);
std::string writeSarif(const Result& result, const Look& look);
std::string writeJunit(const Result& result, const Look& look);
std::string writeJsonCheck(const Result& result, const Look& look);
std::string writeGithub(const Result& result, const Look& look);

}  // namespace assay::emit::check
