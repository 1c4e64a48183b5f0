// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Runs another program to its end and takes what it prints: no shell, bounded in time and in bytes. Knows
// nothing of what the program is.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "support/expected.h"

namespace assay::provenance {

struct Limits {
  std::chrono::milliseconds time{std::chrono::minutes(5)};
  std::size_t bytes = std::size_t{1} << 30;  ///< of standard output
};

struct ProgramCall {
  std::vector<std::string> words;        ///< the program first, found by PATH when it has no slash
  std::vector<std::string> environment;  ///< "NAME=value", all of it
  std::filesystem::path folder;          ///< where it runs
  std::string_view input = {};           ///< its standard input
  Limits limits = {};
};

struct ProgramEnd {
  int code =
      -1;  ///< -1: a signal ended it, or this process ignores SIGCHLD and so does not learn how it ended
  std::string output;
  std::string complaints;  ///< the first 64 KB of standard error
};

/// What it printed and how it ended. Fails (Input) when it cannot be started, prints more than it may or has
/// not ended in time; then it is killed, and all that it left in its process group. Threads: any.
Expected<ProgramEnd> runProgram(const ProgramCall& call);

/// The variables of this process, "NAME=value".
std::vector<std::string> ownEnvironment();

}  // namespace assay::provenance
