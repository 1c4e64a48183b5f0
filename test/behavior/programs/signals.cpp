// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A signal handler that hits the sites of the code it interrupts; jumps over guards; cancelled threads.
#include <assay/inserted.h>
#include <pthread.h>
#include <sys/time.h>

#include <unistd.h>
#include <csetjmp>
#include <csignal>
#include <cstdio>
#include <cstring>

#include "interrupts.h"

static void shared() {
  ASSAY_INSERTED_GUARD(0x00000000000000d1, "shared");
}

static volatile std::sig_atomic_t handled = 0;
static void handler(int) {
  shared();
  handled = handled + 1;
}

static int interrupted() {
  long calls = 0;
  {
    const Interrupts interrupts(handler);
    while (handled < 2000) {
      shared();
      ++calls;
    }
  }
  std::printf("%ld\n", calls + handled);
  return 0;
}

// First calls of many threads, each of which takes all the signals: the slow path is interrupted all the
// time.
static void setMask(int how) {
  sigset_t alarm;
  sigemptyset(&alarm);
  sigaddset(&alarm, SIGALRM);
  pthread_sigmask(how, &alarm, nullptr);
}
static void* oneCall(void*) {
  setMask(SIG_UNBLOCK);
  shared();
  return nullptr;
}
static int interruptedFirstCalls() {
  struct sigaction action;
  std::memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigaction(SIGALRM, &action, nullptr);
  setMask(SIG_BLOCK);
  const itimerval every = {{0, 20}, {0, 20}};
  setitimer(ITIMER_REAL, &every, nullptr);
  int started = 0;
  for (int i = 0; i < 5000; ++i) {
    pthread_t thread;
    if (pthread_create(&thread, nullptr, oneCall, nullptr) != 0) continue;
    ++started;
    pthread_join(thread, nullptr);
  }
  const itimerval never = {{0, 0}, {0, 0}};
  setitimer(ITIMER_REAL, &never, nullptr);
  std::printf("%d\n", started + static_cast<int>(handled));
  return 0;
}

static std::jmp_buf back;
static void jumps() {
  ASSAY_INSERTED_GUARD(0x00000000000000d2, "jumps");
  std::longjmp(back, 1);
}
static int jumped() {
  for (volatile int i = 0; i < 100; i = i + 1) {
    if (setjmp(back) == 0) jumps();
    shared();
  }
  return 0;
}

static int depth(int left) {
  ASSAY_INSERTED_GUARD(0x00000000000000d3, "depth");
  return left == 0 ? 0 : 1 + depth(left - 1);
}

static void* untilCancelled(void*) {
  ASSAY_INSERTED_GUARD(0x00000000000000d4, "untilCancelled");
  for (;;) {
    shared();
    pthread_testcancel();
  }
}
static int cancelled() {
  for (int i = 0; i < 50; ++i) {
    pthread_t thread;
    if (pthread_create(&thread, nullptr, untilCancelled, nullptr) != 0) return 9;
    pthread_cancel(thread);
    pthread_join(thread, nullptr);
  }
  return 0;
}

int main(int, char** arguments) {
  if (std::strcmp(arguments[1], "interrupted") == 0) return interrupted();
  if (std::strcmp(arguments[1], "first-calls") == 0) return interruptedFirstCalls();
  if (std::strcmp(arguments[1], "longjmp") == 0) return jumped();
  if (std::strcmp(arguments[1], "recursion") == 0) return depth(8190) == 8190 ? 0 : 9;
  if (std::strcmp(arguments[1], "cancel") == 0) return cancelled();
}
