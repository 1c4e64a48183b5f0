// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Functions that call themselves: levels that return, throw, share a frame, are jumped over, fork.
#include <assay/inserted.h>
#include <assay/guard.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csetjmp>
#include <csignal>
#include <cstdio>
#include <stdexcept>
#include <thread>

#include "interrupts.h"
#include <vector>

static int depth(int left) { ASSAY_INSERTED_RECURSIVE_GUARD(0x0000000000000131, "depth");
  return left == 0 ? 0 : 1 + depth(left - 1);
}

static int fibonacci(int n) { ASSAY_INSERTED_RECURSIVE_GUARD(0x0000000000000132, "fibonacci");
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

static bool odd(int left);
static bool even(int left) { ASSAY_INSERTED_RECURSIVE_GUARD(0x0000000000000133, "even"); return left == 0 ? true : odd(left - 1); }
static bool odd(int left) { ASSAY_INSERTED_RECURSIVE_GUARD(0x0000000000000134, "odd"); return left == 0 ? false : even(left - 1); }

static int throws(int left) { ASSAY_INSERTED_RECURSIVE_GUARD(0x0000000000000135, "throws");
  if (left == 0) throw std::runtime_error("on purpose");
  if (left < 10) return 1 + throws(left - 1);
  try {
    return throws(left - 1);
  } catch (const std::exception&) {
    return 0;
  }
}

static int fails(int left) { ASSAY_INSERTED_RECURSIVE_GUARD(0x0000000000000136, "fails");
  if (left == 0) return 0;
  const int below = fails(left - 1);
  if (left % 2 == 0) { ASSAY_INSERTED_FAILS(0x0000000000000136); return -1; ASSAY_INSERTED_END }
  return below + 1;
}

// What an optimiser makes of a short recursion: several levels in one frame, their guards in any order.
__attribute__((noinline)) static void inlined() {
  for (int i = 0; i < 100; ++i) {
    const assay::v1::RecursiveGuard<0x0000000000000137> first("inlined"), second("inlined"), third("inlined"), fourth("inlined");
  }
}

static std::jmp_buf back;
__attribute__((noinline)) static int jumps(int left, bool out) { ASSAY_INSERTED_RECURSIVE_GUARD(0x0000000000000138, "jumps");
  if (left == 0 && out) std::longjmp(back, 1);
  return left == 0 ? 0 : 1 + jumps(left - 1, out);
}
static int jumpOut() {
  for (volatile int i = 0; i < 100; i = i + 1) {
    if (setjmp(back) == 0) jumps(5, true);
    jumps(3, false);
  }
  return 0;
}

// An interpreter: one level at the top for as long as it runs, errors that jump to what protects the others.
static void evaluates(int left, bool top);
__attribute__((noinline)) static void protects() {
  if (setjmp(back) == 0) evaluates(20, false);
}
__attribute__((noinline)) static void evaluates(int left, bool top) { ASSAY_INSERTED_RECURSIVE_GUARD(0x0000000000000139, "evaluates");
  if (top) {
    for (int i = 0; i < 1000; ++i) protects();
    return;
  }
  if (left == 1) std::longjmp(back, 1);
  evaluates(left - 1, false);
  asm volatile("");
}

static int forks(int left) { ASSAY_INSERTED_RECURSIVE_GUARD(0x000000000000013a, "forks");
  if (left == 0) return 0;
  pid_t child = -1;
  if (left == 3) child = fork();
  const int result = forks(left - 1);
  if (child > 0) {
    int status = 0;
    if (waitpid(child, &status, 0) != child || status != 0) _exit(9);
  }
  return result;
}

static void switches(int left) { ASSAY_INSERTED_RECURSIVE_GUARD(0x000000000000013b, "switches");
  if (left == 2) assay_set_guards(0);
  if (left > 0) switches(left - 1);
}

static volatile std::sig_atomic_t handled = 0;
static void handler(int) {
  depth(3);
  handled = handled + 1;
}
static int interrupted() {
  long outermost = 0;
  {
    const Interrupts interrupts(handler);
    while (handled < 2000) {
      depth(20);
      ++outermost;
    }
  }
  std::printf("%ld %d\n", outermost, static_cast<int>(handled));
  return 0;
}

static int errors() {
  for (int i = 0; i < 100; ++i) {
    throws(10);
    fails(10);
  }
  return 0;
}

static int threads() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([] {
      for (int call = 0; call < 1000; ++call) depth(50);
    });
  }
  for (std::thread& thread : threads) thread.join();
  return 0;
}

int main(int, char** arguments) {
  const char* scenario = arguments[1];
  if (std::strcmp(scenario, "levels") == 0) {
    for (int i = 0; i < 100; ++i) fibonacci(10);
    return depth(8190) == 8190 && even(100) ? 0 : 9;
  }
  if (std::strcmp(scenario, "errors") == 0) return errors();
  if (std::strcmp(scenario, "inlined") == 0) inlined();
  if (std::strcmp(scenario, "jump-out") == 0) return jumpOut();
  if (std::strcmp(scenario, "jump-inside") == 0) evaluates(0, true);
  if (std::strcmp(scenario, "threads") == 0) return threads();
  if (std::strcmp(scenario, "fork") == 0) return forks(6);
  if (std::strcmp(scenario, "switch") == 0) {
    switches(4);
    assay_set_guards(1);
    depth(0);
  }
  if (std::strcmp(scenario, "interrupted") == 0) return interrupted();
}
