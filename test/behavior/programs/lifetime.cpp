// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Guards before main, after main, under a switch, at the limits of the process.
#include <assay/guard.h>
#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>
#include <vector>

static int early() {
  ASSAY_GUARD("early");
  return 1;
}
static const int before = early();

static void late() {
  ASSAY_GUARD("late");
}
struct AtEnd {
  ~AtEnd() { late(); }
};
static AtEnd atEnd;
__attribute__((destructor)) static void veryLate() {
  ASSAY_GUARD("veryLate");
}

static void work() {
  ASSAY_GUARD("work");
}
static void repeat(int times) {
  for (int i = 0; i < times; ++i) work();
}

static int switched() {
  repeat(10);
  if (assay_guards_on() != 1 || assay_set_guards(0) != 1 || assay_guards_on() != 0) return 9;
  repeat(1000);
  if (assay_set_guards(1) != 0) return 9;
  repeat(5);
  {
    ASSAY_GUARD("acrossTheSwitch");
    assay_set_guards(0);
  }
  return 0;
}

template <int Number>
struct Manyfold {
  static void call() {
    ASSAY_GUARD("work");
    Manyfold<Number - 1>::call();
  }
};
template <>
struct Manyfold<0> {
  static void call() { ASSAY_GUARD("work"); }
};

// Threads that live at the same time need a shard each: nobody ends before all have called.
static void crowd(int size) {
  std::vector<std::thread> threads;
  std::atomic<int> arrived{0};
  for (int i = 0; i < size; ++i) {
    threads.emplace_back([&arrived, size] {
      work();
      ++arrived;
      while (arrived < size) usleep(1000);
      work();
    });
  }
  for (std::thread& thread : threads) thread.join();
}

static int limited(rlim_t bytes) {
  const rlimit limit = {bytes, bytes};
  if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return 9;
  crowd(100);
  return 0;
}

static int keepsErrno() {
  errno = 1234;
  work();
  return errno == 1234 ? 0 : 9;
}

static int otherUser() {
  work();
  if (setuid(65534) != 0) return 8;
  crowd(100);
  return 0;
}

int main(int count, char** arguments) {
  const char* scenario = arguments[1];
  if (std::strcmp(scenario, "plain") == 0) repeat(3);
  if (std::strcmp(scenario, "switch") == 0) return switched();
  if (std::strcmp(scenario, "on") == 0) {
    assay_set_guards(1);
    repeat(3);
  }
  if (std::strcmp(scenario, "templates") == 0) Manyfold<99>::call();
  if (std::strcmp(scenario, "limited") == 0)
    return limited(count > 2 ? std::strtoul(arguments[2], nullptr, 10) : 0);
  if (std::strcmp(scenario, "crowd") == 0) crowd(100);
  if (std::strcmp(scenario, "errno") == 0) return keepsErrno();
  if (std::strcmp(scenario, "other-user") == 0) return otherUser();
  return before == 1 ? 0 : 9;
}
