/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The size of a call's input, for `assay instrument`. Stands behind the guard it belongs to, a statement in
   C++ and a declaration in C; the expression is not evaluated for a call that is not recorded. As entry.h:
   includes nothing of libc, not for direct use. */
#ifndef ASSAY_DETAIL_SIZE_H
#define ASSAY_DETAIL_SIZE_H
#pragma GCC system_header

#include <assay/detail/kinds.h>

#ifdef __cplusplus
extern "C++" {
extern "C" {
#endif

__extension__ typedef long long assay_v1_s64;

/* The context of a call that has just begun, with the size of its input; below 0 there is none. */
ASSAY_DETAIL_SHOWN assay_v1_u64 assay_v1_size(struct assay_v1_site* site, struct assay_v1_entry entry,
                                              assay_v1_s64 size) ASSAY_DETAIL_NOEXCEPT;

#ifdef __cplusplus
} /* extern "C" */

namespace assay {
inline namespace v1 {

template <assay_v1_u64 Id, unsigned Flags>
ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET inline ::assay_v1_site* siteOf(const Guard<Id, Flags>&) noexcept {
  return &SiteOf<Id, Flags>::site;
}
template <assay_v1_u64 Id>
ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET inline ::assay_v1_site* siteOf(const RecursiveGuard<Id>&) noexcept {
  return &SiteOf<Id, 4u>::site;
}
template <assay_v1_u64 Id>
ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET inline ::assay_v1_site* siteOf(const CoroutineGuard<Id>&) noexcept {
  return &SiteOf<Id, 0u>::site;
}
#if __cplusplus >= 201402L
ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET inline ::assay_v1_site* siteOf(
    const ::assay_v1_running& running) noexcept {
  return running.site;
}
#endif

/* constexpr, so that it may stand in functions that are; reached at run time only. */
template <class G, class T>
ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET inline ASSAY_DETAIL_LITERAL_CONSTEXPR void noteSize(G& guard,
                                                                                           T size) noexcept {
  guard.entry.context = ::assay_v1_size(siteOf(guard), guard.entry, static_cast< ::assay_v1_s64>(size));
}

/* A function, because compilers comment on a null test of what cannot be null, like `this`. */
template <class P>
ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET inline ASSAY_DETAIL_LITERAL_CONSTEXPR bool isThere(
    const P& pointer) noexcept {
  return pointer ? true : false;
}

} /* namespace v1 */
} /* namespace assay */
} /* extern "C++" */

/* clang-format off */
#define ASSAY_DETAIL_SIZE_WHEN(id, condition, size)           \
  (ASSAY_DETAIL_QUIETLY                                       \
   assay_guard_##id##_.entry.begun != 0u && (condition)       \
       ? ::assay::v1::noteSize(assay_guard_##id##_, size)     \
       : static_cast<void>(0) ASSAY_DETAIL_LOUDLY)
#define ASSAY_DETAIL_SIZE(id, size) ASSAY_DETAIL_SIZE_WHEN(id, true, size)
#define ASSAY_DETAIL_SIZE_IF(id, pointer, size) ASSAY_DETAIL_SIZE_WHEN(id, ::assay::v1::isThere(pointer), size)
/* clang-format on */

#else /* C */

ASSAY_DETAIL_QUIET static __inline__ unsigned char assay_v1_sized(struct assay_v1_site* site,
                                                                  struct assay_v1_entry* entry,
                                                                  assay_v1_s64 size) {
  entry->context = assay_v1_size(site, *entry, size);
  return 1u;
}

ASSAY_DETAIL_QUIET static __inline__ int assay_v1_is_there(const volatile void* pointer) {
  return pointer != (const volatile void*)0;
}

/* clang-format off */
#define ASSAY_DETAIL_SIZE_WHEN(id, condition, size)                                               \
  ASSAY_DETAIL_QUIETLY                                                                            \
  unsigned char assay_sized_##id##_ __attribute__((__unused__)) =                                 \
      assay_guard_##id##_.entry.begun != 0u && (condition)                                        \
          ? assay_v1_sized(assay_guard_##id##_.site, &assay_guard_##id##_.entry, (assay_v1_s64)(size)) \
          : (unsigned char)0                                                                      \
  ASSAY_DETAIL_LOUDLY
#define ASSAY_DETAIL_SIZE(id, size) ASSAY_DETAIL_SIZE_WHEN(id, 1, size)
#define ASSAY_DETAIL_SIZE_IF(id, pointer, size) ASSAY_DETAIL_SIZE_WHEN(id, assay_v1_is_there(pointer), size)
/* clang-format on */

#endif
#endif
