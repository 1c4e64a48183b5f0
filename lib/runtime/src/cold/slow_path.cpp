// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One mutex for the process. That is safe in signal handlers, because none runs on a thread that holds it.
#include "runtime/src/cold/slow_path.h"

#include <pthread.h>
#include <cerrno>

namespace assay::runtime {
namespace {

pthread_mutex_t theLock = PTHREAD_MUTEX_INITIALIZER;
__thread volatile bool inside __attribute__((tls_model("initial-exec"))) = false;

// Of the forking thread; guarded by the lock, which it holds meanwhile.
bool forkEntered = false;
sigset_t forkSignals;

/// All but those that a fault of this very thread raises: blocking these would turn a handled fault into a
/// kill.
void blockSignals(sigset_t& before) noexcept {
  sigset_t all;
  sigfillset(&all);
  constexpr int kFaults[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGSYS, SIGABRT};
  for (const int fault : kFaults) sigdelset(&all, fault);
  pthread_sigmask(SIG_BLOCK, &all, &before);
}

}  // namespace

SlowPath::SlowPath() noexcept : entered_(!inside), errno_(errno) {
  if (!entered_) return;
  blockSignals(signals_);
  inside = true;
  pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &cancelState_);
  pthread_mutex_lock(&theLock);
}

SlowPath::~SlowPath() {
  if (entered_) {
    pthread_mutex_unlock(&theLock);
    int ignored;
    pthread_setcancelstate(cancelState_, &ignored);
    inside = false;
    pthread_sigmask(SIG_SETMASK, &signals_, nullptr);
  }
  errno = errno_;
}

void SlowPathAcrossFork::open() noexcept {
  if (inside) return;  // fork() from a handler of a fault of ours: the child starts anew all the same
  sigset_t before;
  blockSignals(before);
  inside = true;
  pthread_mutex_lock(&theLock);
  forkEntered = true;
  forkSignals = before;
}

void SlowPathAcrossFork::closeInParent() noexcept {
  if (!forkEntered || !inside) return;
  const sigset_t before = forkSignals;
  forkEntered = false;
  pthread_mutex_unlock(&theLock);
  inside = false;
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

void SlowPathAcrossFork::closeInChild() noexcept {
  const sigset_t before = forkSignals;
  const bool restore = forkEntered;
  forkEntered = false;
  const pthread_mutex_t unlocked = PTHREAD_MUTEX_INITIALIZER;
  theLock = unlocked;  // whoever held it does not exist here
  inside = false;
  if (restore) pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

}  // namespace assay::runtime
