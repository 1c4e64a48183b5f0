// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Calls that are too many to be timed each: in a tight loop, on threads, under signals, across a fork; and calls that
// are not.
#include <assay/inserted.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csetjmp>
#include <cstdio>
#include <cstring>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

#include "interrupts.h"

static thread_local volatile unsigned sink = 0;

__attribute__((noinline)) static void tiny() { ASSAY_INSERTED_GUARD(0x0000000000000171, "tiny");
  sink = sink + 1;
}

// Of four sizes that come in turns.
__attribute__((noinline)) static void sized(unsigned i) { ASSAY_INSERTED_GUARD(0x0000000000000172, "sized"); ASSAY_INSERTED_SIZE(0x0000000000000172, 1u << (i & 3u));
  sink = sink + i;
}

// Every tenth fails, every thousandth throws.
__attribute__((noinline)) static int fails(unsigned i) { ASSAY_INSERTED_GUARD(0x0000000000000173, "fails");
  if (i % 1000 == 0) throw std::runtime_error("on purpose");
  if (i % 10 == 0) { ASSAY_INSERTED_FAILS(0x0000000000000173); return -1; ASSAY_INSERTED_END }
  return 0;
}

static void spin(std::chrono::microseconds time) {
  const auto end = std::chrono::steady_clock::now() + time;
  while (std::chrono::steady_clock::now() < end) {
  }
}

__attribute__((noinline)) static void slow() { ASSAY_INSERTED_GUARD(0x0000000000000174, "slow");
  spin(std::chrono::microseconds(30));
}

__attribute__((noinline)) static void seldom() { ASSAY_INSERTED_GUARD(0x0000000000000175, "seldom");
  sink = sink + 1;
}

// Calls itself through somebody else, so that its guard is the ordinary one.
static void again(unsigned left);
__attribute__((noinline)) static void nests(unsigned left) { ASSAY_INSERTED_GUARD(0x0000000000000176, "nests");
  if (left != 0) again(left - 1);
}
static void again(unsigned left) { nests(left); }

// Many quick calls, then some slow ones, again and again; the size says which.
__attribute__((noinline)) static void changes(unsigned size) { ASSAY_INSERTED_GUARD(0x0000000000000178, "changes"); ASSAY_INSERTED_SIZE(0x0000000000000178, size);
  if (size > 1) spin(std::chrono::microseconds(20));
}

static std::jmp_buf target;
__attribute__((noinline)) static void leaps(bool away) { ASSAY_INSERTED_GUARD(0x0000000000000179, "leaps");
  if (away) std::longjmp(target, 1);
}

// Of these two the source says how many calls are timed.
__attribute__((noinline)) static void sampled(unsigned i) { ASSAY_INSERTED_SAMPLED_GUARD(0x000000000000017a, "sampled", 10); ASSAY_INSERTED_SIZE(0x000000000000017a, 1u << (i & 3u));
  sink = sink + i;
}
__attribute__((noinline)) static void each() { ASSAY_INSERTED_SAMPLED_GUARD(0x000000000000017b, "each", 1);
  sink = sink + 1;
}

static int asked() {
  for (unsigned i = 0; i < 100001; ++i) {
    sampled(i);
    each();
  }
  return 0;
}

static void loop(unsigned calls) {
  for (unsigned i = 0; i < calls; ++i) tiny();
}

static int hot() {
  for (unsigned i = 0; i < 1000000; ++i) {
    tiny();
    sized(i);
    try {
      fails(i);
    } catch (const std::runtime_error&) {
    }
  }
  return 0;
}

static int regimes() {
  for (int i = 0; i < 200; ++i) {
    for (int quick = 0; quick < 2000; ++quick) changes(1);
    for (int slow = 0; slow < 100; ++slow) changes(2);
  }
  return 0;
}

static int jumps() {
  for (volatile unsigned i = 0; i < 1000000; i = i + 1)
    if (setjmp(target) == 0) leaps(i % 2 == 0);
  return 0;
}

// One thread works in bursts, many others have had a call and wait.
static int bursts() {
  std::mutex done;
  std::vector<std::thread> all;
  std::unique_lock<std::mutex> working(done);
  for (int i = 0; i < 24; ++i)
    all.emplace_back([&done] {
      tiny();
      const std::lock_guard<std::mutex> waits(done);
    });
  for (int burst = 0; burst < 60; ++burst) {
    loop(20000);
    usleep(4000);
  }
  working.unlock();
  for (std::thread& thread : all) thread.join();
  return 0;
}

static int calm() {
  for (int i = 0; i < 300; ++i) {
    slow();
    seldom();
  }
  return 0;
}

static int nested() {
  for (int i = 0; i < 10000; ++i) nests(99);
  return 0;
}

static int onThreads() {
  std::vector<std::thread> all;
  for (int i = 0; i < 4; ++i) all.emplace_back(loop, 300000u);
  for (std::thread& thread : all) thread.join();
  return 0;
}

static volatile std::sig_atomic_t handled = 0;
static void handler(int) {
  tiny();
  handled = handled + 1;
}

static int interrupted() {
  long calls = 0;
  {
    const Interrupts interrupts(handler);
    for (; handled < 1000; ++calls) tiny();
  }
  std::printf("%ld\n", calls + handled);
  return 0;
}

// Calls that stand for others begin in the parent, and some end in a child, too.
__attribute__((noinline)) static pid_t forks(int& left) { ASSAY_INSERTED_GUARD(0x0000000000000177, "forks");
  const bool standsForOthers = (assay_guard_0x0000000000000177_.entry.context >> 48 & 0x3fff) > 1;
  if (!standsForOthers || left == 0) return -1;
  --left;
  return fork();
}

static int inAChild() {
  int left = 20;
  for (unsigned i = 0; i < 1000000; ++i) {
    const pid_t child = forks(left);
    if (child == 0) return 0;
    if (child > 0) waitpid(child, nullptr, 0);
  }
  return 0;
}

int main(int argc, char** argv) {
  const struct {
    const char* name;
    int (*run)();
  } programs[] = {{"hot", hot},       {"regimes", regimes},         {"jumps", jumps},   {"bursts", bursts}, {"calm", calm},
                  {"nested", nested}, {"interrupted", interrupted}, {"child", inAChild}, {"threads", onThreads}, {"asked", asked}};
  for (const auto& program : programs)
    if (argc > 1 && std::strcmp(argv[1], program.name) == 0) return program.run();
  return 1;
}
