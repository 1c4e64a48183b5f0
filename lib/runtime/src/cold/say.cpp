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

/// Takes back the signal that a write has raised.
void drop(int signal) noexcept {
  sigset_t one;
  sigemptyset(&one);
  sigaddset(&one, signal);
  const struct timespec atOnce = {0, 0};
  sigtimedwait(&one, nullptr, &atOnce);
}

/// What a write that failed raises: for a pipe without a reader, or a file that has reached its limit. 0:
/// nothing.
int signalOf(int error) noexcept {
  if (error == EPIPE) return SIGPIPE;
  return error == EFBIG ? SIGXFSZ : 0;
}

}  // namespace

void say(const char* line) noexcept {
  struct pollfd errors = {STDERR_FILENO, POLLOUT, 0};
  if (poll(&errors, 1, 0) != 1 || (errors.revents & POLLOUT) == 0) return;
  const bool pipe = isPending(SIGPIPE);
  const bool limit = isPending(SIGXFSZ);
  if (write(STDERR_FILENO, line, std::strlen(line)) >= 0) return;
  const int raised = signalOf(errno);
  if (raised != 0 && !(raised == SIGPIPE ? pipe : limit)) drop(raised);
}

}  // namespace assay::runtime
