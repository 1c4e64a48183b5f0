// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a program says on its error output, kept until it is known whether anybody is to read it. In memory,
// and not in a pipe: whatever the program leaves running must not be waited for.
#pragma once

#include <string>

namespace assay::launch {

class KeptOutput {
 public:
  /// Keeps nothing when the system has no memory to spare: then fd() is -1.
  KeptOutput();
  KeptOutput(const KeptOutput&) = delete;
  KeptOutput& operator=(const KeptOutput&) = delete;
  ~KeptOutput();

  /// For the program to write to; closed on exec.
  [[nodiscard]] int fd() const { return fd_; }
  /// All that was written so far.
  [[nodiscard]] std::string text() const;
  /// Writes it to this process's error output.
  void pass() const;

 private:
  int fd_;
};

}  // namespace assay::launch
