// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A program's command line -> manual pages, in the macros of man(7) that groff and mandoc both read. Without
// a date, so that the same command line gives the same bytes.
#pragma once

#include <string>

#include "emit/cli/command_line.h"

namespace assay::emit::cli {

/// The page of the whole program, `assay(1)`: its verbs, files and exit codes.
std::string programPage(const Program& program);
/// The page of one verb, `assay-scan(1)`.
std::string verbPage(const Program& program, const Verb& verb);

/// "assay-scan.1"; of an empty verb "assay.1".
std::string pageFile(const Program& program, const std::string& verb);

}  // namespace assay::emit::cli
