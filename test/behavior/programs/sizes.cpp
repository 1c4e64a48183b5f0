// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Calls whose inputs have sizes: of every kind of guard that tells them, on threads, under signals, across forks.
#include <assay/guard.h>
#include <assay/inserted.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "interrupts.h"

static int length(const std::vector<int>& values) { ASSAY_INSERTED_GUARD(0x0000000000000151, "length"); ASSAY_INSERTED_SIZE(0x0000000000000151, values.size());
  return static_cast<int>(values.size());
}

// Odd sizes fail, multiples of 4 throw.
static int fails(int size) { ASSAY_INSERTED_GUARD(0x0000000000000152, "fails"); ASSAY_INSERTED_SIZE(0x0000000000000152, size);
  if (size % 4 == 0) throw std::runtime_error("on purpose");
  if (size % 2 != 0) { ASSAY_INSERTED_FAILS(0x0000000000000152); return -1; ASSAY_INSERTED_END }
  return size;
}

static int ofPointer(const std::string* text) { ASSAY_INSERTED_GUARD(0x0000000000000153, "ofPointer"); ASSAY_INSERTED_SIZE_IF(0x0000000000000153, text, text->size());
  return text == nullptr ? 0 : static_cast<int>(text->size());
}

template <typename T>
static void ofNumber(T number) { ASSAY_INSERTED_GUARD(0x0000000000000154, "ofNumber"); ASSAY_INSERTED_SIZE(0x0000000000000154, number); }

static int descends(int left) { ASSAY_INSERTED_RECURSIVE_GUARD(0x0000000000000155, "descends"); ASSAY_INSERTED_SIZE(0x0000000000000155, left);
  if (left == 0) return 0;
  const int below = descends(left - 1);
  if (left == 5) { ASSAY_INSERTED_FAILS(0x0000000000000155); return below; ASSAY_INSERTED_END }
  return below + 1;
}

static int handles(int size)
{ ASSAY_INSERTED_TRY_GUARD(0x0000000000000156, "handles"); ASSAY_INSERTED_SIZE(0x0000000000000156, size); try {
  return fails(size);
} catch (const std::exception&) {
  { ASSAY_INSERTED_FAILS(0x0000000000000156); return -1; ASSAY_INSERTED_END }
} ASSAY_INSERTED_END }

static void shared(unsigned size) { ASSAY_INSERTED_GUARD(0x0000000000000157, "shared"); ASSAY_INSERTED_SIZE(0x0000000000000157, size); }

static int evaluated = 0;
static int counts() { return ++evaluated; }
static void once() { ASSAY_INSERTED_GUARD(0x0000000000000158, "once"); ASSAY_INSERTED_SIZE(0x0000000000000158, counts()); }

static int forks(int size) { ASSAY_INSERTED_GUARD(0x0000000000000159, "forks"); ASSAY_INSERTED_SIZE(0x0000000000000159, size);
  const pid_t child = fork();
  if (child == 0) return 0;
  int status = 0;
  return waitpid(child, &status, 0) == child ? status : 9;
}

static int simple() {
  for (int i = 0; i < 1000; ++i) {
    length(std::vector<int>(static_cast<std::size_t>(i)));
    handles(i);
  }
  const std::string text(100, 'x');
  for (int i = 0; i < 10; ++i) ofPointer(i % 2 == 0 ? &text : nullptr);
  descends(5);
  descends(6);
  return 0;
}

static int numbers() {
  ofNumber(static_cast<signed char>(-1));
  ofNumber(-1LL);
  ofNumber(SIZE_MAX);
  ofNumber(true);
  ofNumber(static_cast<unsigned char>(255));
  ofNumber(~0u);
  ofNumber(std::uint64_t{1} << 46);
  ofNumber(INT64_MAX);
  return 0;
}

static int boundaries() {
  ofNumber(0);
  for (unsigned bucket = 1; bucket < 48; ++bucket) {
    ofNumber(std::uint64_t{1} << (bucket - 1));
    ofNumber((std::uint64_t{1} << bucket) - 1);
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
  shared(3);
  handled = handled + 1;
}
static int interrupted() {
  long calls = 0;
  {
    const Interrupts interrupts(handler);
    while (handled < 2000) {
      shared(2);
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

int main(int, char** arguments) {
  const char* scenario = arguments[1];
  if (std::strcmp(scenario, "simple") == 0) return simple();
  if (std::strcmp(scenario, "numbers") == 0) return numbers();
  if (std::strcmp(scenario, "boundaries") == 0) return boundaries();
  if (std::strcmp(scenario, "threads") == 0) return threads();
  if (std::strcmp(scenario, "interrupted") == 0) return interrupted();
  if (std::strcmp(scenario, "switch") == 0) return switched();
  if (std::strcmp(scenario, "fork") == 0) return forks(9);
}
