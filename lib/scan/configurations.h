// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The configurations of a build: what of a command line can change which code a file shows (macros, language
// standard, target), and how to name them for a reader. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scan/compilation_database.h"

namespace assay::scan {

/// More configurations of one file than this are not looked at.
inline constexpr std::size_t kMostConfigurations = 8;

/// The flags of a command that make its configuration, in order: NoticedFlags::switches.
std::vector<std::string> configurationOf(const CompileCommand& command);

/// One name per configuration: the flags that not all of them have; "without X" for one that has none of its
/// own. Macros, standard and target alone where they tell all configurations apart.
std::vector<std::string> configurationNames(const std::vector<std::vector<std::string>>& configurations);

/// Whether a text asks for something that the two configurations answer differently: it mentions a macro that
/// one of them sets, or that a flag is known to set (_OPENMP), or the language standard. What other files
/// make of these macros does not count.
bool mayTellApart(std::string_view text, const std::vector<std::string>& one,
                  const std::vector<std::string>& other);

/// The names that the #if, #ifdef and #elif lines of a text ask for; sorted, each once.
std::vector<std::string> namesInConditions(std::string_view text);

/// Whether a text has conditional directives besides an include guard, so that it may look different under
/// other macros.
bool hasBranches(std::string_view text);

}  // namespace assay::scan
