// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A signal handler that runs ten thousand times a second while the object lives, in the middle of whatever runs.
#pragma once

#include <sys/time.h>

#include <csignal>
#include <cstring>

class Interrupts {
 public:
  explicit Interrupts(void (*handler)(int)) {
    struct sigaction action;
    std::memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    sigaction(SIGALRM, &action, nullptr);
    every(100);
  }
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;
  ~Interrupts() { every(0); }

 private:
  static void every(int microseconds) {
    const itimerval time = {{0, microseconds}, {0, microseconds}};
    setitimer(ITIMER_REAL, &time, nullptr);
  }
};
