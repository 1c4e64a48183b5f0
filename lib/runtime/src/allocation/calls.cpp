// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// malloc and the others, as the program calls them. They hand each call on to the allocator that is there
// anyway and note the size that it gave. Operators new and delete come here by way of malloc and free. Weak,
// so that an allocator in the program itself has its own way.
//
// In a program that is linked statically there is no next allocator by that name: the linker's --wrap hands
// out other names then (ASSAY_ALLOCATION_WRAPPED).
#include "runtime/src/allocation/calls.h"

#include <cerrno>
#include <cstring>

#if !defined(ASSAY_ALLOCATION_WRAPPED)
#include <dlfcn.h>
#endif

namespace assay::allocation {

__thread Counts counts __attribute__((tls_model("initial-exec"))) = {0, 0};
bool counting = false;

}  // namespace assay::allocation

// NOLINTBEGIN(readability-identifier-naming,readability-redundant-declaration): C names
#if defined(ASSAY_ALLOCATION_WRAPPED)
#define ASSAY_NAME(function) __wrap_##function
extern "C" {
void* __real_malloc(std::size_t size) noexcept;
void* __real_calloc(std::size_t count, std::size_t size) noexcept;
void* __real_realloc(void* block, std::size_t size) noexcept;
void __real_free(void* block) noexcept;
int __real_posix_memalign(void** block, std::size_t alignment, std::size_t size) noexcept;
void* __real_aligned_alloc(std::size_t alignment, std::size_t size) noexcept;
void* __real_memalign(std::size_t alignment, std::size_t size) noexcept;
void* __real_valloc(std::size_t size) noexcept;
std::size_t malloc_usable_size(void* block) noexcept;
}
#else
#define ASSAY_NAME(function) function
#endif
#define ASSAY_INTERPOSED extern "C" __attribute__((weak, visibility("default")))

namespace assay::allocation {
namespace {

/// The allocator that the calls go on to.
struct Next {
  void* (*malloc)(std::size_t);
  void* (*calloc)(std::size_t, std::size_t);
  void* (*realloc)(void*, std::size_t);
  void (*free)(void*);
  int (*posix_memalign)(void**, std::size_t, std::size_t);
  void* (*aligned_alloc)(std::size_t, std::size_t);
  void* (*memalign)(std::size_t, std::size_t);
  void* (*valloc)(std::size_t);
  void* (*pvalloc)(std::size_t);
  std::size_t (*usableSize)(void*);
};

#if defined(ASSAY_ALLOCATION_WRAPPED)

// Not pvalloc: other allocators have none, and that of libc would be linked beside them.
constexpr Next kNext = {
    __real_malloc,        __real_calloc,   __real_realloc, __real_free, __real_posix_memalign,
    __real_aligned_alloc, __real_memalign, __real_valloc,  nullptr,     malloc_usable_size};

const Next* next() noexcept {
  return &kNext;
}
bool isEarly(const void* /*block*/) noexcept {
  return false;
}
void* allocateEarly(std::size_t /*size*/) noexcept {
  return nullptr;
}
std::size_t earlySize(const void* /*block*/) noexcept {
  return 0;
}

#else

Next theNext = {};
bool isKnown = false;
__thread bool looksUp __attribute__((tls_model("initial-exec"))) = false;

/// What the dynamic linker itself allocates while it looks up the next allocator. Never given back.
constexpr std::size_t kEarlyBytes = 1 << 16;
constexpr std::size_t kUnit = 16;
alignas(kUnit) char earlyMemory[kEarlyBytes];
std::size_t earlyUsed = 0;

bool isEarly(const void* block) noexcept {
  const auto* address = static_cast<const char*>(block);
  return address >= earlyMemory && address < earlyMemory + kEarlyBytes;
}

/// Its size stands before it.
std::size_t earlySize(const void* block) noexcept {
  std::size_t size;
  std::memcpy(&size, static_cast<const char*>(block) - kUnit, sizeof size);
  return size;
}

void* allocateEarly(std::size_t size) noexcept {
  if (size > kEarlyBytes) return nullptr;
  const std::size_t whole = kUnit + (size + kUnit - 1) / kUnit * kUnit;
  const std::size_t begin = __atomic_fetch_add(&earlyUsed, whole, __ATOMIC_RELAXED);
  if (begin + whole > kEarlyBytes) return nullptr;
  std::memcpy(earlyMemory + begin, &size, sizeof size);
  return earlyMemory + begin + kUnit;
}

template <typename Function>
void lookUp(Function*& function, const char* name) noexcept {
  void* found = dlsym(RTLD_NEXT, name);
  __atomic_store_n(&function, reinterpret_cast<Function*>(found), __ATOMIC_RELAXED);
}

void lookUpAll() noexcept {
  lookUp(theNext.malloc, "malloc");
  lookUp(theNext.calloc, "calloc");
  lookUp(theNext.realloc, "realloc");
  lookUp(theNext.free, "free");
  lookUp(theNext.posix_memalign, "posix_memalign");
  lookUp(theNext.aligned_alloc, "aligned_alloc");
  lookUp(theNext.memalign, "memalign");
  lookUp(theNext.valloc, "valloc");
  lookUp(theNext.pvalloc, "pvalloc");
  lookUp(theNext.usableSize, "malloc_usable_size");
}

/// Null while this very thread looks it up. Threads that come at once all do, and find the same.
const Next* next() noexcept {
  if (__builtin_expect(__atomic_load_n(&isKnown, __ATOMIC_ACQUIRE), true)) return &theNext;
  if (looksUp) return nullptr;
  looksUp = true;
  lookUpAll();
  looksUp = false;
  __atomic_store_n(&isKnown, true, __ATOMIC_RELEASE);
  return &theNext;
}

#endif

inline void* counted(const Next& next, void* block) noexcept {
  if (block != nullptr && runtime::load(counting)) countAllocated(next.usableSize(block));
  return block;
}

/// A block of the early memory moves to the allocator.
void* moveEarly(void* block, std::size_t size) noexcept {
  const Next* to = next();
  void* moved = to != nullptr ? counted(*to, to->malloc(size)) : allocateEarly(size);
  const std::size_t before = earlySize(block);
  if (moved != nullptr) std::memcpy(moved, block, before < size ? before : size);
  return moved;
}

void* resized(const Next& next, void* block, std::size_t size) noexcept {
  if (!runtime::load(counting)) return next.realloc(block, size);
  const std::size_t before = block != nullptr ? next.usableSize(block) : 0;
  void* moved = next.realloc(block, size);
  if (moved != nullptr || size == 0) countFreed(before);  // else the block is as it was
  return counted(next, moved);
}

}  // namespace

bool sizesAreKnown() noexcept {
  const Next* all = next();
  if (all == nullptr || all->malloc == nullptr || all->usableSize == nullptr) return false;
#if !defined(ASSAY_ALLOCATION_WRAPPED)
  Dl_info allocator, sizes;
  return dladdr(reinterpret_cast<void*>(all->malloc), &allocator) != 0 &&
         dladdr(reinterpret_cast<void*>(all->usableSize), &sizes) != 0 &&
         allocator.dli_fbase == sizes.dli_fbase;
#else
  return true;
#endif
}

}  // namespace assay::allocation

using namespace assay::allocation;

ASSAY_INTERPOSED void* ASSAY_NAME(malloc)(std::size_t size) noexcept {
  const Next* to = next();
  return to != nullptr ? counted(*to, to->malloc(size)) : allocateEarly(size);
}

ASSAY_INTERPOSED void* ASSAY_NAME(calloc)(std::size_t count, std::size_t size) noexcept {
  const Next* to = next();
  return to != nullptr ? counted(*to, to->calloc(count, size)) : allocateEarly(count * size);
}

ASSAY_INTERPOSED void* ASSAY_NAME(realloc)(void* block, std::size_t size) noexcept {
  if (__builtin_expect(isEarly(block), false)) return moveEarly(block, size);
  const Next* to = next();
  return to != nullptr ? resized(*to, block, size) : allocateEarly(size);
}

ASSAY_INTERPOSED void ASSAY_NAME(free)(void* block) noexcept {
  if (block == nullptr || __builtin_expect(isEarly(block), false)) return;
  const Next* to = next();
  if (to == nullptr) return;
  if (assay::runtime::load(counting)) countFreed(to->usableSize(block));
  to->free(block);
}

ASSAY_INTERPOSED int ASSAY_NAME(posix_memalign)(void** block, std::size_t alignment,
                                                std::size_t size) noexcept {
  const Next* to = next();
  if (to == nullptr) return ENOMEM;
  const int error = to->posix_memalign(block, alignment, size);
  if (error == 0) counted(*to, *block);
  return error;
}

ASSAY_INTERPOSED void* ASSAY_NAME(aligned_alloc)(std::size_t alignment, std::size_t size) noexcept {
  const Next* to = next();
  return to != nullptr ? counted(*to, to->aligned_alloc(alignment, size)) : nullptr;
}

ASSAY_INTERPOSED void* ASSAY_NAME(memalign)(std::size_t alignment, std::size_t size) noexcept {
  const Next* to = next();
  return to != nullptr ? counted(*to, to->memalign(alignment, size)) : nullptr;
}

ASSAY_INTERPOSED void* ASSAY_NAME(valloc)(std::size_t size) noexcept {
  const Next* to = next();
  return to != nullptr ? counted(*to, to->valloc(size)) : nullptr;
}

#if !defined(ASSAY_ALLOCATION_WRAPPED)
ASSAY_INTERPOSED void* pvalloc(std::size_t size) noexcept {
  const Next* to = next();
  return to != nullptr ? counted(*to, to->pvalloc(size)) : nullptr;
}
#endif
// NOLINTEND(readability-identifier-naming,readability-redundant-declaration)
