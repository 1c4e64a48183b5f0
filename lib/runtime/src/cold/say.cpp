// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "runtime/src/cold/say.h"

#include <poll.h>
#include <unistd.h>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>

namespace assay::runtime {
namespace {

bool isPending(int signal) noexcept {
  sigset_t pending;
  return sigpending(&pending) == 0 && sigismember(&pending, signal) == 1;
}

/// Takes back the signal that a write to a pipe without a reader has raised.
void dropBrokenPipe() noexcept {
  sigset_t brokenPipe;
  sigemptyset(&brokenPipe);
  sigaddset(&brokenPipe, SIGPIPE);
  const struct timespec atOnce = {0, 0};
  sigtimedwait(&brokenPipe, nullptr, &atOnce);
}

}  // namespace

void say(const char* line) noexcept {
  struct pollfd errors = {STDERR_FILENO, POLLOUT, 0};
  if (poll(&errors, 1, 0) != 1 || (errors.revents & POLLOUT) == 0) return;
  const bool before = isPending(SIGPIPE);
  const ssize_t written = write(STDERR_FILENO, line, std::strlen(line));
  if (written < 0 && errno == EPIPE && !before) dropBrokenPipe();
}

}  // namespace assay::runtime
