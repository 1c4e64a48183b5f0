/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* What both public headers stand on: the two calls of a guard, for C (C89 and later) and C++ (C++11 and
   later). Includes nothing, so that no feature-test macro of the user's is decided here, and costs next to
   nothing to compile. Beginning and end are one call each into the library: measured, that is as quick as in
   line (both hide behind the time stamps), a third of the code in the guarded function, and right when a
   coroutine ends on another thread. Not for direct use; everything spelled assay_v1_ may change with the
   version in the name. */
#ifndef ASSAY_DETAIL_ENTRY_H
#define ASSAY_DETAIL_ENTRY_H
#pragma GCC system_header

#if defined(__GNUC__)
#define ASSAY_DETAIL_SHOWN __attribute__((__visibility__("default")))
#define ASSAY_DETAIL_HIDDEN __attribute__((__visibility__("hidden")))
#define ASSAY_DETAIL_QUIET __attribute__((__no_instrument_function__))
#else
#error "assay's guards need GCC or Clang (or define ASSAY_DISABLE)"
#endif

#ifdef __cplusplus
#define ASSAY_DETAIL_NOEXCEPT noexcept
extern "C++" {
extern "C" {
#else
#define ASSAY_DETAIL_NOEXCEPT __attribute__((__nothrow__))
#endif

__extension__ typedef unsigned long long assay_v1_u64;

/* One guarded function, as one object file knows it. Constant-initialised; the library fills in `index` at
 * the first call. */
struct assay_v1_site {
  assay_v1_u64 id; /* 0: the library takes FNV-1a of the name */
  unsigned index;  /* 0: not registered yet */
  unsigned flags;
};

/* Among the flags: one in so many calls is timed, 1 to 1024; 0: as the budget has it. */
#define ASSAY_DETAIL_SAMPLED(calls) ((calls) * 0x10000u)

/* The beginning of a call. context: the library's own, but for the highest bit, which a call loses that fails
   by what it returns. 0: the call is not recorded (switched off, or no room), so there is no end either, and
   `begun` may be anything. First, because that makes the shortest code where a call ends. */
struct assay_v1_entry {
  assay_v1_u64 context;
  assay_v1_u64 begun;
};

/* Bytes that a thread has allocated and freed since it began. */
struct assay_v1_bytes {
  assay_v1_u64 allocated;
  assay_v1_u64 freed;
};

/* A call whose guard is an object that the library writes to: less code in the function than what comes and
   goes in registers. `before` is read where bytes are counted (detail/allocation.h); and where they are
   not, but the kernel's clock is read: then in place of `begun`, the moment as seconds and nanoseconds. */
struct assay_v1_running {
  struct assay_v1_entry entry;
  struct assay_v1_site* site;
  struct assay_v1_bytes before;
};

/* In an inline function of external linkage C allows only constant static objects and no static functions,
   lest they differ from file to file. These may: the library joins sites by id, the functions are the same
   everywhere. And a guard's object may be used or not. */
#if defined(__clang__)
#define ASSAY_DETAIL_LOUDLY _Pragma("clang diagnostic pop")
#define ASSAY_DETAIL_QUIETLY                                                                        \
  _Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Wstatic-local-in-inline\"") \
      _Pragma("clang diagnostic ignored \"-Wstatic-in-inline\"")                                    \
          _Pragma("clang diagnostic ignored \"-Wused-but-marked-unused\"")
#else
#define ASSAY_DETAIL_LOUDLY
#define ASSAY_DETAIL_QUIETLY
#endif

/* Marks a guard's call as failed; a second time changes nothing. One expression, so that it may stand in
   constant expressions and in inline functions of C. */
#define ASSAY_DETAIL_FAIL(entry) \
  ASSAY_DETAIL_QUIETLY(entry).context &= 0x7fffffffffffffffu ASSAY_DETAIL_LOUDLY

/* Not 0 while the guards are on. */
extern ASSAY_DETAIL_SHOWN unsigned assay_v1_switch;

/* The ordinary guard's two calls. Right behind the site stands its name. The first one leaves the context as
   it is (0) when the call is not recorded, the second one is for calls that are. */
ASSAY_DETAIL_SHOWN void assay_v1_open(struct assay_v1_running* call,
                                      struct assay_v1_site* site) ASSAY_DETAIL_NOEXCEPT;
ASSAY_DETAIL_SHOWN void assay_v1_close(const struct assay_v1_running* call) ASSAY_DETAIL_NOEXCEPT;

/* The same for sites without a name behind them. */
ASSAY_DETAIL_SHOWN void assay_v1_open_named(struct assay_v1_running* call, struct assay_v1_site* site,
                                            const char* name) ASSAY_DETAIL_NOEXCEPT;
ASSAY_DETAIL_SHOWN struct assay_v1_entry assay_v1_enter(struct assay_v1_site* site,
                                                        const char* name) ASSAY_DETAIL_NOEXCEPT;
ASSAY_DETAIL_SHOWN void assay_v1_leave(struct assay_v1_site* site, assay_v1_u64 begun,
                                       assay_v1_u64 context) ASSAY_DETAIL_NOEXCEPT;

/* Clang is told that the guards are off: it then moves the beginning's call out of the way, so that a
   function whose guards are off takes one jump less, and one whose guards are on takes two that hide behind
   the time stamps. */
#if defined(__clang__)
#define ASSAY_DETAIL_LIKELY 0
#else
#define ASSAY_DETAIL_LIKELY 1
#endif
#define ASSAY_DETAIL_ON \
  __builtin_expect(__atomic_load_n(&assay_v1_switch, __ATOMIC_RELAXED) != 0u, ASSAY_DETAIL_LIKELY)

#ifdef __cplusplus
} /* extern "C" */

namespace assay {
inline namespace v1 {

/* A static member of a template and not a static local: g++ would make the latter unique in the process, and
   the shared object that holds it could never be unloaded. Hidden for the same reason; the library joins
   sites by id. */
template <assay_v1_u64 Id, unsigned Flags>
struct ASSAY_DETAIL_HIDDEN SiteOf {
  static ::assay_v1_site site;
};
template <assay_v1_u64 Id, unsigned Flags>
::assay_v1_site SiteOf<Id, Flags>::site = {Id, 0u, Flags};

#if __cplusplus >= 202002L
#define ASSAY_DETAIL_CONSTEXPR constexpr
#define ASSAY_DETAIL_RUNNING (!__builtin_is_constant_evaluated())
#else
#define ASSAY_DETAIL_CONSTEXPR
#define ASSAY_DETAIL_RUNNING true
#endif

#if defined(__clang__)
ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET constexpr ::assay_v1_site notRegistered(assay_v1_u64 id,
                                                                               unsigned flags) noexcept {
  return {id, 0u, flags};
}
#endif

/* Counts and times one call, from construction to destruction. Never throws, allocates or locks once its site
   is known. A class and no template: it is compiled once, not once for each function. */
class ASSAY_DETAIL_HIDDEN Call : public ::assay_v1_running {
 public:
#if !defined(__clang__)
  ASSAY_DETAIL_QUIET ASSAY_DETAIL_CONSTEXPR Call(::assay_v1_site* of, const char* name) noexcept {
    entry.context = 0u;
    if (ASSAY_DETAIL_RUNNING && ASSAY_DETAIL_ON) ::assay_v1_open_named(this, of, name);
  }
#elif __cplusplus >= 202002L
  ASSAY_DETAIL_QUIET constexpr explicit Call(::assay_v1_site* (*of)() noexcept) noexcept {
    entry.context = 0u;
    if (ASSAY_DETAIL_RUNNING && ASSAY_DETAIL_ON) ::assay_v1_open(this, of());
  }
#else
  ASSAY_DETAIL_QUIET explicit Call(::assay_v1_site* of) noexcept {
    entry.context = 0u;
    if (ASSAY_DETAIL_ON) ::assay_v1_open(this, of);
  }
#endif
  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;
  ASSAY_DETAIL_QUIET ASSAY_DETAIL_CONSTEXPR ~Call() noexcept {
    if (entry.context != 0u) ::assay_v1_close(this);
  }
};

/* The same with a site that is found by its id. */
template <assay_v1_u64 Id, unsigned Flags>
class ASSAY_DETAIL_HIDDEN Guard : public ::assay_v1_running {
 public:
  ASSAY_DETAIL_QUIET ASSAY_DETAIL_CONSTEXPR explicit Guard(const char* name) noexcept {
    entry.context = 0u;
    if (ASSAY_DETAIL_RUNNING && ASSAY_DETAIL_ON) {
      ::assay_v1_open_named(this, &SiteOf<Id, Flags>::site, name);
    }
  }
  Guard(const Guard&) = delete;
  Guard& operator=(const Guard&) = delete;
  ASSAY_DETAIL_QUIET ASSAY_DETAIL_CONSTEXPR ~Guard() noexcept {
    if (entry.context != 0u) ::assay_v1_close(this);
  }
};

} /* namespace v1 */
} /* namespace assay */
} /* extern "C++" */

/* Clang: the site is a static object of the function, its name behind it, which is one argument less at each
   call. Where the function may be a constant expression (C++20) it has none, but what a function inside of it
   has is not its own. g++ would make such an object unique in the process, whatever its visibility. No comma
   outside of parentheses: the function can be a lambda in an argument of a macro that hands its arguments on,
   where such a comma would part them. Aligned like any other site, whatever `#pragma pack` is in force. */
/* clang-format off */
#define ASSAY_DETAIL_NAMED_SITE(variable, site_id, name, flags)         \
  static struct {                                                       \
    ::assay_v1_site site = ::assay::v1::notRegistered(site_id, flags);  \
    char text[sizeof(name)] = name;                                     \
  } variable __attribute__((__aligned__(8)))
#if !defined(__clang__)
#define ASSAY_DETAIL_CALL(id, name, flags) \
  ::assay::v1::Call assay_guard_##id##_(&::assay::v1::SiteOf<id, flags>::site, name)
#elif __cplusplus >= 202002L
#define ASSAY_DETAIL_CALL(id, name, flags)              \
  struct assay_site_##id##_ {                           \
    static ::assay_v1_site* of() noexcept {             \
      ASSAY_DETAIL_NAMED_SITE(named, id, name, flags);  \
      return &named.site;                               \
    }                                                   \
  };                                                    \
  ::assay::v1::Call assay_guard_##id##_(&assay_site_##id##_::of)
#else
#define ASSAY_DETAIL_CALL(id, name, flags)                      \
  ASSAY_DETAIL_NAMED_SITE(assay_site_##id##_, id, name, flags); \
  ::assay::v1::Call assay_guard_##id##_(&assay_site_##id##_.site)
#endif
/* clang-format on */

#else /* C */

ASSAY_DETAIL_QUIET static __inline__ unsigned char assay_v1_begin(struct assay_v1_running* call,
                                                                  struct assay_v1_site* site) {
  call->entry.context = 0u;
  if (ASSAY_DETAIL_ON) assay_v1_open(call, site);
  return 1u;
}

ASSAY_DETAIL_QUIET static __inline__ void assay_v1_end(struct assay_v1_running* call) {
  if (call->entry.context != 0u) assay_v1_close(call);
}

/* Declarations, so that a C89 body may go on with declarations of its own. The site stands inside of the
   parentheses, for the function can be an argument of a macro that hands its arguments on: a comma outside of
   them would part it there. */
/* clang-format off */
#define ASSAY_DETAIL_C_GUARD(suffix, site_id, name, site_flags)                                            \
  ASSAY_DETAIL_QUIETLY                                                                                     \
  struct assay_v1_running assay_guard_##suffix##_ __attribute__((__cleanup__(assay_v1_end), __unused__));  \
  unsigned char assay_begun_##suffix##_ __attribute__((__unused__)) = __extension__({                      \
    static struct {                                                                                        \
      struct assay_v1_site site;                                                                           \
      char text[sizeof(name)];                                                                             \
    } assay_site_##suffix##_ __attribute__((__aligned__(8))) = {{site_id, 0u, site_flags}, name};          \
    assay_v1_begin(&assay_guard_##suffix##_, &assay_site_##suffix##_.site);                                \
  })                                                                                                       \
  ASSAY_DETAIL_LOUDLY
/* clang-format on */

#endif
#endif
