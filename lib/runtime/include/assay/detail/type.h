/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The type of a call's input, for `assay instrument`. Stands behind the guard it belongs to, a statement in
   C++ and a declaration in C; nothing is evaluated for a call that is not recorded. The library finds the
   type's row, or the one for all that have none. As entry.h: includes nothing of libc, not for direct use. */
#ifndef ASSAY_DETAIL_TYPE_H
#define ASSAY_DETAIL_TYPE_H
#pragma GCC system_header

#include <assay/detail/in_line.h>
#include <assay/detail/size.h>

#ifdef __cplusplus
extern "C++" {
extern "C" {
#endif

/* The context of a call whose input has this type: that many alternatives stand before it (below 0: none);
   the class of this object, which has virtual functions; what the compiler says of the template's arguments
   at the end of the function's signature. */
ASSAY_DETAIL_SHOWN assay_v1_u64 assay_v1_typed_index(assay_v1_u64 context, const struct assay_v1_site* site,
                                                     assay_v1_s64 index) ASSAY_DETAIL_NOEXCEPT;
#ifdef __cplusplus
ASSAY_DETAIL_SHOWN assay_v1_u64 assay_v1_typed_dynamic(assay_v1_u64 context, const struct assay_v1_site* site,
                                                       const void* object) ASSAY_DETAIL_NOEXCEPT;
ASSAY_DETAIL_SHOWN assay_v1_u64 assay_v1_typed_instance(assay_v1_u64 context,
                                                        const struct assay_v1_site* site,
                                                        const char* signature,
                                                        assay_v1_u64 length) ASSAY_DETAIL_NOEXCEPT;
} /* extern "C" */

/* Where the object's class is not found as the Itanium C++ ABI has it, there is no type. */
#if defined(__has_feature)
#if __has_feature(cxx_abi_relative_vtable)
#define ASSAY_DETAIL_NO_DYNAMIC_TYPE 1
#endif
#endif

namespace assay {
inline namespace v1 {

/* constexpr as noteSize() is: they may stand in functions that are, and are reached at run time only. */
ASSAY_DETAIL_IN_LINE ASSAY_DETAIL_LITERAL_CONSTEXPR ::assay_v1_site* siteOf(
    const ::assay_v1_running& running) noexcept {
  return running.site;
}
template <assay_v1_u64 Id, unsigned Flags>
ASSAY_DETAIL_IN_LINE ASSAY_DETAIL_LITERAL_CONSTEXPR ::assay_v1_site* siteOf(
    const Guard<Id, Flags>&) noexcept {
  return &SiteOf<Id, Flags>::site;
}
template <assay_v1_u64 Id, unsigned Flags>
ASSAY_DETAIL_IN_LINE ASSAY_DETAIL_LITERAL_CONSTEXPR ::assay_v1_site* siteOf(
    const SampledGuard<Id, Flags>&) noexcept {
  return &SiteOf<Id, Flags>::site;
}
template <assay_v1_u64 Id>
ASSAY_DETAIL_IN_LINE ASSAY_DETAIL_LITERAL_CONSTEXPR ::assay_v1_site* siteOf(
    const RecursiveGuard<Id>&) noexcept {
  return &SiteOf<Id, 4u>::site;
}
template <assay_v1_u64 Id>
ASSAY_DETAIL_IN_LINE ASSAY_DETAIL_LITERAL_CONSTEXPR ::assay_v1_site* siteOf(
    const CoroutineGuard<Id>&) noexcept {
  return &SiteOf<Id, 0u>::site;
}

template <class AssayP, class AssayT>
ASSAY_DETAIL_IN_LINE ASSAY_DETAIL_LITERAL_CONSTEXPR void noteIndex(AssayP& guard, AssayT index) noexcept {
  guard.entry.context =
      ::assay_v1_typed_index(guard.entry.context, siteOf(guard), static_cast< ::assay_v1_s64>(index));
}

/* Every object of a class with virtual functions begins with the address of their table. */
template <class AssayP, class AssayT>
ASSAY_DETAIL_IN_LINE ASSAY_DETAIL_LITERAL_CONSTEXPR void noteDynamic(AssayP& guard,
                                                                     const volatile AssayT* object) noexcept {
#if defined(ASSAY_DETAIL_NO_DYNAMIC_TYPE)
  static_cast<void>(guard);
  static_cast<void>(object);
#else
  if (__is_polymorphic(AssayT) && object != nullptr) {
    guard.entry.context =
        ::assay_v1_typed_dynamic(guard.entry.context, siteOf(guard), const_cast<const AssayT*>(object));
  }
#endif
}

template <class AssayP>
ASSAY_DETAIL_IN_LINE ASSAY_DETAIL_LITERAL_CONSTEXPR void noteInstance(AssayP& guard, const char* signature,
                                                                      assay_v1_u64 size) noexcept {
  guard.entry.context = ::assay_v1_typed_instance(guard.entry.context, siteOf(guard), signature, size);
}

} /* namespace v1 */
} /* namespace assay */
} /* extern "C++" */

/* clang-format off */
#define ASSAY_DETAIL_TYPE(id, note)                   \
  (ASSAY_DETAIL_QUIETLY                               \
   assay_guard_##id##_.entry.context != 0u            \
       ? ::assay::v1::note                            \
       : static_cast<void>(0) ASSAY_DETAIL_LOUDLY)
#define ASSAY_DETAIL_TYPE_INDEX(id, index) ASSAY_DETAIL_TYPE(id, noteIndex(assay_guard_##id##_, index))
#define ASSAY_DETAIL_TYPE_DYNAMIC(id, pointer) ASSAY_DETAIL_TYPE(id, noteDynamic(assay_guard_##id##_, pointer))
/* Not sizeof: where a generic lambda stands in a template, GCC does not know that array's size yet. */
#define ASSAY_DETAIL_TYPE_INSTANCE(id) \
  ASSAY_DETAIL_TYPE(id, noteInstance(assay_guard_##id##_, __PRETTY_FUNCTION__, __builtin_strlen(__PRETTY_FUNCTION__)))
/* clang-format on */

#else /* C */

/* clang-format off */
#define ASSAY_DETAIL_TYPE_INDEX(id, index)                                                             \
  ASSAY_DETAIL_QUIETLY                                                                                 \
  assay_v1_u64 assay_typed_##id##_ __attribute__((__unused__)) =                                       \
      assay_guard_##id##_.entry.context != 0u                                                          \
          ? (assay_guard_##id##_.entry.context =                                                       \
                 assay_v1_typed_index(assay_guard_##id##_.entry.context, assay_guard_##id##_.site,     \
                                      (assay_v1_s64)(index)))                                          \
          : 0u                                                                                         \
  ASSAY_DETAIL_LOUDLY
/* clang-format on */

#endif
#endif
