/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Guards written by hand, and the switch. For C (C89 and later) and C++ (C++11 and later); includes nothing
   of libc.

     int search(const char* key) {
       ASSAY_GUARD("search");
       ...
     }

   counts and times every call of search() from here to the end of the block. docs/reference/runtime-api.md
   says what is counted when. Compile with -DASSAY_DISABLE and nothing of it is left, not even the need to
   link the library. */
#ifndef ASSAY_GUARD_H
#define ASSAY_GUARD_H
#pragma GCC system_header

#if defined(ASSAY_DISABLE)

#ifdef __cplusplus
#define ASSAY_GUARD(name) static_assert(true, "")
extern "C++" {
inline int assay_set_guards(int) noexcept {
  return 0;
}
inline int assay_guards_on() noexcept {
  return 0;
}
}
#else
#define ASSAY_GUARD(name) struct assay_v1_none
static __inline__ int assay_set_guards(int on) {
  (void)on;
  return 0;
}
static __inline__ int assay_guards_on(void) {
  return 0;
}
#endif

#else
#include <assay/detail/entry.h>

#define ASSAY_DETAIL_JOIN_2(a, b) a##b
#define ASSAY_DETAIL_JOIN(a, b) ASSAY_DETAIL_JOIN_2(a, b)

#ifdef __cplusplus
extern "C++" {
namespace assay {
inline namespace v1 {
/* FNV-1a, 64 bits: the id of a guard written by hand. */
#if __cplusplus >= 201402L
constexpr assay_v1_u64 idOfName(const char* name) noexcept {
  assay_v1_u64 hash = 0xcbf29ce484222325u;
  for (; *name != '\0'; ++name) hash = (hash ^ static_cast<unsigned char>(*name)) * 0x100000001b3u;
  return hash;
}
#else
constexpr assay_v1_u64 idOfName(const char* name, assay_v1_u64 hash = 0xcbf29ce484222325u) noexcept {
  return *name == '\0' ? hash
                       : idOfName(name + 1, (hash ^ static_cast<unsigned char>(*name)) * 0x100000001b3u);
}
#endif
} /* namespace v1 */
} /* namespace assay */

extern "C" {
#define ASSAY_GUARD(name)                                                                          \
  __typeof__(::assay::v1::Guard< ::assay::v1::idOfName(name), 1u>) ASSAY_DETAIL_JOIN(assay_guard_, \
                                                                                     __LINE__)(name)
#else
#define ASSAY_DETAIL_C_GUARD_HERE(suffix, name) ASSAY_DETAIL_C_GUARD(suffix, 0u, name, 1u)
#define ASSAY_DETAIL_C_GUARD_AT(line, name) ASSAY_DETAIL_C_GUARD_HERE(line, name)
/* Counts and times one call. `name` is a string literal, the same name is the same function everywhere in the
   program. A declaration: at most one in a line, and in C89 before the first statement of its block. */
#define ASSAY_GUARD(name) ASSAY_DETAIL_C_GUARD_AT(__LINE__, name)
#endif

/* Switches all guards of the process on (not 0) or off (0) and returns what was before (1 or 0). Takes effect
   for calls that begin afterwards, on every thread; calls under way are still counted. Overrules ASSAY_GUARDS
   in the environment. Any thread, any time, signal handlers included. Never fails. */
ASSAY_DETAIL_SHOWN int assay_set_guards(int on) ASSAY_DETAIL_NOEXCEPT;

/* 1 while the guards are on, else 0. Any thread, any time. */
ASSAY_DETAIL_SHOWN int assay_guards_on(void) ASSAY_DETAIL_NOEXCEPT;

#ifdef __cplusplus
} /* extern "C" */
} /* extern "C++" */
#endif

#endif
#endif
