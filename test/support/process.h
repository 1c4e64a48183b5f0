// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Runs a program and collects what it printed. For tests only.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace assay::test {

struct Run {
  int exitCode = -1;  ///< 128 + signal when it was killed
  std::string out;
  std::string err;
};

struct Command {
  std::vector<std::string> arguments;                   ///< the program first; looked up in PATH
  std::filesystem::path folder = {};                    ///< working folder; empty = this process's
  std::map<std::string, std::string> environment = {};  ///< added to this process's
  std::string input = {};
};

/// Waits for the end. A program that cannot be started has exitCode 127 and the reason in `err`.
Run run(const Command& command);

}  // namespace assay::test
