// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Calls that are counted in line: sampled ones that are not timed, and entries.
#include <assay/guard.h>
#include <assay/inserted.h>
#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csetjmp>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <thread>
#include <vector>

#include "interrupts.h"

static thread_local volatile unsigned sink = 0;

__attribute__((noinline)) static void quick() { ASSAY_INSERTED_SAMPLED_GUARD(0x00000000000001b1, "quick", 1024);
  sink = sink + 1;
}

__attribute__((noinline)) static void entered() { ASSAY_INSERTED_COUNT(0x00000000000001b2, "entered");
  sink = sink + 1;
}

// Every tenth fails, every thousandth throws.
__attribute__((noinline)) static int fails(unsigned i) { ASSAY_INSERTED_SAMPLED_GUARD(0x00000000000001b3, "fails", 100);
  if (i % 1000 == 0) throw std::runtime_error("on purpose");
  if (i % 10 == 0) { ASSAY_INSERTED_FAILS(0x00000000000001b3); return -1; ASSAY_INSERTED_END }
  return 0;
}

// Called while an exception is on its way: it returns, and has not failed.
__attribute__((noinline)) static void cleansUp() { ASSAY_INSERTED_SAMPLED_GUARD(0x00000000000001b4, "cleansUp", 100);
  sink = sink + 1;
}
struct Cleaner {
  ~Cleaner() { cleansUp(); }
};

static int errors() {
  for (unsigned i = 0; i < 100000; ++i) {
    try {
      const Cleaner cleaner;
      fails(i);
    } catch (const std::runtime_error&) {
    }
  }
  return 0;
}

static void loop(unsigned calls) {
  for (unsigned i = 0; i < calls; ++i) {
    quick();
    entered();
  }
}

static int onThreads() {
  for (int round = 0; round < 20; ++round) {
    std::vector<std::thread> all;
    for (int i = 0; i < 4; ++i) all.emplace_back(loop, 5000u);
    for (std::thread& thread : all) thread.join();
  }
  return 0;
}

static volatile std::sig_atomic_t handled = 0;
static void handler(int) {
  quick();
  entered();
  handled = handled + 1;
}

static int interrupted() {
  long calls = 0;
  {
    const Interrupts interrupts(handler);
    for (; handled < 2000; ++calls) {
      quick();
      entered();
    }
  }
  std::printf("%ld\n", calls + handled);
  return 0;
}

// A call that is not timed is under way when the process forks, and ends in both.
__attribute__((noinline)) static pid_t forks() { ASSAY_INSERTED_SAMPLED_GUARD(0x00000000000001b5, "forks", 1024);
  return fork();
}
static int inAChild() {
  for (int i = 0; i < 20; ++i) {
    const pid_t child = forks();
    if (child == 0) {
      loop(7);
      return 0;
    }
    waitpid(child, nullptr, 0);
  }
  return 0;
}

// A signal's handler forks, and what it interrupted ends in the child, too. Nothing is called in between, so
// that a compiler may keep what it knew at the beginning.
static volatile std::sig_atomic_t hasForked = 0;
static void forkInHandler(int) {
  if (hasForked != 0) return;
  hasForked = 1;
  if (fork() == 0) quick();
}
__attribute__((noinline)) static unsigned untilForked() { ASSAY_INSERTED_SAMPLED_GUARD(0x00000000000001b9, "untilForked", 64);
  unsigned turns = 0;
  while (hasForked == 0) ++turns;
  return turns;
}
static int inAChildOfAHandler() {
  const pid_t parent = getpid();
  quick();
  hasForked = 1;
  for (int i = 0; i < 5; ++i) sink = sink + untilForked();
  hasForked = 0;
  {
    const Interrupts interrupts(forkInHandler);
    sink = sink + untilForked();
  }
  if (getpid() != parent) return 0;
  int status = 1;
  wait(&status);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0 : 1;
}

// The guards of some calls end on threads that have not met the site, and on one that no guard has met.
namespace {
struct Moving {
  ::assay_v1_running rarely;
  ::assay::v1::SampledGuard<0x00000000000001b6, ASSAY_DETAIL_SAMPLED(1024)> guard;
  explicit Moving(const char* name) : guard(name, &rarely) {}
};
}  // namespace
static int elsewhere() {
  for (int i = 0; i < 50; ++i) {
    Moving* first = new Moving("moves");
    Moving* second = new Moving("moves");
    std::thread([first] { delete first; }).join();
    std::thread([second] {
      quick();
      delete second;
    }).join();
  }
  return 0;
}

// The same while the thread on which they began goes on calling: each counts in cells of its own.
static int elsewhereAtOnce() {
  std::vector<Moving*> begun;
  for (int i = 0; i < 100000; ++i) begun.push_back(new Moving("moves"));
  std::thread ends([&begun] {
    for (Moving* call : begun) delete call;
  });
  for (int i = 0; i < 400000; ++i) const Moving call("moves");
  ends.join();
  return 0;
}

static std::jmp_buf target;
__attribute__((noinline)) static void leaps(bool away) { ASSAY_INSERTED_SAMPLED_GUARD(0x00000000000001b7, "leaps", 64);
  if (away) std::longjmp(target, 1);
}
static int jumps() {
  for (volatile unsigned i = 0; i < 10000; i = i + 1)
    if (setjmp(target) == 0) leaps(i % 2 == 0);
  return 0;
}

__attribute__((noinline)) static void switchesOff() { ASSAY_INSERTED_SAMPLED_GUARD(0x00000000000001b8, "switchesOff", 64);
  assay_set_guards(0);
}
static int switched() {
  for (int i = 0; i < 1000; ++i) {
    loop(1);
    switchesOff();
    loop(1);
    assay_set_guards(1);
  }
  return 0;
}

// Calls behind the thread's last one: the library has let go of the thread then.
static pthread_key_t key;
static void atTheEnd(void*) { loop(10); }
static void* callsAndEnds(void*) {
  pthread_setspecific(key, &key);
  loop(10);
  return nullptr;
}
static int atEnds() {
  for (int i = 0; i < 50; ++i) {
    pthread_t thread;
    if (i == 0) pthread_key_create(&key, atTheEnd);  // before the library's own key
    if (i == 25) pthread_key_create(&key, atTheEnd);  // and behind it
    pthread_create(&thread, nullptr, callsAndEnds, nullptr);
    pthread_join(thread, nullptr);
  }
  return 0;
}

int main(int argc, char** argv) {
  const struct {
    const char* name;
    int (*run)();
  } programs[] = {{"errors", errors}, {"threads", onThreads}, {"interrupted", interrupted}, {"child", inAChild}, {"child-of-a-handler", inAChildOfAHandler},
                  {"elsewhere", elsewhere}, {"elsewhere-at-once", elsewhereAtOnce}, {"jumps", jumps}, {"switched", switched}, {"ends", atEnds}};
  for (const auto& program : programs)
    if (argc > 1 && std::strcmp(argv[1], program.name) == 0) return program.run();
  return 1;
}
