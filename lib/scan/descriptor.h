// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An open file or folder, closed at the end of its scope.
#pragma once

#include <fcntl.h>
#include <unistd.h>

namespace assay::scan {

class Descriptor {
 public:
  /// Opens `path` below the open folder `folder`; never inherited by other programs.
  Descriptor(int folder, const char* path, int flags) : fd_(::openat(folder, path, flags | O_CLOEXEC)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  /// Negative when it could not be opened; errno said why.
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

}  // namespace assay::scan
