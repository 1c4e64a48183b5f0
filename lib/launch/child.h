// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Running the compiler as if this process were not there: what it prints, its exit code and the signal that
// ended it are the caller's to see.
#pragma once

#include <sys/types.h>

#include <map>
#include <string>
#include <vector>

#include "support/expected.h"

namespace assay::launch {

/// Becomes the program. Returns only when it cannot be started, with the reason (Usage).
Error become(const std::vector<std::string>& words);

/// A running program.
class Child {
 public:
  /// Starts it with `variables` added to this process's; `errors`, unless it is -1, becomes its error output.
  /// From now on SIGINT and its like, which a terminal sends to both, wait for the child's end; SIGTERM is
  /// passed on. Fails (Usage) when there is no such program.
  static Expected<Child> start(const std::vector<std::string>& words,
                               const std::map<std::string, std::string>& variables, int errors = -1);
  /// Waits for the end; the status as waitpid() has it.
  int wait();

 private:
  explicit Child(pid_t pid) : pid_(pid) {}
  pid_t pid_;
};

/// The exit code of a status. When a signal was the end, this process ends by it, too.
int passOn(int status);

}  // namespace assay::launch
