/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The guards of functions that an ordinary guard would change or miscount, for `assay instrument`: constant
   expressions, entries without an end, recursions, coroutines. As entry.h: includes nothing of libc, not for
   direct use. */
#ifndef ASSAY_DETAIL_KINDS_H
#define ASSAY_DETAIL_KINDS_H
#pragma GCC system_header

#include <assay/detail/entry.h>
#include <assay/detail/in_line.h>

#ifdef __cplusplus
extern "C++" {
extern "C" {
#endif

/* One level of a recursion. `outer` is a place in the guard's object, different for all levels that live at
   once; the library keeps something there until the end. begun of a level inside another one is not a time.
 */
ASSAY_DETAIL_SHOWN struct assay_v1_entry assay_v1_enter_recursive(struct assay_v1_site* site,
                                                                  const char* name,
                                                                  assay_v1_u64* outer) ASSAY_DETAIL_NOEXCEPT;
ASSAY_DETAIL_SHOWN void assay_v1_leave_recursive(struct assay_v1_site* site, assay_v1_u64 begun,
                                                 assay_v1_u64 context,
                                                 assay_v1_u64 outer) ASSAY_DETAIL_NOEXCEPT;

#ifdef __cplusplus
/* The context of a coroutine that is about to return, on whatever thread. */
ASSAY_DETAIL_SHOWN assay_v1_u64 assay_v1_returns(assay_v1_u64 context) ASSAY_DETAIL_NOEXCEPT;
ASSAY_DETAIL_SHOWN void assay_v1_leave_coroutine(struct assay_v1_site* site, assay_v1_u64 begun,
                                                 assay_v1_u64 context) ASSAY_DETAIL_NOEXCEPT;
} /* extern "C" */

#if __cplusplus >= 201402L
#define ASSAY_DETAIL_LITERAL_CONSTEXPR constexpr
#endif

/* Compilers that cannot tell whether they evaluate a constant get no guard where one would be in the way. */
#if __cplusplus >= 201402L && \
    ((defined(__clang__) && __clang_major__ >= 9) || (!defined(__clang__) && __GNUC__ >= 9))
#define ASSAY_DETAIL_LITERAL 1

/* The guard is a literal type before C++20: its end is a cleanup function and no destructor. */
ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET constexpr ::assay_v1_running assay_v1_begin(
    ::assay_v1_site* site, const char* name) noexcept {
  ::assay_v1_running running = {{0u, 0u}, site, {0u, 0u}};
  if (!__builtin_is_constant_evaluated() && ASSAY_DETAIL_ON) {
    ::assay_v1_open_named(&running, site, name);
  }
  return running;
}

ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET constexpr void assay_v1_end(::assay_v1_running* running) noexcept {
  if (running->entry.context != 0u) {
    ::assay_v1_close(running);
  }
}

/* clang-format off */
#define ASSAY_DETAIL_LITERAL_GUARD(id, name, flags)                                               \
  ::assay_v1_running assay_guard_##id##_ __attribute__((__cleanup__(assay_v1_end), __unused__)) = \
      ::assay_v1_begin(&::assay::v1::SiteOf<id, flags>::site, name)
/* clang-format on */
#elif __cplusplus >= 201402L
#define ASSAY_DETAIL_LITERAL_GUARD(id, name, flags) \
  ::assay_v1_running assay_guard_##id##_ __attribute__((__unused__)) = ::assay_v1_running()
#else
#define ASSAY_DETAIL_LITERAL_CONSTEXPR
#define ASSAY_DETAIL_LITERAL_GUARD(id, name, flags) \
  __typeof__(::assay::v1::Guard<id, flags>) assay_guard_##id##_(name)
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
  if (ASSAY_DETAIL_ON) {
    ::assay_v1_count_here(&SiteOf<Id, 2u>::site, name);
  }
}

/* Counts every level of a recursion and times the outermost. */
template <assay_v1_u64 Id>
class ASSAY_DETAIL_HIDDEN RecursiveGuard {
 public:
  ASSAY_DETAIL_QUIET ASSAY_DETAIL_CONSTEXPR explicit RecursiveGuard(const char* name) noexcept
      : entry(), outer_(0u) {
    if (ASSAY_DETAIL_RUNNING && ASSAY_DETAIL_ON) {
      entry = ::assay_v1_enter_recursive(&SiteOf<Id, 4u>::site, name, &outer_);
    }
  }
  RecursiveGuard(const RecursiveGuard&) = delete;
  RecursiveGuard& operator=(const RecursiveGuard&) = delete;
  ASSAY_DETAIL_QUIET ASSAY_DETAIL_CONSTEXPR ~RecursiveGuard() noexcept {
    if (entry.context != 0u) {
      ::assay_v1_leave_recursive(&SiteOf<Id, 4u>::site, entry.begun, entry.context, outer_);
    }
  }

  ::assay_v1_entry entry;

 private:
  assay_v1_u64 outer_;
};

/* Lives in a coroutine's frame, from the body's first resumption to its end or the frame's destruction.
   Not hidden itself, because the frame is not. */
template <assay_v1_u64 Id>
class CoroutineGuard {
 public:
  ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET explicit CoroutineGuard(const char* name) noexcept : entry() {
    if (ASSAY_DETAIL_ON) {
      entry = ::assay_v1_enter(&SiteOf<Id, 0u>::site, name);
    }
  }
  CoroutineGuard(const CoroutineGuard&) = delete;
  CoroutineGuard& operator=(const CoroutineGuard&) = delete;
  ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET ~CoroutineGuard() noexcept {
    if (entry.context != 0u) ::assay_v1_leave_coroutine(&SiteOf<Id, 0u>::site, entry.begun, entry.context);
  }
  ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET void returns() noexcept {
    if (entry.context != 0u) entry.context = ::assay_v1_returns(entry.context);
  }

  ::assay_v1_entry entry;
};

} /* namespace v1 */
} /* namespace assay */
} /* extern "C++" */

#else /* C */

/* The value of a declaration, because C89 has no statements before declarations. */
ASSAY_DETAIL_QUIET static __inline__ unsigned char assay_v1_counted(struct assay_v1_site* site,
                                                                    const char* name) {
  if (ASSAY_DETAIL_ON) {
    assay_v1_count_here(site, name);
  }
  return 1u;
}

/* As assay_v1_running, with its site first, and what the library keeps with it. */
struct assay_v1_recursing {
  struct assay_v1_site* site;
  struct assay_v1_entry entry;
  assay_v1_u64 outer;
};

ASSAY_DETAIL_QUIET static __inline__ unsigned char assay_v1_begin_recursive(struct assay_v1_recursing* level,
                                                                            struct assay_v1_site* site,
                                                                            const char* name) {
  level->site = site;
  level->entry.context = 0u;
  level->outer = 0u;
  if (ASSAY_DETAIL_ON) {
    level->entry = assay_v1_enter_recursive(level->site, name, &level->outer);
  }
  return 1u;
}

ASSAY_DETAIL_QUIET static __inline__ void assay_v1_end_recursive(struct assay_v1_recursing* level) {
  if (level->entry.context != 0u) {
    assay_v1_leave_recursive(level->site, level->entry.begun, level->entry.context, level->outer);
  }
}

/* clang-format off */
#define ASSAY_DETAIL_C_RECURSIVE_GUARD(suffix, site_id, name)                                \
  ASSAY_DETAIL_QUIETLY                                                                       \
  struct assay_v1_recursing assay_guard_##suffix##_                                          \
      __attribute__((__cleanup__(assay_v1_end_recursive), __unused__));                      \
  unsigned char assay_counted_##suffix##_ __attribute__((__unused__)) = __extension__({      \
    static struct assay_v1_site assay_site_##suffix##_ = {site_id, 0u, 4u};                  \
    assay_v1_begin_recursive(&assay_guard_##suffix##_, &assay_site_##suffix##_, name);       \
  })                                                                                         \
  ASSAY_DETAIL_LOUDLY
#define ASSAY_DETAIL_C_COUNT(suffix, site_id, name)                                          \
  ASSAY_DETAIL_QUIETLY                                                                       \
  unsigned char assay_counted_##suffix##_ __attribute__((__unused__)) = __extension__({      \
    static struct assay_v1_site assay_site_##suffix##_ = {site_id, 0u, 2u};                  \
    assay_v1_counted(&assay_site_##suffix##_, name);                                         \
  })                                                                                         \
  ASSAY_DETAIL_LOUDLY
/* clang-format on */

#endif
#endif
