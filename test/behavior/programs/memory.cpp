// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Calls that allocate, keep and free memory. Prints what each function did, a line each: name, calls, bytes
// allocated, bytes freed; what its segment is compared with. With OWN_COUNTERS the program counts its bytes itself, in the place of assay::allocation.
#include <assay/detail/allocation.h>
#include <assay/guard.h>
#include <assay/inserted.h>
#include <malloc.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "interrupts.h"

namespace {

thread_local void* volatile escaped = nullptr;

#if defined(OWN_COUNTERS)
struct Counts {
  std::uint64_t allocated, freed;
};
thread_local Counts counts;
void count(std::uint64_t& cell, std::size_t bytes) { __atomic_fetch_add(&cell, bytes, __ATOMIC_RELAXED); }
std::size_t sizeOf(void* block) { return *static_cast<std::size_t*>(block); }
void* allocate(std::size_t bytes) {
  if (bytes < sizeof(std::size_t)) bytes = sizeof(std::size_t);
  void* block = std::malloc(bytes);
  std::memcpy(block, &bytes, sizeof bytes);
  count(counts.allocated, bytes);
  return block;
}
void release(void* block) {
  count(counts.freed, sizeOf(block));
  std::free(block);
}
#else
std::size_t sizeOf(void* block) { return malloc_usable_size(block); }
void* allocate(std::size_t bytes) {
  void* block = std::malloc(bytes);
  escaped = block;  // returned, it would be read again
  return block;
}
void release(void* block) { std::free(block); }
#endif

struct Done {
  const char* name;
  std::uint64_t calls, allocated, freed;
  void print() const {
    std::printf("%s %llu %llu %llu\n", name, static_cast<unsigned long long>(calls),
                static_cast<unsigned long long>(allocated), static_cast<unsigned long long>(freed));
    std::fflush(stdout);
  }
};

void* holds(std::size_t bytes) { ASSAY_INSERTED_GUARD(0x0000000000000171, "holds");
  return allocate(bytes);
}
void givesBack(std::size_t bytes) { ASSAY_INSERTED_GUARD(0x0000000000000172, "givesBack");
  release(allocate(bytes));
}
void releases(void* block) { ASSAY_GUARD("releases");
  release(block);
}
constexpr int doubled(int number) { ASSAY_INSERTED_LITERAL_GUARD(0x0000000000000174, "doubled");
  return number <= 0 ? 0 : (release(allocate(static_cast<std::size_t>(number))), 2 * number);
}
void* descends(int left) { ASSAY_INSERTED_RECURSIVE_GUARD(0x0000000000000175, "descends");
  if (left == 0) return nullptr;
  void* inner = descends(left - 1);
  if (inner != nullptr) release(inner);
  return allocate(100);
}
void* throws(std::size_t bytes) { ASSAY_INSERTED_GUARD(0x0000000000000176, "throws");
  escaped = allocate(bytes);
  throw 7;
}
void entry() { ASSAY_INSERTED_COUNT(0x0000000000000177, "entry");
  release(allocate(10));
}
void shared(std::size_t bytes) { ASSAY_INSERTED_GUARD(0x0000000000000178, "shared"); ASSAY_INSERTED_SIZE(0x0000000000000178, bytes);
  release(allocate(bytes));
}
pid_t forks() { ASSAY_INSERTED_GUARD(0x0000000000000179, "forks");
  void* block = allocate(300);
  const pid_t child = fork();
  if (child == 0) release(block);
  return child;
}

int simple() {
  Done held = {"holds", 0, 0, 0}, given = {"givesBack", 0, 0, 0}, released = {"releases", 0, 0, 0};
  Done literal = {"doubled", 0, 0, 0}, thrown = {"throws", 0, 0, 0};
  for (std::size_t i = 1; i <= 500; ++i) {
    void* block = holds(i * 7);
    const std::size_t bytes = sizeOf(block);
    ++held.calls, held.allocated += bytes;
    if (i % 2 == 0) releases(block), ++released.calls, released.freed += bytes;
    givesBack(i * 7);
    ++given.calls, given.allocated += bytes, given.freed += bytes;
    doubled(static_cast<int>(i * 7));
    ++literal.calls, literal.allocated += bytes, literal.freed += bytes;
    try {
      throws(i * 7);
    } catch (int) {
    }
    ++thrown.calls, thrown.allocated += sizeOf(escaped);
    entry();
  }
  held.print(), given.print(), released.print(), literal.print();
#if defined(OWN_COUNTERS)  // else the exception's own bytes come on top
  thrown.print();
#endif
  void* last = descends(10);
  const std::uint64_t each = sizeOf(last);
  Done{"descends", 1, 10 * each, 9 * each}.print();
  return 0;
}

int threads() {
  constexpr int kThreads = 4, kCalls = 50000;
  void* probe = allocate(64);
  const std::uint64_t each = sizeOf(probe);
  std::vector<std::thread> all;
  for (int t = 0; t < kThreads; ++t)
    all.emplace_back([] {
      for (int i = 0; i < kCalls; ++i) shared(64), release(holds(64));
    });
  for (std::thread& one : all) one.join();
  const std::uint64_t calls = std::uint64_t{kThreads} * kCalls;
  Done{"shared", calls, calls * each, calls * each}.print();
  Done{"holds", calls, calls * each, 0}.print();
  return 0;
}

/// What one thread allocates and another frees.
int handedOver() {
  std::vector<void*> blocks;
  std::uint64_t bytes = 0;
  for (int i = 0; i < 1000; ++i) blocks.push_back(holds(200)), bytes += sizeOf(blocks.back());
  std::thread([&] {
    for (void* block : blocks) releases(block);
  }).join();
  Done{"holds", 1000, bytes, 0}.print();
  Done{"releases", 1000, 0, bytes}.print();
  return 0;
}

volatile std::sig_atomic_t handled = 0;
volatile int touched = 0;
void touches() { ASSAY_INSERTED_GUARD(0x0000000000000178, "shared");
  touched = touched + 1;
}
void handler(int) {
  touches();
  handled = handled + 1;
}
int interrupted() {
  std::uint64_t calls = 0;
  void* probe = allocate(64);
  const std::uint64_t each = sizeOf(probe);
  {
    const Interrupts interrupts(handler);
    while (handled < 2000) shared(64), ++calls;
  }
  Done{"shared", calls + static_cast<std::uint64_t>(handled), calls * each, calls * each}.print();
  return 0;
}

int forked() {
  void* probe = allocate(300);
  const std::uint64_t each = sizeOf(probe);
  void* before = holds(50);
  const pid_t child = forks();
  if (child == 0) {
    releases(before);
    return 0;
  }
  int status = 0;
  waitpid(child, &status, 0);
  Done{"forks", 2, 2 * each, each}.print();
  Done{"holds", 1, sizeOf(before), 0}.print();
  Done{"releases", 1, 0, sizeOf(before)}.print();
  return status;
}

int killed() {
  Done held = {"holds", 0, 0, 0};
  for (int i = 0; i < 1000; ++i) ++held.calls, held.allocated += sizeOf(holds(128));
  held.print();
  return raise(SIGKILL);
}

int budget() {
  void* probe = allocate(64);
  const std::uint64_t each = sizeOf(probe);
  constexpr std::uint64_t kCalls = 1000000;
  for (std::uint64_t i = 0; i < kCalls; ++i) shared(64);
  Done{"shared", kCalls, kCalls * each, kCalls * each}.print();
  return 0;
}

int overruns() {
  auto* bytes = static_cast<volatile char*>(allocate(100));
  volatile int beyond = 100;
  bytes[beyond] = 1;
  return 0;
}

#if !defined(OWN_COUNTERS)
void* everyWay(Done& done) { ASSAY_INSERTED_GUARD(0x000000000000017a, "everyWay");
  void* block = std::calloc(7, 11);
  done.allocated += sizeOf(block);
  for (std::size_t size = 100; size < 1000000; size *= 3) {
    done.freed += sizeOf(block);
    block = std::realloc(block, size);
    done.allocated += sizeOf(block);
  }
  void* aligned[5] = {};
  if (posix_memalign(&aligned[0], 64, 1000) != 0) std::abort();
  aligned[1] = aligned_alloc(128, 512);
  aligned[2] = memalign(256, 10);
  aligned[3] = valloc(10);
  aligned[4] = strdup("a text of twenty-five bytes");
  for (void* one : aligned) done.allocated += sizeOf(one), done.freed += sizeOf(one), std::free(one);
  char* made = new char[333];
  done.allocated += sizeOf(made);
  escaped = made;
  done.freed += sizeOf(made);
  delete[] made;
  std::string* object = new std::string("short");
  done.allocated += sizeOf(object);
  escaped = object;
  std::free(nullptr);
  return block;
}
int ways() {
  Done done = {"everyWay", 1, 0, 0};
  escaped = everyWay(done);
  done.print();
  return 0;
}
#else
int ways() { return 1; }
#endif

}  // namespace

#if defined(OWN_COUNTERS)
assay_v1_counters assay_v1_allocation_counters() noexcept { return {&counts.allocated, &counts.freed}; }
#endif

int main(int, char** arguments) {
  const char* scenario = arguments[1];
  if (std::strcmp(scenario, "simple") == 0) return simple();
  if (std::strcmp(scenario, "threads") == 0) return threads();
  if (std::strcmp(scenario, "handed over") == 0) return handedOver();
  if (std::strcmp(scenario, "interrupted") == 0) return interrupted();
  if (std::strcmp(scenario, "fork") == 0) return forked();
  if (std::strcmp(scenario, "kill") == 0) return killed();
  if (std::strcmp(scenario, "budget") == 0) return budget();
  if (std::strcmp(scenario, "ways") == 0) return ways();
  if (std::strcmp(scenario, "overrun") == 0) return overruns();
}
