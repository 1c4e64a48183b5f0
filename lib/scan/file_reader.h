// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Reading thousands of files of which few are kept: one buffer, as few system calls as can be.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "support/expected.h"

namespace assay::scan {

/// Reads files one after another into a buffer of its own. Threads: one reader each.
class FileReader {
 public:
  /// The bytes of the regular file `path` below the open folder `folder`; they stay until the next read().
  /// `expected` is the size it probably has: when it is right, one system call does. Fails (Input) with the
  /// system's reason.
  Expected<std::string_view> read(int folder, const char* path, std::size_t expected);

 private:
  struct Free {
    void operator()(char* block) const { std::free(block); }
  };

  void reserve(std::size_t size, std::size_t kept);

  std::unique_ptr<char, Free> buffer_;
  std::size_t capacity_ = 0;
};

}  // namespace assay::scan
