// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// fork, exec and every way to end that runs no destructor.
#include <assay/inserted.h>
#include <pthread.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>
#include <thread>

static void work() {
  ASSAY_INSERTED_GUARD(0x00000000000000c1, "work");
}
static void repeat(int times) {
  for (int i = 0; i < times; ++i) work();
}

static void waitFor(pid_t child) {
  int status = 0;
  if (waitpid(child, &status, 0) != child || status != 0) _exit(9);
}

// The first fork waits until the thread runs: while one starts, AddressSanitizer takes its allocator's lock, and a
// child forked meanwhile would wait for that for ever.
static void forkBusy() {
  std::atomic<bool> started{false}, stop{false};
  std::thread busy([&started, &stop] {
    while (!stop) {
      ASSAY_INSERTED_GUARD(0x00000000000000c2, "busy");
      started = true;
    }
  });
  while (!started) std::this_thread::yield();
  repeat(100);
  for (int i = 0; i < 50; ++i) {
    const pid_t child = fork();
    if (child == 0) {
      repeat(10);
      std::thread([] { repeat(10); }).join();
      _exit(0);
    }
    waitFor(child);
  }
  repeat(200);
  stop = true;
  busy.join();
}

static void forkInside() {
  ASSAY_INSERTED_GUARD(0x00000000000000c3, "forkInside");
  const pid_t child = fork();
  if (child != 0) waitFor(child);
}

static void forkInRecursion(int left) {
  ASSAY_INSERTED_GUARD(0x00000000000000c5, "forkInRecursion");
  if (left == 0) return;
  const pid_t child = fork();
  forkInRecursion(left - 1);
  if (child != 0) waitFor(child);
}

// Hooks of the program's own, made by a constructor.
static bool countInHooks = false;
static void hook() {
  if (countInHooks) work();
}
static const int hooksMade = pthread_atfork(nullptr, nullptr, hook);
static void forkWithHooks() {
  countInHooks = hooksMade == 0;
  repeat(10);
  for (int i = 0; i < 5; ++i) {
    const pid_t child = fork();
    if (child == 0) _exit(0);
    waitFor(child);
  }
}

static void storm(int depth) {
  work();
  if (depth == 0) return;
  for (int i = 0; i < 3; ++i) {
    const pid_t child = fork();
    if (child == 0) {
      storm(depth - 1);
      _exit(0);
    }
    waitFor(child);
  }
}

static void execAgain(char** arguments) {
  repeat(7);
  char scenario[] = "seven";
  char* again[] = {arguments[0], scenario, nullptr};
  execv(arguments[0], again);
  _exit(9);
}

// Reports each finished call through a pipe, so that whoever reads it knows what must be in the segment.
static void runUntilKilled() {
  for (;;) {
    work();
    if (write(1, "x", 1) != 1) _exit(9);
  }
}

static void hangs() {
  ASSAY_INSERTED_GUARD(0x00000000000000c4, "hangs");
  repeat(5);
  raise(SIGKILL);
}

static void newcomer() {
  ASSAY_INSERTED_GUARD(0x00000000000000c7, "newcomer");
}
static void* allocates() {
  ASSAY_INSERTED_GUARD(0x00000000000000c8, "allocates");
  return ::operator new(std::size_t{1} << 30);
}

// Takes all the memory that a limit leaves, and is killed there, as by a kernel that has none left: to have the
// kernel do it takes a control group, and those are root's.
static void* volatile taken;
static void takesAll() {
  ASSAY_INSERTED_GUARD(0x00000000000000c6, "takesAll");
  repeat(5);
  const rlimit limit = {std::size_t{512} << 20, std::size_t{512} << 20};
  if (setrlimit(RLIMIT_AS, &limit) != 0) _exit(9);
  for (std::size_t bytes = std::size_t{64} << 20; bytes >= 16; bytes /= 2)
    while ((taken = std::malloc(bytes)) != nullptr) continue;
  repeat(7);
  newcomer();
  try {
    allocates();
  } catch (const std::bad_alloc&) {
    work();
  }
  raise(SIGKILL);
}

int main(int, char** arguments) {
  const char* scenario = arguments[1];
  if (std::strcmp(scenario, "fork") == 0) forkBusy();
  if (std::strcmp(scenario, "fork-inside") == 0) {
    forkInside();
    work();
  }
  if (std::strcmp(scenario, "fork-in-recursion") == 0) forkInRecursion(1);
  if (std::strcmp(scenario, "fork-hooks") == 0) forkWithHooks();
  if (std::strcmp(scenario, "storm") == 0) storm(3);
  if (std::strcmp(scenario, "exec") == 0) execAgain(arguments);
  if (std::strcmp(scenario, "seven") == 0) repeat(7);
  if (std::strcmp(scenario, "kill") == 0) runUntilKilled();
  if (std::strcmp(scenario, "hang") == 0) hangs();
  if (std::strcmp(scenario, "no memory") == 0) takesAll();
  if (std::strcmp(scenario, "_exit") == 0) {
    repeat(11);
    _exit(0);
  }
  if (std::strcmp(scenario, "abort") == 0) {
    repeat(12);
    std::abort();
  }
  if (std::strcmp(scenario, "daemon") == 0) {
    repeat(3);
    for (int descriptor = 3; descriptor < 1024; ++descriptor) close(descriptor);
    if (chdir("/") != 0) return 9;
    // More sites and threads than were reserved at first: the file grows without a descriptor having been
    // kept.
    for (int i = 0; i < 200; ++i) std::thread([] { repeat(1); }).join();
    std::thread* threads[200];
    for (auto& thread : threads)
      thread = new std::thread([] {
        repeat(1);
        usleep(20000);
      });
    for (auto* thread : threads) {
      thread->join();
      delete thread;
    }
  }
}
