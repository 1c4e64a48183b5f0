// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How an option is written on a command line.
#pragma once

#include <string>
#include <vector>

#include "emit/cli/command_line.h"

namespace assay::emit::cli {

/// "-p" and "--build-folder", those that there are.
inline std::vector<std::string> namesOf(const Option& option) {
  std::vector<std::string> names;
  if (option.shortName != 0) names.push_back(std::string("-") + option.shortName);
  names.push_back("--" + option.longName);
  return names;
}

/// What every verb takes besides its own options.
inline Option helpOption() {
  Option option;
  option.shortName = 'h';
  option.longName = "help";
  option.help = "show what there is, and leave";
  return option;
}

}  // namespace assay::emit::cli
