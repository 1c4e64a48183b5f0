// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Calls that are under way at the same time: together, one after the other, in a loop, across a fork, at a kill.
#include <assay/inserted.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <thread>
#include <vector>

static std::atomic<unsigned> inside;

// Longer than threads look at each other for; nobody leaves before all are there.
static void meets(unsigned all) {
  ASSAY_INSERTED_GUARD(0x0000000000000121, "meets");
  ++inside;
  while (inside < all) std::this_thread::yield();
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
}

static void isShort() {
  ASSAY_INSERTED_GUARD(0x0000000000000122, "isShort");
}

static void isLong() {
  ASSAY_INSERTED_GUARD(0x0000000000000123, "isLong");
  std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

static int together(unsigned threads, void (*meanwhile)()) {
  std::vector<std::thread> others;
  for (unsigned i = 1; i < threads; ++i) others.emplace_back([threads] { meets(threads); });
  if (meanwhile != nullptr) meanwhile();
  meets(threads);
  for (std::thread& thread : others) thread.join();
  return 0;
}

static int inTurn() {
  for (int i = 0; i < 20; ++i) std::thread([] { isLong(); }).join();
  return 0;
}

static int inLoops() {
  const auto calls = [] {
    for (int i = 0; i < 300000; ++i) isShort();
  };
  std::thread other(calls);
  calls();
  other.join();
  return 0;
}

static int inAChild() {
  together(3, nullptr);
  const pid_t child = fork();
  if (child == 0) {
    meets(1);
    isLong();
    std::exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

static void killWhenAllAreInside() {
  while (inside < 4) std::this_thread::yield();
  raise(SIGKILL);
}

int main(int, char** arguments) {
  if (std::strcmp(arguments[1], "together") == 0) return together(6, nullptr);
  if (std::strcmp(arguments[1], "in-turn") == 0) return inTurn();
  if (std::strcmp(arguments[1], "in-loops") == 0) return inLoops();
  if (std::strcmp(arguments[1], "in-a-child") == 0) return inAChild();
  if (std::strcmp(arguments[1], "killed") == 0) return together(5, killWhenAllAreInside);
}
