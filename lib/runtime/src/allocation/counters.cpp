// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where a thread's bytes are counted, decided once: jemalloc counts them itself, tcmalloc (gperftools) calls
// us for each block, with any other allocator the calls of allocation/calls.cpp count. Sanitizers have an
// allocator of their own that nothing should come between: then nothing is counted, and guards go on without.
#include "assay/detail/allocation.h"

#include "runtime/src/allocation/calls.h"

#if !defined(ASSAY_ALLOCATION_WRAPPED)
#include <dlfcn.h>
#endif

// NOLINTBEGIN(readability-identifier-naming,readability-redundant-declaration): names of others
extern "C" {
void* malloc(std::size_t size) noexcept;
void free(void* block) noexcept;
// jemalloc
int mallctl(const char* name, void* old, std::size_t* oldBytes, void* fresh, std::size_t freshBytes) noexcept
    __attribute__((weak));
// gperftools: malloc_hook_c.h, tcmalloc.h
int MallocHook_AddNewHook(void (*hook)(const void* block, std::size_t size)) __attribute__((weak));
int MallocHook_AddDeleteHook(void (*hook)(const void* block)) __attribute__((weak));
std::size_t tc_malloc_size(void* block) noexcept __attribute__((weak));
// GCC's and Clang's sanitizers
void __asan_init() __attribute__((weak));
void __hwasan_init() __attribute__((weak));
void __tsan_init() __attribute__((weak));
void __msan_init() __attribute__((weak));
void __lsan_init() __attribute__((weak));
}
// NOLINTEND(readability-identifier-naming,readability-redundant-declaration)

namespace assay::allocation {
namespace {

enum class Way { Undecided, Nothing, Jemalloc, OwnCounts };

Way way = Way::Undecided;
decltype(&mallctl) jemallocControl = nullptr;
decltype(&tc_malloc_size) tcmallocSize = nullptr;

/// What the program was linked with, else what was loaded before it (LD_PRELOAD).
template <typename Function>
Function* found(Function* linked, [[maybe_unused]] const char* name) noexcept {
  if (linked != nullptr) return linked;
#if defined(ASSAY_ALLOCATION_WRAPPED)
  return nullptr;
#else
  void* loaded = dlsym(RTLD_DEFAULT, name);
  dlerror();  // the program is not to find ours
  return reinterpret_cast<Function*>(loaded);
#endif
}

bool isSanitized() noexcept {
  return found(&__asan_init, "__asan_init") != nullptr || found(&__hwasan_init, "__hwasan_init") != nullptr ||
         found(&__tsan_init, "__tsan_init") != nullptr || found(&__msan_init, "__msan_init") != nullptr ||
         found(&__lsan_init, "__lsan_init") != nullptr;
}

const std::uint64_t* jemallocCounter(const char* name) noexcept {
  const std::uint64_t* counter = nullptr;
  std::size_t bytes = sizeof counter;
  return jemallocControl(name, static_cast<void*>(&counter), &bytes, nullptr, 0) == 0 ? counter : nullptr;
}

assay_v1_counters jemallocCounters() noexcept {
  return {jemallocCounter("thread.allocatedp"), jemallocCounter("thread.deallocatedp")};
}

/// jemalloc may be built without counts.
bool jemallocCounts() noexcept {
  jemallocControl = found(&mallctl, "mallctl");
  return jemallocControl != nullptr && jemallocCounters().allocated != nullptr;
}

void afterNew(const void* block, std::size_t /*size*/) {
  if (block != nullptr) countAllocated(tcmallocSize(const_cast<void*>(block)));
}
void beforeDelete(const void* block) {
  if (block != nullptr) countFreed(tcmallocSize(const_cast<void*>(block)));
}

bool tcmallocCalls() noexcept {
  const auto addNew = found(&MallocHook_AddNewHook, "MallocHook_AddNewHook");
  const auto addDelete = found(&MallocHook_AddDeleteHook, "MallocHook_AddDeleteHook");
  tcmallocSize = found(&tc_malloc_size, "tc_malloc_size");
  return addNew != nullptr && addDelete != nullptr && tcmallocSize != nullptr && addNew(afterNew) != 0 &&
         addDelete(beforeDelete) != 0;
}

/// Tries it: who knows what malloc is in this program? Volatile, or the compiler takes both calls away.
bool ownCallsCount() noexcept {
  void* (*volatile allocate)(std::size_t) = malloc;
  void (*volatile release)(void*) = free;
  if (!sizesAreKnown()) return false;
  const Counts before = counts;
  runtime::store(counting, true);
  release(allocate(64));
  const bool works = counts.allocated > before.allocated && counts.freed > before.freed;
  if (!works) runtime::store(counting, false);
  return works;
}

Way decided() noexcept {
  if (isSanitized()) return Way::Nothing;
  if (jemallocCounts()) return Way::Jemalloc;
  return tcmallocCalls() || ownCallsCount() ? Way::OwnCounts : Way::Nothing;
}

/// When the program is loaded, or at a guard that runs before that, of a shared library's constructor: there
/// is one thread then.
void decide() noexcept {
  if (way == Way::Undecided) way = decided();
}

__attribute__((constructor(101))) void whenLoaded() noexcept {
  decide();
}

}  // namespace
}  // namespace assay::allocation

using namespace assay::allocation;

// NOLINTNEXTLINE(readability-identifier-naming): a C name
extern "C" assay_v1_counters assay_v1_allocation_counters() noexcept {
  decide();
  if (way == Way::Jemalloc) return jemallocCounters();
  if (way == Way::OwnCounts) return {&counts.allocated, &counts.freed};
  return {nullptr, nullptr};
}
