// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Calls that fail in every way: what is kept of the last ones. On threads, under signals, across a fork.
#include <assay/inserted.h>
#include <assay/snapshot.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstring>
#include <exception>
#include <stdexcept>
#include <thread>
#include <vector>

#include "interrupts.h"

// Odd ones fail by what they return, multiples of 4 by an exception.
static int fails(unsigned i) { ASSAY_INSERTED_GUARD(0x0000000000000191, "fails"); ASSAY_INSERTED_SIZE(0x0000000000000191, i); ASSAY_INSERTED_TYPE_INDEX(0x0000000000000191, i % 3);
  if (i % 4 == 0) throw std::runtime_error("on purpose");
  if (i % 2 == 1) { ASSAY_INSERTED_FAILS(0x0000000000000191); return -1; ASSAY_INSERTED_END }
  return 0;
}

static void call(unsigned i) {
  try {
    fails(i);
  } catch (const std::runtime_error&) {
  }
}

// Fails in one of two ways, in which everything that is kept is different.
static void both(bool throws) { ASSAY_INSERTED_GUARD(0x0000000000000192, "both"); ASSAY_INSERTED_SIZE(0x0000000000000192, throws ? 7 : 1); ASSAY_INSERTED_TYPE_INDEX(0x0000000000000192, throws ? 5 : 3);
  if (throws) throw std::runtime_error("on purpose");
  { ASSAY_INSERTED_FAILS(0x0000000000000192); return; ASSAY_INSERTED_END }
}

static void callBoth(unsigned i) {
  try {
    both(i % 2 == 1);
  } catch (const std::runtime_error&) {
  }
}

static int plain() {
  for (unsigned i = 1; i <= 8; ++i) call(i);
  return 0;
}

// Exceptions of several classes; thrown again by both ways; one while others come and go in a destructor.
struct Spoilt {};
struct Clears {
  ~Clears() {
    try {
      throw std::logic_error("of its own");
    } catch (const std::logic_error&) {
    }
  }
};
static void leaves(int way) { ASSAY_INSERTED_GUARD(0x0000000000000193, "leaves");
  const Clears clears;
  try {
    if (way == 0) throw Spoilt();
    if (way == 1) throw std::out_of_range("on purpose");
    throw way;
  } catch (const std::out_of_range&) {
    std::rethrow_exception(std::current_exception());
  } catch (const Spoilt&) {
    throw;
  }
}

static int named() {
  for (int way = 0; way < 4; ++way) {
    try {
      leaves(way);
    } catch (...) {
    }
  }
  return 0;
}

// More classes than are kept apart, and a return; every third call ends well.
template <int>
struct Kind {};
static int varies(unsigned i) { ASSAY_INSERTED_GUARD(0x0000000000000194, "varies");
  if (i % 3 == 0) return 0;
  switch (i % 10) {
    case 0: throw Kind<0>();
    case 1: throw Kind<1>();
    case 2: throw Kind<2>();
    case 3: throw Kind<3>();
    case 4: throw Kind<4>();
    case 5: throw Kind<5>();
    case 6: throw Kind<6>();
    case 7: throw Kind<7>();
    default: break;
  }
  { ASSAY_INSERTED_FAILS(0x0000000000000194); return -1; ASSAY_INSERTED_END }
}

static void callVaries(unsigned calls) {
  for (unsigned i = 0; i < calls; ++i) {
    try {
      varies(i);
    } catch (...) {
    }
  }
}

static int kinds() {
  callVaries(3000);
  return 0;
}

// One thread meets another class first than the others do. All begin before one ends: a thread that begins
// later takes the cells of one that has ended, and its classes with them.
static int kindsOnThreads() {
  std::atomic<unsigned> begun{0};
  std::vector<std::thread> all;
  for (unsigned i = 0; i < 4; ++i)
    all.emplace_back([i, &begun] {
      try {
        varies(i == 0 ? 16 : 13);
      } catch (...) {
      }
      ++begun;
      while (begun < 4) std::this_thread::yield();
      callVaries(300);
    });
  for (std::thread& thread : all) thread.join();
  return 0;
}

// As the program itself sees them, with those of a thread that has ended.
static int ownKinds() {
  std::thread([] { callVaries(300); }).join();
  callVaries(3000);
  const assay::Snapshot all = assay::snapshot();
  for (const assay::ErrorKind& kind : all.find("varies")->errorKinds)
    std::printf("%s %llu\n", kind.kind.c_str(), static_cast<unsigned long long>(kind.errors));
  return 0;
}

// Both a child and its parent have one error by return.
static int kindsInAChild() {
  callVaries(9);
  const pid_t child = fork();
  if (child == 0) {
    callVaries(9);
    return 0;
  }
  waitpid(child, nullptr, 0);
  return 0;
}

static int well() {
  for (unsigned i = 0; i < 8; ++i) call(2 + 4 * i);
  return 0;
}

static void manyTimes() {
  for (unsigned i = 0; i < 20000; ++i) callBoth(i);
}

static int onThreads() {
  callBoth(0);  // which gives its type the first row
  std::vector<std::thread> all;
  for (int i = 0; i < 4; ++i) all.emplace_back(manyTimes);
  for (std::thread& thread : all) thread.join();
  return 0;
}

static volatile std::sig_atomic_t handled = 0;
static void handler(int) {
  callBoth(0);
  handled = handled + 1;
}

static int interrupted() {
  callBoth(0);
  const Interrupts interrupts(handler);
  while (handled < 1000) callBoth(1);
  return 0;
}

static int inAChild() {
  call(1);
  const pid_t child = fork();
  if (child == 0) {
    call(2);
    return 0;
  }
  waitpid(child, nullptr, 0);
  return 0;
}

int main(int argc, char** argv) {
  const struct {
    const char* name;
    int (*run)();
  } programs[] = {{"plain", plain}, {"well", well}, {"named", named}, {"threads", onThreads}, {"interrupted", interrupted}, {"child", inAChild}, {"kinds", kinds},
                  {"kinds on threads", kindsOnThreads}, {"own kinds", ownKinds}, {"kinds in a child", kindsInAChild}};
  for (const auto& program : programs)
    if (argc > 1 && std::strcmp(argv[1], program.name) == 0) return program.run();
  return 1;
}
