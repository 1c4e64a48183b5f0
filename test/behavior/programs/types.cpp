// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Calls whose inputs have types: of every kind of guard that tells them, on threads, under signals, across forks.
#include <assay/guard.h>
#include <assay/inserted.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "interrupts.h"

// Every third call of an alternative throws.
static int visits(long index, int turn) { ASSAY_INSERTED_GUARD(0x0000000000000161, "visits"); ASSAY_INSERTED_TYPE_INDEX(0x0000000000000161, index);
  if (turn % 3 == 0) throw std::runtime_error("on purpose");
  return static_cast<int>(index);
}

namespace drawing {
struct Shape {
  virtual ~Shape() = default;
  virtual int sides() const { return 0; }
};
struct Square : Shape {
  int sides() const override { return 4; }
};
struct Triangle : Shape {
  int sides() const override { return 3; }
};
struct Named {
  virtual ~Named() = default;
  std::string name;
};
struct Sign : Named, Square {};  // whose Shape has a table of its own
}  // namespace drawing

static int draws(const drawing::Shape* shape) { ASSAY_INSERTED_GUARD(0x0000000000000162, "draws"); ASSAY_INSERTED_SIZE_IF(0x0000000000000162, shape, 5); ASSAY_INSERTED_TYPE_DYNAMIC(0x0000000000000162, shape);
  return shape == nullptr ? 0 : shape->sides();
}

template <typename T>
static T same(T value) { ASSAY_INSERTED_GUARD(0x0000000000000163, "same"); ASSAY_INSERTED_TYPE_INSTANCE(0x0000000000000163);
  return value;
}

static int plain() { ASSAY_INSERTED_GUARD(0x0000000000000164, "plain"); ASSAY_INSERTED_TYPE_INSTANCE(0x0000000000000164); return 1; }

static int descends(int left, const drawing::Shape& shape) { ASSAY_INSERTED_RECURSIVE_GUARD(0x0000000000000165, "descends"); ASSAY_INSERTED_TYPE_DYNAMIC(0x0000000000000165, &shape);
  return left == 0 ? 0 : 1 + descends(left - 1, shape);
}

static int literal(int index) { ASSAY_INSERTED_LITERAL_GUARD(0x0000000000000166, "literal"); ASSAY_INSERTED_TYPE_INDEX(0x0000000000000166, index); return index; }

static int shared(unsigned index) { ASSAY_INSERTED_GUARD(0x0000000000000167, "shared"); ASSAY_INSERTED_TYPE_INDEX(0x0000000000000167, index); return static_cast<int>(index); }

static int forks(const drawing::Shape& shape) { ASSAY_INSERTED_GUARD(0x0000000000000168, "forks"); ASSAY_INSERTED_TYPE_DYNAMIC(0x0000000000000168, &shape);
  const pid_t child = fork();
  if (child == 0) return 0;
  int status = 0;
  return waitpid(child, &status, 0) == child ? status : 9;
}

static int evaluated = 0;
static int counts() { return ++evaluated; }
static void once() { ASSAY_INSERTED_GUARD(0x0000000000000169, "once"); ASSAY_INSERTED_TYPE_INDEX(0x0000000000000169, counts()); }

static int handles(int turn)
{ ASSAY_INSERTED_TRY_GUARD(0x000000000000016a, "handles"); ASSAY_INSERTED_TYPE_INDEX(0x000000000000016a, turn % 2); try {
  return visits(0, turn);
} catch (const std::exception&) {
  { ASSAY_INSERTED_FAILS(0x000000000000016a); return -1; ASSAY_INSERTED_END }
} ASSAY_INSERTED_END }

static int simple() {
  for (int i = 0; i < 90; ++i) handles(i);
  for (int i = 0; i < 30; ++i) literal(i % 3 - 1);
  const drawing::Square square;
  const drawing::Triangle triangle;
  const drawing::Sign sign;
  for (int i = 0; i < 10; ++i) {
    draws(&square);
    draws(&sign);
    if (i % 2 == 0) draws(&triangle);
    if (i % 5 == 0) draws(nullptr);
    same(1);
    if (i % 2 == 0) same(std::vector<char>());
    same(static_cast<const char*>("x"));
    plain();
  }
  descends(4, square);
  descends(2, triangle);
  return 0;
}

// Twelve alternatives, of which seven find a row.
static int overflow() {
  for (int round = 0; round < 10; ++round)
    for (long index = 40; index < 52; ++index) try {
        visits(index, round + 1);
      } catch (const std::exception&) {
      }
  return 0;
}

static int threads() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([] {
      for (unsigned call = 0; call < 100000; ++call) shared(call % 16);
    });
  }
  for (std::thread& thread : threads) thread.join();
  return 0;
}

static volatile std::sig_atomic_t handled = 0;
static void handler(int) {
  shared(handled % 12);
  handled = handled + 1;
}
static int interrupted() {
  long calls = 0;
  {
    const Interrupts interrupts(handler);
    while (handled < 2000) {
      shared(static_cast<unsigned>(calls % 12));
      ++calls;
    }
  }
  std::printf("%ld\n", calls + handled);
  return 0;
}

static int switched() {
  once();
  assay_set_guards(0);
  once();
  assay_set_guards(1);
  once();
  return evaluated == 2 ? 0 : 9;
}

static int manyNames() {
  const drawing::Square square;
  for (unsigned i = 0; i < 3; ++i) draws(&square);
  const int result = forks(square);
  return result != 0 ? result : draws(&square) - 4;
}

int main(int, char** arguments) {
  const char* scenario = arguments[1];
  if (std::strcmp(scenario, "simple") == 0) return simple();
  if (std::strcmp(scenario, "overflow") == 0) return overflow();
  if (std::strcmp(scenario, "threads") == 0) return threads();
  if (std::strcmp(scenario, "interrupted") == 0) return interrupted();
  if (std::strcmp(scenario, "switch") == 0) return switched();
  if (std::strcmp(scenario, "fork") == 0) return manyNames();
}
