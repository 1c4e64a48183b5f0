/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* What a guard does in line: counting a call that is not timed. The two calls into the library that a timed
   call makes hide behind its time stamps; here there is nothing to hide them behind, and they would be most
   of the price (docs/explanation/overhead.md). What is rare still goes through them. As entry.h: includes
   nothing of libc, not for direct use. */
#ifndef ASSAY_DETAIL_IN_LINE_H
#define ASSAY_DETAIL_IN_LINE_H
#pragma GCC system_header

#include <assay/detail/entry.h>

/* A compiler for a device has no threads' own variables and no signal handlers. */
#if !defined(__CUDA_ARCH__) && !defined(__HIP_DEVICE_COMPILE__) && !defined(__SYCL_DEVICE_ONLY__)
#define ASSAY_DETAIL_OF_HOST 1
#endif

/* Where one instruction adds to memory, so that a signal handler that counts in the same cell comes before it
   or after it. ThreadSanitizer wants to see it. */
#if defined(ASSAY_DETAIL_OF_HOST) && defined(__x86_64__) && !defined(__SANITIZE_THREAD__)
#define ASSAY_DETAIL_COUNTS_HERE 1
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#undef ASSAY_DETAIL_COUNTS_HERE
#endif
#endif
#endif

#ifdef __cplusplus
#define ASSAY_DETAIL_HERE ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET __attribute__((__always_inline__)) inline
extern "C++" {
extern "C" {
#else
#define ASSAY_DETAIL_HERE ASSAY_DETAIL_QUIET __attribute__((__always_inline__)) static __inline__
#endif

/* What one thread counts of one site: the beginning of the segment's record, as far as guards write to it. */
struct assay_v1_counts {
  assay_v1_u64 before[5];
  assay_v1_u64 entered;
  assay_v1_u64 ended;
  assay_v1_u64 between[154];
  unsigned countdown; /* calls up to the next one that is timed, with it; 0: each is */
};

/* To the library these are pointers to the whole record. */
typedef struct assay_v1_counts* __attribute__((__may_alias__)) assay_v1_counts_pointer;

/* This thread, as guards see it. Written by the library, on this thread. */
struct assay_v1_thread {
  /* By a site's index, which is 0 before the site is known; null where this thread has not been yet. */
  const assay_v1_counts_pointer* counts;
  const unsigned* in_flight; /* the C++ library's count of this thread's exceptions in flight; never null */
  /* The context of a call that is counted in line and begins without an exception in flight; no other thread
     that lives, and no other process, has it. (A later thread may have it, together with the counts.) No
     call's context before this thread's first guard and behind its last one. */
  assay_v1_u64 untimed;
};
/* Its name has the layout of what guards write to (segment_layout.h): an object that was compiled for another
   one does not link. */
extern ASSAY_DETAIL_SHOWN __thread struct assay_v1_thread assay_v1_this_thread_8
    __attribute__((__tls_model__("initial-exec")));

/* What is not done in line. Cold, so that it stands out of the way in the function. */
#define ASSAY_DETAIL_RARELY ASSAY_DETAIL_SHOWN __attribute__((__cold__))

/* Counts a call at its entry; it has no end. */
ASSAY_DETAIL_RARELY void assay_v1_count(struct assay_v1_site* site, const char* name) ASSAY_DETAIL_NOEXCEPT;

/* The ordinary guard's two calls, where the context is 0 before the first one, and also before the second one
   of a call that is not recorded. */
ASSAY_DETAIL_RARELY void assay_v1_open_rarely(struct assay_v1_running* call, struct assay_v1_site* site,
                                              const char* name) ASSAY_DETAIL_NOEXCEPT;
ASSAY_DETAIL_RARELY void assay_v1_close_rarely(struct assay_v1_running* call,
                                               struct assay_v1_site* site) ASSAY_DETAIL_NOEXCEPT;

#if defined(ASSAY_DETAIL_COUNTS_HERE)
/* With a register and a number, because the operand of memory has its size in only one of the compilers'
   Intel syntaxes (-masm=intel). */
#define ASSAY_DETAIL_STEP(att, intel, counts, cell)                                         \
  __asm__ __volatile__("{" att ", %c2(%1)|" intel " ptr [%1 + %c2], 1}"                     \
                       : "+m"((counts)->cell)                                               \
                       : "r"(counts), "i"(__builtin_offsetof(struct assay_v1_counts, cell)) \
                       : "cc")
#define ASSAY_DETAIL_ADD_ONE(counts, cell) ASSAY_DETAIL_STEP("addq $1", "add qword", counts, cell)
#define ASSAY_DETAIL_TAKE_ONE(counts, cell) ASSAY_DETAIL_STEP("subl $1", "sub dword", counts, cell)

ASSAY_DETAIL_HERE struct assay_v1_counts* assay_v1_counts_of(const struct assay_v1_site* site) {
  return assay_v1_this_thread_8.counts[__atomic_load_n(&site->index, __ATOMIC_RELAXED)];
}

/* Read anew each time: a signal handler may fork, and return in the child. */
ASSAY_DETAIL_HERE assay_v1_u64 assay_v1_untimed_now(void) {
  return __atomic_load_n(&assay_v1_this_thread_8.untimed, __ATOMIC_RELAXED) |
         (unsigned short)*assay_v1_this_thread_8.in_flight;
}
#endif

ASSAY_DETAIL_HERE void assay_v1_count_here(struct assay_v1_site* site, const char* name) {
#if defined(ASSAY_DETAIL_COUNTS_HERE)
  struct assay_v1_counts* counts = assay_v1_counts_of(site);
  if (__builtin_expect(counts != 0, 1)) {
    ASSAY_DETAIL_ADD_ONE(counts, entered);
    return;
  }
#endif
  assay_v1_count(site, name);
}

/* The ordinary guard's two calls, for a site of which few calls are timed and while the guards are on. What a
   call that is counted here has to remember is in `here`, whose address nobody is to know, so that it stays
   in registers: the context, and in place of a time where this thread counts it. `rarely` is for the library
   and is not touched before. A signal handler that calls the function in between the look at the countdown
   and its step can take the one before the last away; then each call is timed, and stands for itself, until
   the thread looks around the next time. */
ASSAY_DETAIL_HERE void assay_v1_open_among_others(struct assay_v1_entry* here,
                                                  struct assay_v1_running* rarely, struct assay_v1_site* site,
                                                  const char* name) {
#if defined(ASSAY_DETAIL_COUNTS_HERE)
  const assay_v1_u64 context = assay_v1_untimed_now();
  struct assay_v1_counts* counts = assay_v1_counts_of(site);
  if (__builtin_expect(counts != 0 && __atomic_load_n(&counts->countdown, __ATOMIC_RELAXED) > 1u, 1)) {
    ASSAY_DETAIL_TAKE_ONE(counts, countdown);
    ASSAY_DETAIL_ADD_ONE(counts, entered);
    here->context = context;
    here->begun = (__UINTPTR_TYPE__)counts;
    return;
  }
#endif
  rarely->entry.context = 0u;
  assay_v1_open_rarely(rarely, site, name);
  here->context = rarely->entry.context;
  here->begun = 0u;
}

/* On whatever thread the call ends: `begun` says where to count on the one, and in the process, where the
   call began, which the context tells. */
ASSAY_DETAIL_HERE void assay_v1_close_among_others(const struct assay_v1_entry* here,
                                                   struct assay_v1_running* rarely,
                                                   struct assay_v1_site* site) {
#if defined(ASSAY_DETAIL_COUNTS_HERE)
  if (__builtin_expect(here->context == assay_v1_untimed_now(), 1)) {
    struct assay_v1_counts* counts = (struct assay_v1_counts*)(__UINTPTR_TYPE__)here->begun;
    ASSAY_DETAIL_ADD_ONE(counts, ended);
    return;
  }
#endif
  rarely->entry.context = here->context;
  assay_v1_close_rarely(rarely, site);
}

#ifdef __cplusplus
} /* extern "C" */

namespace assay {
inline namespace v1 {

/* A guard of which the tag says how many calls are timed. What the library writes to is another object, which
   has to outlive it. */
template <assay_v1_u64 Id, unsigned Flags>
class ASSAY_DETAIL_HIDDEN SampledGuard {
 public:
  ASSAY_DETAIL_QUIET ASSAY_DETAIL_CONSTEXPR SampledGuard(const char* name,
                                                         ::assay_v1_running* rarely) noexcept
      : rarely_(rarely) {
    if (ASSAY_DETAIL_RUNNING && ASSAY_DETAIL_ON) {
      ::assay_v1_open_among_others(&entry, rarely_, &SiteOf<Id, Flags>::site, name);
    } else {
      entry.context = entry.begun = 0u;
    }
  }
  SampledGuard(const SampledGuard&) = delete;
  SampledGuard& operator=(const SampledGuard&) = delete;
  ASSAY_DETAIL_QUIET ASSAY_DETAIL_CONSTEXPR ~SampledGuard() noexcept {
    if (ASSAY_DETAIL_RUNNING) ::assay_v1_close_among_others(&entry, rarely_, &SiteOf<Id, Flags>::site);
  }

  ::assay_v1_entry entry; /* as every guard has it: what follows it in the body writes to it */

 private:
  ::assay_v1_running* rarely_;
};

} /* namespace v1 */
} /* namespace assay */
} /* extern "C++" */

#else /* C */

/* A guard, and what the end of a call needs besides. */
struct assay_v1_sampled {
  struct assay_v1_entry entry; /* as every guard has it: what follows it in the body writes to it */
  struct assay_v1_running* rarely;
  struct assay_v1_site* site;
};

ASSAY_DETAIL_QUIET static __inline__ struct assay_v1_sampled assay_v1_begin_among_others(
    struct assay_v1_running* rarely, struct assay_v1_site* site, const char* name) {
  struct assay_v1_sampled call = {{0u, 0u}, rarely, site};
  if (ASSAY_DETAIL_ON) assay_v1_open_among_others(&call.entry, rarely, site, name);
  return call;
}

ASSAY_DETAIL_QUIET static __inline__ void assay_v1_end_among_others(const struct assay_v1_sampled* call) {
  assay_v1_close_among_others(&call->entry, call->rarely, call->site);
}

/* As ASSAY_DETAIL_C_GUARD. */
/* clang-format off */
#define ASSAY_DETAIL_C_SAMPLED_GUARD(suffix, site_id, name, site_flags)                                      \
  ASSAY_DETAIL_QUIETLY                                                                                       \
  struct assay_v1_running assay_rarely_##suffix##_;                                                          \
  struct assay_v1_sampled assay_guard_##suffix##_                                                            \
      __attribute__((__cleanup__(assay_v1_end_among_others), __unused__)) = __extension__({                  \
        static struct assay_v1_site assay_site_##suffix##_ = {site_id, 0u, site_flags};                      \
        assay_v1_begin_among_others(&assay_rarely_##suffix##_, &assay_site_##suffix##_, name);               \
      })                                                                                                     \
  ASSAY_DETAIL_LOUDLY
/* clang-format on */

#endif
#endif
