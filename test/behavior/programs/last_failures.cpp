// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Calls that fail in every way: what is kept of the last ones. On threads, under signals, across a fork.
#include <assay/inserted.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
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

static int plain() {
  for (unsigned i = 1; i <= 8; ++i) call(i);
  return 0;
}

static int well() {
  for (unsigned i = 0; i < 8; ++i) call(2 + 4 * i);
  return 0;
}

static void manyTimes() {
  for (unsigned i = 0; i < 20000; ++i) call(i);
}

static int onThreads() {
  std::vector<std::thread> all;
  for (int i = 0; i < 4; ++i) all.emplace_back(manyTimes);
  for (std::thread& thread : all) thread.join();
  return 0;
}

static volatile std::sig_atomic_t handled = 0;
static void handler(int) {
  fails(1);
  handled = handled + 1;
}

static int interrupted() {
  const Interrupts interrupts(handler);
  while (handled < 1000) fails(3);
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
  } programs[] = {{"plain", plain}, {"well", well}, {"threads", onThreads}, {"interrupted", interrupted}, {"child", inAChild}};
  for (const auto& program : programs)
    if (argc > 1 && std::strcmp(argv[1], program.name) == 0) return program.run();
  return 1;
}
