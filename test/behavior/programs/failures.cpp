// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Calls that fail by what they return, and functions whose body is a try block.
#include <assay/inserted.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
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

// What is looked at on its way out: by its number, whatever operators its type has.
enum class State : signed char { failed = -1, open };
constexpr bool operator<(State, int) { return true; }
static State next(State state) { ASSAY_INSERTED_GUARD(0x000000000000010a, "next"); return ASSAY_INSERTED_NEGATIVE(0x000000000000010a) state ASSAY_INSERTED_NEGATIVE_END(0x000000000000010a); }
static double root(double value) { ASSAY_INSERTED_GUARD(0x000000000000010b, "root"); return ASSAY_INSERTED_NEGATIVE(0x000000000000010b) value ASSAY_INSERTED_NEGATIVE_END(0x000000000000010b); }
struct Part {
  int member;
  int depth : 4;
};
static int depthOf(const Part& part) { ASSAY_INSERTED_GUARD(0x000000000000010c, "depthOf"); return ASSAY_INSERTED_NEGATIVE(0x000000000000010c) part.depth ASSAY_INSERTED_NEGATIVE_END(0x000000000000010c); }
static int Part::*memberOf(int Part::*named) { ASSAY_INSERTED_GUARD(0x000000000000010d, "memberOf"); return ASSAY_INSERTED_ZERO(0x000000000000010d) named ASSAY_INSERTED_ZERO_END(0x000000000000010d); }
using Handler = int (*)();
static Handler handlerOf(Handler named) { ASSAY_INSERTED_GUARD(0x000000000000010e, "handlerOf"); return ASSAY_INSERTED_ZERO(0x000000000000010e) named ASSAY_INSERTED_ZERO_END(0x000000000000010e); }

static int looksAtValues() {
  bool right = next(State::failed) == State::failed && next(State::open) == State::open;
  for (const double value : {-0.5, -0.0, 0.5, static_cast<double>(NAN), -static_cast<double>(INFINITY)}) {
    const double same = root(value);
    right = right && std::memcmp(&same, &value, sizeof value) == 0;
  }
  for (const int depth : {-8, -1, 0, 7}) right = right && depthOf({0, depth}) == depth;
  right = right && memberOf(&Part::member) == &Part::member && memberOf(nullptr) == nullptr;  // the first member's place is 0
  right = right && handlerOf(around) == around && handlerOf(nullptr) == nullptr;
  return right ? 0 : 8;
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
  if (std::strcmp(arguments[1], "values") == 0) return looksAtValues();
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
