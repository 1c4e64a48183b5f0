// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Counting in memory that one thread writes and other processes read. On x86 one instruction without a lock
// prefix: it cannot be torn, and a signal handler that counts in the same cell comes before it or after it.
// Elsewhere, and under ThreadSanitizer, relaxed atomic operations, which are that as well.
#pragma once

#include <cstdint>

#if defined(__SANITIZE_THREAD__) || !defined(__x86_64__)
#define ASSAY_CELL_ATOMIC 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define ASSAY_CELL_ATOMIC 1
#endif
#endif

namespace assay::runtime {

template <typename T>
inline T load(const T& cell) noexcept {
  return __atomic_load_n(&cell, __ATOMIC_RELAXED);
}

template <typename T>
inline void store(T& cell, T value) noexcept {
  __atomic_store_n(&cell, value, __ATOMIC_RELAXED);
}

template <typename T>
inline void publish(T& cell, T value) noexcept {
  __atomic_store_n(&cell, value, __ATOMIC_RELEASE);
}

inline void add(std::uint64_t& cell, std::uint64_t by) noexcept {
#if !defined(ASSAY_CELL_ATOMIC)
  __asm__ volatile("addq %1, %0" : "+m"(cell) : "er"(by) : "cc");
#else
  __atomic_fetch_add(&cell, by, __ATOMIC_RELAXED);
#endif
}

/// Adds; true when the cell ran over 2^32.
inline bool addMany(std::uint32_t& cell, std::uint32_t by) noexcept {
#if !defined(ASSAY_CELL_ATOMIC)
  bool carry;
  __asm__ volatile("addl %2, %0" : "+m"(cell), "=@ccc"(carry) : "er"(by));
  return carry;
#else
  return __atomic_add_fetch(&cell, by, __ATOMIC_RELAXED) < by;
#endif
}

/// Adds one; true when the cell ran over 2^32.
inline bool addOne(std::uint32_t& cell) noexcept {
  return addMany(cell, 1);
}

/// Takes one; false while there is some left.
inline bool takeLast(std::uint32_t& cell) noexcept {
#if !defined(ASSAY_CELL_ATOMIC)
  bool isLast;
  __asm__ volatile("subl $1, %0" : "+m"(cell), "=@ccbe"(isLast));
  return isLast;
#else
  return __atomic_fetch_sub(&cell, 1u, __ATOMIC_RELAXED) <= 1;
#endif
}

/// Takes from a cell; true when it is below zero then.
inline bool takeBelowZero(std::int64_t& cell, std::uint64_t by) noexcept {
#if !defined(ASSAY_CELL_ATOMIC)
  bool isBelow;
  __asm__ volatile("subq %2, %0" : "+m"(cell), "=@ccs"(isBelow) : "er"(by));
  return isBelow;
#else
  return __atomic_sub_fetch(&cell, static_cast<std::int64_t>(by), __ATOMIC_RELAXED) < 0;
#endif
}

}  // namespace assay::runtime
