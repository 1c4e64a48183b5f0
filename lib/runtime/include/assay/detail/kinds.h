/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The guards of functions that an ordinary guard would change or miscount, for `assay instrument`: constant
   expressions, entries without an end, recursions, coroutines. As entry.h: includes nothing of libc, not for
   direct use. */
#ifndef ASSAY_DETAIL_KINDS_H
#define ASSAY_DETAIL_KINDS_H
#pragma GCC system_header

#include <assay/detail/entry.h>

#ifdef __cplusplus
extern "C++" {
extern "C" {
#endif

/* Counts a call at its entry; it has no end. */
ASSAY_DETAIL_SHOWN void assay_v1_count(struct assay_v1_site* site, const char* name) ASSAY_DETAIL_NOEXCEPT;

#ifdef __cplusplus
} /* extern "C" */

/* Compilers that cannot tell whether they evaluate a constant get no guard where one would be in the way. */
#if __cplusplus >= 201402L && \
    ((defined(__clang__) && __clang_major__ >= 9) || (!defined(__clang__) && __GNUC__ >= 9))
#define ASSAY_DETAIL_LITERAL 1
#define ASSAY_DETAIL_LITERAL_CONSTEXPR constexpr

/* A guard that is a literal type before C++20: its end is a cleanup function and no destructor. */
struct assay_v1_running {
  ::assay_v1_site* site;
  ::assay_v1_entry entry;
};

ASSAY_DETAIL_QUIET constexpr ::assay_v1_running assay_v1_begin(::assay_v1_site* site,
                                                               const char* name) noexcept {
  ::assay_v1_running running = {site, {0u, 0u}};
  if (!__builtin_is_constant_evaluated() &&
      __builtin_expect(__atomic_load_n(&assay_v1_switch, __ATOMIC_RELAXED) != 0u, 1)) {
    running.entry = ::assay_v1_enter(site, name);
  }
  return running;
}

ASSAY_DETAIL_QUIET constexpr void assay_v1_end(::assay_v1_running* running) noexcept {
  if (running->entry.begun != 0u) {
    ::assay_v1_leave(running->site, running->entry.begun, running->entry.context);
  }
}

/* clang-format off */
#define ASSAY_DETAIL_LITERAL_GUARD(id, name)                                                           \
  ::assay_v1_running assay_guard_##id##_ __attribute__((__cleanup__(assay_v1_end), __unused__)) = \
      ::assay_v1_begin(&::assay::v1::SiteOf<id, 0u>::site, name)
/* clang-format on */
#elif __cplusplus >= 201402L
#define ASSAY_DETAIL_LITERAL_CONSTEXPR constexpr
#define ASSAY_DETAIL_LITERAL_GUARD(id, name) static_assert(true, "")
#else
#define ASSAY_DETAIL_LITERAL_CONSTEXPR
#define ASSAY_DETAIL_LITERAL_GUARD(id, name) ::assay::v1::Guard<id> assay_guard_##id##_(name)
#endif

namespace assay {
inline namespace v1 {

/* Counts an entry and leaves nothing behind, so that a call may be the function's last act, or a jump. */
template <assay_v1_u64 Id>
ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET inline ASSAY_DETAIL_LITERAL_CONSTEXPR void count(
    const char* name) noexcept {
#if defined(ASSAY_DETAIL_LITERAL)
  if (__builtin_is_constant_evaluated()) return;
#endif
  if (__builtin_expect(__atomic_load_n(&assay_v1_switch, __ATOMIC_RELAXED) != 0u, 1)) {
    ::assay_v1_count(&SiteOf<Id, 2u>::site, name);
  }
}

} /* namespace v1 */
} /* namespace assay */
} /* extern "C++" */

#else /* C */

/* The value of a declaration, because C89 has no statements before declarations. */
ASSAY_DETAIL_QUIET static __inline__ unsigned char assay_v1_counted(struct assay_v1_site* site,
                                                                    const char* name) {
  if (__builtin_expect(__atomic_load_n(&assay_v1_switch, __ATOMIC_RELAXED) != 0u, 1)) {
    assay_v1_count(site, name);
  }
  return 1u;
}

/* clang-format off */
#define ASSAY_DETAIL_C_COUNT(suffix, site_id, name)                                          \
  ASSAY_DETAIL_QUIETLY                                                                       \
  static struct assay_v1_site assay_site_##suffix##_ = {site_id, 0u, 2u};                    \
  unsigned char assay_counted_##suffix##_ __attribute__((__unused__)) =                      \
      assay_v1_counted(&assay_site_##suffix##_, name)                                        \
  ASSAY_DETAIL_LOUDLY
/* clang-format on */

#endif
#endif
