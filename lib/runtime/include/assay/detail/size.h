/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The size of a call's input, for `assay instrument`. Stands behind the guard it belongs to, a statement in
   C++ and a declaration in C; the expression is evaluated for a call that is timed. All in line: a
   call into the library, or a sum of the sizes, no longer hides behind the guard's time stamps. As entry.h:
   includes nothing of libc, not for direct use. */
#ifndef ASSAY_DETAIL_SIZE_H
#define ASSAY_DETAIL_SIZE_H
#pragma GCC system_header

#include <assay/detail/kinds.h>

#ifdef __cplusplus
#define ASSAY_DETAIL_IN_LINE ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET inline
extern "C++" {
#else
#define ASSAY_DETAIL_IN_LINE ASSAY_DETAIL_QUIET static __inline__
#endif

__extension__ typedef long long assay_v1_s64;

/* The context of a call whose input has this size: with the number of bits that the size needs, and 1, in
   bits 16 to 23. Below 0 there is no size, and the largest ones are not told apart. */
ASSAY_DETAIL_IN_LINE assay_v1_u64 assay_v1_sized(assay_v1_u64 context, assay_v1_s64 size) {
  unsigned bits;
  /* From here on the optimizer takes it for another number: else the branch below has a path on which the
     user's own variable is negative, and GCC warns of what the body would do with it there
     (-Wstringop-overflow). */
  __asm__("" : "+r"(size));
  if (size < 0) return context;
  bits = 64u - (unsigned)__builtin_clzll(2u * (assay_v1_u64)size + 1u);
  return context | (assay_v1_u64)(bits < 48u ? bits : 48u) << 16;
}

#ifdef __cplusplus
namespace assay {
inline namespace v1 {

/* constexpr, so that it may stand in functions that are; reached at run time only. */
template <class AssayT>
ASSAY_DETAIL_IN_LINE ASSAY_DETAIL_LITERAL_CONSTEXPR void noteSize(::assay_v1_entry& entry,
                                                                  AssayT size) noexcept {
  entry.context = ::assay_v1_sized(entry.context, static_cast< ::assay_v1_s64>(size));
}

/* A function, because compilers comment on a null test of what cannot be null, like `this`. */
template <class AssayP>
ASSAY_DETAIL_IN_LINE ASSAY_DETAIL_LITERAL_CONSTEXPR bool isThere(const AssayP& pointer) noexcept {
  return pointer ? true : false;
}

} /* namespace v1 */
} /* namespace assay */
} /* extern "C++" */

/* clang-format off */
#define ASSAY_DETAIL_SIZE_WHEN(id, condition, size)             \
  (ASSAY_DETAIL_QUIETLY                                         \
   assay_guard_##id##_.entry.context >> 62 == 2u && (condition)   \
       ? ::assay::v1::noteSize(assay_guard_##id##_.entry, size) \
       : static_cast<void>(0) ASSAY_DETAIL_LOUDLY)
#define ASSAY_DETAIL_SIZE(id, size) ASSAY_DETAIL_SIZE_WHEN(id, true, size)
#define ASSAY_DETAIL_SIZE_IF(id, pointer, size) ASSAY_DETAIL_SIZE_WHEN(id, ::assay::v1::isThere(pointer), size)
/* clang-format on */

#else /* C */

ASSAY_DETAIL_IN_LINE int assay_v1_is_there(const volatile void* pointer) {
  return pointer != (const volatile void*)0;
}

/* clang-format off */
#define ASSAY_DETAIL_SIZE_WHEN(id, condition, size)                                       \
  ASSAY_DETAIL_QUIETLY                                                                    \
  assay_v1_u64 assay_sized_##id##_ __attribute__((__unused__)) =                          \
      assay_guard_##id##_.entry.context >> 62 == 2u && (condition)                          \
          ? (assay_guard_##id##_.entry.context =                                          \
                 assay_v1_sized(assay_guard_##id##_.entry.context, (assay_v1_s64)(size))) \
          : 0u                                                                            \
  ASSAY_DETAIL_LOUDLY
#define ASSAY_DETAIL_SIZE(id, size) ASSAY_DETAIL_SIZE_WHEN(id, 1, size)
#define ASSAY_DETAIL_SIZE_IF(id, pointer, size) ASSAY_DETAIL_SIZE_WHEN(id, assay_v1_is_there(pointer), size)
/* clang-format on */

#endif
#endif
