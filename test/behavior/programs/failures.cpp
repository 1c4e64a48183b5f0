// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Calls that fail by what they return, and functions whose body is a try block.
#include <assay/inserted.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <stdexcept>

static const int* finds(bool there) {
  ASSAY_INSERTED_GUARD(0x0000000000000101, "finds");
  static const int found = 1;
  if (!there) { ASSAY_INSERTED_FAILS(0x0000000000000101); return nullptr; ASSAY_INSERTED_END }
  return &found;
}

static int throwing() {
  throw std::runtime_error("on purpose");
}

// The failure is counted once, although an exception follows.
static int failsAndThrows() {
  ASSAY_INSERTED_GUARD(0x0000000000000102, "failsAndThrows");
  { ASSAY_INSERTED_FAILS(0x0000000000000102); return throwing(); ASSAY_INSERTED_END }
}

static int failsTwice() {
  ASSAY_INSERTED_GUARD(0x0000000000000103, "failsTwice");
  ASSAY_INSERTED_FAILS(0x0000000000000103);
  { ASSAY_INSERTED_FAILS(0x0000000000000103); return -1; ASSAY_INSERTED_END }
}

static int handles(bool rethrows)
{ ASSAY_INSERTED_TRY_GUARD(0x0000000000000104, "handles"); try {
  return throwing();
} catch (const std::exception&) {
  if (rethrows) throw;
  return 1;
} ASSAY_INSERTED_END }

static int failsInHandler()
{ ASSAY_INSERTED_TRY_GUARD(0x0000000000000105, "failsInHandler"); try {
  return throwing();
} catch (const std::exception&) {
  { ASSAY_INSERTED_FAILS(0x0000000000000105); return -1; ASSAY_INSERTED_END }
} ASSAY_INSERTED_END }

// A lambda that fails inside a function that does not.
static int around() {
  ASSAY_INSERTED_GUARD(0x0000000000000106, "around");
  const auto inner = [] {
    ASSAY_INSERTED_GUARD(0x0000000000000107, "around::(lambda)");
    { ASSAY_INSERTED_FAILS(0x0000000000000107); return -1; ASSAY_INSERTED_END }
  };
  return inner() + 2;
}

static int forks() {
  ASSAY_INSERTED_GUARD(0x0000000000000108, "forks");
  const pid_t child = fork();
  if (child != 0) {
    int status = 0;
    if (waitpid(child, &status, 0) != child || status != 0) _exit(9);
  }
  { ASSAY_INSERTED_FAILS(0x0000000000000108); return -1; ASSAY_INSERTED_END }
}

static int failsWhileForking() {
  ASSAY_INSERTED_GUARD(0x0000000000000109, "failsWhileForking");
  ASSAY_INSERTED_FAILS(0x0000000000000109);
  const pid_t child = fork();
  if (child == 0) return 0;
  int status = 0;
  return waitpid(child, &status, 0) == child ? status : 9;
}

template <typename Function>
static void swallow(Function function) {
  try {
    function();
  } catch (const std::exception&) {
  }
}

int main(int, char** arguments) {
  if (std::strcmp(arguments[1], "fork") == 0) return forks() + failsWhileForking() + 1;
  for (int i = 0; i < 1000; ++i) {
    finds(i % 4 != 0);
    swallow(failsAndThrows);
    failsTwice();
    handles(false);
    swallow([] { handles(true); });
    failsInHandler();
    around();
  }
}
