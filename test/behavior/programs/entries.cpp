// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Functions that are counted where they begin: tail calls deeper than any stack, jumps, no return at all.
#include <assay/inserted.h>
#include <assay/guard.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csetjmp>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <thread>

// Sanitizers take the tail calls away.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
static const long kDeep = 1000;
#else
static const long kDeep = 5000000;
#endif

__attribute__((noinline)) static long countsDown(long left, long sum) { ASSAY_INSERTED_COUNT(0x0000000000000121, "countsDown");
  if (left == 0) return sum;
  return countsDown(left - 1, sum + left % 2);
}

#if defined(__has_cpp_attribute)
#if __has_cpp_attribute(clang::musttail)
#define TAIL [[clang::musttail]]
#endif
#endif
#if !defined(TAIL)
#define TAIL
#endif
static long odd(long left);
__attribute__((noinline)) static long even(long left) { ASSAY_INSERTED_COUNT(0x0000000000000122, "even");
  if (left == 0) return 1;
  TAIL return odd(left - 1);
}
__attribute__((noinline)) static long odd(long left) { ASSAY_INSERTED_COUNT(0x0000000000000123, "odd");
  if (left == 0) return 0;
  TAIL return even(left - 1);
}

static std::jmp_buf back;
[[noreturn]] static void jumps() { ASSAY_INSERTED_COUNT(0x0000000000000124, "jumps"); std::longjmp(back, 1); }
static int comesBack() { ASSAY_INSERTED_COUNT(0x0000000000000125, "comesBack");
  if (setjmp(back) == 0) jumps();
  return 1;
}

[[noreturn]] static void throws() { ASSAY_INSERTED_COUNT(0x0000000000000126, "throws"); throw std::runtime_error("on purpose"); }

static void work() { ASSAY_INSERTED_COUNT(0x0000000000000127, "work"); }

static void forked() {
  for (int i = 0; i < 5; ++i) work();
  const pid_t child = fork();
  for (int i = 0; i < 7; ++i) work();
  if (child == 0) _exit(0);
  int status = 0;
  if (waitpid(child, &status, 0) != child || status != 0) _exit(9);
}

// One function that some object files guard in full and others only count.
static void counted() { ASSAY_INSERTED_COUNT(0x0000000000000128, "both"); }
static void guarded() { ASSAY_INSERTED_GUARD(0x0000000000000128, "both"); }

int main(int, char** arguments) {
  const char* scenario = arguments[1];
  if (std::strcmp(scenario, "tail") == 0) {
    std::printf("%ld\n", kDeep);
    return countsDown(kDeep, 0) == kDeep / 2 && even(kDeep) == 1 ? 0 : 9;
  }
  if (std::strcmp(scenario, "ends") == 0) {
    for (int i = 0; i < 100; ++i) {
      comesBack();
      try {
        throws();
      } catch (const std::exception&) {
      }
    }
  }
  if (std::strcmp(scenario, "threads") == 0) {
    const auto calls = [] {
      for (int i = 0; i < 100000; ++i) work();
    };
    std::thread first(calls), second(calls);
    first.join();
    second.join();
  }
  if (std::strcmp(scenario, "switch") == 0) {
    work();
    assay_set_guards(0);
    for (int i = 0; i < 50; ++i) work();
    std::thread(work).join();
    assay_set_guards(1);
    work();
  }
  if (std::strcmp(scenario, "fork") == 0) forked();
  if (std::strcmp(scenario, "both") == 0) {
    for (int i = 0; i < 10; ++i) counted();
    for (int i = 0; i < 3; ++i) guarded();
  }
}
