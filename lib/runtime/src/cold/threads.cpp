// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Blocks are taken at a thread's first guard and handed on at its end. They are mapped, never allocated: the
// first guard of a thread may stand in the program's own allocator.
#include "runtime/src/cold/threads.h"

#include <pthread.h>
#include <sys/mman.h>
#include <cstddef>
#include <cstring>

#include "runtime/src/cold/memory_cells.h"
#include "runtime/src/cold/slow_path.h"
#include "runtime/src/cold/state.h"
#include "runtime/src/hot/cell.h"
#include "runtime/src/hot/context.h"
#include "runtime/src/hot/thread_block.h"

// What the C++ library keeps per thread, Itanium C++ ABI, section 2.2.2. Weak: a C program has none of it.
// NOLINTBEGIN(readability-identifier-naming): the ABI's names
extern "C" {
struct __cxa_eh_globals {
  void* caughtExceptions;
  unsigned uncaughtExceptions;
};
__cxa_eh_globals* __cxa_get_globals() noexcept __attribute__((weak));
}
// NOLINTEND(readability-identifier-naming)

namespace assay::runtime {

__thread ThreadBlock* self __attribute__((tls_model("initial-exec"))) = nullptr;

namespace {

constexpr unsigned kNoneInFlight = 0;
/// All null, and never written: not constant, because constants take room in the program's file, and half a
/// megabyte of it.
assay_v1_counts* noCounts[kMaxSites];
constexpr std::uint64_t kNoCall = kNotFailed | kNotTimed;  // without a process
constexpr assay_v1_thread kNoThread = {noCounts, &kNoneInFlight, kNoCall};

/// What guards see of this thread, in an order in which a signal handler may come in between: with counts
/// there is a context to count in.
void show(const assay_v1_thread& thread) noexcept {
  if (thread.untimed == kNoCall) store(assay_v1_this_thread_8.counts, thread.counts);
  __atomic_signal_fence(__ATOMIC_SEQ_CST);
  store(assay_v1_this_thread_8.in_flight, thread.in_flight);
  store(assay_v1_this_thread_8.untimed, thread.untimed);
  __atomic_signal_fence(__ATOMIC_SEQ_CST);
  store(assay_v1_this_thread_8.counts, thread.counts);
}

/// Null: this thread has no block, or none any more.
void setSelf(ThreadBlock* block) noexcept {
  self = block;
  if (block == nullptr) return show(kNoThread);
  if (block->index >= kMostInLine) return show(kNoThread);
  const auto* counts = reinterpret_cast<const assay_v1_counts_pointer*>(block->shards);
  show({counts, block->uncaught, inLineContext(*block)});
}

/// In a child: the block this thread had when it forked, until its first guard.
__thread ThreadBlock* kept __attribute__((tls_model("initial-exec"))) = nullptr;

bool keyMade = false;
pthread_key_t key;

/// The key's destructor: runs after those of thread_local objects. Guards in destructors of later keys attach
/// again.
void detachThread(void* value) noexcept {
  const SlowPath path;
  auto* block = static_cast<ThreadBlock*>(value);
  if (!path.entered() || block != self) return;  // a child's thread still has the value of before the fork
  setSelf(nullptr);
  block->uncaught = &kNoneInFlight;
  block->allocated = block->freed = nullptr;
  block->free = true;
  block->nextFree = state.freeBlocks;
  state.freeBlocks = block;
}

void* mapZeros(std::size_t bytes) noexcept {
  void* memory =
      mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return memory != MAP_FAILED ? memory : nullptr;
}

/// Zero again, without the memory. Larger pages than ours, or a sandbox: then by hand.
void dropPages(void* memory, std::size_t bytes) noexcept {
  if (madvise(memory, bytes, MADV_DONTNEED) != 0) std::memset(memory, 0, bytes);
}

ThreadBlock* newBlock() noexcept {
  void* memory = mapZeros(sizeof(ThreadBlock));
  if (memory == nullptr) return nullptr;
  auto* block = static_cast<ThreadBlock*>(memory);
  block->index = state.blockCount;
  store(state.blockCount, state.blockCount + 1);  // read without the lock, too
  block->next = state.blocks;
  publish(state.blocks, block);  // whoever looks around goes through them without the lock
  return block;
}

ThreadBlock* takeBlock() noexcept {
  if (kept != nullptr) return kept;
  ThreadBlock* block = state.freeBlocks;
  if (block == nullptr) return newBlock();
  state.freeBlocks = block->nextFree;
  // Where a thread ended inside a recursion without unwinding, the next one must not begin.
  if (block->levels != nullptr) dropPages(block->levels, kLevelsBytes);
  return block;
}

const unsigned* exceptionsInFlight() noexcept {
  return __cxa_get_globals != nullptr ? &__cxa_get_globals()->uncaughtExceptions : &kNoneInFlight;
}

}  // namespace

void prepareThreads() noexcept {
  if (!keyMade) keyMade = pthread_key_create(&key, detachThread) == 0;
}

bool attachThread() noexcept {
  if (self != nullptr) return true;
  ThreadBlock* block = takeBlock();
  if (block == nullptr) return false;
  block->free = false;
  block->uncaught = exceptionsInFlight();
  findCounters(*block);
  block->generation = kNotFailed | processAfter(state.forks) << kProcessShift;
  setSelf(block);
  kept = nullptr;
  if (keyMade) pthread_setspecific(key, block);
  return true;
}

bool makeLevels(ThreadBlock& block) noexcept {
  if (block.levels == nullptr) block.levels = static_cast<Level*>(mapZeros(kLevelsBytes));
  return block.levels != nullptr;
}

bool makeTypes(ThreadBlock& block) noexcept {
  if (block.types == nullptr) block.types = static_cast<vocabulary::TypeCells**>(mapZeros(kTypesBytes));
  return block.types != nullptr;
}

bool makeMemory(ThreadBlock& block) noexcept {
  if (block.memory == nullptr) block.memory = static_cast<vocabulary::MemoryCell**>(mapZeros(kMemoryBytes));
  return block.memory != nullptr;
}

bool makeErrors(ThreadBlock& block) noexcept {
  if (block.errors == nullptr) block.errors = static_cast<vocabulary::ErrorCells**>(mapZeros(kErrorsBytes));
  return block.errors != nullptr;
}

void keepBlockOfThisThread() noexcept {
  if (self != nullptr) kept = self;
  setSelf(nullptr);
  state.keptBlock = kept;
}

void forgetThreads() noexcept {
  if (keyMade) pthread_key_delete(key);
  keyMade = false;
}

void freeAllBlocks() noexcept {
  state.freeBlocks = nullptr;
  for (ThreadBlock* block = state.blocks; block != nullptr; block = block->next) {
    dropPages(block->shards, sizeof block->shards);  // they point into the parent's segment
    dropPages(block->paces, sizeof block->paces);
    if (block->types != nullptr) dropPages(block->types, kTypesBytes);
    if (block->memory != nullptr) dropPages(block->memory, kMemoryBytes);
    if (block->errors != nullptr) dropPages(block->errors, kErrorsBytes);
    if (block == state.keptBlock) continue;
    block->free = true;
    block->nextFree = state.freeBlocks;
    state.freeBlocks = block;
  }
}

}  // namespace assay::runtime

// NOLINTNEXTLINE(readability-identifier-naming): a C name
__thread assay_v1_thread assay_v1_this_thread_8 = assay::runtime::kNoThread;
