// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/kept_output.h"

#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace assay::launch {

KeptOutput::KeptOutput() : fd_(::memfd_create("assay-kept-output", MFD_CLOEXEC)) {}

KeptOutput::~KeptOutput() {
  if (fd_ >= 0) ::close(fd_);
}

// By place: the program shares the descriptor's offset.
std::string KeptOutput::text() const {
  std::string text;
  std::array<char, 4096> block;
  for (ssize_t got = 0; fd_ >= 0; text.append(block.data(), static_cast<std::size_t>(got))) {
    got = ::pread(fd_, block.data(), block.size(), static_cast<off_t>(text.size()));
    if (got <= 0) break;
  }
  return text;
}

void KeptOutput::pass() const {
  const std::string whole = text();
  for (std::size_t done = 0; done < whole.size();) {
    const ssize_t written = ::write(STDERR_FILENO, whole.data() + done, whole.size() - done);
    if (written < 0 && errno != EINTR) return;
    done += written > 0 ? static_cast<std::size_t>(written) : 0;
  }
}

}  // namespace assay::launch
